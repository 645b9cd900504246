"""``TextField``: one line with an icon (receipt number, phone)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize

from pos_app.ui.theme import Type, TypeStyle, draw_icon, theme

from .field_base import FieldBase, FieldState
from .keycap import CAP_HEIGHT, cap_width, draw_cap
from .line_edit import SIDE, BareEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QResizeEvent
    from PySide6.QtWidgets import QWidget

__all__ = ["TextField"]

_ICON = 22


class TextField(FieldBase):
    """Icon, text or placeholder, and a key cap or (when ``set_done``) a green tick. ``height`` is 56 or 48.

    ``style`` is that of the placeholder; what is typed has weight 500. Forms use ``Type.LEAD``.

    An error colours the border; its words belong under the field (``error`` gives them).
    """

    def __init__(
        self,
        placeholder: str,
        *,
        icon: str = "receipt-text",
        key: str | None = None,
        name: str | None = None,
        height: int = 56,
        style: TypeStyle = Type.BODY,
        limit: int = 64,
        parent: QWidget | None = None,
    ) -> None:
        edit = BareEdit(style, limit=limit)
        super().__init__(edit, name=name or placeholder, parent=parent)
        self._icon, self._key, self._height, self._done = icon, key, height, False
        self._empty, self._typed = style.bold(400), style.bold(500)
        edit.textChanged.connect(self._arrange)
        edit.setPlaceholderText(placeholder)

    def set_done(self, done: bool) -> None:  # noqa: FBT001 - a switch
        """Show or take away the tick of a complete entry."""
        self._done = done
        self._arrange()

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(240, self._height)

    def minimumSizeHint(self) -> QSize:
        """Its height is firm."""
        return QSize(120, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the edit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self.edit.set_type(self._typed if self.text() else self._empty)
        tail = 34 if self._done else cap_width(self._key) + 12 if self._key else 0
        left = 48 if self._icon else 16
        self.edit.setGeometry(left - SIDE, 2, self.width() - left - tail - 12, self.height() - 4)
        self.update()

    def _paint_inside(self, painter: QPainter) -> None:
        tokens = theme().tokens
        top = (self.height() - _ICON) / 2
        if self._icon:
            ink = tokens.accent if self.state is FieldState.ACTIVE else tokens.text3
            draw_icon(painter, self._icon, 16, top, _ICON, ink)
        if self._done:
            draw_icon(painter, "circle-check", self.width() - 16 - _ICON, top, _ICON, tokens.ok)
        elif self._key:
            width = cap_width(self._key)
            rect = QRectF(self.width() - 12 - width, (self.height() - CAP_HEIGHT) / 2, width, CAP_HEIGHT)
            draw_cap(painter, rect, self._key, tokens.line, tokens.text3, tokens.surface)
