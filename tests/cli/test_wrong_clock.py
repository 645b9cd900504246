"""The real program on a computer whose clock is wrong by years: it says so, and sells and sends all the same."""

from __future__ import annotations

from dataclasses import replace

from pos_app.sandbox.server import Sandbox
from tests.cli.conftest import JANA, PosApp
from tests.turned_clock import turned_to


def test_a_clock_that_is_years_off_is_said_and_stops_nothing(till: PosApp, sandbox: Sandbox) -> None:
    turned = replace(till, clock=turned_to("2019-03-01"))
    assert turned.json("sell", JANA, "--amount", "100", "--no-wait")["state"] == "saved"
    queue = turned.json("sync")
    assert not queue["waiting"]
    assert len(sandbox.ledger()) == 1
    assert queue["clock_behind_min"] > 300_000
    clock = turned.json("doctor", code=1)["clock"]
    assert not clock["ok"]
    assert "years behind the server's" in clock["answer"]
    turned.json("sell", JANA, "--amount", "100", "--no-wait")
    said = turned("sync").stdout
    assert "years behind the server's: check this PC's date" in said
    assert len(sandbox.ledger()) == 2
