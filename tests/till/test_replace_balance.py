"""Route B: PassQuare alone, a real one of the sandbox, whose balances are replaced (``delivery.md`` §5)."""

from __future__ import annotations

import time
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from pos_app.loyalty.customer import Customer, Standing
from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.sale import Attention, Buyer, Compared, PostingState
from pos_app.loyalty.secret import Secret
from pos_app.passquare.core import CoreClient
from pos_app.passquare.transport import Transport
from pos_app.passquare.wire.core_user import UserUpdate
from pos_app.sandbox.faults import FaultKind
from pos_app.sandbox.server import Sandbox
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.sync.route_set import FIRST_WRITE, WRITES_STOPPED
from tests.till.conftest import QUARANTINE_S, Clock, SellTo
from tests.till.replacing import JANA, JANAS, JOE, Desk

WRITE = "user_create_or_update"


@pytest.fixture
def desk(store: DatabaseThread[TillStore], core: CoreClient, clock: Clock, sell_to: SellTo) -> Desk:
    return Desk(store, core, clock, sell_to)


def balance_of(sandbox: Sandbox, phone: str = JANA) -> Decimal | None:
    customer = sandbox.core_customer(phone)
    assert customer is not None
    return customer.standing.balance


def test_all_that_waits_of_a_customer_goes_out_in_one_write_and_changes_the_balance_alone(desk: Desk, sandbox: Sandbox) -> None:
    before = sandbox.core_customer(JANA)
    sold = [*desk.sell_to(JANA, redeem="10"), *desk.sell_to(JANA)]
    desk.settle()
    after = sandbox.core_customer(JANA)
    assert before is not None
    assert after is not None
    gained = sum((posting.sum or 0 for posting in sold), Decimal(0))
    assert after == replace(before, standing=replace(before.standing, balance=JANAS + gained))
    assert sandbox.requests()[WRITE] == 1
    assert {desk.now(each).batch for each in sold} == {sold[0].transaction_id}
    assert desk.store.call(lambda it: it.fact(FIRST_WRITE))


@pytest.mark.parametrize("kind", [FaultKind.DROP_AFTER, FaultKind.HTTP_500, FaultKind.TRUNCATE])
def test_what_arrived_without_an_answer_is_written_once(desk: Desk, sandbox: Sandbox, kind: FaultKind) -> None:
    applied = True if kind is FaultKind.HTTP_500 else None
    sandbox.add_fault(kind, WRITE, count=1, applied=applied)
    (posting,) = desk.sell_to(JANA)
    assert desk.once(posting).state is PostingState.UNKNOWN
    desk.settle()
    assert desk.now(posting).state is PostingState.APPLIED
    assert (balance_of(sandbox), sandbox.requests()[WRITE]) == (JANAS + 5, 1)


def test_what_did_not_arrive_is_written_again_after_the_quarantine_with_the_same_target(desk: Desk, sandbox: Sandbox) -> None:
    sandbox.add_fault(FaultKind.DROP_BEFORE, WRITE, count=1)
    (posting,) = desk.sell_to(JANA)
    unknown = desk.once(posting)
    began = desk.clock.passed_s
    later = desk.sell_to(JANA)[0]
    desk.settle()
    assert desk.clock.passed_s - began >= QUARANTINE_S
    assert desk.now(posting).compared == unknown.compared == Compared(JANAS, JANAS + 5)
    assert desk.now(later).compared == Compared(JANAS + 5, JANAS + 10)
    assert balance_of(sandbox) == JANAS + 10


def test_a_write_that_arrives_late_does_not_undo_a_later_one(desk: Desk, sandbox: Sandbox) -> None:
    sandbox.add_fault(FaultKind.SLOW, WRITE, count=1, seconds=2.5)
    (posting,) = desk.sell_to(JANA)
    assert desk.once(posting).state is PostingState.UNKNOWN
    # Read while it is still on its way: nothing is decided.
    assert desk.courier.deliver(desk.now(posting)).rest_s
    later = desk.sell_to(JANA)[0]
    end_s = time.monotonic() + 20.0
    while balance_of(sandbox) == JANAS:
        assert time.monotonic() < end_s, "it never arrived"
        desk.core.status()
    desk.settle()
    assert {desk.now(each).state for each in (posting, later)} == {PostingState.APPLIED}
    assert balance_of(sandbox) == JANAS + 10


def test_a_program_that_died_while_writing_looks_before_it_writes_again(desk: Desk, sandbox: Sandbox) -> None:
    (posting,) = desk.sell_to(JANA)
    target = Compared(JANAS, JANAS + 5)
    ids = [posting.transaction_id]
    desk.store.call(lambda it: it.begin_together(ids, at=desk.clock(), endpoint="here", compared=target))
    desk.store.call(lambda it: it.recover())
    desk.start()
    assert desk.courier.deliver(desk.now(posting)).rest_s == QUARANTINE_S
    desk.settle()
    assert (balance_of(sandbox), sandbox.requests()[WRITE]) == (JANAS + 5, 1)


def test_a_balance_that_somebody_changed_stops_a_sole_writer_until_a_person_has_looked(desk: Desk, sandbox: Sandbox) -> None:
    posting = desk.sells_after_a_change("3")
    desk.settle()
    stopped = desk.now(posting)
    assert (stopped.state, stopped.attention) == (PostingState.NEEDS_PERSON, Attention.BALANCE_MOVED)
    assert balance_of(sandbox) == 3
    decision = Decision(action=Action.ADD_NOW, who="Eva", reason="the dashboard was right")
    desk.store.call(lambda it: it.decide(posting.transaction_id, decision, at=desk.clock()))
    desk.settle()
    assert balance_of(sandbox) == 8


def test_somebody_who_wrote_points_off_had_looked_at_the_balance_too(desk: Desk, sandbox: Sandbox) -> None:
    posting = desk.sells_after_a_change("3")
    desk.settle()
    decision = Decision(action=Action.WRITE_OFF, who="Eva", reason="a test")
    desk.store.call(lambda it: it.decide(posting.transaction_id, decision, at=desk.clock()))
    desk.sell_to(JANA)
    desk.settle()
    assert balance_of(sandbox) == 8


def test_a_balance_that_somebody_changed_is_taken_over_and_noted_where_writers_are_shared(desk: Desk, sandbox: Sandbox) -> None:
    desk.start(shared=True)
    posting = desk.sells_after_a_change("3")
    desk.settle()
    assert balance_of(sandbox) == 8
    assert "1245" in desk.now(posting).last_answer


@pytest.mark.parametrize("shared", [False, True])
def test_a_balance_that_may_be_an_old_one_is_not_taken_for_the_present_one(desk: Desk, sandbox: Sandbox, shared: bool) -> None:
    desk.start(shared=shared)
    # A slow copy of the server's data still tells what was there before.
    posting = desk.sells_after_a_change("1240")
    step = desk.courier.deliver(posting)
    assert (step.posting.state, step.posting.attempts) == (PostingState.WAITING, 0)
    assert step.rest_s is not None
    assert QUARANTINE_S - 5 < step.rest_s <= QUARANTINE_S
    desk.core.create_or_update(UserUpdate(phone=JANA, balance=JANAS + 5))
    assert desk.once(posting).state is PostingState.APPLIED
    assert balance_of(sandbox) == JANAS + 10


def test_a_balance_that_somebody_put_back_to_what_it_was_is_not_overwritten(desk: Desk, sandbox: Sandbox) -> None:
    posting = desk.sells_after_a_change("1240")
    began = desk.clock.passed_s
    desk.settle()
    assert desk.clock.passed_s - began >= QUARANTINE_S - 5
    assert desk.now(posting).attention is Attention.BALANCE_MOVED
    assert balance_of(sandbox) == JANAS


def test_points_that_come_to_nothing_together_are_not_written(desk: Desk, sandbox: Sandbox) -> None:
    given = desk.save(Buyer(phone=JANA), "5")
    taken = desk.save(Buyer(phone=JANA), "-5")
    desk.settle()
    assert {desk.now(each).state for each in (given, taken)} == {PostingState.APPLIED}
    assert sandbox.requests().get(WRITE, 0) == 0
    # Nothing was proved by it, and nobody waits until it is seen.
    assert not desk.store.call(lambda it: it.fact(FIRST_WRITE))
    assert desk.once(desk.sell_to(JOE)[0]).state is PostingState.APPLIED
    assert desk.store.call(lambda it: it.fact(FIRST_WRITE))
    again = [desk.save(Buyer(phone=JANA), points) for points in ("5", "-5")]
    desk.settle()
    assert {desk.now(each).state for each in again} == {PostingState.APPLIED}
    assert sandbox.requests()[WRITE] == 1


def test_a_customer_may_owe_points(desk: Desk, sandbox: Sandbox) -> None:
    desk.save(Buyer(phone=JANA), "-1300")
    desk.settle()
    assert balance_of(sandbox) == JANAS - 1300


def test_the_points_of_a_card_go_into_the_line_of_its_owner(desk: Desk, sandbox: Sandbox) -> None:
    start = balance_of(sandbox, JOE)
    assert start is not None
    waiting = desk.save(Buyer(phone=JOE), "5")
    by_card = desk.save(Buyer(card="120"), "7")
    desk.settle()
    assert balance_of(sandbox, JOE) == start + 12
    assert [desk.now(each).state for each in (waiting, by_card)] == [PostingState.APPLIED, PostingState.CANCELLED]
    (_gone, instead) = desk.store.call(lambda it: it.postings_of_sale(by_card.sale_id))
    assert (instead.phone, instead.sum, instead.state) == (JOE, Decimal(7), PostingState.APPLIED)


def test_a_card_that_nobody_has_needs_a_person(desk: Desk) -> None:
    posting = desk.save(Buyer(card="999999"), "7")
    desk.settle()
    assert desk.now(posting).attention is Attention.NO_CUSTOMER


def test_points_later_are_worked_out_with_the_bonus_that_passquare_tells(desk: Desk, sandbox: Sandbox) -> None:
    (posting,) = desk.sell_to(JANA, standing=Standing())
    assert posting.sum is None
    desk.settle()
    after = desk.now(posting)
    assert after.state is PostingState.APPLIED
    assert after.sum is not None
    assert after.bonus is not None
    assert balance_of(sandbox) == JANAS + after.sum


def test_accrual_never_creates_a_customer(desk: Desk, sandbox: Sandbox) -> None:
    nobody = "+420777000009"
    posting = desk.save(Buyer(phone=nobody), "7")
    desk.settle()
    assert desk.now(posting).attention is Attention.NO_CUSTOMER
    assert sandbox.core_customer(nobody) is None


def test_a_first_write_that_changes_more_than_the_balance_stops_all_writing(
    desk: Desk, sandbox: Sandbox, transport: Transport
) -> None:
    class Forgetful(CoreClient):
        """Sets the bonus to 0 where it is not named, as the vendor's examples say of it."""

        def create_or_update(self, update: UserUpdate) -> object:  # type: ignore[override]
            return super().create_or_update(replace(update, bonus=Decimal(0)))

    desk.core = Forgetful(transport, url=sandbox.core_url, key=lambda: Secret(sandbox.app_key))
    desk.start()
    desk.sell_to(JANA)
    desk.settle()
    assert "bonus" in desk.store.call(lambda it: it.fact(WRITES_STOPPED))


def test_a_first_write_that_cannot_be_seen_yet_holds_up_the_others_and_stops_nothing(
    desk: Desk, sandbox: Sandbox, transport: Transport
) -> None:
    class Slow(CoreClient):
        """Tells the balances of some time ago."""

        old = True

        def read_customer(self, **who: Any) -> Customer:
            customer = super().read_customer(**who)
            old = replace(customer.standing, balance=JANAS)
            return replace(customer, standing=old) if self.old and customer.phone == JANA else customer

    slow = desk.core = Slow(transport, url=sandbox.core_url, key=lambda: Secret(sandbox.app_key))
    desk.start()
    first, other = desk.sell_to(JANA)[0], desk.sell_to(JOE)[0]
    assert desk.once(first).state is PostingState.APPLIED
    assert desk.once(other).attempts == 0
    slow.old = False
    assert desk.once(other).state is PostingState.APPLIED
    assert desk.store.call(lambda it: (it.fact(FIRST_WRITE), it.fact(WRITES_STOPPED))) == ("ok", "")


def test_a_first_write_that_is_never_seen_stops_all_writing(desk: Desk, sandbox: Sandbox, transport: Transport) -> None:
    class Deaf(CoreClient):
        """Says that it did, and did not."""

        def create_or_update(self, update: UserUpdate) -> object:  # type: ignore[override]
            return super().create_or_update(replace(update, balance=JANAS))

    desk.core = Deaf(transport, url=sandbox.core_url, key=lambda: Secret(sandbox.app_key))
    desk.start()
    first, other = desk.sell_to(JANA)[0], desk.sell_to(JOE)[0]
    desk.once(first)
    while not (stopped := desk.store.call(lambda it: it.fact(WRITES_STOPPED))):
        desk.clock.passes(seconds=desk.courier.deliver(desk.now(other)).rest_s or 0.0)
    assert "the balance is 1240" in stopped
    assert desk.now(other).attempts == 0
