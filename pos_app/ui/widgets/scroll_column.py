"""``ScrollColumn``: widgets one under the other that scroll when they do not fit; for fingers, wheel and keyboard alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QScroller, QVBoxLayout, QWidget

from pos_app.ui.theme import theme

from .paint import box, painting

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["BAR_PX", "ScrollColumn"]

BAR_PX = 12


class _SlimBar(QScrollBar):
    """A thumb of 6 px without arrows."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setFixedWidth(BAR_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The thumb."""
        span = self.maximum() - self.minimum()
        if span <= 0:
            return
        tokens, painter = theme().tokens, painting(self)
        long = max(32.0, self.height() * self.pageStep() / (span + self.pageStep()))
        top = (self.height() - long) * (self.value() - self.minimum()) / span
        box(painter, QRectF(BAR_PX - 7, top, 6, long), 3, fill=tokens.line2)


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
        # It is seen only when there is something to scroll, but its place is kept: nothing jumps when it comes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBar(_SlimBar())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def page(self, by: int) -> None:
        """Scroll one page down (1) or up (-1)."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * (bar.pageStep() - 40))
