"""Things that say how long: a ring for undo, a line for closing, a spinner for waiting. No animation of their own but
the spinner's: whoever counts the time sets the fraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme import Ink, draw_icon, moves, theme

from .paint import box, painting

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent

__all__ = ["CountdownRing", "ProgressLine", "Spinner", "draw_ring"]

_TURN_MS, _STEP_MS, _DELAY_MS = 900, 45, 300


def draw_ring(painter: QPainter, rect: QRectF, fraction: float, ink: Ink, icon: str) -> None:
    """A 3-px ring of which ``fraction`` is left, clockwise from the top, around an icon."""
    tokens = theme().tokens
    inner = rect.adjusted(2, 2, -2, -2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tokens.line if not tokens.high_contrast else tokens.disabled, 3))
    painter.drawEllipse(inner)
    pen = QPen(tokens[ink], 3)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    # Clockwise from the top: the gap grows on the left of it.
    painter.drawArc(inner, 90 * 16, round(-fraction * 360 * 16))
    centre = rect.center()
    draw_icon(painter, icon, round(centre.x() - 10), round(centre.y() - 10), 20, tokens[ink])


class CountdownRing(QWidget):
    """How much time is left to undo."""

    def __init__(self, icon: str, size_px: int = 44, ink: Ink = Ink.BAD, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._size, self._ink, self._fraction = icon, size_px, ink, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def fraction(self) -> float:
        return self._fraction

    def set_fraction(self, fraction: float) -> None:
        """0 (none left) to 1 (all); outside is cut."""
        self._fraction = min(1.0, max(0.0, fraction))
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring."""
        draw_ring(painting(self), QRectF(self.rect()), self._fraction, self._ink, self._icon)


class ProgressLine(QWidget):
    """A 6-px bar of the accent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fraction = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def fraction(self) -> float:
        return self._fraction

    def set_fraction(self, fraction: float) -> None:
        """0 to 1; outside is cut. Repaints only when a pixel changes."""
        before = round(self._fraction * self.width())
        self._fraction = min(1.0, max(0.0, fraction))
        if round(self._fraction * self.width()) != before:
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(120, 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The groove and what is left."""
        tokens, painter = theme().tokens, painting(self)
        rect = QRectF(self.rect())
        box(painter, rect, 3, fill=tokens.key, edge=tokens.line if tokens.high_contrast else None)
        if self._fraction > 0:
            rect.setWidth(max(6.0, rect.width() * self._fraction))
            box(painter, rect, 3, fill=tokens.accentfill)


class Spinner(QWidget):
    """A turning arc, seen only when the wait is longer than 300 ms. Where little is to move, it stands."""

    def __init__(self, size_px: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, self._angle, self._wanted = size_px, 0.0, False
        self._delay = QTimer(self, interval=_DELAY_MS, singleShot=True)
        self._delay.timeout.connect(self._appear)
        self._turn = QTimer(self, interval=_STEP_MS)
        self._turn.timeout.connect(self._step)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.resize(size_px, size_px)
        self.hide()

    def start(self) -> None:
        """Begin to wait; a second call changes nothing."""
        if not self._wanted:
            self._wanted = True
            self._delay.start()

    def stop(self) -> None:
        """The wait is over."""
        self._wanted = False
        self._delay.stop()
        self._turn.stop()
        self.hide()

    def _appear(self) -> None:
        self.show()
        if moves():
            self._turn.start()
        parent = self.parentWidget()
        if parent is not None:
            parent.update()

    def _step(self) -> None:
        self._angle = (self._angle + 360 * _STEP_MS / _TURN_MS) % 360
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Three quarters of a circle."""
        painter = painting(self)
        pen = QPen(theme().tokens.text2, 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), round(-self._angle * 16), 270 * 16)
