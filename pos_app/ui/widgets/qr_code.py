"""``QrCode``: a code to be scanned from the screen; black on white with its margin in every theme, or nothing can read it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme import theme

from .paint import box, painting
from .text import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["QrCode", "modules"]

_MARGIN_PX = 20
_RADIUS = 14
_QUIET = 4
"""Modules that a reader wants white around the code."""


@lru_cache(maxsize=4)
def modules(text: str) -> tuple[bytes, ...]:
    """The rows of the code of ``text``: 1 is dark. The smallest one that bears 15 % of dirt."""
    # Few sales show a code: no start of the till waits for what draws it.
    import segno  # noqa: PLC0415

    return tuple(bytes(row) for row in segno.make(text, error="m", micro=False).matrix)


class QrCode(QWidget):
    """``size_px`` wide and high; the code fills it but for its white margin, in whole pixels a module."""

    def __init__(self, size_px: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, self._text = size_px, ""
        self.setAccessibleName(plain(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show the code of ``text``; empty: none."""
        if text != self._text:
            self._text = text
            self.update()

    def set_size(self, size_px: int) -> None:
        """Another size."""
        if size_px != self._size:
            self._size = size_px
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White, a line around it, and the dark modules."""
        tokens, painter = theme().tokens, painting(self)
        white, black = Qt.GlobalColor.white, Qt.GlobalColor.black
        area = QRectF(self.rect())
        box(painter, area, _RADIUS, fill=white, edge=tokens.line, edge_px=tokens.line_px)  # type: ignore[arg-type]
        if not self._text:
            return
        rows = modules(self._text)
        least = min(self.width(), self.height())
        ratio = self.devicePixelRatioF()
        # Whole pixels of the screen: blurred edges cost a weak camera the code.
        module = max(1, int(min(least - 2 * _MARGIN_PX, least * len(rows) / (len(rows) + 2 * _QUIET)) * ratio / len(rows))) / ratio
        left = round((self.width() - module * len(rows)) / 2 * ratio) / ratio
        top = round((self.height() - module * len(rows)) / 2 * ratio) / ratio
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 - Qt's signature
        for y, row in enumerate(rows):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(QRectF(left + x * module, top + y * module, module, module), black)
