"""The evening: once a day, from nine o'clock on, the till audits by itself. Whatever keeps it from it, it tries again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime

from pos_app.loyalty.errors import PosError
from pos_app.till.sync.audit import Audit

EVENING_HOUR = 21
LOOK_S = 60.0


def is_due(now: datetime, last: datetime | None) -> bool:
    """Whether it is evening (local time of ``now``) and this evening's audit has not been made."""
    evening = now.replace(hour=EVENING_HOUR, minute=0, second=0, microsecond=0)
    # One that lies ahead was made by a clock that was wrong.
    return now >= evening and (last is None or not evening <= last <= now)


class Evening:
    """One thread."""

    def __init__(self, *, audit: Audit, now: Callable[[], datetime], look_s: float = LOOK_S) -> None:
        self._audit = audit
        self._now = now
        self._look_s = look_s
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to look at the clock."""
        self._thread = threading.Thread(target=self._run, name="evening")
        self._thread.start()

    def stop(self) -> None:
        """End; waits for a request on its way."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def look(self) -> bool:
        """Audit if it is time; whether an audit was made."""
        try:
            if not is_due(self._now().astimezone(), self._audit.last()):
                return False
            self._audit.run()
        except PosError:
            # The server or the disk: in a minute once more, all evening.
            return False
        return True

    def _run(self) -> None:
        while not self._stop.wait(self._look_s):
            self.look()
