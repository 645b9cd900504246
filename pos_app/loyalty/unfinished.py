"""Sales that were begun and not confirmed: the one in front of the cashier, and those put aside. Nothing is promised yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from pos_app.loyalty.programme import RedeemAsk
from pos_app.loyalty.sale import Buyer, SaleIds


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """One form as it was typed. With its own ids: confirmed later, it is still one sale."""

    ids: SaleIds
    begun_at: datetime
    """UTC; when it was put aside, or last seen."""
    buyer: Buyer | None
    """None: only an amount was typed so far."""
    amount: str = ""
    """As typed, in the form of the shop's language."""
    redeem: Decimal | RedeemAsk = Decimal(0)
    receipt: str = ""
    phone: str = ""
    """The optional phone beside an unknown card, as typed."""

    def at(self, moment: datetime) -> Unfinished:
        """The same, seen at another moment."""
        return replace(self, begun_at=moment)


@dataclass(frozen=True, slots=True)
class Shelf:
    """What lies on the counter."""

    current: Unfinished | None = None
    """In front of the cashier."""
    held: tuple[Unfinished, ...] = ()
    """Put aside, the newest first."""
