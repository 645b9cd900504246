"""Training from the settings: a program of its own beside the till, and none from a till that is itself for training."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from pos_app.ui.settings.nav import Section
from tests.ui.settings.pretend import Stage

Open = Callable[..., Stage]


def test_it_starts_what_it_was_given_as_a_process_of_its_own(stage: Open, tmp_path: Path, qtbot: QtBot) -> None:
    begun = tmp_path / "begun"
    opened = stage(training=(sys.executable, "-c", "import pathlib, sys; pathlib.Path(sys.argv[1]).touch()", str(begun)))
    opened.page.choose(Section.TRAINING)
    opened.page.training.begin.click()
    qtbot.waitUntil(begun.exists, timeout=20_000)


def test_a_till_that_can_open_none_does_not_speak_of_it(stage: Open) -> None:
    rows = stage(training=()).page.nav.findChildren(type(stage().page.nav.row(Section.ABOUT)))
    assert rows
    assert all(row.text() != "Training" for row in rows)
