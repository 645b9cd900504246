"""``OptionCard``: one of a few answers, with what it means. ``ChoiceField``: one of many, in a field that opens a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QComboBox, QSizePolicy

from pos_app.ui.theme import Type, draw_icon, theme

from .button import FocusRinged
from .field_base import FIELD_RADIUS
from .outline import Outline, OutlineShape
from .paint import box, disc, painting
from .text import elided, fitting, plain, put

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

__all__ = ["ChoiceField", "OptionCard"]

_LEAST_PX = 12
_HEIGHT, _LOW = 72, 64


class OptionCard(FocusRinged):
    """A ring that is filled when chosen, a bold line and a small line. Put several into a QButtonGroup."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(14, parent)
        self._title, self._sentence = plain(title, 80), plain(sentence, 120)
        self._height = _HEIGHT
        self.setCheckable(True)
        self.setAccessibleName(f"{self._title}. {self._sentence}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a switch
        """Take less height."""
        self._height = _LOW if low else _HEIGHT
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A card."""
        return QSize(480, self._height)

    def minimumSizeHint(self) -> QSize:
        """Its height is firm."""
        return QSize(240, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card."""
        tokens, painter = theme().tokens, painting(self)
        rect, chosen = QRectF(self.rect()), self.isChecked()
        fill = tokens.accent_t if chosen and not tokens.high_contrast else tokens.key if self.isDown() else tokens.surface
        edge = tokens.accent if chosen else tokens.line2 if tokens.high_contrast else tokens.line
        box(painter, rect, 14, fill=fill, edge=edge, edge_px=2 if chosen else tokens.line_px)
        middle = rect.height() / 2
        disc(painter, QRectF(20, middle - 11, 22, 22), tokens.surface, tokens.accent if chosen else tokens.line2, 2)
        if chosen:
            disc(painter, QRectF(26, middle - 5, 10, 10), tokens.accent)
        room = rect.width() - 60 - 16
        top = middle - (Type.BODY_BOLD.line_px + Type.SMALL.line_px) / 2
        put(painter, 60, top, elided(self._title, Type.BODY_BOLD, room), Type.BODY_BOLD, tokens.text)
        small = fitting(self._sentence, Type.SMALL, room, _LEAST_PX)
        put(painter, 60, top + Type.BODY_BOLD.line_px, elided(self._sentence, small, room), small, tokens.text2)


class ChoiceField(QComboBox):
    """Looks like a text field of the kit; the list is the desktop's own, with letters to jump and arrows to go."""

    def __init__(self, name: str, *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._halo: Outline | None = None
        self.setAccessibleName(plain(name))
        self.setFont(Type.LEAD.font)
        self.setMaxVisibleItems(10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def choose(self, value: str) -> None:
        """Show the entry with this value, if there is one."""
        index = self.findData(value)
        if index >= 0:
            self.setCurrentIndex(index)

    @property
    def value(self) -> str:
        return str(self.currentData() or "")

    def sizeHint(self) -> QSize:
        """A field."""
        return QSize(240, 56)

    def minimumSizeHint(self) -> QSize:
        """Its height is firm."""
        return QSize(120, 56)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._halo = self._halo or Outline(self, OutlineShape.HALO, FIELD_RADIUS)
        self._halo.set_on(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        if self._halo is not None:
            self._halo.set_on(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel over the form scrolls the form; it must not change an answer unseen."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, chosen words, chevron."""
        tokens, painter = theme().tokens, painting(self)
        focus = self.hasFocus()
        edge_px = (4 if tokens.high_contrast else 2) if focus else tokens.line_px
        rect = QRectF(self.rect())
        box(painter, rect, FIELD_RADIUS, fill=tokens.surface, edge=tokens.accent if focus else tokens.line2, edge_px=edge_px)
        left = 16.0
        if self._icon_name:
            draw_icon(painter, self._icon_name, 16, (self.height() - 22) / 2, 22, tokens.accent if focus else tokens.text3)
            left = 48.0
        style = Type.LEAD
        words = elided(plain(self.currentText()), style, rect.width() - left - 48)
        put(painter, left, (self.height() - style.line_px) / 2, words, style, tokens.text)
        draw_icon(painter, "chevron-down", self.width() - 38, (self.height() - 22) / 2, 22, tokens.text2)
