"""When something of a customer was last sent, by a clock that nobody can set and that outlives a program (``delivery.md`` §4, §5).

It lets one short process after another wait out the time in which a request may still arrive.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pos_app.store.database import Database

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_STAMP = """
INSERT INTO witness (customer, boot, uptime_ms) VALUES (?, ?, ?)
ON CONFLICT (customer) DO UPDATE SET boot = excluded.boot, uptime_ms = excluded.uptime_ms
"""


@dataclass(frozen=True, slots=True)
class Uptime:
    """A moment: how long this computer had been running, sleep included, since it was started as ``boot``."""

    boot: str
    ms: int


UptimeClock = Callable[[], Uptime | None]
"""Tells now; None: this computer has no such clock."""


def uptime_now() -> Uptime | None:
    """Linux tells it. None elsewhere."""
    if sys.platform != "linux":
        return None
    try:
        boot = _BOOT_ID.read_text(encoding="ascii").strip()
        return Uptime(boot, int(time.clock_gettime(time.CLOCK_BOOTTIME) * 1000)) if boot else None
    except (OSError, ValueError):
        return None


class Witness:
    """Of one open ``till.db``. Used in its thread."""

    def __init__(self, database: Database, uptime: UptimeClock) -> None:
        self._database = database
        self._uptime = uptime

    def stamp(self, conn: sqlite3.Connection, customer: str) -> None:
        """A try for this customer (:attr:`Posting.customer_key`) is over now. Inside the caller's transaction."""
        now = self._uptime()
        if now is None:
            # One of a computer that the data came from, and may go back to, would be too old.
            conn.execute("DELETE FROM witness WHERE customer = ?", (customer,))
        else:
            conn.execute(_STAMP, (customer, now.boot, now.ms))

    def quiet_s(self, customer: str) -> float:
        """See TillStore."""
        now = self._uptime()
        if now is None:
            return 0.0
        row = self._database.row("SELECT boot, uptime_ms FROM witness WHERE customer = ?", (customer,))
        if row is not None and row[0] == now.boot and row[1] <= now.ms:
            return float(now.ms - row[1]) / 1000
        with self._database.writing() as conn:
            conn.execute(_STAMP, (customer, now.boot, now.ms))
        return 0.0
