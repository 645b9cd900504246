"""``KeysOverlay``: what every key does, over the page, until a key or a tap. A swipe begins a sale as ever."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from pos_app.ui import words
from pos_app.ui.theme import Ink, Type
from pos_app.ui.widgets.button import IconButton
from pos_app.ui.widgets.keycap import KeyCap
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent

__all__ = ["KeysOverlay"]

_WIDTH = 960
_MARGIN = 24
_MODIFIERS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta})


class KeysOverlay(Panel):
    """Lies over its parent, in the middle. ``toggle`` shows and hides it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._before: QWidget | None = None
        said = words.keys
        self.cross = IconButton("x", said.close(), 40, filled=False)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.clicked.connect(self.hide)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(said.title(), Type.TITLE_PAGE), 1)
        head.addWidget(self.cross)
        right = QVBoxLayout()
        right.addLayout(_list(said.number_pad(), said.pad_keys()))
        right.addSpacing(24)
        right.addLayout(_list(said.everywhere(), said.other_keys()))
        right.addStretch(1)
        left = QVBoxLayout()
        left.addLayout(_list(said.at_the_sale(), said.sale_keys()))
        left.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(40)
        body.addLayout(left, 1)
        body.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 28)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(PlainLabel(said.any_time(), Type.BODY, Ink.TEXT2, elide=True, shrink_to_px=13))
        column.addSpacing(16)
        column.addLayout(body, 1)
        self.setAccessibleName(said.title())
        self.hide()
        parent.installEventFilter(self)

    def toggle(self) -> None:
        """F1."""
        if self.isVisible():
            self.hide()
            return
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key closes it, and does nothing else: nobody confirms a sale that they do not see."""
        if event.key() not in _MODIFIERS:
            self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Typing goes on where it was."""
        super().hideEvent(event)
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A tap anywhere on it closes it."""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of a window that changes its size."""
        if event.type() == QEvent.Type.Resize and watched is self.parent() and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        over = self._over
        width = min(_WIDTH, over.width() - 2 * _MARGIN)
        # What wraps at this width is higher than the hint.
        height = min(max(self.sizeHint().height(), self.heightForWidth(width)), over.height() - 2 * _MARGIN)
        self.setGeometry((over.width() - width) // 2, (over.height() - height) // 2, width, height)


def _list(title: str, keys: Iterable[tuple[str, str]]) -> QVBoxLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(12)
    grid.setColumnStretch(1, 1)
    for row, (cap, does) in enumerate(keys):
        grid.addWidget(KeyCap(cap), row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(PlainLabel(does, Type.BODY, wrap=True), row, 1)
    column = QVBoxLayout()
    column.setSpacing(12)
    column.addWidget(PlainLabel(title, Type.SMALL_MEDIUM, Ink.TEXT3))
    column.addLayout(grid)
    return column
