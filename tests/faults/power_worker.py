"""A till in a process of its own, started with the path of its file and a seed: sells for ever and says each thing once it is done.

What it does follows from the seed and from what is on its disk, so whoever cuts its power knows what should be there.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from pos_app.store.database import Connect, connect_sqlite
from pos_app.store.till_store import TillStore
from tests.faults.book import Book
from tests.faults.day import Deed, next_deed
from tests.faults.opening import open_till
from tests.faults.promises import book_of
from tests.faults.weak import Disk, Pretence

DONE = b"."
"""Said after the start, and after each deed."""
RESTART = "restart"
_RESTARTS = 0.03


def deeds_from(seed: int, book: Book) -> Iterator[Deed]:
    """What is done one after the other, for ever; now and then the till is closed and started again."""
    random = Random(seed)
    at = 0
    while True:
        if random.random() < _RESTARTS:
            deed = Deed(RESTART, book.after_restart(), lambda _store: None)
        else:
            deed = next_deed(random, book, at)
        yield deed
        book = deed.becomes
        at += 1


def sell_for_ever(path: Path, seed: int, connect: Connect) -> None:
    """Until it is killed, or the disk is gone (DiskTrouble)."""
    store: TillStore = open_till(path, connect=connect)
    os.write(sys.stdout.fileno(), DONE)
    for deed in deeds_from(seed, book_of(store)):
        if deed.what == RESTART:
            store.close()
            store = open_till(path, connect=connect)
        deed.do(store)
        os.write(sys.stdout.fileno(), DONE)


class _Pretending(sqlite3.Connection):
    """Python's own SQLite with weaker settings than the store asks for."""

    pretence = Pretence(Disk.GOOD)

    def execute(self, sql: str, parameters: Sequence[Any] = (), /) -> sqlite3.Cursor:  # type: ignore[override]
        return super().execute(*self.pretence.of(sql, parameters))


def connect_weakly(disk: Disk) -> Connect:
    """For the proof that the cuts find losses."""

    def connect(path: Path, lock_wait_s: float) -> sqlite3.Connection:
        conn = sqlite3.connect(path, isolation_level=None, timeout=lock_wait_s, factory=_Pretending)
        conn.pretence = Pretence(disk)
        return conn

    return connect


if __name__ == "__main__":
    asked = Disk[sys.argv[3]] if len(sys.argv) > 3 else Disk.GOOD
    sell_for_ever(Path(sys.argv[1]), int(sys.argv[2]), connect_sqlite if asked is Disk.GOOD else connect_weakly(asked))
