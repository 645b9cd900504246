"""Requests and answers for both ends of the wire: what one end writes the other reads, and nothing that is read can do harm."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.account import Account
from pos_app.loyalty.customer import CardInstall, CardTrack, Customer, Standing
from pos_app.passquare.wire import core, core_user, crm
from pos_app.passquare.wire.strict_json import JsonObject, Malformed, dumps, loads

PHONES = st.from_regex(r"\+[1-9][0-9]{7,13}", fullmatch=True)
CENTS = st.decimals(Decimal("-99999999.99"), Decimal("99999999.99"), places=2)
# One line of visible characters, as names, cards and ids are.
LINES = st.text(st.characters(categories=["L", "N", "P"]), max_size=12)
WORDS = LINES.filter(bool)
STANDINGS = st.builds(Standing, st.none() | CENTS, st.none() | CENTS, st.none() | CENTS)
CUSTOMERS = st.builds(
    Customer,
    phone=PHONES,
    name=LINES,
    surname=LINES,
    middlename=LINES,
    email=LINES,
    birthday=st.none() | st.dates(),
    cards=st.lists(WORDS, max_size=3).map(tuple),
    tracks=st.lists(st.builds(CardTrack, WORDS, WORDS), max_size=3).map(tuple),
    installs=st.lists(st.builds(CardInstall, WORDS, st.booleans()), max_size=3).map(tuple),
    standing=STANDINGS,
    template_uuid=LINES,
    remote_id=LINES,
    invited_by=st.just("") | PHONES,
    invites=st.lists(PHONES, max_size=3).map(tuple),
)


def over_the_wire(document: JsonObject) -> JsonObject:
    return loads(dumps(document))


@given(CUSTOMERS)
def test_a_customer_read_at_the_till_is_the_one_that_core_wrote(customer: Customer) -> None:
    answer = over_the_wire(core_user.customer_to_json(customer, invites=True, installs=True))
    assert core_user.customer_from_json(answer) == customer


@given(CUSTOMERS)
def test_core_tells_installs_and_invites_only_when_asked(customer: Customer) -> None:
    answer = over_the_wire(core_user.customer_to_json(customer, invites=False, installs=False))
    assert core_user.customer_from_json(answer) == replace(customer, installs=(), invites=(), invited_by="")


def test_nobody_is_written_and_read_as_nobody() -> None:
    assert core_user.customer_from_json(over_the_wire(core_user.customer_to_json(None, invites=True, installs=True))) is None


@given(STANDINGS)
def test_a_standing_read_at_the_till_is_the_one_that_the_crm_wrote(standing: Standing) -> None:
    assert crm.balance_from_json(over_the_wire(crm.balance_to_json(standing))) == standing


@given(CUSTOMERS, LINES, LINES, LINES)
def test_a_new_customer_arrives_as_sent(customer: Customer, sex: str, entered_promo: str, promo: str) -> None:
    person = replace(customer, installs=(), invites=(), template_uuid="", remote_id="")
    request = crm.NewCustomer(person=person, sex=sex, entered_promo=entered_promo, promo=promo)
    assert crm.request_from_json(over_the_wire(request.to_json())) == request


@given(PHONES, st.lists(WORDS, max_size=2).map(tuple), CENTS, WORDS, st.none() | st.integers(1, 36_525))
def test_points_arrive_as_sent(phone: str, cards: tuple[str, ...], points: Decimal, transaction_id: str, days: int | None) -> None:
    request = crm.AddBalance(phone=phone, cards=cards, sum=points, transaction_id=transaction_id, lifetime_days=days)
    assert crm.request_from_json(over_the_wire(request.to_json())) == request
    question = crm.ReadBalance(phone=phone, cards=cards)
    assert crm.request_from_json(over_the_wire(question.to_json())) == question


@given(
    st.builds(
        core_user.UserUpdate,
        phone=PHONES,
        birthday=st.none() | st.dates(),
        customer_id=st.none() | LINES,
        **{name: st.none() | CENTS for name in ("discount", "bonus", "balance")},
        **{name: st.none() | LINES for name in ("name", "surname", "email", "card_track", "template_uuid", "link", "sms", "push")},
    )
)
def test_an_update_arrives_with_exactly_the_fields_it_changes(update: core_user.UserUpdate) -> None:
    written = update.to_json()
    assert None not in written.values()
    assert core_user.UserUpdate.from_json(over_the_wire(written)) == update


def test_an_update_may_empty_a_text_and_nothing_is_emptied_by_silence() -> None:
    update = core_user.UserUpdate.from_json({"phone": "+420000000001", "email": "", "name": None})
    assert update.email == ""
    assert update.name is None
    assert update.to_json() == {"phone": "+420000000001", "email": ""}


@pytest.mark.parametrize("told", [True, False, "", "Card exists already"])
def test_an_updates_answer_says_yes_no_or_words(told: bool | str) -> None:
    answer = core_user.UserUpdated(card=told, sms_send=told, card_url="https://x.example/")
    assert core_user.UserUpdated.from_json(over_the_wire(answer.to_json())) == answer


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (date(2020, 1, 1), "01.01.2020"),
        (datetime(2020, 12, 31, 23, 59, 59), "31.12.2020 23:59:59"),  # noqa: DTZ001 - PassQuare names no zone
        (None, None),
    ],
)
def test_moments_are_written_as_the_vendor_writes_them(moment: date | datetime | None, written: str | None) -> None:
    request = core.ReadCustomers(start=moment, end=moment, installed=True, offset=7)
    assert request.to_json().get("end_date") == written
    assert core.ReadCustomers.from_json(over_the_wire(request.to_json())) == request


@pytest.mark.parametrize(
    ("read", "document"),
    [
        (core.ReadCustomers.from_json, {"start_date": "yesterday"}),
        (core.ReadCustomers.from_json, {"end_date": "31.12.2020 25:00"}),
        (core.ReadCustomers.from_json, {"offset": -1}),
        (core.ReadCustomers.from_json, {"offset": "1e9"}),
        (core.PushCreate.from_json, {"message": "Hi", "type": "smoke"}),
        (core.PushCreate.from_json, {"type": "text"}),
        (core.PushSend.from_json, {}),
        (core_user.ReadCustomer.from_json, {"phone": "", "card": ""}),
        (core_user.UserUpdate.from_json, {"phone": "?", "balance": 5}),
        (core_user.UserUpdate.from_json, {"phone": "+420000000001", "balance": "1,5"}),
    ],
)
def test_a_request_to_core_that_makes_no_sense_is_malformed(read: Callable[[Any], object], document: JsonObject) -> None:
    with pytest.raises(Malformed):
        read(document)


def test_the_keys_of_both_sides_are_read_as_secrets() -> None:
    assert core.key_of({"app_key": "a"}).reveal() == "a"
    assert crm.key_of({"crm_key": "c"}).reveal() == "c"
    assert not core.key_of({"app_key": 5})
    assert not crm.key_of({})


def test_an_account_without_a_balance_is_written_without() -> None:
    assert core.account_to_json(Account("Luna")) == {"app": "Luna"}


SAID = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals()
    | st.sampled_from(["1,5", "1e999", "+420000000001", "01.01.2020", "x", "\ud800"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["phone", "card", "track", "install", "balance", "sum", "birthday"]), inner, max_size=3)
    ),
    max_leaves=5,
)
NAMES = [
    "success", "error", "customer", "customers", "result", "app", "balance", "bonus", "discount", "phone",
    "cardNumbers", "cardTracks", "cardInstalls", "invites", "offset", "start_date", "method", "sum", "transactionId",
    "lifetime", "extra", "uuid", "type", "message", "customerId", "birthday", "name", "installed", "app_key",
]  # fmt: skip
READERS: list[Callable[[Any], object]] = [
    core.account_from_json, core.Page.from_json, core.PushCreated.from_json, core.PushCreate.from_json,
    core.PushSend.from_json, core.ReadCustomers.from_json, core.push_sent_from_json, core.key_of,
    core_user.UserUpdate.from_json, core_user.UserUpdated.from_json, core_user.ReadCustomer.from_json,
    core_user.customer_from_json, crm.request_from_json, crm.NewCustomer.from_json, crm.AddBalance.from_json,
    crm.ReadBalance.from_json, crm.created_from_json, crm.balance_from_json, crm.added_from_json, crm.key_of,
]  # fmt: skip


@given(st.dictionaries(st.sampled_from(NAMES), SAID, max_size=6))
def test_no_document_does_worse_than_being_malformed(document: JsonObject) -> None:
    for read in READERS:
        with contextlib.suppress(Malformed):
            read(document)
        with contextlib.suppress(Malformed):
            read({"customer": document, "method": "addBalance", "result": document, "success": True})
