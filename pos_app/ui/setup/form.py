"""``Form``: the right side of one step; ``Labeled``: a field with its label above and what is wrong below."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.till.setup_desk import Settings
from pos_app.ui import words
from pos_app.ui.setup.course import Course
from pos_app.ui.theme import Ink, Type, draw_icon, theme
from pos_app.ui.widgets.facts import ErrorLine
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import painting
from pos_app.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["Form", "IconLine", "Labeled", "address_of", "number_of", "typed_form"]


class Form(QWidget):
    """The page of a step. ``edited``: a person has changed something."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def fill(self, settings: Settings) -> None:
        """Show what was answered before."""

    def read(self, settings: Settings) -> Settings | None:
        """``settings`` with the answers of this page; None: something is wrong, and the page says what."""
        return settings

    def show_course(self, course: Course) -> None:
        """Show what the servers said."""

    def begin(self) -> None:
        """The page is shown: give the keyboard to its first field."""


class Labeled(QWidget):
    """``why``: a line that stays."""

    def __init__(self, label: str, field: QWidget, *, why: str = "") -> None:
        super().__init__()
        self.field, self.error = field, ErrorLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(label, Type.SMALL_MEDIUM, Ink.TEXT2, elide=True))
        column.addWidget(field)
        if why:
            column.addWidget(PlainLabel(why, Type.HINT, Ink.TEXT3, wrap=True))
        column.addWidget(self.error)
        self.error.hide()

    def show_error(self, words: str) -> bool:
        """Say what is wrong; "" for nothing. Whether something is."""
        if isinstance(self.field, TextField):
            self.field.set_error(words)
        self.error.set_words(words)
        self.error.setVisible(bool(words))
        return bool(words)


class IconLine(QWidget):
    """An icon and a sentence that wraps."""

    def __init__(self, icon: str, text: str, ink: Ink) -> None:
        super().__init__()
        self._icon, self._ink = icon, ink
        self.label = PlainLabel(text, Type.SMALL, Ink.TEXT2, wrap=True)
        row = QVBoxLayout(self)
        row.setContentsMargins(30, 0, 0, 0)
        row.addWidget(self.label)

    def set_words(self, icon: str, text: str, ink: Ink) -> None:
        """Say something else."""
        self._icon, self._ink = icon, ink
        self.label.setText(text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon."""
        draw_icon(painting(self), self._icon, 0, 1, 20, theme().tokens[self._ink])


def address_of(text: str) -> str:
    """An address as people type it; https where they say nothing else."""
    typed = text.strip()
    return typed if "://" in typed or not typed else f"https://{typed}"


def typed_form(number: Decimal, language: str) -> str:
    """A number as it would be typed: no grouping, no needless noughts."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", words.Formats(language, "EUR").separator)


def number_of(text: str) -> Decimal | None:
    """A number as people type it; None: it is none."""
    try:
        number = Decimal(text.replace("\u00a0", "").replace(" ", "").replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
