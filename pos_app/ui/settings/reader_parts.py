"""What the reader's set-up shows: the test field, the tiles with what was found, the list of checks."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.theme import Ink, Type, draw_icon, theme
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import box, painting
from pos_app.ui.widgets.text import advance, elided, plain, put

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["CheckRow", "CheckState", "FoundTile", "ReadField"]

_RADIUS = 14


class ReadField(QWidget):
    """Shows what a reader typed. It takes the focus, so that a reader's keys find nothing to change, but no text."""

    accessible_role = QAccessible.Role.EditableText

    def __init__(self, name: str) -> None:
        super().__init__()
        self._text, self._time, self._dim = "", "", True
        self._name = plain(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(72)
        self.setAccessibleName(self._name)

    @property
    def text(self) -> str:
        return self._text

    @property
    def time(self) -> str:
        return self._time

    def show_read(self, text: str, time: str = "", *, dim: bool = False) -> None:
        """Show what arrived (already masked) and how long it took; ``dim`` for words in place of it."""
        self._text, self._time, self._dim = plain(text, 120), plain(time, 20), dim
        self.setAccessibleDescription(f"{self._text} {self._time}".strip())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = theme().tokens, painting(self)
        box(painter, QRectF(self.rect()), _RADIUS, fill=tokens.sunken, edge=tokens.accent, edge_px=4 if tokens.high_contrast else 2)
        right = self.width() - 32.0
        if self._time:
            right -= advance(self._time, Type.SMALL_MEDIUM)
            put(painter, right, (self.height() - Type.SMALL_MEDIUM.line_px) / 2, self._time, Type.SMALL_MEDIUM, tokens.text2)
            draw_icon(painter, "timer", right - 24, (self.height() - 18) / 2, 18, tokens.text2)
            right -= 40
        style = Type.LEAD.bold(400) if self._dim else Type.KEY
        words = elided(self._text, style, right - 20)
        if self._dim:
            put(painter, 20, (self.height() - style.line_px) / 2, words, style, tokens.text3)
            return
        x = 20.0
        for part in _runs(words):
            ink = tokens.text2 if part[0] == "•" else tokens.text
            x += put(painter, x, (self.height() - style.line_px) / 2, part, style, ink)


def _runs(text: str) -> list[str]:
    """The text cut where dots begin and end, so that each part has one colour."""
    parts: list[str] = []
    for char in text:
        if parts and (parts[-1][0] == "•") == (char == "•"):
            parts[-1] += char
        else:
            parts.append(char)
    return parts


class FoundTile(QWidget):
    """A title, a value and a small line, in a thin frame."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = PlainLabel(title, Type.HINT_MEDIUM, Ink.TEXT2, elide=True)
        self._value = PlainLabel("–", Type.TITLE_PANEL, Ink.TEXT, shrink_to_px=14)
        self._hint = PlainLabel("", Type.HINT, Ink.TEXT3, elide=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 8, 10)
        column.setSpacing(0)
        for label in (self._title, self._value, self._hint):
            column.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(92)

    @property
    def value(self) -> str:
        return self._value.text()

    @property
    def hint(self) -> str:
        return self._hint.text()

    def show_value(self, value: str, hint: str) -> None:
        """Show what was found; an empty value is a dash."""
        self._value.setText(value or "–")
        self._value.set_look(ink=Ink.TEXT if value else Ink.TEXT3)
        self._hint.setText(hint)
        self.setAccessibleName(f"{self._title.text()}: {self._value.text()} {hint}".strip())

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        box(painting(self), QRectF(self.rect()), _RADIUS, fill=tokens.surface, edge=tokens.line, edge_px=tokens.line_px)


class CheckState(Enum):
    """How a check stands."""

    LATER = "later"
    WAITING = "waiting"
    GOOD = "good"
    BAD = "bad"


class _Mark(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.state = CheckState.LATER
        self.setFixedSize(24, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = theme().tokens, painting(self)
        if self.state is CheckState.GOOD:
            draw_icon(painter, "circle-check", 0, 0, 24, tokens.ok)
        elif self.state is CheckState.BAD:
            draw_icon(painter, "circle-alert", 0, 0, 24, tokens.bad)
        else:
            waits = self.state is CheckState.WAITING
            painter.setPen(QPen(tokens.accent if waits else tokens.line2, 2 if waits else 1.5))
            # A ring with a gap: something is still to come.
            painter.drawArc(QRectF(3, 3, 18, 18), 110 * 16, (270 if waits else 360) * 16)


class CheckRow(QWidget):
    """A mark, a line and a small line."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = _Mark()
        self._title = PlainLabel("", Type.BODY_MEDIUM, elide=True)
        self._hint = PlainLabel("", Type.HINT, Ink.TEXT3, elide=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def state(self) -> CheckState:
        return self._mark.state

    @property
    def words(self) -> tuple[str, str]:
        return self._title.text(), self._hint.text()

    def show_check(self, state: CheckState, title: str, hint: str = "") -> None:
        """Change what it says and how it stands."""
        self._mark.state = state
        self._mark.update()
        self._title.setText(title)
        self._title.set_look(ink=Ink.TEXT2 if state is CheckState.LATER else Ink.TEXT)
        self._hint.setText(hint)
        self.setAccessibleName(f"{title}. {hint}".strip())

    def sizeHint(self) -> QSize:
        return QSize(300, 44)
