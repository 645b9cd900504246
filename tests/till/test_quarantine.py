"""How long something may still be on its way, by a clock that nobody can set."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from pos_app.loyalty.sale import Posting, PostingKind, PostingState
from pos_app.till.sync.quarantine import CLOCK_SLACK, Quarantine
from tests.till.conftest import Clock

LENGTH_S = 120.0
MEMORY = timedelta(hours=12)
WAITING = Posting(transaction_id="one", sale_id="s", kind=PostingKind.EARN, phone="+420777000001", sum=Decimal(5))
UNKNOWN = replace(WAITING, state=PostingState.UNKNOWN)


@pytest.fixture
def clock() -> Clock:
    return Clock(passed_s=1_000.0)


@pytest.fixture
def quarantine(clock: Clock) -> Quarantine:
    return Quarantine(monotonic=clock.monotonic, length_s=LENGTH_S)


def test_after_a_restart_everything_counts_as_sent_at_the_start(quarantine: Quarantine, clock: Clock) -> None:
    assert quarantine.left_s(UNKNOWN) == LENGTH_S
    clock.passes(seconds=50)
    assert quarantine.left_s(UNKNOWN) == LENGTH_S - 50
    clock.passes(seconds=500)
    assert quarantine.left_s(UNKNOWN) == 0.0


def test_the_quarantine_begins_when_a_try_begins_and_again_when_it_is_over(quarantine: Quarantine, clock: Clock) -> None:
    clock.passes(hours=1)
    quarantine.begins(WAITING)
    assert quarantine.left_s(UNKNOWN) == LENGTH_S
    clock.passes(seconds=20)
    quarantine.sent(UNKNOWN)
    assert quarantine.left_s(UNKNOWN) == LENGTH_S
    assert quarantine.left_s(replace(UNKNOWN, transaction_id="another")) == 0.0


def test_what_was_settled_is_forgotten_and_may_be_settled_twice(quarantine: Quarantine, clock: Clock) -> None:
    quarantine.settled(WAITING)
    quarantine.begins(WAITING)
    clock.passes(hours=1)
    quarantine.begins(UNKNOWN)
    quarantine.settled(UNKNOWN)
    assert quarantine.left_s(UNKNOWN) == 0.0
    assert not quarantine.younger_than(UNKNOWN, MEMORY, now=clock())


def test_a_balance_may_be_old_for_a_while_after_points_arrived_and_after_nothing_else(quarantine: Quarantine, clock: Clock) -> None:
    clock.passes(hours=1)
    quarantine.settled(replace(UNKNOWN, state=PostingState.CANCELLED))
    assert quarantine.old_s(UNKNOWN.customer_key) == 0.0
    quarantine.settled(replace(UNKNOWN, state=PostingState.APPLIED))
    clock.passes(seconds=20)
    assert quarantine.old_s(UNKNOWN.customer_key) == LENGTH_S - 20
    assert quarantine.old_s("+420777000002") == 0.0


def test_who_was_quiet_before_the_start_is_asked_about_what_was_sent_before_it_alone(clock: Clock) -> None:
    quarantine = Quarantine(monotonic=clock.monotonic, length_s=LENGTH_S, quiet_s=lambda _customer: 100.0)
    assert quarantine.left_s(UNKNOWN) == LENGTH_S - 100
    quarantine.begins(WAITING)
    assert quarantine.left_s(UNKNOWN) == LENGTH_S


def test_an_id_is_as_old_as_its_first_try_and_not_as_its_last(quarantine: Quarantine, clock: Clock) -> None:
    quarantine.begins(WAITING)
    clock.passes(hours=6)
    quarantine.begins(UNKNOWN)
    assert quarantine.younger_than(UNKNOWN, MEMORY, now=clock())
    clock.passes(hours=6)
    assert not quarantine.younger_than(UNKNOWN, MEMORY, now=clock())


def test_what_came_to_nothing_and_waits_again_has_its_first_try_before_it(quarantine: Quarantine, clock: Clock) -> None:
    quarantine.begins(WAITING)
    clock.passes(days=3)
    quarantine.begins(WAITING)
    clock.passes(hours=1)
    assert quarantine.younger_than(UNKNOWN, MEMORY, now=clock())


def test_a_wall_that_is_set_does_not_change_the_age_of_what_was_sent_since_the_start(quarantine: Quarantine, clock: Clock) -> None:
    quarantine.begins(WAITING)
    assert quarantine.younger_than(replace(UNKNOWN, first_sent_at=clock()), MEMORY, now=clock() + timedelta(days=900))


@pytest.mark.parametrize(
    ("age", "believed"),
    [
        (timedelta(), True),
        (MEMORY - timedelta(seconds=1), True),
        (MEMORY, False),
        (-CLOCK_SLACK, True),
        (-CLOCK_SLACK - timedelta(seconds=1), False),
    ],
)
def test_after_a_restart_the_wall_is_asked_and_believed_only_if_it_makes_sense(
    quarantine: Quarantine, clock: Clock, age: timedelta, believed: bool
) -> None:
    sent = replace(UNKNOWN, first_sent_at=clock() - age)
    assert quarantine.younger_than(sent, MEMORY, now=clock()) is believed


def test_what_tells_no_first_try_is_not_taken_for_young(quarantine: Quarantine, clock: Clock) -> None:
    assert not quarantine.younger_than(UNKNOWN, MEMORY, now=clock())


def test_a_wall_that_was_set_back_after_something_later_was_noted_makes_nothing_young(quarantine: Quarantine, clock: Clock) -> None:
    sent = replace(UNKNOWN, first_sent_at=clock())
    hour, day = clock() + timedelta(hours=1), clock() + timedelta(days=1)
    assert quarantine.younger_than(sent, MEMORY, now=hour, seen=hour)
    assert not quarantine.younger_than(sent, MEMORY, now=hour, seen=day)
    assert not quarantine.younger_than(sent, MEMORY, now=clock() - timedelta(days=1), seen=hour)
