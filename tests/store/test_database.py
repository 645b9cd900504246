"""Opening a file the safe way, and what becomes of every trouble a disk can have."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from pos_app.loyalty.errors import DiskBusy, DiskTrouble
from pos_app.store.database import Database, open_database
from pos_app.store.layout import Layout
from pos_app.store.schema import TILL
from pos_app.store.till_store import TillStore
from pos_app.store.trouble import Damaged, Newer
from tests.store.shop import ALL, one_posting, sale

OTHER_LAYOUT = Layout(name="other", application_id=TILL.application_id + 1, precious=True, steps=TILL.steps)
posix_only = pytest.mark.skipif(os.name != "posix", reason="file modes are a matter of POSIX")


@pytest.fixture
def database(till_db: Path) -> Iterator[Database]:
    opened = open_database(till_db, TILL)
    yield opened
    opened.close()


def test_the_settings_in_force_are_the_durable_ones(store: TillStore, till_db: Path) -> None:
    disk = store.disk()
    assert (disk.journal_mode, disk.synchronous, disk.locking_mode, disk.foreign_keys) == ("wal", "full", "exclusive", True)
    assert disk.sqlite_version == sqlite3.sqlite_version
    assert disk.path == till_db


def test_the_file_says_whose_it_is_and_which_version(till_db: Path) -> None:
    TillStore.open(till_db).close()
    with closing(sqlite3.connect(till_db)) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (TILL.application_id,)
        assert plain.execute("PRAGMA user_version").fetchone() == (TILL.version,)


@posix_only
def test_nobody_else_may_read_the_files(store: TillStore, till_db: Path) -> None:
    store.save_sale(*sale())
    assert {path.name: path.stat().st_mode & 0o777 for path in till_db.parent.iterdir()} == {
        "till.db": 0o600,
        "till.db-wal": 0o600,
        "till-reserve.bin": 0o600,
    }


@posix_only
def test_a_file_that_others_could_read_is_closed_to_them(till_db: Path) -> None:
    TillStore.open(till_db).close()
    till_db.chmod(0o644)
    TillStore.open(till_db).close()
    assert till_db.stat().st_mode & 0o777 == 0o600


def test_a_second_opener_is_told_that_the_till_is_in_use(store: TillStore, till_db: Path) -> None:
    with pytest.raises(DiskBusy, match="Another program"):
        TillStore.open(till_db, lock_wait_s=0.05)
    store.save_sale(*sale())


def test_a_second_process_is_told_so_too_and_the_first_keeps_its_lock(store: TillStore, till_db: Path) -> None:
    with pytest.raises(DiskBusy):
        TillStore.open(till_db, lock_wait_s=0.05)
    script = f"""
from pathlib import Path
from pos_app.loyalty.errors import DiskBusy
from pos_app.store.till_store import TillStore
try:
    TillStore.open(Path({str(till_db)!r}), lock_wait_s=0.05)
except DiskBusy as busy:
    print(busy)
"""
    for _again in range(2):
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
        assert "Another program is using the till's data" in done.stdout


def test_the_file_is_free_again_once_it_is_closed(till_db: Path) -> None:
    TillStore.open(till_db).close()
    TillStore.open(till_db).close()
    assert sorted(path.name for path in till_db.parent.iterdir()) == ["till-reserve.bin", "till.db"]


def test_another_program_that_holds_the_file_is_waited_for_and_then_named(till_db: Path) -> None:
    TillStore.open(till_db).close()
    with closing(sqlite3.connect(till_db, isolation_level=None)) as backup_tool:
        backup_tool.execute("BEGIN IMMEDIATE")
        with pytest.raises(DiskBusy):
            TillStore.open(till_db, lock_wait_s=0.05)


def test_a_file_that_is_no_database_is_named_damaged_and_kept(till_db: Path) -> None:
    till_db.write_bytes(b"this is not a database, but it is long enough to look" * 100)
    before = till_db.read_bytes()
    with pytest.raises(Damaged, match="is damaged"):
        TillStore.open(till_db)
    assert till_db.read_bytes() == before


def test_damage_in_the_middle_of_the_file_is_named_when_it_is_met(till_db: Path) -> None:
    store = TillStore.open(till_db)
    for _each in range(30):
        store.save_sale(*sale())
    store.close()
    with till_db.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (till_db.stat().st_size - 4096))
    with pytest.raises(Damaged):
        TillStore.open(till_db).recent_sales(30)


def test_the_database_of_another_program_is_refused_and_left_alone(till_db: Path) -> None:
    with closing(sqlite3.connect(till_db)) as other:
        other.execute("CREATE TABLE stamps (country TEXT)")
    before = till_db.read_bytes()
    with pytest.raises(Damaged, match="not a file of this program"):
        TillStore.open(till_db)
    assert till_db.read_bytes() == before


def test_a_file_of_ours_but_of_another_kind_is_refused(till_db: Path) -> None:
    open_database(till_db, OTHER_LAYOUT).close()
    with pytest.raises(Damaged, match="not a file of this program"):
        TillStore.open(till_db)


def test_a_file_of_a_newer_program_is_refused_and_left_alone(till_db: Path) -> None:
    TillStore.open(till_db).close()
    with closing(sqlite3.connect(till_db)) as newer:
        newer.execute(f"PRAGMA user_version = {TILL.version + 1}")
    before = till_db.read_bytes()
    with pytest.raises(Newer, match="newer version of this program"):
        TillStore.open(till_db)
    assert till_db.read_bytes() == before


def test_a_lost_file_whose_wal_is_still_there_is_not_taken_for_an_empty_one(till_db: Path) -> None:
    till_db.with_name("till.db-wal").write_bytes(b"sales")
    with pytest.raises(Damaged, match="missing or empty"):
        TillStore.open(till_db)
    assert till_db.with_name("till.db-wal").read_bytes() == b"sales"


def test_a_folder_that_is_not_there_is_a_trouble_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble, match="cannot be opened"):
        TillStore.open(tmp_path / "nowhere" / "till.db")


@posix_only
def test_a_read_only_file_is_refused_before_anything_is_promised() -> None:
    # Not in pytest's folder, which only its maker may enter.
    with tempfile.TemporaryDirectory() as folder:
        till_db = Path(folder) / "till.db"
        TillStore.open(till_db).close()
        till_db.chmod(0o400)
        with an_ordinary_user(Path(folder)), pytest.raises(DiskTrouble, match="read-only"):
            TillStore.open(till_db)
        assert till_db.stat().st_mode & 0o777 == 0o400


@posix_only
def test_a_folder_that_may_not_be_written_is_a_trouble_with_a_sentence() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o500)
        with an_ordinary_user(Path(folder)), pytest.raises(DiskTrouble, match="cannot be opened"):
            TillStore.open(Path(folder) / "till.db")
        Path(folder).chmod(0o700)


def test_a_full_disk_refuses_the_new_sale_and_harms_no_other(database: Database) -> None:
    # The limit is SQLite's own: it answers as it does when the disk says ENOSPC.
    store = TillStore(database)
    saved, waiting = one_posting()
    store.save_sale(saved, waiting)
    pages = database.rows("PRAGMA page_count")[0][0]
    database.rows(f"PRAGMA max_page_count = {pages}")
    promised: list[str] = [saved.sale_id]
    with pytest.raises(DiskTrouble, match="The disk is full"):
        sell_for_ever(store, promised)
    assert [record.sale.sale_id for record in store.recent_sales(ALL)] == promised[::-1]
    assert store.counts().waiting == len(store.open_postings())
    # Sending goes on.
    store.begin_sending(waiting[0].transaction_id, at=saved.made_at)
    database.rows(f"PRAGMA max_page_count = {pages + 1000}")
    made, postings = sale()
    assert store.save_sale(made, postings).fresh


def test_a_really_full_disk_refuses_the_sale_too(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", small], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("a small disk can only be mounted by root")
    try:
        store = TillStore.open(small / "till.db")
        promised: list[str] = []
        with pytest.raises(DiskTrouble, match="The disk is full"):
            sell_for_ever(store, promised)
        store.close()
        again = TillStore.open(small / "till.db")
        assert [record.sale.sale_id for record in again.recent_sales(ALL)] == promised[::-1]
        again.close()
    finally:
        subprocess.run(["umount", small], check=True)


def test_a_block_that_raises_leaves_nothing(database: Database) -> None:
    database.rows("CREATE TABLE word (it TEXT)")
    with pytest.raises(KeyError):
        write_and_fail(database)
    assert database.rows("SELECT * FROM word") == []


def test_blocks_inside_a_block_are_one_commit(database: Database, till_db: Path) -> None:
    database.rows("CREATE TABLE word (it TEXT)")
    with database.writing() as conn:
        with database.writing():
            conn.execute("INSERT INTO word VALUES ('one')")
        wal_before = till_db.with_name("till.db-wal").stat().st_size
        with database.writing():
            conn.execute("INSERT INTO word VALUES ('two')")
        assert till_db.with_name("till.db-wal").stat().st_size == wal_before
    assert database.rows("SELECT * FROM word") == [("one",), ("two",)]


def test_half_of_a_failed_inner_block_is_never_committed(database: Database) -> None:
    database.rows("CREATE TABLE word (it TEXT)")
    with pytest.raises(RuntimeError, match="swallowed"), database.writing(), pytest.raises(KeyError):
        write_and_fail(database)
    assert database.rows("SELECT * FROM word") == []
    with database.writing() as conn:
        conn.execute("INSERT INTO word VALUES ('whole')")
    assert database.rows("SELECT * FROM word") == [("whole",)]


def test_a_wrong_statement_is_a_bug_and_not_called_a_disk_trouble(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        database.rows("SELECT * FROM stamps")


def sell_for_ever(store: TillStore, promised: list[str]) -> None:
    """Until the disk is full; ``promised`` gets what was saved."""
    for _each in range(ALL):
        made, postings = sale()
        store.save_sale(made, postings)
        promised.append(made.sale_id)


def write_and_fail(database: Database) -> None:
    with database.writing() as conn:
        conn.execute("INSERT INTO word VALUES ('half')")
        raise KeyError


@contextmanager
def an_ordinary_user(owner_of: Path) -> Iterator[None]:
    """Nothing is read-only to root: for a moment be nobody, whom everything in this folder then belongs to."""
    if os.getuid() != 0:
        yield
        return
    nobody = 65534
    for each in (owner_of, *owner_of.iterdir()):
        os.chown(each, nobody, nobody)
    os.seteuid(nobody)
    try:
        yield
    finally:
        os.seteuid(0)
