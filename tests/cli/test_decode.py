"""``pos-app decode``: raw reads in, one answer per line out; of bank cards and documents nothing but what they are."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import PosApp

BANK = "%B4111111111111111^DOE/JOHN^2512101000?;4111111111111111=2512101000?"
LICENCE = "%CADAVIS^DOE$JOHN$Q^1 MAIN ST^?;636014012345678=251219800101?"
KEYS = ["kind", "value", "candidates", "tracks", "note"]


def run(*arguments: str, lines: bytes) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "pos_app", "decode", *arguments], input=lines, capture_output=True, timeout=60, check=False
    )
    assert b"Traceback" not in done.stderr, done.stderr
    return done


def decoded(lines: str | bytes, *arguments: str) -> list[dict[str, Any]]:
    done = run("--json", *arguments, lines=lines if isinstance(lines, bytes) else lines.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("raw", "kind", "value"),
    [
        (r"7862374687\r", "card", "7862374687"),
        (r";7862374687=25121010000?\r", "card", "7862374687"),
        (r"%B7862374687^DOE/JOHN^2512101?\r;7862374687=2512101?\r\n", "card", "7862374687"),
        (r"%E?;E?\r", "read_error", ""),
        (r"374687=2512101?\r", "incomplete", ""),
        (r"5901234123457\t", "ean", "5901234123457"),
        (r"]C10109521234543213\x1d10ABC\r", "gs1", "09521234543213"),
        (r"]Q1https://ex.am/p/7862374687\r", "url", "https://ex.am/p/7862374687"),
        (r"ABC\x0e123456\r", "rejected", ""),
        ("", "unknown", ""),
    ],
)
def test_a_read_is_one_object_with_the_promised_keys(raw: str, kind: str, value: str) -> None:
    (answer,) = decoded(raw + "\n")
    assert list(answer) == KEYS
    assert (answer["kind"], answer["value"]) == (kind, value)
    assert kind != "card" or answer["candidates"][0] == value


@pytest.mark.parametrize(("raw", "kind"), [(BANK, "payment_card"), ("5555555555554444", "payment_card"), (LICENCE, "id_document")])
@pytest.mark.parametrize("as_json", [True, False])
def test_of_bank_cards_and_documents_only_the_kind_is_told(raw: str, kind: str, as_json: bool) -> None:
    done = run(*(["--json"] if as_json else []), lines=f"{raw}\\r\n".encode())
    said = done.stdout.decode()
    assert not any(char.isdigit() for char in said)
    assert kind.replace("_", " ") in said.replace("_", " ")
    assert "DOE" not in said
    assert not as_json or list(json.loads(said)) == ["kind", "note"]


def test_tracks_and_candidates_are_told_in_the_order_to_try_them() -> None:
    (answer,) = decoded("%LOYAL786237?;7862374687=99?\n")
    assert answer["candidates"] == ["7862374687", "7862374687=99", "LOYAL786237"]
    assert answer["tracks"] == ["LOYAL786237", "7862374687=99"]


def test_a_pattern_lets_the_shops_own_numbers_in_and_keeps_others_out() -> None:
    lines = ";9990000000000000029=2512101?\n7862374687\n862374687\n"
    assert [each["kind"] for each in decoded(lines)] == ["payment_card", "card", "card"]
    answers = decoded(lines, "--pattern", r"999\d{16}", "--pattern", r"78\d{8}")
    assert [each["kind"] for each in answers] == ["card", "card", "unknown"]


@pytest.mark.parametrize("pattern", ["(", "[", "*", "", r"(\d+)+x"])
def test_a_pattern_that_is_none_is_bad_input(pattern: str) -> None:
    done = run("--pattern", pattern, lines=f"{BANK}\n".encode())
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == 1
    assert b"4111" not in done.stderr


def test_the_tills_own_reader_is_used_where_a_till_is_set_up(fresh: PosApp) -> None:
    fresh.data_dir.mkdir()
    (fresh.data_dir / "settings.toml").write_text("[reader]\nprefix = '~~~'\nloyalty_prefixes = ['78']\n")
    done = fresh("decode", stdin="~~~7862374687\n1234567890\n")
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["card", "unknown"]
    (fresh.data_dir / "settings.toml").write_text("[reader]\ngap_fast_ms = 0\n")
    done = fresh("decode", stdin="7862374687\n")
    assert done.returncode == 2
    assert "gap_fast_ms" in done.stderr


def test_junk_and_very_long_lines_are_survived() -> None:
    junk = bytes(range(256)).replace(b"\n", b"") + b"\n"
    lines = junk + b"A1" * 1500 + b"\n" + b"9" * 100_000 + b"\n" + rb"\x\xZ1\q" + b"\n" + "žluťoučký".encode() + b"\n7862374687"
    kinds = [each["kind"] for each in decoded(lines)]
    assert len(kinds) == 6
    assert kinds[1:3] == ["rejected", "rejected"]
    assert kinds[5] == "card"


def test_a_long_list_is_answered_line_by_line() -> None:
    assert [each["value"] for each in decoded("".join(f"{n}\n" for n in range(7862374687, 7862384687)))][-1] == "7862384686"


def test_an_answer_does_not_wait_for_the_next_line() -> None:
    command = [sys.executable, "-m", "pos_app", "decode", "--json"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for number in (b"7862374687", b"7862374688"):
            running.stdin.write(number + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["value"] == number.decode()


def test_whoever_stops_listening_is_no_trouble(tmp_path: Path) -> None:
    command = f"{sys.executable} -m pos_app decode < {tmp_path / 'reads'} | head -1"
    (tmp_path / "reads").write_bytes(b"7862374687\n" * 50_000)
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == ""
    assert done.stdout.startswith("card  7862374687")
