from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

import pos_app.ui
from pos_app import resources
from pos_app.ui.theme import pixmap

SHIPPED = sorted(path.stem for path in resources.path("icons").glob("*.svg"))
UI = Path(pos_app.ui.__file__).parent
COMING = {"printer", "qr-code", "triangle-alert"}
"""On the design's map, for rooms that are still to be built."""


def inked(image: QImage) -> list[QColor]:
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return [pixel for pixel in pixels if pixel.alpha() == 255]


@pytest.mark.parametrize("name", [name for name in SHIPPED if name != "app-icon"])
def test_an_icon_is_drawn_in_the_colour_asked_for(name: str) -> None:
    wanted = QColor("#B3232B")
    found = inked(pixmap(name, 48, wanted).toImage())
    assert found
    for pixel in found:
        # Where two soft edges lie on one another the last bit may differ.
        assert abs(pixel.red() - wanted.red()) + abs(pixel.green() - wanted.green()) + abs(pixel.blue() - wanted.blue()) <= 6


def test_an_icon_is_drawn_for_the_pixels_of_the_screen() -> None:
    assert pixmap("lock", 24, QColor("black"), 2.0).size().toTuple() == (48, 48)
    assert pixmap("lock", 24, QColor("black"), 2.0).deviceIndependentSize().toTuple() == (24.0, 24.0)


def test_the_same_icon_is_drawn_once() -> None:
    assert pixmap("lock", 24, QColor("black")).cacheKey() == pixmap("lock", 24, QColor("black")).cacheKey()


def test_an_icon_that_is_not_shipped_is_a_mistake_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        pixmap("no-such-icon", 24, QColor("black"))


def test_only_icons_that_are_used_are_shipped() -> None:
    code = "\n".join(path.read_text("utf-8") for path in UI.rglob("*.py"))
    used = {name for name in SHIPPED if re.search(rf'"{re.escape(name)}(\.svg)?"', code)}
    assert set(SHIPPED) - used <= COMING
