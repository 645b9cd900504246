"""A file made anew takes the place of the till's database, and no till opens meanwhile.

While ``till-recovering.lock`` is there no till opens: what was cut off is simply run again, from the same files.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pos_app.files import sync_folder
from pos_app.loyalty.errors import DiskBusy, DiskTrouble
from pos_app.store.database import open_database
from pos_app.store.reconcile import begin, put_aside, roll_of
from pos_app.store.schema import TILL
from pos_app.store.trouble import Behind, named


def refuse_while_recovering(path: Path) -> None:
    """Raises Behind while a recovery of ``path`` is under way or was cut off."""
    if is_recovering(path):
        raise Behind(f"A recovery of {path} is under way, or was cut off. Nothing is lost. Run: pos-app recover")


def is_recovering(path: Path) -> bool:
    """Whether a recovery of ``path`` is under way or was cut off."""
    return _marker(path).exists()


@contextmanager
def alone(path: Path, lock_wait_s: float) -> Iterator[None]:
    """No other recovery and, because the marker is there, no till. The marker stays when it is cut off or fails halfway."""
    marker = _marker(path)
    done = False
    with named(marker):
        lock = sqlite3.connect(marker, isolation_level=None, timeout=lock_wait_s)
    try:
        with named(marker):
            lock.execute("PRAGMA locking_mode = EXCLUSIVE")
            lock.execute("BEGIN EXCLUSIVE")
        if not marker.exists():
            raise DiskBusy(f"Another recovery of {path} was running: look again.")
        try:
            yield
        finally:
            done = not part_of(path).exists()
            if done and os.name != "nt":
                # While the lock is held: the next one must not lock what is just being removed.
                marker.unlink(missing_ok=True)
    finally:
        lock.close()
    if done and os.name == "nt":
        _remove_closed(marker)


def _remove_closed(marker: Path) -> None:
    # Windows removes nothing that is open: if it still is, the next recovery has it.
    with suppress(OSError):
        marker.unlink()


def part_of(path: Path) -> Path:
    """Where the new file is made."""
    return path.with_name(f"{path.stem}-rebuilt{path.suffix}")


def clear(part: Path) -> None:
    """What one that was cut off left there is put aside."""
    for each in (part, part.with_name(part.name + "-wal"), part.with_name(part.name + "-journal")):
        if each.exists():
            put_aside(each)


def discard(part: Path) -> None:
    """It is not wanted: what it was to take the place of stays, and may be opened by whoever can. Raises DiskTrouble."""
    try:
        for each in (part, part.with_name(part.name + "-wal"), part.with_name(part.name + "-journal")):
            each.unlink(missing_ok=True)
    except OSError as error:
        raise DiskTrouble(f"{part} cannot be removed: {error.strerror}.") from error


def swap(path: Path, part: Path, *, with_roll: bool) -> tuple[Path, ...]:
    """Put the old files aside, and the new one in their place. Cut off anywhere, the recovery begins again. Raises DiskTrouble."""
    wal = path.with_name(path.name + "-wal")
    try:
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        aside: list[Path] = []
        if path.exists():
            aside.append(put_aside(path))
            if wal.exists():
                kept = aside[0].with_name(aside[0].name + "-wal")
                wal.rename(kept)
                aside.append(kept)
        elif wal.exists():
            aside.append(put_aside(wal))
        if with_roll:
            aside.append(put_aside(roll_of(path)))
        part.rename(path)
        sync_folder(path.parent)
    except OSError as error:
        raise DiskTrouble(f"{path} cannot be put in its place: {error.strerror}.") from error
    return tuple(aside)


def finish_cut_off(path: Path) -> None:
    """The old file was put aside already, and the new one, which had been checked, did not get to its place: it does now."""
    part = part_of(path)
    if not path.exists() and part.exists():
        swap(path, part, with_roll=False)


def bring_roll_up_to_date(path: Path, lock_wait_s: float) -> None:
    """Roll and database agree from now on; one that was put aside begins again with everything. Raises DiskTrouble."""
    database = open_database(path, TILL, lock_wait_s=lock_wait_s)
    try:
        _, roll, _ = begin(database, roll_of(path))
        roll.close()
    finally:
        database.close()


def _marker(path: Path) -> Path:
    return path.with_name(f"{path.stem}-recovering.lock")
