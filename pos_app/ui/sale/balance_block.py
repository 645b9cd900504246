"""``BalanceBlock``: what the customer has, how well that is known, and what they get."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui import words
from pos_app.ui.theme import Metrics, SizeClass, Type, TypeStyle, draw_icon, theme
from pos_app.ui.widgets.paint import box, disc, painting, soft_box
from pos_app.ui.widgets.text import advance, baseline, elided, put

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceView:
    """Everything the block says, in words. ``stale``: amber "as of"; else a green dot and ``freshness``."""

    balance: str = ""
    unit: str = ""
    worth: str = ""
    freshness: str = ""
    stale: bool = False
    calm: bool = False
    """Not live, but not a reason for amber either: the servers are just being asked."""
    owes: str = ""
    """What the customer owes: later purchases repay it first."""
    unsent: str = ""
    bonus: str = ""
    discount: str = ""

    @property
    def note(self) -> str:
        """The line under the number: a debt is more important than what is on its way."""
        return self.owes or self.unsent


@dataclass(frozen=True, slots=True)
class _Rows:
    """Middles of the rows, px from the top."""

    label: int
    number: int
    unsent: int
    line: int
    rates: int
    height: int
    pad: int
    unit: TypeStyle


_ROWS = {
    SizeClass.S: _Rows(26, 65, 100, 120, 147, 173, 14, Type.BODY_MEDIUM),
    SizeClass.M: _Rows(28, 79, 127, 147, 174, 202, 20, Type.LEAD_L.bold(500)),
    SizeClass.L: _Rows(30, 86, 138, 158, 185, 213, 20, Type.LEAD_L.bold(500)),
}
_UNSENT_PX = 24


class BalanceBlock(QWidget):
    """Tinted with the accent while the balance is live, sunken when it is not. Painted; its accessible name says it all."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = BalanceView()
        self._rows, self._number = _ROWS[SizeClass.M], Type.NUMBER_XL
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_balance(self, view: BalanceView) -> None:
        """Show it at once; a balance never counts up."""
        if view == self._view:
            return
        grows = bool(view.note) is not bool(self._view.note)
        self._view = view
        spoken = words.sale.balance_spoken(balance=f"{view.balance} {view.unit}", freshness=view.freshness)
        self.setAccessibleName(f"{spoken}, {view.owes}" if view.owes else spoken)
        rates = (f"{title} {rate}" for title, rate in ((words.sale.bonus(), view.bonus), (words.sale.discount(), view.discount)))
        self.setAccessibleDescription(", ".join(part for part in (view.worth, *rates, view.unsent) if part))
        if grows:
            self.updateGeometry()
        self.update()

    @property
    def view(self) -> BalanceView:
        return self._view

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        self._rows = _ROWS[metrics.size_class]
        self._number = Type.NUMBER_XL.sized(metrics.balance_px)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line less where everything has been sent."""
        return QSize(300, self._rows.height - (0 if self._view.note else _UNSENT_PX))

    def minimumSizeHint(self) -> QSize:
        """Its height is firm: the balance is never dropped."""
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Four rows and a line."""
        tokens, painter, view, rows = theme().tokens, painting(self), self._view, self._rows
        live = not (view.stale or view.calm)
        fill, edge = (tokens.accent_t, tokens.accent_l) if live else (tokens.sunken, tokens.line)
        soft_box(painter, QRectF(self.rect()), 12, fill, tokens, edge)
        left, right = rows.pad, self.width() - rows.pad
        put(painter, left, rows.label - 12, words.sale.balance(), Type.BODY_MEDIUM, tokens.text2)
        self._paint_freshness(painter, right)
        self._paint_number(painter, left, right)
        up = 0 if view.note else _UNSENT_PX
        if view.note:
            draw_icon(painter, "circle-alert" if view.owes else "clock-arrow-up", left, rows.unsent - 9, 18, tokens.warn)
            note = elided(view.note, Type.SMALL_MEDIUM, right - left - 26)
            put(painter, left + 26, rows.unsent - 11, note, Type.SMALL_MEDIUM, tokens.warn)
        painter.fillRect(QRectF(left, rows.line - up, right - left, tokens.line_px), edge)
        self._paint_rates(painter, left, right, rows.rates - up)

    def _paint_freshness(self, painter: QPainter, right: int) -> None:
        tokens, view, middle = theme().tokens, self._view, self._rows.label
        if view.stale:
            style = Type.HINT.bold(600)
            width = advance(view.freshness, style) + 16 + 8 + 20
            rect = QRectF(right - width, middle - 14, width, 28)
            box(painter, rect, 14, fill=tokens.warn_t, edge=tokens.warn_l, edge_px=tokens.line_px)
            draw_icon(painter, "history", rect.left() + 10, middle - 8, 16, tokens.warn)
            put(painter, rect.left() + 32, middle - 10, view.freshness, style, tokens.warn)
            return
        style = Type.SMALL_MEDIUM
        x = right - advance(view.freshness, style)
        put(painter, x, middle - 11, view.freshness, style, tokens.text2)
        if not view.calm:
            disc(painter, QRectF(x - 16, middle - 4, 8, 8), tokens.okfill)

    def _paint_number(self, painter: QPainter, left: int, right: int) -> None:
        """Number, unit and worth stand on one line of letters; the worth goes first where there is no room."""
        tokens, view, rows = theme().tokens, self._view, self._rows
        worth = Type.BODY_MEDIUM if rows.pad > 14 else Type.SMALL_MEDIUM
        style = self._number
        gap = 8 if rows.pad == 14 else 10
        unit_px = advance(view.unit, rows.unit) + gap if view.unit else 0
        worth_px = advance(view.worth, worth) + 12 if view.worth else 0
        while style.size_px > 24 and advance(view.balance, style) + unit_px > right - left:
            style = style.sized(style.size_px - 4)
        line = baseline(self._number, rows.number - self._number.line_px / 2)
        painter.setPen(tokens.text)
        painter.setFont(style.font)
        painter.drawText(QPointF(left, line), view.balance)
        x = left + advance(view.balance, style) + gap
        painter.setPen(tokens.text2)
        painter.setFont(rows.unit.font)
        painter.drawText(QPointF(x, line), view.unit)
        if x - gap + unit_px + worth_px <= right:
            painter.setFont(worth.font)
            painter.drawText(QPointF(right - worth_px + 12, line), view.worth)

    def _paint_rates(self, painter: QPainter, left: int, right: int, middle: int) -> None:
        tokens, view = theme().tokens, self._view
        half = (left + right) / 2
        edge = tokens.line if view.stale or view.calm else tokens.accent_l
        painter.fillRect(QRectF(half, middle - 16, tokens.line_px, 28), edge)
        spans = ((left, half - 17, words.sale.bonus(), view.bonus), (half + 17, right, words.sale.discount(), view.discount))
        for start, end, label, value in spans:
            style = Type.TITLE_NAME if value[:1].isdigit() else Type.SMALL
            line = baseline(Type.TITLE_NAME, middle - 17)
            painter.setPen(tokens.text2)
            painter.setFont(Type.SMALL_MEDIUM.font)
            painter.drawText(QPointF(start, line - 1), label)
            painter.setPen(tokens.text if value[:1].isdigit() else tokens.text2)
            painter.setFont(style.font)
            painter.drawText(QPointF(end - advance(value, style), line), value)
