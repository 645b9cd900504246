"""What the two forms of the journal have in common: a title, whose sale it is, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui import words
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from pos_app.till.browsing import Story
    from pos_app.ui.journal.row_words import RowWords

__all__ = ["Sheet"]


class Sheet(Panel):
    """Takes the place of the list. ``left``: back to it; ``meant``: the main button was pressed."""

    left = Signal()
    meant = Signal()

    def __init__(self, title: str, row_words: RowWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_words = row_words
        self.title = PlainLabel(title, Type.TITLE_NAME, elide=True)
        self.whose = PlainLabel("", Type.BODY, Ink.TEXT2, elide=True)
        self.back = Button(words.journal.back(), ButtonKind.SECONDARY, key="Esc")
        self.main = Button("", ButtonKind.PRIMARY, key="↵", height=64)
        self.back.clicked.connect(self.left)
        self.main.clicked.connect(self.meant)
        head, names = QHBoxLayout(), QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.whose)
        head.addLayout(names, 1)
        head.addWidget(self.back)
        self.body = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(16)
        self._column.addLayout(head)
        self._column.addLayout(self.body, 1)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        pad = metrics.panel_pad
        self._column.setContentsMargins(pad, pad - 4, pad, pad)

    def show_sale(self, story: Story) -> None:
        """Whose sale this is about."""
        row = story.row
        time = self.row_words.phrases.formats.time(self.row_words.local(row.made_at))
        self.whose.setText(words.journal.refund_of_whom(time=time, name=self.row_words.name(row)))
