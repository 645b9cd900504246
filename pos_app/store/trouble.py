"""What SQLite says, as the error tree has it: the disk's troubles get names and sentences, a bug of ours stays a bug."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pos_app.loyalty.errors import DiskBusy, DiskTrouble


class Damaged(DiskTrouble):
    """What is in the file cannot be trusted."""


class Behind(Damaged):
    """The file is empty, an old copy or another one: its roll knows of more."""


class NothingLeft(Damaged):
    """Neither the file nor its roll holds anything to rebuild it from."""


class Altered(DiskTrouble):
    """A row is not what was written there: a bit of it flipped, or somebody edited it."""


class Full(DiskTrouble):
    """The disk has no room."""


class Newer(DiskTrouble):
    """A newer program has been here: this one sells nothing and changes nothing."""

    waiting: int | None = None
    """Postings on their way in it; None: that could not be made out."""
    needs_person: int = 0


_SENTENCES = {
    sqlite3.SQLITE_FULL: "The disk is full: {path} cannot take more.",
    sqlite3.SQLITE_READONLY: "{path} is read-only: nothing can be saved.",
    sqlite3.SQLITE_PERM: "{path} may not be read or written by this user.",
    sqlite3.SQLITE_CANTOPEN: "{path} cannot be opened: check that its folder exists and may be written.",
    sqlite3.SQLITE_IOERR: "The disk does not take or give the data of {path} ({name}).",
    sqlite3.SQLITE_NOLFS: "The disk does not take a file as large as {path}.",
    sqlite3.SQLITE_PROTOCOL: "The disk of {path} does not lock files as it should.",
    sqlite3.SQLITE_NOMEM: "This computer has no memory left for {path}.",
}


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Inside, errors of SQLite that are the disk's are raised as DiskTrouble (DiskBusy, Damaged), all others as they are."""
    try:
        yield
    except sqlite3.Error as error:
        trouble = trouble_of(error, path)
        if trouble is None:
            raise
        raise trouble from error


@contextmanager
def layout_holds(path: Path) -> Iterator[None]:
    """While a file is opened: a statement that does not fit its tables says that a bit of their text flipped. Raises Damaged."""
    try:
        yield
    except (sqlite3.OperationalError, UnicodeError) as error:
        if isinstance(error, sqlite3.Error) and (trouble := trouble_of(error, path)):
            raise trouble from error
        raise Damaged(f"{path} is damaged ({error}). Run: pos-app recover") from error


def trouble_of(error: sqlite3.Error, path: Path) -> DiskTrouble | None:
    """The trouble that ``error`` tells of; None for a bug (a wrong statement, a broken constraint, a closed connection)."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Python's own word for a text with a flipped bit in it.
        return Damaged(f"{path} is damaged. Run: pos-app recover") if "decode to UTF-8" in str(error) else None
    primary = code & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return DiskBusy(f"Another program is using the till's data in {path}.")
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return Damaged(f"{path} is damaged. Run: pos-app recover")
    if primary in _SENTENCES:
        kind = Full if primary == sqlite3.SQLITE_FULL else DiskTrouble
        return kind(_SENTENCES[primary].format(path=path, name=error.sqlite_errorname))
    return None
