"""A till that is opened now and then, for a moment each: what may have arrived is waited out across its openings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.loyalty.errors import Refused, Unknown
from pos_app.loyalty.sale import Attention, PostingState
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.sync.courier import Courier
from pos_app.till.sync.step import Step
from tests.till.conftest import QUARANTINE_S, Clock, ScriptedRoute, courier_of, saved

PHONE = "+420777000001"
BEFORE, AFTER = Decimal(10), Decimal(15)


@dataclass
class Process:
    """From its start to its end."""

    store: DatabaseThread[TillStore]
    courier: Courier

    def deliver(self) -> Step:
        """One try of what is first in the line."""
        return self.courier.deliver(self.store.call(lambda store: store.line(PHONE)[0]))


@dataclass
class Desk:
    """A data folder, a route and a clock that outlive every process."""

    path: Path
    route: ScriptedRoute
    clock: Clock

    @contextmanager
    def process(self) -> Iterator[Process]:
        store = DatabaseThread(lambda: TillStore.open(self.path, uptime=self.clock.uptime), name="till-store")
        courier = courier_of(store, self.route, self.clock, quiet_s=lambda customer: store.call(lambda it: it.quiet_s(customer)))
        try:
            yield Process(store, courier)
        finally:
            store.close()

    def lose_one(self) -> None:
        """A sale is sent, nothing is answered, and nothing arrived."""
        self.route.script[PHONE] = [Unknown("cut off")]
        with self.process() as process:
            saved(process.store, self.clock, PHONE)
            assert process.deliver().posting.state is PostingState.UNKNOWN
        self.route.balances[PHONE] = BEFORE

    def look(self) -> Step:
        """What one more process makes of it."""
        with self.process() as process:
            return process.deliver()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Desk:
    return Desk(tmp_path / "till.db", ScriptedRoute(trusted=False, balances={PHONE: BEFORE}), clock)


def test_the_wait_goes_on_from_process_to_process_and_ends(desk: Desk, clock: Clock) -> None:
    desk.lose_one()
    for waited_s in (0, 50, 100):
        assert desk.look().rest_s == QUARANTINE_S - waited_s
        clock.passes(seconds=50)
    assert desk.look().posting.state is PostingState.APPLIED
    assert (len(desk.route.arrived), desk.route.balances[PHONE]) == (2, AFTER)


@pytest.mark.parametrize("days", [-900, 900])
def test_a_wall_clock_that_is_set_neither_shortens_nor_lengthens_the_wait(desk: Desk, clock: Clock, days: int) -> None:
    desk.lose_one()
    clock.now += timedelta(days=days)
    assert desk.look().rest_s == QUARANTINE_S
    clock.passes(seconds=QUARANTINE_S - 1)
    assert desk.look().rest_s == 1
    clock.passes(seconds=1)
    assert desk.look().posting.state is PostingState.APPLIED


def test_another_start_of_the_computer_waits_anew_and_then_across_processes(desk: Desk, clock: Clock) -> None:
    desk.lose_one()
    clock.passes(hours=9)
    clock.boot = "tuesday"
    assert desk.look().rest_s == QUARANTINE_S
    clock.passes(seconds=100)
    assert desk.look().rest_s == QUARANTINE_S - 100
    clock.passes(seconds=20)
    assert desk.look().posting.state is PostingState.APPLIED


def test_a_process_that_died_while_sending_counts_from_the_next_opening(desk: Desk, clock: Clock) -> None:
    with desk.process() as process:
        (posting,) = saved(process.store, clock, PHONE)
        compared = desk.route.prepare(posting)
        process.store.call(
            lambda store: store.begin_sending(
                posting.transaction_id, at=clock(), endpoint=desk.route.endpoint, compared=getattr(compared, "compared", None)
            )
        )
    clock.passes(hours=1)
    assert desk.look().rest_s == QUARANTINE_S
    clock.passes(seconds=QUARANTINE_S)
    assert desk.look().posting.state is PostingState.APPLIED


def test_a_process_that_goes_on_needs_no_witness_from_before(desk: Desk, clock: Clock) -> None:
    desk.lose_one()
    clock.boot = "tuesday"
    with desk.process() as process:
        assert process.deliver().rest_s == QUARANTINE_S
        clock.boot = "wednesday"  # a witness that is worth nothing
        clock.passes(seconds=QUARANTINE_S)
        assert process.deliver().posting.state is PostingState.APPLIED


def test_a_balance_that_may_be_an_old_one_is_waited_for_across_processes(desk: Desk, clock: Clock) -> None:
    with desk.process() as process:
        saved(process.store, clock, PHONE)
        assert process.deliver().posting.state is PostingState.APPLIED
        saved(process.store, clock, PHONE)
    desk.route.balances[PHONE] = Decimal(99)
    clock.passes(seconds=100)
    assert desk.look().rest_s == QUARANTINE_S - 100
    clock.passes(seconds=20)
    after = desk.look().posting
    assert (after.state, after.attention) == (PostingState.APPLIED, None)


def test_what_cannot_be_compared_is_a_persons_once_the_wait_is_over(desk: Desk, clock: Clock) -> None:
    desk.route.balances[PHONE] = None
    desk.lose_one()
    clock.passes(seconds=60)
    assert desk.look().rest_s == QUARANTINE_S - 60
    clock.passes(seconds=60)
    assert desk.look().posting.attention is Attention.OUTCOME_UNKNOWN


def test_a_repeat_that_was_refused_is_waited_out_across_processes_and_ends(desk: Desk, clock: Clock) -> None:
    desk.route.trusted, desk.route.balances = True, {}
    desk.route.script[PHONE] = [Unknown("cut off"), Refused("limit"), Refused("limit")]
    with desk.process() as process:
        saved(process.store, clock, PHONE)
        process.deliver()
    for rest_s in (QUARANTINE_S, QUARANTINE_S - 60):
        assert desk.look().rest_s == rest_s
        clock.passes(seconds=60)
    assert desk.look().posting.attention is Attention.OUTCOME_UNKNOWN
    assert len(desk.route.arrived) == 3
