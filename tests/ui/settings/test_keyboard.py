"""The section "Language and keyboard": a choice is in force at once, and a sale that was begun outlives the window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_app.appearance import KeypadOrder, ScreenLetters
from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.secret import Secret
from pos_app.settings import KeyPlace, Server, Settings, Shop, load, save
from pos_app.till.till import Till
from pos_app.ui import words
from pos_app.ui.app import run
from pos_app.ui.sale.letters_door import LettersDoor
from pos_app.ui.sale.page import SalePage
from pos_app.ui.settings.keyboard_section import KeyboardSection
from pos_app.ui.settings.nav import Section
from pos_app.ui.settings.page import SettingsPage
from pos_app.ui.shell import MainShell, PageKey
from tests.ui.real_window import real_window
from tests.ui.settings.pretend import Stage

SOON_MS = 20_000
Open = Callable[..., Stage]
W = TypeVar("W", bound=QWidget)


def inside(shell: MainShell, kind: type[W]) -> W:
    found = shell.findChild(kind)
    assert isinstance(found, kind)
    return found


def shown(stage: Stage) -> KeyboardSection:
    stage.page.choose(Section.KEYBOARD)
    stage.settle()
    return stage.page.keyboard


@pytest.mark.parametrize(("typed", "well"), [("1 2 3", True), ("+ěš", False), ("12ř", False), ('&é"', False)])
def test_the_trial_tells_whether_the_row_of_digits_types_digits(stage: Open, typed: str, well: bool) -> None:
    section = shown(stage())
    section.trial.edit.insert(typed)
    said = words.keyboard.digits_arrive() if well else words.keyboard.letters_arrive()
    assert section.verdict.label.text() == said
    section.trial.edit.clear()
    section.trial.edit.textEdited.emit("")
    assert section.verdict.isHidden()


def test_what_was_typed_for_a_trial_does_not_stay(stage: Open) -> None:
    opened = stage()
    section = shown(opened)
    section.trial.edit.insert("12345")
    opened.page.choose(Section.ABOUT)
    assert section.trial.text() == ""
    assert section.verdict.isHidden()


def test_a_disk_that_takes_nothing_is_said_and_the_old_choice_stays(stage: Open) -> None:
    opened = stage()
    opened.till.disk_is_full = True
    section = shown(opened)
    section.letters.buttons[2].click()
    section.languages.buttons[1].click()
    opened.settle()
    assert not section.banner.isHidden()
    assert section.letters.buttons[0].isChecked()
    assert section.languages.buttons[0].isChecked()


def test_two_sections_that_change_the_same_settings_lose_nothing_of_each_other(stage: Open) -> None:
    opened = stage()
    section = shown(opened)
    section.letters.buttons[2].click()
    opened.settle()
    opened.page.appearance.keypad.buttons[1].click()
    opened.settle()
    section.letters.buttons[1].click()
    opened.settle()
    assert (opened.till.look.letters, opened.till.look.keypad) == (ScreenLetters.ALWAYS, KeypadOrder.ONE_ON_TOP)


def test_letters_come_at_every_tap_or_never_as_the_shop_likes(tmp_path: Path, qtbot: QtBot) -> None:
    with real_window(tmp_path, PageKey.SETTINGS) as (_sandbox, _till, window):
        window.settings.choose(Section.KEYBOARD)
        section, doors = window.settings.keyboard, window.shell.findChildren(LettersDoor)
        # The sale, the journal, the Sync centre, the registration.
        assert len(doors) >= 4
        for choice, opens in ((1, True), (2, False)):
            with qtbot.waitSignal(section.saved, timeout=SOON_MS):
                section.letters.buttons[choice].click()
            for door in doors:
                door.keyboard_used()
                door.tapped()
                assert door.is_open is opens


def test_the_list_of_all_keys_can_be_opened_with_a_finger(tmp_path: Path) -> None:
    with real_window(tmp_path, PageKey.SETTINGS) as (_sandbox, _till, window):
        window.settings.choose(Section.KEYBOARD)
        window.settings.keyboard.key_list.click()
        assert window.shell.overlay.isVisible()


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    """A till whose server is not there, in English."""
    settings = Settings(
        shop=Shop(name="Riverside Café", till="Till 2", currency="CZK", region="CZ", language="en"),
        server=Server(core_url="http://127.0.0.1:9/api/v2", crm_url="http://127.0.0.1:9/crm", account="none"),
        keys=KeyPlace.SESSION,
        till_id="test",
    )
    save(DataDir(tmp_path), settings)
    keys = SessionKeys({KeyName.APP_KEY: Secret("a"), KeyName.CRM_KEY: Secret("b")})
    with open_till(settings, DataDir(tmp_path), keys) as made:
        yield made


def test_another_language_is_spoken_at_once_and_the_sale_that_was_begun_goes_on(till: Till, tmp_path: Path, qtbot: QtBot) -> None:
    before = set(QApplication.topLevelWidgets())

    def window() -> MainShell:
        return next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainShell) and each not in before)

    def choose() -> None:
        shell = window()
        inside(shell, SalePage).presenter.type_amount("64.90")
        shell.request_page(PageKey.SETTINGS)
        settings = inside(shell, SettingsPage)
        settings.choose(Section.KEYBOARD)
        before.add(shell)
        settings.keyboard.languages.buttons[words.LANGUAGES.index("cs")].click()
        look.start()

    def look_for_the_new_one() -> None:
        there = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainShell) and each not in before]
        sale = inside(there[0], SalePage).presenter.form.amount_text if there and there[0].isVisible() else ""
        if sale:
            found["sale"], found["page"] = sale, there[0].shown
            found["section"] = inside(there[0], SettingsPage).section
            found["words"] = words.keyboard.title()
            look.stop()
            there[0].close()

    found: dict[str, object] = {}
    look = QTimer(interval=20)
    look.timeout.connect(look_for_the_new_one)
    patience = QTimer(singleShot=True, interval=60_000)
    patience.timeout.connect(QApplication.quit)
    patience.start()
    QTimer.singleShot(0, choose)
    assert run(till, argv=sys.argv[:1], screen_memory=tmp_path / "screen") == 0
    patience.stop()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    words.speak("en")
    assert found == {"sale": "64.90", "page": PageKey.SETTINGS, "section": Section.KEYBOARD, "words": "Jazyk a klávesnice"}
    assert load(DataDir(tmp_path)).shop.language == "cs"
