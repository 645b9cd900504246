"""How a file of ours is laid out, and how an older one is brought up to date: with a copy first, a step at a time.

The version of a file (``user_version``) is the number of steps it has been through. Steps are run by sqlite-utils, each in a
transaction of its own together with its record and the new version. sqlite-utils is imported only when there is a step to run: it
costs a tenth of a second or more.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.trouble import Damaged, Newer

if TYPE_CHECKING:
    import sqlite_utils

Step = Callable[["sqlite_utils.Database"], None]
"""One migration. Never edited once it was released, never commits, never ``executescript`` (which commits by itself)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One kind of file. ``steps`` only ever grows at its end."""

    name: str
    application_id: int
    """Four bytes in the file's head that say whose it is."""
    precious: bool
    """Every commit reaches the disk itself before it returns, and no step runs without a copy of the file."""
    steps: tuple[Step, ...]

    @property
    def version(self) -> int:
        """The version this program writes."""
        return len(self.steps)


def recognise(conn: sqlite3.Connection, path: Path, layout: Layout) -> int:
    """The file's version; 0 for an empty one, which is made ours. Changes nothing else.

    Raises Newer for a file of a newer program, Damaged for one that is not ours. SQLite's errors pass.
    """
    owner = conn.execute("PRAGMA application_id").fetchone()[0]
    version = int(conn.execute("PRAGMA user_version").fetchone()[0])
    blank = not conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if owner == 0 and version == 0 and blank:
        conn.execute(f"PRAGMA application_id = {layout.application_id}")
        return 0
    if owner != layout.application_id:
        raise Damaged(f"{path} is not a file of this program. Run: pos-app recover")
    if version > layout.version:
        raise newer_than(layout, path, version)
    return version


def newer_than(layout: Layout, path: Path, version: int) -> Newer:
    """What is said of a file whose version is higher than the layout's."""
    return Newer(
        f"{path} was written by a newer version of this program (data version {version}, this one knows {layout.version}). "
        f"Nothing was changed. Update this program to one that knows data version {version}."
    )


def migrate(conn: sqlite3.Connection, path: Path, layout: Layout, *, version: int) -> None:
    """Take the file from ``version`` to the layout's. A step that fails leaves the file as that step found it.

    A precious file with anything in it is copied first. Raises DiskTrouble if the copy cannot be made; SQLite's errors pass.
    """
    if version == layout.version:
        return
    if version and layout.precious:
        back_up(conn, copy_of(path, version))
    import sqlite_utils  # noqa: PLC0415 - see the module docstring

    migrations = sqlite_utils.Migrations(layout.name)
    for number, step in enumerate(layout.steps, start=1):
        migrations(name=step.__name__)(_numbered(step, number))
    migrations.apply(sqlite_utils.Database(conn, recursive_triggers=False, execute_plugins=False))


def copy_of(path: Path, version: int) -> Path:
    """Where the copy of the file goes before it leaves ``version``: ``till-v1.db`` beside ``till.db``."""
    return path.with_name(f"{path.stem}-v{version}{path.suffix}")


def back_up(conn: sqlite3.Connection, copy: Path) -> None:
    """Copy the whole database to ``copy``, readable by its owner only: whole or not at all. Raises DiskTrouble."""
    part = copy.with_name(copy.name + ".part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(sqlite3.connect(part, isolation_level=None)) as target:
            conn.backup(target)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(copy)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise DiskTrouble(f"No copy of the data could be made ({copy}), so nothing was changed: {error}.") from error


def _numbered(step: Step, number: int) -> Step:
    """``step``, which also sets the version it brings the file to."""

    def run(database: sqlite_utils.Database) -> None:
        step(database)
        database.conn.execute(f"PRAGMA user_version = {number}")

    return run
