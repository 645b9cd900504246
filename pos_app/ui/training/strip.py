"""``TrainingStrip``: the line over everything that says that this is not the real till."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from pos_app.ui import words
from pos_app.ui.theme import Ink, Type, draw_icon, theme
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import painting

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["TrainingStrip"]

HEIGHT = 48


class TrainingStrip(QWidget):
    """``side_wanted``: show or hide the panel, where the window is too narrow for both."""

    side_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        said = words.training
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{said.training()}. {said.nothing_counts()}")
        self.side = Button(said.panel(), ButtonKind.QUIET, icon="credit-card", height=48)
        row = QHBoxLayout(self)
        row.setContentsMargins(56, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(PlainLabel(said.training(), Type.BODY_BOLD, Ink.WARN))
        row.addWidget(PlainLabel(said.nothing_counts(), Type.SMALL, Ink.TEXT, elide=True), 1)
        row.addWidget(self.side, 0, Qt.AlignmentFlag.AlignVCenter)
        self.side.clicked.connect(self.side_wanted)

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(600, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Amber, with stripes that nobody takes for the real till's."""
        tokens, painter = theme().tokens, painting(self)
        painter.fillRect(self.rect(), tokens.warn_t)
        painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), tokens.warn)
        draw_icon(painter, "triangle-alert", 22, (self.height() - 22) / 2, 22, tokens.warn)
