"""``ScrollColumn``: widgets one under the other that scroll when they do not fit; for fingers, wheel and keyboard alike."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QVBoxLayout, QWidget

from .scroll_bar import SlimBar

__all__ = ["ScrollColumn"]


class ScrollColumn(QScrollArea):
    """``column`` is where the widgets go; ``room`` px on every side are kept for their focus rings."""

    def __init__(self, *, room: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(room, room, room, room)
        self.setWidget(body)
        # setWidget switches it on.
        body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        SlimBar.put_into(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def page(self, by: int) -> None:
        """Scroll one page down (1) or up (-1)."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * (bar.pageStep() - 40))
