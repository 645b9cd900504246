"""Three presses in the real window, on a real till beside its vendor's server: the window closes, and the installer runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pos_app.data_dir import DataDir
from pos_app.settings import Settings, save
from pos_app.till.selling import Draft
from pos_app.ui import words
from pos_app.ui.app import TillWindow
from pos_app.ui.settings.nav import Section
from pos_app.ui.shell import PageKey
from tests.till.updating.stand import Stand
from tests.ui.real_window import real_window
from tests.updates.shelf import Shelf

SOON_MS = 20_000


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[Stand]:
    with Shelf().open() as shelf:
        stand = Stand(tmp_path / "data" / "updates", shelf)
        stand.publish("99.0.0", now=datetime.now(UTC))
        save(DataDir(tmp_path / "data"), Settings(till_id="test"))
        yield stand


def press(window: TillWindow, qtbot: QtBot, named: str) -> None:
    act = window.settings.about.updates.act
    qtbot.waitUntil(lambda: act.isEnabled() and act.text() == named, timeout=SOON_MS)
    act.click()


def test_three_presses_close_the_window_and_run_the_installer(stand: Stand, tmp_path: Path, qtbot: QtBot) -> None:
    with real_window(tmp_path / "data", PageKey.SETTINGS, build=stand.build()) as (_sandbox, till, window):
        assert window.shell.rail.tile(PageKey.SETTINGS).hint == ""
        window.settings.choose(Section.ABOUT)
        press(window, qtbot, "Look now")
        press(window, qtbot, "Download")
        assert window.shell.rail.tile(PageKey.SETTINGS).hint == words.updates.hint()
        with qtbot.waitSignal(window.shell.closing, timeout=SOON_MS):
            press(window, qtbot, "Close and install")
        launch = till.updating.to_run()
    assert launch is not None
    assert launch.run() == 0
    assert (stand.folder / "ran").read_text() == "installed\n"
    assert (tmp_path / "data" / "backups" / "before-99.0.0-till.db").exists()


def test_a_sale_that_waits_keeps_the_window_open(stand: Stand, tmp_path: Path, qtbot: QtBot) -> None:
    with real_window(tmp_path / "data", PageKey.SETTINGS, build=stand.build()) as (sandbox, till, window):
        view = till.look_live(till.parse(sandbox.customers()[0].phone)).result(20).customers[0]
        window.settings.choose(Section.ABOUT)
        press(window, qtbot, "Look now")
        press(window, qtbot, "Download")
        sandbox.unplug()
        till.confirm(Draft(ids=till.new_sale_ids(), buyer=view, gross=Decimal(100), redeem=Decimal(0))).result(20)
        press(window, qtbot, "Close and install")
        qtbot.waitUntil(lambda: window.settings.about.updates.status.text().startswith("Not now"), timeout=SOON_MS)
        assert window.shell.isVisible()
        assert till.updating.to_run() is None
    assert not (stand.folder / "ran").exists()
