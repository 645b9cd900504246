"""A copy of ``till.db`` while it is in use: whole or not at all, for its owner only, looked at once it is written.

It is made in small steps, and sales are saved between them; looking at it and bringing it to the disk is done in whatever thread
asked for it. Put back in place it is behind the roll: ``pos-app recover`` then brings it up to date.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from pos_app.files import sync_folder
from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.database import Database
from pos_app.store.trouble import trouble_of
from pos_app.store.verification import altered_rows

LOOK_STEPS = 100_000
"""Steps of SQLite (some milliseconds) between two questions whether a copy is still wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy that was made."""

    file: Path
    size_bytes: int
    sales: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """All of it is written, under a name of its own: to be kept, or it is left lying."""

    part: Path
    file: Path

    def keep(self, *, unless: Callable[[], bool] = lambda: False) -> Backup:
        """Look at it and give it its name; what was there is replaced. Any thread.

        Raises DiskTrouble if it does not hold or ``unless()`` comes true before it has been looked at; then nothing is left of it.
        """
        try:
            sales = _check(self.part, unless)
            with self.part.open("rb+") as written:
                os.fsync(written.fileno())
            self.part.replace(self.file)
            sync_folder(self.file.parent)
            return Backup(file=self.file, size_bytes=self.file.stat().st_size, sales=sales)
        except OSError as error:
            raise _not_written(self.file, error) from error
        finally:
            remove(self.part)


def copy(database: Database, file: Path, *, between: Callable[[], None]) -> Copied:
    """Copy what will be ``file``. ``between`` is called in the database's thread after each step. Raises DiskTrouble."""
    if file.resolve() == database.path.resolve():
        raise DiskTrouble(f"{file} is the till's data itself: choose another file.")
    part = file.with_name(f"{file.name}.part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        database.copy_to(part, between=between)
    except BaseException as error:
        remove(part)
        if isinstance(error, OSError):
            raise _not_written(file, error) from error
        raise
    return Copied(part=part, file=file)


def remove(part: Path) -> None:
    """Take away what is left of a copy, as far as the disk lets go of it."""
    with suppress(OSError):
        part.unlink(missing_ok=True)


def _not_written(file: Path, error: OSError) -> DiskTrouble:
    return DiskTrouble(f"No copy could be written to {file}: {error.strerror}.")


def _check(part: Path, unless: Callable[[], bool]) -> int:
    """Read it all again; how many sales it has. Raises DiskTrouble."""
    # Immutable: SQLite makes no WAL beside it.
    address = f"{part.absolute().as_uri()}?immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as conn:
            conn.set_progress_handler(unless, LOOK_STEPS)
            said = [text for (text,) in conn.execute("PRAGMA quick_check") if text != "ok"] or altered_rows(conn)
            sales: int = conn.execute("SELECT count(*) FROM sale").fetchone()[0]
    except sqlite3.Error as error:
        if unless():
            raise DiskTrouble("The copy was given up: the till closes.") from error
        raise trouble_of(error, part) or DiskTrouble(f"The copy does not hold: {error}.") from error
    if said:
        raise DiskTrouble(f"The copy does not hold: {said[0]}. Check this disk, and run: pos-app verify")
    return sales
