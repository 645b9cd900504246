"""The client of the merchant's CRM hook, against a real server."""

from __future__ import annotations

import base64
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pos_app.loyalty.customer import Customer, Standing
from pos_app.loyalty.errors import KeyringTrouble, Refused, Unknown
from pos_app.loyalty.secret import Secret
from pos_app.passquare.crm import CrmBasic, CrmClient, CrmKey
from pos_app.passquare.transport import Transport
from pos_app.passquare.wire.crm import AddBalance, NewCustomer, ReadBalance, request_from_json
from pos_app.passquare.wire.strict_json import Malformed
from tests.passquare.conftest import Serve
from tests.passquare.raw_server import RawServer, answer

PHONE = "+420000000001"
BY_KEY = CrmKey(lambda: Secret("the-key"))


def body(server: RawServer) -> Any:
    return json.loads(server.requests[-1].body, parse_float=Decimal)


def add(crm: CrmClient) -> None:
    crm.add_balance(phone=PHONE, cards=("120",), sum=Decimal("-12.50"), transaction_id="t-1", lifetime_days=30)


def test_points_are_added_exactly_once_by_their_id(transport: Transport, serve: Serve) -> None:
    server = serve(answer('{"success": true}'))
    add(CrmClient(transport, url=f"{server.url}hook", auth=BY_KEY))
    customer = {"phone": PHONE, "cardNumbers": ["120"], "sum": Decimal("-12.50"), "transactionId": "t-1", "lifetime": 30}
    assert body(server) == {"crm_key": "the-key", "method": "addBalance", "customer": customer}
    assert b'"sum": -12.50,' in server.requests[0].body
    assert server.requests[0].line.split()[1] == "/hook"


def test_what_is_not_known_is_not_sent(transport: Transport, serve: Serve) -> None:
    server = serve(answer('{"success": true}'))
    CrmClient(transport, url=server.url, auth=BY_KEY).add_balance(cards=("120",), sum=Decimal(5), transaction_id="t-1")
    assert body(server)["customer"] == {"cardNumbers": ["120"], "sum": 5, "transactionId": "t-1"}
    assert not [name for name in server.requests[0].headers if name.startswith("x-") or name == "authorization"]


def test_with_basic_the_key_is_in_the_header_and_not_in_the_body(transport: Transport, serve: Serve) -> None:
    server = serve(answer('{"success": true}'))
    add(CrmClient(transport, url=server.url, auth=CrmBasic(lambda: Secret("kasse"), lambda: Secret("hesló:1"))))
    scheme, token = server.requests[0].headers["authorization"].split()
    assert scheme == "Basic"
    assert base64.b64decode(token).decode() == "kasse:hesló:1"
    assert "crm_key" not in body(server)


def test_the_three_ids_go_along_where_they_are_configured(transport: Transport, serve: Serve) -> None:
    server = serve(answer('{"success": true}'))
    add(CrmClient(transport, url=server.url, auth=BY_KEY, organization_id="o1", program_id="p1", wallet_id="w1"))
    sent = server.requests[0].headers
    assert [sent[name] for name in ("x-organization-id", "x-program-id", "x-wallet-id")] == ["o1", "p1", "w1"]


def test_a_password_is_not_in_what_a_refusing_server_says(transport: Transport, serve: Serve) -> None:
    token = base64.b64encode(b"kasse:passw0rd").decode()
    server = serve(answer(f'{{"error": "Blocked: {token} passw0rd"}}'))
    with pytest.raises(Refused) as caught:
        add(CrmClient(transport, url=server.url, auth=CrmBasic(lambda: Secret("kasse"), lambda: Secret("passw0rd"))))
    assert str(caught.value) == "Blocked: ••• •••"


def test_a_locked_keyring_sends_nothing(transport: Transport, serve: Serve) -> None:
    server = serve(answer('{"success": true}'))

    def locked() -> Secret:
        raise KeyringTrouble("The keyring is locked.")

    with pytest.raises(KeyringTrouble):
        add(CrmClient(transport, url=server.url, auth=CrmKey(locked)))
    assert server.connections == 0


@pytest.mark.parametrize(
    ("said", "standing"),
    [
        (
            '{"success": true, "bonus": 12.5, "balance": 5, "discount": 17.88}',
            Standing(Decimal(5), Decimal("12.5"), Decimal("17.88")),
        ),
        ('{"success": true, "balance": "300.00", "bonus": null}', Standing(Decimal(300))),
        ('{"balance": 120.00000000000001}', Standing(Decimal(120))),
        ('{"success": true}', Standing()),
    ],
)
def test_a_standing_has_what_was_said_and_no_zeros_for_the_rest(
    transport: Transport, serve: Serve, said: str, standing: Standing
) -> None:
    server = serve(answer(said))
    assert CrmClient(transport, url=server.url, auth=BY_KEY).read_balance(phone=PHONE) == standing
    assert body(server) == {"crm_key": "the-key", "method": "readBalance", "customer": {"phone": PHONE}}


@pytest.mark.parametrize("said", ['{"success": "true", "balance": 5}', '{"success": 1, "balance": 5}'])
def test_a_standing_with_a_doubtful_success_is_no_answer(transport: Transport, serve: Serve, said: str) -> None:
    with pytest.raises(Unknown):
        CrmClient(transport, url=serve(answer(said)).url, auth=BY_KEY).read_balance(phone=PHONE)


def test_a_customer_is_created_with_what_is_known_of_them(transport: Transport, serve: Serve) -> None:
    server = serve(answer('{"customerId": 6326}'))
    person = Customer(phone=PHONE, name="Jana", birthday=date(1980, 1, 25), invited_by="+420000000002")
    assert CrmClient(transport, url=server.url, auth=BY_KEY).create_customer(NewCustomer(person=person)) == "6326"
    customer = {"name": "Jana", "phone": PHONE, "birthday": "1980-01-25", "referCustomerPhone": "+420000000002"}
    assert body(server) == {"crm_key": "the-key", "method": "createCustomer", "customer": customer}


@pytest.mark.parametrize(
    "said", ['{"success": true}', '{"customerId": null}', '{"customerId": ""}', '{"success": 1, "customerId": "x"}']
)
def test_a_customer_without_an_id_is_not_known_to_be_created(transport: Transport, serve: Serve, said: str) -> None:
    with pytest.raises(Unknown):
        CrmClient(transport, url=serve(answer(said)).url, auth=BY_KEY).create_customer(NewCustomer(person=Customer(phone=PHONE)))


@pytest.mark.parametrize(
    ("document", "complaint"),
    [
        ({}, "customer"),
        ({"method": "addBalance", "customer": []}, "customer"),
        ({"method": "dropTables", "customer": {"phone": PHONE}}, "method"),
        ({"method": ["addBalance"], "customer": {"phone": PHONE}}, "method"),
        ({"method": "readBalance", "customer": {}}, "neither"),
        ({"method": "createCustomer", "customer": {"name": "Jana"}}, "neither"),
        ({"method": "addBalance", "customer": {"phone": PHONE, "transactionId": "1"}}, "sum"),
        ({"method": "addBalance", "customer": {"phone": PHONE, "sum": 5}}, "transactionId"),
        ({"method": "addBalance", "customer": {"phone": PHONE, "sum": "1,5", "transactionId": "1"}}, "sum"),
        ({"method": "addBalance", "customer": {"phone": PHONE, "sum": 5, "transactionId": "1", "lifetime": 1_209_600}}, "lifetime"),
        ({"method": "addBalance", "customer": {"phone": PHONE, "sum": 5, "transactionId": "1", "lifetime": -1}}, "lifetime"),
    ],
)
def test_a_request_that_makes_no_sense_is_named_for_the_server(document: dict[str, object], complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        request_from_json(document)


def test_a_request_is_read_as_tolerantly_as_an_answer() -> None:
    customer = {"phone": "420 000-000-001", "cardNumbers": 120, "sum": "5.00", "transactionId": 17, "lifetime": "14", "note": {}}
    assert request_from_json({"method": "addBalance", "customer": customer}) == AddBalance(
        phone=PHONE, cards=("120",), sum=Decimal(5), transaction_id="17", lifetime_days=14
    )
    forever = {"phone": PHONE, "sum": 5, "transactionId": "1", "lifetime": 0}
    read = request_from_json({"method": "addBalance", "customer": forever})
    assert isinstance(read, AddBalance)
    assert read.lifetime_days is None


def test_nobody_gets_points() -> None:
    with pytest.raises(ValueError, match="nobody"):
        AddBalance(sum=Decimal(1), transaction_id="1")
    with pytest.raises(ValueError, match="nobody"):
        ReadBalance()
