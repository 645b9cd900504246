"""Where the keys of the Journal page go (screens.md §7). GUI thread.

Arrows walk through the list wherever the focus is, letters and digits begin a search, Del takes the chosen sale back (behind what
is searched for too, where it deletes nothing), Enter says yes to what is asked, Esc goes one step back. A key that repeats because
it is held down does nothing that takes a sale back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from pos_app.ui.journal.states import Doing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pos_app.ui.journal.acting import Acting

_Key = Qt.Key
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_FAR = 10**9
_ENTER = (_Key.Key_Return, _Key.Key_Enter)


class Keyed(Protocol):
    """The page, as its keys need it."""

    @property
    def acting(self) -> Acting: ...
    @property
    def choosing_day(self) -> bool: ...
    @property
    def rows_seen(self) -> int: ...
    def isVisible(self) -> bool: ...  # noqa: N802 - Qt's name for it
    def window(self) -> QWidget: ...
    def start_search(self, text: str = "") -> None: ...
    def escape(self) -> None: ...
    def move_row(self, by: int) -> None: ...


class JournalKeys(QObject):
    """Filters ``edits`` and ``view`` of the page and, for keys that nobody wanted, its window. ``typed``: a keyboard is used."""

    typed = Signal()

    def __init__(self, page: Keyed, edits: Sequence[QObject], view: QObject, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._window: QWidget | None = None
        self._edits = tuple(edits)
        for each in (*edits, view):
            each.installEventFilter(self)

    def watch_window(self) -> None:
        """The page was put into a window: hear the keys that reach it."""
        window = self._page.window()
        if window is not self._window:
            self._window = window
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True: the key is used up."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is self._window and not self._page.isVisible():
            return False
        if self._page.choosing_day:
            return False
        self.typed.emit()
        typing = watched in self._edits
        return self._pressed(event, typing=typing, deletes=typing and _has_more(watched))

    def _pressed(self, event: QKeyEvent, *, typing: bool, deletes: bool) -> bool:
        key, page = event.key(), self._page
        if event.modifiers() & _CHORD:
            if key == _Key.Key_F and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                page.start_search()
                return True
            return False
        action = self._actions(typing=typing, deletes=deletes).get(key)
        if action is not None:
            held = event.isAutoRepeat() and key not in (_Key.Key_Up, _Key.Key_Down, _Key.Key_PageUp, _Key.Key_PageDown)
            if not held:
                action()
            return True
        return not typing and page.acting.doing is Doing.NOTHING and self._character(event.text())

    def _actions(self, *, typing: bool, deletes: bool) -> dict[int, Callable[[], None]]:
        page = self._page
        actions: dict[int, Callable[[], None]] = {_Key.Key_Escape: page.escape}
        if page.acting.doing is Doing.CLAIM:
            actions |= {_Key.Key_Up: lambda: page.move_row(-1), _Key.Key_Down: lambda: page.move_row(1)}
        elif page.acting.doing in (Doing.NOTHING, Doing.VOID):
            rows = page.rows_seen
            actions |= {
                _Key.Key_Up: lambda: page.move_row(-1),
                _Key.Key_Down: lambda: page.move_row(1),
                _Key.Key_PageUp: lambda: page.move_row(-rows),
                _Key.Key_PageDown: lambda: page.move_row(rows),
            }
        if page.acting.doing is Doing.NOTHING:
            actions[_Key.Key_F10] = page.acting.ask_slip
            if not deletes:
                actions[_Key.Key_Delete] = page.acting.take_back
        if page.acting.doing is Doing.NOTHING and not typing:
            actions |= {
                _Key.Key_Home: lambda: page.move_row(-_FAR),
                _Key.Key_End: lambda: page.move_row(_FAR),
            }
        if page.acting.doing is not Doing.NOTHING:
            # A button that has the focus is pressed by Enter, unless it is asked whether something is to be done.
            focused = QApplication.focusWidget()
            if not isinstance(focused, QAbstractButton):
                actions |= dict.fromkeys(_ENTER, page.acting.enter)
        return actions

    def _character(self, text: str) -> bool:
        if not text or not text.isprintable() or text == " ":
            return False
        self._page.start_search(text)
        return True


def _has_more(edit: QObject) -> bool:
    """Whether Del would delete something of what is typed."""
    return isinstance(edit, QLineEdit) and (edit.hasSelectedText() or edit.cursorPosition() < len(edit.text()))
