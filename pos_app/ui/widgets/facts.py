"""Small things that say one fact: a dot, an icon tile, a birthday row, a number under its title, a divider."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.theme import Ink, Type, draw_icon, theme

from .avatar import Avatar, AvatarTone
from .label import PlainLabel
from .paint import disc, painting, soft_box
from .panel import Block

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["Divider", "Dot", "ErrorLine", "FactRow", "IconTile", "StatTile", "TileTone"]


class Dot(QWidget):
    """A dot beside a word ("Live", "Reader ready"); never alone."""

    def __init__(self, ink: Ink = Ink.OK_FILL, size_px: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink, self._size = ink, size_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_ink(self, ink: Ink) -> None:
        """Change the colour."""
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        """The dot."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dot."""
        disc(painting(self), QRectF(0, 0, self._size, self._size), theme().tokens[self._ink])


class Divider(QWidget):
    """A line of 1 px (high contrast 2)."""

    def __init__(self, *, vertical: bool = False, accent: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vertical, self._accent = vertical, accent
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if vertical else free, free if vertical else fixed)

    def set_accent(self, accent: bool) -> None:  # noqa: FBT001 - a switch
        """Use the tint's line, for a divider inside a tinted block."""
        self._accent = accent
        self.update()

    def sizeHint(self) -> QSize:
        """Its thickness."""
        px = theme().tokens.line_px
        return QSize(px, px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        tokens = theme().tokens
        painting(self).fillRect(self.rect(), tokens.accent_l if self._accent else tokens.line)


class TileTone(Enum):
    """ACCENT: a way to begin. BAD: a refusal."""

    ACCENT = "accent"
    BAD = "bad"


class IconTile(QWidget):
    """A rounded square with an icon: 56 px with the ways to begin, 72 px with a refusal."""

    def __init__(self, icon: str, size_px: int = 56, tone: TileTone = TileTone.ACCENT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._size, self._tone = icon, size_px, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The square."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The square and the icon."""
        tokens, painter = theme().tokens, painting(self)
        bad = self._tone is TileTone.BAD
        fill, edge, ink = (tokens.bad_t, tokens.bad_l, tokens.bad) if bad else (tokens.accent_t, tokens.accent_l, tokens.accent)
        soft_box(painter, QRectF(0, 0, self._size, self._size), 12 if self._size < 72 else 16, fill, tokens, edge)
        size = 28 if self._size < 72 else 36
        at = (self._size - size) / 2
        draw_icon(painter, self._icon, at, at, size, ink)


class FactRow(QWidget):
    """A disc with an icon, a line (bold if ACCENT) and a small line: birthday, last visit."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str = "",
        tone: AvatarTone = AvatarTone.GREY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._disc = Avatar("", 44, tone, icon=icon)
        bold = tone is AvatarTone.ACCENT
        self._title = PlainLabel(title, Type.BODY_BOLD if bold else Type.BODY_MEDIUM, elide=True)
        self._sentence = PlainLabel(sentence, Type.HINT, Ink.TEXT2, elide=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._disc)
        row.addLayout(words, 1)
        self._sentence.setVisible(bool(sentence))

    def set_words(self, title: str, sentence: str = "") -> None:
        """Change what it says."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))


class ErrorLine(QWidget):
    """What is wrong with the field above it; keeps its place while it says nothing, so that nothing jumps."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel(words, Type.HINT_MEDIUM, Ink.BAD, elide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 0, 0, 0)
        row.addWidget(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str | None) -> None:
        """Say what is wrong; None or "" for nothing."""
        self._label.setText(words or "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon."""
        if self._label.text():
            draw_icon(painting(self), "circle-alert", 0, (self.height() - 18) / 2, 18, theme().tokens.bad)


class StatTile(Block):
    """A title over a big number, on a sunken block (success panel)."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, title: str, value: str = "", ink: Ink = Ink.TEXT, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = PlainLabel(title, Type.SMALL_MEDIUM, Ink.TEXT2, elide=True)
        self._value = PlainLabel(value, Type.NUMBER_M, ink, shrink_to_px=18)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 12, 15)
        column.setSpacing(3)
        column.addWidget(self._title)
        column.addWidget(self._value)
        self.set_words(title, value, ink)

    def set_words(self, title: str, value: str, ink: Ink = Ink.TEXT) -> None:
        """Change what it says."""
        self._title.setText(title)
        self._value.setText(value)
        self._value.set_look(ink=ink)
        self._value.setAccessibleName(f"{self._title.text()} {self._value.text()}")
