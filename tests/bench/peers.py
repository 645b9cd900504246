"""The peers: what others would take for a durable queue, and for many requests at a time. In an environment of their own.

They are measured in this very process, in turns with ours, so their packages are put behind ours on the path.
"""

from __future__ import annotations

import importlib
import os
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import dev
from tests.bench.floor import PAYLOAD, RawQueue

LOCK = dev.ROOT / "requirements-bench.lock"
HOME = Path(os.environ.get("POS_APP_BENCH_VENV", dev.ROOT / ".venv-bench"))


def peer(name: str) -> Any:
    """A peer's module; installs them all where they are not there yet."""
    if not (stamp := HOME / "stamp").exists() or stamp.read_bytes() != LOCK.read_bytes():
        uv = (sys.executable, "-m", "uv", "--quiet")
        subprocess.run([*uv, "venv", "--clear", "--python", sys.executable, HOME], check=True)
        subprocess.run([*uv, "pip", "sync", "--python", HOME / "bin" / "python", "--require-hashes", LOCK], check=True)
        stamp.write_bytes(LOCK.read_bytes())
    (packages,) = HOME.glob("lib/*/site-packages")
    if str(packages) not in sys.path:
        sys.path.append(str(packages))
    return importlib.import_module(name)


class Queue(Protocol):
    """A queue under measurement, on a file of its own."""

    def put(self) -> object:
        """Put something in; it is on the disk when this returns."""
        ...

    def claim_and_acknowledge(self) -> object:
        """Take the oldest, and say that it is done."""
        ...

    def close(self) -> None:
        """Let go."""
        ...


class Raw(RawQueue):
    """The floor as a queue."""

    def __init__(self, path: Path, *, waiting: int = 0, done: int = 0) -> None:
        super().__init__(path)
        states = ["done"] * done + ["waiting"] * waiting
        rows = ((str(uuid.uuid4()), state, PAYLOAD) for state in states)
        self._conn.execute("BEGIN")
        self._conn.executemany("INSERT INTO q (id, state, data) VALUES (?, ?, ?)", rows)
        self._conn.execute("COMMIT")

    def claim_and_acknowledge(self) -> None:
        """See Queue."""
        self.acknowledge(self.claim())


class PersistQueue:
    """persist-queue's SQLiteAckQueue: WAL and FULL by itself."""

    def __init__(self, path: Path, *, waiting: int = 0, done: int = 0) -> None:
        make = peer("persistqueue").SQLiteAckQueue
        made = make(str(path))
        table = made._table_name
        made.close()
        pickled = peer("persistqueue.serializers.pickle").dumps(PAYLOAD)
        states = [5] * done + [1] * waiting
        _fill(next(path.glob("*.db")), f"{table} (data, timestamp, status)", [(pickled, time.time(), each) for each in states])
        self._queue = make(str(path))

    def put(self) -> object:
        """See Queue."""
        return self._queue.put(PAYLOAD)

    def claim_and_acknowledge(self) -> None:
        """See Queue."""
        self._queue.ack(self._queue.get(block=False))

    def close(self) -> None:
        """See Queue."""
        self._queue.close()


class LiteQueue:
    """litequeue, with FULL in the place of its own NORMAL, which a power cut takes sales from."""

    def __init__(self, path: Path, *, waiting: int = 0, done: int = 0) -> None:
        self._queue = peer("litequeue").LiteQueue(str(path))
        self._queue.conn.execute("PRAGMA synchronous = FULL")
        waits, is_done = (int(getattr(peer("litequeue").MessageStatus, name)) for name in ("READY", "DONE"))
        states = [is_done] * done + [waits] * waiting
        name = peer("litequeue").uuid7
        self._queue.conn.execute("BEGIN")
        self._queue.conn.executemany(
            f"INSERT INTO {self._queue.table.strip('[]')} (data, message_id, status, in_time) VALUES (?, ?, ?, ?)",  # noqa: S608
            ((PAYLOAD, str(name()), each, time.time_ns()) for each in states),
        )
        self._queue.conn.execute("COMMIT")

    def put(self) -> object:
        """See Queue."""
        return self._queue.put(PAYLOAD)

    def claim_and_acknowledge(self) -> None:
        """See Queue."""
        self._queue.done(self._queue.pop().message_id)

    def close(self) -> None:
        """See Queue."""
        self._queue.close()


class Huey:
    """huey's SqliteStorage with ``fsync``. What it hands out it has deleted: a crash loses that."""

    def __init__(self, path: Path, *, waiting: int = 0, done: int = 0) -> None:
        self._storage = peer("huey.storage").SqliteStorage(filename=str(path), fsync=True)
        _fill(path, "task (queue, data)", [(self._storage.name, PAYLOAD.encode())] * waiting)

    def put(self) -> object:
        """See Queue."""
        return self._storage.enqueue(PAYLOAD.encode())

    def claim_and_acknowledge(self) -> object:
        """See Queue."""
        return self._storage.dequeue()

    def close(self) -> None:
        """See Queue."""
        self._storage.close()


PEERS: dict[str, Callable[..., Queue]] = {"persist-queue": PersistQueue, "litequeue": LiteQueue, "huey": Huey}


def _fill(path: Path, into: str, rows: list[tuple[object, ...]]) -> None:
    if rows:
        conn = sqlite3.connect(path)
        with conn:
            conn.executemany(f"INSERT INTO {into} VALUES ({', '.join('?' * len(rows[0]))})", rows)  # noqa: S608 - their own tables
        conn.close()
