"""``StepList``: the dark column on the left: what is being set up, and which step it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme import LIGHT, Type, draw_icon, theme
from pos_app.ui.widgets.paint import box, disc, painting
from pos_app.ui.widgets.text import elided, fitting, plain, put, put_in, wrapped_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent

__all__ = ["StepList"]

WIDE, NARROW = 400, 320
_PAD, _DISC, _TEXT, _ROW, _LOW_ROW = 40, 40, 96, 76, 66
_TITLE = Type.TITLE_PAGE
_SENTENCE = Type.BODY
_TITLE_LEAST_PX = 20
_TILE = QColor(255, 255, 255, 40)
_DONE, _DIM = QColor("#93B0FF"), QColor("#B4BBC9")


class StepList(QWidget):
    """``rows``: name and small line of each step. It is dark in every theme."""

    def __init__(self, title: str, sentence: str, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title, self._sentence = plain(title, 40), plain(sentence, 120)
        self._rows = [(plain(name, 40), plain(about, 60)) for name, about in rows]
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.set_narrow(False)
        self.show_step(0)

    @property
    def now(self) -> int:
        return self._now

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a switch
        """Take less of a small window."""
        self.setFixedWidth(NARROW if narrow else WIDE)

    def show_step(self, now: int) -> None:
        """Counted from 0: those before it are done."""
        self._now = now
        self.setAccessibleName(f"{self._title}, {now + 1}/{len(self._rows)}: {self._rows[now][0]}")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it is."""
        return QSize(self.width(), 600)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Logo, title, steps."""
        tokens, painter = theme().tokens, painting(self)
        painter.fillRect(self.rect(), tokens.band)
        if tokens.high_contrast:
            painter.fillRect(QRectF(self.width() - 2, 0, 2, self.height()), tokens.line)
        low = self.height() < 760
        pad = _PAD if self.width() == WIDE else 24
        y = 24.0 if low else float(_PAD)
        box(painter, QRectF(pad, y, 48, 48), 12, fill=_TILE)
        draw_icon(painter, "check", pad + 8, y + 8, 32, LIGHT.surface)
        y += 48 + (16 if low else 24)
        room = self.width() - 2 * pad
        title = fitting(self._title, _TITLE, room, _TITLE_LEAST_PX)
        put(painter, pad, y + (_TITLE.line_px - title.line_px) / 2, elided(self._title, title, room), title, tokens.onband)
        y += _TITLE.line_px
        for line in wrapped_lines(self._sentence, _SENTENCE, room):
            put(painter, pad, y, line, _SENTENCE, tokens.onband2)
            y += _SENTENCE.line_px
        y += 20 if low else 40
        row = _LOW_ROW if low else _ROW
        for index in range(len(self._rows)):
            self._paint_row(painter, pad, y + index * row, index, last=index + 1 == len(self._rows), row=row)

    def _paint_row(self, painter: QPainter, x: float, y: float, index: int, *, last: bool, row: int) -> None:
        tokens = theme().tokens
        rect = QRectF(x, y, _DISC, _DISC)
        if index < self._now:
            disc(painter, rect, _DONE)
            draw_icon(painter, "check", x + 9, y + 9, 22, LIGHT.text)
        elif index == self._now:
            disc(painter, rect, LIGHT.surface)
            put_in(painter, rect, str(index + 1), Type.BODY_BOLD, LIGHT.text)
        else:
            disc(painter, rect, QColor(0, 0, 0, 0), QColor(255, 255, 255, 110), 2)
            put_in(painter, rect, str(index + 1), Type.BODY_BOLD, tokens.onband)
        name, about = self._rows[index]
        left = x + _TEXT - _PAD
        room = self.width() - left - 16
        ink = tokens.onband if index <= self._now else _DIM
        put(painter, left, y - 3, elided(name, Type.LEAD_BOLD, room), Type.LEAD_BOLD, ink)
        put(painter, left, y + 22, elided(about, Type.SMALL, room), Type.SMALL, tokens.onband2)
        if not last:
            painter.fillRect(QRectF(x + _DISC / 2 - 1, y + _DISC + 10, 2, row - _DISC - 20), QColor(255, 255, 255, 60))
