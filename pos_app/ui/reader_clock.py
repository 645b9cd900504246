"""What time it was on the clock that stamps the key events."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class EventClock:
    """The time on the clock of the events, also between them.

    Events arrive late but never early, so the smallest distance ever seen between the two clocks is the true one.
    """

    def __init__(self, now_ms: Callable[[], int]) -> None:
        self._now_ms = now_ms
        self._lead_ms: int | None = None
        self._last_ms = 0

    def stamp(self, timestamp: int) -> int:
        """The time of an event; of now, where the platform gives none."""
        if not timestamp:
            return self.now()
        lead_ms = self._now_ms() - timestamp
        jumped = timestamp < self._last_ms - 1000
        if self._lead_ms is None or lead_ms < self._lead_ms or jumped:
            self._lead_ms = lead_ms
        self._last_ms = timestamp
        return timestamp

    def now(self) -> int:
        return self._now_ms() - (self._lead_ms or 0)
