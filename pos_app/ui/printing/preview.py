"""``SlipPicture``: a slip on the screen, dot for dot as the printer has it. Paper is white in every look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui import words
from pos_app.ui.theme import theme
from pos_app.ui.widgets.paint import box, painting

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from pos_app.paper.slip import Picture

__all__ = ["SlipPicture"]

_PX_PER_DOT = 0.6
_EDGE = 12


class SlipPicture(QWidget):
    """As large as the slip is, at 60 per cent; ``width_px`` limits it."""

    def __init__(self, *, width_px: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._shown: Picture | None = None
        self._most = width_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words.slip.title())

    def show_picture(self, picture: Picture | None) -> None:
        """None: nothing is seen yet."""
        if picture is self._shown:
            return
        self._shown, self._image = picture, None
        if picture is not None:
            image = QImage(picture.rows, picture.width, picture.height, picture.width // 8, QImage.Format.Format_Mono)
            image.setColorTable([QColor("white").rgb(), QColor("black").rgb()])
            # Grey, and so a copy: its dots melt into each other when it is made smaller.
            self._image = image.convertToFormat(QImage.Format.Format_Grayscale8)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The paper with a little white around."""
        if self._image is None:
            return QSize(0, 0)
        size = self._image.size() * _PX_PER_DOT
        if self._most and size.width() > self._most:
            size = self._image.size() * (self._most / self._image.width())
        return QSize(size.width() + 2 * _EDGE, size.height() + 2 * _EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper and ink."""
        if self._image is None:
            return
        painter = painting(self)
        box(painter, QRectF(self.rect()), 4, fill=QColor("white"), edge=theme().tokens.line)
        size = self.size() - QSize(2 * _EDGE, 2 * _EDGE)
        scaled = self._image.scaled(
            size * self.devicePixelRatioF(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        scaled.setDevicePixelRatio(self.devicePixelRatioF())
        painter.drawImage(_EDGE, _EDGE, scaled)
