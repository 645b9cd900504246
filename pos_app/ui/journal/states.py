"""The words in which the parts of the journal speak to each other: plain values, no widgets."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from decimal import Decimal
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from pos_app.loyalty.sale import Posting, SaleIds
from pos_app.till.records import SaleRecord

if TYPE_CHECKING:
    from pos_app.till.browsing import Story
    from pos_app.till.lookup import Answer
    from pos_app.till.query import Query
    from pos_app.till.records import JournalCounts, JournalPage, JournalRow, JournalTotals, Wanted
    from pos_app.ui.printing.seam import SlipMaker


class Tab(Enum):
    """Which sales are listed; the value is the place of its segment."""

    ALL = 0
    WAITING = 1
    ATTENTION = 2


class Doing(Enum):
    """What is being done with the chosen sale."""

    NOTHING = auto()
    VOID = auto()
    REFUND = auto()
    CLAIM = auto()
    SLIP = auto()


class Browser(Protocol):
    """The till's journal (``pos_app.till.browsing.Browsing``)."""

    def page(self, wanted: Wanted, *, limit: int = ..., before: int | None = None) -> Future[JournalPage]: ...
    def totals(self, wanted: Wanted) -> Future[JournalTotals]: ...
    def rows(self, sale_ids: Iterable[str], wanted: Wanted) -> Future[list[JournalRow]]: ...
    def counts(self) -> Future[JournalCounts]: ...
    def story(self, sale_id: str) -> Future[Story]: ...
    def each(self, wanted: Wanted) -> Iterator[JournalRow]: ...
    def run(self, work: Callable[[], object]) -> Future[object]: ...


class JournalTill(Protocol):
    """What the journal needs of the till (``pos_app.till.till.Till`` has it all)."""

    @property
    def browsing(self) -> Browser: ...
    @property
    def printing(self) -> SlipMaker: ...
    def parse(self, text: str) -> Query: ...
    def look_here(self, query: Query) -> Future[Answer]: ...
    def look_live(self, query: Query) -> Future[Answer]: ...
    def new_sale_ids(self) -> SaleIds: ...
    def undo(self, sale_id: str) -> Future[SaleRecord]: ...
    def refund(self, sale_id: str, *, amount: Decimal | None, ids: SaleIds) -> Future[SaleRecord]: ...
    def claim(
        self, sale_id: str, *, phone: str, who: str, reason: str = "", new_uuid: Callable[[], uuid.UUID] = ...
    ) -> Future[Posting]: ...


class Lines(Protocol):
    """The list as the presenter fills it: whoever shows it keeps what was chosen and where it was scrolled to."""

    def reset(self, rows: Sequence[JournalRow]) -> None:
        """These and no others."""

    def append(self, rows: Sequence[JournalRow]) -> None:
        """More of them, below."""

    def renew(self, asked: Iterable[str], rows: Sequence[JournalRow], *, oldest: int) -> None:
        """The sales named ``asked`` are as in ``rows`` now, or do not belong here any more.

        A new one takes its place in the order, unless it comes before ``oldest`` (a ``seq``): it is read when it is scrolled to.
        """
