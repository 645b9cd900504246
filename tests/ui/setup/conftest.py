"""A set-up that has begun, and the servers it asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pos_app.data_dir import DataDir
from pos_app.sandbox.server import Sandbox
from tests.ui.setup.started import Started, no_keyring


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as made:
        yield made


@pytest.fixture
def place(tmp_path: Path) -> DataDir:
    return DataDir(tmp_path / "data")


@pytest.fixture
def started(qtbot: QtBot, place: DataDir) -> Iterator[Started]:
    made = Started(qtbot, place, no_keyring)
    yield made
    made.close()
