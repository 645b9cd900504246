"""``KeyCap``: the small outlined key that teaches a shortcut."""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme import Type, draw_icon, theme

from .paint import box, faded, painting
from .text import advance, plain, put_in

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter, QPaintEvent

__all__ = ["CapTone", "KeyCap", "cap_width", "draw_cap"]

CAP_HEIGHT = 24
_RADIUS = 6
_ICONS = {"↑": "arrow-up", "↓": "arrow-down", "↵": "corner-down-left"}


class CapTone(Enum):
    """On a panel, or on a filled button."""

    QUIET = "quiet"
    ON_FILL = "on fill"


def cap_width(key: str) -> int:
    """How wide the cap of ``key`` is, px."""
    if key in _ICONS:
        return 28 if key == "↵" else 26
    return math.ceil(advance(key, Type.KEYCAP) - 0.25) + 14


def draw_cap(painter: QPainter, rect: QRectF, key: str, edge: QColor, ink: QColor, fill: QColor | None = None) -> None:
    """Paint a cap; the keys "↑", "↓" and "↵" are drawn as icons."""
    tokens = theme().tokens
    box(painter, rect, _RADIUS, fill=fill, edge=edge, edge_px=tokens.line_px if tokens.high_contrast else 1)
    if key in _ICONS:
        size = 16 if key == "↵" else 14
        centre = rect.center()
        draw_icon(painter, _ICONS[key], round(centre.x() - size / 2), round(centre.y() - size / 2), size, ink)
    else:
        put_in(painter, rect, key, Type.KEYCAP, ink)


class KeyCap(QWidget):
    """Shows a key's name, e.g. "F8", "Esc", "↵". It takes no input and is not announced: the button it hints at is."""

    def __init__(self, key: str, tone: CapTone = CapTone.QUIET, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._tone = plain(key, 12), tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def key(self) -> str:
        return self._key

    def sizeHint(self) -> QSize:
        """24 px high, as wide as its text asks."""
        return QSize(cap_width(self._key), CAP_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cap."""
        tokens = theme().tokens
        on_fill = self._tone is CapTone.ON_FILL
        draw_cap(
            painting(self),
            QRectF(self.rect()),
            self._key,
            faded(tokens.onaccent, 0.45) if on_fill else tokens.line,
            tokens.onaccent if on_fill else tokens.text3,
            None if on_fill else tokens.surface,
        )
