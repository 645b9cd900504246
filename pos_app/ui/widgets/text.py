"""Text as the kit draws it: always plain, on whole-pixel baselines, with the line heights of the design.

Names of customers and answers of servers come from outside: whatever they hold, they are drawn as letters, never
as markup, and cannot turn the reading direction of the line they stand in.
"""

from __future__ import annotations

import math
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QPainter

    from pos_app.ui.theme import TypeStyle

__all__ = ["advance", "baseline", "elided", "fitting", "plain", "put", "put_in", "wrapped_lines"]

_ELLIPSIS = "…"
# Control, format (bidi overrides, zero width), surrogate, private use, line and paragraph separators.
_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SPACES = frozenset("\t\n\r\v\f\u2028\u2029\x85")


def plain(text: str, limit: int = 200) -> str:
    """``text`` without control and direction characters, at most ``limit`` characters (the last one then is "…")."""
    kept = "".join(
        " " if char in _SPACES else char
        for char in text[: 4 * limit]
        if char in _SPACES or unicodedata.category(char) not in _UNWANTED
    )
    return kept if len(kept) <= limit else kept[: limit - 1].rstrip() + _ELLIPSIS


@cache
def _metrics(style: TypeStyle) -> QFontMetricsF:
    return QFontMetricsF(style.font)


@lru_cache(maxsize=2048)
def advance(text: str, style: TypeStyle) -> float:
    """The width of one line, px. Trailing letter spacing counts, as in a browser.

    Remembered: a screen asks for the same few hundred again with every change.
    """
    return _metrics(style).horizontalAdvance(text)


def elided(text: str, style: TypeStyle, width: float) -> str:
    """``text``, or its beginning and "…" if it is wider than ``width``."""
    if advance(text, style) <= width:
        return text
    return _metrics(style).elidedText(text, Qt.TextElideMode.ElideRight, width)


def fitting(text: str, style: TypeStyle, width: float, least_px: int) -> TypeStyle:
    """``style``, or the largest smaller one in which ``text`` fits ``width``; never below ``least_px``."""
    while style.size_px > least_px and advance(text, style) > width:
        step = 8 if style.size_px > 40 else 2 if style.size_px > 16 else 1
        style = style.sized(max(least_px, style.size_px - step))
    return style


@cache
def _letters(style: TypeStyle) -> tuple[int, int]:
    """How far letters reach above and below their line, whole px."""
    metrics = _metrics(style)
    return math.floor(metrics.ascent() + 0.5), math.floor(metrics.descent() + 0.5)


def baseline(style: TypeStyle, top: float, line_px: float | None = None) -> float:
    """Where the letters of a line stand whose box begins at ``top``: a whole pixel, so that they stay sharp."""
    ascent, descent = _letters(style)
    return round(top) + math.floor(((line_px or style.line_px) - ascent - descent) / 2) + ascent


def put(painter: QPainter, x: float, top: float, text: str, style: TypeStyle, colour: QColor) -> float:
    """Draw one line whose box begins at ``top``; answers its width."""
    painter.setFont(style.font)
    painter.setPen(colour)
    painter.drawText(QPointF(x, baseline(style, top)), text)
    return advance(text, style)


def put_in(
    painter: QPainter,
    rect: QRectF,
    text: str,
    style: TypeStyle,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
) -> None:
    """Draw one line in the middle of the rectangle's height; horizontally by ``align``; too long is elided."""
    shown = elided(text, style, rect.width() + 0.5)
    width = advance(shown, style)
    x = rect.left()
    if align & Qt.AlignmentFlag.AlignRight:
        x = rect.right() - width
    elif align & Qt.AlignmentFlag.AlignHCenter:
        x = rect.left() + (rect.width() - width) / 2
    put(painter, x, rect.top() + (rect.height() - style.line_px) / 2, shown, style, colour)


def wrapped_lines(text: str, style: TypeStyle, width: float) -> list[str]:
    """The lines of ``text`` broken at words so that each fits in ``width`` px (a longer word is broken inside)."""
    layout = QTextLayout(text, style.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip(" "))
    layout.endLayout()
    return lines or [""]
