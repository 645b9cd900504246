"""Text that an input method made (a dead key and its letter): it goes to the focused widget and not by the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent

if TYPE_CHECKING:
    from collections.abc import Callable


class ComposedText(QObject):
    """Watches the widget that it filters, and asks `hear` whether to keep such text from it."""

    def __init__(self, hear: Callable[[QObject, QInputMethodEvent], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._hear = hear

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Paint, focus, every key once more: all of the widget's events come by here.
        if event.__class__ is not QInputMethodEvent:
            return False
        assert isinstance(event, QInputMethodEvent)  # noqa: S101 - for the type checker
        return self._hear(watched, event)
