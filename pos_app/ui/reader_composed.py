"""Text that an input method made (a dead key and its letter): it goes to the focused widget and not by the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable


class ComposedText(QObject):
    """Asks `hear` whether to keep such text from the focused widget.

    A filter on a widget is called for all of its events, every key once more among them, so it is only there while it
    can matter: when keys are held, which such text must not overtake, and always once this keyboard was seen to compose.
    What that leaves open: the very first composed letter of a session, right after a typed key and right before four more
    in a tenth of a second.
    """

    def __init__(self, hear: Callable[[QObject, QInputMethodEvent], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._hear = hear
        self._widget: QObject | None = None
        self._listens = False
        self._always = False

    def follow(self, widget: QObject | None) -> None:
        """Another widget has the focus."""
        if self._listens and self._widget is not None and isValid(self._widget):
            self._widget.removeEventFilter(self)
        self._widget = widget
        if self._listens and widget is not None:
            widget.installEventFilter(self)

    def listen(self, on: bool) -> None:  # noqa: FBT001 - a switch
        """Keys are held, or no longer."""
        on = on or self._always
        if on is self._listens:
            return
        self._listens = on
        if self._widget is None or not isValid(self._widget):
            return
        if on:
            self._widget.installEventFilter(self)
        else:
            self._widget.removeEventFilter(self)

    def listen_always(self) -> None:
        """This keyboard has dead keys, and they are used."""
        self._always = True
        self.listen(True)  # noqa: FBT003

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.__class__ is not QInputMethodEvent:
            return False
        assert isinstance(event, QInputMethodEvent)  # noqa: S101 - for the type checker
        if event.commitString():
            self._always = True
        return self._hear(watched, event)
