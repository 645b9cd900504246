"""The hook: the vendor's own examples, who is let in, and how it says no."""

from __future__ import annotations

import base64
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.crm.hook import HookAnswer, HookKeys, answer
from pos_app.crm.journal import Journal
from pos_app.crm.ledger import Customer, DiskTrouble, Standing
from pos_app.crm.memory import MemoryLedger
from pos_app.passquare.wire.strict_json import JsonObject, dumps
from tests.crm.people import EVA, JOE

KEY = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"
KEYS = HookKeys.of(crm_key=KEY, user="till", password="pass:word")
WHO: JsonObject = {"phone": "+420000000001", "cardNumbers": ["120"]}


def ask(ledger: MemoryLedger, method: str, customer: object, *, key: object = KEY, authorization: str = "") -> HookAnswer:
    body = dumps({"crm_key": key, "method": method, "customer": customer})
    return answer(body, authorization=authorization, ledger=ledger, keys=KEYS)


def basic(user: str, password: str) -> str:
    return f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"


def test_the_vendors_example_of_create_customer() -> None:
    ledger = MemoryLedger()
    example: JsonObject = {
        "name": "Joe", "surname": "Master", "middlename": "Remaster", "email": "joe@passquare.com", "phone": "+420000000001",
        "birthday": "1980-01-25", "cardNumbers": ["120"], "cardTracks": [{"card": "120", "track": "7862374687"}],
        "extra": {"sex": "male", "promo": "BBBBB"}, "balance": Decimal("300.00"), "bonus": Decimal("10.00"),
        "discount": Decimal("25.00"), "promo": "AAAAA", "referCustomerPhone": "+420000000002",
    }  # fmt: skip
    told = ask(ledger, "createCustomer", example)
    (joe,) = ledger.customers()
    assert told == HookAnswer(200, {"customerId": joe.remote_id})
    assert (joe.full_name, joe.standing, joe.tracks) == ("Joe Master", JOE.standing, JOE.tracks)
    # A repeated call is the same customer.
    assert ask(ledger, "createCustomer", example) == told


def test_the_vendors_examples_of_balances(ledger: MemoryLedger) -> None:
    added = {**WHO, "sum": Decimal("50.00"), "transactionId": "id/guid", "lifetime": 14}
    assert ask(ledger, "addBalance", added) == HookAnswer(200, {"success": True})
    assert ask(ledger, "addBalance", added) == HookAnswer(200, {"success": True})
    assert ask(ledger, "readBalance", WHO) == HookAnswer(
        200, {"success": True, "balance": Decimal(350), "bonus": Decimal(10), "discount": Decimal(25)}
    )
    (entry,) = ledger.entries()
    assert (entry.transaction_id, entry.sum, entry.lifetime_days) == ("id/guid", Decimal(50), 14)


@pytest.mark.parametrize(
    ("written", "sum_added"), [('"50.00"', "50"), ("50", "50"), ("-0.1", "-0.1"), ("0.30000000000000004", "0.3"), ("1e2", "100")]
)
def test_sums_are_read_exactly_in_every_form(ledger: MemoryLedger, written: str, sum_added: str) -> None:
    customer = f'{{"phone": "420 000-000-001", "sum": {written}, "transactionId": 7}}'
    body = f'{{"crm_key": "{KEY}", "method": "addBalance", "customer": {customer}}}'
    assert answer(body.encode(), ledger=ledger, keys=KEYS).status == 200
    assert [entry.sum for entry in ledger.entries()] == [Decimal(sum_added)]


@pytest.mark.parametrize(
    ("customer", "status"),
    [
        ({"phone": "+420777123482"}, 404),
        ({"cardNumbers": ["200044718820"]}, 404),
        ({"phone": "+420603000777", "cardNumbers": ["120"]}, 409),
        ({}, 400),
        ({"phone": "nobody"}, 400),
        (None, 400),
        ([], 400),
    ],
)
@pytest.mark.parametrize("method", ["readBalance", "addBalance"])
def test_a_no_is_an_error_in_words_with_its_status(ledger: MemoryLedger, method: str, customer: object, status: int) -> None:
    if isinstance(customer, dict):
        customer = {**customer, "sum": 1, "transactionId": "a"}
    told = ask(ledger, method, customer)
    assert told.status == status
    assert list(told.document) == ["error"]
    assert ledger.entries() == ()


@pytest.mark.parametrize(
    "wrong", [{"sum": 1}, {"transactionId": "a"}, {"sum": "1,5", "transactionId": "a"}, {"sum": True, "transactionId": "a"}]
)
def test_an_addition_without_a_sum_or_id_is_not_guessed(ledger: MemoryLedger, wrong: JsonObject) -> None:
    assert ask(ledger, "addBalance", {**WHO, **wrong}).status == 400
    assert ledger.entries() == ()


def test_an_id_used_for_another_sum_is_a_conflict(ledger: MemoryLedger) -> None:
    ask(ledger, "addBalance", {**WHO, "sum": 1, "transactionId": "a"})
    assert ask(ledger, "addBalance", {**WHO, "sum": 2, "transactionId": "a"}).status == 409


@pytest.mark.parametrize(
    ("key", "authorization", "status"),
    [
        (KEY, "", 200),
        (None, basic("till", "pass:word"), 200),
        (None, basic("till", "pass:word").replace("Basic", "basic"), 200),
        ("another", "", 401),
        ("", "", 401),
        (None, "", 401),
        (5, "", 401),
        ("\ud800", "", 401),
        (None, basic("till", "another"), 401),
        (None, basic("another", "pass:word"), 401),
        (None, basic("till", ""), 401),
        (None, "Basic žluťoučký", 401),
        (None, "Basic !", 401),
        (None, f"Bearer {KEY}", 401),
    ],
)
def test_only_who_has_a_key_is_let_in(ledger: MemoryLedger, key: object, authorization: str, status: int) -> None:
    assert ask(ledger, "readBalance", WHO, key=key, authorization=authorization).status == status


@pytest.mark.parametrize("authorization", ["", basic("", ""), basic("till", "")])
def test_a_key_that_is_not_set_admits_nobody(ledger: MemoryLedger, authorization: str) -> None:
    body = dumps({"crm_key": "", "method": "readBalance", "customer": WHO})
    assert answer(body, authorization=authorization, ledger=ledger, keys=HookKeys()).status == 401
    assert answer(body, authorization=authorization, ledger=ledger, keys=HookKeys.of(user="till")).status == 401


def test_a_disk_that_does_not_keep_the_books_is_a_server_error_without_a_path() -> None:
    class FullDisk(Journal):
        def __init__(self) -> None:
            """No file at all."""

        def append(self, line: JsonObject) -> None:
            raise DiskTrouble("The journal /srv/books.jsonl cannot be kept: no space left.")

    ledger = MemoryLedger(journal=FullDisk())
    ledger.take_in(Customer(phone=EVA.phone, standing=Standing()))
    told = ask(ledger, "addBalance", {"phone": EVA.phone, "sum": 1, "transactionId": "a"})
    assert told.status == 500
    assert "/srv" not in json.dumps(told.document)
    assert ledger.entries() == ()


FIELDS = st.sampled_from(["phone", "cardNumbers", "sum", "transactionId", "x"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=5),
    max_leaves=12,
)


@given(st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_bytes_whatever_make_it_raise(body: bytes) -> None:
    assert answer(body, ledger=MemoryLedger(), keys=KEYS).status in (400, 401)


@given(st.sampled_from(["createCustomer", "readBalance", "addBalance", "dropTables"]), JSON)
def test_no_customer_whatever_makes_it_raise(method: str, customer: object) -> None:
    ledger = MemoryLedger()
    ledger.enrol(JOE)
    body = json.dumps({"crm_key": KEY, "method": method, "customer": customer}).encode()
    assert answer(body, ledger=ledger, keys=KEYS).status in (200, 400, 404, 409)
