"""``FormLetters``: letters on the screen for the fields of something that scrolls, where no keyboard is used."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout

from pos_app.ui import words
from pos_app.ui.sale.letters_door import LettersDoor
from pos_app.ui.widgets.field_base import FieldBase
from pos_app.ui.widgets.letters import Letters, LettersWords
from pos_app.ui.widgets.panel import Panel

__all__ = ["FormLetters"]

_HEIGHT, _PAD = 304, 12
_BESIDE = 40


class FormLetters(Panel):
    """They type into the field that has the focus. ``changed`` is called when they are wanted, or not any more."""

    def __init__(
        self, area: QScrollArea, *, language: str, clock: Callable[[], float], changed: Callable[[], None], signs: str = "+-"
    ) -> None:
        said = words.checkout
        super().__init__()
        self.letters = Letters(
            LettersWords(space=said.space(), close=said.close_letters(), backspace=said.backspace_name()),
            language=language,
            signs=signs,
        )
        self._area = area
        self._door = LettersDoor(self, clock, changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        column.addWidget(self.letters)
        self.setFixedHeight(_HEIGHT)
        self.hide()
        self.letters.typed.connect(self._type_into)
        self.letters.backspace.connect(self._take_away)
        self.letters.closed.connect(self._door.close)

    def watch(self, fields: Iterable[FieldBase]) -> None:
        """Come at a tap on one of these."""
        for field in fields:
            self._door.watch(field)
            field.edit.installEventFilter(self)

    def show_open(self, *, wanted: bool) -> None:
        """Show them if they were called; ``wanted``: there is something to type into."""
        if self._door.is_open and not wanted:
            self._door.close()
        if self._door.is_open is not self.isHidden():
            return
        self.setVisible(self._door.is_open)
        self.letters.put_back()
        focus = QApplication.focusWidget()
        if focus is not None and self._area.isAncestorOf(focus):
            # Once there is less room the field is still to be seen.
            QTimer.singleShot(0, focus, lambda: self._area.ensureWidgetVisible(focus, 0, _BESIDE))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Whoever types on a keyboard needs no letters on the screen. Watches only."""
        if event.type() == QEvent.Type.KeyPress:
            self._door.keyboard_used()
        return False

    def _field(self) -> FieldBase | None:
        focus = QApplication.focusWidget()
        field = focus.parentWidget() if focus is not None else None
        return field if isinstance(field, FieldBase) and self._area.isAncestorOf(field) else None

    def _type_into(self, sign: str) -> None:
        field = self._field()
        if field is not None:
            field.insert(sign)

    def _take_away(self) -> None:
        field = self._field()
        if field is not None:
            field.backspace()
