"""What happened to a sale so far, folded out under its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from pos_app.ui.theme import Ink, Type
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pos_app.ui.sync.phrases import Happening

__all__ = ["Happenings"]

_SHOWN = 12
"""The youngest of them: a card is no book."""


class Happenings(Block):
    """A time, what happened in bold, and what was said, for each."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self._shown: tuple[Happening, ...] = ()

    def show_all(self, happened: Sequence[Happening]) -> None:
        """Show these, the oldest first."""
        youngest = tuple(happened[-_SHOWN:])
        if youngest == self._shown:
            return
        self._shown = youngest
        while (item := self._column.takeAt(0)) is not None:
            layout = item.layout()
            if layout is not None:
                while (part := layout.takeAt(0)) is not None:
                    _drop(part.widget())
        for each in youngest:
            self._column.addLayout(self._row(each))

    @staticmethod
    def _row(each: Happening) -> QHBoxLayout:
        time = PlainLabel(each.time, Type.HINT, Ink.TEXT3)
        time.setFixedWidth(116)
        words = f"{each.title}. {each.sentence}" if each.sentence else each.title
        said = PlainLabel(words, Type.SMALL, Ink.TEXT2, wrap=True, limit=400)
        said.setAccessibleName(f"{each.time}, {said.text()}")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(time)
        row.addWidget(said, 1)
        return row


def _drop(widget: object) -> None:
    if isinstance(widget, PlainLabel):
        widget.hide()
        widget.deleteLater()
