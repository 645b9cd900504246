"""``ComingPage``: a page that is still to come says so, calmly, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.ui import words
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.avatar import Avatar, AvatarTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from .pages import RailItem

__all__ = ["ComingPage"]


class ComingPage(QWidget):
    """Title, a large icon, what will come, and the way back to the sale (``back``)."""

    back = Signal()

    def __init__(self, item: RailItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(item.words, Type.TITLE_PAGE)
        panel = Panel()
        self._column = QVBoxLayout(panel)
        self._column.addStretch(2)
        self._column.addWidget(Avatar("", 80, AvatarTone.GREY, icon=item.icon), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(24)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._column.addWidget(PlainLabel(words.shell.coming(), Type.TITLE_NAME, align=middle))
        self._column.addSpacing(8)
        sentence = PlainLabel(item.coming, Type.LEAD.bold(400), Ink.TEXT2, wrap=True, align=middle)
        self._column.addWidget(sentence)
        self._column.addSpacing(28)
        self.button = Button(words.shell.back_to_sale(), ButtonKind.SECONDARY, icon="shopping-bag", key="Ctrl+1")
        self.button.clicked.connect(self.back)
        self._column.addWidget(self.button, 0, middle)
        self._column.addStretch(3)
        self._page = QVBoxLayout(self)
        self._page.setSpacing(16)
        self._page.addWidget(self._title)
        self._page.addWidget(panel, 1)
        self.setFocusProxy(self.button)
        self.apply_metrics(Metrics.for_window(1280, 800))

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        pad = metrics.page_pad
        self._page.setContentsMargins(pad, pad - 4, pad, pad)
        side = max(metrics.panel_pad, (metrics.width - metrics.rail - 640) // 2)
        self._column.setContentsMargins(side, metrics.panel_pad, side, metrics.panel_pad)
