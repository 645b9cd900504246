"""Where every key of the Sale page goes (screens.md §6, §7). GUI thread.

Letters typed anywhere go to the customer input, digits to the active field; Enter never presses a focused button, it belongs
to the sale; a key that repeats because it is held down does nothing that saves, undoes or spends.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from pos_app.ui.sale.presenter import SalePresenter
from pos_app.ui.sale.states import Face, Field
from pos_app.ui.widgets.field_base import FieldBase

_Key = Qt.Key
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_DIGITAL = frozenset("0123456789.,")
_NUMBERS = (Field.PURCHASE, Field.REDEEM)


class SaleKeys(QObject):
    """Filters the edits of ``fields`` and, for keys that nobody wanted, the window of ``page``."""

    typed = Signal()
    """A key of a real keyboard reached the sale."""
    undo_sought = Signal()
    """− of the numeric keypad over a finished sale: the one key there that takes it back, so never at the first stroke."""

    register_sought = Signal()
    """F8: somebody new."""

    def __init__(self, page: QWidget, presenter: SalePresenter, fields: Mapping[Field, FieldBase]) -> None:
        super().__init__(page)
        self._page, self._presenter, self._fields = page, presenter, dict(fields)
        self._window: QWidget | None = None
        self._edits = {field.edit: which for which, field in fields.items()}
        for edit in self._edits:
            edit.installEventFilter(self)

    def watch_window(self) -> None:
        """The page was put into a window: hear the keys that reach it."""
        window = self._page.window()
        if window is not self._window:
            self._window = window
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True: the key is used up."""
        which = self._edits.get(watched)  # type: ignore[call-overload]
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            return self._composed(event, which)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if which is None and not (watched is self._window and self._page.isVisible()):
            return False
        return self._pressed(event, which)

    def digit(self, sign: str) -> None:
        """A key of the keypad on the screen: it types into the active field."""
        self._type(sign)

    def backspace(self) -> None:
        """⌫ of the keypad on the screen."""
        self._active.backspace()

    def clear(self) -> None:
        """⌫ held down."""
        self._active.clear()

    @property
    def _active(self) -> FieldBase:
        return self._fields[self._presenter.active]

    def _pressed(self, event: QKeyEvent, which: Field | None) -> bool:
        self.typed.emit()
        if event.modifiers() & _CHORD:
            return False
        if self._command(event):
            return True
        return self._character(event, which)

    def _command(self, event: QKeyEvent) -> bool:
        """Keys that act."""
        key, sale = event.key(), self._presenter
        keypad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
        actions: dict[int, Callable[[], None]] = {
            _Key.Key_F2: lambda: sale.go(Field.SEARCH),
            _Key.Key_F3: lambda: sale.go(Field.PURCHASE),
            _Key.Key_F4: sale.redeem_key,
            _Key.Key_F6: lambda: sale.go(Field.RECEIPT),
            _Key.Key_F7: sale.sell_to_nobody,
            _Key.Key_F8: self.register_sought.emit,
            _Key.Key_F9: sale.undo,
            _Key.Key_F10: sale.print_slip,
            _Key.Key_Insert: sale.hold_key,
            _Key.Key_Escape: sale.escape,
            _Key.Key_Return: sale.enter,
            _Key.Key_Enter: sale.enter,
        }
        if keypad:
            # Without NumLock its 0 is this key: nobody means to put a sale aside with it.
            del actions[_Key.Key_Insert]
            actions |= {
                _Key.Key_Plus: sale.next_field,
                _Key.Key_Asterisk: sale.more_points,
                _Key.Key_Slash: lambda: sale.go(Field.SEARCH),
                _Key.Key_Minus: self._minus,
            }
        action = actions.get(key)
        if action is not None:
            if not event.isAutoRepeat():
                action()
            return True
        if key in (_Key.Key_Up, _Key.Key_Down) and sale.face is Face.LIST:
            sale.move_row(1 if key == _Key.Key_Down else -1)
            return True
        return False

    def _minus(self) -> None:
        """Back: over a finished sale, from a question, or what was typed."""
        sale = self._presenter
        if sale.done is not None:
            self.undo_sought.emit()
        elif sale.serving.question is not None:
            sale.change_customer(yes=False)
        else:
            self.clear()

    def _character(self, event: QKeyEvent, which: Field | None) -> bool:
        """Keys that type."""
        text = event.text()
        if which is None and event.key() == _Key.Key_Backspace:
            self.backspace()
            return True
        if not text or not text.isprintable():
            return False
        if which in _NUMBERS and text not in _DIGITAL:
            # A blank is nobody's name.
            if text.isalpha():
                self._to_search(text)
            return True
        if which is Field.PHONE and text.isalpha():
            self._to_search(text)
            return True
        if which is not None:
            return False
        if text == " ":
            return False
        if text in _DIGITAL:
            self._type(text)
        elif text.isalpha():
            self._to_search(text)
        return True

    def _composed(self, event: QInputMethodEvent, which: Field | None) -> bool:
        """A dead key or an input method brought a letter to a field of numbers."""
        text = event.commitString()
        if which in _NUMBERS and text.isalpha():
            self._to_search(text)
            return True
        return False

    def _type(self, sign: str) -> None:
        field = self._active
        if not field.edit.hasFocus() and field.edit.isVisible():
            field.activate()
        field.insert(sign)

    def _to_search(self, text: str) -> None:
        self._presenter.go(Field.SEARCH)
        self._fields[Field.SEARCH].insert(text)
