"""The pictures that somebody has looked at and found good: which there are, how they are kept, how they are compared.

Kept small: half the size, at most 256 colours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from math import inf
from pathlib import Path

from PySide6.QtGui import QImage, qRgb

from tests.gallery.draw import drawn
from tests.gallery.likeness import Difference, difference, halved, marked
from tests.gallery.view import Scene, View

__all__ = ["APPROVED", "approve", "judged", "kept", "views_of"]

APPROVED = Path(__file__).parent / "approved"
# Every scene once in each colours, in each size, and in both languages.
_COVER = (
    View(),
    View(theme="dark", language="cs", screen=(1024, 768)),
    View(theme="contrast", screen=(1366, 768)),
    View(language="cs", screen=(1920, 1080)),
)
_OWN_SIZE = (View(), View(theme="dark", language="cs"), View(theme="contrast"))
_LETTERS = (View(theme="dark", screen=(1920, 1080), text_percent=140), View(language="cs", screen=(1024, 768), text_percent=90))
_IN_OTHER_LETTERS = frozenset({"sale-customer", "settings-appearance"})
_COLOURS, _EXACT = 256, 32
Parts = tuple[int, int, int]


def views_of(scene: Scene) -> tuple[View, ...]:
    """The views of a scene that are approved."""
    if scene.own_size:
        return _OWN_SIZE
    return _COVER + (_LETTERS if scene.name in _IN_OTHER_LETTERS else ())


def approve(scenes: Iterable[Scene]) -> list[str]:
    """Take the scenes as they look now. Answers the names of the pictures that changed; what looks the same stays as it is."""
    APPROVED.mkdir(exist_ok=True)
    changed = []
    for scene in scenes:
        for view, picture in drawn(scene, views_of(scene)):
            file = APPROVED / f"{scene.name}-{view}.png"
            small = halved(picture)
            if not file.exists() or difference(small, QImage(str(file))).seen:
                kept(small).save(str(file), quality=0)
                changed.append(file.stem)
    return changed


def judged(scene: Scene, view: View, picture: QImage, artefacts: Path) -> Difference:
    """How far the picture is from the approved one. One that is seen leaves three pictures in ``artefacts``."""
    name = f"{scene.name}-{view}"
    small, before = halved(picture), QImage(str(APPROVED / f"{name}.png"))
    found = difference(small, before)
    if found.seen:
        artefacts.mkdir(parents=True, exist_ok=True)
        picture.save(str(artefacts / f"{name}.new.png"))
        before.save(str(artefacts / f"{name}.approved.png"))
        marked(small, found.places).save(str(artefacts / f"{name}.difference.png"))
    return found


def kept(picture: QImage) -> QImage:
    """The same with a palette: the most frequent colours stay exact, the others become their neighbours."""
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
