"""Route A at a server that was not proved to know an id again: what became of a request is read off the balance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from pos_app.loyalty.errors import NotSent, PosError, Refused, SlowDown, Unknown
from pos_app.loyalty.sale import Attention, Compared, Posting, PostingState, new_sale_ids
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.sync.courier import Courier
from pos_app.till.sync.way import Ready, Stop
from tests.till.conftest import QUARANTINE_S, Clock, ScriptedRoute, SellTo, courier_of

PHONE = "+420777000001"
BEFORE, AFTER = Decimal("500.00"), Decimal("505.00")


@pytest.fixture
def route() -> ScriptedRoute:
    return ScriptedRoute(trusted=False, balances={PHONE: BEFORE})


@pytest.fixture
def courier(store: DatabaseThread[TillStore], route: ScriptedRoute, clock: Clock) -> Courier:
    return courier_of(store, route, clock)


def test_the_balance_is_read_and_the_target_fixed_before_anything_is_sent(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo
) -> None:
    (posting,) = sell_to(PHONE)
    after = courier.deliver(posting).posting
    assert after.state is PostingState.APPLIED
    # By itself: it is part of no batch.
    assert (route.arrived[0].compared, route.arrived[0].batch) == (Compared(BEFORE, AFTER), "")


@pytest.mark.parametrize("lost", [Unknown("cut off"), SlowDown("503", retry_after_s=1, maybe_applied=True)])
def test_what_arrived_without_an_answer_is_seen_in_the_balance_and_never_sent_again(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo, lost: PosError
) -> None:
    route.script[PHONE] = [lost]
    (posting,) = sell_to(PHONE)
    unknown = courier.deliver(posting).posting
    assert unknown.state is PostingState.UNKNOWN
    assert courier.deliver(unknown).posting.state is PostingState.APPLIED
    assert len(route.arrived) == 1
    assert route.balances[PHONE] == AFTER


def test_what_is_not_in_the_balance_is_sent_again_only_after_the_quarantine(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo, clock: Clock
) -> None:
    route.script[PHONE] = [Unknown("cut off")]
    (posting,) = sell_to(PHONE)
    unknown = courier.deliver(posting).posting
    route.balances[PHONE] = BEFORE  # it never arrived
    clock.passes(seconds=30)
    step = courier.deliver(unknown)
    assert (step.posting.state, step.rest_s) == (PostingState.UNKNOWN, QUARANTINE_S - 30)
    assert len(route.arrived) == 1
    clock.passes(seconds=QUARANTINE_S - 30)
    assert courier.deliver(unknown).posting.state is PostingState.APPLIED
    assert [each.compared for each in route.arrived] == [Compared(BEFORE, AFTER)] * 2
    assert route.balances[PHONE] == AFTER


def test_a_restart_begins_the_quarantine_again(
    store: DatabaseThread[TillStore], route: ScriptedRoute, clock: Clock, sell_to: SellTo, courier: Courier
) -> None:
    route.script[PHONE] = [Unknown("cut off")]
    (posting,) = sell_to(PHONE)
    unknown = courier.deliver(posting).posting
    route.balances[PHONE] = BEFORE
    clock.passes(hours=3)
    again = courier_of(store, route, clock)
    assert again.deliver(unknown).rest_s == QUARANTINE_S


def test_a_balance_that_is_neither_needs_a_person(courier: Courier, route: ScriptedRoute, sell_to: SellTo, clock: Clock) -> None:
    route.script[PHONE] = [Unknown("cut off")]
    (posting,) = sell_to(PHONE)
    unknown = courier.deliver(posting).posting
    route.balances[PHONE] = Decimal("12.34")
    assert courier.deliver(unknown).rest_s == QUARANTINE_S
    clock.passes(seconds=QUARANTINE_S)
    after = courier.deliver(unknown).posting
    assert (after.state, after.attention) == (PostingState.NEEDS_PERSON, Attention.BALANCE_MOVED)
    assert "12.34" in after.last_answer
    assert len(route.arrived) == 1


def test_without_a_balance_to_compare_it_goes_out_once_and_then_needs_a_person(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo, clock: Clock
) -> None:
    route.balances[PHONE] = None
    route.script[PHONE] = [Unknown("cut off")]
    (posting,) = sell_to(PHONE)
    unknown = courier.deliver(posting).posting
    clock.passes(seconds=QUARANTINE_S)
    after = courier.deliver(unknown).posting
    assert (after.state, after.attention) == (PostingState.NEEDS_PERSON, Attention.OUTCOME_UNKNOWN)
    assert len(route.arrived) == 1


def test_a_question_that_is_not_answered_decides_nothing(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo, clock: Clock
) -> None:
    class Silent(ScriptedRoute):
        def balance(self, posting: object) -> Decimal | None:
            raise NotSent("no route")

    route.script[PHONE] = [Unknown("cut off")]
    (posting,) = sell_to(PHONE)
    unknown = courier.deliver(posting).posting
    route.balance = Silent().balance  # type: ignore[method-assign]
    clock.passes(hours=1)
    assert courier.deliver(unknown).posting.state is PostingState.UNKNOWN
    assert len(route.arrived) == 1


def test_what_was_refused_after_it_may_have_arrived_is_in_doubt(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo, clock: Clock
) -> None:
    route.script[PHONE] = [Unknown("cut off"), Refused("already exists")]
    (posting,) = sell_to(PHONE)
    unknown = courier.deliver(posting).posting
    route.balances[PHONE] = BEFORE
    clock.passes(seconds=QUARANTINE_S)
    after = courier.deliver(unknown).posting
    assert (after.state, after.attention) == (PostingState.NEEDS_PERSON, Attention.OUTCOME_UNKNOWN)


def test_what_may_have_arrived_elsewhere_is_not_sent_to_another_address(
    store: DatabaseThread[TillStore], courier: Courier, route: ScriptedRoute, sell_to: SellTo, clock: Clock
) -> None:
    route.script[PHONE] = [Unknown("cut off")]
    first, other = sell_to(PHONE)[0], sell_to("+420777000002")[0]
    unknown = courier.deliver(first).posting
    moved = replace(route, endpoint="another", balances={PHONE: BEFORE})
    elsewhere = courier_of(store, moved, clock)
    clock.passes(seconds=QUARANTINE_S)
    after = elsewhere.deliver(unknown).posting
    assert (after.state, after.attention) == (PostingState.NEEDS_PERSON, Attention.OUTCOME_UNKNOWN)
    assert elsewhere.deliver(other).posting.state is PostingState.APPLIED


@pytest.mark.parametrize("jump", [timedelta(days=-365), timedelta(days=365 * 40), timedelta(hours=-2)])
def test_a_clock_that_jumps_never_makes_an_old_id_young(
    store: DatabaseThread[TillStore], route: ScriptedRoute, clock: Clock, sell_to: SellTo, jump: timedelta
) -> None:
    trusting = replace(route, trusted=True, balances={}, script={PHONE: [Unknown("cut off")]})
    (posting,) = sell_to(PHONE)
    unknown = courier_of(store, trusting, clock).deliver(posting).posting
    clock.passes(days=2)
    clock.now += jump - timedelta(days=2)
    again = courier_of(store, trusting, clock)
    # Nobody is asked while it may still arrive behind their back.
    assert again.deliver(unknown).rest_s == QUARANTINE_S
    clock.passes(seconds=QUARANTINE_S)
    after = again.deliver(unknown).posting
    assert (after.state, after.attention) == (PostingState.NEEDS_PERSON, Attention.OUTCOME_UNKNOWN)
    assert len(trusting.arrived) == 1


class Asking(ScriptedRoute):
    """Does something else while it is asked about a customer."""

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        super().__init__(trusted=False, balances={PHONE: BEFORE})
        self.meanwhile = meanwhile

    def prepare(self, posting: Posting, *, alone: bool = False) -> Ready | Stop:
        self.meanwhile()
        return super().prepare(posting, alone=alone)


def test_a_sale_that_is_taken_back_while_the_server_is_asked_about_it_never_leaves(
    store: DatabaseThread[TillStore], clock: Clock, sell_to: SellTo
) -> None:
    (posting,) = sell_to(PHONE)
    route = Asking(lambda: store.call(lambda it: it.refund_sale(posting.sale_id, ids=new_sale_ids(), at=clock())))
    after = courier_of(store, route, clock).deliver(posting).posting
    assert after.state is PostingState.CANCELLED
    assert not route.arrived


def test_a_sale_that_is_taken_back_while_the_server_refuses_it_stays_so(
    store: DatabaseThread[TillStore], clock: Clock, sell_to: SellTo
) -> None:
    def refuse() -> None:
        store.call(lambda it: it.refund_sale(posting.sale_id, ids=new_sale_ids(), at=clock()))
        raise Refused("closed on Mondays")

    (posting,) = sell_to(PHONE)
    assert courier_of(store, Asking(refuse), clock).deliver(posting).posting.state is PostingState.CANCELLED


def test_an_answer_that_makes_no_sense_is_kept_to_be_read_and_lets_others_go_first(
    store: DatabaseThread[TillStore], clock: Clock, sell_to: SellTo
) -> None:
    def answer_for_another() -> None:
        raise Unknown("PassQuare answered for another customer.")

    (posting,) = sell_to(PHONE)
    courier = courier_of(store, Asking(answer_for_another), clock)
    step = courier.deliver(posting)
    assert step.rest_s
    assert (step.posting.state, step.posting.attempts) == (PostingState.WAITING, 0)
    courier.deliver(step.posting)
    attempts = store.call(lambda it: it.attempts(posting.transaction_id))
    assert [(each.sent, each.answer) for each in attempts] == [(False, "PassQuare answered for another customer.")]


def test_a_refusal_to_tell_the_balance_asks_nobody_while_the_points_may_still_arrive(
    courier: Courier, route: ScriptedRoute, sell_to: SellTo, clock: Clock
) -> None:
    def refuse(posting: Posting) -> Decimal | None:
        raise Refused("busy")

    route.script[PHONE] = [Unknown("cut off")]
    unknown = courier.deliver(sell_to(PHONE)[0]).posting
    route.balance = refuse  # type: ignore[method-assign]
    step = courier.deliver(unknown)
    assert (step.posting.state, step.rest_s) == (PostingState.UNKNOWN, QUARANTINE_S)
    clock.passes(seconds=QUARANTINE_S)
    assert courier.deliver(unknown).posting.attention is Attention.OUTCOME_UNKNOWN


def test_what_was_only_tried_in_an_outage_of_days_is_not_too_old_once_it_is_sent(
    store: DatabaseThread[TillStore], clock: Clock, sell_to: SellTo
) -> None:
    route = ScriptedRoute(script={PHONE: [NotSent("no route"), Unknown("cut off")]})
    courier = courier_of(store, route, clock)
    waiting = courier.deliver(sell_to(PHONE)[0]).posting
    clock.passes(days=3)
    unknown = courier.deliver(waiting).posting
    assert unknown.state is PostingState.UNKNOWN
    assert courier.deliver(unknown).posting.state is PostingState.APPLIED
