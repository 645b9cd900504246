"""Training: cards on the screen type real keys, the plug is really pulled, and the ledger shows each sale once."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pos_app.cli.practice import SandboxGround
from pos_app.till.till import Till
from pos_app.ui.app import TillWindow
from pos_app.ui.training.dock import TrainingDock
from pos_app.ui.training.strip import TrainingStrip
from pos_app.ui.widgets.label import PlainLabel
from tests.ui.real_window import real_window

SOON_MS = 30_000
JANA, PETR = ("200044717712", "Jana Nováková"), ("200040125518", "Petr Novotný")


@pytest.fixture
def trained(tmp_path: Path) -> Iterator[tuple[Till, TillWindow]]:
    with real_window(tmp_path) as (sandbox, till, window), ThreadPoolExecutor(1) as worker:
        window.train(SandboxGround(sandbox, worker))
        window.shell.resize(1280, 848)
        yield till, window


def dock(window: TillWindow) -> TrainingDock:
    (found,) = window.shell.findChildren(TrainingDock)
    return found


def sell(qtbot: QtBot, window: TillWindow, who: tuple[str, str], amount: str) -> None:
    card, name = who
    dock(window).cards[card].click()
    qtbot.waitUntil(lambda: name in _texts(window), timeout=SOON_MS)
    for digit in amount:
        window.page.sale.keypad.digit.emit(digit)
    window.page.band.button.click()


def _texts(window: TillWindow) -> str:
    return " ".join(each.text() for each in window.page.findChildren(PlainLabel))


def test_a_card_on_the_screen_is_swiped_with_the_keys_of_a_reader(qtbot: QtBot, trained: tuple[Till, TillWindow]) -> None:
    _till, window = trained
    with qtbot.waitSignal(window.tap.scanned, timeout=SOON_MS):
        dock(window).cards[JANA[0]].click()


def test_a_sale_without_the_plug_arrives_once_when_it_is_back(qtbot: QtBot, trained: tuple[Till, TillWindow]) -> None:
    till, window = trained
    side = dock(window)
    sell(qtbot, window, JANA, "100")
    qtbot.waitUntil(lambda: len(side.entries) == 1, timeout=SOON_MS)
    sell(qtbot, window, PETR, "100")
    qtbot.waitUntil(lambda: len(side.entries) == 2, timeout=SOON_MS)
    side.plug.click()
    qtbot.waitUntil(lambda: side.plug.words == "Plug in again" and side.plug.isEnabled(), timeout=SOON_MS)
    sell(qtbot, window, JANA, "200")
    qtbot.waitUntil(lambda: till.status().waiting == 1, timeout=SOON_MS)
    assert len(side.entries) == 2
    side.plug.click()
    qtbot.waitUntil(lambda: len(side.entries) == 3, timeout=SOON_MS)
    assert [each.points for each in side.entries] == [Decimal("4.75"), Decimal(5), Decimal("9.50")]
    assert len({each.transaction_id for each in side.entries}) == 3
    assert side.count.text() == "3 entries, each once"


def test_the_window_says_all_the_time_that_it_is_training(trained: tuple[Till, TillWindow]) -> None:
    _till, window = trained
    (strip,) = window.shell.findChildren(TrainingStrip)
    assert strip.isVisible()
    assert strip.width() == window.shell.width()
    assert "nothing counts" in strip.accessibleName()


def test_on_a_small_screen_the_panel_lies_over_the_page_when_it_is_wanted(qtbot: QtBot, trained: tuple[Till, TillWindow]) -> None:
    _till, window = trained
    side = dock(window)
    assert side.isVisible()
    window.shell.resize(1024, 768)
    qtbot.waitUntil(side.isHidden, timeout=SOON_MS)
    (strip,) = window.shell.findChildren(TrainingStrip)
    strip.side.click()
    assert side.isVisible()
    assert side.geometry().right() == window.shell.width() - 1
    assert window.page.width() > 900
