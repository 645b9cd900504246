"""The least that a durable queue of one table takes: plain sqlite3, WAL and FULL, in autocommit."""

from __future__ import annotations

import sqlite3
import uuid
from pathlib import Path
from typing import Any

PAYLOAD = "x" * 640
"""With its key and state about as long as a sale: 0.7 kB."""


class RawQueue:
    """A table with a unique key and an index over what waits, like any hand-made queue. One thread."""

    def __init__(self, path: Path) -> None:
        self._conn = sqlite3.connect(path, isolation_level=None)
        for setting in ("journal_mode = WAL", "synchronous = FULL", "locking_mode = EXCLUSIVE"):
            self._conn.execute(f"PRAGMA {setting}")
        self._conn.execute("CREATE TABLE q (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, state TEXT, data TEXT)")
        self._conn.execute("CREATE INDEX q_waiting ON q (seq) WHERE state = 'waiting'")

    def put(self) -> None:
        """One insert, one commit."""
        self._conn.execute("INSERT INTO q (id, state, data) VALUES (?, 'waiting', ?)", (str(uuid.uuid4()), PAYLOAD))

    def claim(self) -> Any:
        """The first that waits, committed as being sent; its number."""
        (seq,) = self._conn.execute("SELECT seq FROM q WHERE state = 'waiting' ORDER BY seq LIMIT 1").fetchone()
        self._conn.execute("UPDATE q SET state = 'sending' WHERE seq = ?", (seq,))
        return seq

    def acknowledge(self, seq: Any) -> None:
        """One update, one commit."""
        self._conn.execute("UPDATE q SET state = 'done' WHERE seq = ?", (seq,))

    def close(self) -> None:
        """Let go."""
        self._conn.close()
