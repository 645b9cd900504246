"""``FullScreenCode``: the code over the whole window, turned to the customer (F11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from pos_app.ui import words
from pos_app.ui.theme import Ink, Type, theme
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import painting
from pos_app.ui.widgets.qr_code import QrCode

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent

_LARGEST, _AROUND = 720, 240


class FullScreenCode(QWidget):
    """Lies over the window of ``page``. Any key or a tap closes it, and does nothing else."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        said, middle = words.register, Qt.AlignmentFlag.AlignHCenter
        self._before: QWidget | None = None
        self.code = QrCode(_LARGEST, said.code_spoken())
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self.code, 0, middle)
        column.addSpacing(12)
        column.addWidget(PlainLabel(said.let_scan(), Type.TITLE_PAGE, align=middle), 0, middle)
        column.addWidget(PlainLabel(said.opens_wallet(), Type.LEAD, Ink.TEXT2, align=middle), 0, middle)
        column.addStretch(1)
        column.addWidget(PlainLabel(said.tap_to_close(), Type.HINT, Ink.TEXT3, align=middle), 0, middle)
        self.setAccessibleName(said.let_scan())
        self.hide()

    def open(self, link: str, over: QWidget) -> None:
        """Show the code of ``link`` over the whole of ``over``."""
        self._before = QApplication.focusWidget()
        if self.parent() is not over:
            self.setParent(over)
            over.installEventFilter(self)
        self.code.show_text(link)
        self._place(over)
        self.show()
        self.raise_()
        self.setFocus()

    def _place(self, over: QWidget) -> None:
        self.setGeometry(over.rect())
        self.code.set_size(min(_LARGEST, over.width() - 80, over.height() - _AROUND))

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        """Close."""
        self.hide()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Close."""
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Typing goes on where it was."""
        super().hideEvent(event)
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fill a window that changes its size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget) and watched is self.parent() and self.isVisible():
            self._place(watched)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing of the till behind it is the customer's business."""
        painting(self).fillRect(QRectF(self.rect()), theme().tokens.surface)
