"""What time it was on the clock that stamps the key events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication

from pos_app.ui.reader_windows import KeyMoments

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent


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

    def moment(self, event: QKeyEvent) -> int:
        """When this happened. Asked once for every event."""
        return self.stamp(event.timestamp())

    def now(self) -> int:
        return self._now_ms() - (self._lead_ms or 0)

    def close(self) -> None:
        """Nobody asks any more."""


class WindowsClock(EventClock):
    """Takes the time from the messages behind the events."""

    def __init__(self, now_ms: Callable[[], int]) -> None:
        super().__init__(now_ms)
        self._moments = KeyMoments()
        self._app = QCoreApplication.instance()
        if self._app is not None:
            self._app.installNativeEventFilter(self._moments)

    def moment(self, event: QKeyEvent) -> int:
        down = event.type() is not QEvent.Type.KeyRelease
        return self.stamp(self._moments.take(event.nativeScanCode(), down=down, repeated=event.isAutoRepeat()))

    def close(self) -> None:
        if self._app is not None:
            self._app.removeNativeEventFilter(self._moments)


def event_clock(now_ms: Callable[[], int]) -> EventClock:
    """The clock of this platform's key events."""
    return (WindowsClock if QGuiApplication.platformName() == "windows" else EventClock)(now_ms)
