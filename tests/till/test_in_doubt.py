"""What a person reads of a sale that may have arrived, once it is known what became of it or that nobody can know."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.errors import NotSent, PosError, Refused, SlowDown, Unknown
from pos_app.loyalty.sale import Compared, Posting, PostingState
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.sync.courier import UNREADABLE_REST_S
from pos_app.till.sync.step import Step
from tests.till.conftest import QUARANTINE_S, Clock, ScriptedRoute, SellTo, courier_of

PHONE = "+420777000001"
BEFORE, AFTER = Decimal("500.00"), Decimal("505.00")


class Answering(ScriptedRoute):
    """Asked for a balance, does as the test says."""

    def __init__(self, said: Decimal | PosError | None) -> None:
        super().__init__(trusted=False, balances={PHONE: BEFORE}, script={PHONE: [Unknown("cut off")]})
        self.said = said

    def balance(self, posting: Posting) -> Decimal | None:
        if isinstance(self.said, PosError):
            raise self.said
        return self.said


@pytest.mark.parametrize(
    ("said", "waited_s", "answer"),
    [
        (AFTER, 0.0, "The balance shows it."),
        (BEFORE, QUARANTINE_S, "Done."),
        (
            Decimal("12.34"),
            QUARANTINE_S,
            "It may have arrived: the server has 12.34 points, there were 500.00 before and 505.00 are right.",
        ),
        (
            None,
            QUARANTINE_S,
            "It may have arrived: the server tells no balance, there were 500.00 before and 505.00 are right.",
        ),
        (Refused("busy"), QUARANTINE_S, "busy"),
    ],
)
def test_a_person_reads_what_became_of_it(
    store: DatabaseThread[TillStore],
    clock: Clock,
    sell_to: SellTo,
    said: Decimal | PosError | None,
    waited_s: float,
    answer: str,
) -> None:
    courier = courier_of(store, Answering(said), clock)
    unknown = courier.deliver(sell_to(PHONE)[0]).posting
    if waited_s:
        # To the last moment.
        clock.passes(seconds=waited_s - 0.5)
        assert courier.deliver(unknown).rest_s == 0.5
        clock.passes(seconds=0.5)
    assert courier.deliver(unknown).posting.last_answer == answer


def test_where_there_is_no_way_to_find_out_a_person_reads_that(
    store: DatabaseThread[TillStore], clock: Clock, sell_to: SellTo
) -> None:
    blind = ScriptedRoute(trusted=False, script={PHONE: [Unknown("cut off")]})
    unknown = courier_of(store, blind, clock).deliver(sell_to(PHONE)[0]).posting
    for endpoint, answer in (
        ("another", "It may have arrived at an address that the till does not use any more."),
        ("scripted", "It may have arrived, and there is no safe way to ask again."),
    ):
        courier = courier_of(store, ScriptedRoute(trusted=False, endpoint=endpoint), clock)
        clock.passes(seconds=QUARANTINE_S - 0.5)
        assert courier.deliver(unknown).rest_s == 0.5
        clock.passes(seconds=0.5)
        assert courier.deliver(unknown).posting.last_answer == answer
        decision = Decision(action=Action.ADD_NOW, who="Eva", reason="looked")
        (again,) = store.call(lambda it: it.decide(unknown.transaction_id, decision, at=clock()))  # noqa: B023
        blind.script[PHONE] = [Unknown("cut off")]
        unknown = courier_of(store, blind, clock).deliver(again).posting


@pytest.mark.parametrize("trouble", [NotSent("no route"), SlowDown("later", retry_after_s=9), Unknown("cut off again")])
def test_a_question_that_is_not_answered_is_told_of_its_endpoint_and_changes_nothing(
    store: DatabaseThread[TillStore], clock: Clock, sell_to: SellTo, trouble: PosError
) -> None:
    route = Answering(trouble)
    told: list[PosError | None] = []
    courier = courier_of(store, route, clock, told=told.append)
    unknown = courier.deliver(sell_to(PHONE)[0]).posting
    told.clear()
    step = courier.deliver(unknown)
    assert told == [trouble]
    assert (step.posting.transaction_id, step.posting.state) == (unknown.transaction_id, PostingState.UNKNOWN)
    assert step.posting.last_answer == str(trouble)
    # Whoever rests for an answer without sense rests alone; the others wait for the endpoint.
    assert step.rest_s == (UNREADABLE_REST_S if isinstance(trouble, Unknown) else None)


def test_the_same_answer_without_sense_is_kept_once_and_rested_after_each_time(
    store: DatabaseThread[TillStore], clock: Clock, sell_to: SellTo
) -> None:
    courier = courier_of(store, Answering(Unknown("nonsense")), clock)
    step = courier.deliver(courier.deliver(sell_to(PHONE)[0]).posting)
    attempts = len(store.call(lambda it: it.attempts(step.posting.transaction_id)))
    assert courier.deliver(step.posting) == Step(step.posting, rest_s=UNREADABLE_REST_S)
    assert len(store.call(lambda it: it.attempts(step.posting.transaction_id))) == attempts


def test_a_server_that_is_proved_later_gets_what_was_compared_before_as_it_was(
    store: DatabaseThread[TillStore], clock: Clock, sell_to: SellTo
) -> None:
    route = Answering(BEFORE)
    unknown = courier_of(store, route, clock).deliver(sell_to(PHONE)[0]).posting
    route.trusted = True
    after = courier_of(store, route, clock).deliver(unknown).posting
    assert (after.state, after.compared, after.last_answer) == (PostingState.APPLIED, Compared(BEFORE, AFTER), "Done.")
