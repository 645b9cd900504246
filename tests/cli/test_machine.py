"""Set-up, looking up, doctor, and what is said when something is missing."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

import pos_app
from pos_app.sandbox.server import Sandbox
from tests.cli.conftest import JANA, PosApp


def test_the_version_is_said() -> None:
    done = subprocess.run([sys.executable, "-m", "pos_app", "--version"], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == f"pos-app {pos_app.__version__}\n"


@pytest.mark.parametrize("command", [("find", "x1"), ("queue",), ("sync",), ("sell", "120", "--amount", "1")])
def test_a_till_that_is_not_set_up_says_how_to(fresh: PosApp, command: tuple[str, ...]) -> None:
    done = fresh(*command)
    assert done.returncode == 1
    assert "pos-app setup" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_set_up_names_the_account_and_keeps_no_key(fresh: PosApp, sandbox: Sandbox) -> None:
    done = fresh.set_up(sandbox)
    assert done.returncode == 0, done.stderr
    assert sandbox.account in done.stdout
    for file in fresh.data_dir.rglob("*"):
        content = file.read_bytes()
        assert sandbox.app_key.encode() not in content
        assert sandbox.crm_key.encode() not in content


def test_a_refused_key_sets_nothing_up(fresh: PosApp, sandbox: Sandbox) -> None:
    sandbox.add_fault(method="status", kind="401", count=1)
    done = fresh.set_up(sandbox)
    assert done.returncode == 1
    assert "key" in done.stderr
    assert not (fresh.data_dir / "settings.toml").exists()


def test_a_set_up_without_internet_is_kept_and_the_account_bound_later(fresh: PosApp, sandbox: Sandbox) -> None:
    sandbox.unplug()
    done = fresh.set_up(sandbox)
    assert done.returncode == 0
    assert "could not be asked" in done.stderr
    sandbox.plug()
    assert fresh.json("find", JANA)["customers"]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--crm-url", "http://crm.example/hook"), "https://"),
        (("--point-value", "0"), "more than 0"),
        (("--point-value", "x"), "not a number"),
        (("--max-redeem-percent", "101"), "between 0 and 100"),
        (("--language", "xx"), "one of en, cs, de, ru"),
        (("--region", "XX"), "no country 'XX'"),
        (("--crm-auth", "none"), "crm-auth"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(fresh: PosApp, sandbox: Sandbox, more: tuple[str, ...], sentence: str) -> None:
    done = fresh.set_up(sandbox, *more)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1


def test_missing_keys_are_named_and_a_line_that_is_no_key_is_not_repeated(fresh: PosApp, sandbox: Sandbox) -> None:
    fresh.set_up(sandbox)
    arguments = [part for part in fresh.ran[0].args if isinstance(part, str)]
    command = arguments[arguments.index("setup") :]
    done = fresh(*command, stdin="app_key=x\n")
    assert (done.returncode, "crm_key" in done.stderr) == (2, True)
    done = fresh(*command, stdin="my-secret-key\n")
    assert (done.returncode, "my-secret-key" in done.stderr) == (2, False)


def test_a_customer_is_found_by_phone_card_track_last_digits_and_name(till: PosApp) -> None:
    def names(query: str) -> list[str]:
        return [each["name"] for each in till.json("find", query)["customers"]]

    assert names("603 551 482") == ["Jana Nováková"]
    assert names("120")[0] == "Joe Master"
    assert names("7862374687") == ["Joe Master"]
    assert sorted(names("482")) == ["Jana Nováková", "Markéta Králová", "Tomáš Dvořák"]
    assert "Jana Nováková" in names("novak jana") + names("jana nov")


def test_find_has_the_promised_keys_and_decimals_as_text(till: PosApp) -> None:
    (found,) = till.json("find", JANA)["customers"]
    assert set(found) == {"phone", "name", "balance", "bonus", "discount", "cards", "source", "as_of", "pending"}
    assert (Decimal(found["balance"]), Decimal(found["bonus"]), Decimal(found["discount"])) == (
        Decimal(1240),
        Decimal(5),
        Decimal(5),
    )
    assert isinstance(found["balance"], str)


def test_nobody_is_an_empty_list_and_no_connection_is_trouble(till: PosApp, sandbox: Sandbox) -> None:
    assert till.json("find", "+420777123482") == {"customers": []}
    sandbox.unplug()
    done = till("find", "+420777123482", "--json")
    assert (done.returncode, json.loads(done.stdout)) == (1, {"customers": []})


def test_the_crm_alone_and_passquare_alone_still_serve(till: PosApp, sandbox: Sandbox) -> None:
    sandbox.add_fault(method="read_customer", kind="500", count=10)
    (found,) = till.json("find", JANA)["customers"]
    assert (Decimal(found["balance"]), found["source"]) == (Decimal(1240), "live")
    till.json("find", JANA)
    sandbox.clear_faults()
    sandbox.add_fault(method="readBalance", kind="500", count=10)
    (found,) = till.json("find", JANA)["customers"]
    assert (Decimal(found["balance"]), found["source"]) == (Decimal(1240), "live")


def test_doctor_tells_what_the_till_runs_on(till: PosApp) -> None:
    till.json("sell", JANA, "--amount", "10")
    found = till.json("doctor")
    disk = found["disk"]
    assert (disk["roll"], disk["roll_trouble"], disk["reserve"], disk["free_bytes"] > 0) == ("whole", "", True, True)
    assert found["disk"]["journal_mode"] == "wal"
    assert found["disk"]["synchronous"] in ("full", "FULL", 2)
    assert found["disk"]["locking_mode"] == "exclusive"
    assert found["server"]["answer"] == "online"
    assert found["ok"] is True


def test_doctor_tells_of_the_copies_that_the_till_makes_by_itself(till: PosApp) -> None:
    assert till.json("doctor")["backups"] == {"ok": True, "answer": "none yet", "last": None, "kept": 0}
    folder = till.data_dir / "backups"
    folder.mkdir()
    till("backup", str(folder / "till-20261126T070000Z.db"))
    assert till.json("doctor")["backups"]["answer"] == "Last backup: 2026-11-26T07:00:00+00:00, 1 kept"


def test_doctor_tells_which_way_points_go(till: PosApp, sandbox: Sandbox) -> None:
    told = till.json("doctor")["delivery"]
    assert (told["mode"], told["dedupe"], told["dedupe_hours"], told["address"]) == ("crm", "proved", 12, sandbox.crm_url)
    assert (told["endpoint"].startswith("add-"), told["key_proved"]) == (True, False)
    till("sell", JANA, "--amount", "10")
    assert till.json("doctor")["delivery"]["key_proved"] is True


def test_doctor_tells_of_a_till_that_replaces_balances(fresh: PosApp, sandbox: Sandbox) -> None:
    fresh.set_up(sandbox, "--mode", "shared", crm=False)
    told = fresh.json("doctor")["delivery"]
    assert (told["mode"], told["quarantine_s"], told["address"]) == ("shared", 120, sandbox.core_url)
    assert (told["endpoint"].startswith("replace-"), "dedupe" in told) == (True, False)


def test_doctor_says_when_the_server_is_away(till: PosApp, sandbox: Sandbox) -> None:
    sandbox.unplug()
    assert till.json("doctor", code=1)["server"]["ok"] is False


def test_the_data_folder_may_come_from_the_environment(till: PosApp) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pos_app", "queue", "--json"],
        input=till.keys,
        env={**os.environ, "POS_APP_DATA_DIR": str(till.data_dir)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert json.loads(done.stdout) == {"waiting": []}


def test_a_second_program_on_the_same_data_is_told_so(till: PosApp, tmp_path: Path) -> None:
    till.json("sell", JANA, "--amount", "10")
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"""
from pathlib import Path
from pos_app.store.till_store import TillStore
store = TillStore.open(Path({str(till.data_dir / "till.db")!r}))
print("held", flush=True)
input()
""",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    try:
        assert holder.stdout.readline() == "held\n"
        done = till("--wait", "1", "queue")
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
    finally:
        holder.communicate("\n", timeout=30)


@pytest.mark.parametrize("command", ["demo", ""])
@pytest.mark.parametrize(("display", "sentence"), [("", "no screen"), (":4242", ":4242 does not answer")])
def test_without_a_screen_the_window_says_so(till: PosApp, command: str, display: str, sentence: str) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"}}
    done = subprocess.run(
        [sys.executable, "-m", "pos_app", "--data-dir", str(till.data_dir), *([command] if command else [])],
        input=till.keys,
        env={**kept, **({"DISPLAY": display} if display else {})},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert sentence in done.stderr


def test_every_command_names_the_recovery_where_the_data_is_not_what_it_was(till: PosApp) -> None:
    """Without a command it is the window that tells: ``tests/window/test_trouble.py``."""
    till("sell", JANA, "--amount", "100")
    (till.data_dir / "till.db").write_bytes(b"")
    for words in (("find", JANA), ("sell", JANA, "--amount", "1"), ("queue",), ("sync",)):
        done = till(*words)
        assert (words, done.returncode, done.stderr.count("\n")) == (words, 1, 1)
        assert "pos-app recover" in done.stderr
    assert till.json("recover")["sales"] == 1
    assert till("queue").returncode == 0


def test_verify_compares_the_database_with_the_roll(till: PosApp) -> None:
    till("sell", JANA, "--amount", "100")
    said = till.json("verify")
    assert (said["ok"], said["sales"], said["findings"]) == (True, 1, [])
    roll = till.data_dir / "roll.jsonl"
    roll.write_text(roll.read_text(encoding="utf-8").replace(JANA, "+420603551483", 1), encoding="utf-8")
    assert till.json("verify", code=1)["findings"]
    till("recover")
    assert till.json("verify")["ok"]


def test_backup_copies_the_data_to_a_file_beside_whoever_calls(till: PosApp, tmp_path: Path) -> None:
    till("sell", JANA, "--amount", "100")
    said = till.json("backup", str(tmp_path / "copy.db"))
    assert said["sales"] == 1
    assert (tmp_path / "copy.db").stat().st_size == said["size_bytes"]
    done = till("backup", str(tmp_path / "nowhere" / "copy.db"))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def test_on_the_data_of_a_newer_program_nothing_is_sold_and_what_waits_is_told(till: PosApp) -> None:
    till("sell", JANA, "--amount", "100", "--no-wait")
    with closing(sqlite3.connect(till.data_dir / "till.db", isolation_level=None)) as newer:
        newer.execute("PRAGMA user_version = 99")
    before = {each.name: each.read_bytes() for each in till.data_dir.iterdir()}
    for words in (("sell", JANA, "--amount", "1"), ("find", JANA), ("sync",), ("recover",)):
        done = till(*words)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert "data version 99" in done.stderr
    assert till.json("queue", code=1) == {"read_only": True, "count": 1, "needs_person": 0}
    said = till("queue")
    assert "1 wait to be sent" in said.stdout
    assert "data version 99" in said.stderr
    assert till.json("doctor", code=1)["disk"]["waiting"] == 1
    assert {each.name: each.read_bytes() for each in till.data_dir.iterdir()} == before
