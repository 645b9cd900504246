"""A till whose keys are in a real keyring: set up once, then no command is told them again."""

from __future__ import annotations

from pathlib import Path

import pytest

from pos_app.sandbox.server import Sandbox
from tests.cli.conftest import JANA, PosApp
from tests.keys.desktop import Desktop


def set_up(till: PosApp, sandbox: Sandbox) -> None:
    """As the README says, with keys from a pipe."""
    done = till(
        "setup",
        *("--core-url", sandbox.core_url, "--crm-url", sandbox.crm_url, "--currency", "CZK", "--region", "CZ"),
        *("--language", "cs", "--shop", "Kavárna Letná", "--till", "Pokladna 2", "--keys-from-stdin"),
        stdin=f"app_key={sandbox.app_key}\ncrm_key={sandbox.crm_key}\n",
    )
    assert done.returncode == 0, done.stderr
    assert "system keyring" in done.stdout


def test_a_till_sells_with_keys_that_only_the_keyring_holds(here: Desktop, tmp_path: Path) -> None:
    till = PosApp(tmp_path / "data")
    with Sandbox(app_key="canary-app-key-81", crm_key="canary-crm-key-82") as sandbox:
        set_up(till, sandbox)
        assert till.json("sell", JANA, "--amount", "100")["state"] == "applied"
        assert len(sandbox.ledger()) == 1
        assert till.json("doctor")["keyring"]["backend"] == "system keyring (SecretService)"
    for file in till.data_dir.rglob("*"):
        assert b"canary" not in file.read_bytes(), file
    assert not any("canary" in text for done in till.ran for text in (done.stdout, done.stderr))


def test_a_till_whose_keyring_is_gone_keeps_selling_and_sends_when_it_is_back(
    here: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    till = PosApp(tmp_path / "data")
    with Sandbox() as sandbox:
        set_up(till, sandbox)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
        sold = till.json("sell", JANA, "--amount", "100")
        assert (sold["state"], sold["postings"][0]["state"]) == ("saved", "waiting")
        assert till("sync").returncode == 3
        assert "keyring" in till.json("doctor", code=1)["keyring"]["answer"]
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", here.address)
        assert till.json("sync") == {"waiting": []}
        assert len(sandbox.ledger()) == 1
