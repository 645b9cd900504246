"""A copy of ``till.db`` while it is in use: whole or not at all, for its owner only, looked at once it is written.

It is made in small steps, and sales are saved between them. Put back in place it is behind the roll: ``pos-app recover`` then
brings it up to date.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.database import Database
from pos_app.store.roll import sync_folder
from pos_app.store.trouble import trouble_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy that was made."""

    file: Path
    size_bytes: int
    sales: int


def back_up(database: Database, file: Path, *, between: Callable[[], None]) -> Backup:
    """Copy to ``file``, which is replaced. ``between`` is called in the database's thread after each step. Raises DiskTrouble."""
    if file.resolve() == database.path.resolve():
        raise DiskTrouble(f"{file} is the till's data itself: choose another file.")
    part = file.with_name(f"{file.name}.part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        database.copy_to(part, between=between)
        sales = _check(part)
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(file)
        sync_folder(file.parent)
        return Backup(file=file, size_bytes=file.stat().st_size, sales=sales)
    except OSError as error:
        raise DiskTrouble(f"No copy could be written to {file}: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _check(part: Path) -> int:
    """Read it all again; how many sales it has. Raises DiskTrouble."""
    # Immutable: SQLite makes no WAL beside it.
    address = f"{part.absolute().as_uri()}?immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as copy:
            said = [text for (text,) in copy.execute("PRAGMA quick_check")]
            sales: int = copy.execute("SELECT count(*) FROM sale").fetchone()[0]
    except sqlite3.Error as error:
        raise trouble_of(error, part) or DiskTrouble(f"The copy does not hold: {error}.") from error
    if said != ["ok"]:
        raise DiskTrouble(f"The copy does not hold: {said[0]}. Check this disk.")
    return sales
