"""``Letters``: letters and digits on the screen, for a till without a keyboard. It never takes the focus from the field.

Ten columns (eleven where the language has more letters) without gaps between what can be touched, so that a key is as wide
as a finger on the smallest screen. A letter
that is held shows its accented sisters in the top row.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtWidgets import QWidget

from pos_app.ui.theme import Type

from .keypad import BACKSPACE_REPEAT_AFTER_MS, REPEAT_EVERY_MS, Key

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

__all__ = ["Letters", "LettersWords"]

_ROWS = 5
_INSET = 3
_TALLEST = 88
_HOLD_MS = 450
_DIGITS = "1234567890"
_LAYOUTS = {
    "en": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "cs": ("qwertzuiop", "asdfghjkl", "yxcvbnm"),
    "de": ("qwertzuiopü", "asdfghjklöä", "yxcvbnmß"),
    "ru": ("йцукенгшщзх", "фывапролджэ", "ячсмитьбю"),
}
_SISTERS = {
    "a": "áäâ", "c": "čç", "d": "ď", "e": "éěëê", "i": "íî", "l": "ľĺł", "n": "ňñ", "o": "óöôő", "r": "řŕ", "s": "šß",
    "t": "ť", "u": "úůüű", "y": "ý", "z": "žźż",
    **dict(zip("йцукнгшщзфывапролдячсмит", "qweryuiopasdfghjklzxcvbn", strict=True)),
    "е": "ёt", "ь": "ъm",
}  # fmt: skip
"""On Russian keys the Latin letter of the same place, for an e-mail address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersWords:
    """What stands on the wide keys, and what a screen reader says."""

    space: str
    close: str
    backspace: str


class _Letter(Key):
    """A key whose touch reaches to its neighbours, and that is held after 450 ms."""

    def __init__(self, face: str, name: str, *, icon: str | None = None, small: bool = False) -> None:
        super().__init__(face, name, icon=icon, style=Type.BODY_BOLD if small else Type.LEAD_L, inset=_INSET, hold_ms=_HOLD_MS)


class Letters(QWidget):
    """``typed`` gives a character, ``backspace`` comes again and again while ⌫ is held, ``closed``: put it away."""

    typed = Signal(str)
    backspace = Signal()
    closed = Signal()

    def __init__(self, words: LettersWords, *, language: str, signs: str = "+-", parent: QWidget | None = None) -> None:
        """``signs``: what stands left of the blank."""
        super().__init__(parent)
        rows = _LAYOUTS.get(language, _LAYOUTS["en"])
        self._columns = max(len(row) for row in rows)
        self._keys: dict[str, _Letter] = {}
        self._places: list[tuple[_Letter, float, int, float]] = []
        """Widget, column, row and width in columns."""
        self._sisters: list[_Letter] = []
        for row, line in enumerate((_DIGITS, *rows)):
            for column, sign in enumerate(line):
                self._add(sign, column + (self._columns - len(line)) / 2 * (row < _ROWS - 2), row)
        self.backspace_key = _Letter("", words.backspace, icon="delete")
        self.backspace_key.setAutoRepeat(True)
        self.backspace_key.setAutoRepeatDelay(BACKSPACE_REPEAT_AFTER_MS)
        self.backspace_key.setAutoRepeatInterval(REPEAT_EVERY_MS)
        self.backspace_key.pressed.connect(self.backspace)
        self._place(self.backspace_key, len(rows[-1]), 3, self._columns - len(rows[-1]))
        for column, sign in enumerate(signs):
            self._add(sign, column, 4)
        self.space_key = _Letter(words.space, words.space, small=True)
        self.space_key.pressed.connect(partial(self._type, " "))
        self._place(self.space_key, len(signs), 4, self._columns - 3 - len(signs))
        self.close_key = _Letter(words.close, words.close, small=True)
        self.close_key.clicked.connect(self.closed)
        self._place(self.close_key, self._columns - 3, 4, 3)

    def key(self, sign: str) -> Key:
        """The key of a character."""
        return self._keys[sign]

    @property
    def sisters(self) -> tuple[Key, ...]:
        """The accented letters on offer."""
        return tuple(self._sisters)

    def put_back(self) -> None:
        """The digits stand in the top row again."""
        for key in self._sisters:
            key.hide()
            key.deleteLater()
        self._sisters.clear()
        for sign in _DIGITS:
            self._keys[sign].show()

    def _add(self, sign: str, column: float, row: int) -> None:
        key = self._keys[sign] = _Letter(sign, sign)
        self._place(key, column, row, 1)
        sisters = _SISTERS.get(sign)
        if sisters is None:
            key.pressed.connect(partial(self._type, sign))
        else:
            # Only when the finger is lifted it is known that the letter itself was meant.
            key.clicked.connect(partial(self._type, sign))
            key.long_pressed.connect(partial(self._offer, key, sisters))

    def _place(self, key: _Letter, column: float, row: int, width: float) -> None:
        key.setParent(self)
        self._places.append((key, column, row, width))

    def _type(self, sign: str) -> None:
        self.put_back()
        self.typed.emit(sign)

    def _offer(self, key: Key, sisters: str) -> None:
        key.let_go()
        self.put_back()
        for digit in _DIGITS:
            self._keys[digit].hide()
        for column, sign in enumerate(sisters):
            sister = _Letter(sign, sign)
            sister.setParent(self)
            sister.clicked.connect(partial(self._type, sign))
            sister.setGeometry(self._rect(column, 0, 1))
            sister.show()
            self._sisters.append(sister)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width; rows are not taller than a finger needs, and lie at the bottom."""
        super().resizeEvent(event)
        for key, column, row, width in self._places:
            key.setGeometry(self._rect(column, row, width))

    def _rect(self, column: float, row: int, width: float) -> QRect:
        cell, height = self.width() / self._columns, min(_TALLEST, self.height() // _ROWS)
        top = self.height() - _ROWS * height
        left, right = round(column * cell), round((column + width) * cell)
        return QRectF(left, top + row * height, right - left, height).toRect()
