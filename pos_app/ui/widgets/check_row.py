"""``CheckRow``: a box to tick, with what it means; the whole row can be tapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme import Type, draw_icon, theme

from .button import FocusRinged
from .paint import box, painting
from .text import elided, plain, put, wrapped_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["CheckRow"]

_BOX, _TEXT = 28, 42


class CheckRow(FocusRinged):
    """``toggled`` tells every change. ``set_wrong``: it has to be ticked first."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(10, parent)
        self._title, self._sentence, self._wrong = plain(title, 80), plain(sentence, 120), ""
        self.setCheckable(True)
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(self._sentence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def wrong(self) -> str:
        """Why it has to be ticked; empty: it need not be."""
        return self._wrong

    def set_wrong(self, words: str) -> None:
        """Say in the place of the sentence why it has to be ticked; empty: take that away."""
        if words != self._wrong:
            self._wrong = plain(words, 120)
            self.setAccessibleDescription(self._wrong or self._sentence)
            self.update()

    def sizeHint(self) -> QSize:
        """A title and two lines: rows beside each other stay level. Without a sentence as low as a finger allows."""
        return QSize(280, 26 + 2 * Type.HINT.line_px if self._sentence else 48)

    def minimumSizeHint(self) -> QSize:
        """What a finger hits."""
        return QSize(160, 48)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, tick, title, sentence."""
        tokens, painter = theme().tokens, painting(self)
        rect = QRectF(0, 1, _BOX, _BOX)
        if self.isChecked():
            box(painter, rect, 8, fill=tokens.accentfill)
            draw_icon(painter, "check", 4, 5, 20, tokens.onaccent)
        else:
            edge = tokens.bad if self._wrong else tokens.line2
            box(painter, rect, 8, fill=tokens.surface, edge=edge, edge_px=2)
        room = self.width() - _TEXT
        put(painter, _TEXT, 2, elided(self._title, Type.BODY_MEDIUM, room), Type.BODY_MEDIUM, tokens.text)
        ink = tokens.bad if self._wrong else tokens.text2
        for number, line in enumerate(wrapped_lines(self._wrong or self._sentence, Type.HINT, room)[:2]):
            put(painter, _TEXT, 26 + number * Type.HINT.line_px, elided(line, Type.HINT, room), Type.HINT, ink)
