"""A till of the production classes in a simulated day: without threads, and with a death that may come at every step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from pos_app.loyalty.decision import Decision
from pos_app.loyalty.errors import BadInput, PosError
from pos_app.loyalty.programme import Programme, RedeemAsk, accrual
from pos_app.loyalty.sale import Posting, PostingState, new_sale_ids
from pos_app.loyalty.secret import Secret
from pos_app.passquare.core import CoreClient
from pos_app.passquare.crm import CrmClient, CrmKey
from pos_app.passquare.transport import Transport
from pos_app.passquare.wire.core_user import UserUpdate
from pos_app.store.customer_cache import CustomerCache
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import SaleRecord, SavedSale, TillStore
from pos_app.store.witness import Uptime
from pos_app.till.lookup import Lookup
from pos_app.till.query import Query
from pos_app.till.refunding import Refunding
from pos_app.till.selling import Draft, Selling
from pos_app.till.settling import Settling
from pos_app.till.sync.backoff import Backoff
from pos_app.till.sync.courier import Courier
from pos_app.till.sync.gate import Gate
from pos_app.till.sync.plan import Plan
from pos_app.till.sync.quarantine import Quarantine
from pos_app.till.sync.route_add import AddBalanceRoute
from pos_app.till.sync.route_set import WRITES_STOPPED, ReplaceBalanceRoute, allow_writes
from pos_app.till.sync.way import Ready, Way
from pos_app.till.views import CustomerView
from tests.faults.sim_clock import SimClock, WallClock
from tests.faults.sim_mode import Rules

T = TypeVar("T", TillStore, CustomerCache)
R = TypeVar("R")
P = ParamSpec("P")
TRUSTED = timedelta(hours=12)
QUARANTINE_S = 120.0
STALE_QUARANTINE_S = 400.0
"""As an owner sets it whose server is known to tell old balances: longer than what is late and what is old together."""


class Crash(BaseException):
    """The process is dead. Not an Exception: nothing in the till catches it."""


class Here(DatabaseThread[T]):
    """The database's thread without a thread: everything is done at once."""

    def __init__(self, owned: T, step: Callable[[], None]) -> None:
        self._owned: T = owned
        self._step = step

    def run(self, fn: Callable[[T], R]) -> Future[R]:
        future: Future[R] = Future()
        try:
            future.set_result(self.call(fn))
        except Exception as error:  # noqa: BLE001 - it belongs to whoever asked
            future.set_exception(error)
        return future

    def call(self, fn: Callable[[T], R]) -> R:
        self._step()
        done = fn(self._owned)
        self._step()
        return done

    def close(self, *, wait_s: float = 0.0) -> None:
        self._owned.close()


class AtOnce(Executor):
    """A pool of nobody: work is done by whoever hands it in."""

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - it belongs to whoever asked
            future.set_exception(error)
        return future


@dataclass
class Life:
    """From a start of the program to its death. ``risk``: that it dies at any one step."""

    rng: Random
    risk: float
    boot: str = "first"
    """Of the computer: it may go down with the program."""
    dead: bool = False

    def step(self) -> None:
        """Go one step on. Raises Crash."""
        if not self.dead and self.rng.random() < self.risk:
            self.dead = True
        if self.dead:
            raise Crash


@dataclass
class World:
    """What a till is put into."""

    clock: SimClock
    wall: WallClock
    rng: Random
    rules: Rules
    transport: Callable[[Callable[[], None], Callable[[str], list[str]]], Transport]
    """Made for one life: what is called at each step, and what tells the ids that are about to be sent of a phone."""


class ReadAddSet:
    """The protocol that everybody writes first. It is here to be found out."""

    def __init__(self, core: CoreClient) -> None:
        self._core = core

    endpoint = "naive"
    trusted = True

    def turn(self) -> AbstractContextManager[object]:
        return nullcontext()

    def prepare(self, posting: Posting, *, alone: bool = False) -> Ready:
        if posting.sum is not None:
            return Ready((posting,))
        bonus = self._core.read_customer(phone=posting.phone).standing.bonus or Decimal(0)
        return Ready((posting,), points=accrual(posting.base, bonus), bonus=bonus)

    def balance(self, posting: Posting) -> Decimal | None:
        return self._core.read_customer(phone=posting.phone).standing.balance

    def write(self, postings: Sequence[Posting]) -> None:
        (posting,) = postings
        balance = self.balance(posting) or Decimal(0)
        self._core.create_or_update(UserUpdate(phone=posting.phone, balance=balance + (posting.sum or 0)))

    def applied(self, store: TillStore, postings: Sequence[Posting], *, at: datetime) -> None: ...

    def check(self, postings: Sequence[Posting]) -> None: ...


class SimTill:
    """One process. The messenger is played by events of the clock, in the way ``till/sync/messenger.py`` calls its parts."""

    def __init__(self, world: World, folder: Path, life: Life, *, account: str = "Sim") -> None:
        self.life = life
        self._world = world
        clock, wall, rng = world.clock, world.wall, world.rng
        # A start is not cut off here: the model of power cuts does that.
        self._plain = TillStore.open(folder / "till.db", uptime=lambda: Uptime(life.boot, int(clock.monotonic() * 1000)))
        self._customers = CustomerCache.open(folder / "customers.db")
        self.store = Here(self._plain, life.step)
        cache = Here(self._customers, life.step)
        transport = world.transport(life.step, self._sending)
        key = Secret("sim")
        core = CoreClient(transport, url="https://core.example/api/v2", key=lambda: key)
        crm = CrmClient(transport, url="https://sim.example/crm", auth=CrmKey(lambda: key))
        backoff = Backoff(rng)
        self.gate = Gate(backoff=backoff, monotonic=clock.monotonic)
        self._plan = Plan(gate=self.gate, backoff=backoff, blocked=lambda: bool(self.writes_stopped()))
        rules = world.rules
        quarantine = Quarantine(
            monotonic=clock.monotonic,
            length_s=STALE_QUARANTINE_S if rules.stale else QUARANTINE_S,
            quiet_s=lambda customer: self.store.call(lambda store: store.quiet_s(customer)),
        )
        way: Way = AddBalanceRoute(crm, core, endpoint="sim", trusted=rules.trusted)
        if rules.replaces:
            replace = ReplaceBalanceRoute(core, store=self.store, endpoint="sim", shared=rules.shared, quarantine=quarantine)
            way = ReadAddSet(core) if rules.naive else replace
        self._courier = Courier(
            store=self.store,
            way=way,
            now=wall,
            quarantine=quarantine,
            dedupe_memory=TRUSTED,
            told=self._told,
            new_uuid=self._uuid,
        )
        self._lookup = Lookup(
            core=core,
            crm=None if rules.replaces and not rules.naive else crm,
            cache=cache,
            store=self.store,
            pool=AtOnce(),
            now=wall,
            core_told=lambda _error: None,
            crm_told=self._told,
        )
        programme = Programme(offline_redeem=True)
        self.selling = Selling(
            store=self.store, programme=lambda: programme, account=lambda: account, now=wall, new_uuid=self._uuid
        )
        self.refunding = Refunding(store=self.store, now=wall, new_uuid=self._uuid)
        self.settling = Settling(store=self.store, lookup=self._lookup, region="CZ", account=lambda: account, now=wall)
        self._wanted = 0
        self._wake()

    def sell(self, phone: str, gross: Decimal, redeem: Decimal | RedeemAsk, shown: Callable[[CustomerView], None]) -> SavedSale:
        """A customer comes, is looked up, and buys. Raises Crash."""
        answer = self._lookup.live(Query(text=phone, phone=phone))
        buyer = answer.customers[0] if answer.customers else answer.nobody
        assert buyer is not None, "a whole phone is somebody or nobody"
        if isinstance(buyer, CustomerView):
            shown(buyer)
        draft = Draft(ids=self.selling.new_ids(), buyer=buyer, gross=gross, redeem=redeem)
        try:
            saved = self.selling.confirm(draft)
        except BadInput:
            saved = self.selling.confirm(Draft(ids=draft.ids, buyer=buyer, gross=gross, redeem=Decimal(0)))
        self._wake()
        return saved

    def undo(self, sale_id: str) -> None:
        """Take a sale back. Raises Crash."""
        self.refunding.undo(sale_id)
        self._wake()

    def refund(self, sale_id: str, amount: Decimal) -> None:
        """Take a part of a sale back. Raises Crash, and BadInput if so much is not left."""
        self.refunding.refund(sale_id, amount=amount, ids=new_sale_ids(self._uuid))
        self._wake()

    def decide(self, transaction_id: str, decision: Decision, *, phone: str = "", points: Decimal | None = None) -> list[Posting]:
        """Do what a person decided. Raises Crash, and BadInput."""
        decided = self.settling.decide(transaction_id, decision, phone=phone, points=points, new_uuid=self._uuid)
        self._wake()
        return decided

    def forgive_debt(self, phone: str) -> None:
        """Give somebody what they owe. Raises Crash, and BadInput where nothing is owed."""
        self.settling.forgive_debt(phone, who="Eva", reason="a mistake of ours", ids=new_sale_ids(self._uuid))
        self._wake()

    def send_now(self) -> None:
        """As the button does."""
        self._plan.forget_rests()
        self.gate.ajar()
        self._wake()

    def close(self) -> None:
        """Let go of the files; what the process had in memory is gone."""
        self.life.dead = True
        self._plain.close()
        self._customers.close()

    def writes_stopped(self) -> str:
        """Why nothing is written any more."""
        return self._plain.fact(WRITES_STOPPED)

    def allow_writes(self) -> None:
        """As somebody does who looked."""
        self.store.call(lambda store: allow_writes(store, who="Eva", reason="looked", at=self._world.wall()))

    def open_postings(self) -> list[Posting]:
        """What is not settled."""
        return self._plain.open_postings()

    def every_sale(self) -> list[SaleRecord]:
        """All that were ever saved, refunds among them."""
        return self._plain.recent_sales(10_000)

    def sale(self, sale_id: str) -> SaleRecord:
        """One that was saved."""
        record = self._plain.sale(sale_id)
        assert record is not None, "it was saved"
        return record

    def every_posting(self) -> list[Posting]:
        """All that were ever saved, in their order."""
        found = [posting for record in self.every_sale() for posting in record.postings]
        return sorted(found, key=lambda posting: posting.seq)

    def decided(self, posting: Posting) -> bool:
        """Whether a person had a say in it."""
        return bool(self._plain.decisions(posting.transaction_id))

    def refunds_that_keep_something(self) -> list[str]:
        """Sales that were wholly taken back, by nobody's decision, and moved points all the same."""
        sales = {each.sale.sale_id: each for each in self.every_sale()}
        kept = []
        for record in sales.values():
            if record.sale.reverses or not record.reversed_by or record.left:
                continue
            postings = [*record.postings, *(each for other in record.reversed_by for each in sales[other].postings)]
            moved = sum((each.sum or Decimal(0) for each in postings if each.state is PostingState.APPLIED), Decimal(0))
            if moved and not any(self.decided(each) for each in postings):
                kept.append(f"sale {record.sale.sale_id} was taken back and moved {moved} points")
        return kept

    def _sending(self, phone: str) -> list[str]:
        return [each.transaction_id for each in self._plain.line(phone) if each.state is PostingState.SENDING]

    def _told(self, error: PosError | None) -> None:
        if error is None:
            self.gate.passed()
        else:
            self.gate.failed(error)

    def _wake(self, wait_s: float = 0.0) -> None:
        self._wanted += 1
        number = self._wanted
        self._world.clock.after(wait_s, lambda: self._guarded(lambda: self._round(number)))

    def _guarded(self, work: Callable[[], Any]) -> None:
        if self.life.dead:
            return
        # Those further down the stack of this process find it dead at their next step.
        with suppress(Crash):
            work()

    def _round(self, number: int) -> None:
        if number != self._wanted:
            return
        now = self._world.clock.monotonic()
        turn = self._plan.turn(now)
        if not turn.free:
            if turn.wait_s is not None:
                self._wake(turn.wait_s)
            return
        due = self.store.call(lambda store: self._plan.due(store, turn))
        for posting in due:
            self._plan.begins(posting)
            self._world.clock.after(0.0, lambda it=posting: self._guarded(lambda: self._serve(it)))  # type: ignore[misc]
        wait_s = self._plan.wait_s(now)
        if wait_s is not None:
            self._wake(wait_s)

    def _serve(self, posting: Posting) -> None:
        step = self._courier.deliver(posting)
        self._plan.ends(posting, step, self._world.clock.monotonic())
        self._wake()

    def _uuid(self) -> UUID:
        return UUID(int=self._world.rng.getrandbits(128), version=4)
