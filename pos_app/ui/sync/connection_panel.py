"""``ConnectionPanel``: how the line to the servers and this computer are, and what can be done at any time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui import words
from pos_app.ui.theme import Ink, Metrics, Type, draw_icon, theme
from pos_app.ui.widgets.button import Button
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import painting
from pos_app.ui.widgets.panel import Panel
from pos_app.ui.widgets.scroll_column import ScrollColumn
from pos_app.ui.widgets.status_row import RowMark, StatusRow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from pos_app.ui.sync.facts import Fact

__all__ = ["ConnectionPanel"]

_ROOMY = 960
"""From this height of the window on rows have their full height."""
_FOR_PROMISE = 760
_ROWS = 7
"""So many low rows leave room for the sentence below them at 800 px."""


class _Promise(QWidget):
    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 0, 0)
        row.addWidget(PlainLabel(words.line.kept_here(), Type.HINT, Ink.TEXT2, wrap=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_icon(painting(self), "hard-drive", 0, 1, 20, theme().tokens.text2)


class ConnectionPanel(Panel):
    """376 px wide (S: 328)."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, StatusRow] = {}
        self._low, self._tall = False, True
        self._facts = ScrollColumn()
        self._facts.column.setSpacing(0)
        self._facts.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._facts.column.addStretch(1)
        self._promise = _Promise()
        self.send = Button(words.line.send_now(), icon="refresh-cw", key="F5")
        self.backup = Button(words.line.save_backup(), icon="download")
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(PlainLabel(words.line.connection(), Type.LEAD_L))
        self._column.addSpacing(12)
        self._column.addWidget(self._facts, 1)
        self._column.addSpacing(16)
        self._column.addWidget(self._promise)
        self._column.addSpacing(16)
        self._column.addWidget(self.send)
        self._column.addSpacing(12)
        self._column.addWidget(self.backup)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        small = metrics.page_pad == 16
        self.setFixedWidth(328 if small else 376)
        pad = metrics.panel_pad
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._low = metrics.height < _ROOMY
        self._tall = metrics.height >= _FOR_PROMISE
        self._show_promise()
        for row in self._rows.values():
            row.set_low(self._low)

    def _show_promise(self) -> None:
        """It says nothing new: the first to make room."""
        self._promise.setVisible(not self._low or (self._tall and len(self._rows) <= _ROWS))

    def row(self, key: str) -> StatusRow:
        """The row of a fact."""
        return self._rows[key]

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these; rows that are there already only change their words."""
        spoken = {RowMark.OK: words.line.state_well(), RowMark.NONE: ""}
        wanted = {each.key for each in facts}
        for key in self._rows.keys() - wanted:
            gone = self._rows.pop(key)
            gone.hide()
            gone.deleteLater()
        for at, each in enumerate(facts):
            row = self._rows.get(each.key)
            if row is None:
                row = self._rows[each.key] = StatusRow(each.icon, each.title)
                row.set_low(self._low)
                self._facts.column.insertWidget(at, row)
            row.show_words(each.words, each.mark, spoken.get(each.mark, words.line.state_trouble()))
            row.set_last(at == len(facts) - 1)
        self._show_promise()
