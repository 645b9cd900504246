"""``Avatar``: a disc with a person's initials or an icon."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme import Tokens, Type, TypeStyle, draw_icon, theme

from .paint import disc, painting
from .text import plain, put_in

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter, QPaintEvent

__all__ = ["Avatar", "AvatarTone", "draw_avatar", "initials"]


class AvatarTone(Enum):
    """ACCENT: the customer being served. GREY: others, and facts. SURFACE: in a chosen (tinted) row.

    BAD and OK: a state, with an icon.
    """

    ACCENT = "accent"
    GREY = "grey"
    SURFACE = "surface"
    BAD = "bad"
    OK = "ok"


def initials(name: str) -> str:
    """The first letters of the first and the last word: "Jana Nováková" → "JN"; "" if there is no letter."""
    words = [word for word in plain(name).split() if word[0].isalnum()]
    return "".join(word[0] for word in ([words[0], words[-1]] if len(words) > 1 else words)).upper()


def _letters(size_px: int) -> TypeStyle:
    if size_px >= 56:
        return Type.LEAD_L
    if size_px >= 48:
        return Type.BODY_BOLD.sized(17)
    return Type.NAV.bold(600) if size_px < 40 else Type.HINT.bold(600)


def _colours(tone: AvatarTone, tokens: Tokens) -> tuple[QColor, QColor, QColor]:
    """Fill, letters, border (used in high contrast only)."""
    if tone is AvatarTone.ACCENT:
        return tokens.accent_t, tokens.accent, tokens.line
    if tone is AvatarTone.BAD:
        return tokens.bad_t, tokens.bad, tokens.bad_l
    if tone is AvatarTone.OK:
        return tokens.ok_t, tokens.ok, tokens.ok_l
    if tone is AvatarTone.SURFACE:
        return tokens.surface, tokens.accent, tokens.line
    return tokens.key, tokens.text2, tokens.line


def draw_avatar(painter: QPainter, rect: QRectF, text: str, tone: AvatarTone = AvatarTone.GREY, icon: str | None = None) -> None:
    """Paint one; with ``icon`` the text is not shown."""
    tokens = theme().tokens
    fill, ink, edge = _colours(tone, tokens)
    if icon is not None and tone is AvatarTone.ACCENT:
        edge = tokens.accent
    disc(painter, rect, fill, edge if tokens.high_contrast else None)
    if icon is not None:
        size = 40 if rect.width() >= 72 else 24 if rect.width() >= 56 else 22
        centre = rect.center()
        draw_icon(painter, icon, round(centre.x() - size / 2), round(centre.y() - size / 2), size, ink)
    else:
        put_in(painter, rect, text, _letters(round(rect.width())), ink)


class Avatar(QWidget):
    """A disc of ``size_px`` (56 in the customer panel, 48 in rows, 44 for facts, 40 and 32 in small lists)."""

    def __init__(
        self,
        text: str = "",
        size_px: int = 56,
        tone: AvatarTone = AvatarTone.ACCENT,
        *,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size, self._tone, self._icon, self._text = size_px, tone, icon, plain(text, 3)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_initials(self, text: str, tone: AvatarTone) -> None:
        """Show letters (see ``initials``)."""
        self._text, self._icon, self._tone = plain(text, 3), None, tone
        self.update()

    def show_icon(self, icon: str, tone: AvatarTone) -> None:
        """Show an icon."""
        self._icon, self._tone = icon, tone
        self.update()

    def set_size(self, size_px: int) -> None:
        """Change the diameter."""
        self._size = size_px
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The disc."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The disc."""
        draw_avatar(painting(self), QRectF(self.rect()), self._text, self._tone, self._icon)
