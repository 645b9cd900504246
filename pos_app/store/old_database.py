"""What a database that is not used any more still holds: read as far as it can be, believed only where it proves itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from pos_app.loyalty.errors import DiskBusy
from pos_app.store.journal import KEYS
from pos_app.store.roll_line import BrokenLine, Line, RowImage, Rows, read
from pos_app.store.trouble import trouble_of


@dataclass(frozen=True, slots=True)
class OldDatabase:
    """Rows by table, and lines of the roll, as far as they could be read."""

    rows: Rows = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)


def read_old(path: Path, *, lock_wait_s: float) -> OldDatabase:
    """Read what is left. Raises DiskBusy if a till has it open; whatever else is wrong with it ends that table."""
    old = OldDatabase()
    # SQLite would make a missing file, and throw away the WAL of an empty one.
    if not path.exists() or not path.stat().st_size:
        return old
    with closing(sqlite3.connect(path, isolation_level=None, timeout=lock_wait_s)) as conn:
        try:
            conn.execute("PRAGMA locking_mode = EXCLUSIVE")
            conn.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            if isinstance(trouble := trouble_of(error, path), DiskBusy):
                raise trouble from error
            return old
        for table in KEYS:
            with suppress(sqlite3.Error, UnicodeError):
                _read_table(conn, table, old.rows)
        with suppress(sqlite3.Error, UnicodeError):
            for (text,) in conn.execute("SELECT line FROM roll_line ORDER BY n"):
                with suppress(BrokenLine):
                    old.lines.append(read(text))
    return old


def _read_table(conn: sqlite3.Connection, table: str, rows: Rows) -> None:
    cursor = conn.execute(f"SELECT * FROM {table}")  # noqa: S608 - names of ours
    names = [each[0] for each in cursor.description]
    for row in cursor:
        image: RowImage = dict(zip(names, row, strict=True))
        rows.setdefault(table, []).append(image)
