"""``settle``: a person decides about what the till must not settle by itself."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from pos_app.sandbox.server import Sandbox
from tests.cli.conftest import JANA, PosApp

PETR = "+420605318019"
NOBODY = "+420777123482"


def refused(till: PosApp, sandbox: Sandbox, *more: str) -> str:
    """A sale that the server refused; the id of its last posting."""
    sandbox.add_fault(method="addBalance", kind="error200", count=1)
    sold = till.json("sell", JANA, "--amount", "200", *more)
    assert sold["state"] == "needs_person"
    return str(till.json("queue")["waiting"][0]["transaction_id"])


def sums(sandbox: Sandbox) -> list[tuple[str, Decimal]]:
    return [(entry.phone, entry.sum) for entry in sandbox.ledger()]


def the_one(answer: Any) -> Any:
    (only,) = answer["settled"]
    return only


def test_without_an_action_it_says_why_and_what_may_be_decided(till: PosApp, sandbox: Sandbox) -> None:
    matter = till.json("settle", refused(till, sandbox))
    assert (matter["state"], matter["attention"], matter["why"]) == ("needs_person", "refused", "The server refused it.")
    assert matter["actions"] == ["move", "retry", "write-off"]
    assert [each["outcome"] for each in matter["attempts_made"]] == ["needs_person"]
    assert matter["decisions"] == []


def test_a_retry_goes_out_and_is_kept_with_who_and_why(till: PosApp, sandbox: Sandbox) -> None:
    transaction_id = refused(till, sandbox)
    assert the_one(till.json("settle", transaction_id, "retry", "--who", "Eva", "--reason", "limit raised"))["state"] == "waiting"
    assert till.json("sync") == {"waiting": []}
    assert sums(sandbox) == [(JANA, Decimal("9.5"))]
    (decision,) = till.json("settle", transaction_id)["decisions"]
    assert (decision["who"], decision["action"], decision["reason"]) == ("Eva", "retry", "limit raised")
    assert b"limit raised" in (till.data_dir / "roll.jsonl").read_bytes()


def test_points_go_to_the_customer_who_was_meant(till: PosApp, sandbox: Sandbox) -> None:
    moved = the_one(till.json("settle", refused(till, sandbox), "move", "--phone", "605 318 019"))
    assert (moved["phone"], moved["state"]) == (PETR, "waiting")
    assert till.json("sync") == {"waiting": []}
    assert sums(sandbox) == [(PETR, Decimal("9.5"))]


def test_what_is_written_off_never_reaches_the_server(till: PosApp, sandbox: Sandbox) -> None:
    transaction_id = refused(till, sandbox)
    assert the_one(till.json("settle", transaction_id, "write-off", "--reason", "a test"))["state"] == "cancelled"
    assert till.json("sync") == {"waiting": []}
    assert sums(sandbox) == []


def test_used_points_that_were_refused_can_be_forgiven(till: PosApp, sandbox: Sandbox) -> None:
    transaction_id = refused(till, sandbox, "--redeem", "50")
    assert "forgive" in till.json("settle", transaction_id)["actions"]
    till.json("settle", transaction_id, "forgive", "--reason", "our mistake")
    assert till.json("sync") == {"waiting": []}
    assert [points > 0 for _phone, points in sums(sandbox)] == [True]


def test_only_the_points_that_are_there_can_be_taken_and_the_rest_forgiven(till: PosApp, sandbox: Sandbox) -> None:
    transaction_id = refused(till, sandbox, "--redeem", "50")
    taken = the_one(till.json("settle", transaction_id, "take-only", "--points", "30", "--reason", "only 30 were left"))
    assert (taken["sum"], taken["state"]) == ("-30.00", "waiting")
    assert till.json("sync") == {"waiting": []}
    assert Decimal(-30) in [points for _phone, points in sums(sandbox)]
    (decision,) = till.json("settle", transaction_id)["decisions"]
    assert (decision["action"], decision["reason"]) == ("take-only", "only 30 were left")


def test_a_sale_whose_points_were_refused_can_be_voided_and_nothing_of_it_is_left(till: PosApp, sandbox: Sandbox) -> None:
    transaction_id = refused(till, sandbox, "--redeem", "50")
    voided = the_one(till.json("settle", transaction_id, "void", "--reason", "the customer came back"))
    assert (voided["transaction_id"], voided["state"]) == (transaction_id, "cancelled")
    assert till.json("sync") == {"waiting": []}
    assert sum(points for _phone, points in sums(sandbox)) == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("add-now",), "not possible here"),
        (("forgive", "--reason", "x"), "not possible here"),
        (("write-off",), "Say why"),
        (("move",), "--phone or --card"),
        (("move", "--phone", "12"), "Digits missing"),
        (("retry", "--phone", JANA), "only given with move"),
        (("void", "--reason", "x"), "not possible here"),
        (("take-only", "--reason", "x"), "how many points"),
        (("retry", "--points", "3"), "only there"),
    ],
)
def test_a_decision_that_makes_no_sense_is_one_sentence_and_changes_nothing(
    till: PosApp, sandbox: Sandbox, words: tuple[str, ...], sentence: str
) -> None:
    transaction_id = refused(till, sandbox)
    done = till("settle", transaction_id, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert till.json("queue")["waiting"][0]["state"] == "needs_person"


def test_nothing_is_decided_twice_or_about_nothing(till: PosApp, sandbox: Sandbox) -> None:
    transaction_id = refused(till, sandbox)
    till.json("settle", transaction_id, "write-off", "--reason", "a test")
    again = till("settle", transaction_id, "write-off", "--reason", "a test")
    assert (again.returncode, "nothing to decide" in again.stderr) == (2, True)
    unknown = till("settle", "no-such-entry")
    assert (unknown.returncode, "no entry" in unknown.stderr) == (2, True)
