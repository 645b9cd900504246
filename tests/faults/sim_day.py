"""A whole day of one or more tills by seed, and what the oracle finds in the evening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from enum import Enum
from functools import partial
from pathlib import Path
from random import Random

from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.programme import RedeemAsk
from pos_app.loyalty.sale import Posting, PostingState
from pos_app.store.till_store import TillStore
from pos_app.till.views import CustomerView
from tests.faults.sim_clock import SimClock, WallClock
from tests.faults.sim_network import SimTransport, Spell, Weather
from tests.faults.sim_server import HOUR_S, SimCore, SimLedger
from tests.faults.sim_till import Crash, Life, SimTill, World

CUSTOMERS = 12
OPEN_S = 8 * HOUR_S
TROUBLE_ENDS_S = 40 * HOUR_S
"""A day's trouble may last into the next night; from then on the servers are well."""
LOOKS_AFTER_S = 300.0
"""A person looks at the server's balance no sooner than this after the last try."""
MEMORY_S = 12 * HOUR_S


class Mode(Enum):
    """How the points get to the server. Its text is a word of the command."""

    ADD = "a"
    UNPROVED = "a-unproved"
    """The CRM does not know an id again, and nobody has proved anything: read and compare."""
    THREE_TILLS = "three-tills"
    SOLE = "sole"
    """PassQuare alone, one till."""
    BLIND = "blind"
    """Naive: an id is sent again to a CRM that does not know it again."""
    SET = "set"
    """Naive: read, add, set, and again from the reading."""

    @property
    def naive(self) -> bool:
        """Whether it must be found out."""
        return self in (Mode.BLIND, Mode.SET)

    @property
    def replaces(self) -> bool:
        """Whether balances are replaced: the server then knows of no single posting."""
        return self in (Mode.SOLE, Mode.SET)


@dataclass(slots=True)
class Evening:
    """What came of one day, or of many."""

    days: int = 0
    customers: int = 0
    sales: int = 0
    crashes: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    """What a person decided, how often."""
    silent: int = 0
    """Customers with another balance than they should have, and nobody asked about it."""
    wrong: list[str] = field(default_factory=list)
    """A sentence for each thing that must not be."""
    overstated: list[str] = field(default_factory=list)
    """A sentence for each time that a screen promised more than there was."""

    def add(self, other: Evening) -> None:
        """Count another day in."""
        self.days += other.days
        self.customers += other.customers
        self.sales += other.sales
        self.crashes += other.crashes
        self.asked += other.asked
        self.silent += other.silent
        self.wrong += other.wrong
        self.overstated += other.overstated


@dataclass(frozen=True, slots=True)
class Ordeal:
    """What a day is made to meet instead of what its seed would draw."""

    spells: tuple[Spell, ...]
    turned_at_s: float
    wrong_by: timedelta


class Day:
    """One day. ``folder`` is an empty one."""

    def __init__(self, seed: int, mode: Mode, folder: Path, ordeal: Ordeal | None = None) -> None:
        self.evening = Evening(days=1, customers=CUSTOMERS)
        self._mode = mode
        self._ordeal = ordeal
        self._rng = rng = Random(f"{mode.value} {seed}")
        self._clock = SimClock()
        self._start = {f"+42060100{number:04}": Decimal(rng.randrange(0, 50_000)) / 100 for number in range(CUSTOMERS)}
        self._ledger = SimLedger(self._clock, self._start, memory_s=0 if mode in (Mode.BLIND, Mode.UNPROVED) else MEMORY_S)
        self._core = SimCore(self._ledger.balances)
        self._turned = rng.random() < 0.2 or ordeal is not None
        self._tills = [_Counter(self, folder / str(number)) for number in range(3 if mode is Mode.THREE_TILLS else 1)]

    def run(self) -> Evening:
        """From opening until everything is settled."""
        try:
            for till in self._tills:
                till.plan_the_day()
            self._clock.wait(TROUBLE_ENDS_S)
            for _round in range(200):
                self._clock.wait(LOOKS_AFTER_S)
                busy = [till.settle() for till in self._tills]
                if not any(busy):
                    break
            else:
                self.evening.wrong.append("the tills never came to rest")
            self._judge()
        finally:
            for till in self._tills:
                till.close()
        return self.evening

    def world(self) -> World:
        """For one till: its own network and clock on the wall, the same servers."""
        rng, wall = Random(self._rng.getrandbits(64)), WallClock(self._clock)
        weather = Weather(rng, end_s=TROUBLE_ENDS_S, spells=self._ordeal.spells if self._ordeal else ())

        def transport(step: Callable[[], None]) -> SimTransport:
            return SimTransport(self._clock, rng, weather, core=self._core, ledger=self._ledger, step=step)

        if self._ordeal:
            self._clock.at(self._ordeal.turned_at_s, partial(setattr, wall, "wrong_by", self._ordeal.wrong_by))
        elif self._turned:
            wrong_by = rng.choice((timedelta(hours=-3), timedelta(hours=20), timedelta(days=-400), timedelta(days=4000)))
            self._clock.at(rng.uniform(0, OPEN_S), partial(setattr, wall, "wrong_by", wrong_by))
        return World(
            self._clock,
            wall,
            rng,
            transport,
            naive=self._mode is Mode.SET,
            trusted=self._mode is not Mode.UNPROVED,
            replaces=self._mode is Mode.SOLE,
        )

    @property
    def phones(self) -> list[str]:
        """The day's customers."""
        return list(self._start)

    @property
    def clock(self) -> SimClock:
        """The day's."""
        return self._clock

    def is_applied(self, posting: Posting) -> bool:
        """What a person sees who looks at the server."""
        if self._mode.replaces:
            return posting.compared is not None and self._ledger.balances[posting.phone] == posting.compared.target
        return bool(self._ledger.applied[posting.transaction_id])

    def shown(self, view: CustomerView) -> None:
        """No balance on a screen promises more than there will be once all that was saved has arrived."""
        if self._turned or len(self._tills) > 1 or self._mode.replaces:
            # By this till's clock an old balance looks newer than what came after it; and another till's sales are not here.
            return
        there = self._ledger.balances[view.customer.phone]
        (till,) = self._tills
        coming = [each for each in till.promised(view.customer.phone) if not self.is_applied(each)]
        most = there + sum((each.sum for each in coming if each.sum is not None), Decimal(0))
        if view.balance is not None and view.balance > most:
            self.evening.overstated.append(f"{view.customer.phone} was shown {view.balance} of {most} ({view.source.value})")

    def _judge(self) -> None:
        due = dict(self._start)
        order: dict[str, list[str]] = {}
        for till in self._tills:
            for posting in till.every_posting():
                times = self._ledger.applied[posting.transaction_id]
                if posting.state is PostingState.APPLIED:
                    assert posting.sum is not None
                    due[posting.phone] += posting.sum
                    order.setdefault(f"{till.name} {posting.phone}", []).append(posting.transaction_id)
                wanted = 1 if posting.state is PostingState.APPLIED else 0
                if times != wanted and not self._mode.replaces:
                    self.evening.wrong.append(f"{posting.transaction_id} ({posting.state.value}) was added {times} times")
            self.evening.wrong += till.lost()
            if till.writes_stopped():
                self.evening.wrong.append(till.writes_stopped())
        came = {transaction_id: place for place, (_phone, transaction_id) in enumerate(self._ledger.order)}
        for line, ids in order.items():
            places = [came.get(each, -1) for each in ids]
            if places != sorted(places) and not self._mode.replaces:
                self.evening.wrong.append(f"{line}: out of order")
        for phone, balance in due.items():
            if balance != self._ledger.balances[phone]:
                self.evening.silent += 1
                self.evening.wrong.append(f"{phone} has {self._ledger.balances[phone]}, not {balance}: silently wrong")


class _Counter:
    """A till's place: it dies there and is started again, cashiers sell, and somebody decides."""

    def __init__(self, day: Day, folder: Path) -> None:
        folder.mkdir()
        self.name = folder.name
        self._day = day
        self._folder = folder
        self._world = day.world()
        self._rng = self._world.rng
        self._risk = self._rng.choice((0.0, 0.002, 0.01, 0.04))
        self._till = self._started()
        self._saved: dict[str, tuple[str, Decimal | None]] = {}

    def plan_the_day(self) -> None:
        for _sale in range(self._rng.randint(15, 45)):
            self._day.clock.at(self._rng.uniform(0, OPEN_S), self._customer)

    def settle(self) -> bool:
        """Somebody looks at what is left, once the servers are well; whether there was anything."""
        self._risk = 0.0
        self._till.life.risk = 0.0
        self._revive()
        left = self._till.open_postings()
        for posting in left:
            if posting.state is PostingState.NEEDS_PERSON and self._posting(posting).state is PostingState.NEEDS_PERSON:
                away = self._rng.choice((Action.ADD_NOW, Action.WRITE_OFF))
                action = Action.ALREADY_THERE if self._day.is_applied(posting) else away
                self._day.evening.asked[action.value] += 1
                self._decide(posting, Decision(action=action, who="Eva", reason="looked"))
        self._till.send_now()
        return bool(left)

    def promised(self, phone: str) -> Iterator[Posting]:
        """All of a customer's postings that are not cancelled."""
        return (each for each in self.every_posting() if each.phone == phone and each.state is not PostingState.CANCELLED)

    def every_posting(self) -> list[Posting]:
        return self._till.every_posting()

    def lost(self) -> list[str]:
        """What was called saved and is not there, or not as it was."""
        there = {each.transaction_id: each for each in self.every_posting()}
        return [
            f"{transaction_id} was saved for {phone} and is lost"
            for transaction_id, (phone, points) in self._saved.items()
            if transaction_id not in there or (points is not None and there[transaction_id].sum != points)
        ]

    def writes_stopped(self) -> str:
        return self._till.writes_stopped()

    def close(self) -> None:
        self._till.close()

    def _started(self) -> SimTill:
        return SimTill(self._world, self._folder, Life(self._rng, self._risk))

    def _revive(self) -> None:
        if self._till.life.dead:
            self._day.evening.crashes += 1
            self._till.close()
            self._till = self._started()

    def _customer(self) -> None:
        self._revive()
        phone = self._rng.choice(self._day.phones)
        gross = Decimal(self._rng.randrange(100, 90_000)) / 100
        redeem = self._rng.choice((Decimal(0), Decimal(0), RedeemAsk.MAX, Decimal(5)))
        try:
            saved = self._till.sell(phone, gross, redeem, self._day.shown)
            self._day.evening.sales += 1
            self._saved |= {each.transaction_id: (each.phone, each.sum) for each in saved.postings}
            if self._rng.random() < 0.1:
                self._day.clock.after(self._rng.uniform(0, 120), partial(self._take_back, saved.sale.sale_id))
        except Crash:
            self._day.clock.after(self._rng.uniform(1, 1800), self._revive)

    def _take_back(self, sale_id: str) -> None:
        self._revive()
        try:
            self._till.undo(sale_id)
        except Crash:
            self._day.clock.after(self._rng.uniform(1, 60), self._revive)

    def _decide(self, posting: Posting, decision: Decision) -> None:
        def decide(store: TillStore) -> None:
            store.decide(posting.transaction_id, decision, at=self._world.wall())

        self._till.store.call(decide)

    def _posting(self, posting: Posting) -> Posting:
        return self._till.store.call(lambda store: store.posting(posting.transaction_id))
