"""Every test of the window starts in the light look, in English, and may leave pictures for a person to look at."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.ui import words
from pos_app.ui.theme import ThemeKind, install, theme

PICTURES = "POS_APP_PICTURES"
"""Set it to a folder and the tests leave their pictures there."""


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    words.speak("en")
    # The last window that closes would mark the application as quitting: from then on no event loop runs.
    qapp.setQuitOnLastWindowClosed(False)
    if theme().tokens.kind is not ThemeKind.LIGHT:
        install(ThemeKind.LIGHT)
    yield
    if theme().tokens.kind is not ThemeKind.LIGHT:
        install(ThemeKind.LIGHT)


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[QWidget, str], QImage]:
    """Grab a widget, save it, answer what was painted."""
    folder = Path(os.environ.get(PICTURES) or tmp_path)

    def take(widget: QWidget, name: str) -> QImage:
        image = widget.grab().toImage()
        folder.mkdir(parents=True, exist_ok=True)
        assert image.save(str(folder / f"{name}.png"))
        return image

    return take


@pytest.fixture
def colours() -> Callable[[QImage], set[str]]:
    """The colours in a picture, as "#rrggbb"."""

    def of(image: QImage) -> set[str]:
        return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}

    return of
