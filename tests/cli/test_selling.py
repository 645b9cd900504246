"""Selling from the command line: the promised keys, states and exit codes."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import replace
from decimal import Decimal

import pytest

from pos_app.loyalty.secret import Secret
from pos_app.passquare.core import CoreClient
from pos_app.passquare.transport import Transport
from pos_app.passquare.wire.core_user import UserUpdate
from pos_app.sandbox.server import Sandbox
from tests.cli.conftest import JANA, PosApp
from tests.cli.proved import doubt_dedupe
from tests.turned_clock import turned_to

SHORT_S = 2
"""Seconds that nothing can arrive after, as these tests have it: longer than a process needs until it looks at what waits."""


def sums(sandbox: Sandbox, phone: str) -> list[Decimal]:
    """What the sandbox's CRM has been told of this customer."""
    return [entry.sum for entry in sandbox.ledger() if entry.phone == phone]


def test_a_sale_is_priced_saved_delivered_and_stands_in_the_ledger_once(till: PosApp, sandbox: Sandbox) -> None:
    sold = till.json("sell", JANA, "--amount", "1250", "--redeem", "300", "--receipt", "20418")
    assert sold["state"] == "applied"
    assert [Decimal(sold[key]) for key in ("gross", "discount", "redeemed", "to_pay", "earned", "new_balance")] == [
        Decimal(each) for each in ("1250", "62.5", "300", "887.5", "44.37", "984.37")
    ]
    assert [(posting["sum"], posting["state"]) for posting in sold["postings"]] == [("-300.00", "applied"), ("44.37", "applied")]
    assert sums(sandbox, JANA) == [Decimal(-300), Decimal("44.37")]
    assert till.json("queue") == {"waiting": []}


def test_what_find_shows_after_a_sale_is_what_the_ledger_says(till: PosApp) -> None:
    till.json("sell", JANA, "--amount", "100")
    (found,) = till.json("find", JANA)["customers"]
    assert Decimal(found["balance"]) == Decimal("1244.75")
    assert found["source"] == "live"
    assert Decimal(found["pending"]) == 0


def test_an_outage_keeps_the_sale_and_the_return_delivers_it_once(till: PosApp, sandbox: Sandbox) -> None:
    sandbox.unplug()
    sold = till.json("sell", JANA, "--amount", "200")
    assert sold["state"] == "saved"
    assert [posting["state"] for posting in sold["postings"]] == ["waiting"]
    (found,) = till.json("find", JANA)["customers"]
    assert (found["source"], Decimal(found["pending"]), Decimal(found["balance"])) == ("cache", Decimal("9.5"), Decimal("1249.5"))
    (waiting,) = till.json("queue")["waiting"]
    assert waiting["transaction_id"] == sold["postings"][0]["transaction_id"]
    assert till("sync", "--json").returncode == 3
    sandbox.plug()
    assert till.json("sync") == {"waiting": []}
    assert sums(sandbox, JANA) == [Decimal("9.5")]


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "500", "garbage", "truncate", "portal"])
def test_a_lost_answer_ends_in_exactly_one_entry(till: PosApp, sandbox: Sandbox, kind: str) -> None:
    sandbox.add_fault(method="addBalance", kind=kind, count=2)
    till.json("sell", JANA, "--amount", "200")
    assert till("sync", "--timeout", "30", "--json").returncode == 0
    assert sums(sandbox, JANA) == [Decimal("9.5")]


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "500"])
def test_where_nobody_has_proved_that_an_id_is_known_again_the_balance_tells(till: PosApp, sandbox: Sandbox, kind: str) -> None:
    doubt_dedupe(till.data_dir, quarantine_s=2)
    sandbox.add_fault(method="addBalance", kind=kind, count=1)
    till.json("sell", JANA, "--amount", "200")
    assert till("sync", "--timeout", "30", "--json").returncode == 0
    assert sums(sandbox, JANA) == [Decimal("9.5")]


@pytest.mark.parametrize("day", [None, "2019-03-01", "2041-03-01"])
def test_a_sync_that_is_called_again_and_again_waits_out_what_may_still_arrive(
    till: PosApp, sandbox: Sandbox, day: str | None
) -> None:
    doubt_dedupe(till.data_dir, quarantine_s=3_600)
    sandbox.add_fault(method="addBalance", kind="drop_before", count=1)
    till.json("sell", JANA, "--amount", "200")
    called_again = replace(till, clock=turned_to(day) if day else ())
    ended = time.monotonic()
    while time.monotonic() - ended < SHORT_S:
        (waiting,) = called_again.json("sync", code=3)["waiting"]
        assert waiting["state"] == "unknown"
    doubt_dedupe(till.data_dir, quarantine_s=SHORT_S)
    assert called_again.json("sync")["waiting"] == []
    assert sums(sandbox, JANA) == [Decimal("9.5")]


def test_without_a_crm_the_balance_is_replaced_at_passquare(fresh: PosApp, sandbox: Sandbox) -> None:
    fresh.set_up(sandbox, crm=False)
    fresh.json("sell", JANA, "--amount", "200")
    fresh.json("sell", JANA, "--amount", "100", "--redeem", "50")
    assert fresh.json("sync") == {"waiting": []}
    customer = sandbox.core_customer(JANA)
    assert customer is not None
    # 200 and 100 less 5 %, 50 points used, 5 % of what was paid earned.
    assert customer.standing.balance == Decimal("1240") + Decimal("9.5") - 50 + Decimal("2.25")
    assert (customer.standing.discount, customer.standing.bonus) == (Decimal(5), Decimal(5))


def test_a_refusal_waits_for_a_person_and_sync_says_so(till: PosApp, sandbox: Sandbox) -> None:
    sandbox.add_fault(method="addBalance", kind="error200", count=1)
    sold = till.json("sell", JANA, "--amount", "200")
    assert sold["state"] == "needs_person"
    assert till("sync", "--json").returncode == 4


def test_a_refused_key_keeps_everything(till: PosApp, sandbox: Sandbox) -> None:
    sandbox.add_fault(method="addBalance", kind="401", count=1)
    assert till.json("sell", JANA, "--amount", "200")["postings"][0]["state"] == "waiting"
    assert till.json("sync") == {"waiting": []}
    assert sums(sandbox, JANA) == [Decimal("9.5")]


def test_no_wait_saves_and_sends_nothing(till: PosApp, sandbox: Sandbox) -> None:
    assert till.json("sell", JANA, "--amount", "200", "--no-wait")["state"] == "saved"
    assert sums(sandbox, JANA) == []


def test_all_points_are_used_up_to_the_purchase(till: PosApp) -> None:
    sold = till.json("sell", JANA, "--amount", "100", "--redeem", "max")
    assert (Decimal(sold["redeemed"]), Decimal(sold["to_pay"]), Decimal(sold["earned"])) == (Decimal(95), Decimal(0), Decimal(0))
    assert [posting["sum"] for posting in sold["postings"]] == ["-95.00"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("482", "--amount", "100"), "3 customers fit"),
        (("+420777123482", "--amount", "100"), "No customer has this number"),
        (("777123", "--amount", "100"), "No customer has this number"),
        ((JANA, "--amount", "abc"), "not an amount"),
        ((JANA, "--amount", "0"), "more than 0"),
        ((JANA, "--amount", "12.345"), "2 decimal places"),
        ((JANA, "--amount", "99999999"), "over this shop's limit"),
        ((JANA, "--amount", "100", "--redeem", "96"), "At most 95 points"),
        ((JANA, "--amount", "100", "--redeem", "many"), "not a number of points"),
        (("x", "--amount", "100"), "at least 2 characters"),
    ],
)
def test_bad_input_is_one_sentence_and_saves_nothing(till: PosApp, arguments: tuple[str, ...], sentence: str) -> None:
    done = till("sell", *arguments, "--json")
    assert done.returncode == 2
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""
    assert till.json("queue") == {"waiting": []}


def test_offline_an_unknown_number_is_sold_to_only_when_asked_for(till: PosApp, sandbox: Sandbox) -> None:
    sandbox.unplug()
    done = till("sell", "200044718820", "--amount", "420")
    assert done.returncode == 2
    assert "cannot look online" in done.stderr
    sold = till.json("sell", "200044718820", "--amount", "420", "--points-later")
    assert (sold["state"], sold["earned"], sold["postings"][0]["sum"]) == ("saved", None, None)
    sandbox.plug()
    assert till("sync", "--json").returncode == 4
    (waiting,) = till.json("queue")["waiting"]
    assert (waiting["state"], waiting["attention"]) == ("needs_person", "no_customer")


def test_points_of_a_card_unknown_offline_come_when_the_internet_is_back(fresh: PosApp, sandbox: Sandbox) -> None:
    fresh.set_up(sandbox)
    (fresh.data_dir / "customers.db").unlink()
    sandbox.unplug()
    sold = fresh.json("sell", "120", "--amount", "400", "--points-later")
    assert sold["postings"][0]["sum"] is None
    sandbox.plug()
    assert fresh.json("sync") == {"waiting": []}
    (entry,) = sandbox.ledger()
    assert entry.phone == "+420000000001"
    assert entry.sum == Decimal(40)


def test_an_audit_tells_what_somebody_changed_behind_the_tills_back(fresh: PosApp, sandbox: Sandbox) -> None:
    fresh.set_up(sandbox, crm=False)
    fresh.json("sell", JANA, "--amount", "200")
    assert fresh.json("audit") == {"looked_at": 1, "findings": [], "not_read": 0, "on_the_way": 0}
    with closing(Transport()) as transport:
        core = CoreClient(transport, url=sandbox.core_url, key=lambda: Secret(sandbox.app_key))
        core.create_or_update(UserUpdate(phone=JANA, balance=Decimal(1)))
    (finding,) = fresh.json("audit", code=4)["findings"]
    (waiting,) = fresh.json("queue")["waiting"]
    assert finding == {"phone": JANA, "left": "1249.50", "found": "1.00", "transaction_id": waiting["transaction_id"]}
    assert waiting["attention"] == "balance_moved"
    assert fresh("allow-writes", "--who", "Eva", "--reason", "test").stdout == "Nothing had been stopped.\n"
