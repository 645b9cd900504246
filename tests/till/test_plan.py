"""Whose turn it is, on a real store, with a clock that the test moves."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest

from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.errors import NotSent, SlowDown
from pos_app.loyalty.sale import Attention, Posting, PostingState
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.sync.backoff import Backoff
from pos_app.till.sync.gate import Gate
from pos_app.till.sync.plan import CUSTOMERS_AT_ONCE, Plan, lines_of
from pos_app.till.sync.step import Step
from tests.till.conftest import Clock, SellTo

PHONES = [f"+42077700000{n}" for n in range(6)]
PAUSE = SlowDown("later", retry_after_s=40)


@dataclass
class Street:
    """A plan before a queue: one open endpoint, that may be blocked."""

    store: DatabaseThread[TillStore]
    clock: Clock
    sell_to: SellTo
    blocked: bool = False

    def __post_init__(self) -> None:
        self.gate = Gate(backoff=Backoff(random.Random(1)), monotonic=self.clock.monotonic)
        self.gate.passed()
        # All waits of this one are between a half and the whole of 8, 16, 32 … seconds.
        backoff = Backoff(random.Random(2), first_s=8.0)
        self.plan = Plan(gate=self.gate, backoff=backoff, blocked=lambda: self.blocked)

    @property
    def now(self) -> float:
        return self.clock.monotonic()

    def sells(self, phone: str) -> Posting:
        return self.sell_to(phone)[0]

    def due(self) -> list[str]:
        """Whose postings are handed out now, in order."""
        turn = self.plan.turn(self.now)
        return [each.phone for each in self.store.call(lambda it: self.plan.due(it, turn))]

    def begins(self, posting: Posting) -> Posting:
        """It leaves, as far as plan and disk know."""
        self.plan.begins(posting)
        return self.store.call(lambda it: it.begin_sending(posting.transaction_id, at=self.clock()))

    def ends(self, posting: Posting, state: PostingState, *, rest_s: float | None = None) -> None:
        """Its try is over, and came to ``state``."""
        attention = Attention.REFUSED if state is PostingState.NEEDS_PERSON else None
        after = self.store.call(
            lambda it: it.finish(posting.transaction_id, state=state, answer="", at=self.clock(), attention=attention)
        )
        self.plan.ends(posting, Step(after, rest_s=rest_s), self.now)

    def fails(self, posting: Posting) -> None:
        """One try whose outcome nobody knows."""
        self.begins(posting)
        self.ends(posting, PostingState.UNKNOWN)


@pytest.fixture
def street(store: DatabaseThread[TillStore], clock: Clock, sell_to: SellTo) -> Street:
    return Street(store, clock, sell_to)


def test_three_customers_are_served_at_once_and_each_one_for_itself(street: Street) -> None:
    sold = [street.sells(phone) for phone in PHONES]
    assert street.due() == PHONES[:CUSTOMERS_AT_ONCE]
    began = [street.plan.serving]
    for posting in sold[:2]:
        street.begins(posting)
        began.append(street.plan.serving)
    assert began == [False, True, True]
    turn = street.plan.turn(street.now)
    assert (turn.free, turn.excluded, turn.wait_s) == (1, frozenset(PHONES[:2]), None)
    assert street.due() == [PHONES[2]]
    street.begins(sold[2])
    assert (street.plan.turn(street.now).free, street.due()) == (0, [])


def test_while_the_endpoint_is_not_known_to_be_well_there_is_one_trial_at_a_time(street: Street) -> None:
    sold = [street.sells(phone) for phone in PHONES]
    street.gate.failed(PAUSE)
    assert (street.plan.turn(street.now).free, street.due()) == (0, [])
    assert street.plan.turn(street.now).wait_s == 40
    street.clock.passes(seconds=39.5)
    assert street.due() == []
    street.clock.passes(seconds=0.5)
    assert street.due() == PHONES[:1]
    street.begins(sold[0])
    assert street.due() == []
    # Two were on their way when the endpoint fell ill: none is too many, not one too few.
    street.begins(sold[1])
    assert street.plan.turn(street.now).free == 0


def test_nothing_goes_out_while_a_person_has_to_look_and_nobody_waits_for_a_moment(street: Street) -> None:
    street.sells(PHONES[0])
    street.gate.failed(PAUSE)
    street.blocked = True
    turn = street.plan.turn(street.now)
    assert (turn.free, turn.wait_s) == (0, None)
    assert street.due() == []
    assert street.plan.rests({PHONES[0]}, street.now)


def test_who_failed_rests_longer_each_time_and_others_do_not(street: Street) -> None:
    first = street.sells(PHONES[0])
    street.sells(PHONES[1])
    for ceiling_s in (8.0, 16.0, 32.0):
        street.fails(first)
        rest_s = street.plan.wait_s(street.now)
        assert rest_s is not None
        assert ceiling_s / 2 <= rest_s <= ceiling_s
        assert street.due() == [PHONES[1]]
        street.clock.passes(seconds=rest_s + 0.001)
        assert street.plan.wait_s(street.now) is None
        assert street.due() == PHONES[:2]


def test_a_rest_is_over_at_its_moment(street: Street) -> None:
    posting = street.sells(PHONES[0])
    street.begins(posting)
    street.ends(posting, PostingState.WAITING, rest_s=5.0)
    assert street.plan.rests({PHONES[0]}, street.now)
    assert not street.plan.rests({PHONES[1]}, street.now)
    street.clock.passes(seconds=5)
    assert street.due() == [PHONES[0]]
    assert street.plan.wait_s(street.now) is None
    assert not street.plan.rests({PHONES[0]}, street.now)


def test_a_try_that_says_how_long_it_rests_is_believed_whatever_it_came_to(street: Street) -> None:
    first, second = street.sells(PHONES[0]), street.sells(PHONES[1])
    street.begins(first)
    street.ends(first, PostingState.UNKNOWN, rest_s=99.0)
    assert street.plan.wait_s(street.now) == 99.0
    street.begins(second)
    street.ends(second, PostingState.WAITING, rest_s=0.0)
    assert street.due() == [PHONES[1]]
    # It counts like any other that came to nothing.
    street.fails(second)
    rest_s = street.plan.wait_s(street.now)
    assert rest_s is not None
    assert 8.0 <= rest_s <= 16.0


def test_the_next_look_is_when_the_first_of_them_has_rested(street: Street) -> None:
    for phone, rest_s in zip(PHONES, (30.0, 10.0, 20.0), strict=False):
        posting = street.sells(phone)
        street.begins(posting)
        street.ends(posting, PostingState.WAITING, rest_s=rest_s)
    assert street.plan.wait_s(street.now) == 10.0
    street.clock.passes(seconds=15)
    assert street.plan.wait_s(street.now) == 5.0


def test_one_success_makes_the_next_failure_a_first_one(street: Street) -> None:
    posting, later = street.sells(PHONES[0]), street.sells(PHONES[0])
    for _ in range(6):
        street.fails(posting)
    street.begins(posting)
    street.ends(posting, PostingState.APPLIED)
    assert street.due() == [PHONES[0]]
    street.fails(later)
    rest_s = street.plan.wait_s(street.now)
    assert rest_s is not None
    assert rest_s <= 8.0


def test_what_the_disk_did_not_take_is_tried_again_after_a_rest(street: Street) -> None:
    posting = street.sells(PHONES[0])
    street.plan.begins(posting)
    street.plan.ends(posting, None, street.now)
    assert not street.plan.serving
    assert street.due() == []
    rest_s = street.plan.wait_s(street.now)
    assert rest_s is not None
    assert 4.0 <= rest_s <= 8.0


def test_send_now_ends_all_rests(street: Street) -> None:
    for phone in PHONES[:2]:
        street.fails(street.sells(phone))
    assert street.due() == []
    street.plan.forget_rests()
    assert street.due() == PHONES[:2]


def test_somebody_who_waits_comes_first_and_at_once_and_for_as_long_as_anybody_waits(street: Street) -> None:
    for phone in PHONES[:4]:
        street.sells(phone)
    mine = street.sells(PHONES[5])
    street.fails(mine)
    street.plan.hurry({PHONES[5]})
    street.plan.hurry({PHONES[5]})
    assert street.due() == [PHONES[5], *PHONES[:2]]
    street.plan.hurried({PHONES[5]})
    assert street.due() == [PHONES[5], *PHONES[:2]]
    street.plan.hurried({PHONES[5]})
    assert street.due() == PHONES[:3]
    # Said once too often, it does not weigh against the next one who waits.
    street.plan.hurried({PHONES[5]})
    street.plan.hurry({PHONES[5]})
    assert street.due() == [PHONES[5], *PHONES[:2]]


def test_more_who_wait_than_can_be_served_take_turns_without_a_gap(street: Street) -> None:
    for phone in PHONES:
        street.sells(phone)
    street.plan.hurry(set(PHONES[1:]))
    assert street.due() == PHONES[1:4]


def test_who_is_waited_for_but_rests_after_a_try_is_not_tried_again_at_once(street: Street) -> None:
    posting = street.sells(PHONES[0])
    street.plan.hurry({PHONES[0]})
    street.fails(posting)
    assert street.plan.turn(street.now).first == frozenset()
    assert street.due() == []


def test_who_is_waited_for_but_needs_a_person_or_has_nothing_takes_nobodys_place(street: Street) -> None:
    stuck = street.sells(PHONES[5])
    for phone in PHONES[:4]:
        street.sells(phone)
    street.begins(stuck)
    street.ends(stuck, PostingState.NEEDS_PERSON)
    street.plan.hurry({PHONES[5], "+420777999999"})
    assert street.due() == PHONES[:3]


def test_what_is_waited_for_and_unknown_is_asked_about_first(street: Street) -> None:
    street.sells(PHONES[0])
    mine = street.sells(PHONES[1])
    street.fails(mine)
    street.plan.hurry({PHONES[1]})
    assert street.due() == [PHONES[1], PHONES[0]]


def test_what_is_on_its_way_is_known_by_its_customer(street: Street) -> None:
    street.begins(street.sells(PHONES[0]))
    assert street.plan.serves_any({PHONES[0], PHONES[1]})
    assert not street.plan.serves_any({PHONES[1]})


def test_a_closed_gate_is_a_rest_for_everybody(street: Street) -> None:
    assert not street.plan.rests({PHONES[0]}, street.now)
    street.gate.failed(NotSent("no route"))
    assert street.plan.rests({PHONES[0]}, street.now)


@pytest.mark.parametrize("forgotten", [False, True])
def test_the_only_trial_is_not_always_of_the_oldest_who_never_gets_further(street: Street, forgotten: bool) -> None:
    held = street.sells(PHONES[0])
    street.begins(held)
    street.ends(held, PostingState.WAITING, rest_s=5.0)
    street.gate.failed(PAUSE)
    street.clock.passes(seconds=40)
    if forgotten:
        street.plan.forget_rests()
    # Nobody else: they are tried. Somebody else: they are the trial, and once all is well it goes by age again.
    assert street.due() == PHONES[:1]
    street.sells(PHONES[1])
    assert street.due() == [PHONES[1]]
    street.gate.passed()
    assert street.due() == PHONES[:2]


def test_who_rests_is_not_the_only_trial_even_where_nobody_else_is_left(street: Street) -> None:
    resting, held = street.sells(PHONES[0]), street.sells(PHONES[1])
    for posting, state, rest_s in ((resting, PostingState.UNKNOWN, 500.0), (held, PostingState.WAITING, 5.0)):
        street.begins(posting)
        street.ends(posting, state, rest_s=rest_s)
    street.gate.failed(PAUSE)
    street.clock.passes(seconds=40)
    assert street.due() == [PHONES[1]]


def test_when_a_customer_is_tried_next_follows_from_their_rest_and_from_the_gate(street: Street) -> None:
    resting, served = street.sells(PHONES[0]), street.sells(PHONES[1])
    street.clock.passes(seconds=100)
    street.begins(resting)
    street.ends(resting, PostingState.WAITING, rest_s=30.0)
    street.plan.begins(served)

    def due_in_s() -> list[float | None]:
        return [street.plan.due_in_s(phone, street.now) for phone in PHONES[:3]]

    assert due_in_s() == [30.0, None, 0.0]
    street.gate.failed(PAUSE)
    assert due_in_s() == [40.0, None, 40.0]
    outlook = street.plan.outlook(PHONES, street.now)
    assert (outlook.opens_in_s, outlook.rests_s) == (40.0, {PHONES[0]: 30.0})
    street.clock.passes(seconds=29.5)
    assert street.plan.outlook(PHONES[:2], street.now).rests_s == {PHONES[0]: 0.5}
    assert street.plan.outlook(PHONES[1:], street.now).rests_s == {}
    street.clock.passes(seconds=0.5)
    assert street.plan.outlook(PHONES, street.now).rests_s == {}
    street.gate.passed()
    assert due_in_s() == [0.0, None, 0.0]


def test_a_sale_waits_in_the_lines_that_nothing_holds_up(street: Street, store: DatabaseThread[TillStore]) -> None:
    before, mine = street.sells(PHONES[0]), street.sells(PHONES[0])

    def lines() -> frozenset[str]:
        return store.call(lambda it: lines_of(mine.sale_id, it))

    assert lines() == {PHONES[0]}
    street.begins(before)
    street.ends(before, PostingState.NEEDS_PERSON)
    # Another one, in front of it, needs a person first.
    assert lines() == frozenset()
    store.call(
        lambda it: it.decide(before.transaction_id, Decision(action=Action.WRITE_OFF, who="", reason="test"), at=street.clock())
    )
    assert lines() == {PHONES[0]}
    street.begins(mine)
    street.ends(mine, PostingState.APPLIED)
    assert lines() == frozenset()
