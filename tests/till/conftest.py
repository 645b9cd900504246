"""A real store, and a route whose answers the test decides: our own seam, written by hand."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.errors import PosError
from pos_app.loyalty.programme import Programme, price
from pos_app.loyalty.sale import Buyer, Posting, Sale, new_sale_ids, postings_of
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore


@dataclass
class Clock:
    """A wall clock that the test moves."""

    now: datetime = datetime(2026, 3, 14, 14, 32, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **units: float) -> None:
        self.now += timedelta(**units)


@dataclass
class ScriptedRoute:
    """Answers as told; remembers what arrived. ``script`` maps a phone to errors to raise, one a try, then success."""

    script: dict[str, list[PosError]] = field(default_factory=dict)
    bonus_is: Decimal | PosError = Decimal(5)
    arrived: list[Posting] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def bonus(self, posting: Posting) -> Decimal:
        if isinstance(self.bonus_is, PosError):
            raise self.bonus_is
        return self.bonus_is

    def send(self, posting: Posting) -> None:
        with self.lock:
            self.arrived.append(posting)
            errors = self.script.get(posting.phone, [])
            if errors:
                raise errors.pop(0)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def route() -> ScriptedRoute:
    return ScriptedRoute()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DatabaseThread[TillStore]]:
    thread = DatabaseThread(lambda: TillStore.open(tmp_path / "till.db"), name="till-store")
    yield thread
    thread.close()


SellTo = Callable[..., tuple[Posting, ...]]


@pytest.fixture
def sell_to(store: DatabaseThread[TillStore], clock: Clock) -> SellTo:
    """Save a sale of 100 to a phone; its postings."""

    def sell(phone: str, *, redeem: str = "0", standing: Standing | None = None) -> tuple[Posting, ...]:
        known = standing or Standing(balance=Decimal(500), bonus=Decimal(5), discount=Decimal(0))
        quote = price(Decimal(100), standing=known, programme=Programme(), redeem=Decimal(redeem))
        ids = new_sale_ids()
        sale = Sale(sale_id=ids.sale_id, made_at=clock(), buyer=Buyer(phone=phone), quote=quote)
        postings = postings_of(sale, ids, earn_base=quote.to_pay, lifetime_days=None)
        return store.call(lambda it: it.save_sale(sale, postings)).postings

    return sell
