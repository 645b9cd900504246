"""What comes of keys on their way through Qt: whether they have come, and how late."""

from __future__ import annotations

import ctypes
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractNativeEventFilter, QEvent, QObject
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray

X_KEY_EVENTS = frozenset({2, 3})
"""The X protocol's numbers of a key press and a key release."""


class Latencies(QObject):
    """Milliseconds from the X server's stamp on a key press to its arrival at a widget."""

    def __init__(self) -> None:
        super().__init__()
        self.taken_ms: list[float] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.taken_ms.append(time.monotonic_ns() / 1e6 - event.timestamp())
        return False


class Arrivals(QAbstractNativeEventFilter):
    """How many keys have come from the X server, also those that an input method keeps. Nothing on other platforms."""

    count = 0

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        if kind == b"xcb_generic_event_t":
            self.count += ctypes.c_uint8.from_address(int(message)).value & 0x7F in X_KEY_EVENTS
        return False, 0
