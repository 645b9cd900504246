"""A picture with a palette: a third of the bytes."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from math import inf

from PySide6.QtGui import QImage, qRgb

__all__ = ["with_few_colours"]

_COLOURS, _EXACT = 256, 32
Parts = tuple[int, int, int]


def with_few_colours(picture: QImage) -> QImage:
    """The same in 256 colours: the most frequent ones stay exact, the others become their neighbours."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(picture.constBits()).cast("I")
    palette, place = _palette(Counter(pixels))
    result = QImage(picture.size(), QImage.Format.Format_Indexed8)
    result.setColorTable([qRgb(*colour) for colour in palette])
    bits, width, step = memoryview(result.bits()).cast("B"), result.width(), result.bytesPerLine()
    rest = iter(pixels)
    for row in range(result.height()):
        bits[row * step : row * step + width] = bytes(place[colour] for colour in islice(rest, width))
    return result


def _palette(counted: Counter[int]) -> tuple[list[Parts], dict[int, int]]:
    """The most frequent colours, then again and again the one that is farthest from all of these; and where each went."""
    frequent = counted.most_common()
    colours = [_parts(pixel) for pixel, _ in frequent]
    weights = [count**0.75 for _, count in frequent]
    far, nearest = [inf] * len(colours), [0] * len(colours)
    palette: list[Parts] = []
    for _ in range(min(_COLOURS, len(colours))):
        at = len(palette) if len(palette) < _EXACT else max(range(len(colours)), key=lambda at: far[at] * weights[at])
        r, g, b = colours[at]
        for other, (red, green, blue) in enumerate(colours):
            away = (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2
            if away < far[other]:
                far[other], nearest[other] = away, len(palette)
        palette.append((r, g, b))
    return palette, {pixel: place for (pixel, _), place in zip(frequent, nearest, strict=True)}


def _parts(pixel: int) -> Parts:
    return pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255
