"""``SearchField``: where a customer is looked for. It is never disabled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal

from pos_app.ui.theme import Metrics, Type, draw_icon, theme

from .button import IconButton
from .field_base import FieldBase, FieldState
from .keycap import CAP_HEIGHT, cap_width, draw_cap
from .line_edit import SIDE, BareEdit
from .progress import Spinner

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QResizeEvent
    from PySide6.QtWidgets import QWidget

__all__ = ["SearchField"]

_ICON = 26


class SearchField(FieldBase):
    """Scan icon while resting, looking glass while active; a key cap while empty, a clear button while not.

    ``cleared`` tells that the clear button was pressed (the field is then already empty and active).
    ``set_busy`` shows a spinner in place of the icon after 300 ms.
    """

    cleared = Signal()

    def __init__(
        self,
        placeholder: str,
        *,
        key: str = "F2",
        name: str | None = None,
        clear_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        edit = BareEdit(Type.LEAD.bold(400), limit=120)
        super().__init__(edit, name=name or placeholder, parent=parent)
        self._key, self._height, self._pad = key, 64, 20
        self._typed, self._empty = Type.LEAD_L, Type.LEAD.bold(400)
        edit.setPlaceholderText(placeholder)
        self._cross = IconButton("x", clear_name or placeholder, 40, parent=self)
        self._cross.clicked.connect(self._clear_pressed)
        # Esc does the same for the keyboard.
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.hide()
        self._spinner = Spinner(22, parent=self)
        edit.textChanged.connect(self._arrange)

    def set_placeholder(self, text: str) -> None:
        """Change what it asks for."""
        self.edit.setPlaceholderText(text)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a switch
        """Say that an answer is on its way."""
        if busy:
            self._spinner.start()
        else:
            self._spinner.stop()
        self.update()

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        self._height = metrics.search_height
        self._pad = 16 if metrics.page_pad == 16 else 20
        self._empty = Type.BODY if metrics.page_pad == 16 else Type.LEAD.bold(400)
        self.updateGeometry()
        self._arrange()

    def sizeHint(self) -> QSize:
        """64 px high (L: 72)."""
        return QSize(320, self._height)

    def minimumSizeHint(self) -> QSize:
        """Its height is firm."""
        return QSize(200, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place edit and clear button."""
        super().resizeEvent(event)
        self._arrange()

    def _clear_pressed(self) -> None:
        self.clear()
        self.activate()
        self.cleared.emit()

    def _arrange(self) -> None:
        typed = bool(self.text())
        self.edit.set_type(self._typed if typed else self._empty, 28)
        self._cross.setVisible(typed)
        left = self._pad + 38 if self._pad == 20 else 48
        tail = 62 if typed else cap_width(self._key) + 22
        self.edit.setGeometry(left - SIDE, 2, self.width() - left - tail, self.height() - 4)
        side = self._cross.width()
        self._cross.move(self.width() - 34 - side // 2, (self.height() - side) // 2)
        self._spinner.move(self._pad, (self.height() - self._spinner.height()) // 2)
        self.update()

    def _paint_inside(self, painter: QPainter) -> None:
        tokens = theme().tokens
        active = self.state is FieldState.ACTIVE
        if not self._spinner.isVisible():
            ink = tokens.accent if active else tokens.text2
            name = "search" if active else "scan-line"
            draw_icon(painter, name, self._pad - 2, (self.height() - _ICON) / 2, _ICON, ink)
        if not self.text():
            width = cap_width(self._key)
            rect = QRectF(self.width() - 14 - width, (self.height() - CAP_HEIGHT) / 2, width, CAP_HEIGHT)
            draw_cap(painter, rect, self._key, tokens.line, tokens.text3, tokens.surface)
