"""Once a day, while the window is open, the till copies its own data into ``backups/`` (``delivery.md`` §2).

A copy that cannot be made never stops a sale: why is told (``doctor``, the log), and it is tried again.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.backups import Backups
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.rounds import Rounds

LOOK_S = 60.0
"""The first look comes so long after the start, when nobody waits for the window any more."""
AGAIN = timedelta(minutes=15)
"""After a copy that could not be made."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """How the till's own copies stand."""

    last: datetime | None
    """When the newest that is there was made."""
    kept: int
    trouble: str
    """Why the last one could not be made; empty: it could."""


class DailyBackup:
    """One thread, stopped at any moment."""

    def __init__(
        self,
        *,
        store: DatabaseThread[TillStore],
        backups: Backups,
        now: Callable[[], datetime],
        look_s: float = LOOK_S,
    ) -> None:
        self._store = store
        self._backups = backups
        self._now = now
        self._rounds = Rounds(self.look, every_s=look_s, name="daily-backup")
        self._lock = threading.Lock()
        self._trouble = ""
        self._tried_at: datetime | None = None

    def start(self) -> None:
        """Begin to look at the clock."""
        self._rounds.start()

    def stop(self) -> None:
        """End; a copy that is being made is given up."""
        self._rounds.stop()

    def look(self) -> bool:
        """Make a copy if it is time; whether one was made. Blocks on the disk."""
        now = self._now()
        # A clock that was set back does not put it off.
        if self._tried_at is not None and timedelta(0) <= now - self._tried_at < AGAIN:
            return False
        try:
            if not self._backups.is_due(now):
                return False
            self._make(now)
        except DiskTrouble as error:
            self._tried_at = now
            if not self._rounds.stopping():
                _log.warning("%s", error)
                self._say(str(error))
            return False
        self._tried_at = None
        self._say("")
        return True

    def state(self) -> BackupState:
        """How they stand. Blocks on the disk."""
        with self._lock:
            trouble = self._trouble
        try:
            kept = self._backups.kept()
        except DiskTrouble as error:
            return BackupState(last=None, kept=0, trouble=str(error))
        return BackupState(last=kept[0].made_at if kept else None, kept=len(kept), trouble=trouble)

    def _make(self, now: datetime) -> None:
        size = self._store.call(lambda store: store.size_bytes())
        file = self._backups.place_for(now, data_bytes=size)
        copied = self._store.call(lambda store: store.copy(file, between=self._between))
        # Nothing older goes before the new one has been looked at.
        self._backups.thin(keep=copied.keep(unless=self._rounds.stopping).file)

    def _between(self) -> None:
        if self._rounds.stopping():
            raise DiskTrouble("The copy was given up: the till closes.")
        self._store.give_way()

    def _say(self, trouble: str) -> None:
        with self._lock:
            self._trouble = trouble
