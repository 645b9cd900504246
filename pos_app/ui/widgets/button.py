"""``Button``: primary, secondary, tint, quiet and danger, in three heights."""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QSizePolicy

from pos_app.ui.theme import Type, TypeStyle, draw_icon, theme

from .keycap import CAP_HEIGHT, cap_width, draw_cap
from .paint import box, faded, focus_ring, painting
from .text import advance, elided, plain, put

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

__all__ = ["Button", "ButtonKind"]

_GAP = 10
_RADIUS = 12


class ButtonKind(Enum):
    """What a button is for; one PRIMARY per panel."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TINT = "tint"
    QUIET = "quiet"
    DANGER = "danger"


class _Look(NamedTuple):
    fill: QColor | None
    edge: QColor | None
    ink: QColor
    cap_edge: QColor
    cap_ink: QColor


class Button(QPushButton):
    """A button with an optional icon before and a key cap behind its text.

    ``height`` is 48 (compact), 56 or 64 (main; its text is 18 px). It is never the dialog's default button: Enter
    belongs to the screen. Its accessible name is its text unless ``name`` is given; one with only an icon needs it.
    The focus ring shows only for keyboard focus and is drawn inside the widget when there is no room around it.
    """

    def __init__(
        self,
        text: str = "",
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        icon: str | None = None,
        key: str | None = None,
        height: int = 56,
        name: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._icon_name, self._key, self._height = kind, icon, key, height
        self._keyboard_focus = False
        self.setAutoDefault(False)
        self.setDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)
        if name is not None:
            self.setAccessibleName(name)

    def setText(self, text: str) -> None:
        """Change the words."""
        # "&" would make a mnemonic of the next letter.
        super().setText(plain(text, 100).replace("&", "&&"))
        self.updateGeometry()

    @property
    def words(self) -> str:
        """The text as it is shown."""
        return self.text().replace("&&", "&")

    def set_kind(self, kind: ButtonKind) -> None:
        """Change the look."""
        self._kind = kind
        self.update()

    def set_key(self, key: str | None) -> None:
        """Change the key hint."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_icon_name(self, icon: str | None) -> None:
        """Change the icon."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    @property
    def _style(self) -> TypeStyle:
        return Type.LEAD.bold(600) if self._height >= 64 else Type.BODY_BOLD

    @property
    def _icon_px(self) -> int:
        return 20 if self._height <= 48 else 24

    def _content_width(self) -> float:
        parts = [advance(self.words, self._style)] if self.words else []
        if self._icon_name:
            parts.append(self._icon_px)
        if self._key:
            parts.append(cap_width(self._key))
        return sum(parts) + _GAP * max(0, len(parts) - 1)

    def sizeHint(self) -> QSize:
        """The content and 16 px on either side."""
        return QSize(max(48, math.ceil(self._content_width()) + 32), self._height)

    def minimumSizeHint(self) -> QSize:
        """Words may be elided by a tight layout, the height is firm."""
        return QSize(48, self._height)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether the keyboard brought the focus: only then is the ring shown."""
        self._keyboard_focus = event.reason() not in (
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        )
        super().focusInEvent(event)

    def _look(self) -> _Look:
        tokens = theme().tokens
        pressed, hc = self.isDown(), tokens.high_contrast
        quiet_cap = (tokens.line, tokens.text3)
        if not self.isEnabled():
            edge = tokens.line if hc or self._kind is ButtonKind.SECONDARY else None
            fill = None if self._kind is ButtonKind.QUIET else tokens.sunken
            return _Look(fill, edge, tokens.disabled, tokens.line, tokens.disabled)
        if self._kind is ButtonKind.PRIMARY:
            fill = tokens.accentp if pressed else tokens.accentfill
            return _Look(fill, None, tokens.onaccent, faded(tokens.onaccent, 0.45), tokens.onaccent)
        if hc and pressed:
            return _Look(tokens.keyp, None, tokens.onaccent, tokens.onaccent, tokens.onaccent)
        if self._kind is ButtonKind.SECONDARY:
            return _Look(tokens.key if pressed else tokens.raised, tokens.line, tokens.text, *quiet_cap)
        if self._kind is ButtonKind.TINT:
            fill = tokens.accent_l if pressed else tokens.accent_t
            return _Look(fill, tokens.accent_l if hc else None, tokens.accent, *quiet_cap)
        if self._kind is ButtonKind.DANGER:
            return _Look(tokens.bad_t if pressed else tokens.raised, tokens.bad_l, tokens.bad, *quiet_cap)
        return _Look(tokens.sunken if pressed else None, tokens.line if hc else None, tokens.text2, *quiet_cap)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, icon, words, cap, in the middle."""
        tokens = theme().tokens
        painter = painting(self)
        look = self._look()
        rect = QRectF(self.rect())
        ring = self.hasFocus() and self._keyboard_focus
        body = rect.adjusted(5, 5, -5, -5) if ring else rect
        if ring:
            focus_ring(painter, rect, _RADIUS - 5, tokens)
        box(painter, body, _RADIUS - (5 if ring else 0), fill=look.fill, edge=look.edge, edge_px=tokens.line_px)
        room = rect.width() - 24 - (self._content_width() - advance(self.words, self._style))
        words = elided(self.words, self._style, max(0.0, room))
        width = self._content_width() - advance(self.words, self._style) + advance(words, self._style)
        x = (rect.width() - width) / 2
        if self._icon_name:
            size = self._icon_px
            draw_icon(painter, self._icon_name, round(x), round((rect.height() - size) / 2), size, look.ink)
            x += size + _GAP
        if words:
            x += put(painter, x, (rect.height() - self._style.line_px) / 2, words, self._style, look.ink) + _GAP
        if self._key:
            cap = QRectF(round(x), (rect.height() - CAP_HEIGHT) // 2, cap_width(self._key), CAP_HEIGHT)
            draw_cap(painter, cap, self._key, look.cap_edge, look.cap_ink)
