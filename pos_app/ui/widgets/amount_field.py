"""``AmountField``: the money that the cashier types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt

from pos_app.ui.theme import Ink, Metrics, Type, draw_icon, theme

from .field_base import FieldBase, FieldState
from .keycap import CAP_HEIGHT, cap_width, draw_cap
from .line_edit import SIDE, BareEdit
from .text import advance, elided, fitting, plain, put

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QResizeEvent
    from PySide6.QtWidgets import QWidget

__all__ = ["AmountField"]

PAD = 16
CAP_RIGHT = 12
_UNIT = Type.BUTTON_BIG.bold(500)
_SIGN, _AFTER, _LEAST_PX = 24, 8, 12


def paint_label(painter: QPainter, field: FieldBase, label: str, key: str, pad: int = PAD) -> None:
    """The first line of a tall field: label (or what is wrong), and the key cap on the right.

    What is wrong is read to its end: where there is no room beside it the cap goes, then the letters become smaller.
    """
    tokens, style = theme().tokens, Type.SMALL_MEDIUM
    right, wrong = float(field.width() - CAP_RIGHT), field.state is FieldState.ERROR
    if wrong and key and advance(field.error, style) > right - cap_width(key) - pad - _SIGN - _AFTER:
        key = ""
    if key:
        width = cap_width(key)
        right -= width
        draw_cap(painter, QRectF(right, 12, width, CAP_HEIGHT), key, tokens.line, tokens.text3, tokens.surface)
    state, x = field.state, float(pad)
    ink = tokens.accent if state is FieldState.ACTIVE else tokens.text2
    if state is FieldState.ERROR:
        ink, label = tokens.bad, field.error
        draw_icon(painter, "circle-alert", x, 15, 18, ink)
        x += _SIGN
        style = fitting(label, style, right - x - _AFTER, _LEAST_PX)
    elif state is FieldState.LOCKED:
        ink = tokens.text3
    put(
        painter,
        x,
        (14 if state is FieldState.LOCKED else 13) + (Type.SMALL_MEDIUM.line_px - style.line_px) / 2,
        elided(label, style, right - x - _AFTER),
        style,
        ink,
    )


class AmountField(FieldBase):
    """Label and key cap above, a big number with its unit below. An error takes the label's place: nothing moves."""

    def __init__(
        self,
        label: str,
        *,
        unit: str = "",
        key: str = "F3",
        placeholder: str = "",
        name: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        edit = BareEdit(Type.NUMBER_L, caret_px=3, placeholder_ink=Ink.DISABLED, limit=24)
        super().__init__(edit, name=name or label, parent=parent)
        self._label, self._unit, self._key = plain(label, 60), plain(unit, 8), key
        self._height, self._number = 104, Type.NUMBER_L
        edit.setPlaceholderText(placeholder)
        edit.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def set_unit(self, unit: str) -> None:
        """Change the currency sign on the right."""
        self._unit = plain(unit, 8)
        self._arrange()

    def set_label(self, label: str) -> None:
        """Change the label."""
        self._label = plain(label, 60)
        self.update()

    def set_placeholder(self, text: str) -> None:
        """What an empty field shows, e.g. "0,00"."""
        self.edit.setPlaceholderText(text)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        self._height, self._number = metrics.amount_height, Type.NUMBER_L.sized(metrics.purchase_px)
        self.edit.set_type(self._number)
        self.updateGeometry()
        self._arrange()

    def sizeHint(self) -> QSize:
        """104 px high (L: 120)."""
        return QSize(280, self._height)

    def minimumSizeHint(self) -> QSize:
        """Its height is firm."""
        return QSize(200, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the edit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        line = self._number.line_px
        unit = advance(self._unit, _UNIT) + 8 if self._unit else 0
        # A taller field has more room below the number, too.
        top = self.height() - line - 9 - (self.height() - 104) // 3
        self.edit.setGeometry(PAD - SIDE, top, round(self.width() - 2 * PAD + SIDE - unit), line)
        self.update()

    def _paint_inside(self, painter: QPainter) -> None:
        tokens = theme().tokens
        paint_label(painter, self, self._label, self._key)
        if self._unit:
            box = self.edit.geometry()
            x = self.width() - 13 - advance(self._unit, _UNIT)
            put(painter, x, box.top() + (box.height() - _UNIT.line_px) / 2 + 2, self._unit, _UNIT, tokens.text3)
