"""What the journal is asked for and what it answers: plain values, sums exact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum

from pos_app.loyalty.money import ZERO


class Stand(Enum):
    """Where a sale stands, in one word."""

    SENT = "sent"
    """Nothing is on its way any more; a sale without points, too."""
    WAITING = "waiting"
    """Something is on its way by itself."""
    ATTENTION = "attention"
    """Something needs a person."""
    VOIDED = "voided"
    """Taken back, all of it, before anything had reached a server."""
    REFUNDED = "refunded"
    """Taken back, all of it; and what takes a sale back, once it arrived."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which sales. Without any of these: all."""

    since: datetime | None = None
    """Made at this moment or later (UTC)."""
    until: datetime | None = None
    """Made before this moment (UTC)."""
    stand: Stand | None = None
    """Only WAITING or ATTENTION: sales whose points are on their way, or need a person."""
    text: str = ""
    """The beginnings of names, the end of a phone or card, a receipt's number, an amount."""


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRow:
    """A sale, or what takes one back, as one line."""

    seq: int
    sale_id: str
    made_at: datetime
    """UTC."""
    name: str
    phone: str
    """Whose points these are now: the card's owner once they were found, or who was named later."""
    card: str
    receipt: str
    gross: Decimal
    discount: Decimal
    paid: Decimal
    """Money; below 0: handed back."""
    earned: Decimal | None
    """Points; None: not known yet."""
    used: Decimal
    """Points."""
    refunded: Decimal
    """How much of the gross was taken back so far."""
    reverses: str
    """The ``sale_id`` of what this one takes back."""
    stand: Stand


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalPage:
    """Some lines, the newest first."""

    rows: tuple[JournalRow, ...]
    before: int | None
    """Ask for what comes before this ``seq`` to go on; None: that was all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalTotals:
    """Sums over sales: what was taken back is taken off, also of ``sales`` where a sale was voided."""

    sales: int = 0
    lines: int = 0
    """How many lines the journal has for them."""
    takings: Decimal = ZERO
    discounts: Decimal = ZERO
    earned: Decimal = ZERO
    used: Decimal = ZERO

    def __add__(self, other: JournalTotals) -> JournalTotals:
        return JournalTotals(
            sales=self.sales + other.sales,
            lines=self.lines + other.lines,
            takings=self.takings + other.takings,
            discounts=self.discounts + other.discounts,
            earned=self.earned + other.earned,
            used=self.used + other.used,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalCounts:
    """How many sales are on their way, and how many need a person."""

    waiting: int = 0
    attention: int = 0
