"""What the tests of the Journal start from: a window on a real store, a clock that stands, hands that type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_app.ui import theme
from tests.ui.journal.gallery import Stage

OpenStage = Callable[..., Stage]


class Hands:
    """Keys go where the focus is, as at the till."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    def type(self, text: str) -> None:
        for sign in text:
            QTest.keyClicks(QApplication.focusWidget() or self.stage.shell, sign)
        self.stage.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.stage.shell, key, modifier)
        self.stage.settle()


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[OpenStage]:
    """Opens a window on a till that has sold what ``fill`` sold; it is closed after the test."""
    qapp.setCursorFlashTime(0)
    theme.install()
    opened: list[Stage] = []

    def open_stage(**wishes: Any) -> Stage:
        opened.append(Stage(tmp_path, **wishes).open())
        return opened[-1]

    yield open_stage
    for each in opened:
        each.close()
