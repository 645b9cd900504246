"""Whatever happens to a till in whichever order, every posting is on the server once, or a person was asked.

Long form: ``--hypothesis-profile=thorough``.
"""

from __future__ import annotations

import tempfile
from datetime import timedelta
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from pos_app.loyalty.decision import Action, possible
from tests.faults.delivery_end import settle
from tests.faults.delivery_promises import broken
from tests.faults.delivery_world import PHONES, DeliveryWorld, Fates
from tests.faults.opening import in_memory_if_possible
from tests.faults.sim_mode import Mode
from tests.faults.sim_network import Fate

LASTING = (Fate.REFUSED_CONNECTION, Fate.LOST_BEFORE, Fate.LOST_AFTER, Fate.LATE, Fate.KEY, Fate.PORTAL)
MET = st.just(()) | st.lists(st.sampled_from(Fate), min_size=1, max_size=3).map(tuple)
FATES = st.builds(Fates, asked=st.just(()) | MET, written=MET, rest=st.just(Fate.WELL) | st.sampled_from(LASTING))
WAITS_S = st.sampled_from((1.0, 20.0, 130.0, 3600.0, 43_300.0))
"""Short, past a pause, past the quarantine, long, past what the server remembers."""
DEATHS = st.integers(0, 60).map(lambda steps: steps if 0 < steps <= 30 else None)
"""After how many steps of the program it dies."""
WRONG_BY = st.sampled_from([timedelta(), *(timedelta(hours=hours) for hours in (-30, -3, -1, 20, 10_000))])
MODES = (Mode.ADD, Mode.UNPROVED, Mode.SOLE, Mode.SHARED)


class Rare(Enum):
    """What does not happen every day."""

    EDIT = "somebody edits a balance on the server"
    FORGIVEN = "a debt is forgiven"
    TURNED = "the clock on the wall is turned"
    KILLED = "the process is killed between two steps"


pytestmark = pytest.mark.timeout(3600)
"""The long form takes half an hour, and a counter-example is made small for minutes."""


class Delivery(RuleBasedStateMachine):
    """One till, three customers, one way to the server."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(dir=in_memory_if_possible())
        self._edits = 0

    @initialize(mode=st.sampled_from(MODES), seed=st.integers(0, 9))
    def begins(self, mode: Mode, seed: int) -> None:
        self.world = DeliveryWorld(mode, Path(self._folder.name), seed=seed)
        for phone in PHONES:
            self.world.act(lambda to=phone: self.world.sell(to, Decimal(200), Decimal(5)))  # type: ignore[misc]

    @rule(phone=st.sampled_from(PHONES), redeem=st.sampled_from((0, 0, 5, 20)), fates=FATES, steps=DEATHS, data=st.data())
    def somebody_buys(self, phone: str, redeem: int, fates: Fates, steps: int | None, data: st.DataObject) -> None:
        gross = Decimal(data.draw(st.integers(100, 60_000))) / 100

        def buy() -> None:
            self.world.sell(phone, gross, Decimal(redeem))
            self.world.send()

        self.world.script.says(fates)
        self.world.act(buy, steps=steps)

    @rule(fates=FATES, steps=DEATHS)
    def it_is_tried_at_once(self, fates: Fates, steps: int | None) -> None:
        self.world.script.says(fates)
        self.world.act(self.world.send, steps=steps)

    @rule(wait_s=WAITS_S, fates=FATES, steps=DEATHS)
    def time_passes(self, wait_s: float, fates: Fates, steps: int | None) -> None:
        self.world.script.says(fates)
        self.world.act(lambda: self.world.clock.wait(wait_s), steps=steps)

    @rule(data=st.data(), whole=st.booleans(), steps=DEATHS)
    def a_sale_is_taken_back(self, data: st.DataObject, whole: bool, steps: int | None) -> None:
        sales = [each for each in self.world.till.every_sale() if not each.sale.reverses and each.sale.quote.gross]
        if not sales:
            return
        sale = sales[data.draw(st.integers(0, len(sales) - 1))].sale
        cents = data.draw(st.integers(1, int(sale.quote.gross * 100)))
        till = self.world.till
        self.world.act(lambda: till.undo(sale.sale_id) if whole else till.refund(sale.sale_id, Decimal(cents) / 100), steps=steps)

    @precondition(lambda self: self.world.needy())
    @rule(data=st.data(), phone=st.sampled_from(PHONES), steps=DEATHS)
    def somebody_decides_whatever_is_true(self, data: st.DataObject, phone: str, steps: int | None) -> None:
        needy = self.world.needy()
        posting = needy[data.draw(st.integers(0, len(needy) - 1))]
        action = data.draw(st.sampled_from(sorted(possible(posting), key=lambda each: each.value)))
        to = phone if action is Action.MOVE else ""
        points = Decimal("0.01") if action is Action.TAKE_ONLY else None
        self.world.act(lambda: self.world.decide(posting, action, phone=to, points=points), steps=steps)

    @rule(phone=st.sampled_from(PHONES), fates=FATES, steps=DEATHS, wrong_by=WRONG_BY, data=st.data())
    def something_rare_happens(self, phone: str, fates: Fates, steps: int | None, wrong_by: timedelta, data: st.DataObject) -> None:
        match data.draw(st.sampled_from(Rare)):
            case Rare.EDIT:
                self._edit(phone, sign=data.draw(st.sampled_from((1, -1))), after_s=data.draw(st.sampled_from((0.0, 0.5, 30.0))))
            case Rare.FORGIVEN:
                self.world.script.says(fates)
                self.world.act(lambda: self.world.till.forgive_debt(phone), steps=steps)
            case Rare.TURNED:
                self.world.wall.wrong_by = wrong_by
            case Rare.KILLED:
                self.world.die()

    @precondition(lambda self: self.world.till.writes_stopped())
    @rule()
    def writes_are_allowed_again(self) -> None:
        self.world.till.allow_writes()

    @invariant()
    def no_promise_is_broken(self) -> None:
        assert broken(self.world) == []

    def _edit(self, phone: str, *, sign: int, after_s: float) -> None:
        """Each by another amount, and by more than any sale: none looks like a posting."""
        self._edits += 1
        by = sign * (Decimal(2) ** self._edits * 10_000)
        self.world.clock.after(after_s, lambda: self.world.balances.edit(phone, self.world.balances[phone] + by))

    def teardown(self) -> None:
        try:
            if hasattr(self, "world"):
                self._in_the_end()
        finally:
            self._folder.cleanup()

    def _in_the_end(self) -> None:
        try:
            assert settle(self.world) == []
            assert broken(self.world) == []
            assert self.world.till.refunds_that_keep_something() == []
        finally:
            findings = self.world.close()
        assert findings == []


TestDelivery = Delivery.TestCase
TestDelivery.settings = settings(
    max_examples=settings().max_examples * 2 // 5, stateful_step_count=30, suppress_health_check=list(HealthCheck)
)
