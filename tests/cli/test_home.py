"""A till's folder that is copied, moved or put back from an old copy, by the real program: nothing goes out twice."""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.sandbox.server import Sandbox
from tests.cli.conftest import JANA, PosApp

SAID = ("--who", "Eva", "--reason", "a new disk")


@pytest.fixture
def copied(till: PosApp, tmp_path: Path) -> PosApp:
    """A copy of a till with one sale that waits."""
    assert till("sell", JANA, "--amount", "100", "--no-wait").returncode == 0
    shutil.copytree(till.data_dir, tmp_path / "copy")
    return replace(till, data_dir=tmp_path / "copy")


def sums(sandbox: Sandbox) -> list[Decimal]:
    return [entry.sum for entry in sandbox.ledger() if entry.phone == JANA]


def test_a_copy_sells_on_and_sends_nothing_until_somebody_says_what_it_is(till: PosApp, copied: PosApp, sandbox: Sandbox) -> None:
    assert copied.json("home") == {"held": "elsewhere"}
    assert copied.json("sell", JANA, "--amount", "200")["state"] == "saved"
    assert copied("sync").returncode == 3
    assert sums(sandbox) == []
    said = copied("queue").stdout
    assert "pos-app home moved" in said
    assert copied.json("queue")["held"] == "elsewhere"
    assert copied.json("doctor", code=1)["disk"]["held"] == "elsewhere"

    assert copied.json("home", "copy", *SAID) == {"held": "", "was": "elsewhere", "in_doubt": 0, "left": 1}
    assert copied("sync").returncode == 0
    assert till("sync").returncode == 0
    assert sorted(sums(sandbox)) == [Decimal("4.75"), Decimal("9.5")]
    assert till.json("home") == copied.json("home") == {"held": ""}
    assert copied.json("doctor")["ok"]


def test_a_moved_till_delivers_and_its_old_place_does_not(till: PosApp, copied: PosApp, sandbox: Sandbox) -> None:
    assert copied.json("home", "moved", *SAID)["in_doubt"] == 0
    assert copied("sync").returncode == 0
    assert till("sync").returncode == 3
    assert till.json("home") == {"held": "older"}
    assert sums(sandbox) == [Decimal("4.75")]
    assert till("home", "moved", *SAID).returncode == 2
    assert till.json("home", "restored", *SAID)["in_doubt"] == 1
    # The server is proved to know the id again.
    assert till("sync").returncode == 0
    assert sums(sandbox) == [Decimal("4.75")]


def test_an_old_copy_put_back_sends_nothing_until_somebody_says_that_it_was_meant(
    till: PosApp, copied: PosApp, sandbox: Sandbox
) -> None:
    assert till("sync").returncode == 0
    shutil.rmtree(till.data_dir)
    copied.data_dir.rename(till.data_dir)
    assert till("sync").returncode == 3
    assert "pos-app home restored" in till("home").stdout
    assert till.json("home", "restored", *SAID)["in_doubt"] == 1
    assert till("sync").returncode == 0
    assert sums(sandbox) == [Decimal("4.75")]
    assert till.json("verify")["ok"]


def test_who_and_why_are_asked_for(copied: PosApp) -> None:
    for given in ([], ["--who", "Eva"], ["--reason", "x"], ["--who", " ", "--reason", "x"]):
        done = copied("home", "copy", *given)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert copied.json("home") == {"held": "elsewhere"}


def test_a_till_that_replaces_balances_has_no_copy(fresh: PosApp, sandbox: Sandbox, tmp_path: Path) -> None:
    fresh.set_up(sandbox, "--mode", "sole", crm=False)
    fresh("sell", JANA, "--amount", "100", "--no-wait")
    shutil.copytree(fresh.data_dir, tmp_path / "copy")
    copy = replace(fresh, data_dir=tmp_path / "copy")
    done = copy("home", "copy", *SAID)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "overwrite each other" in done.stderr


def test_a_till_at_home_says_so_and_a_word_changes_nothing(till: PosApp) -> None:
    assert "own place" in till("home").stdout
    assert till.json("home", "moved", *SAID) == {"held": "", "was": "", "in_doubt": 0, "left": 0}
