"""``Outline``: what is drawn *around* a widget (halo of a field, focus ring of a button) without moving its neighbours.

It is a sibling that follows its target, sees no input, and exists only for widgets that had the focus once.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtWidgets import QWidget

from pos_app.ui.theme import theme

from .paint import box, faded, painting

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["Outline", "OutlineShape"]

_Event = QEvent.Type
# A new palette is another look.
_FOLLOWED = frozenset({_Event.Move, _Event.Resize, _Event.Show, _Event.Hide, _Event.ParentChange, _Event.PaletteChange})


class OutlineShape(Enum):
    """HALO: 4 px of the accent at 18 %. RING: 3 px of the accent after a gap of 2 px. The value is the margin, px."""

    HALO = 4
    RING = 5


class Outline(QWidget):
    """Draws one shape around ``target``, whose corners have ``radius`` px."""

    def __init__(self, target: QWidget, shape: OutlineShape, radius: float) -> None:
        super().__init__(target.parentWidget())
        self._target, self._shape, self._radius, self._on = target, shape, radius, False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        target.installEventFilter(self)

    def set_on(self, on: bool) -> None:  # noqa: FBT001 - a switch
        """Show or hide it."""
        self._on = on
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around the target. Never swallows an event."""
        if watched is self._target and event.type() in _FOLLOWED:
            self._follow()
        return False

    def _follow(self) -> None:
        parent = self._target.parentWidget()
        # High contrast has its own, thicker border for active fields and needs no halo.
        wanted = self._on and not (self._shape is OutlineShape.HALO and theme().tokens.high_contrast)
        if parent is None or not wanted or not self._target.isVisibleTo(parent):
            self.hide()
            return
        if self.parentWidget() is not parent:
            self.setParent(parent)
        margin = self._shape.value
        self.setGeometry(self._target.geometry().adjusted(-margin, -margin, margin, margin))
        self.stackUnder(self._target)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The shape."""
        tokens = theme().tokens
        rect, painter = QRectF(self.rect()), painting(self)
        if self._shape is OutlineShape.HALO:
            box(painter, rect, self._radius + 4, edge=faded(tokens.accent, 0.18), edge_px=4.5)
        else:
            box(painter, rect, self._radius + 5, edge=tokens.accent, edge_px=3)
