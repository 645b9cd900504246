"""The section "Training": a second till with made-up customers, in a window of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QVBoxLayout

from pos_app.ui import words
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.facts import Divider
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Panel

__all__ = ["TrainingSection"]


class TrainingSection(Panel):
    """``command``: the program and its arguments. What is started goes on by itself, whatever becomes of this till."""

    def __init__(self, command: Sequence[str]) -> None:
        super().__init__()
        said = words.training
        self._command = tuple(command)
        self.begin = Button(said.begin(), ButtonKind.PRIMARY, height=56)
        self.begin.clicked.connect(self._begin)
        self._column = QVBoxLayout(self)
        self._column.addWidget(PlainLabel(said.training(), Type.TITLE_NAME, elide=True))
        self._column.addWidget(PlainLabel(said.begin_why(), Type.BODY, Ink.TEXT2, wrap=True))
        self._column.addWidget(Divider())
        self._column.addWidget(PlainLabel(said.nothing_counts(), Type.BODY, Ink.TEXT2, wrap=True))
        self._column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.apply_metrics(Metrics.for_window(1280, 800))

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        pad = metrics.panel_pad
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(14)

    def _begin(self) -> None:
        program, *arguments = self._command
        QProcess.startDetached(program, arguments)
