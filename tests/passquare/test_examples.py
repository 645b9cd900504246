"""The vendor's examples: what the clients send equals them, and every answer in them is understood.

Two things in the document are no examples but descriptions: the first ``user_create_or_update`` (``"discount percentage"``) and
its answer; of them the names of the fields are compared.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from pos_app.loyalty.account import Account
from pos_app.loyalty.customer import CardInstall, CardTrack, Customer, Standing
from pos_app.loyalty.secret import Secret
from pos_app.passquare.wire import core, core_user, crm
from pos_app.passquare.wire.core_user import UserUpdate, UserUpdated
from pos_app.passquare.wire.strict_json import dumps, loads
from tests.passquare.examples import CORE_URL, CRM_URL, curl_body, examples

ALL = examples()
KEY = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"
JOE = Customer(
    phone="+420000000001",
    name="Joe",
    surname="Master",
    middlename="Remaster",
    email="joe@passquare.com",
    birthday=date(1980, 1, 25),
    cards=("120",),
    tracks=(CardTrack("120", "7862374687"),),
    standing=Standing(balance=Decimal("300.00"), bonus=Decimal("10.00"), discount=Decimal("25.00")),
    invited_by="+420000000002",
)
LINK = "https://form.passquare.com/00000000-0000-0000-0000-000000000000"
READY = "Your order is ready for pickup!"

CRM_REQUESTS: list[crm.CrmRequest] = [
    crm.NewCustomer(person=JOE, sex="male", entered_promo="BBBBB", promo="AAAAA"),
    crm.ReadBalance(phone="+420000000001", cards=("120",)),
    crm.AddBalance(phone="+420000000001", cards=("120",), sum=Decimal("50.00"), transaction_id="id/guid", lifetime_days=14),
]
UPDATES = [
    UserUpdate(
        phone="+420000000001",
        email="joe@passquare.com",
        name="Joe",
        surname="Master",
        middlename="Remaster",
        birthday=date(1980, 11, 11),
        discount=Decimal(0),
        bonus=Decimal("3.50"),
        balance=Decimal(100),
        link=LINK,
        sms="Your card: %link%",
    ),
    UserUpdate(phone="+420000000001", balance=Decimal(120)),
    UserUpdate(phone="+420000000001", push=READY),
    UserUpdate(phone="+420000000001", send_webpush=READY),
    UserUpdate(phone="+420000000001", send_telegram=READY),
]


def of(path: str) -> list[Any]:
    return [each for each in ALL if each.url == f"{CORE_URL}/{path}"]


def sent(request: dict[str, object]) -> Any:
    """What really goes over the wire, as anybody's JSON reader has it."""
    return json.loads(dumps(request), parse_float=Decimal)


def literals(document: dict[str, Any]) -> dict[str, str]:
    """How the numbers of a document are written."""
    return {name: str(value) for name, value in document.items() if isinstance(value, Decimal)}


def test_the_document_is_read_whole() -> None:
    paths = ["/status", *["/crm/user_create_or_update"] * 6, "/crm/read_customer", "/crm/read_customers"]
    pushes = ["/crm/push/create", "/crm/push/send"]
    assert [each.url.removeprefix(CORE_URL) for each in ALL] == [*[CRM_URL] * 3, *paths, *pushes]


@pytest.mark.parametrize(("number", "request_"), list(enumerate(CRM_REQUESTS)), ids=["createCustomer", "readBalance", "addBalance"])
def test_a_crm_request_equals_its_example_both_ways(number: int, request_: crm.CrmRequest) -> None:
    example = ALL[number].request
    written = sent({"crm_key": KEY, **request_.to_json()})
    assert written == example
    assert literals(written["customer"]) == literals(example["customer"])

    document = loads(dumps(example))
    assert crm.request_from_json(document) == request_
    assert crm.key_of(document) == Secret(KEY)


@pytest.mark.parametrize(
    ("number", "update"), list(enumerate(UPDATES, start=1)), ids=["create", "balance", "push", "webpush", "telegram"]
)
def test_an_update_equals_its_example_both_ways(number: int, update: UserUpdate) -> None:
    example = of("crm/user_create_or_update")[number].request
    written = sent({"app_key": KEY, **update.to_json()})
    # One example has its phone without the +: this project writes E.164 everywhere.
    assert written == {**example, "phone": "+" + example["phone"].removeprefix("+")}
    assert literals(written) == literals(example)
    assert UserUpdate.from_json(loads(dumps(example))) == update


def test_the_curl_example_is_an_update_like_the_others() -> None:
    update = replace(UPDATES[0], birthday=date(1980, 5, 3), bonus=Decimal(5), balance=Decimal(200), link=None, sms=None)
    assert sent({"app_key": KEY, **update.to_json()}) == curl_body()


def test_an_update_has_all_the_fields_that_are_described_and_the_messages() -> None:
    described = of("crm/user_create_or_update")[0].request
    full = UserUpdate(
        phone="+420000000001", name="n", surname="s", middlename="m", email="e", birthday=date(1980, 1, 25), discount=Decimal(1),
        bonus=Decimal(2), balance=Decimal(3), card_track="t", template_uuid="u", customer_id="c", link=LINK, sms="a", push="b",
        send_webpush="c", send_telegram="d",
    )  # fmt: skip
    written = sent({"app_key": KEY, **full.to_json()})
    assert set(written) == {*described, "push", "send_webpush", "send_telegram"}
    assert UserUpdate.from_json(loads(dumps(full.to_json()))) == full


def test_the_described_answer_to_an_update_is_understood_field_by_field() -> None:
    (described,) = of("crm/user_create_or_update")[0].answers
    assert described["success"] == "message about customer creation"  # its comment: "bool"
    answer = UserUpdated.from_json({**described, "success": True})
    assert answer.card_number == "created card number"
    assert answer.card_track == "created card track"
    assert answer.card_url == "personalized link to Apple Wallet card"
    assert answer.card_gpay_url == "personalized link to Google Pay card"
    assert answer.form_url == "personalized link to the form"
    assert answer.user_hash == "hash for form personalization"
    assert answer.sms_send == "message about SMS sending"
    assert answer.card == "message about card creation"
    assert set(answer.to_json()) == set(described)


def test_the_one_answer_that_is_a_text_is_the_message_a_customer_gets() -> None:
    texts = [each for example in ALL for each in example.answers if isinstance(each, str)]
    assert texts == ["Your card: https://form.passquare.com/00000000-0000-0000-0000/?hash=2f10171a33f66f3bc425335690ec880c"]


def test_the_answers_of_the_crm_are_understood_and_written() -> None:
    created, refused = ALL[0].answers
    (balance,) = ALL[1].answers
    (added,) = ALL[2].answers
    assert crm.created_from_json(created) == "6d2845ff-0a07-11e7-25df-d8d18565926f"
    standing = Standing(balance=Decimal(5), bonus=Decimal("12.5"), discount=Decimal("17.88"))
    assert crm.balance_from_json(balance) == standing
    crm.added_from_json(added)
    assert sent(crm.created_to_json("6d2845ff-0a07-11e7-25df-d8d18565926f")) == created
    assert sent(crm.balance_to_json(standing)) == balance
    assert sent(crm.added_to_json()) == added
    assert sent(crm.error_to_json("Detailed error description...")) == refused


def test_status_is_asked_and_understood() -> None:
    (example,) = of("status")
    (answer,) = example.answers
    assert sent({"app_key": "private_key"}) == example.request
    account = Account("account_name", Decimal("980.00"))
    assert core.account_from_json(answer) == account
    assert sent(core.account_to_json(account)) == answer
    assert core.key_of(example.request) == Secret("private_key")


def test_read_customer_has_the_fields_of_its_example_and_its_answer_is_understood_and_written() -> None:
    (example,) = of("crm/read_customer")
    (answer,) = example.answers
    request = core_user.ReadCustomer(phone="+420000000001", card="120", invites=True, installs=True)
    written = sent({"app_key": KEY, **request.to_json()})
    assert set(written) == set(example.request)
    assert core_user.ReadCustomer.from_json(loads(dumps(written))) == request

    customer = core_user.customer_from_json(loads(dumps(answer)))
    assert customer == replace(
        JOE,
        birthday=date(1980, 11, 11),
        tracks=(CardTrack("120", "78374598987"),),
        installs=(CardInstall("120", True),),
        standing=Standing(balance=Decimal(0), bonus=Decimal(0), discount=Decimal("4.5")),
        template_uuid="...",
        remote_id="6326",
        invited_by="+420000000000",
        invites=("+420000000011", "+420000000012"),
    )
    assert sent(core_user.customer_to_json(customer, invites=True, installs=True)) == answer


def test_read_customers_has_the_fields_of_its_example_in_the_forms_of_its_comments() -> None:
    (example,) = of("crm/read_customers")
    (answer,) = example.answers
    request = core.ReadCustomers(start=date(2020, 1, 1), end=datetime(2020, 12, 31, 23, 59, 59), installed=True)  # noqa: DTZ001
    written = sent({"app_key": KEY, **request.to_json()})
    assert written == {**example.request, "start_date": "01.01.2020", "end_date": "31.12.2020 23:59:59"}
    assert core.ReadCustomers.from_json(loads(dumps(written))) == request
    page = core.Page(("+420000000011", "+420000000012"), 2)
    assert core.Page.from_json(answer) == page
    assert sent(page.to_json()) == answer


def test_pushes_have_the_fields_of_their_examples_and_the_answer_is_understood() -> None:
    (create,), (send,) = of("crm/push/create"), of("crm/push/send")
    request = core.PushCreate(message="Test push!", type=core.PushType.TEXT, name="Push#0000", segment_uuid="u")
    written = sent({"app_key": KEY, **request.to_json()})
    assert set(written) == set(create.request)
    assert core.PushCreate.from_json(written) == request

    created = core.PushCreated(uuid="00000000-0000-0000-0000-000000000000", name="Push#0000", message="Test push!")
    assert core.PushCreated.from_json(create.answers[0]) == created
    assert sent(created.to_json()) == create.answers[0]

    order = core.PushSend(push_uuid="00000000-0000-0000-0000-000000000000")
    assert sent({"app_key": KEY, **order.to_json()}) == send.request
    assert core.PushSend.from_json(send.request) == order


READERS: list[Callable[[dict[str, Any]], object]] = [
    crm.created_from_json, crm.balance_from_json, crm.added_from_json, core.account_from_json, core.Page.from_json,
    core.PushCreated.from_json, core.push_sent_from_json, core_user.customer_from_json, UserUpdated.from_json,
]  # fmt: skip


@pytest.mark.parametrize("reader", READERS)
def test_unknown_fields_are_kept_out_of_the_way(reader: Callable[[dict[str, Any]], object]) -> None:
    known: dict[str, Any] = {"success": True, "customerId": "1", "app": "a", "customers": []}
    known |= {"result": {"uuid": "1"}, "customer": {"phone": "+420000000001"}}
    unknown = {"v": 3, "debug": {"sql": [None, True, {}]}, "über": "x"}
    assert reader({**known, **unknown}) == reader(known)
