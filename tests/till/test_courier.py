"""One posting's way, by the outcome classes of delivery.md §3, on a real store."""

from __future__ import annotations

import uuid
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.errors import (
    KeyRefused,
    KeyringTrouble,
    NoSuchCustomer,
    NotSent,
    PosError,
    Refused,
    SlowDown,
    Unknown,
)
from pos_app.loyalty.sale import Attention, PostingState
from pos_app.store.here import Here
from pos_app.store.home import Word
from pos_app.store.marks import Marks
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.sync.courier import Courier
from pos_app.till.sync.quarantine import Quarantine
from pos_app.till.sync.step import Step
from tests.till.conftest import Clock, ScriptedRoute, SellTo

PHONE = "+420777000001"
QUARANTINE_S = 120.0


@pytest.fixture
def told() -> list[PosError | None]:
    return []


@pytest.fixture
def courier(store: DatabaseThread[TillStore], route: ScriptedRoute, clock: Clock, told: list[PosError | None]) -> Courier:
    quarantine = Quarantine(monotonic=clock.monotonic, length_s=QUARANTINE_S)
    return Courier(store=store, way=route, now=clock, quarantine=quarantine, dedupe_memory=timedelta(hours=12), told=told.append)


def test_a_proved_posting_is_applied(courier: Courier, sell_to: SellTo, told: list[PosError | None]) -> None:
    (posting,) = sell_to(PHONE)
    after = courier.deliver(posting).posting
    assert after.state is PostingState.APPLIED
    assert after.attempts == 1
    assert told == [None]


@pytest.mark.parametrize(
    ("error", "state", "attention"),
    [
        (NotSent("no route"), PostingState.WAITING, None),
        (KeyRefused("401"), PostingState.WAITING, None),
        (KeyRefused("403 of a firewall", maybe_applied=True), PostingState.UNKNOWN, None),
        (KeyringTrouble("locked"), PostingState.WAITING, None),
        (SlowDown("429", retry_after_s=5), PostingState.WAITING, None),
        (SlowDown("503", retry_after_s=5, maybe_applied=True), PostingState.UNKNOWN, None),
        (Unknown("cut off"), PostingState.UNKNOWN, None),
        (Refused("limit"), PostingState.NEEDS_PERSON, Attention.REFUSED),
        (NoSuchCustomer(), PostingState.NEEDS_PERSON, Attention.NO_CUSTOMER),
    ],
)
def test_each_outcome_class_has_its_state(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo, error: PosError, state: PostingState, attention: Attention | None
) -> None:
    route.script[PHONE] = [error]
    (posting,) = sell_to(PHONE)
    after = courier.deliver(posting).posting
    assert (after.state, after.attention) == (state, attention)
    assert after.last_answer == str(error)


def test_only_what_was_not_sent_is_forgotten(courier: Courier, route: ScriptedRoute, sell_to: SellTo, clock: Clock) -> None:
    route.script[PHONE] = [Unknown("cut off"), NotSent("no route"), Refused("already exists")]
    (posting,) = sell_to(PHONE)
    after = courier.deliver(posting).posting
    after = courier.deliver(after).posting
    assert after.state is PostingState.UNKNOWN
    clock.passes(seconds=QUARANTINE_S)
    after = courier.deliver(after).posting
    assert (after.state, after.attention) == (PostingState.NEEDS_PERSON, Attention.OUTCOME_UNKNOWN)


def test_an_unknown_outcome_is_asked_for_with_the_same_id(courier: Courier, route: ScriptedRoute, sell_to: SellTo) -> None:
    route.script[PHONE] = [Unknown("cut off")]
    (posting,) = sell_to(PHONE)
    after = courier.deliver(courier.deliver(posting).posting).posting
    assert after.state is PostingState.APPLIED
    assert {each.transaction_id for each in route.arrived} == {posting.transaction_id}
    assert [each.sum for each in route.arrived] == [Decimal("5.00")] * 2


@pytest.mark.parametrize("refusal", [Refused("limit"), NoSuchCustomer()])
def test_no_person_is_asked_about_a_refused_repeat_while_the_first_request_may_still_arrive(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo, clock: Clock, told: list[PosError | None], refusal: Refused
) -> None:
    route.script[PHONE] = [Unknown("cut off"), refusal, refusal]
    (posting,) = sell_to(PHONE)
    after = courier.deliver(posting).posting
    clock.passes(seconds=5)
    step = courier.deliver(after)
    assert (step.posting.state, step.rest_s) == (PostingState.UNKNOWN, QUARANTINE_S)
    assert step.posting.last_answer.endswith(f": {refusal}")
    assert told[-1] is None
    # Whoever hurries it meanwhile does not make it begin anew.
    clock.passes(seconds=50)
    assert courier.deliver(step.posting) == Step(step.posting, rest_s=QUARANTINE_S - 50)
    # To the last moment.
    clock.passes(seconds=69.5)
    assert courier.deliver(step.posting).rest_s == 0.5
    assert len(route.arrived) == 2
    clock.passes(seconds=0.5)
    after = courier.deliver(step.posting).posting
    assert (after.state, after.attention) == (PostingState.NEEDS_PERSON, Attention.OUTCOME_UNKNOWN)
    assert after.last_answer == str(refusal)


def test_a_repeat_that_is_refused_in_the_last_moment_waits_for_that_moment(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo, clock: Clock
) -> None:
    route.script[PHONE] = [Unknown("cut off"), Refused("limit")]
    (posting,) = sell_to(PHONE)
    after = courier.deliver(posting).posting
    clock.passes(seconds=QUARANTINE_S - 0.5)
    assert courier.deliver(after).posting.state is PostingState.UNKNOWN


def test_what_arrived_after_its_repeat_was_refused_is_done_without_a_person(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo, clock: Clock
) -> None:
    route.script[PHONE] = [Unknown("cut off"), Refused("limit")]
    (posting,) = sell_to(PHONE)
    after = courier.deliver(courier.deliver(posting).posting).posting
    clock.passes(seconds=QUARANTINE_S)
    assert courier.deliver(after).posting.state is PostingState.APPLIED


def test_an_unknown_outcome_older_than_the_servers_memory_is_never_sent_again(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo, clock: Clock
) -> None:
    route.script[PHONE] = [Unknown("cut off")]
    (posting,) = sell_to(PHONE)
    after = courier.deliver(posting).posting
    clock.passes(hours=13)
    after = courier.deliver(after).posting
    assert (after.state, after.attention) == (PostingState.NEEDS_PERSON, Attention.OUTCOME_UNKNOWN)
    assert len(route.arrived) == 1


def test_what_was_never_sent_is_sent_at_any_age(courier: Courier, sell_to: SellTo, clock: Clock) -> None:
    (posting,) = sell_to(PHONE)
    clock.passes(days=400)
    assert courier.deliver(posting).posting.state is PostingState.APPLIED


def test_points_of_a_customer_not_known_at_the_sale_are_worked_out_before_sending(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo
) -> None:
    route.bonus_is = Decimal("12.5")
    (posting,) = sell_to(PHONE, standing=Standing())
    assert posting.sum is None
    assert courier.deliver(posting).posting.sum == Decimal("12.50")


def test_what_is_in_doubt_before_its_points_were_worked_out_is_a_persons_to_decide(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo, store: DatabaseThread[TillStore], clock: Clock, tmp_path: Path
) -> None:
    """As a recovery, and a folder taken to another computer, leave it."""
    (posting,) = sell_to(PHONE, standing=Standing())
    places = [Here(machine=each, path=each, folder="") for each in ("one", "another")]

    def move(it: TillStore) -> None:
        for each in places:
            it.home.settle_in(each, Marks(tmp_path / "state"), new_id=lambda: uuid.uuid4().hex)
        it.home.decide(Word.MOVED, who="Eva", reason="", at=places[1], now=clock(), new_id=lambda: uuid.uuid4().hex)

    store.call(move)
    doubted = store.call(lambda it: it.posting(posting.transaction_id))
    assert (doubted.state, doubted.sum) == (PostingState.UNKNOWN, None)
    clock.passes(seconds=QUARANTINE_S)
    after = courier.deliver(doubted).posting
    assert (after.state, after.attention) == (PostingState.NEEDS_PERSON, Attention.OUTCOME_UNKNOWN)
    assert after.last_answer == "It may have arrived, and how many points it was is not known."
    assert not route.arrived


def test_a_bonus_that_cannot_be_read_now_leaves_the_posting_unsent(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo, told: list[PosError | None]
) -> None:
    route.bonus_is = Unknown("cut off")
    (posting,) = sell_to(PHONE, standing=Standing())
    after = courier.deliver(posting).posting
    assert (after.state, after.sum, after.attempts) == (PostingState.WAITING, None, 0)
    assert told == [route.bonus_is]
    assert not route.arrived


def test_a_card_that_belongs_to_nobody_waits_for_a_person(courier: Courier, route: ScriptedRoute, sell_to: SellTo) -> None:
    route.bonus_is = NoSuchCustomer()
    (posting,) = sell_to(PHONE, standing=Standing())
    after = courier.deliver(posting).posting
    assert (after.state, after.attention) == (PostingState.NEEDS_PERSON, Attention.NO_CUSTOMER)


def test_a_customer_without_a_bonus_gets_no_posting_of_nothing(courier: Courier, route: ScriptedRoute, sell_to: SellTo) -> None:
    route.bonus_is = Decimal(0)
    (posting,) = sell_to(PHONE, standing=Standing())
    assert courier.deliver(posting).posting.state is PostingState.CANCELLED
    assert not route.arrived


@pytest.mark.parametrize("later", ["a sale", "nothing"])
def test_a_clock_that_was_set_back_is_found_out_by_what_was_noted_since_and_by_nothing_else(
    courier: Courier, store: DatabaseThread[TillStore], route: ScriptedRoute, sell_to: SellTo, clock: Clock, later: str
) -> None:
    route.script[PHONE] = [Unknown("cut off")]
    (posting,) = sell_to(PHONE)
    after = courier.deliver(posting).posting
    clock.passes(hours=13)
    if later == "a sale":
        sell_to("+420777000002")
    clock.now -= timedelta(hours=12)
    anew = Quarantine(monotonic=clock.monotonic, length_s=0.0)
    restarted = Courier(store=store, way=route, now=clock, quarantine=anew, dedupe_memory=timedelta(hours=12), told=print)
    after = restarted.deliver(after).posting
    asked = (PostingState.NEEDS_PERSON, 1) if later == "a sale" else (PostingState.APPLIED, 2)
    assert (after.state, len(route.arrived)) == asked


@pytest.mark.parametrize(
    ("error", "told_of"),
    [
        (NotSent("no route"), True),
        (KeyRefused("401"), True),
        (KeyringTrouble("locked"), True),
        (SlowDown("503", retry_after_s=5, maybe_applied=True), True),
        (Unknown("cut off"), True),
        (Refused("limit"), False),
        (NoSuchCustomer(), False),
    ],
)
def test_of_the_endpoint_is_told_its_trouble_alone_and_a_refusal_is_an_answer(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo, told: list[PosError | None], error: PosError, told_of: bool
) -> None:
    expected = [error if told_of else None]
    route.script[PHONE] = [error]
    courier.deliver(sell_to(PHONE)[0])
    assert told == expected
    told.clear()
    # The same of a question that is asked first.
    route.bonus_is = error
    after = courier.deliver(sell_to("+420777000002", standing=Standing())[0]).posting
    assert told == expected
    assert (after.last_answer, after.attempts, len(route.arrived)) == (str(error), 0, 1)


@pytest.mark.parametrize(("error", "attention"), [(Refused("limit"), Attention.REFUSED), (NoSuchCustomer(), Attention.NO_CUSTOMER)])
def test_a_question_that_is_refused_asks_a_person_for_that_reason(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo, error: PosError, attention: Attention
) -> None:
    route.bonus_is = error
    after = courier.deliver(sell_to(PHONE, standing=Standing())[0]).posting
    assert (after.state, after.attention) == (PostingState.NEEDS_PERSON, attention)


@pytest.mark.parametrize(("minutes", "again"), [(11 * 60 + 54, True), (11 * 60 + 55, False)])
def test_a_servers_memory_is_trusted_up_to_five_minutes_before_its_end(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo, clock: Clock, minutes: int, again: bool
) -> None:
    route.script[PHONE] = [Unknown("cut off")]
    unknown = courier.deliver(sell_to(PHONE)[0]).posting
    clock.passes(minutes=minutes)
    after = courier.deliver(unknown).posting
    assert len(route.arrived) == (2 if again else 1)
    assert (after.attention is None) is again


def test_the_bonus_that_points_were_worked_out_with_is_kept(courier: Courier, route: ScriptedRoute, sell_to: SellTo) -> None:
    route.bonus_is = Decimal("12.5")
    after = courier.deliver(sell_to(PHONE, standing=Standing())[0]).posting
    assert (after.bonus, after.endpoint, after.last_answer) == (Decimal("12.5"), "scripted", "Done.")
