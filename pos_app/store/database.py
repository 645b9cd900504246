"""One SQLite file, opened the safe way and held by this program alone (``delivery.md`` §2).

WAL, ``synchronous=FULL`` and ``locking_mode=EXCLUSIVE`` lost no sale in a thousand power cuts; Python's defaults lost 35 in 150.
One connection does all writes and all checkpoints: SQLite before 3.51.3 can corrupt a WAL that two connections checkpoint.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.layout import Layout, migrate, recognise
from pos_app.store.roll import flush_file
from pos_app.store.trouble import Damaged, layout_holds, named

LOCK_WAIT_S = 1.0
"""How long another program that holds the file is waited for."""
COPY_PAGES = 64
"""Copied in one step: a quarter of a megabyte."""
_FULL, _NORMAL = 2, 1
_SYNCHRONOUS = {0: "off", 1: "normal", 2: "full", 3: "extra"}

Row = tuple[Any, ...]
Parameters = Sequence[object] | Mapping[str, object]
Connect = Callable[[Path, float], sqlite3.Connection]
"""Opens the file, which is there, waiting so many seconds for its lock. In autocommit, and with SQLite's errors as its own."""


def connect_sqlite(path: Path, lock_wait_s: float) -> sqlite3.Connection:
    """The file on this computer's disk."""
    return sqlite3.connect(path, isolation_level=None, timeout=lock_wait_s)


class Follower(Protocol):
    """Who is told of transactions, in the database's thread."""

    def before_commit(self, conn: sqlite3.Connection, what: str) -> None:
        """Last chance to add to the transaction; what it raises undoes it."""

    def committed(self) -> None:
        """It is on the disk. Must not raise."""

    def undone(self) -> None:
        """None of it is on the disk."""


class _Nobody:
    def before_commit(self, conn: sqlite3.Connection, what: str) -> None: ...
    def committed(self) -> None: ...
    def undone(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskSettings:
    """The settings in force, read back from SQLite."""

    journal_mode: str
    synchronous: str
    locking_mode: str
    foreign_keys: bool
    sqlite_version: str
    path: Path


class Database:
    """An open file. Everything is done in the thread that opened it; SQLite refuses any other."""

    def __init__(self, conn: sqlite3.Connection, path: Path) -> None:
        self._conn = conn
        self._poisoned = False
        self._what = ""
        self._refused_may_return = False
        self.path = path
        self.on_rollback: Callable[[], None] = lambda: None
        """Called when a transaction was undone: what memory remembers of it is wrong."""
        self.journal: Follower = _Nobody()
        """Sees every commit."""

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows of a query. Raises DiskTrouble."""
        with named(self.path):
            return self._conn.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of a query, or None. Raises DiskTrouble."""
        rows = self.rows(sql, parameters)
        return rows[0] if rows else None

    def define(self, name: str, function: Callable[[str], bool]) -> None:
        """Let queries ask ``function`` about a text, as ``name``."""
        self._conn.create_function(name, 1, function)

    @contextmanager
    def writing(self, what: str = "") -> Iterator[sqlite3.Connection]:
        """``BEGIN IMMEDIATE`` … ``COMMIT``: when the block ends well, it is all on the disk; when it raises, none of it is.

        A block inside a block joins it: the outermost one commits. ``what`` is the roll's word for it: the outermost one's or, if
        that has none, the first one's inside of it. Raises DiskTrouble.
        """
        if self._conn.in_transaction:
            self._what = self._what or what
            try:
                yield self._conn
            except BaseException:
                self._poisoned = True
                raise
            return
        try:
            self._overwrite_refused()
            with named(self.path):
                self._conn.execute("BEGIN IMMEDIATE")
                self._poisoned = False
                self._what = what
                yield self._conn
                self._commit(self._what)
        except BaseException:
            self._roll_back()
            raise
        self.journal.committed()

    def settings(self) -> DiskSettings:
        """What is in force now."""
        return DiskSettings(
            journal_mode=self._pragma("journal_mode"),
            synchronous=_SYNCHRONOUS[self._pragma("synchronous")],
            locking_mode=self._pragma("locking_mode"),
            foreign_keys=bool(self._pragma("foreign_keys")),
            sqlite_version=sqlite3.sqlite_version,
            path=self.path,
        )

    def copy_to(self, file: Path, *, between: Callable[[], None]) -> None:
        """Copy all to ``file``, which is there. As :meth:`snapshot` otherwise; raises OSError too."""
        with file.open("rb+") as written, named(file), closing(sqlite3.connect(file, isolation_level=None)) as target:
            # A copy that is cut off is thrown away: it needs no journal.
            target.execute("PRAGMA journal_mode = OFF")
            target.execute("PRAGMA synchronous = OFF")

            def step() -> None:
                # Bit by bit: all of it at once would hold up the disk, and a sale with it, for as long as that takes.
                flush_file(written.fileno())
                between()

            self._copy(target, step)

    def snapshot(self, *, between: Callable[[], None]) -> sqlite3.Connection:
        """A private copy of all, for any thread, that is gone with its connection. Raises DiskTrouble.

        Made in small steps; what is committed in ``between`` is in it too.
        """
        # No name: SQLite's own temporary file, which nobody else can open and which no crash leaves behind.
        target = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        try:
            with named(self.path):
                self._copy(target, between)
        except BaseException:
            target.close()
            raise
        return target

    def close(self) -> None:
        """Fold the WAL into the file and let go of it."""
        self._overwrite_refused()
        with named(self.path):
            self._conn.close()

    def _copy(self, target: sqlite3.Connection, between: Callable[[], None]) -> None:
        self._conn.backup(target, pages=COPY_PAGES, progress=lambda _status, left, _all: between() if left else None)

    def _commit(self, what: str) -> None:
        if self._poisoned:
            raise RuntimeError("a write inside this transaction failed, and its error was swallowed")
        self.journal.before_commit(self._conn, what)
        # Until the disk has said yes: SQLite takes it back when it fails, but may find it on the disk after a power cut.
        self._refused_may_return = True
        self._conn.execute("COMMIT")
        self._refused_may_return = False

    def _roll_back(self) -> None:
        # On a full disk SQLite has already rolled back by itself, and a ROLLBACK would raise.
        if self._conn.in_transaction:
            with named(self.path):
                self._conn.execute("ROLLBACK")
        self._overwrite_refused()
        self.journal.undone()
        self.on_rollback()

    def _overwrite_refused(self) -> None:
        """Put something else where a commit that failed may be on the disk: what was refused must never appear later."""
        if self._refused_may_return and not self._conn.in_transaction:
            # A disk that does not take this either is tried again; the next commit of anything does it as well.
            with suppress(sqlite3.Error):
                version = self._conn.execute("PRAGMA user_version").fetchone()[0]
                self._conn.execute(f"PRAGMA user_version = {version}")
                self._refused_may_return = False

    def _pragma(self, name: str) -> Any:
        row = self.row(f"PRAGMA {name}")
        return row[0] if row else None


def open_database(path: Path, layout: Layout, *, lock_wait_s: float = LOCK_WAIT_S, connect: Connect = connect_sqlite) -> Database:
    """Open or make the file, hold it for this program alone, check its settings and bring it up to date.

    ``connect`` puts another disk below SQLite: one whose power can be cut, sector by sector (``tests/faults``).
    Raises DiskBusy if another program holds it, Newer (nothing is migrated), Damaged, or DiskTrouble: no such folder, read-only,
    full, or a disk on which the settings do not hold.
    """
    _make_private(path)
    with named(path):
        conn = connect(path, lock_wait_s)
    try:
        with named(path):
            # The lock comes first: what another program still writes must not be looked at.
            conn.execute("PRAGMA locking_mode = EXCLUSIVE")
            with layout_holds(path):
                version = recognise(conn, path, layout)
            conn.execute("PRAGMA journal_mode = WAL")
            conn.execute(f"PRAGMA synchronous = {_FULL if layout.precious else _NORMAL}")
            conn.execute("PRAGMA foreign_keys = ON")
            # Takes the lock for writing, and finds out whether writing is possible at all.
            conn.execute("BEGIN IMMEDIATE")
            conn.execute("COMMIT")
            migrate(conn, path, layout, version=version)
        database = Database(conn, path)
        _verify(database.settings(), layout)
    except BaseException:
        conn.close()
        raise
    return database


def _make_private(path: Path) -> None:
    """See to it that the file exists and that only its owner may read it.

    An existing file is never opened here: closing it would let go of the locks that this process holds on it (POSIX).
    """
    wal = path.with_name(path.name + "-wal")
    try:
        if _size(path) == 0 and _size(wal) > 0:
            raise Damaged(f"{path} is missing or empty, but {wal.name} beside it is not. Run: pos-app recover")
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            mode = path.stat().st_mode
            if os.name == "posix" and mode & 0o077:
                path.chmod(mode & 0o700)
            # SQLite would open it for reading, and then only say that it cannot be locked.
            if not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
                raise DiskTrouble(f"{path} is read-only: nothing can be saved.") from None
    except OSError as error:
        raise DiskTrouble(f"{path} cannot be opened: {error.strerror}.") from error


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _verify(settings: DiskSettings, layout: Layout) -> None:
    wanted = ("wal", "full" if layout.precious else "normal", "exclusive", True)
    found = (settings.journal_mode, settings.synchronous, settings.locking_mode, settings.foreign_keys)
    if found != wanted:
        raise DiskTrouble(f"This disk does not keep data safely: {settings.path} has the settings {found}, not {wanted}.")
