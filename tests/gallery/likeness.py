"""Whether two pictures look the same to a person who lays one over the other.

Both are halved, then averaged over areas of three shapes: along lines (16 × 1), down lines (1 × 16) and in squares (4 × 4);
what is compared is the distance of the averages in CIE L*a*b*, where 2.3 is what an eye just sees in a flat colour. Edges that
another machine smooths a little otherwise cancel out in an average; a hairline that moved by two pixels, a word that is gone
and a colour that changed do not. The fonts are our own, drawn without hinting or coloured edges, so that is all that machines
differ in.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

__all__ = ["SEEN", "Difference", "difference", "halved", "marked"]

SEEN = 3.0
"""From this distance on it is another picture. The few colours of an approved picture cost up to 1.7 of it, and small letters that
stand a quarter of a pixel elsewhere 2.2; the least that has to be seen, one digit instead of another, makes 3.9."""
_SHAPES = ((16, 1), (1, 16), (4, 4))
_RGB = QImage.Format.Format_RGB32


class Difference(NamedTuple):
    """How far two pictures are apart at the worst place, and all the places, in pixels of the halved picture."""

    worst: float
    places: tuple[QRect, ...]

    @property
    def seen(self) -> bool:
        return self.worst >= SEEN


def halved(picture: QImage) -> QImage:
    """Half as wide and half as high, each pixel the average of four."""
    return _scaled(picture, max(1, picture.width() // 2), max(1, picture.height() // 2))


def difference(one: QImage, other: QImage) -> Difference:
    """Of two halved pictures. Pictures of different sizes are infinitely far apart."""
    if one.size() != other.size():
        return Difference(float("inf"), (QRect(0, 0, one.width(), one.height()),))
    one, other = one.convertToFormat(_RGB), other.convertToFormat(_RGB)
    if one == other:
        return Difference(0.0, ())
    worst, places = 0.0, []
    for wide, high in _SHAPES:
        columns, rows = -(-one.width() // wide), -(-one.height() // high)
        first, second = (_pixels(_scaled(each, columns, rows)) for each in (one, other))
        for at, (a, b) in enumerate(zip(first, second, strict=True)):
            if a != b and (far := _distance(a, b)) > 0:
                worst = max(worst, far)
                if far >= SEEN:
                    row, column = divmod(at, columns)
                    places.append(QRect(column * wide, row * high, wide, high))
    return Difference(worst, tuple(places))


def marked(picture: QImage, places: tuple[QRect, ...]) -> QImage:
    """The halved picture, pale, with the places in red."""
    result = picture.convertToFormat(_RGB)
    painter = QPainter(result)
    painter.fillRect(result.rect(), QColor(255, 255, 255, 150))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(220, 0, 0, 110))
    painter.drawRects([each.adjusted(-1, -1, 1, 1) for each in places])
    painter.end()
    return result


def _scaled(picture: QImage, width: int, height: int) -> QImage:
    picture = picture.convertToFormat(_RGB)
    return picture.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _pixels(picture: QImage) -> memoryview:
    # A copy, as the bits go away with the picture; rows of 32-bit pixels have no gaps.
    return memoryview(bytes(picture.convertToFormat(_RGB).constBits())).cast("I")


def _distance(one: int, other: int) -> float:
    return math.dist(_lab(one), _lab(other))


@lru_cache(maxsize=100_000)
def _lab(pixel: int) -> tuple[float, float, float]:
    """L*a*b* of an sRGB pixel under D65."""
    red, green, blue = (_linear(pixel >> shift & 255) for shift in (16, 8, 0))
    x = _root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
    y = _root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = _root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@lru_cache(maxsize=256)
def _linear(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _root(share: float) -> float:
    return share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116
