"""The evening: once a day, from nine o'clock on, the till audits by itself. Whatever keeps it from it, it tries again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from pos_app.loyalty.errors import PosError
from pos_app.till.rounds import Rounds
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
        self._rounds = Rounds(self.look, every_s=look_s, name="evening")

    def start(self) -> None:
        """Begin to look at the clock."""
        self._rounds.start()

    def stop(self) -> None:
        """End; waits for a request on its way."""
        self._rounds.stop()

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
