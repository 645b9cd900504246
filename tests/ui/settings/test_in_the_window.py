"""The reader's set-up in the whole window, on a real till and its settings file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.errors import BadInput
from pos_app.loyalty.secret import Secret
from pos_app.settings import KeyPlace, Reader, Server, Settings, Shop, load, save
from pos_app.till.reader_profile import profile_of
from pos_app.ui import theme, words
from pos_app.ui.app import TillWindow
from pos_app.ui.settings.nav import Section
from pos_app.ui.settings.presenter import Saving
from pos_app.ui.shell import PageKey
from tests.reader.wedge import Keyboard
from tests.ui.settings.pretend import CARD, Keys

SETTINGS = Settings(
    shop=Shop(name="Riverside Café", till="Till 2", currency="EUR", region="CZ", language="en"),
    server=Server(core_url="http://127.0.0.1:9/api/v2", crm_url="http://127.0.0.1:9/crm", account="none"),
    keys=KeyPlace.SESSION,
    till_id="test",
)
KEYS = SessionKeys({KeyName.APP_KEY: Secret("a"), KeyName.CRM_KEY: Secret("b")})


@pytest.fixture
def place(tmp_path: Path) -> DataDir:
    made = DataDir(tmp_path)
    save(made, SETTINGS)
    return made


@pytest.fixture
def window(qapp: QApplication, place: DataDir) -> Iterator[TillWindow]:
    theme.install()
    words.speak("en")
    with open_till(load(place), place, KEYS) as till:
        opened = TillWindow(till)
        opened.shell.show()
        opened.shell.activateWindow()
        QApplication.processEvents()
        yield opened
        opened.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_is_found_is_in_the_file_and_in_the_running_tap(window: TillWindow, place: DataDir, qtbot: QtBot) -> None:
    keys, page, sale = Keys(), window.settings, window.page.presenter
    window.shell.request_page(PageKey.SETTINGS)
    for _ in range(3):
        before = page.reader.discs.done
        keys.press(window.shell, Keyboard("cz").wedge(CARD))
        qtbot.waitUntil(lambda before=before: bool(page.reader.discs.done > before))  # type: ignore[misc]
    assert window.shell.shown is PageKey.SETTINGS
    assert sale.buyer is None
    first = window.tap
    page.reader.save.click()
    qtbot.waitUntil(lambda: page.presenter.saving is Saving.SAVED)
    assert profile_of(load(place).reader) == page.presenter.profile
    assert load(place).reader != Reader()
    assert load(place).shop == SETTINGS.shop
    assert window.tap is not first
    window.shell.request_page(PageKey.SALE)
    keys.press(window.shell, Keyboard("cz").wedge(CARD))
    qtbot.waitUntil(lambda: window.page.side.search.text() == "" and sale.buyer is not None)


def test_a_reader_of_no_sense_is_named_before_the_window_opens(place: DataDir) -> None:
    save(place, Settings(shop=SETTINGS.shop, keys=KeyPlace.SESSION, reader=Reader(tracks="9")))
    with pytest.raises(BadInput, match="tracks"), open_till(load(place), place, KEYS):
        raise AssertionError("it opened")


def test_a_swipe_in_a_section_that_has_no_use_for_it_begins_a_sale(window: TillWindow, qtbot: QtBot) -> None:
    window.shell.request_page(PageKey.SETTINGS)
    window.settings.choose(Section.APPEARANCE)
    Keys().press(window.shell, Keyboard("us").wedge(CARD, gap_ms=8))
    qtbot.waitUntil(lambda: window.shell.shown is PageKey.SALE)


def test_whether_a_recorded_sale_closes_is_in_force_for_the_one_that_is_shown(window: TillWindow, qtbot: QtBot) -> None:
    sale = window.page.presenter
    sale.search("777123482")
    qtbot.waitUntil(lambda: sale.can_sell_to_nobody)
    sale.sell_to_nobody()
    sale.type_amount("12")
    sale.enter()
    qtbot.waitUntil(lambda: sale.done is not None and bool(sale.done.closes_in_s))
    window.shell.request_page(PageKey.SETTINGS)
    window.settings.choose(Section.APPEARANCE)
    window.settings.appearance.closing.buttons[1].click()
    qtbot.waitUntil(lambda: sale.done is not None and sale.done.closes_in_s is None)


def test_left_handed_cashiers_have_the_columns_of_every_page_the_other_way_round(window: TillWindow, qtbot: QtBot) -> None:
    sale, journal, sync = window.page, window.journal, window.sync
    columns = {
        PageKey.SALE: (sale.side, sale.sale),
        PageKey.JOURNAL: (journal.list, journal.detail),
        PageKey.SYNC: (sync.issues, sync.panel),
    }

    def orders() -> list[bool]:
        found = []
        for key, (left, right) in columns.items():
            window.shell.request_page(key)
            QApplication.processEvents()
            found.append(left.mapTo(window.shell, left.rect().center()).x() < right.mapTo(window.shell, right.rect().center()).x())
        return found

    look = window.settings.appearance
    assert orders() == [True, True, True]
    for chosen, left_first in ((1, False), (0, True)):
        look.sides.buttons[chosen].click()
        qtbot.waitUntil(lambda chosen=chosen: look.appearance.left_handed is bool(chosen))  # type: ignore[misc]
        assert orders() == [left_first] * 3
