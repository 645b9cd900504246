"""The data of a newer program: an older one sees that it is, counts what waits in it, and changes no byte (``delivery.md`` §6).

Opening it the usual way would fold the WAL into the file when it is closed again. So it is looked at from outside first; only
what may be newer is copied, WAL and all, and the copy is opened.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from pos_app.store.layout import Layout, newer_than
from pos_app.store.old_database import refuse_while_open

_WAL_HEADER, _FRAME_HEADER = 32, 24
_PAGE_SIZE_AT = slice(8, 12)
_VERSION_AT = slice(60, 64)
"""Where page 1 has ``user_version``."""
_COUNTS = "SELECT count(*), count(attention) FROM posting WHERE settled_at IS NULL"


def refuse_newer(path: Path, layout: Layout, *, lock_wait_s: float) -> None:
    """Raises Newer for a file of a newer program, with what waits in it; DiskBusy if that program has it open."""
    if not path.exists():
        return
    seen = max(_version_in_file(path), _version_in_wal(path))
    if seen <= layout.version:
        return
    refuse_while_open(path, lock_wait_s=lock_wait_s)
    newer = newer_than(layout, path, seen)
    # Without room for the copy, or with other tables in it, nobody knows what waits: it is refused all the same.
    with suppress(OSError, sqlite3.Error), tempfile.TemporaryDirectory(prefix="pos-app-") as folder:
        copy = Path(folder) / path.name
        for end in ("", "-wal"):
            with suppress(FileNotFoundError):
                shutil.copyfile(path.with_name(path.name + end), copy.with_name(copy.name + end))
        with closing(sqlite3.connect(copy, isolation_level=None)) as conn:
            (version,) = conn.execute("PRAGMA user_version").fetchone()
            if version <= layout.version:
                # What the WAL said was of a commit that never was.
                return
            every, needs_person = conn.execute(_COUNTS).fetchone()
            newer.waiting, newer.needs_person = every - needs_person, needs_person
    raise newer


def _version_in_file(path: Path) -> int:
    """What the file itself says; 0 where that cannot be read. Locks nothing, and lets go of no lock of this process."""
    with (
        suppress(sqlite3.Error),
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as conn,
    ):
        return int(conn.execute("PRAGMA user_version").fetchone()[0])
    return 0


def _version_in_wal(path: Path) -> int:
    """The highest version in any frame of its WAL; 0 if there is none. Frames that do not count any more are among them."""
    highest = 0
    with suppress(OSError), path.with_name(path.name + "-wal").open("rb") as wal:
        size = int.from_bytes(wal.read(_WAL_HEADER)[_PAGE_SIZE_AT], "big")
        while size and len(header := wal.read(_FRAME_HEADER)) == _FRAME_HEADER:
            if int.from_bytes(header[:4], "big") == 1:
                highest = max(highest, int.from_bytes(wal.read(size)[_VERSION_AT], "big"))
            else:
                wal.seek(size, 1)
    return highest
