"""``StatusRow``: one fact about how something is, with a mark that says whether that is well."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme import Type, draw_icon, theme

from .paint import painting
from .text import elided, plain, put

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["RowMark", "StatusRow"]

_ICON, _MARK, _TEXT = 22, 22, 36
_HEIGHT = 61
_LOW = 48


class RowMark(Enum):
    """NONE: nothing is known. OK: well. WARN: takes care of itself. BAD: needs a person."""

    NONE = ""
    OK = "circle-check"
    WARN = "triangle-alert"
    BAD = "circle-alert"


class StatusRow(QWidget):
    """Icon, title over one line of words, mark on the right, a line below. 61 px high, or 48."""

    def __init__(self, icon: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._title, self._words, self._mark = icon, plain(title, 60), "", RowMark.NONE
        self._height, self._last = _HEIGHT, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        return self._words

    @property
    def mark(self) -> RowMark:
        return self._mark

    def show_words(self, words: str, mark: RowMark, spoken_mark: str = "") -> None:
        """Say how it is. ``spoken_mark`` stands for the mark in the accessible name."""
        shown = plain(words, 120)
        name = ", ".join(each for each in (self._title, shown, spoken_mark) if each)
        if (shown, mark) != (self._words, self._mark) or name != self.accessibleName():
            self._words, self._mark = shown, mark
            self.setAccessibleName(name)
            self.update()

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a switch
        """Take less height."""
        self._height = _LOW if low else _HEIGHT
        self.updateGeometry()

    def set_last(self, last: bool) -> None:  # noqa: FBT001 - a switch
        """Leave out the line below."""
        self._last = last
        self.update()

    def sizeHint(self) -> QSize:
        """A row."""
        return QSize(240, self._height)

    def minimumSizeHint(self) -> QSize:
        """Its words are elided before the row is."""
        return QSize(160, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The row."""
        tokens, painter = theme().tokens, painting(self)
        middle = (self.height() - 1) / 2
        draw_icon(painter, self._icon, -1, round(middle - _ICON / 2), _ICON, tokens.text2)
        top = round(middle - 22)
        room = self.width() - _TEXT - (_MARK + 8 if self._mark is not RowMark.NONE else 0)
        put(painter, _TEXT, top, elided(self._title, Type.BODY_MEDIUM, room), Type.BODY_MEDIUM, tokens.text)
        ink = tokens.bad if self._mark is RowMark.BAD else tokens.text2
        put(painter, _TEXT, top + 23, elided(self._words, Type.HINT, room), Type.HINT, ink)
        if self._mark is not RowMark.NONE:
            mark = {RowMark.OK: tokens.ok, RowMark.WARN: tokens.warn, RowMark.BAD: tokens.bad}[self._mark]
            draw_icon(painter, self._mark.value, self.width() - _MARK, round(middle - _MARK / 2), _MARK, mark)
        if not self._last:
            px = tokens.line_px
            painter.fillRect(QRectF(0, self.height() - px, self.width(), px), tokens.line)
