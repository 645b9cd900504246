"""The gate in front of an endpoint, with a clock that the test moves."""

from __future__ import annotations

import random

import pytest

from pos_app.loyalty.errors import KeyRefused, KeyringTrouble, NotSent, PosError, SlowDown, Trouble, Unknown
from pos_app.till.events import Connection
from pos_app.till.sync.backoff import LONGEST_S, Backoff
from pos_app.till.sync.gate import KEY_PROBE_S, Gate, Reach


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def gate(clock: Clock) -> Gate:
    return Gate(backoff=Backoff(random.Random(1)), monotonic=clock)


def test_a_new_gate_is_open_for_one_trial(gate: Gate) -> None:
    assert gate.open_in_s() <= 0
    assert gate.width(3) == 1
    assert gate.connection is Connection.UNTRIED
    assert not gate.unwell


def test_after_a_real_answer_several_go_at_once(gate: Gate) -> None:
    gate.passed()
    assert gate.width(3) == 3
    assert gate.connection is Connection.ONLINE


@pytest.mark.parametrize(
    ("error", "connection"),
    [
        (NotSent("no route"), Connection.OFFLINE),
        (NotSent("portal", trouble=Trouble.PORTAL), Connection.PORTAL),
        (NotSent("expired", trouble=Trouble.TLS), Connection.SERVER),
        (NotSent("date", trouble=Trouble.CLOCK), Connection.CLOCK),
        (Unknown("cut off"), Connection.SERVER),
        (Unknown("html", trouble=Trouble.PORTAL), Connection.PORTAL),
        (KeyRefused("no"), Connection.KEY_REFUSED),
        (KeyringTrouble("locked"), Connection.NO_KEY),
        (SlowDown("later", retry_after_s=7), Connection.SLOW),
    ],
)
def test_trouble_closes_the_gate_and_says_why(gate: Gate, error: PosError, connection: Connection) -> None:
    gate.passed()
    gate.failed(error)
    assert gate.connection is connection
    assert gate.open_in_s() > 0
    assert gate.width(3) == 1
    assert gate.unwell


def test_a_server_that_asks_for_a_pause_gets_exactly_that_pause(gate: Gate, clock: Clock) -> None:
    gate.failed(SlowDown("later", retry_after_s=42))
    assert gate.open_in_s() == 42
    clock.now += 42
    assert gate.open_in_s() <= 0


def test_a_refused_key_is_probed_every_five_minutes(gate: Gate) -> None:
    gate.failed(KeyRefused("no"))
    assert gate.open_in_s() == KEY_PROBE_S == 300


def test_pauses_grow_and_are_bounded(gate: Gate, clock: Clock) -> None:
    pauses = []
    for _ in range(20):
        gate.failed(NotSent("no route"))
        pauses.append(gate.open_in_s())
        clock.now += pauses[-1]
    assert pauses[0] <= 1.0
    assert max(pauses) <= LONGEST_S
    assert min(pauses[10:]) >= LONGEST_S / 2


def test_one_answer_ends_the_pause(gate: Gate) -> None:
    for _ in range(5):
        gate.failed(NotSent("no route"))
    gate.passed()
    assert gate.open_in_s() <= 0
    gate.failed(NotSent("no route"))
    assert gate.open_in_s() <= 1.0


def test_a_foreign_key_keeps_the_gate_shut_whatever_else_is_answered(gate: Gate) -> None:
    gate.of_account(ours=False)
    gate.passed()
    gate.ajar()
    assert (gate.open_in_s() > 0, gate.connection) == (True, Connection.WRONG_ACCOUNT)
    gate.of_account(ours=True)
    assert (gate.open_in_s() > 0, gate.connection) == (False, Connection.ONLINE)


def test_what_concerns_a_posting_does_not_close_the_gate(gate: Gate) -> None:
    with pytest.raises(ValueError, match="endpoint"):
        gate.failed(PosError("no"))


OUTAGE_S = 61.0


def out(gate: Gate, clock: Clock, *, seconds: float, error: PosError | None = None) -> None:
    """An outage, found out by the tries of this till."""
    gate.failed(error or NotSent("no route"))
    clock.now += seconds / 2
    gate.failed(error or NotSent("no route"))
    clock.now += seconds / 2


def test_after_an_outage_that_others_had_too_each_till_waits_its_own_random_while(clock: Clock) -> None:
    waits = []
    for seed in range(200):
        gate = Gate(backoff=Backoff(random.Random(seed)), monotonic=clock)
        out(gate, clock, seconds=OUTAGE_S)
        gate.passed()
        waits.append(gate.open_in_s())
        assert gate.opens_at == clock.now + waits[-1]
        assert gate.connection is Connection.ONLINE
    assert 0 <= min(waits) < 2
    assert 28 < max(waits) <= 30
    assert 13 < sum(waits) / len(waits) < 17


def test_a_second_answer_does_not_shorten_that_while_nor_draw_it_anew(gate: Gate, clock: Clock) -> None:
    out(gate, clock, seconds=OUTAGE_S)
    gate.passed()
    opens_at = gate.opens_at
    clock.now += 0.1
    gate.passed()
    gate.came_back()
    assert gate.opens_at == opens_at
    clock.now += 30
    assert (gate.open_in_s() <= 0, gate.opens_at) == (True, None)


def test_a_short_outage_is_over_at_once(gate: Gate, clock: Clock) -> None:
    out(gate, clock, seconds=60)
    gate.passed()
    assert gate.open_in_s() <= 0


def test_a_keyring_that_was_locked_for_an_hour_is_this_tills_alone(gate: Gate, clock: Clock) -> None:
    out(gate, clock, seconds=3600, error=KeyringTrouble("locked"))
    gate.passed()
    assert gate.open_in_s() <= 0


def test_who_asks_does_not_wait_the_random_while(gate: Gate, clock: Clock) -> None:
    out(gate, clock, seconds=OUTAGE_S)
    gate.ajar()
    assert gate.open_in_s() <= 0
    gate.passed()
    assert gate.open_in_s() <= 0
    out(gate, clock, seconds=OUTAGE_S)
    gate.passed()
    assert gate.open_in_s() > 0
    gate.ajar()
    assert gate.open_in_s() <= 0


def test_who_asked_in_vain_long_ago_does_not_hurry_the_end_of_the_outage(gate: Gate, clock: Clock) -> None:
    gate.ajar()
    out(gate, clock, seconds=OUTAGE_S)
    gate.passed()
    assert gate.open_in_s() > 0


def test_an_outage_that_ends_while_somebody_waits_is_over_at_once(gate: Gate, clock: Clock) -> None:
    with gate.awaited():
        out(gate, clock, seconds=OUTAGE_S)
        gate.passed()
        assert gate.open_in_s() <= 0
    out(gate, clock, seconds=OUTAGE_S)
    gate.passed()
    assert gate.open_in_s() > 0


def test_a_closed_gate_tells_when_it_is_tried_again(gate: Gate, clock: Clock) -> None:
    assert not gate.opens_at
    gate.failed(SlowDown("later", retry_after_s=42))
    assert gate.opens_at == clock.now + 42
    clock.now += 42
    assert not gate.opens_at
    gate.of_account(ours=False)
    gate.failed(SlowDown("later", retry_after_s=42))
    assert not gate.opens_at


def test_on_a_computer_that_was_just_switched_on_an_open_gate_is_open(gate: Gate, clock: Clock) -> None:
    clock.now = 0.0
    assert gate.open_in_s() <= 0
    gate.failed(SlowDown("later", retry_after_s=42))
    gate.passed()
    assert gate.open_in_s() <= 0
    gate.failed(SlowDown("later", retry_after_s=42))
    gate.ajar()
    assert gate.open_in_s() <= 0
    gate.failed(NotSent("no route"))
    gate.came_back()
    assert gate.open_in_s() <= 0


def test_ajar_lets_one_trial_through_and_forgets_no_failure(gate: Gate, clock: Clock) -> None:
    for _ in range(6):
        gate.failed(NotSent("no route"))
    gate.ajar()
    assert (gate.width(3), gate.connection) == (1, Connection.OFFLINE)
    gate.failed(NotSent("no route"))
    assert gate.open_in_s() >= 32


@pytest.mark.parametrize("error", [SlowDown("later", retry_after_s=60), KeyRefused("401")])
def test_what_a_server_says_of_itself_is_not_forgotten_because_another_one_answers(gate: Gate, error: PosError) -> None:
    gate.failed(error)
    left_s = gate.open_in_s()
    gate.came_back()
    assert gate.open_in_s() == left_s > 0


def test_how_an_endpoint_was_reached_is_told_as_of_its_last_answer(gate: Gate, clock: Clock) -> None:
    assert gate.reach() == Reach(connection=Connection.UNTRIED, answered_ago_s=None, took_s=None)
    gate.passed()
    gate.took(0.25)
    clock.now += 7
    gate.failed(NotSent("no route"))
    assert gate.reach() == Reach(connection=Connection.OFFLINE, answered_ago_s=7.0, took_s=0.25)
    gate.passed()
    assert gate.reach() == Reach(connection=Connection.ONLINE, answered_ago_s=0.0, took_s=0.25)
