"""A whole day of one or more tills by seed, and what the oracle finds in the evening."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random

from pos_app.loyalty.sale import Posting, PostingState
from pos_app.till.views import CustomerView
from tests.faults.sim_clock import SimClock, WallClock
from tests.faults.sim_counter import OPEN_S, Counter
from tests.faults.sim_mode import Evening, Mode
from tests.faults.sim_network import SimTransport, Spell, Weather
from tests.faults.sim_server import HOUR_S, SimBalances, SimCore, SimLedger
from tests.faults.sim_till import World

CUSTOMERS = 12
TROUBLE_ENDS_S = 40 * HOUR_S
"""A day's trouble may last into the next night; from then on the servers are well."""
LOOKS_AFTER_S = 300.0
"""A person looks at the server's balance no sooner than this after the last try."""
MEMORY_S = 12 * HOUR_S
OLDEST_S = 240.0
"""How old a balance may be that is told, where old ones are told at all."""


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
        self.rules = mode.rules
        self.clock = SimClock()
        self._ordeal = ordeal
        self._rng = rng = Random(f"{mode.value} {seed}")
        self._start = {f"+42060100{number:04}": Decimal(rng.randrange(0, 50_000)) / 100 for number in range(CUSTOMERS)}
        self._balances = SimBalances(self.clock, self._start, self._lag_s)
        knows_again = self.rules.trusted and not self.rules.naive
        self._ledger = SimLedger(self.clock, self._balances, memory_s=MEMORY_S if knows_again else 0)
        self._core = SimCore(self._balances)
        self._turned = rng.random() < 0.2 or ordeal is not None
        self._tills = [Counter(self, folder / str(number)) for number in range(self.rules.tills)]

    def run(self) -> Evening:
        """From opening until everything is settled."""
        try:
            for till in self._tills:
                till.plan_the_day()
            for _edit in range(self._rng.randint(2, 8) if self.rules.edited else 0):
                self.clock.at(self._rng.uniform(0, OPEN_S), lambda: self.edit(self._rng.choice(self.phones)))
            self.clock.wait(TROUBLE_ENDS_S)
            for _round in range(200):
                self.clock.wait(LOOKS_AFTER_S)
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
        rng, wall = Random(self._rng.getrandbits(64)), WallClock(self.clock)
        weather = Weather(rng, end_s=TROUBLE_ENDS_S, spells=self._ordeal.spells if self._ordeal else ())

        def transport(step: Callable[[], None], sending: Callable[[str], list[str]]) -> SimTransport:
            return SimTransport(self.clock, rng, weather, core=self._core, ledger=self._ledger, step=step, sending=sending)

        if self._ordeal:
            self.clock.at(self._ordeal.turned_at_s, partial(setattr, wall, "wrong_by", self._ordeal.wrong_by))
        elif self._turned:
            wrong_by = rng.choice((timedelta(hours=-3), timedelta(hours=20), timedelta(days=-400), timedelta(days=4000)))
            self.clock.at(rng.uniform(0, OPEN_S), partial(setattr, wall, "wrong_by", wrong_by))
        return World(self.clock, wall, rng, self.rules, transport)

    @property
    def phones(self) -> list[str]:
        """The day's customers."""
        return list(self._start)

    def edit(self, phone: str) -> None:
        """Somebody changes a balance in the dashboard: by some points, or back to what it was before."""
        by = Decimal(self._rng.randrange(-5_000, 5_000)) / 100
        self._balances.edit(phone, self._balances.before(phone) if self._rng.random() < 0.2 else self._balances[phone] + by)

    def is_applied(self, posting: Posting) -> bool:
        """What a person finds out who looks at the server's books."""
        if self.rules.replaces:
            return posting.transaction_id in self._core.arrived
        return bool(self._ledger.applied[posting.transaction_id])

    def shown(self, view: CustomerView) -> None:
        """No balance on a screen promises more than there will be once all that was saved has arrived."""
        if self._turned or not self.rules.exact:
            # By a turned clock an old balance looks newer than what came after it.
            return
        phone = view.customer.phone
        (till,) = self._tills
        most = self._start[phone] + sum((each.sum for each in till.promised(phone) if each.sum is not None), Decimal(0))
        if view.balance is not None and view.balance > most:
            self.evening.overstated.append(f"{phone} was shown {view.balance} of {most} ({view.source.value})")

    def _lag_s(self) -> float:
        return self._rng.choice((0.0, self._rng.uniform(1.0, OLDEST_S))) if self.rules.stale else 0.0

    def _judge(self) -> None:
        due = {phone: points + self._balances.edited(phone) for phone, points in self._start.items()}
        never_came: set[tuple[str, Decimal, Decimal]] = set()
        for till in self._tills:
            for posting in till.every_posting():
                if posting.state is PostingState.APPLIED:
                    assert posting.sum is not None
                    due[posting.phone] += posting.sum
                    if self.rules.edited and posting.compared and posting.transaction_id not in self._core.arrived:
                        never_came.add((posting.phone, posting.compared.read, posting.compared.target))
                if not self.rules.replaces:
                    self._counted_once(posting)
            if not self.rules.replaces:
                self._in_order(till)
            self.evening.wrong += [*till.lost(), *till.refunds_that_keep_something()]
        for phone, read, target in sorted(never_came):
            if read != target and self._balances.take(phone, read, target):
                due[phone] -= target - read
                self.evening.edits_taken += 1
        for phone, balance in due.items():
            if balance != self._balances[phone]:
                self.evening.silent += 1
                self.evening.wrong.append(f"{phone} has {self._balances[phone]}, not {balance}: silently wrong")
        lost = [each for each in self._balances.edits if each.lost_s is not None]
        self.evening.edits, self.evening.edits_lost = len(self._balances.edits), len(lost)
        self.evening.edits_unseen = sum(each.unseen for each in lost)
        self.evening.widest_s = max((each.lost_s or 0.0 for each in lost if not each.unseen), default=0.0)

    def _counted_once(self, posting: Posting) -> None:
        times = self._ledger.applied[posting.transaction_id]
        if times != (1 if posting.state is PostingState.APPLIED else 0):
            self.evening.wrong.append(f"{posting.transaction_id} ({posting.state.value}) was added {times} times")

    def _in_order(self, till: Counter) -> None:
        came = {transaction_id: place for place, (_phone, transaction_id) in enumerate(self._ledger.order)}
        order: dict[str, list[int]] = {}
        for posting in till.every_posting():
            if posting.state is PostingState.APPLIED:
                order.setdefault(posting.phone, []).append(came.get(posting.transaction_id, -1))
        self.evening.wrong += [f"{till.name} {phone}: out of order" for phone, places in order.items() if places != sorted(places)]
