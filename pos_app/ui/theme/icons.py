"""Lucide icons, tinted when they are loaded, kept in a small cache. GUI thread only."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pos_app import resources

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

__all__ = ["draw_icon", "pixmap"]


@cache
def _source(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text("utf-8")


def _stroke(size_px: int) -> float:
    """Small icons need a heavier stroke to stay as dark as the text beside them (screens.md, 3.3)."""
    return 2.0 if size_px <= 20 else 1.9 if size_px <= 24 else 1.75


@lru_cache(maxsize=512)
def _pixmap(name: str, size_px: int, rgba: str, opacity: float, dpr: float) -> QPixmap:
    svg = _source(name).replace("currentColor", rgba).replace('stroke-width="2"', f'stroke-width="{_stroke(size_px)}"')
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    if not renderer.isValid():
        raise ValueError(f"the icon {name!r} is not a drawing that Qt understands")
    image = QPixmap(round(size_px * dpr), round(size_px * dpr))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(opacity)
    renderer.render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    image.setDevicePixelRatio(dpr)
    return image


def pixmap(name: str, size_px: int, colour: QColor, dpr: float = 1.0) -> QPixmap:
    """The icon ``name`` (a file of ``resources/icons`` without its ending) at so many logical pixels.

    Raises FileNotFoundError for an icon that we do not ship.
    """
    return _pixmap(name, size_px, colour.name(), colour.alphaF(), dpr)


def draw_icon(painter: QPainter, name: str, x: float, y: float, size_px: int, colour: QColor) -> None:
    """Paint the icon with its top left corner at ``x``, ``y``."""
    image = pixmap(name, size_px, colour, painter.device().devicePixelRatio())
    painter.drawPixmap(QRectF(x, y, size_px, size_px), image, QRectF(image.rect()))
