"""PassQuare's core as its documentation describes it, asked over a real socket."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from pos_app.sandbox.core import PAGE_SIZE
from pos_app.sandbox.core_app import UnknownForm
from pos_app.sandbox.outbox import Channel, Outbox
from pos_app.sandbox.people import make_people
from pos_app.sandbox.server import Sandbox
from tests.sandbox.caller import Caller

JANA = "+420603551482"
JOE = "+420000000001"
NEW = "+420777123482"
EVERY_METHOD = [
    "status",
    "crm/user_create_or_update",
    "crm/read_customer",
    "crm/read_customers",
    "crm/push/create",
    "crm/push/send",
]


def read(caller: Caller, **who: Any) -> dict[str, Any]:
    customer = caller.core("crm/read_customer", **who).json()["customer"]
    assert isinstance(customer, dict)
    return customer


@pytest.mark.parametrize("path", EVERY_METHOD)
@pytest.mark.parametrize("key", ["another", "", None, 5, "\ud800"])
def test_a_wrong_key_is_refused_by_every_method(sandbox: Sandbox, caller: Caller, path: str, key: object) -> None:
    body = json.dumps({"app_key": key, "phone": JANA, "balance": 0}).encode()
    answer = caller.http.post(f"{sandbox.core_url}/{path}", content=body)
    assert (answer.status_code, list(answer.json())) == (401, ["error"])
    assert read(caller, phone=JANA)["balance"] == 1240


@pytest.mark.parametrize("path", EVERY_METHOD[1:])
def test_what_cannot_be_read_is_an_error_in_words(caller: Caller, path: str) -> None:
    answer = caller.core(path, offset="many")
    assert (answer.status_code, list(answer.json())) == (400, ["error"])


def test_a_method_that_does_not_exist_is_not_found(caller: Caller) -> None:
    answer = caller.core("crm/delete_customer")
    assert (answer.status_code, list(answer.json())) == (404, ["error"])


def test_status_names_the_account_and_its_money(caller: Caller) -> None:
    assert caller.core("status").text == '{"app": "demo-account", "balance": 980.00}'


def test_a_customer_is_read_by_phone_and_by_card_with_what_was_asked_for(caller: Caller) -> None:
    joe = read(caller, card="120")
    assert (joe["phone"], joe["name"], joe["surname"], joe["middlename"]) == (JOE, "Joe", "Master", "Remaster")
    assert joe["cardTracks"] == [{"card": "120", "track": "7862374687"}]
    assert (joe["balance"], joe["bonus"], joe["discount"], joe["birthday"]) == (300, 10, 25, "25.01.1980")
    assert not {"cardInstalls", "invites", "invitedBy"} & set(joe)
    jana = read(caller, phone="420 603 551 482", installs=True, invites=True)
    assert jana["cardInstalls"][0] == {"card": "200044717712", "install": True}
    assert "+420608417583" in jana["invites"]
    assert read(caller, phone="+420608417583", invites=True)["invitedBy"] == JANA


@pytest.mark.parametrize(
    ("form", "status", "text"),
    [
        (UnknownForm.NULL, 200, '{"customer": null}'),
        (UnknownForm.EMPTY_CUSTOMER, 200, '{"customer": {}}'),
        (UnknownForm.EMPTY, 200, "{}"),
        (UnknownForm.NOT_FOUND, 404, '{"error": "Customer not found"}'),
        (UnknownForm.ERROR, 200, '{"error": "Customer not found"}'),
    ],
)
def test_nobody_is_said_in_the_form_that_was_chosen(form: UnknownForm, status: int, text: str) -> None:
    with Sandbox(unknown=form) as sandbox:
        caller = Caller(sandbox)
        with caller.http:
            for who in ({"phone": NEW}, {"card": "200044718820"}):
                answer = caller.core("crm/read_customer", **who)
                assert (answer.status_code, answer.text) == (status, text)


def test_only_the_named_fields_change(caller: Caller) -> None:
    before = read(caller, phone=JANA, installs=True, invites=True)
    answer = caller.core("crm/user_create_or_update", phone=JANA, balance=120)
    assert answer.json()["success"] is True
    assert answer.json()["card"] is False
    assert read(caller, phone=JANA, installs=True, invites=True) == {**before, "balance": 120}
    caller.core("crm/user_create_or_update", phone=JANA, name="Johana", birthday="03.05.1980", bonus="7.5", template_uuid="t")
    assert read(caller, phone=JANA, installs=True, invites=True) == {
        **before, "balance": 120, "name": "Johana", "birthday": "03.05.1980", "bonus": 7.5, "template_uuid": "t",
    }  # fmt: skip


def test_a_new_customer_gets_a_card_links_and_a_hash(sandbox: Sandbox, caller: Caller) -> None:
    answer = caller.core("crm/user_create_or_update", phone=NEW, name="Eva", email="eva@example.com", birthday="29.02.2000").json()
    assert (answer["success"], answer["card"]) == (True, True)
    assert all(answer[name].startswith("https://") for name in ("card_url", "card_gpay_url", "form_url"))
    assert answer["form_url"].endswith(f"/?hash={answer['user_hash']}")
    assert len(answer["user_hash"]) == 32
    eva = read(caller, phone=NEW, installs=True)
    assert (eva["cardNumbers"], eva["cardTracks"]) == (
        [answer["card_number"]],
        [{"card": answer["card_number"], "track": answer["card_track"]}],
    )
    assert (eva["email"], eva["birthday"], eva["balance"], eva["bonus"]) == ("eva@example.com", "29.02.2000", 0, 5)
    assert read(caller, card=answer["card_number"])["phone"] == NEW
    # The same again changes nothing and makes no second card.
    again = caller.core("crm/user_create_or_update", phone=NEW, name="Eva").json()
    assert (again["card"], again["card_number"], again["user_hash"]) == (False, answer["card_number"], answer["user_hash"])
    assert len(sandbox.customers()) == 201


def test_the_form_link_of_the_vendors_example_stands_in_the_sms(sandbox: Sandbox, caller: Caller) -> None:
    link = "https://form.passquare.com/00000000-0000-0000-0000-000000000000"
    answer = caller.core("crm/user_create_or_update", phone=JOE, link=link, sms="Your card: %link%").json()
    (message,) = sandbox.messages()
    assert answer["sms_send"] is True
    assert message.text == f"Your card: {link}/?hash={answer['user_hash']}" == f"Your card: {answer['form_url']}"
    assert (message.phone, message.channel) == (JOE, Channel.SMS)


def test_messages_by_every_channel_are_kept_and_paid(sandbox: Sandbox, caller: Caller) -> None:
    text = "Your order is ready for pickup!"
    for field in ("push", "send_webpush", "send_telegram"):
        caller.core("crm/user_create_or_update", phone="420000000001", **{field: text})
    assert [message.channel for message in sandbox.messages()] == [Channel.PUSH, Channel.WEBPUSH, Channel.TELEGRAM]
    assert {message.text for message in sandbox.messages()} == {text}
    assert caller.core("status").json()["balance"] == 979.7


def test_without_money_no_message_is_sent() -> None:
    outbox = Outbox(now=lambda: datetime.now(UTC), credit=Decimal("1.25"))
    assert outbox.deliver(JOE, Channel.SMS, "x")
    assert not outbox.deliver(JOE, Channel.SMS, "x")
    assert not outbox.deliver(JOE, Channel.PUSH, "x")
    assert (len(outbox.messages()), outbox.credit) == (1, Decimal("0.05"))


def test_a_changed_track_overwrites_the_card_in_the_crm(sandbox: Sandbox, caller: Caller) -> None:
    answer = caller.core("crm/user_create_or_update", phone=JOE, card_track="998877").json()
    assert (answer["card_number"], answer["card_track"]) == ("120", "998877")
    assert read(caller, phone=JOE)["cardTracks"] == [{"card": "120", "track": "998877"}]
    (in_crm,) = [each for each in sandbox.customers() if each.phone == JOE]
    assert [track.track for track in in_crm.tracks] == ["998877"]


def test_phones_come_a_page_at_a_time_and_an_empty_page_ends_them(caller: Caller) -> None:
    pages = [caller.core("crm/read_customers", offset=offset).json()["customers"] for offset in (0, 100, 200, 300)]
    assert [len(page) for page in pages] == [PAGE_SIZE, 100, 0, 0]
    assert len(set(pages[0] + pages[1])) == 200
    assert pages[0][0] == JANA


def test_phones_are_chosen_by_dates_and_by_what_is_installed(caller: Caller) -> None:
    def phones(**conditions: Any) -> set[str]:
        first, second = (caller.core("crm/read_customers", offset=offset, **conditions).json()["customers"] for offset in (0, 100))
        return {*first, *second}

    today = datetime.now(UTC).astimezone().date()
    people = make_people(today=today)
    everybody = {person.phone for person in people}
    with_card = {person.phone for person in people if any(card.in_phone for card in person.cards)}
    assert phones(installed=True) == with_card
    assert phones(installed=False) == everybody - with_card
    year_ago = today - timedelta(days=365)
    late = {person.phone for person in people if person.registered >= year_ago}
    written = f"{year_ago:%d.%m.%Y}"
    assert phones(start_date=written) == late
    assert phones(end_date=f"{year_ago - timedelta(days=1):%d.%m.%Y} 23:59:59") == everybody - late
    assert phones(start_date=written, installed=True) == late & with_card
    assert phones(start_date=f"{date(2100, 1, 1):%d.%m.%Y}") == set()


def test_somebody_who_registers_now_is_in_todays_list(caller: Caller) -> None:
    caller.core("crm/user_create_or_update", phone=NEW)
    since = f"{datetime.now(UTC) - timedelta(minutes=5):%d.%m.%Y %H:%M:%S}"
    assert caller.core("crm/read_customers", start_date=since, offset=0).json() == {"customers": [NEW]}


def test_a_push_is_created_once_and_sent_when_asked_for(sandbox: Sandbox, caller: Caller) -> None:
    created = caller.core("crm/push/create", message="Test push!", type="text").json()["result"]
    assert (created["name"], created["message"]) == ("Push#0000", "Test push!")
    named = caller.core("crm/push/create", message="m", type="telegram", name="Spring", segment_uuid="s").json()["result"]
    assert named["name"] == "Spring"
    assert caller.core("crm/push/send", push_uuid=created["uuid"]).status_code == 200
    campaigns = caller.control("GET", "/messages").json()["campaigns"]
    assert [(each["name"], each["type"], each["sent"], each["received"]) for each in campaigns] == [
        ("Push#0000", "text", 1, 200),
        ("Spring", "telegram", 0, 0),
    ]
    unknown = caller.core("crm/push/send", push_uuid="00000000-0000-0000-0000-000000000000")
    assert (unknown.status_code, list(unknown.json())) == (404, ["error"])
