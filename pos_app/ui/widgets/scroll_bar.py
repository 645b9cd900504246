"""``SlimBar``: a scroll bar of 8 px without arrows, which is only seen while there is something to scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider

from pos_app.ui.theme import theme

from .paint import box, painting

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QAbstractScrollArea, QWidget

__all__ = ["SlimBar"]

_WIDTH, _LEAST = 8, 32


class SlimBar(QScrollBar):
    """Vertical."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)

    @staticmethod
    def put_into(area: QAbstractScrollArea, *, always: bool = True) -> SlimBar:
        """Give ``area`` one in place of the system's; ``always``: it keeps its room."""
        bar = SlimBar()
        area.setVerticalScrollBar(bar)
        if always:
            area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        return bar

    def sizeHint(self) -> QSize:
        """A narrow strip."""
        return QSize(_WIDTH, 3 * _LEAST)

    def minimumSizeHint(self) -> QSize:
        """As narrow."""
        return QSize(_WIDTH, _LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The thumb, where the style puts it, without the style's arrows."""
        if self.maximum() <= self.minimum():
            return
        tokens, painter = theme().tokens, painting(self)
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        groove = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarGroove, self)
        thumb = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self)
        # The style leaves room for arrows at both ends: the thumb is spread over all of the strip.
        scale = self.height() / max(1, groove.height())
        top, height = (thumb.top() - groove.top()) * scale, max(_LEAST, thumb.height() * scale)
        rect = QRectF(2, min(top, self.height() - height), _WIDTH - 4, height)
        box(painter, rect, 2, fill=tokens.line2 if self.isSliderDown() or tokens.high_contrast else tokens.disabled)
