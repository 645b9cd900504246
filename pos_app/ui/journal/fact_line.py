"""``FactLine``: a word on the left, a number on the right; a dash where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme import Ink, Type, theme
from pos_app.ui.widgets.paint import painting
from pos_app.ui.widgets.text import advance, elided, put

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["FactLine"]

_TITLE, _VALUE = Type.BODY, Type.BODY_BOLD


class FactLine(QWidget):
    """Nothing at all while its word is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fact = ("", "", Ink.TEXT)
        self._height = 30
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_height(self, height: int) -> None:
        """How much room a line takes."""
        self._height = height
        self.updateGeometry()

    def show_fact(self, title: str, value: str, ink: Ink = Ink.TEXT) -> None:
        """Show a fact."""
        self._fact = (title, value, ink)
        self.setAccessibleName(f"{title} {value or '–'}" if title else "")
        self.setVisible(bool(title))
        self.update()

    @property
    def fact(self) -> tuple[str, str]:
        return self._fact[:2]

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(200, self._height)

    def minimumSizeHint(self) -> QSize:
        """Its height is firm."""
        return QSize(80, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The word and the number."""
        tokens, painter = theme().tokens, painting(self)
        title, value, ink = self._fact
        top = (self.height() - _TITLE.line_px) / 2
        wide = advance(value, _VALUE) if value else 16
        put(painter, 0, top, elided(title, _TITLE, self.width() - wide - 12), _TITLE, tokens.text2)
        if value:
            put(painter, self.width() - wide, top, value, _VALUE, tokens[ink])
        else:
            painter.fillRect(QRectF(self.width() - 15, self.height() / 2, 15, 2), tokens.text)
