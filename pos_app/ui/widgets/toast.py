"""``Toast``: what was done, at the bottom of a page, for six seconds. Nothing waits for it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtWidgets import QWidget

from pos_app.ui.theme import Type, draw_icon, theme

from .paint import box, painting
from .text import advance, elided, plain, put

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["Toast"]

SHOWN_MS = 6_000
_HEIGHT, _PAD, _ICON, _FROM_BELOW = 56, 20, 22, 24


class Toast(QWidget):
    """Lies over ``page``, in the middle of its bottom; a tap takes it away. Sees to its own place."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._words, self._icon, self._bad = "", "circle-check", False
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()
        page.installEventFilter(self)

    @property
    def words(self) -> str:
        return self._words

    def say(self, words: str, *, bad: bool = False) -> None:
        """Show one sentence; what was shown before goes."""
        self._words, self._bad, self._icon = plain(words, 200), bad, "circle-alert" if bad else "circle-check"
        self.setAccessibleName(self._words)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def sizeHint(self) -> QSize:
        """As wide as its words, inside the page."""
        width = math.ceil(advance(self._words, Type.BODY_MEDIUM)) + 2 * _PAD + _ICON + 12
        return QSize(min(width, max(200, self._page.width() - 48)), _HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom. Never swallows an event."""
        if event.type() == QEvent.Type.Resize and watched is self._page:
            self._place()
        return False

    def mousePressEvent(self, event: object) -> None:  # noqa: ARG002 - Qt's signature
        """A tap takes it away."""
        self.hide()

    def _place(self) -> None:
        page, size = self._page, self.sizeHint()
        self.setGeometry((page.width() - size.width()) // 2, page.height() - size.height() - _FROM_BELOW, *size.toTuple())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dark as the band, so that it stands off from every panel."""
        tokens, painter = theme().tokens, painting(self)
        edge = tokens.line if tokens.high_contrast else None
        box(painter, QRectF(self.rect()), 14, fill=tokens.band, edge=edge, edge_px=2)
        draw_icon(painter, self._icon, _PAD, (self.height() - _ICON) / 2, _ICON, tokens.onband)
        room = self.width() - 2 * _PAD - _ICON - 12
        style = Type.BODY_MEDIUM
        top = (self.height() - style.line_px) / 2
        put(painter, _PAD + _ICON + 12, top, elided(self._words, style, room + 0.5), style, tokens.onband)
