"""``PayBand``: the largest number of the till, and Confirm."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from pos_app.ui.theme import Metrics, Type, TypeStyle, draw_icon, theme

from .button import FocusRinged
from .fading import AfterPress, between
from .paint import box, faded, painting
from .text import advance, baseline, elided, plain, put

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent

__all__ = ["BandState", "ConfirmButton", "PayBand", "TotalLabel"]

_SHRINK_STEP_PX, _MIN_TOTAL_PX = 8, 32
_DIM = 0.62


class BandState(Enum):
    """EMPTY: no amount yet. OFF: an amount that cannot be confirmed. READY. DONE: Confirm has become Next."""

    EMPTY = "empty"
    OFF = "off"
    READY = "ready"
    DONE = "done"


class TotalLabel(QLabel):
    """The number. It shrinks in steps of 8 px, not below 32, until it fits; it is never cut."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._full, self._state = Type.TOTAL, BandState.EMPTY

    def set_full_style(self, style: TypeStyle) -> None:
        """The style when there is room."""
        self._full = style
        self.update()

    def set_state(self, state: BandState) -> None:
        """How bright it is."""
        self._state = state
        self.update()

    @property
    def drawn_style(self) -> TypeStyle:
        """The style at which the number fits."""
        style = self._full
        while style.size_px > _MIN_TOTAL_PX and advance(self.text(), style) > self.width():
            style = style.sized(max(_MIN_TOTAL_PX, style.size_px - _SHRINK_STEP_PX))
        return style

    def _ink(self) -> QColor:
        tokens = theme().tokens
        if self._state is BandState.EMPTY:
            return tokens.disabled if tokens.high_contrast else faded(tokens.onband2, _DIM)
        return tokens.onband2 if self._state is BandState.OFF else tokens.onband

    def paintEvent(self, _event: QPaintEvent) -> None:
        """All sizes stand on the same baseline."""
        style, painter = self.drawn_style, painting(self)
        painter.setFont(style.font)
        painter.setPen(self._ink())
        painter.drawText(0, round(baseline(self._full, (self.height() - self._full.line_px) / 2)), self.text())


class ConfirmButton(FocusRinged):
    """Words and the ↵ key on the band."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(12, parent)
        self._state = BandState.EMPTY
        self._press = AfterPress(self)

    def set_state(self, state: BandState) -> None:
        """Off or on."""
        self._state = state
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, words, key."""
        tokens, painter = theme().tokens, painting(self)
        on = self._state in (BandState.READY, BandState.DONE)
        fill = tokens.bandbtn if on else tokens.bandoff
        pressed = between(fill, tokens.accentp if on else tokens.band, self._press.level)
        edge = tokens.line if tokens.high_contrast and not on else None
        box(painter, QRectF(self.rect()), 12, fill=pressed, edge=edge, edge_px=tokens.line_px)
        ink = tokens.onaccent if on else tokens.onband2
        style = Type.BUTTON_BIG
        words = elided(self.text().replace("&&", "&"), style, self.width() - 80)
        width = advance(words, style)
        x = (self.width() - width - 49) / 2
        put(painter, x, (self.height() - style.line_px) / 2 + 1, words, style, ink)
        cap = QRectF(round(x + width + 14.5), (self.height() - 28) // 2, 34, 28)
        if on:
            box(painter, cap, 8, edge=faded(ink, 0.45), edge_px=1)
        draw_icon(painter, "corner-down-left", cap.center().x() - 9, cap.center().y() - 9, 18, ink)


class PayBand(QWidget):
    """Label, number and button. ``confirmed`` is emitted in every state: what to do without an amount is the screen's say."""

    confirmed = Signal()

    def __init__(self, label: str, confirm_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._state = plain(label, 40), BandState.EMPTY
        self._metrics = Metrics.for_window(1280, 800)
        self.total = TotalLabel(self)
        self.button = ConfirmButton(self)
        self.button.clicked.connect(self.confirmed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.apply_metrics(self._metrics)
        self.show_state(BandState.EMPTY, confirm_words)

    @property
    def state(self) -> BandState:
        return self._state

    def set_label(self, label: str) -> None:
        """Change "To pay"."""
        self._label = plain(label, 40)
        self.update()

    def show_total(self, amount: str, name: str = "") -> None:
        """Show a sum that is already words, at once. ``name`` is how it is spoken, e.g. "To pay 56 euro 85 cents"."""
        self.total.setText(plain(amount, 40))
        self.total.setAccessibleName(plain(name or f"{self._label} {amount}"))

    def show_state(self, state: BandState, words: str, name: str = "") -> None:
        """Change the button's words and both brightnesses."""
        self._state = state
        self.total.set_state(state)
        self.button.set_state(state)
        self.button.setText(plain(words, 40).replace("&", "&&"))
        self.button.setAccessibleName(plain(name or words))

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        self._metrics = metrics
        style = {56: Type.TOTAL_S, 72: Type.TOTAL, 80: Type.TOTAL_L}[metrics.total_px]
        self.total.set_full_style(style)
        self.updateGeometry()
        self._arrange()

    def sizeHint(self) -> QSize:
        """128 px high (L: 152)."""
        return QSize(584, self._metrics.band_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place number and button."""
        super().resizeEvent(event)
        self._arrange()

    def _pad(self) -> int:
        return 20 if self._metrics.panel_pad == 16 else 28

    def _arrange(self) -> None:
        metrics = self._metrics
        side = 16 if metrics.panel_pad == 16 else 20
        left = self.width() - side - metrics.confirm_width
        self.button.setGeometry(left, (self.height() - metrics.confirm_height) // 2, metrics.confirm_width, metrics.confirm_height)
        block = 26 + self.total._full.line_px
        top = (self.height() - block) // 2
        self.total.setGeometry(self._pad(), top + 26, left - 24 - self._pad(), self.total._full.line_px)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The band and its label."""
        tokens, painter = theme().tokens, painting(self)
        rect = QRectF(self.rect())
        edge, px = None, 1
        if tokens.high_contrast:
            edge, px = tokens.accent, 3
        elif tokens.band.lightness() > tokens.surface.lightness() and tokens.surface.lightness() < 128:
            edge = tokens.accent_l
        box(painter, rect, 16, fill=tokens.band, edge=edge, edge_px=px)
        put(painter, self._pad(), self.total.y() - 25, self._label, Type.LEAD, tokens.onband2)
