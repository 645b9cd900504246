"""The data of a newer program: it is refused with the number that waits in it, and not a byte in its folder changes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from pos_app.loyalty.errors import DiskBusy
from pos_app.loyalty.sale import Attention, PostingState
from pos_app.store.recovery import recover
from pos_app.store.schema import TILL
from pos_app.store.till_store import TillStore
from pos_app.store.trouble import Newer
from tests.store.shop import JANA, PETR, minutes, one_posting

VERSION = TILL.version + 1


def sell_some(path: Path) -> None:
    """Two wait, one needs a person."""
    store = TillStore.open(path)
    for phone in (JANA, PETR):
        store.save_sale(*one_posting(phone))
    refused, (posting,) = one_posting("+420603000111")
    store.save_sale(refused, (posting,))
    store.begin_sending(posting.transaction_id, at=minutes(1))
    store.finish(posting.transaction_id, state=PostingState.NEEDS_PERSON, answer="No.", at=minutes(2), attention=Attention.REFUSED)
    store.close()


def run_newer_and_die(path: Path, *statements: str) -> None:
    """As a newer program that is killed: what it wrote last is in the WAL only."""
    script = f"""
import os, sqlite3
conn = sqlite3.connect({str(path)!r}, isolation_level=None)
conn.execute("PRAGMA locking_mode = EXCLUSIVE")
conn.execute("PRAGMA journal_mode = WAL")
for statement in {statements!r}:
    conn.execute(statement)
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def everything_in(folder: Path) -> dict[str, tuple[str, int]]:
    """Content and rights of each file."""
    return {each.name: (sha256(each.read_bytes()).hexdigest(), each.stat().st_mode) for each in folder.rglob("*") if each.is_file()}


@pytest.fixture
def newer(till_db: Path) -> Path:
    """The version is in the file, a later sale of the newer program in the WAL."""
    sell_some(till_db)
    with closing(sqlite3.connect(till_db, isolation_level=None)) as conn:
        conn.execute("ALTER TABLE sale ADD COLUMN shift INTEGER")
        conn.execute(f"PRAGMA user_version = {VERSION}")
    run_newer_and_die(till_db, "UPDATE sale SET shift = 1")
    assert till_db.with_name("till.db-wal").stat().st_size
    return till_db


def test_what_waits_in_it_is_told_and_not_a_byte_changes(newer: Path) -> None:
    before = everything_in(newer.parent)
    for _again in range(2):
        with pytest.raises(Newer, match=f"one that knows data version {VERSION}") as refused:
            TillStore.open(newer)
        assert (refused.value.waiting, refused.value.needs_person) == (2, 1)
    assert everything_in(newer.parent) == before


def test_a_migration_that_is_in_the_wal_only_is_seen(till_db: Path) -> None:
    sell_some(till_db)
    run_newer_and_die(till_db, "BEGIN", f"PRAGMA user_version = {VERSION}", "COMMIT")
    before = everything_in(till_db.parent)
    with pytest.raises(Newer) as refused:
        TillStore.open(till_db)
    assert refused.value.waiting == 2
    assert everything_in(till_db.parent) == before


def test_a_migration_that_was_never_committed_keeps_nobody_out(till_db: Path) -> None:
    sell_some(till_db)
    spill = "PRAGMA cache_size = 1", "BEGIN", f"PRAGMA user_version = {VERSION}"
    run_newer_and_die(till_db, *spill, "CREATE TABLE wide AS SELECT randomblob(500000) AS x", "UPDATE sale SET receipt = 'x'")
    store = TillStore.open(till_db)
    assert len(store.open_postings()) == 3
    store.close()


def test_tables_that_are_other_ones_leave_the_number_open(newer: Path) -> None:
    run_newer_and_die(newer, "PRAGMA foreign_keys = OFF", "ALTER TABLE posting RENAME TO entry")
    with pytest.raises(Newer) as refused:
        TillStore.open(newer)
    assert refused.value.waiting is None


def test_a_recovery_leaves_it_alone_too(newer: Path) -> None:
    before = everything_in(newer.parent)
    with pytest.raises(Newer):
        recover(newer)
    assert everything_in(newer.parent) == before


def test_a_newer_program_that_has_it_open_is_not_disturbed(newer: Path) -> None:
    with closing(sqlite3.connect(newer, isolation_level=None)) as holder:
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
        holder.execute("UPDATE sale SET shift = 2")
        with pytest.raises(DiskBusy):
            TillStore.open(newer, lock_wait_s=0.05)
        holder.execute("UPDATE sale SET shift = 3")


@pytest.mark.skipif(os.name == "nt", reason="the folder for temporary files is named in other ways there")
def test_a_computer_without_room_for_a_copy_refuses_it_all_the_same(newer: Path) -> None:
    script = f"""
import tempfile
tempfile.tempdir = "/nowhere"
from pathlib import Path
from pos_app.store.till_store import TillStore
from pos_app.store.trouble import Newer
try:
    TillStore.open(Path({str(newer)!r}))
except Newer as refused:
    print(refused.waiting)
"""
    before = everything_in(newer.parent)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "None\n"
    assert everything_in(newer.parent) == before
