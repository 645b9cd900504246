"""``register`` and ``edit`` on the command line: saved first, delivered like a sale, once however often it is asked for."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.sandbox.server import Sandbox
from tests.cli.conftest import JANA, PosApp

BARBORA = "+420777123482"
WHO = ("--name", "Barbora", "--surname", "Šimků", "--birthday", "25.1.1980", "--email", "b@example.org", "--agreed")


def test_a_new_customer_is_registered_and_earns_from_the_first_sale_on(till: PosApp, sandbox: Sandbox) -> None:
    made = till.json("register", "777 123 482", *WHO, "--promo", "AAAAA", "--referred-by", JANA, "--who", "Eva")
    assert (made["phone"], made["state"], made["attention"]) == (BARBORA, "applied", None)
    assert made["form_url"].startswith("https://")
    assert made["rules_agreed_at"]
    assert made["news_agreed_at"] is None
    there = sandbox.core_customer(BARBORA)
    assert there is not None
    assert (there.full_name, there.invited_by, there.remote_id) == ("Barbora Šimků", JANA, made["customer_id"])
    assert till.json("sell", BARBORA, "--amount", "100")["state"] == "applied"
    assert [each.sum for each in sandbox.ledger()] == [Decimal(5)]


@pytest.mark.parametrize("crm", [True, False], ids=["with a CRM", "PassQuare alone"])
def test_offline_it_is_saved_and_goes_out_before_the_sale_that_waits(fresh: PosApp, sandbox: Sandbox, *, crm: bool) -> None:
    fresh.set_up(sandbox, crm=crm)
    sandbox.unplug()
    sold = fresh.json("sell", BARBORA, "--amount", "100", "--points-later")
    made = fresh.json("register", BARBORA, *WHO)
    assert (sold["state"], made["state"], made["form_url"]) == ("saved", "waiting", "")
    kinds = [each["kind"] for each in fresh.json("queue")["waiting"]]
    assert kinds == ["register", "earn"]
    assert "new customer" in fresh("queue").stdout
    sandbox.plug()
    fresh("sync", "--timeout", "40")
    there = sandbox.core_customer(BARBORA)
    assert there is not None
    assert there.full_name == "Barbora Šimků"
    assert fresh.json("register", BARBORA, *WHO, "--registration-id", made["registration_id"])["form_url"].startswith("https://")


def test_a_sale_that_waited_for_somebody_to_have_the_phone_gets_its_points(till: PosApp, sandbox: Sandbox) -> None:
    sold = till.json("sell", BARBORA, "--amount", "100", "--points-later")
    assert sold["postings"][0]["state"] == "needs_person"
    till.json("register", BARBORA, *WHO)
    assert till.json("sync") == {"waiting": []}
    assert [each.sum for each in sandbox.ledger()] == [Decimal(5)]


def test_who_was_just_registered_offline_is_found_by_name_and_earns_once_the_shop_is_online(till: PosApp, sandbox: Sandbox) -> None:
    sandbox.unplug()
    till.json("register", BARBORA, *WHO, "--no-wait")
    sold = till.json("sell", "Šimků", "--amount", "100", "--no-wait")
    assert (sold["state"], sold["earned"]) == ("saved", None)
    sandbox.plug()
    assert till.json("sync", "--timeout", "40") == {"waiting": []}
    assert [each.sum for each in sandbox.ledger()] == [Decimal(5)]


def test_the_same_call_again_is_the_same_customer(till: PosApp, sandbox: Sandbox) -> None:
    again = ("register", BARBORA, *WHO, "--registration-id", str(uuid.uuid4()))
    with ThreadPoolExecutor(2) as both:
        first, second = both.map(lambda _each: till.json(*again), range(2))
    assert first["transaction_id"] == second["transaction_id"]
    assert till.json("queue") == {"waiting": []}
    assert sandbox.requests()["createCustomer"] == 1


def test_who_is_registered_already_is_not_registered_again(till: PosApp, sandbox: Sandbox) -> None:
    refused = till("register", JANA, *WHO)
    assert (refused.returncode, refused.stderr.strip()) == (2, "Already registered: Jana Nováková")
    sandbox.unplug()
    till.json("register", BARBORA, *WHO)
    assert "Already registered: Barbora Šimků" in till("register", BARBORA, *WHO).stderr


def test_a_slip_of_the_finger_is_told(till: PosApp) -> None:
    till.json("find", JANA)
    told = till("register", f"{JANA[:-1]}3", "--name", "Jana", "--agreed")
    assert "1 digit differs from Jana Nováková" in told.stderr
    assert told.returncode == 0


def test_what_makes_no_sense_is_refused_in_one_sentence(till: PosApp) -> None:
    for words, said in (
        (("--name", "Barbora"), "The customer has to agree to the rules first."),
        (("--agreed", "--birthday", "25.1."), "Type the birthday as day, month and year, such as 25.1.1980."),
        (("--agreed", "--email", "b@"), "This is not an e-mail address."),
        (("--agreed", "--referred-by", BARBORA), "Nobody can be their own referrer."),
    ):
        refused = till("register", BARBORA, *words)
        assert (refused.returncode, refused.stderr.strip()) == (2, said)
    assert till.json("queue") == {"waiting": []}


def test_a_registration_that_contradicts_the_server_is_a_persons_decision(till: PosApp, sandbox: Sandbox, tmp_path: Path) -> None:
    other = PosApp(tmp_path / "other")
    other.set_up(sandbox)
    till.json("register", BARBORA, *WHO, "--no-wait")
    other.json("register", BARBORA, "--name", "Petr", "--agreed")
    till("sync")
    (stuck,) = till.json("queue")["waiting"]
    assert (stuck["attention"], stuck["actions"]) == ("registered", ["add-now", "already-there", "write-off"])
    assert "what was typed counts" in till("settle", stuck["transaction_id"]).stdout
    till.json("settle", stuck["transaction_id"], "already-there")
    assert till.json("queue") == {"waiting": []}
    there = sandbox.core_customer(BARBORA)
    assert there is not None
    assert there.full_name == "Petr"


def test_an_edit_sends_only_what_changed(till: PosApp, sandbox: Sandbox) -> None:
    before = sandbox.core_customer(JANA)
    edited = till.json("edit", JANA, "--name", "Jana", "--surname", "Nová", "--email", "jana@example.org")
    assert edited["state"] == "applied"
    assert edited["changed"] == ["surname", "email"]
    after = sandbox.core_customer(JANA)
    assert before is not None
    assert after is not None
    assert (after.full_name, after.email, after.standing) == ("Jana Nová", "jana@example.org", before.standing)
    assert "Nothing was changed." in till("edit", JANA, "--surname", "Nová").stderr
