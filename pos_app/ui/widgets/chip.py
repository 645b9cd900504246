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
    from PySide6.QtGui import QColor, QPaintEvent

__all__ = ["Chip", "ChipTone", "SaleState", "StateChip"]


_GAP = 6


class ChipTone(Enum):
    """GREY: a fact. WARN: outlined amber, e.g. "As of 9:42"."""

    GREY = "grey"
    WARN = "warn"


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
        tokens = theme().tokens
        painter = painting(self)
        fill, edge, ink, mark = self._colours()
        rect = QRectF(self.rect())
        if edge is not None:
            box(painter, rect, rect.height() / 2, fill=fill, edge=edge, edge_px=tokens.line_px)
        elif fill is not None:
            soft_box(painter, rect, rect.height() / 2, fill, tokens)
        x = float(self._pad)
        if self._icon:
            draw_icon(painter, self._icon, x, (self.height() - self._icon_px) / 2, self._icon_px, mark)
            x += self._icon_px + _GAP
        put(painter, x, (self.height() - self._style.line_px) / 2, self._words, self._style, ink)


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


class StateChip(_Capsule):
    """The state of a sale, 32 px high. "Sent" has no fill so that problems stand out."""

    def __init__(self, state: SaleState, words: str) -> None:
        self._state = state
        super().__init__(words, _STATE_ICONS[state], height=32, icon_px=18, style=Type.HINT_MEDIUM, pad=10)

    @property
    def state(self) -> SaleState:
        return self._state

    def set_state(self, state: SaleState, words: str) -> None:
        """Change state and words together."""
        self._state = state
        self.set_words(words, _STATE_ICONS[state])

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor, QColor]:
        tokens = theme().tokens
        if self._state is SaleState.SENT:
            return None, None, tokens.text2, tokens.ok
        if self._state is SaleState.WAITING:
            return tokens.warn_t, tokens.warn_l if tokens.high_contrast else None, tokens.warn, tokens.warn
        if self._state is SaleState.ATTENTION:
            return tokens.bad_t, tokens.bad_l if tokens.high_contrast else None, tokens.bad, tokens.bad
        return tokens.key, None, tokens.text2, tokens.text2
