"""What a database that is not used any more still holds: read as far as it can be, believed only where it proves itself."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from pos_app.loyalty.errors import DiskBusy, DiskTrouble
from pos_app.store.journal import KEYS
from pos_app.store.roll_line import BrokenLine, Line, RowImage, Rows, read, storable
from pos_app.store.trouble import trouble_of


@dataclass(frozen=True, slots=True)
class OldDatabase:
    """Rows by table, and lines of the roll, as far as they could be read."""

    rows: Rows = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    @property
    def holds_anything(self) -> bool:
        """Whether there is something to rebuild from."""
        return bool(self.rows or self.lines)


def refuse_while_open(path: Path, *, lock_wait_s: float) -> None:
    """Raises DiskBusy if a till has the file open. Not a byte of it or of its WAL is changed: it may be all that is left."""
    if not path.exists():
        return
    # A connection that may not write folds no WAL into the file, and one that is exclusive makes no -shm.
    with closing(
        sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=lock_wait_s)
    ) as conn:
        try:
            conn.execute("PRAGMA locking_mode = EXCLUSIVE")
            conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.Error as error:
            if isinstance(trouble := trouble_of(error, path), DiskBusy):
                raise trouble from error


def read_old(path: Path) -> OldDatabase:
    """Read what is left, from a copy: the file itself stays as it was found. What is wrong with a table ends that table.

    No till may have it open. Raises DiskTrouble if there is no room for the copy.
    """
    old = OldDatabase()
    copy = path.with_name(f"{path.stem}-reading{path.suffix}")
    try:
        # SQLite would make a missing file, and throw away the WAL of an empty one.
        if not path.exists() or not path.stat().st_size:
            return old
        _remove(copy)
        for end in ("", "-wal"):
            with suppress(FileNotFoundError):
                _copy(path.with_name(path.name + end), copy.with_name(copy.name + end))
        with closing(sqlite3.connect(copy, isolation_level=None)) as conn:
            _read(conn, old)
    except OSError as error:
        raise DiskTrouble(f"{path} cannot be copied before it is read: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            _remove(copy)
    return old


def _copy(source: Path, target: Path) -> None:
    """For its owner only, from the first byte on. Raises OSError."""
    with source.open("rb") as old, os.fdopen(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as new:
        shutil.copyfileobj(old, new)


def _remove(copy: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        copy.with_name(copy.name + end).unlink(missing_ok=True)


def _read(conn: sqlite3.Connection, old: OldDatabase) -> None:
    for table in KEYS:
        with suppress(sqlite3.Error, UnicodeError):
            _read_table(conn, table, old.rows)
    with suppress(sqlite3.Error, UnicodeError):
        for (text,) in conn.execute("SELECT line FROM roll_line ORDER BY n"):
            with suppress(BrokenLine):
                old.lines.append(read(text))


def _read_table(conn: sqlite3.Connection, table: str, rows: Rows) -> None:
    cursor = conn.execute(f"SELECT * FROM {table}")  # noqa: S608 - names of ours
    names = [each[0] for each in cursor.description]
    for row in cursor:
        image: RowImage = dict(zip(names, row, strict=True))
        if storable(image):
            rows.setdefault(table, []).append(image)
