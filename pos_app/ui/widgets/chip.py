"""``Chip`` (card, wallet, freshness) and ``StateChip`` (what became of a sale)."""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme import Type, TypeStyle, draw_icon, theme

from .paint import box, painting, soft_box
from .text import advance, plain, put

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter, QPaintEvent

__all__ = ["Chip", "ChipTone", "SaleState", "StateChip", "draw_state"]


_GAP = 6


class ChipTone(Enum):
    """GREY: a fact. WARN: outlined amber, e.g. "As of 9:42". OK: something is ready."""

    GREY = "grey"
    WARN = "warn"
    OK = "ok"


def _draw_capsule(
    painter: QPainter,
    rect: QRectF,
    words: str,
    icon: str,
    *,
    icon_px: int,
    style: TypeStyle,
    pad: int,
    colours: tuple[QColor | None, QColor | None, QColor, QColor],
) -> None:
    """``colours``: fill, border, letters, icon."""
    tokens = theme().tokens
    fill, edge, ink, mark = colours
    if edge is not None:
        box(painter, rect, rect.height() / 2, fill=fill, edge=edge, edge_px=tokens.line_px)
    elif fill is not None:
        soft_box(painter, rect, rect.height() / 2, fill, tokens)
    x = rect.left() + pad
    if icon:
        draw_icon(painter, icon, x, rect.top() + (rect.height() - icon_px) / 2, icon_px, mark)
        x += icon_px + _GAP
    put(painter, x, rect.top() + (rect.height() - style.line_px) / 2, words, style, ink)


class _Capsule(QWidget):
    """Icon and words in a round-ended box; the subclasses say in which colours."""

    def __init__(self, words: str, icon: str, *, height: int, icon_px: int, style: TypeStyle, pad: int) -> None:
        super().__init__()
        self._icon, self._height, self._icon_px, self._style, self._pad = icon, height, icon_px, style, pad
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    @property
    def words(self) -> str:
        return self._words

    def set_words(self, words: str, icon: str | None = None) -> None:
        """Change the words, and the icon if one is given."""
        self._words = plain(words, 100)
        self._icon = self._icon if icon is None else icon
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        mark = self._icon_px + _GAP if self._icon else 0
        return QSize(math.ceil(advance(self._words, self._style) + mark + 2 * self._pad), self._height)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor, QColor]:
        """Fill, border, letters, icon."""
        tokens = theme().tokens
        return tokens.key, None, tokens.text2, tokens.text2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, icon, words."""
        _draw_capsule(
            painting(self),
            QRectF(self.rect()),
            self._words,
            self._icon,
            icon_px=self._icon_px,
            style=self._style,
            pad=self._pad,
            colours=self._colours(),
        )


class Chip(_Capsule):
    """A fact about the customer: 32 px high, grey; the WARN one is 28 px high and says how old the balance is."""

    def __init__(self, words: str, icon: str = "", tone: ChipTone = ChipTone.GREY) -> None:
        self._tone = tone
        warn = tone is ChipTone.WARN
        super().__init__(
            words,
            icon,
            height=28 if warn else 32,
            icon_px=16 if warn else 18,
            style=Type.HINT.bold(600) if warn else Type.HINT_MEDIUM,
            pad=10,
        )

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor, QColor]:
        tokens = theme().tokens
        if self._tone is ChipTone.WARN:
            return tokens.warn_t, tokens.warn_l, tokens.warn, tokens.warn
        if self._tone is ChipTone.OK:
            return tokens.ok_t, tokens.ok_l if tokens.high_contrast else None, tokens.ok, tokens.ok
        return tokens.key, None, tokens.text2, tokens.text2


class SaleState(Enum):
    """What became of a sale, as the cashier sees it."""

    SENT = "sent"
    WAITING = "waiting"
    ATTENTION = "attention"
    VOIDED = "voided"
    REFUNDED = "refunded"


_STATE_ICONS = {
    SaleState.SENT: "check-check",
    SaleState.WAITING: "clock-arrow-up",
    SaleState.ATTENTION: "circle-alert",
    SaleState.VOIDED: "ban",
    SaleState.REFUNDED: "undo-2",
}


_STATE_STYLE, _STATE_PAD, _STATE_ICON, _STATE_HEIGHT = Type.HINT_MEDIUM, 10, 18, 32


def _state_colours(state: SaleState) -> tuple[QColor | None, QColor | None, QColor, QColor]:
    tokens = theme().tokens
    if state is SaleState.SENT:
        return None, None, tokens.text2, tokens.ok
    if state is SaleState.WAITING:
        return tokens.warn_t, tokens.warn_l if tokens.high_contrast else None, tokens.warn, tokens.warn
    if state is SaleState.ATTENTION:
        return tokens.bad_t, tokens.bad_l if tokens.high_contrast else None, tokens.bad, tokens.bad
    return tokens.key, None, tokens.text2, tokens.text2


def draw_state(painter: QPainter, x: float, y: float, state: SaleState, words: str) -> None:
    """Paint a ``StateChip`` into a row, its left end at ``x``, ``y``."""
    width = advance(words, _STATE_STYLE) + _STATE_ICON + _GAP + 2 * _STATE_PAD
    _draw_capsule(
        painter,
        QRectF(x, y, math.ceil(width), _STATE_HEIGHT),
        words,
        _STATE_ICONS[state],
        icon_px=_STATE_ICON,
        style=_STATE_STYLE,
        pad=_STATE_PAD,
        colours=_state_colours(state),
    )


class StateChip(_Capsule):
    """The state of a sale, 32 px high. "Sent" has no fill so that problems stand out."""

    def __init__(self, state: SaleState, words: str) -> None:
        self._state = state
        super().__init__(words, _STATE_ICONS[state], height=_STATE_HEIGHT, icon_px=_STATE_ICON, style=_STATE_STYLE, pad=_STATE_PAD)

    @property
    def state(self) -> SaleState:
        return self._state

    def set_state(self, state: SaleState, words: str) -> None:
        """Change state and words together."""
        self._state = state
        self.set_words(words, _STATE_ICONS[state])

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor, QColor]:
        return _state_colours(self._state)
