"""``ActionCard``: what can be done after a sale (undo, print, QR), big enough for a thumb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy

from pos_app.ui.theme import Ink, Type, theme

from .avatar import AvatarTone, draw_avatar
from .button import FocusRinged
from .fading import AfterPress, between
from .keycap import CAP_HEIGHT, cap_width, draw_cap
from .paint import box, painting
from .progress import draw_ring
from .text import elided, plain, put

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

__all__ = ["ActionCard"]


class ActionCard(FocusRinged):
    """An icon (in a countdown ring if a fraction is set), a key cap, a bold line and a small line."""

    def __init__(self, icon: str, title: str, sentence: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(14, parent)
        self._icon_name, self._key, self._fraction = icon, key, -1.0
        self._title = self._sentence = ""
        self._press = AfterPress(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_words(title, sentence)

    def set_words(self, title: str, sentence: str) -> None:
        """Change what it says; its accessible name is both lines."""
        self._title, self._sentence = plain(title, 60), plain(sentence, 80)
        self.setAccessibleName(f"{self._title}, {self._sentence}" if self._sentence else self._title)
        self.update()

    def set_ring(self, fraction: float | None) -> None:
        """Show how much time is left, 0…1; None takes the ring away."""
        self._fraction = -1.0 if fraction is None else min(1.0, max(0.0, fraction))
        self.update()

    def sizeHint(self) -> QSize:
        """A card."""
        return QSize(213, 134)

    def minimumSizeHint(self) -> QSize:
        """Its height is firm."""
        return QSize(150, 134)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card."""
        tokens, painter = theme().tokens, painting(self)
        rect = QRectF(self.rect())
        fill = tokens.raised if tokens.high_contrast else between(tokens.raised, tokens.key, self._press.level)
        box(painter, rect, 14, fill=fill, edge=tokens.line, edge_px=tokens.line_px)
        mark = QRectF(16, 16, 44, 44)
        if self._fraction >= 0:
            draw_ring(painter, mark, self._fraction, Ink.BAD, self._icon_name)
        else:
            draw_avatar(painter, mark, "", AvatarTone.GREY, self._icon_name)
        width = cap_width(self._key)
        cap = QRectF(rect.width() - 16 - width, 16, width, CAP_HEIGHT)
        draw_cap(painter, cap, self._key, tokens.line, tokens.text3, tokens.surface)
        ink = tokens.text if self.isEnabled() else tokens.disabled
        room = rect.width() - 32
        put(painter, 16, 73, elided(self._title, Type.LEAD_BOLD, room), Type.LEAD_BOLD, ink)
        put(painter, 16, 98, elided(self._sentence, Type.HINT, room), Type.HINT, tokens.text2)
