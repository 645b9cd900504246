"""The CRM is the system of record: what changes there is at PassQuare at once, and new customers are known on both sides."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import httpx
import pytest

from pos_app.crm.hook import Caller as HookCaller
from pos_app.sandbox.people import make_people
from pos_app.sandbox.server import Sandbox
from tests.sandbox.caller import Caller

JANA = "+420603551482"
JOE = "+420000000001"
NEW = "+420777123482"


def in_core(sandbox: Sandbox, phone: str = JANA) -> Decimal | None:
    customer = sandbox.core_customer(phone)
    assert customer is not None
    return customer.standing.balance


def test_added_points_are_at_passquare_at_once(sandbox: Sandbox, caller: Caller) -> None:
    assert caller.add("a", 44.37).json() == {"success": True}
    assert in_core(sandbox) == Decimal("1284.37")
    read = caller.crm("readBalance", phone=JANA)
    assert read.text == '{"success": true, "balance": 1284.37, "bonus": 5.00, "discount": 5.00}'
    caller.add("b", -2000)
    assert in_core(sandbox) == Decimal("-715.63")


def test_a_balance_set_at_passquare_stays_there_until_the_crm_tells_another(sandbox: Sandbox, caller: Caller) -> None:
    caller.core("crm/user_create_or_update", phone=JANA, balance=120)
    assert caller.crm("readBalance", phone=JANA).json()["balance"] == 1240
    assert in_core(sandbox) == 120
    caller.add("a", 1)
    assert in_core(sandbox) == 1241


def test_who_is_created_in_the_crm_is_known_to_passquare(sandbox: Sandbox, caller: Caller) -> None:
    told = caller.crm("createCustomer", phone=NEW, name="Eva", cardNumbers=["77"], cardTracks=[{"card": "77", "track": "78"}])
    customer = caller.core("crm/read_customer", card="77").json()["customer"]
    assert (customer["phone"], customer["name"], customer["remoteId"]) == (NEW, "Eva", told.json()["customerId"])
    # Registering at PassQuare afterwards is the same customer.
    answer = caller.core("crm/user_create_or_update", phone=NEW, customerId=told.json()["customerId"], bonus=3).json()
    assert (answer["card"], answer["card_number"], answer["card_track"]) == (False, "77", "78")
    assert len(sandbox.customers()) == 201


def test_who_is_created_at_passquare_is_known_to_the_crm(caller: Caller) -> None:
    caller.core("crm/user_create_or_update", phone=NEW, balance=10, bonus=3, discount=2, customerId="6326")
    assert caller.crm("readBalance", phone=NEW).json() == {"success": True, "balance": 10, "bonus": 3, "discount": 2}
    assert caller.core("crm/read_customer", phone=NEW).json()["customer"]["remoteId"] == "6326"
    assert caller.add("a", 5, phone=NEW).json() == {"success": True}
    assert caller.core("crm/read_customer", phone=NEW).json()["customer"]["balance"] == 15


def test_a_customer_id_of_somebody_else_is_refused_in_words(sandbox: Sandbox, caller: Caller) -> None:
    taken = caller.core("crm/read_customer", phone=JANA).json()["customer"]["remoteId"]
    answer = caller.core("crm/user_create_or_update", phone=NEW, customerId=taken)
    assert (answer.status_code, list(answer.json())) == (409, ["error"])
    assert sandbox.core_customer(NEW) is None


def test_the_hook_takes_basic_and_hears_the_callers_ids(sandbox: Sandbox, caller: Caller) -> None:
    body = {"method": "readBalance", "customer": {"phone": JANA}}
    auth = (sandbox.crm_user, sandbox.crm_password)
    headers = {"X-organization-id": "o", "X-program-id": "p", "X-wallet-id": "w"}
    assert caller.http.post(sandbox.crm_url, json=body, auth=auth, headers=headers).status_code == 200
    assert caller.http.post(sandbox.crm_url, json=body, auth=("demo", "x")).status_code == 401
    assert sandbox.callers() == (HookCaller(organization_id="o", program_id="p", wallet_id="w"), HookCaller())


def test_points_that_are_not_there_are_refused_where_the_shop_wants_it() -> None:
    with Sandbox(allow_overdraw=False) as sandbox:
        caller = Caller(sandbox)
        with caller.http:
            assert caller.add("a", -1240.01).status_code == 409
            assert caller.add("a", -1240).json() == {"success": True}


def test_people_may_be_chosen() -> None:
    few = make_people(today=date(2026, 3, 14), count=13)[:3]
    with Sandbox(people=few) as sandbox:
        assert [customer.phone for customer in sandbox.customers()] == [person.phone for person in few]


def test_eight_tills_with_repeated_ids_and_lost_answers_leave_an_exact_ledger(sandbox: Sandbox) -> None:
    sandbox.add_fault("drop_after", "addBalance", probability=0.2)
    sandbox.add_fault("drop_before", "addBalance", probability=0.1)
    begin = threading.Barrier(8)
    unproved: list[str] = []

    def till(number: int) -> None:
        caller = Caller(sandbox)
        begin.wait()
        with caller.http:
            for sale in range(25):
                # Each id is sent by two tills, again and again until an answer proves it.
                name = f"{number // 2}-{sale}"
                for _ in range(50):
                    try:
                        if caller.add(name, 0.01 * (sale + 1), JANA if sale % 2 else JOE).json() == {"success": True}:
                            break
                    except httpx.TransportError:
                        continue
                else:
                    unproved.append(name)

    threads = [threading.Thread(target=till, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert unproved == []
    assert Counter(entry.transaction_id for entry in sandbox.ledger()) == Counter(
        f"{pair}-{sale}" for pair in range(4) for sale in range(25)
    )
    jana = sum(Decimal(sale + 1) / 100 for sale in range(25) if sale % 2) * 4
    joe = sum(Decimal(sale + 1) / 100 for sale in range(25) if not sale % 2) * 4
    assert in_core(sandbox, JANA) == 1240 + jana
    assert in_core(sandbox, JOE) == 300 + joe
    assert [each.standing.balance for each in sandbox.customers()[:2]] == [1240 + jana, 300 + joe]


def test_what_was_done_survives_the_sandbox(tmp_path: Path) -> None:
    journal = tmp_path / "books.jsonl"
    with Sandbox(journal=journal) as sandbox:
        caller = Caller(sandbox)
        with caller.http:
            caller.add("a", 10)
            caller.core("crm/user_create_or_update", phone=NEW, name="Eva", email="eva@example.com", bonus=3)
            caller.core("crm/user_create_or_update", phone=JOE, card_track="998877", balance=5, sms="Hello", push="Hello")
            caller.add("b", 2.5, phone=NEW)
        before = (sandbox.ledger(), sandbox.customers(), sandbox.core_customer(NEW), sandbox.core_customer(JOE))
    assert "Hello" not in journal.read_text()
    with Sandbox(journal=journal) as sandbox:
        caller = Caller(sandbox)
        assert (sandbox.ledger(), sandbox.customers(), sandbox.core_customer(NEW), sandbox.core_customer(JOE)) == before
        with caller.http:
            assert caller.add("a", 10).json() == {"success": True}
            assert caller.add("a", 11).status_code == 409
        assert len(sandbox.ledger()) == 2
        sandbox.reset()
    with Sandbox(journal=journal) as sandbox:
        assert sandbox.ledger() == ()
        assert sandbox.core_customer(NEW) is None


@pytest.mark.parametrize("plugged", [True, False])
def test_a_reset_is_the_first_day_again(sandbox: Sandbox, caller: Caller, plugged: bool) -> None:
    caller.add("a", 10)
    caller.core("crm/user_create_or_update", phone=NEW, sms="Hello")
    sandbox.add_fault("500")
    if not plugged:
        sandbox.unplug()
    sandbox.reset()
    assert caller.crm("readBalance", phone=JANA).json()["balance"] == 1240
    assert (sandbox.ledger(), sandbox.messages(), len(sandbox.customers())) == ((), (), 200)
    assert sandbox.requests() == {"readBalance": 1}
    # The endpoints write into the new books.
    caller.add("a", 10)
    assert len(sandbox.ledger()) == 1
