"""``refund`` and ``forgive`` on the command line: what is given back, and what is said when it cannot be."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest

from pos_app.sandbox.server import Sandbox
from tests.cli.conftest import JANA, PosApp


def sums(sandbox: Sandbox) -> list[Decimal]:
    return [entry.sum for entry in sandbox.ledger()]


def test_a_part_and_then_the_rest_give_everything_back_exactly(till: PosApp, sandbox: Sandbox) -> None:
    sold = till.json("sell", JANA, "--amount", "100", "--redeem", "10", "--receipt", "20418")
    part = till.json("refund", sold["sale_id"], "--amount", "33.33")
    assert (part["sale_id"], part["state"], part["gross"]) == (sold["sale_id"], "applied", "33.33")
    assert [each["state"] for each in part["postings"]] == ["applied", "applied"]
    rest = till.json("refund", "20418")
    for key, whole in (("money", sold["to_pay"]), ("points_back", "10.00"), ("points_taken", sold["earned"])):
        assert Decimal(part[key]) + Decimal(rest[key]) == Decimal(whole)
    assert sum(sums(sandbox)) == 0
    assert len(sums(sandbox)) == 6
    assert "nothing of it is left" in till("refund", sold["sale_id"][:8]).stderr


def test_a_sale_that_never_left_is_taken_back_without_a_word_to_the_server(till: PosApp, sandbox: Sandbox) -> None:
    sold = till.json("sell", JANA, "--amount", "100", "--no-wait")
    back = till.json("refund", sold["sale_id"])
    assert (back["state"], back["money"], back["postings"]) == ("applied", sold["to_pay"], [])
    assert till.json("sync") == {"waiting": []}
    assert sums(sandbox) == []


def test_a_refund_while_offline_goes_out_behind_its_sale(till: PosApp, sandbox: Sandbox) -> None:
    sandbox.unplug()
    sold = till.json("sell", JANA, "--amount", "100")
    back = till.json("refund", sold["sale_id"], "--amount", "50")
    assert back["state"] == "saved"
    sandbox.plug()
    assert till.json("sync") == {"waiting": []}
    assert sums(sandbox) == [Decimal("4.75"), Decimal("-2.38")]


def test_a_refund_waits_behind_what_needs_a_person_and_falls_with_it(till: PosApp, sandbox: Sandbox) -> None:
    sandbox.add_fault(method="addBalance", kind="error200", count=1)
    sold = till.json("sell", JANA, "--amount", "100")
    assert till.json("refund", sold["sale_id"], "--amount", "50")["state"] == "saved"
    (first, second) = till.json("queue")["waiting"]
    assert (first["actions"], second["actions"]) == (["move", "retry", "write-off"], [])
    till.json("settle", first["transaction_id"], "write-off", "--reason", "a test")
    assert till.json("queue") == {"waiting": []}
    assert sums(sandbox) == []


def test_the_same_call_again_is_the_same_refund_and_another_one_with_its_id_is_refused(till: PosApp, sandbox: Sandbox) -> None:
    sold = till.json("sell", JANA, "--amount", "100")
    words = ("refund", sold["sale_id"], "--refund-id", str(uuid.uuid4()))
    once = till.json(*words, "--amount", "40")
    assert till.json(*words, "--amount", "40") == once
    other = till(*words, "--amount", "41")
    assert (other.returncode, other.stderr) == (2, "Another sale or refund has this id. Nothing was saved.\n")
    assert len(sums(sandbox)) == 2


def test_two_refunds_at_once_never_give_back_more_than_there_was(till: PosApp, sandbox: Sandbox) -> None:
    sold = till.json("sell", JANA, "--amount", "100")
    with ThreadPoolExecutor(2) as both:
        done = list(both.map(lambda _each: till("refund", sold["sale_id"], "--amount", "60", "--json"), range(2)))
    assert sorted(each.returncode for each in done) == [0, 2]
    assert "Only 40 of this sale is left to refund." in {each.stderr.strip() for each in done}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("no-such-sale",), "There is no sale no-such-sale on this till."),
        (("20418", "--amount", "100.01"), "Only 100 of this sale is left to refund."),
        (("20418", "--amount", "0"), "The amount must be more than 0."),
        (("20418", "--amount", "x"), "This is not an amount."),
    ],
)
def test_what_makes_no_sense_is_one_sentence(till: PosApp, words: tuple[str, ...], sentence: str) -> None:
    till.json("sell", JANA, "--amount", "100", "--receipt", "20418", "--no-wait")
    done = till("refund", *words)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{sentence}\n")


def test_a_receipt_number_given_twice_names_no_sale_and_a_refund_is_not_refunded(till: PosApp) -> None:
    sold = [till.json("sell", JANA, "--amount", "100", "--receipt", "7", "--no-wait") for _each in range(2)]
    assert "More than one sale" in till("refund", "7").stderr
    back = till.json("refund", sold[0]["sale_id"])
    assert "a refund itself" in till("refund", back["refund_id"]).stderr


def test_a_debt_is_forgiven_once_with_a_reason_and_only_where_there_is_one(till: PosApp) -> None:
    words = ("forgive", JANA, "--who", "Eva")
    nothing = till(*words, "--reason", "kindness")
    assert (nothing.returncode, "owes no points" in nothing.stderr) == (2, True)
    earned = till.json("sell", JANA, "--amount", "100")
    # All points that there are, and no money: nothing is earned on it.
    assert Decimal(till.json("sell", JANA, "--amount", "1310.26", "--redeem", "max")["to_pay"]) == 0
    till.json("refund", earned["sale_id"])
    assert Decimal(till.json("find", JANA)["customers"][0]["balance"]) == Decimal("-4.75")
    assert till(*words).returncode == 2
    given = till.json(*words, "--reason", "our mistake")
    assert (Decimal(given["forgiven"]), given["state"], len(given["postings"])) == (Decimal("4.75"), "applied", 1)
    assert Decimal(till.json("find", JANA)["customers"][0]["balance"]) == 0
    assert b"our mistake" in (till.data_dir / "roll.jsonl").read_bytes()
    assert till(*words, "--reason", "again").returncode == 2


def test_a_debt_is_not_forgiven_again_while_the_points_may_or_may_not_have_arrived(till: PosApp, sandbox: Sandbox) -> None:
    words = ("forgive", "+420792518036", "--who", "Eva", "--reason", "our mistake")
    sandbox.add_fault(method="addBalance", kind="drop_before")
    assert till.json(*words)["state"] == "saved"
    again = till(*words)
    assert (again.returncode, "on their way" in again.stderr) == (2, True)
    sandbox.clear_faults()
    assert till("sync", "--timeout", "30").returncode == 0
    assert sums(sandbox) == [Decimal(38)]
