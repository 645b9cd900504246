"""What the gallery's tests start from: the application dressed, no caret that blinks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from pos_app.ui import words
from tests.gallery.draw import application


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    application()
    yield
    words.speak("en")
