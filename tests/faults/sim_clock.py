"""A day without waiting: virtual time, and what happens at which moment of it.

One thread. Whoever waits (a request on its way) lets everything happen that is due meanwhile, inside its own call: that is how a
sale is confirmed while another is being sent.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

BEGIN = datetime(2026, 3, 14, 7, 0, tzinfo=UTC)
DEEPEST = 12
"""Waits inside of waits; deeper ones are over at once, so that Python's stack holds."""


class SimClock:
    """``now_s``: true seconds since the beginning, which is what a monotonic clock tells. Never goes back."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self._events: list[tuple[float, int, Callable[[], object]]] = []
        self._number = 0
        self._depth = 0

    def monotonic(self) -> float:
        """Seconds."""
        return self.now_s

    def at(self, moment_s: float, do: Callable[[], object]) -> None:
        """Do something at a moment, or at once if that is over."""
        self._number += 1
        heapq.heappush(self._events, (max(moment_s, self.now_s), self._number, do))

    def after(self, wait_s: float, do: Callable[[], object]) -> None:
        """Do something so many seconds from now."""
        self.at(self.now_s + wait_s, do)

    def wait(self, wait_s: float) -> None:
        """Let time pass, and happen what happens."""
        end_s = self.now_s + wait_s
        self._depth += 1
        try:
            while self._depth <= DEEPEST and self._events and self._events[0][0] <= end_s:
                moment_s, _number, do = heapq.heappop(self._events)
                self.now_s = max(self.now_s, moment_s)
                do()
        finally:
            self._depth -= 1
        self.now_s = max(self.now_s, end_s)


class WallClock:
    """A till's idea of the date, which somebody may turn."""

    def __init__(self, clock: SimClock) -> None:
        self._clock = clock
        self.wrong_by = timedelta()

    def __call__(self) -> datetime:
        return BEGIN + timedelta(seconds=self._clock.now_s) + self.wrong_by
