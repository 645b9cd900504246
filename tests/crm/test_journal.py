"""The journal file: what was answered for is there at the next start, and half a line harms nobody."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.crm.journal import Journal
from pos_app.crm.ledger import CardTrack, Customer, DiskTrouble
from pos_app.crm.memory import MemoryLedger
from pos_app.passquare.wire.strict_json import JsonObject
from tests.crm.people import EVA, JOE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "books.jsonl"


def reopened(path: Path) -> MemoryLedger:
    """The books after a restart, with Eva known from elsewhere at every start."""
    with Journal(path) as journal:
        ledger = MemoryLedger()
        ledger.take_in(EVA)
        assert all(ledger.restore(line) for line in journal.lines())
    return ledger


def test_the_books_survive_a_restart(path: Path) -> None:
    with Journal(path) as journal:
        ledger = MemoryLedger(journal=journal)
        ledger.take_in(EVA)
        joe = ledger.enrol(Customer(phone=JOE.phone, name="Zoë Ľuptáková", birthday=date(1980, 1, 25), standing=JOE.standing))
        ledger.add(phone=JOE.phone, points=Decimal("-12.34"), transaction_id="a", lifetime_days=14)
        ledger.put_track(phone=JOE.phone, track=CardTrack("120", "7862374687"))
        ledger.add(phone=EVA.phone, points=Decimal("0.10"), transaction_id="b")
        ledger.add(phone=EVA.phone, points=Decimal("0.10"), transaction_id="b")
        before = ledger
    after = reopened(path)
    assert [
        (each.transaction_id, each.phone, each.sum, each.balance_after, each.at, each.lifetime_days) for each in after.entries()
    ] == [(each.transaction_id, each.phone, each.sum, each.balance_after, each.at, each.lifetime_days) for each in before.entries()]
    assert after.find(phone=JOE.phone) == before.find(phone=JOE.phone)
    assert after.find(phone=JOE.phone).remote_id == joe.remote_id
    assert after.find(phone=EVA.phone).standing.balance == Decimal("5.10")
    # It still knows what it has seen.
    assert after.add(phone=EVA.phone, points=Decimal("0.10"), transaction_id="b").seq == 2


def test_points_of_somebody_who_is_not_known_any_more_are_kept_under_their_phone(path: Path) -> None:
    with Journal(path) as journal:
        ledger = MemoryLedger(journal=journal)
        ledger.take_in(JOE)
        ledger.add(phone=JOE.phone, points=Decimal(7), transaction_id="a")
    assert reopened(path).find(phone=JOE.phone).standing.balance == 7


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_last_line_without_its_end_is_cut_off(path: Path, cut: int) -> None:
    with Journal(path) as journal:
        journal.append({"kind": "entry", "number": 1})
        journal.append({"kind": "entry", "number": 2, "text": "x" * 50})
    os.truncate(path, path.stat().st_size - cut)
    with Journal(path) as journal:
        journal.append({"number": 3})
        assert [line["number"] for line in journal.lines()] == [1, 3]


def test_a_broken_line_in_the_middle_is_named_not_passed_over(path: Path) -> None:
    path.write_bytes(b'{"kind": "entry"}\n{"kind": \n{}\n')
    with Journal(path) as journal, pytest.raises(DiskTrouble, match="line 2"):
        list(journal.lines())


@pytest.mark.parametrize(
    "line",
    [
        {"kind": "entry", "customer": {}, "at": "2026-03-14T12:00:00+00:00"},
        {"kind": "entry", "customer": {"phone": JOE.phone, "sum": 1, "transactionId": "a"}, "at": "yesterday"},
        {"kind": "customer", "customer": {}, "customerId": "1"},
    ],
)
def test_a_line_that_makes_no_sense_is_trouble(line: JsonObject) -> None:
    with pytest.raises(DiskTrouble):
        MemoryLedger().restore(line)


def test_lines_of_somebody_else_are_left_to_them() -> None:
    assert MemoryLedger().restore({"kind": "weather"}) is False


def test_a_full_disk_refuses_the_whole_change_and_leaves_whole_lines(path: Path) -> None:
    script = f"""
import resource, signal
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from pos_app.crm.journal import Journal
from pos_app.crm.ledger import Customer, DiskTrouble
from pos_app.crm.memory import MemoryLedger
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, resource.RLIM_INFINITY))
with Journal(Path({str(path)!r})) as journal:
    ledger = MemoryLedger(journal=journal)
    ledger.take_in(Customer(phone="+420603000777"))
    for number in range(100):
        try:
            ledger.add(phone="+420603000777", points=Decimal(1), transaction_id=str(number))
        except DiskTrouble:
            break
    print(len(ledger.entries()), ledger.find(phone="+420603000777").standing.balance)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=30)
    entries, balance = done.stdout.split()
    assert 0 < int(entries) < 100
    assert Decimal(balance) == int(entries)
    assert path.read_bytes().endswith(b"\n")
    assert len(path.read_bytes().splitlines()) == int(entries)
    assert len(reopened(path).entries()) == int(entries)


def test_a_file_that_cannot_be_opened_is_trouble_in_words(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble, match="cannot be kept"):
        Journal(tmp_path / "no such folder" / "books.jsonl")


def test_clearing_begins_anew(path: Path) -> None:
    with Journal(path) as journal:
        journal.append({"number": 1})
        journal.clear()
        journal.append({"number": 2})
        assert [line["number"] for line in journal.lines()] == [2]


@given(st.lists(st.tuples(st.sampled_from([JOE.phone, EVA.phone]), st.decimals(-999, 999, places=2)), max_size=12))
def test_any_books_read_back_are_the_same_books(changes: list[tuple[str, Decimal]]) -> None:
    with TemporaryDirectory() as folder, Journal(Path(folder) / "books.jsonl") as journal:
        ledger = MemoryLedger(journal=journal)
        for customer in (JOE, EVA):
            ledger.enrol(customer)
        for number, (phone, points) in enumerate(changes):
            ledger.add(phone=phone, points=points, transaction_id=f"id {number}")
        again = MemoryLedger()
        assert all(again.restore(line) for line in journal.lines())
    assert again.entries() == ledger.entries()
    assert again.customers() == ledger.customers()
