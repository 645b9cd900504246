"""``setup --crm-url`` to another address while sales are under way: what may have arrived at the old one stays a question."""

from __future__ import annotations

import pytest

from pos_app.data_dir import DataDir
from pos_app.sandbox.server import Sandbox
from pos_app.settings import Dedupe, load
from tests.cli.conftest import JANA, PosApp
from tests.cli.proved import doubt_dedupe, prove_dedupe

OTHER = "+420000000001"
LONG_S = 3_600


@pytest.mark.parametrize(
    ("kind", "proved", "proved_again"),
    [("drop_before", False, False), ("drop_before", False, True), ("drop_after", True, True)],
)
def test_what_may_have_arrived_is_not_sent_to_the_new_address_and_what_waits_is(
    till: PosApp, sandbox: Sandbox, kind: str, proved: bool, proved_again: bool
) -> None:
    doubt_dedupe(till.data_dir, quarantine_s=LONG_S)
    if proved:
        prove_dedupe(till.data_dir)
    sandbox.add_fault(kind, "addBalance")
    (unknown,) = till.json("sell", JANA, "--amount", "200")["postings"]
    assert unknown["state"] == "unknown"
    (waiting,) = till.json("sell", OTHER, "--amount", "200", "--no-wait")["postings"]
    assert waiting["state"] == "waiting"
    there = [entry.phone for entry in sandbox.ledger()]
    with Sandbox(account=sandbox.account, app_key=sandbox.app_key, crm_key=sandbox.crm_key) as new:
        done = till("setup", "--crm-url", new.crm_url)
        assert done.returncode == 0, done.stderr
        assert load(DataDir(till.data_dir)).server.dedupe is Dedupe.UNPROVED
        if proved_again:
            prove_dedupe(till.data_dir)
        first, *others = till.json("sync", code=3)["waiting"]
        assert (first["transaction_id"], first["state"], others) == (unknown["transaction_id"], "unknown", [])
        doubt_dedupe(till.data_dir, quarantine_s=0)
        if proved_again:
            prove_dedupe(till.data_dir)
        (asked,) = till.json("sync", code=4)["waiting"]
        assert (asked["transaction_id"], asked["attention"]) == (unknown["transaction_id"], "outcome_unknown")
        assert "an address that the till does not use any more" in asked["last_answer"]
        assert [entry.phone for entry in new.ledger()] == [OTHER]
    assert [entry.phone for entry in sandbox.ledger()] == there
