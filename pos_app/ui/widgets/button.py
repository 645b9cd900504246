"""``Button``: primary, secondary, tint, quiet and danger, in three heights."""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QSizePolicy

from pos_app.ui.theme import Type, TypeStyle, draw_icon, theme

from .fading import AfterPress, between
from .keycap import CAP_HEIGHT, cap_width, draw_cap
from .outline import Outline, OutlineShape
from .paint import box, faded, painting, soft_box
from .text import advance, elided, plain, put

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

__all__ = ["Button", "ButtonKind", "FocusRinged", "IconButton"]

_GAP = 10
_EDGE_ROOM = 12
_RADIUS = 12
_FINGER = 48
"""What a finger hits without aiming, px."""
_BY_KEY = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason})


class ButtonKind(Enum):
    """What a button is for; one PRIMARY per panel. KEY looks like a key of the keypad (quick amounts)."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TINT = "tint"
    QUIET = "quiet"
    DANGER = "danger"
    KEY = "key"


class _Look(NamedTuple):
    fill: QColor | None
    edge: QColor | None
    ink: QColor
    cap_edge: QColor
    cap_ink: QColor


class FocusRinged(QPushButton):
    """A push button that is nobody's default and shows a ring around itself when the *keyboard* brought the focus."""

    def __init__(self, radius: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring: Outline | None = None
        self._ring_radius = radius
        # A tap must not take the focus from the field that is being typed into.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space presses it; Enter is the page's everywhere. Some desktops (GNOME, Xfce) would have it press the button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if a key brought the focus."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self._ring = self._ring or Outline(self, OutlineShape.RING, self._ring_radius)
            self._ring.set_on(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.set_on(False)


class Button(FocusRinged):
    """A button with an optional icon before and a key cap behind its text.

    ``height`` is 48 (compact), 56 or 64 (main; its text is 18 px). It is never the dialog's default button: Enter
    belongs to the screen. Its accessible name is its text unless ``name`` is given; one with only an icon needs it.
    ``set_chosen`` gives it the border of a chosen value.
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
        super().__init__(_RADIUS, parent)
        self._kind, self._icon_name, self._key, self._height = kind, icon, key, height
        self._chosen = False
        self._press = AfterPress(self)
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
    def chosen(self) -> bool:
        """Whether it is the value in force."""
        return self._chosen

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - a switch
        """Show it as the value in force."""
        self._chosen = chosen
        self.update()

    @property
    def _style(self) -> TypeStyle:
        return Type.LEAD_BOLD if self._height >= 64 else Type.BODY_BOLD

    @property
    def _icon_px(self) -> int:
        return 20 if self._height <= 48 else 24

    def _content_width(self) -> float:
        return advance(self.words, self._style) + self._parts_width(self._icon_name, self._key)

    def _parts_width(self, icon: str | None, key: str | None) -> float:
        """What is beside the words, with the gaps."""
        parts: list[float] = [self._icon_px] if icon else []
        if key:
            parts.append(cap_width(key))
        return sum(parts) + _GAP * max(0, len(parts) - (0 if self.words else 1))

    def _beside(self) -> tuple[str | None, str | None]:
        """Icon and key as far as the words leave them room: the cap goes first."""
        room = self.width() - 2 * _EDGE_ROOM - advance(self.words, self._style)
        for icon, key in ((self._icon_name, self._key), (self._icon_name, None)):
            if not self.words or self._parts_width(icon, key) <= room:
                return icon, key
        return None, None

    def needed_width(self) -> int:
        """Below this the words are cut, or a finger misses, px."""
        return max(_FINGER, math.ceil(self._content_width()) + 2 * _EDGE_ROOM)

    def sizeHint(self) -> QSize:
        """The content and 16 px on either side."""
        return QSize(max(_FINGER, math.ceil(self._content_width()) + 32), self._height)

    def minimumSizeHint(self) -> QSize:
        """Words may be elided by a tight layout, the height is firm."""
        return QSize(_FINGER, self._height)

    def _look(self, *, pressed: bool) -> _Look:
        tokens = theme().tokens
        hc = tokens.high_contrast
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
        if self._kind is ButtonKind.KEY:
            return _Look(tokens.keyp if pressed else tokens.sunken, tokens.line if hc else None, tokens.text2, *quiet_cap)
        return _Look(tokens.sunken if pressed else None, tokens.line if hc else None, tokens.text2, *quiet_cap)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, icon, words, cap, in the middle."""
        tokens = theme().tokens
        painter = painting(self)
        level = self._press.level
        look = self._look(pressed=level == 1)
        fill, pressed = look.fill, self._look(pressed=True).fill if 0 < level < 1 else None
        if pressed is not None:
            fill = between(fill or faded(pressed, 0.0), pressed, level)
        rect = QRectF(self.rect())
        edge, edge_px, ink = look.edge, tokens.line_px, look.ink
        if self._chosen:
            edge, edge_px, ink = tokens.accent, 2, tokens.accent
        box(painter, rect, _RADIUS, fill=fill, edge=edge, edge_px=edge_px)
        icon, key = self._beside()
        parts = self._parts_width(icon, key)
        words = elided(self.words, self._style, max(0.0, rect.width() - 2 * _EDGE_ROOM - parts))
        x = (rect.width() - parts - advance(words, self._style)) / 2
        if icon:
            size = self._icon_px
            draw_icon(painter, icon, round(x), round((rect.height() - size) / 2), size, ink)
            x += size + _GAP
        if words:
            x += put(painter, x, (rect.height() - self._style.line_px) / 2, words, self._style, ink) + _GAP
        if key:
            cap = QRectF(round(x), (rect.height() - CAP_HEIGHT) // 2, cap_width(key), CAP_HEIGHT)
            draw_cap(painter, cap, key, look.cap_edge, look.cap_ink)


class IconButton(FocusRinged):
    """A round, quiet button with only an icon. It is seen ``size_px`` wide and can be hit 48 px wide."""

    def __init__(self, icon: str, name: str, size_px: int = 40, *, filled: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(24, parent)
        self._icon_name, self._size, self._filled = icon, size_px, filled
        self._press = AfterPress(self)
        self.setAccessibleName(plain(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """What a finger needs."""
        return QSize(max(_FINGER, self._size), max(_FINGER, self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A disc and the icon."""
        tokens, painter = theme().tokens, painting(self)
        inset = (self.width() - self._size) / 2
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        level = self._press.level
        if level or self._filled:
            rest = tokens.sunken if self._filled or tokens.high_contrast else faded(tokens.keyp, 0.0)
            fill = rest if tokens.high_contrast else between(rest, tokens.keyp, level)
            soft_box(painter, rect, self._size / 2, fill, tokens)
        draw_icon(painter, self._icon_name, (self.width() - 22) / 2, (self.height() - 22) / 2, 22, tokens.text2)
