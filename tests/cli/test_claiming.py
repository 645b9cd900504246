"""``claim`` on the command line: a sale to a number of nobody becomes a customer's, once."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any

import pytest

from pos_app.sandbox.people import NOBODYS_CARD
from pos_app.sandbox.server import Sandbox
from tests.cli.conftest import JANA, PosApp

JANAS_CARD = "200044717712"
PETR = "+420605318019"


def entries(sandbox: Sandbox) -> list[tuple[str, Decimal]]:
    return [(entry.phone, entry.sum) for entry in sandbox.ledger()]


def sold_to_nobody(till: PosApp) -> Any:
    return till.json("sell", NOBODYS_CARD, "--amount", "100", "--points-later", "--receipt", "20418")


@pytest.mark.parametrize("whose", [("--phone", JANA), ("--card", JANAS_CARD)])
def test_a_sale_of_today_is_given_to_a_customer_by_phone_or_card_and_sent(
    till: PosApp, sandbox: Sandbox, whose: tuple[str, str]
) -> None:
    sold = sold_to_nobody(till)
    claimed = till.json("claim", "20418", *whose, "--who", "Eva", "--reason", "forgot the card")
    assert (claimed["sale_id"], claimed["phone"], claimed["state"]) == (sold["sale_id"], JANA, "applied")
    assert [(each["sum"], each["state"]) for each in claimed["postings"]] == [("5.00", "applied")]
    assert entries(sandbox) == [(JANA, Decimal(5))]
    assert till.json("queue") == {"waiting": []}


def test_a_claim_while_offline_waits_and_goes_out_once(till: PosApp, sandbox: Sandbox) -> None:
    sandbox.unplug()
    sold_to_nobody(till)
    assert till.json("claim", "20418", "--phone", JANA)["state"] == "saved"
    card = till("claim", "20418", "--card", JANAS_CARD)
    assert card.returncode == 2
    sandbox.plug()
    assert till.json("sync") == {"waiting": []}
    assert entries(sandbox) == [(JANA, Decimal(5))]


def test_the_same_call_again_is_the_same_claim_and_another_one_is_refused(till: PosApp, sandbox: Sandbox) -> None:
    sold_to_nobody(till)
    words = ("claim", "20418", "--phone", JANA, "--claim-id", str(uuid.uuid4()))
    assert till.json(*words) == till.json(*words)
    again = till("claim", "20418", "--phone", PETR)
    assert (again.returncode, again.stderr) == (2, "The points of this sale are somebody's already.\n")
    assert entries(sandbox) == [(JANA, Decimal(5))]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("no-such-sale", "--phone", JANA), "There is no sale no-such-sale on this till."),
        (("20418", "--phone", PETR), "The points of this sale are somebody's already."),
        (("20418", "--phone", "60"), "Digits missing"),
        (("20418", "--card", NOBODYS_CARD), "No customer"),
        (("20418",), "--phone"),
        (("20418", "--phone", JANA, "--card", JANAS_CARD), "--phone"),
    ],
)
def test_what_makes_no_sense_is_one_sentence(till: PosApp, sandbox: Sandbox, words: tuple[str, ...], sentence: str) -> None:
    till.json("sell", JANA, "--amount", "100", "--receipt", "20418")
    done = till("claim", *words)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(entries(sandbox)) == 1
