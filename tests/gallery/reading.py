"""What a window really writes: every line of text that a widget paints, and where. Nothing is drawn. GUI thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPaintDevice, QPaintEngine, QRegion, QTextItem
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QWidget

__all__ = ["Line", "cut_from_sight", "read"]

_SLACK_PX = 2.0
"""Rounding, the blur of an edge, and the tip of a comma."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on ``widget``; ``place`` is where its ink is, in the widget's pixels."""

    widget: QWidget
    text: str
    place: QRectF


def read(window: QWidget) -> Iterator[Line]:
    """Every line on the visible widgets of the window; one that nothing says is left out."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            paper = _Paper(widget)
            widget.render(paper, QPoint(), QRegion(), QWidget.RenderFlag(0))
            for text, place in paper.engine.lines:
                if text.strip():
                    yield Line(widget, text, place)


def cut_from_sight(line: Line) -> bool:
    """Whether letters stand outside of their widget, or of what holds it. What can be scrolled to is not cut."""
    widget, place = line.widget, line.place
    if isinstance(widget, QLineEdit):
        return False  # a field shows the part of its text where the caret is
    while True:
        room = QRectF(widget.rect()).adjusted(-_SLACK_PX, -_SLACK_PX, _SLACK_PX, _SLACK_PX)
        if not room.contains(place):
            return True
        parent = widget.parentWidget()
        if parent is None or widget.isWindow() or isinstance(parent.parentWidget(), QAbstractScrollArea):
            return False
        place = place.translated(QPointF(widget.pos()))
        widget = parent


class _Engine(QPaintEngine):
    """Keeps the texts and drops everything else."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.lines: list[tuple[str, QRectF]] = []

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, _state: object) -> None:  # noqa: N802 - Qt's name for it
        """Nothing depends on it."""

    def drawTextItem(self, at: Any, item: QTextItem) -> None:  # noqa: N802
        """Where the ink is."""
        ink = QFontMetricsF(item.font()).tightBoundingRect(item.text())
        place = QRectF(at.x() + max(0.0, ink.left()), at.y() + ink.top(), min(ink.width(), item.width()), ink.height())
        self.lines.append((item.text(), place))

    def _nothing(self, *_drawn: object) -> None:
        """Only the letters are of interest."""

    drawPath = drawPolygon = drawPixmap = drawTiledPixmap = drawRects = drawLines = _nothing  # noqa: N815
    drawImage = _nothing  # type: ignore[assignment]  # noqa: N815


class _Paper(QPaintDevice):
    """As large as a widget, one pixel for one."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.engine = _Engine()
        self._width, self._height = widget.width(), widget.height()

    def paintEngine(self) -> QPaintEngine:  # noqa: N802
        return self.engine

    def metric(self, which: QPaintDevice.PaintDeviceMetric) -> int:
        """96 dots an inch."""
        size = QPaintDevice.PaintDeviceMetric
        known = {
            size.PdmWidth: self._width,
            size.PdmHeight: self._height,
            size.PdmWidthMM: round(self._width * 25.4 / 96),
            size.PdmHeightMM: round(self._height * 25.4 / 96),
            size.PdmNumColors: 1 << 24,
            size.PdmDepth: 32,
            size.PdmDevicePixelRatio: 1,
            size.PdmDevicePixelRatioScaled: round(QPaintDevice.devicePixelRatioFScale()),
        }
        return known.get(which, 96)
