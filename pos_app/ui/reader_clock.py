"""What time it was on the clock that stamps the key events."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication

from pos_app.ui.reader_keys import same_key
from pos_app.ui.reader_windows import KeyMoments

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

_ON_ITS_WAY_MS = 150
"""A press that was announced comes within this; Qt itself waits 100 ms for the assistive program."""
_NEVER_CAME_MS = 1000
"""A press that was announced so long ago was a command to the assistive program."""


class _Announced(NamedTuple):
    key: int
    t_ms: int
    heard_ms: int
    """By the computer's clock."""


class EventClock:
    """The time on the clock of the events, also between them.

    Events arrive late but never early, so the smallest distance ever seen between the two clocks is the true one.
    """

    def __init__(self, now_ms: Callable[[], int]) -> None:
        self._now_ms = now_ms
        self._lead_ms: int | None = None
        self._last_ms = 0
        self._announced: deque[_Announced] = deque()
        self._pressed_ms = 0
        self._relay_ms = 0

    def announce(self, event: QKeyEvent) -> None:
        """This press will come once more, later and without its time: ``moment`` then knows it."""
        now_ms = self._now_ms()
        while self._announced and now_ms - self._announced[0].heard_ms > _NEVER_CAME_MS:
            self._announced.popleft()
        self._announced.append(_Announced(same_key(event), self.stamp(event.timestamp()), now_ms))

    @property
    def awaits_press(self) -> bool:
        """Whether an announced press is still on its way."""
        return bool(self._announced) and self._now_ms() - self._announced[-1].heard_ms < _ON_ITS_WAY_MS

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
        """When this happened. Asked once for every event but the announced."""
        timestamp = event.timestamp()
        if not self._announced and (timestamp or not self._pressed_ms):
            return self.stamp(timestamp)
        if event.type() is QEvent.Type.KeyRelease:
            return self.stamp(timestamp) if timestamp else self._release(event)
        announced = self._take(same_key(event))
        if timestamp or announced is None:
            return self.stamp(timestamp)
        self._pressed_ms, self._relay_ms = announced.t_ms, max(0, self.now() - announced.t_ms)
        return announced.t_ms

    def _take(self, key: int) -> _Announced | None:
        """What was announced of this press. Those announced before it have gone to the assistive program itself."""
        for place, announced in enumerate(self._announced):
            if announced.key == key:
                for _ in range(place + 1):
                    self._announced.popleft()
                return announced
        return None

    def _release(self, event: QKeyEvent) -> int:
        """A relayed one, of which nobody announced the time: as late as the press before it, and before the next press."""
        t_ms = max(self._pressed_ms, self.now() - self._relay_ms)
        if not self._announced:
            return t_ms
        following = self._announced[0]
        # A key that is held goes up and down in the same millisecond.
        repeats = event.isAutoRepeat() and following.key == same_key(event)
        return following.t_ms if repeats else min(t_ms, following.t_ms)

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
