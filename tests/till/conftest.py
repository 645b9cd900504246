"""A real store, a real sandbox, and a route whose answers the test decides: our own seam, written by hand."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.errors import NotSent, PosError, Refused
from pos_app.loyalty.programme import Programme, accrual, price
from pos_app.loyalty.sale import Buyer, Compared, Posting, Sale, new_sale_ids, postings_of
from pos_app.loyalty.secret import Secret
from pos_app.passquare.core import CoreClient
from pos_app.passquare.transport import Transport
from pos_app.sandbox.server import Sandbox
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.store.witness import Uptime
from pos_app.till.sync.courier import Courier
from pos_app.till.sync.quarantine import Quarantine
from pos_app.till.sync.route_add import NOTHING_EARNED
from pos_app.till.sync.way import Ready, Stop, Way
from tests.till.desk import Desk, Hand


@dataclass
class Clock:
    """A wall clock that the test moves."""

    now: datetime = datetime(2026, 3, 14, 14, 32, tzinfo=UTC)
    passed_s: float = 0.0
    boot: str = "monday"

    def __call__(self) -> datetime:
        return self.now

    def monotonic(self) -> float:
        """Seconds; nobody sets this one."""
        return self.passed_s

    def uptime(self) -> Uptime:
        """Nor this one, which goes on when a program ends."""
        return Uptime(self.boot, int(self.passed_s * 1000))

    def passes(self, **units: float) -> None:
        """Time goes by, on the wall and for real."""
        self.now += timedelta(**units)
        self.passed_s += timedelta(**units).total_seconds()


@dataclass
class ScriptedRoute:
    """A way that answers as told; remembers what arrived. ``script`` maps a phone to errors to raise, one a try, then success."""

    script: dict[str, list[PosError]] = field(default_factory=dict)
    bonus_is: Decimal | PosError = Decimal(5)
    balances: dict[str, Decimal | None] = field(default_factory=dict)
    """What the server has; a sum that arrives is added, also if it is not answered. Empty: nobody looks."""
    arrived: list[Posting] = field(default_factory=list)
    trusted: bool = True
    endpoint: str = "scripted"
    lock: threading.Lock = field(default_factory=threading.Lock)

    def turn(self) -> AbstractContextManager[object]:
        return nullcontext()

    def prepare(self, posting: Posting, *, alone: bool = False) -> Ready | Stop:
        read = self.balances.get(posting.phone)
        if posting.sum is not None:
            return Ready((posting,), compared=None if read is None else Compared(read, read + posting.sum))
        if isinstance(self.bonus_is, PosError):
            raise self.bonus_is
        points = accrual(posting.base, self.bonus_is)
        return Ready((posting,), points=points, bonus=self.bonus_is) if points else NOTHING_EARNED

    def balance(self, posting: Posting) -> Decimal | None:
        return self.balances.get(posting.phone)

    def write(self, postings: Sequence[Posting]) -> None:
        (posting,) = postings
        with self.lock:
            self.arrived.append(posting)
            errors = self.script.get(posting.phone, [])
            error = errors.pop(0) if errors else None
            before = self.balances.get(posting.phone)
            if before is not None and posting.sum is not None and not isinstance(error, NotSent | Refused):
                self.balances[posting.phone] = before + posting.sum
        if error is not None:
            raise error

    def applied(self, store: TillStore, postings: Sequence[Posting], *, at: datetime) -> None:
        pass

    def check(self, postings: Sequence[Posting]) -> None:
        pass


QUARANTINE_S = 120.0


def courier_of(
    store: DatabaseThread[TillStore],
    route: Way,
    clock: Clock,
    *,
    told: Callable[[PosError | None], None] = lambda _error: None,
    new_uuid: Callable[[], uuid.UUID] = uuid.uuid4,
    quiet_s: Callable[[str], float] = lambda _customer: 0.0,
) -> Courier:
    """A courier of a program that starts now."""
    quarantine = Quarantine(monotonic=clock.monotonic, length_s=QUARANTINE_S, quiet_s=quiet_s)
    return Courier(
        store=store,
        way=route,
        now=clock,
        quarantine=quarantine,
        dedupe_memory=timedelta(hours=12),
        told=told,
        new_uuid=new_uuid,
    )


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


@pytest.fixture
def desk(store: DatabaseThread[TillStore], clock: Clock) -> Iterator[Desk]:
    made = Desk(Hand(store, clock))
    yield made
    assert made.messenger.stop()


SellTo = Callable[..., tuple[Posting, ...]]


@pytest.fixture
def sell_to(store: DatabaseThread[TillStore], clock: Clock) -> SellTo:
    """See ``saved``."""
    return partial(saved, store, clock)


def saved(
    store: DatabaseThread[TillStore], clock: Clock, phone: str, *, redeem: str = "0", standing: Standing | None = None
) -> tuple[Posting, ...]:
    """Save a sale of 100 to a phone; its postings."""
    known = standing or Standing(balance=Decimal(500), bonus=Decimal(5), discount=Decimal(0))
    quote = price(Decimal(100), standing=known, programme=Programme(), redeem=Decimal(redeem))
    ids = new_sale_ids()
    sale = Sale(sale_id=ids.sale_id, made_at=clock(), buyer=Buyer(phone=phone), quote=quote)
    postings = postings_of(sale, ids, earn_base=quote.to_pay, lifetime_days=None)
    return store.call(lambda it: it.save_sale(sale, postings)).postings


@pytest.fixture(scope="module")
def running() -> Iterator[Sandbox]:
    with Sandbox() as one:
        yield one


@pytest.fixture
def sandbox(running: Sandbox) -> Iterator[Sandbox]:
    yield running
    running.reset()


@pytest.fixture
def transport() -> Iterator[Transport]:
    made = Transport(deadline_s=2.0)
    yield made
    made.close()


@pytest.fixture
def core(sandbox: Sandbox, transport: Transport) -> CoreClient:
    return CoreClient(transport, url=sandbox.core_url, key=lambda: Secret(sandbox.app_key))
