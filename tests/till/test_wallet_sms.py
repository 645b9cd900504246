"""The link by SMS: it costs money, so it goes out at most once, whatever is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pos_app.loyalty.errors import BadInput, KeyRefused, NotSent, Problem
from pos_app.loyalty.profile import Sms
from pos_app.loyalty.sale import PostingState
from pos_app.sandbox.server import Sandbox
from pos_app.till.registering import Application, SavedChange
from tests.till.register import SOON_S, Register, register

BARBORA = "+420777123482"
TEXT = "Your card: %link%"


@pytest.fixture
def desk(sandbox: Sandbox, tmp_path: Path) -> Iterator[Register]:
    with register(sandbox, tmp_path) as opened:
        yield opened


def saved(desk: Register) -> SavedChange:
    till = desk.till.registering
    return till.register(Application(phone=BARBORA, name="Barbora", rules_agreed=True), till.new_ids()).result(SOON_S)


def registered(desk: Register) -> str:
    made = saved(desk)
    desk.drained()
    assert desk.till.registering.change(made.posting.transaction_id).result(SOON_S).posting.state is PostingState.APPLIED
    return made.posting.transaction_id


def state(desk: Register, transaction_id: str) -> Sms:
    return desk.till.registering.change(transaction_id).result(SOON_S).change.sms


def test_the_customer_gets_their_own_link_and_the_account_pays(desk: Register, sandbox: Sandbox) -> None:
    who = registered(desk)
    before = desk.till.sms.credit().result(SOON_S)
    assert desk.till.sms.send(who, TEXT).result(SOON_S).sms is Sms.SENT
    (message,) = sandbox.messages()
    link = desk.till.registering.change(who).result(SOON_S).change.links.form
    assert (message.phone, message.text) == (BARBORA, f"Your card: {link}")
    assert desk.till.sms.credit().result(SOON_S) < before


def test_it_is_not_sent_twice_however_often_it_is_pressed(desk: Register, sandbox: Sandbox) -> None:
    who = registered(desk)
    with ThreadPoolExecutor(4) as many:
        errors = list(many.map(lambda _each: desk.till.sms.send(who, TEXT).exception(SOON_S), range(4)))
    assert sorted(str(each) for each in errors if each) == [str(BadInput(Problem.SMS_SENT_ALREADY))] * 3
    assert len(sandbox.messages()) == 1


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "500", "garbage"])
def test_what_may_have_been_sent_is_said_and_never_sent_again(desk: Register, sandbox: Sandbox, kind: str) -> None:
    who = registered(desk)
    sandbox.add_fault(method="user_create_or_update", kind=kind, count=1)
    assert desk.till.sms.send(who, TEXT).result(SOON_S).sms is Sms.UNKNOWN
    with pytest.raises(BadInput) as refused:
        desk.till.sms.send(who, TEXT).result(SOON_S)
    assert refused.value.problem is Problem.SMS_SENT_ALREADY
    assert len(sandbox.messages()) == (kind == "drop_after")


def test_what_never_left_may_be_sent_once_the_line_is_back(desk: Register, sandbox: Sandbox) -> None:
    who = registered(desk)
    sandbox.unplug()
    with pytest.raises(NotSent):
        desk.till.sms.send(who, TEXT).result(SOON_S)
    assert state(desk, who) is Sms.NOT_SENT
    sandbox.plug()
    assert desk.till.sms.send(who, TEXT).result(SOON_S).sms is Sms.SENT


def test_before_the_registration_arrived_there_is_no_link_to_send(desk: Register, sandbox: Sandbox) -> None:
    sandbox.add_fault(method="read_customer", kind="500")
    made = saved(desk)
    with pytest.raises(BadInput) as refused:
        desk.till.sms.send(made.posting.transaction_id, TEXT).result(SOON_S)
    assert refused.value.problem is Problem.NOT_REGISTERED_YET
    assert sandbox.messages() == ()


def test_nothing_is_sent_with_a_key_that_is_refused(desk: Register, sandbox: Sandbox) -> None:
    who = registered(desk)
    sandbox.add_fault(method="status", kind="401")
    with pytest.raises(KeyRefused):
        desk.till.sms.send(who, TEXT).result(SOON_S)
    assert (state(desk, who), sandbox.messages()) == (Sms.NOT_SENT, ())
