"""A till without disk and network behind the sale's own seam (``SalesTill``): real prices, customers in a list.

``hold()`` makes answers wait until ``release()``, so that tests decide what comes late and in which order.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, TypeVar

from pos_app.loyalty.customer import CardInstall, Customer, Standing, fold
from pos_app.loyalty.errors import DiskTrouble, PosError, Trouble
from pos_app.loyalty.programme import EarnOn, Programme, Quote, RedeemAsk, price
from pos_app.loyalty.sale import (
    Buyer,
    FoundBy,
    PostingState,
    Sale,
    SaleIds,
    new_sale_ids,
    postings_of,
)
from pos_app.loyalty.unfinished import Shelf
from pos_app.paper.printer import Printer
from pos_app.paper.slip import Slip
from pos_app.till.events import Event
from pos_app.till.lookup import Answer
from pos_app.till.query import Query, parse_query, read_query
from pos_app.till.records import SaleRecord, SavedSale
from pos_app.till.selling import Draft
from pos_app.till.views import CustomerView, Nobody, Source, Visit

T = TypeVar("T")
PRAGUE = timezone(timedelta(hours=1))
NOW = datetime(2026, 3, 14, 14, 32, 7, tzinfo=PRAGUE)
LAST_SEEN = datetime(2026, 3, 14, 9, 42, tzinfo=PRAGUE)


def now() -> datetime:
    return NOW


def person(
    first: str,
    last: str,
    phone: str,
    balance: str,
    *,
    cards: tuple[str, ...] = (),
    birthday: date | None = None,
    in_phone: bool = False,
    bonus: str = "5",
    discount: str = "5",
) -> Customer:
    return Customer(
        phone=phone,
        name=first,
        surname=last,
        cards=cards,
        birthday=birthday,
        installs=tuple(CardInstall(card, in_phone) for card in cards[:1]),
        standing=Standing(balance=Decimal(balance), bonus=Decimal(bonus), discount=Decimal(discount)),
    )


JANA = person(
    "Jana", "Nováková", "+420777123482", "1240", cards=("200044717712", "200044717799"), birthday=date(1988, 3, 17), in_phone=True
)
PETR = person("Petr", "Novotný", "+420602555019", "86", cards=("200044710019",))
ANNA = person("Anna", "Nováčková", "+420731222355", "512")
JAN = person("Jan", "Novák", "+421905111770", "2905")
TOMAS = person("Tomáš", "Dvořák", "+420608111482", "318")
MARKETA = person("Markéta", "Králová", "+420775333482", "64")
EVERYBODY = (JANA, PETR, ANNA, JAN, TOMAS, MARKETA)
JANAS_VISIT = Visit(at=datetime(2026, 3, 2, 10, 5, tzinfo=PRAGUE), paid=Decimal("38.20"), visits_this_year=14)


@dataclass
class PretendPrinting:
    """A printer at whose end a test sits: every slip waits until it is answered."""

    printer: Printer = field(default_factory=Printer)
    jobs: list[tuple[str, str, Future[None]]] = field(default_factory=list)
    """Sale, what composed its slip, and whether it came out."""

    def print_sale(self, sale_id: str, compose: Callable[[SaleRecord, str], Slip]) -> Future[None]:
        self.jobs.append((sale_id, compose.__name__, Future()))
        return self.jobs[-1][2]


@dataclass
class PretendTill:
    """See the module. ``online``: whether ``look_live`` and ``refresh`` reach the servers. ``disk``: what ``confirm`` meets."""

    programme: Programme = field(default_factory=Programme)
    region: str = "CZ"
    customers: tuple[Customer, ...] = EVERYBODY
    only_online: tuple[Customer, ...] = ()
    online: bool = True
    disk: PosError | None = None
    pending: Decimal = Decimal(0)
    visits: dict[str, Visit] = field(default_factory=lambda: {JANA.phone: JANAS_VISIT})
    as_of: datetime = LAST_SEEN
    now: Callable[[], datetime] = now
    shelf: Shelf = field(default_factory=Shelf)
    printing: PretendPrinting = field(default_factory=lambda: PretendPrinting())

    def __post_init__(self) -> None:
        self.records: dict[str, SaleRecord] = {}
        self.asked: list[str] = []
        self._holding = False
        self._held: list[tuple[Future[Any], Callable[[], Any]]] = []
        self._listeners: list[Callable[[Event], None]] = []

    # Tests decide

    def hold(self) -> None:
        self._holding = True

    def release(self, which: int | None = None) -> None:
        """Answer all that waits, or only one of them; what comes later is answered at once again."""
        if which is not None:
            _answer(*self._held.pop(which))
            return
        self._holding = False
        held, self._held = self._held, []
        for future, work in held:
            _answer(future, work)

    def tell(self, event: Event) -> None:
        for listener in tuple(self._listeners):
            listener(event)

    # The seam

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def parse(self, text: str) -> Query:
        return parse_query(text, region=self.region)

    def parse_scan(self, candidates: Sequence[str]) -> Query:
        return read_query(candidates)

    def look_here(self, query: Query) -> Future[Answer]:
        return self._soon("here", lambda: self._here(query))

    def look_live(self, query: Query) -> Future[Answer]:
        return self._soon("live", lambda: self._live(query))

    def refresh(self, view: CustomerView) -> Future[CustomerView]:
        return self._soon("refresh", lambda: self._refreshed(view))

    def new_sale_ids(self) -> SaleIds:
        return new_sale_ids(uuid.uuid4)

    def quote(self, gross: Decimal, buyer: CustomerView | Nobody, redeem: Decimal | RedeemAsk, programme: Programme) -> Quote:
        freshness = buyer.freshness(self.now().astimezone(UTC))
        return price(gross, standing=buyer.standing, programme=programme, redeem=redeem, freshness=freshness)

    def confirm(self, draft: Draft) -> Future[SavedSale]:
        return self._soon("confirm", lambda: self._saved(draft))

    def undo(self, sale_id: str) -> Future[SaleRecord]:
        return self._soon("undo", lambda: self._undone(sale_id))

    def recent_sales(self, limit: int = 3) -> Future[list[SaleRecord]]:
        return self._soon("recent", lambda: list(reversed(self.records.values()))[:limit])

    def unfinished(self) -> Future[Shelf]:
        return self._soon("unfinished", lambda: self.shelf)

    def keep_unfinished(self, shelf: Shelf) -> None:
        self.shelf = shelf

    # Inside

    def _soon(self, what: str, work: Callable[[], T]) -> Future[T]:
        self.asked.append(what)
        future: Future[T] = Future()
        if self._holding:
            self._held.append((future, work))
        else:
            _answer(future, work)
        return future

    def _here(self, query: Query) -> Answer:
        exact = [each for each in self.customers if _is(each, query)]
        fitting = [each for each in self.customers if _fits(each, query) and each not in exact]
        views = tuple(self._view(each, query, Source.CACHE) for each in (*exact, *fitting))
        nobody = _nobody(query, checked_online=False) if query.wants_live and not views else None
        return Answer(customers=views, exact=bool(exact), nobody=nobody, complete=not query.wants_live)

    def _live(self, query: Query) -> Answer:
        here = self._here(query)
        if not self.online:
            return replace(here, complete=True, trouble=Trouble.OFFLINE)
        exact = next((each for each in (*self.customers, *self.only_online) if _is(each, query)), None)
        if exact is not None:
            first = self._view(exact, query, Source.LIVE)
            others = here.customers[1:] if here.exact else here.customers
            return Answer(customers=(first, *others), exact=True, complete=True)
        nobody = _nobody(query, checked_online=True) if not here.customers else None
        return replace(here, nobody=nobody, complete=True)

    def _refreshed(self, view: CustomerView) -> CustomerView:
        if not self.online:
            return replace(view, source=Source.CACHE, as_of=self.as_of)
        known = next(each for each in (*self.customers, *self.only_online) if each.phone == view.customer.phone)
        balance = (known.standing.balance or Decimal(0)) + self._sold(known.phone)
        return replace(view, customer=known, balance=balance, pending=self.pending, source=Source.LIVE, as_of=self.now())

    def _sold(self, phone: str) -> Decimal:
        kept = (record for record in self.records.values() if not record.reversed_by)
        return sum(
            ((each.sale.quote.earned or 0) - each.sale.quote.redeemed for each in kept if each.sale.buyer.phone == phone),
            Decimal(0),
        )

    def _view(self, customer: Customer, query: Query, source: Source) -> CustomerView:
        return CustomerView(
            customer=customer,
            balance=customer.standing.balance,
            pending=self.pending,
            source=source,
            as_of=self.now() if source is Source.LIVE else self.as_of,
            card=next((card for card in query.cards if card in customer.cards), ""),
            found_by=query.found_by,
            last_visit=self.visits.get(customer.phone),
        )

    def _saved(self, draft: Draft) -> SavedSale:
        if self.disk is not None:
            raise self.disk
        before = self.records.get(draft.ids.sale_id)
        if before is not None:
            return SavedSale(sale=before.sale, postings=before.postings, fresh=False)
        quote = self.quote(draft.gross, draft.buyer, draft.redeem, draft.programme or self.programme)
        quote.check()
        sale = Sale(
            sale_id=draft.ids.sale_id,
            made_at=self.now(),
            buyer=draft.buyer.buyer,
            quote=quote,
            receipt=draft.receipt,
        )
        base = quote.to_pay if self.programme.earn_on is EarnOn.PAID else quote.net
        postings = postings_of(sale, draft.ids, earn_base=base, lifetime_days=None)
        self.records[sale.sale_id] = SaleRecord(seq=len(self.records) + 1, sale=sale, postings=postings)
        return SavedSale(sale=sale, postings=postings, fresh=True)

    def _undone(self, sale_id: str) -> SaleRecord:
        if self.disk is not None:
            raise self.disk
        record = self.records[sale_id]
        cancelled = tuple(replace(posting, state=PostingState.CANCELLED) for posting in record.postings)
        self.records[sale_id] = replace(record, postings=cancelled, reversed_by=("reversal",))
        return self.records[sale_id]

    def sold_earlier(self, name: str, phone: str, paid: str, *, minutes: int) -> None:
        """A sale of a while ago, for lists."""
        quote = price(Decimal(paid), standing=Standing(balance=Decimal(0), bonus=Decimal(5)), programme=self.programme)
        buyer = Buyer(phone=phone, name=name, found_by=FoundBy.CARD_READ)
        sale = Sale(sale_id=str(uuid.uuid4()), made_at=self.now() - timedelta(minutes=minutes), buyer=buyer, quote=quote)
        self.records = {
            sale.sale_id: SaleRecord(seq=1, sale=sale, postings=()),
            **self.records,
        }


def full_disk() -> DiskTrouble:
    return DiskTrouble("The disk is full.")


def _answer(future: Future[T], work: Callable[[], T]) -> None:
    try:
        answer = work()
    except PosError as error:
        future.set_exception(error)
    else:
        future.set_result(answer)


def _is(customer: Customer, query: Query) -> bool:
    return customer.phone == query.phone or any(card in customer.cards for card in query.cards)


def _fits(customer: Customer, query: Query) -> bool:
    if query.found_by is FoundBy.CARD_READ:
        return False
    if query.digits:
        return customer.phone.endswith(query.digits)
    words = fold(customer.full_name).split()
    return all(any(word.startswith(typed) for word in words) for typed in fold(query.name).split())


def _nobody(query: Query, *, checked_online: bool) -> Nobody:
    card = "" if query.phone else query.cards[0]
    return Nobody(phone=query.phone, card=card, checked_online=checked_online, found_by=query.found_by)
