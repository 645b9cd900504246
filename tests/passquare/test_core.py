"""The client of PassQuare's core, against a real server."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from pos_app.loyalty.account import Account
from pos_app.loyalty.customer import CardInstall
from pos_app.loyalty.errors import KeyringTrouble, NoSuchCustomer, Unknown
from pos_app.loyalty.secret import Secret
from pos_app.passquare.core import CoreClient
from pos_app.passquare.transport import Transport
from pos_app.passquare.wire.core import PushType, ReadCustomers
from pos_app.passquare.wire.core_user import ReadCustomer, UserUpdate
from tests.passquare.conftest import MakeTransport, Serve
from tests.passquare.raw_server import RawServer, Talk, answer

PHONE = "+420000000001"
JOE = (
    '{"customer": {"phone": "420 000 000 001", "name": "Joe", "cardNumbers": ["0120"],'
    ' "cardTracks": [{"card": "0120", "track": "78"}]}}'
)

Open = Callable[..., tuple[CoreClient, RawServer]]


@pytest.fixture
def open_core(transport: Transport, serve: Serve) -> Open:
    """``open_core(answer, …)``: a client and the server that answers it."""

    def start(*answers: str) -> tuple[CoreClient, RawServer]:
        server = serve(*(answer(each) for each in answers))
        return CoreClient(transport, url=f"{server.url}api/v2/", key=lambda: Secret("the-key")), server

    return start


def asked(server: RawServer, number: int = -1) -> tuple[str, dict[str, object]]:
    request = server.requests[number]
    return request.line.split()[1], json.loads(request.body)


def test_status_tells_the_account(open_core: Open) -> None:
    core, server = open_core('{"app": "Café Luna", "balance": "980.00"}')
    assert core.status() == Account("Café Luna", Decimal("980.00"))
    assert asked(server) == ("/api/v2/status", {"app_key": "the-key"})


def test_a_status_without_a_balance_has_none_and_without_a_name_is_no_answer(open_core: Open) -> None:
    core, _server = open_core('{"app": "Luna"}', '{"balance": 5}')
    assert core.status() == Account("Luna", None)
    with pytest.raises(Unknown):
        core.status()


def test_the_key_is_asked_for_at_each_request_and_kept_nowhere(transport: Transport, serve: Serve) -> None:
    keys = iter(["first", "second"])
    server = serve(answer('{"app": "Luna"}'))
    core = CoreClient(transport, url=server.url, key=lambda: Secret(next(keys)))
    core.status()
    core.status()
    assert [json.loads(each.body)["app_key"] for each in server.requests] == ["first", "second"]


def test_a_locked_keyring_is_told_as_such_and_nothing_is_sent(transport: Transport, serve: Serve) -> None:
    server = serve(answer("{}"))

    def locked() -> Secret:
        raise KeyringTrouble("The keyring is locked.")

    with pytest.raises(KeyringTrouble):
        CoreClient(transport, url=server.url, key=locked).status()
    assert server.connections == 0


def test_an_update_names_only_what_changes(open_core: Open) -> None:
    core, server = open_core('{"success": true, "sms_send": false, "card": "exists", "card_number": 120, "user_hash": "2f10"}')
    updated = core.create_or_update(UserUpdate(phone=PHONE, balance=Decimal("120.50")))
    assert asked(server) == ("/api/v2/crm/user_create_or_update", {"app_key": "the-key", "phone": PHONE, "balance": 120.5})
    assert (updated.sms_send, updated.card, updated.card_number, updated.user_hash) == (False, "exists", "120", "2f10")
    assert updated.card_url == ""


def test_an_update_that_is_not_proved_is_unknown(open_core: Open) -> None:
    core, _server = open_core('{"success": "created"}')
    with pytest.raises(Unknown):
        core.create_or_update(UserUpdate(phone=PHONE, name="Joe"))


def test_a_customer_is_read_by_phone_with_what_was_asked_for(open_core: Open) -> None:
    core, server = open_core(JOE[:-2] + ', "balance": "5", "cardInstalls": [{"card": "0120", "install": 1}], "bonus": null}}')
    customer = core.read_customer(phone=PHONE, installs=True)
    assert asked(server)[0] == "/api/v2/crm/read_customer"
    assert asked(server)[1] == {"app_key": "the-key", "phone": PHONE, "invites": False, "installs": True}
    assert customer.phone == PHONE
    assert customer.cards == ("0120",)
    assert customer.installs == (CardInstall("0120", True),)
    assert customer.standing.balance == 5
    assert customer.standing.bonus is None
    assert customer.standing.discount is None


def test_a_phone_is_asked_for_rather_than_a_card_if_both_are_known(open_core: Open) -> None:
    core, server = open_core(JOE)
    core.read_customer(phone=PHONE, card="999")
    assert "card" not in asked(server)[1]


@pytest.mark.parametrize("card", ["0120", "120", " 01 20 ", "78"])
def test_a_customer_is_read_by_card_however_it_is_written(open_core: Open, card: str) -> None:
    core, server = open_core(JOE)
    assert core.read_customer(card=card).phone == PHONE
    assert asked(server)[1]["card"] == card


@pytest.mark.parametrize(
    "said",
    [
        '{"customer": {"phone": "+420000000002", "name": "Jane"}}',
        '{"customer": {"phone": "", "name": "Jane"}}',
        '{"customer": {"name": "Jane", "balance": 500}}',
        '{"customer": {"phone": "unknown", "name": "Jane"}}',
    ],
)
def test_an_answer_for_another_phone_is_refused_loudly(open_core: Open, said: str) -> None:
    core, _server = open_core(said)
    with pytest.raises(Unknown, match="another customer"):
        core.read_customer(phone=PHONE)


def test_an_answer_for_another_card_is_refused_loudly(open_core: Open) -> None:
    core, _server = open_core(JOE)
    with pytest.raises(Unknown, match="another customer"):
        core.read_customer(card="121")


def test_a_customer_of_a_card_may_be_answered_without_cards(open_core: Open) -> None:
    core, _server = open_core('{"customer": {"phone": "+420000000001"}}')
    assert core.read_customer(card="120").phone == PHONE


def test_a_customer_with_nothing_in_it_is_nobody(open_core: Open) -> None:
    core, _server = open_core('{"customer": {"phone": null, "name": "", "cardNumbers": []}}')
    with pytest.raises(NoSuchCustomer):
        core.read_customer(phone=PHONE)


def test_a_customer_that_is_no_object_is_no_answer(open_core: Open) -> None:
    core, _server = open_core('{"customer": [{"phone": "+420000000001"}]}')
    with pytest.raises(Unknown):
        core.read_customer(phone=PHONE)


def test_nobody_can_be_asked_for() -> None:
    with pytest.raises(ValueError, match="nobody"):
        ReadCustomer()


def test_a_page_of_customers_is_read_with_its_conditions(open_core: Open) -> None:
    core, server = open_core('{"customers": ["+420000000011", "420 000 000 012", "?"]}')
    page = core.read_customers(ReadCustomers(start=date(2020, 1, 1), installed=False, offset=30))
    assert page.phones == ("+420000000011", "+420000000012")
    assert page.listed == 3
    assert asked(server)[0] == "/api/v2/crm/read_customers"
    assert asked(server)[1] == {"app_key": "the-key", "start_date": "01.01.2020", "installed": False, "offset": 30}


@pytest.mark.parametrize("end", ['{"customers": []}', '{"customers": null}', '{"customers": {}}', "{}"])
def test_all_customers_come_page_by_page_until_an_empty_one(open_core: Open, end: str) -> None:
    core, server = open_core('{"customers": ["+420000000011", "?", "+420000000012"]}', '{"customers": ["+420000000013"]}', end)
    assert list(core.all_customers(installed=True)) == ["+420000000011", "+420000000012", "+420000000013"]
    assert [asked(server, number)[1]["offset"] for number in range(3)] == [0, 3, 4]


def test_a_server_that_ignores_the_offset_does_not_keep_us_for_ever(open_core: Open) -> None:
    core, server = open_core('{"customers": ["+420000000011"]}')
    assert list(core.all_customers()) == ["+420000000011"]
    assert len(server.requests) == 2


def test_a_long_page_is_read_whole(open_core: Open) -> None:
    phones = [f"+4207{number:08}" for number in range(20_000)]
    core, _server = open_core(json.dumps({"customers": phones}), "{}")
    assert list(core.all_customers()) == phones


def test_a_page_that_is_none_is_no_end(open_core: Open) -> None:
    core, _server = open_core('{"customers": "none"}')
    with pytest.raises(Unknown):
        list(core.all_customers())


def test_a_push_is_created_and_then_sent(open_core: Open) -> None:
    core, server = open_core('{"result": {"name": "Push#0000", "uuid": "u-1", "message": "Hi\\nJoe"}}', "{}")
    created = core.push_create("Hi\nJoe", PushType.WEBPUSH)
    assert (created.uuid, created.name, created.message) == ("u-1", "Push#0000", "Hi\nJoe")
    assert asked(server) == ("/api/v2/crm/push/create", {"app_key": "the-key", "message": "Hi\nJoe", "type": "webpush"})
    core.push_send(created.uuid)
    assert asked(server) == ("/api/v2/crm/push/send", {"app_key": "the-key", "push_uuid": "u-1"})


def test_a_push_without_its_uuid_and_one_not_sent_for_certain_are_unknown(open_core: Open) -> None:
    core, _server = open_core('{"result": {}}', '{"success": "perhaps"}')
    with pytest.raises(Unknown):
        core.push_create("Hi", PushType.TEXT)
    with pytest.raises(Unknown):
        core.push_send("u-1")


def test_a_server_that_never_answers_is_given_up(make_transport: MakeTransport, serve: Serve) -> None:
    server = serve(Talk.hold)
    with pytest.raises(Unknown):
        CoreClient(make_transport(deadline_s=0.2), url=server.url, key=lambda: Secret("k")).status()
