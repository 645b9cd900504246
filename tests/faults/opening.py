"""How every proof of this folder starts a till's store: the production way."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Protocol

from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.database import Connect, connect_sqlite, open_database
from pos_app.store.schema import TILL
from pos_app.store.till_store import TillStore
from tests.faults.model_disk import Folder
from tests.faults.model_vfs import PowerCut


def open_till(path: Path, *, connect: Connect = connect_sqlite) -> TillStore:
    """As ``TillStore.open`` does, which always is on this computer's disk."""
    if connect is connect_sqlite:
        return TillStore.open(path)
    database = open_database(path, TILL, connect=connect)
    try:
        store = TillStore(database)
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


class Closable(Protocol):
    """A store or its connection."""

    def close(self) -> None: ...


def leave(owned: Closable | None) -> None:
    """Give back what a till without power still holds in this process; nothing of that reaches its disk."""
    if owned is not None:
        with suppress(PowerCut, DiskTrouble):
            owned.close()
