"""Shapes of the kit: boxes with an inner border, focus rings, discs. Plain painting, no effects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pos_app.ui.theme import Tokens

__all__ = ["box", "disc", "faded", "painting", "soft_box"]


def painting(widget: QWidget) -> QPainter:
    """A painter for a ``paintEvent``, with smooth edges. End it with ``end()`` or let it go out of scope."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def faded(colour: QColor, alpha: float) -> QColor:
    """The colour at an opacity of 0…1."""
    result = QColor(colour)
    result.setAlphaF(alpha)
    return result


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    edge: QColor | None = None,
    edge_px: float = 1,
) -> None:
    """A rounded box whose border lies inside ``rect``, as in CSS ``border-box``."""
    painter.setPen(Qt.PenStyle.NoPen)
    if fill is not None and edge is None:
        painter.setBrush(fill)
        painter.drawRoundedRect(rect, radius, radius)
    elif edge is not None:
        painter.setPen(QPen(edge, edge_px))
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        half = edge_px / 2
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)


def soft_box(painter: QPainter, rect: QRectF, radius: float, fill: QColor, tokens: Tokens, edge: QColor | None = None) -> None:
    """A filled box without a border; in high contrast a border (white, or ``edge``) takes the place of the fill."""
    if tokens.high_contrast:
        box(painter, rect, radius, fill=fill, edge=edge or tokens.line, edge_px=2)
    else:
        box(painter, rect, radius, fill=fill)


def disc(painter: QPainter, rect: QRectF, fill: QColor, edge: QColor | None = None, edge_px: float = 2) -> None:
    """A circle in ``rect``."""
    half = edge_px / 2 if edge is not None else 0
    painter.setPen(QPen(edge, edge_px) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(rect.adjusted(half, half, -half, -half))
