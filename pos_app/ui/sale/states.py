"""The words in which the parts of the sale speak to each other: plain values, no widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from decimal import Decimal
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol, TypeVar

from pos_app.loyalty.errors import PosError
from pos_app.loyalty.programme import Programme, Quote, RedeemAsk
from pos_app.loyalty.sale import Buyer as SaleBuyer
from pos_app.loyalty.sale import SaleIds
from pos_app.loyalty.unfinished import Shelf
from pos_app.till.views import CustomerView, Nobody

if TYPE_CHECKING:
    from pos_app.till.lookup import Answer
    from pos_app.till.query import Query
    from pos_app.till.records import SaleRecord, SavedSale
    from pos_app.till.selling import Draft
    from pos_app.ui.printing.seam import SlipPrinter

ROUND = 6
"""Room, px, that a part leaves around its fields and buttons: their halo and focus ring are drawn outside of them."""
T = TypeVar("T")
Buyer = CustomerView | Nobody


class Field(Enum):
    """What can be typed into; exactly one is active."""

    SEARCH = auto()
    PURCHASE = auto()
    REDEEM = auto()
    RECEIPT = auto()
    PHONE = auto()
    """The optional phone beside an unknown card."""


class Face(Enum):
    """What the customer panel shows."""

    IDLE = auto()
    LIST = auto()
    """Suggestions, or that they are being looked for."""
    NOT_FOUND = auto()
    CUSTOMER = auto()
    UNKNOWN = auto()
    """A sale for a phone or card whose customer is not known (yet)."""
    REFUSED = auto()


class Refusal(Enum):
    """A swipe or scan that is no customer."""

    BANK_CARD = auto()
    BAD_READ = auto()
    FOREIGN_CODE = auto()


class Notice(Enum):
    """One sentence in the customer panel that goes by itself or with the next sale."""

    UNDONE = auto()
    NOT_SAVED = auto()
    """The disk did not take the sale: nothing was promised."""
    FAULT = auto()
    """A bug in the program; what is on the disk is safe."""
    TROUBLE = auto()
    """Something that was asked for could not be done; nothing changed."""
    PRINTER = auto()
    """A slip did not come out; the sale is on the disk."""
    NO_PRINTER = auto()
    """A slip was asked for, and none is set up to print it."""


class Doubt(Enum):
    """Why a sale is asked about once more before it is saved."""

    BIG = auto()
    """The amount is over what this shop usually sells for."""
    AGAIN = auto()
    """The same customer paid the same amount less than a minute ago."""


class Errand(Protocol):
    """Something that was asked for and has not been answered yet."""

    def cancel(self) -> None:
        """Never deliver the answer."""


class Runner(Protocol):
    """Brings answers of the till back to the GUI thread."""

    def run(self, future: Future[T], then: Callable[[T], None], failed: Callable[[PosError], None]) -> Errand:
        """Call ``then`` or ``failed`` in the GUI thread, later, unless the errand is cancelled."""


class FindingTill(Protocol):
    """What looking for a customer needs of the till."""

    def parse(self, text: str) -> Query: ...
    def look_here(self, query: Query) -> Future[Answer]: ...
    def look_live(self, query: Query) -> Future[Answer]: ...


class SalesTill(FindingTill, Protocol):
    """What the sale needs of the till (``pos_app.till.till.Till`` has it all)."""

    @property
    def printing(self) -> SlipPrinter: ...
    def parse_scan(self, candidates: Sequence[str]) -> Query: ...
    def refresh(self, view: CustomerView) -> Future[CustomerView]: ...
    def new_sale_ids(self) -> SaleIds: ...
    def quote(self, gross: Decimal, buyer: Buyer, redeem: Decimal | RedeemAsk, programme: Programme) -> Quote: ...
    def confirm(self, draft: Draft) -> Future[SavedSale]: ...
    def undo(self, sale_id: str) -> Future[SaleRecord]: ...
    def recent_sales(self, limit: int = 3) -> Future[list[SaleRecord]]: ...
    def unfinished(self) -> Future[Shelf]: ...
    def keep_unfinished(self, shelf: Shelf) -> None: ...


def same_buyer(one: Buyer, other: Buyer) -> bool:
    """Whether both are the same person, or the same phone or card of nobody."""
    ours, theirs = _marks(one), _marks(other)
    return not ours.isdisjoint(theirs)


def is_buyer(buyer: Buyer, other: SaleBuyer) -> bool:
    """Whether this is whom a sale was for."""
    return not _marks(buyer).isdisjoint({mark for mark in (other.phone, other.card) if mark})


def _marks(buyer: Buyer) -> set[str]:
    if isinstance(buyer, CustomerView):
        return {mark for mark in (buyer.customer.phone, buyer.card, *buyer.customer.cards) if mark}
    return {mark for mark in (buyer.phone, buyer.card) if mark}
