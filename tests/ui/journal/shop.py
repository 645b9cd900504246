"""A till for the journal: a real store and the till's real use cases on it, without threads, network or a second program.

``hold()`` makes answers wait until ``release()``, so that tests decide what comes late.
"""

from __future__ import annotations

import random
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from pos_app.loyalty.customer import Customer, Standing
from pos_app.loyalty.errors import PosError
from pos_app.loyalty.programme import Programme, price
from pos_app.loyalty.sale import Attention, Buyer, FoundBy, Posting, PostingState, Sale, SaleIds, new_sale_ids, postings_of
from pos_app.settings import Settings
from pos_app.store.customer_cache import CustomerCache
from pos_app.store.till_store import TillStore
from pos_app.till.browsing import Browsing
from pos_app.till.claiming import Claiming
from pos_app.till.events import Event, SalesChanged
from pos_app.till.lookup import Answer
from pos_app.till.printing import Printing
from pos_app.till.query import Query
from pos_app.till.records import SaleRecord
from pos_app.till.refunding import Refunding
from pos_app.till.settings_keeper import SettingsKeeper
from pos_app.till.touched import touched
from tests.ui.sale.pretend import EVERYBODY, NOW, PretendTill

T = TypeVar("T")
S = PostingState
PROGRAMME = Programme(point_value=Decimal("0.01"))


class Inline(Executor):
    """Does at once what it is given, or later when it is told to."""

    def __init__(self) -> None:
        self.holding = False
        self._held: list[tuple[Future[Any], Callable[[], Any]]] = []
        self.count = 0

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        future: Future[T] = Future()
        self.count += 1
        if self.holding:
            self._held.append((future, lambda: fn(*args, **kwargs)))
        else:
            _answer(future, lambda: fn(*args, **kwargs))
        return future

    def release(self) -> None:
        self.holding = False
        held, self._held = self._held, []
        for future, work in held:
            _answer(future, work)


def _answer(future: Future[Any], work: Callable[[], Any]) -> None:
    try:
        future.set_result(work())
    except PosError as error:
        future.set_exception(error)


class Here:
    """A ``DatabaseThread`` that is this thread."""

    def __init__(self, owned: Any) -> None:
        self.owned = owned

    def call(self, fn: Callable[[Any], T]) -> T:
        return fn(self.owned)


class Records:
    """The store as the printer's thread has it: this one's sales, as they were when they were last read here."""

    def __init__(self, store: TillStore) -> None:
        self._store, self._home = store, threading.get_ident()
        self._seen: dict[str, SaleRecord | None] = {}

    def sale(self, sale_id: str) -> SaleRecord | None:
        if threading.get_ident() == self._home:
            self._seen[sale_id] = self._store.sale(sale_id)
        return self._seen[sale_id]

    @property
    def profiles(self) -> Records:
        return self

    def latest(self, _phone: str) -> None:
        """Nobody was registered at this till."""


@dataclass
class JournalShop:
    """See the module. ``folder`` holds its files; ``wait_s``: until the next try, for every customer."""

    folder: Path
    customers: tuple[Customer, ...] = EVERYBODY
    now: datetime = NOW
    wait_s: float | None = 20.0
    _chance: random.Random = field(default_factory=lambda: random.Random(1), init=False)
    disk: PosError | None = None
    seconds: float = 1000.0
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.store = TillStore.open(self.folder / "till.db")
        self.cache = CustomerCache.open(self.folder / "customers.db")
        self.pool = Inline()
        thread: Any = Here(self.store)
        cache: Any = Here(self.cache)
        self.browsing = Browsing(store=thread, cache=cache, pool=self.pool, due_in_s=lambda _key: self.wait_s)
        self.keeper = SettingsKeeper(Settings(), lambda make: make(self.keeper.settings))
        records: Any = Here(Records(self.store))
        self.printing = Printing(keeper=self.keeper, store=records, pool=self.pool)
        self._refunding = Refunding(store=thread, now=self.utc)
        self._claiming = Claiming(store=thread, region="CZ", now=self.utc, zone=self.now.tzinfo)
        self._counter = PretendTill(customers=self.customers)
        self._listeners: list[Callable[[Event], None]] = []

    def close(self) -> None:
        self.printing.close()
        self.cache.close()
        self.store.close()

    def utc(self) -> datetime:
        return self.now.astimezone(UTC)

    def clock(self) -> float:
        return self.seconds

    # The seam

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, event: Event) -> None:
        for listener in tuple(self._listeners):
            listener(event)

    def parse(self, text: str) -> Query:
        return self._counter.parse(text)

    def look_here(self, query: Query) -> Future[Answer]:
        return self._counter.look_here(query)

    def look_live(self, query: Query) -> Future[Answer]:
        return self._counter.look_live(query)

    def new_sale_ids(self) -> SaleIds:
        return new_sale_ids(lambda: uuid.UUID(int=self._chance.getrandbits(128), version=4))

    def undo(self, sale_id: str) -> Future[SaleRecord]:
        return self._do("undo", lambda: self._refunding.undo(sale_id))

    def refund(self, sale_id: str, *, amount: Decimal | None, ids: SaleIds) -> Future[SaleRecord]:
        return self._do("refund", lambda: self._refunding.refund(sale_id, amount=amount, ids=ids))

    def claim(
        self, sale_id: str, *, phone: str, who: str, reason: str = "", new_uuid: Callable[[], uuid.UUID] = uuid.uuid4
    ) -> Future[Posting]:
        return self._do("claim", lambda: self._claiming.claim(sale_id, phone=phone, who=who, reason=reason, new_uuid=new_uuid))

    def _do(self, what: str, work: Callable[[], T]) -> Future[T]:
        self.asked.append(what)

        def done() -> T:
            if self.disk is not None:
                raise self.disk
            result = work()
            self.tell(SalesChanged(touched(result)))
            return result

        return self.pool.submit(done)

    # What happened before

    def sell(
        self,
        name: str = "Jana Nováková",
        *,
        paid: str = "8.90",
        phone: str = "+420777123482",
        card: str = "200044717712",
        discount: str = "0",
        redeem: str = "0",
        bonus: str | None = "500",
        at: str = "14:26:03",
        receipt: str = "",
        days_ago: int = 0,
    ) -> str:
        """A sale; its id. ``bonus`` None: nobody knows the customer."""
        hour, minute, second = (int(part) for part in at.split(":"))
        made_at = self.now.replace(hour=hour, minute=minute, second=second) - timedelta(days=days_ago)
        known = bonus is not None
        standing = Standing(
            balance=Decimal(5000) if known else None,
            bonus=Decimal(bonus) if bonus is not None else None,
            discount=Decimal(discount) if known else None,
        )
        quote = price(Decimal(paid), standing=standing, programme=PROGRAMME, redeem=Decimal(redeem))
        ids = self.new_sale_ids()
        buyer = Buyer(phone=phone if known else "", card=card, name=name, found_by=FoundBy.CARD_READ)
        sale = Sale(sale_id=ids.sale_id, made_at=made_at.astimezone(UTC), buyer=buyer, quote=quote, receipt=receipt)
        self.store.save_sale(sale, postings_of(sale, ids, earn_base=quote.to_pay, lifetime_days=None))
        return ids.sale_id

    def sent(self, sale_id: str, state: PostingState = S.APPLIED, attention: Attention | None = None, answer: str = "Done.") -> str:
        """Its postings were sent; with what came of it."""
        sale = self.store.sale(sale_id)
        assert sale is not None
        at = sale.sale.made_at + timedelta(seconds=2)
        for posting in sale.postings:
            points = None if posting.sum is not None else Decimal("6.25")
            bonus = None if points is None else Decimal(5)
            self.store.begin_sending(posting.transaction_id, at=at, points=points, bonus=bonus)
            self.store.finish(posting.transaction_id, state=state, answer=answer, at=at, attention=attention)
        return sale_id

    def stuck(self, sale_id: str) -> str:
        """Nobody has its card."""
        sale = self.store.sale(sale_id)
        assert sale is not None
        for posting in sale.postings:
            self.store.finish(
                posting.transaction_id,
                state=S.NEEDS_PERSON,
                answer="No customer has this phone or card.",
                at=sale.sale.made_at + timedelta(seconds=3),
                attention=Attention.NO_CUSTOMER,
            )
        return sale_id
