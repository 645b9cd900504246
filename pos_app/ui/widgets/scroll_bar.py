"""``SlimBar``: a scroll bar without arrows, which is only seen while there is something to scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QScrollBar

from pos_app.ui.theme import theme

from .paint import box, painting

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QAbstractScrollArea, QWidget

__all__ = ["BAR_PX", "SlimBar"]

BAR_PX = 8
_LEAST = 32.0


class SlimBar(QScrollBar):
    """Vertical."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setFixedWidth(BAR_PX)

    @staticmethod
    def put_into(area: QAbstractScrollArea, *, always: bool = True) -> SlimBar:
        """Give ``area`` one in place of the system's; ``always``: its place is kept, so that nothing jumps when it comes."""
        bar = SlimBar()
        area.setVerticalScrollBar(bar)
        if always:
            area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        return bar

    def sizeHint(self) -> QSize:
        """The scroll area asks this, not how wide it is."""
        return QSize(BAR_PX, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The thumb."""
        span = self.maximum() - self.minimum()
        if span <= 0:
            return
        tokens, painter = theme().tokens, painting(self)
        long = max(_LEAST, self.height() * self.pageStep() / (span + self.pageStep()))
        top = (self.height() - long) * (self.value() - self.minimum()) / span
        box(painter, QRectF(2, top, BAR_PX - 4, long), 2, fill=tokens.line2)
