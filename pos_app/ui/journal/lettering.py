"""``Lettering``: letters and digits on the screen below the list, where there is no keyboard to search with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.ui import words
from pos_app.ui.sale.letters_door import LettersDoor
from pos_app.ui.widgets.letters import Letters, LettersWords
from pos_app.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from pos_app.ui.widgets.field_base import FieldBase

__all__ = ["Lettering"]

_ROW_PX, _ROWS, _PAD = 56, 5, 12


class Lettering(Panel):
    """Opens at a tap on one of ``fields`` and types into it. ``changed``: it opened or closed."""

    changed = Signal()

    def __init__(
        self, fields: Sequence[FieldBase], *, language: str, clock: Callable[[], float], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        said = words.checkout
        self.letters = Letters(
            LettersWords(space=said.space(), close=said.close_letters(), backspace=said.backspace_name()), language=language
        )
        self._doors = [(field, LettersDoor(field, clock, self.changed.emit)) for field in fields]
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        column.addWidget(self.letters)
        self.setFixedHeight(_ROWS * _ROW_PX + 2 * _PAD)
        self.letters.typed.connect(self._type)
        self.letters.backspace.connect(self._delete)
        self.letters.closed.connect(self.close_all)
        self.hide()

    @property
    def field(self) -> FieldBase | None:
        """Where the letters go; None: they are closed."""
        return next((field for field, door in self._doors if door.is_open and field.isVisible()), None)

    def tapped(self, field: FieldBase) -> None:
        """A finger asked for ``field`` by another way than a tap on it."""
        for each, door in self._doors:
            if each is field:
                door.tapped()

    def keyboard_used(self) -> None:
        """There is a keyboard after all."""
        for _field, door in self._doors:
            door.keyboard_used()

    def close_all(self) -> None:
        """Put the letters away."""
        self.letters.put_back()
        for _field, door in self._doors:
            door.close()

    def _type(self, sign: str) -> None:
        if self.field is not None:
            self.field.insert(sign)

    def _delete(self) -> None:
        if self.field is not None:
            self.field.backspace()
