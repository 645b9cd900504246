"""How one row of the journal is drawn: flat, from words that are made once (picture 15)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pos_app.ui.theme import Ink, Type, theme
from pos_app.ui.widgets.chip import draw_state
from pos_app.ui.widgets.paint import box
from pos_app.ui.widgets.text import advance, elided, plain, put

if TYPE_CHECKING:
    from pos_app.ui.journal.row_words import RowText

__all__ = ["ROW_PX", "Columns", "RowDelegate"]

ROW_PX = 56
_NAME, _BELOW = Type.BODY_MEDIUM, Type.HINT


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns are in a row of so many px: time and name from the left, the others from the right."""

    time: float
    name: float
    paid_right: float
    points_right: float
    chip: float

    @staticmethod
    def of(width: int, *, narrow: bool) -> Columns:
        """As in the picture; ``narrow`` for the small window."""
        if narrow:
            return Columns(time=12, name=68, paid_right=width - 222, points_right=width - 142, chip=width - 134)
        return Columns(time=20, name=92, paid_right=width - 252, points_right=width - 164, chip=width - 148)


class RowDelegate(QStyledItemDelegate):
    """``text_of`` answers the words of a row by its place."""

    def __init__(self, text_of: Callable[[int], RowText], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text_of = text_of
        self.narrow = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are of one height."""
        return QSize(200, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Box, time, name over number, money, points, state."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rect = QRectF(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        by_key = focused and bool(state & QStyle.StateFlag.State_KeyboardFocusChange)
        self._box(painter, rect, chosen=chosen, ring=by_key)
        painter.translate(rect.topLeft())
        self._texts(painter, rect.width(), self._text_of(index.row()))
        painter.restore()

    def _box(self, painter: QPainter, rect: QRectF, *, chosen: bool, ring: bool) -> None:
        tokens = theme().tokens
        if not chosen:
            return
        edge = tokens.accent if tokens.high_contrast or ring else None
        box(painter, rect, 12, fill=tokens.accent_t, edge=edge, edge_px=3 if ring else 2)

    def _texts(self, painter: QPainter, width: float, text: RowText) -> None:
        tokens, at = theme().tokens, Columns.of(round(width), narrow=self.narrow)
        faint = tokens.text3 if text.faint else None
        if text.day:
            put(painter, at.time, 7, text.time, Type.BODY, tokens.text2)
            put(painter, at.time, 30, text.day, _BELOW, tokens.text2)
        else:
            put(painter, at.time, 16, text.time, Type.BODY, tokens.text2)
        paid = Type.LEAD_BOLD if not self.narrow else Type.BODY_BOLD
        wide = advance(text.paid, paid)
        top = (ROW_PX - paid.line_px) / 2
        if text.paid_below:
            top = 6
            put(painter, at.paid_right - advance(text.paid_below, Type.NAV), 32, text.paid_below, Type.NAV, tokens.text2)
            wide = max(wide, advance(text.paid_below, Type.NAV))
        put(painter, at.paid_right - advance(text.paid, paid), top, text.paid, paid, faint or tokens.text)
        room = at.paid_right - wide - 12 - at.name
        put(painter, at.name, 6, elided(plain(text.name, 100), _NAME, room), _NAME, faint or tokens.text)
        put(painter, at.name, 30, elided(text.below, _BELOW, room), _BELOW, tokens.text2)
        self._points(painter, at.points_right, text)
        draw_state(painter, at.chip, (ROW_PX - 32) / 2, text.chip, text.state)

    def _points(self, painter: QPainter, right: float, text: RowText) -> None:
        tokens = theme().tokens
        two = len(text.points) > 1
        for line, (words, ink) in enumerate(text.points):
            small = two and line == 1
            style = Type.HINT_MEDIUM if small else Type.BODY_MEDIUM if ink is not Ink.TEXT2 or two else Type.BODY
            top = (6 if line == 0 else 30) if two else 16
            put(painter, right - advance(words, style), top, words, style, tokens[ink])
