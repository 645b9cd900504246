"""Setting up again, the three modes, and a second till for the same account."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.data_dir import DataDir
from pos_app.sandbox.server import Sandbox
from pos_app.settings import CrmAuth, Dedupe, Mode, Settings, load, save
from tests.cli.conftest import PosApp

SHOP = ("--currency", "CZK", "--region", "CZ", "--language", "cs", "--shop", "Kavárna", "--till", "P2", "--session-keys")


def settings_of(till: PosApp) -> Settings:
    return load(DataDir(till.data_dir))


def change(till: PosApp, **server: object) -> None:
    now = settings_of(till)
    save(DataDir(till.data_dir), replace(now, server=replace(now.server, **server)))  # type: ignore[arg-type]


def alone(sandbox: Sandbox, folder: Path, *more: str) -> PosApp:
    """A till without a CRM."""
    till = PosApp(folder, keys=f"app_key={sandbox.app_key}\n")
    till("setup", "--core-url", sandbox.core_url, *SHOP, *more)
    return till


def test_the_first_set_up_names_what_it_cannot_guess(fresh: PosApp, sandbox: Sandbox) -> None:
    done = fresh("setup", "--core-url", sandbox.core_url, "--currency", "CZK", "--session-keys")
    assert (done.returncode, done.stderr) == (2, "The first set-up needs --region, --language, --shop, --till.\n")


def test_set_up_again_keeps_what_is_not_given(till: PosApp, sandbox: Sandbox) -> None:
    till.set_up(sandbox, "--wallet-id", "w1", "--point-value", "0.5", "--offline-redeem", "on")
    change(till, dedupe=Dedupe.PROVED, dedupe_hours=3, quarantine_s=7)
    before = settings_of(till)
    done = till("setup", "--till", "P9")
    assert done.returncode == 0, done.stderr
    assert settings_of(till) == replace(before, shop=replace(before.shop, till="P9"))


def test_what_was_proved_of_one_crm_is_not_believed_of_another(till: PosApp, sandbox: Sandbox) -> None:
    change(till, dedupe=Dedupe.PROVED)
    till("setup", "--crm-url", sandbox.crm_url + "/")
    assert settings_of(till).server.dedupe is Dedupe.PROVED
    till("setup", "--crm-url", sandbox.crm_url + "/other")
    assert settings_of(till).server.dedupe is Dedupe.UNPROVED


@pytest.mark.parametrize(
    ("more", "mode", "said"),
    [
        ((), Mode.SOLE, "nobody else may write balances"),
        (("--mode", "sole"), Mode.SOLE, "nobody else writes them"),
        (("--mode", "shared"), Mode.SHARED, "overwritten, and nobody is told"),
    ],
)
def test_a_till_without_a_crm_is_told_what_its_mode_means(
    tmp_path: Path, sandbox: Sandbox, more: tuple[str, ...], mode: Mode, said: str
) -> None:
    till = alone(sandbox, tmp_path / "data", *more)
    assert till.ran[-1].returncode == 0, till.ran[-1].stderr
    assert said in till.ran[-1].stdout
    assert ("Say --mode sole" in till.ran[-1].stdout) is (not more)
    assert settings_of(till).server.mode is mode


def test_a_mode_and_an_address_that_contradict_each_other_are_refused(fresh: PosApp, sandbox: Sandbox) -> None:
    done = fresh.set_up(sandbox, "--mode", "sole")
    assert (done.returncode, "must have no CRM URL" in done.stderr) == (2, True)
    done = alone(sandbox, fresh.data_dir, "--mode", "crm").ran[-1]
    assert (done.returncode, "--crm-url" in done.stderr) == (2, True)


def test_a_till_changes_from_a_crm_to_none_and_back(till: PosApp, sandbox: Sandbox) -> None:
    till("setup", "--mode", "sole")
    assert (settings_of(till).server.mode, settings_of(till).server.crm_url) == (Mode.SOLE, "")
    till("setup", "--crm-url", sandbox.crm_url, "--crm-auth", "key")
    assert (settings_of(till).server.mode, settings_of(till).server.crm_auth) == (Mode.CRM, CrmAuth.KEY)


@pytest.mark.parametrize("mode", ["sole", "shared"])
def test_a_second_till_of_an_account_without_a_crm_is_refused_until_the_first_is_gone(
    tmp_path: Path, sandbox: Sandbox, mode: str
) -> None:
    first = alone(sandbox, tmp_path / "first", "--mode", mode)
    assert alone(sandbox, tmp_path / "first", "--mode", mode).ran[-1].returncode == 0
    refused = alone(sandbox, tmp_path / "second", "--mode", mode).ran[-1]
    assert refused.returncode == 2
    assert str(first.data_dir) in refused.stderr
    assert "store CRM" in refused.stderr
    assert not (tmp_path / "second" / "settings.toml").exists()
    shutil.rmtree(first.data_dir)
    assert alone(sandbox, tmp_path / "second", "--mode", mode).ran[-1].returncode == 0


def test_two_tills_of_an_account_share_a_crm_and_neither_may_leave_it(till: PosApp, sandbox: Sandbox, tmp_path: Path) -> None:
    second = PosApp(tmp_path / "second")
    assert second.set_up(sandbox).returncode == 0
    done = second("setup", "--mode", "sole")
    assert (done.returncode, str(till.data_dir) in done.stderr) == (2, True)
    assert settings_of(second).server.mode is Mode.CRM


def test_a_till_with_a_crm_waits_until_the_one_that_replaces_balances_has_it_too(tmp_path: Path, sandbox: Sandbox) -> None:
    first = alone(sandbox, tmp_path / "first")
    second = PosApp(tmp_path / "second")
    refused = second.set_up(sandbox)
    assert (refused.returncode, f"The till in {first.data_dir} replaces" in refused.stderr) == (2, True)
    assert first.set_up(sandbox).returncode == 0
    assert second.set_up(sandbox).returncode == 0
