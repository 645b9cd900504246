"""A swipe from the screen: real key events into the window, so that they go the reader's whole way."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow

__all__ = ["swipe"]


def swipe(window: QWindow, text: str, *, now_ms: int) -> None:
    """Type ``text`` and Enter as a fast reader does, a key each ms, however busy the computer is. GUI thread.

    ``now_ms``: the time on the clock of the key events, as the tap tells it. The last key was a moment ago.
    """
    keys = f"{text}\r"
    for at_ms, key in enumerate(keys, now_ms - len(keys)):
        code = Qt.Key.Key_Return if key == "\r" else Qt.Key(ord(key.upper()))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, key)
            event.setTimestamp(at_ms)
            QCoreApplication.sendEvent(window, event)
