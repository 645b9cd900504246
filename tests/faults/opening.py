"""How every proof of this folder starts a till's store: the production way."""

from __future__ import annotations

from pathlib import Path

from pos_app.store.database import Connect, connect_sqlite, open_database
from pos_app.store.reconcile import open_roll
from pos_app.store.roll import Roll, Tail
from pos_app.store.schema import TILL
from pos_app.store.till_store import TillStore
from tests.faults.model_disk import Folder


def open_till(path: Path, *, connect: Connect = connect_sqlite, rolls: list[Roll] | None = None) -> TillStore:
    """As ``TillStore.open`` does, which always is on this computer's disk. ``rolls`` gets every roll that was opened."""
    if connect is connect_sqlite:
        return TillStore.open(path)

    def opens(at: Path, tail: Tail | None) -> Roll:
        roll = open_roll(at, tail)
        if rolls is not None:
            rolls.append(roll)
        return roll

    database = open_database(path, TILL, connect=connect)
    try:
        store = TillStore(database, opens=opens)
    except BaseException:
        database.close()
        raise
    try:
        store.recover()
    except BaseException:
        store.close()
        raise
    return store


def put_on_real_disk(folder: Folder, real: Path) -> None:
    """What is flushed of a folder in memory becomes files of ``real``."""
    for name, file in folder.flushed.items():
        (real / name).write_bytes(file.flushed)


def in_memory_if_possible() -> Path | None:
    """Where files of many trials are made: nothing of them needs to reach a disk. None: wherever this system makes such files."""
    shared = Path("/dev/shm")  # noqa: S108 - only the place for a folder with a name of its own
    return shared if shared.is_dir() else None
