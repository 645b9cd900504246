"""What the store gives back besides sales and postings themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from pos_app.loyalty.decision import Decision
from pos_app.loyalty.money import ZERO
from pos_app.loyalty.sale import Posting, PostingState, Sale, SaleState, sale_state


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSale:
    """A sale that is on the disk."""

    sale: Sale
    postings: tuple[Posting, ...]
    fresh: bool
    """False: it had been saved before, and is as it was then; nothing was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleRecord:
    """A sale and where it stands."""

    seq: int
    """Its place in the order of this till."""
    sale: Sale
    postings: tuple[Posting, ...]
    reversed_by: tuple[str, ...] = ()
    """The ``sale_id`` of each sale that takes this one back, wholly or in part, oldest first."""
    refunded: Decimal = ZERO
    """How much of the gross was taken back so far."""

    @property
    def left(self) -> Decimal:
        """How much of the gross can still be taken back."""
        return self.sale.quote.gross - self.refunded

    @property
    def taken_back(self) -> bool:
        """Whether nothing is left of it."""
        return bool(self.reversed_by) and self.left <= 0

    @property
    def state(self) -> SaleState:
        """It follows from the postings."""
        return sale_state(posting.state for posting in self.postings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One step of a posting on its way."""

    number: int
    """How many times it had been sent by then, this one included."""
    sent: bool
    """False: nothing was sent; its state was found out or decided without that."""
    started_at: datetime
    ended_at: datetime | None
    """None: the program ended before an answer came."""
    outcome: PostingState
    """What this attempt came to by itself: the posting may know more (an earlier attempt in doubt)."""
    answer: str
    """One sentence; may hold the server's words: plain text only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueCount:
    """The queue in three values."""

    waiting: int
    """On their way by themselves: waiting (also behind one that needs a person), being sent, or unknown."""
    needs_person: int
    oldest_waiting_at: datetime | None
    """When the sale of the oldest of the ``waiting`` was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits:
    """A customer's sales at this till; reversals and what they take back are left out."""

    count: int
    """Since the moment asked for."""
    last_at: datetime
    last_paid: Decimal
    """Money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastKnown:
    """The last balance that this till read of, or wrote for, a customer."""

    phone: str
    balance: Decimal
    """Points."""
    known_at: datetime
    written_at: datetime | None
    """When this till last wrote it; None: never."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    """What somebody decided about a posting."""

    made_at: datetime
    decision: Decision
