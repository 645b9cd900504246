"""What the tests of the Sync centre start from: a window on a pretend till."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from pos_app.ui.theme import install
from tests.ui.sync.gallery import Stage


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Callable[..., Stage]]:
    """Opens the page in a window; it is closed after the test."""
    qapp.setCursorFlashTime(0)
    install()
    opened: list[Stage] = []

    def open_stage(**wishes: Any) -> Stage:
        opened.append(Stage(**wishes).open())
        return opened[-1]

    yield open_stage
    for each in opened:
        each.close()
