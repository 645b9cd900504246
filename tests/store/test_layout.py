"""Bringing an older file up to date: a copy first, a step at a time, all of a step or nothing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlite_utils

from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.database import open_database
from pos_app.store.layout import Layout, Step, copy_of
from pos_app.store.schema import TILL
from pos_app.store.till_store import TillStore
from tests.store.shop import one_posting


def shifts(database: sqlite_utils.Database) -> None:
    database.execute("CREATE TABLE shift (seq INTEGER PRIMARY KEY, opened_at TEXT NOT NULL) STRICT")
    database.execute("ALTER TABLE sale ADD COLUMN shift INTEGER REFERENCES shift (seq)")


def complaints(database: sqlite_utils.Database) -> None:
    database.table("complaint").create({"seq": int, "why": str}, pk="seq", strict=True)


def broken(database: sqlite_utils.Database) -> None:
    database.execute("CREATE TABLE half (it TEXT)")
    database.execute("ALTER TABLE nowhere ADD COLUMN it TEXT")


def later(*steps: Step) -> Layout:
    return Layout(name=TILL.name, application_id=TILL.application_id, precious=True, steps=(*TILL.steps, *steps))


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as plain:
        return int(plain.execute("PRAGMA user_version").fetchone()[0])


def tables_of(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as plain:
        return {name for (name,) in plain.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


@pytest.fixture
def sold(till_db: Path) -> tuple[str, str]:
    """A file of today with a sale in it: the sale's id and its posting's."""
    store = TillStore.open(till_db)
    made, postings = one_posting()
    store.save_sale(made, postings)
    store.close()
    return made.sale_id, postings[0].transaction_id


def test_a_later_version_adds_to_a_file_with_a_queue_and_touches_nothing_in_it(till_db: Path, sold: tuple[str, str]) -> None:
    with closing(sqlite3.connect(till_db)) as plain:
        before = plain.execute("SELECT * FROM posting").fetchall()
    open_database(till_db, later(shifts, complaints)).close()
    assert version_of(till_db) == TILL.version + 2
    assert tables_of(till_db) >= {"shift", "complaint", "sale", "posting", "attempt"}
    with closing(sqlite3.connect(till_db)) as plain:
        assert plain.execute("SELECT * FROM posting").fetchall() == before
        assert plain.execute("SELECT sale_id, shift FROM sale").fetchall() == [(sold[0], None)]


def test_a_precious_file_is_copied_before_it_is_changed(till_db: Path, sold: tuple[str, str]) -> None:
    open_database(till_db, later(shifts)).close()
    copy = copy_of(till_db, TILL.version)
    assert copy.name == f"till-v{TILL.version}.db"
    assert copy.stat().st_mode & 0o077 == 0
    store = TillStore.open(copy)
    assert store.sale(sold[0]) is not None
    store.close()
    assert not copy.with_name(copy.name + ".part").exists()


def test_a_new_file_is_made_without_a_copy(till_db: Path) -> None:
    open_database(till_db, later(shifts)).close()
    assert [path.name for path in till_db.parent.iterdir()] == ["till.db"]


def test_a_step_that_fails_leaves_the_file_as_it_found_it(till_db: Path, sold: tuple[str, str]) -> None:
    with pytest.raises(sqlite3.OperationalError):
        open_database(till_db, later(shifts, broken))
    assert version_of(till_db) == TILL.version + 1
    assert "half" not in tables_of(till_db)
    open_database(till_db, later(shifts, complaints)).close()
    assert version_of(till_db) == TILL.version + 2


def test_without_a_copy_nothing_is_changed(till_db: Path, sold: tuple[str, str]) -> None:
    copy_of(till_db, TILL.version).with_name(f"till-v{TILL.version}.db.part").mkdir()
    with pytest.raises(DiskTrouble, match="No copy"):
        open_database(till_db, later(shifts))
    assert version_of(till_db) == TILL.version


def test_a_killed_migration_is_finished_at_the_next_start(till_db: Path, sold: tuple[str, str]) -> None:
    script = f"""
import os
from pathlib import Path
from pos_app.store.database import open_database
from pos_app.store.layout import Layout
from pos_app.store.schema import TILL

def shifts(database):
    database.execute("CREATE TABLE shift (seq INTEGER PRIMARY KEY)")
    os.kill(os.getpid(), 9)

later = Layout(name="till", application_id=TILL.application_id, precious=True, steps=(*TILL.steps, shifts))
open_database(Path({str(till_db)!r}), later)
"""
    assert subprocess.run([sys.executable, "-c", script], check=False, timeout=60).returncode == -9
    database = open_database(till_db, later(shifts))
    assert database.rows("SELECT sale_id FROM sale") == [(sold[0],)]
    assert database.rows("SELECT count(*) FROM shift") == [(0,)]
    database.close()


def test_nothing_is_imported_for_a_file_that_is_up_to_date(till_db: Path, sold: tuple[str, str]) -> None:
    # sqlite-utils costs a tenth of a second or more of every start.
    script = f"""
import sys
from pathlib import Path
from pos_app.store.till_store import TillStore
store = TillStore.open(Path({str(till_db)!r}))
assert store.counts().waiting == 1
store.close()
print("sqlite_utils" in sys.modules)
"""
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60).stdout == "False\n"
    )
