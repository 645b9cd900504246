"""An apsw connection that looks like the small part of ``sqlite3.Connection`` that the store uses, errors included."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import apsw

from tests.faults.model_vfs import VFS_NAME, PowerCut
from tests.faults.weak import Disk, Pretence

_CLASSES: dict[int, type[sqlite3.Error]] = {
    apsw.SQLITE_CONSTRAINT: sqlite3.IntegrityError,
    apsw.SQLITE_MISMATCH: sqlite3.IntegrityError,
    apsw.SQLITE_CORRUPT: sqlite3.DatabaseError,
    apsw.SQLITE_NOTADB: sqlite3.DatabaseError,
    apsw.SQLITE_INTERNAL: sqlite3.InternalError,
    apsw.SQLITE_MISUSE: sqlite3.InterfaceError,
    apsw.SQLITE_RANGE: sqlite3.InterfaceError,
}
_NAMES: dict[int, str] = {code: name for name, code in vars(apsw).items() if name.startswith("SQLITE_IOERR_")}


class ModelCursor:
    """What a statement came to. All rows are fetched at once."""

    def __init__(self, rows: list[tuple[Any, ...]], columns: list[tuple[Any, ...]] | None, changed: int, last: int) -> None:
        self._rows = iter(rows)
        self.description = columns
        self.rowcount = changed
        self.lastrowid = last

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self._rows

    def fetchone(self) -> tuple[Any, ...] | None:
        return next(self._rows, None)

    def fetchall(self) -> list[tuple[Any, ...]]:
        return list(self._rows)


class ModelConnection:
    """In autocommit, as the store opens its file."""

    def __init__(self, path: Path, *, checkpoint_pages: int = 1000, disk: Disk = Disk.GOOD) -> None:
        self._conn: apsw.Connection = translated(apsw.Connection, str(path), vfs=VFS_NAME)
        # How often the WAL is folded into the file. The store leaves it at SQLite's 1000, which takes a hundred sales.
        self._checkpoint_pages = checkpoint_pages
        self._conn.set_wal_hook(self._fold)
        self._pretence = Pretence(disk)

    @property
    def in_transaction(self) -> bool:
        return bool(self._conn.in_transaction)

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> ModelCursor:
        cursor: ModelCursor = translated(self._execute, *self._pretence.of(sql, parameters))
        return cursor

    def create_function(self, name: str, narg: int, func: Callable[..., Any], *, deterministic: bool = False) -> None:
        self._conn.create_scalar_function(name, func, narg, deterministic=deterministic)

    def close(self) -> None:
        """As sqlite3 does, which is not told when the last checkpoint fails. Raises PowerCut."""
        try:
            self._conn.close()
        except apsw.Error:
            self._conn.close(force=True)
        except PowerCut:
            self._conn.close(force=True)
            raise

    def backup(self, target: sqlite3.Connection) -> None:
        """Copies the whole database to one of Python's SQLite."""
        image = bytearray(translated(self._conn.serialize, "main"))
        image[18:20] = b"\x01\x01"  # "no WAL": an image in memory has none
        source = sqlite3.connect(":memory:")
        source.deserialize(bytes(image))
        source.backup(target)
        source.close()

    def _fold(self, conn: apsw.Connection, name: str, pages: int) -> int:
        """As SQLite's own hook does after a commit: when folding fails it is tried after the next one, and nobody is told.

        apsw would raise what happens in SQLite's hook as if the commit had failed.
        """
        if pages >= self._checkpoint_pages:
            with suppress(apsw.Error, PowerCut):
                conn.wal_checkpoint(name, apsw.SQLITE_CHECKPOINT_PASSIVE)
        return apsw.SQLITE_OK

    def _execute(self, sql: str, parameters: Sequence[Any]) -> ModelCursor:
        before = self._conn.total_changes()
        columns: list[tuple[Any, ...]] = []

        def look(statement: apsw.Cursor, _sql: str, _parameters: object) -> bool:
            columns.extend(statement.get_description())
            return True

        # Asked before it runs: afterwards apsw no longer tells the columns of a query that found nothing.
        cursor = self._conn.cursor()
        cursor.exec_trace = look
        rows = cursor.execute(sql, tuple(parameters)).fetchall()
        return ModelCursor(rows, columns or None, self._conn.total_changes() - before, self._conn.last_insert_rowid())


def translated(work: Any, *arguments: Any, **named: Any) -> Any:
    """Do ``work``; what apsw raises is raised as sqlite3 would."""
    try:
        return work(*arguments, **named)
    except apsw.Error as error:
        code = getattr(error, "extendedresult", apsw.SQLITE_ERROR)
        raised = _CLASSES.get(code & 0xFF, sqlite3.OperationalError)(str(error))
        raised.sqlite_errorcode = code
        raised.sqlite_errorname = _NAMES.get(code, type(error).__name__)
        raise raised from error
