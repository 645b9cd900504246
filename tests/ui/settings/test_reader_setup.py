"""The reader's set-up, by key events through the real tap."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import cycle

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from pos_app.reader.profile import Decoding, ReaderProfile, Sends, Terminator, Tracks
from pos_app.ui import words
from pos_app.ui.settings.nav import Section
from pos_app.ui.settings.presenter import Saving
from pos_app.ui.settings.reader_parts import CheckState
from pos_app.ui.shell import PageKey
from pos_app.ui.widgets.text import advance
from tests.reader.wedge import LAYOUTS, Keyboard
from tests.ui.settings.pretend import CARD, PretendTill, Stage

Open = Callable[..., Stage]
BANK = (
    "4111111111111111\r",
    "~~~4111111111111111#\r",
    ";4111111111111111=2512101000?\r",
    "%B4111111111111111^DOE/JOHN^2512101000?;4111111111111111=2512101000?\r",
)


def all_words(widget: QWidget) -> Iterator[str]:
    """Everything that a widget and those in it say, to eyes and to screen readers."""
    for each in (widget, *widget.findChildren(QWidget)):
        yield each.accessibleName()
        yield each.accessibleDescription()
        if isinstance(each, QLabel | QPushButton | QLineEdit):
            yield each.text()
        yield str(getattr(each, "text", "") if not callable(getattr(each, "text", "")) else "")


def tiles(stage: Stage) -> list[str]:
    return [tile.value for tile in stage.page.reader.tiles.values()]


def test_three_swipes_find_the_reader_and_save_keeps_it(stage: Open) -> None:
    desk = stage(layout="cz")
    reader = desk.page.reader
    assert (desk.page.steps.now, reader.discs.done, reader.save.isEnabled()) == (0, 0, False)
    for done in (1, 2):
        desk.swipe()
        assert (desk.page.steps.now, reader.discs.done, reader.save.isEnabled()) == (1, done, False)
    assert reader.checks[3].words == ("Third swipe", "Waiting…")
    desk.swipe()
    assert (desk.page.steps.now, reader.title.text(), reader.save.isEnabled()) == (2, "This reader works", True)
    assert reader.field.text == ";•••• •••• ••20?"
    assert tiles(desk) == [";", "? + Enter", "2", "8.0\u00a0ms"]
    assert [check.state for check in reader.checks] == [CheckState.GOOD] * 4
    reader.save.click()
    desk.settle()
    kept = desk.till.profile
    assert (kept.terminator, kept.tracks, kept.decoding, kept.sentinels) == (
        Terminator.ENTER,
        Tracks.TWO,
        Decoding.SCANCODE,
        Sends.ALWAYS,
    )
    assert (desk.page.steps.now, reader.title.text(), reader.save.isEnabled()) == (3, "Saved for this till", False)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_of_the_computer_does_not_matter(stage: Open, layout: str) -> None:
    desk = stage(layout=layout)
    desk.swipe("%B200044717720^DOE/JOHN^2512101?\r;200044717720=2512101?\r")
    assert tiles(desk)[:3] == ["%", "? + Enter", "1 + 2"]
    assert desk.page.reader.checks[1].state is CheckState.GOOD


def test_the_default_can_be_had_back_and_the_shops_numbers_stay(stage: Open) -> None:
    desk = stage(till=PretendTill(ReaderProfile(terminator=Terminator.TAB, loyalty_prefixes=("2000",))))
    reader = desk.page.reader
    reader.default.click()
    desk.settle()
    assert desk.till.profile == ReaderProfile(loyalty_prefixes=("2000",))
    assert (reader.title.text(), reader.default.isEnabled()) == ("The default settings are in use", False)


def test_starting_over_forgets_the_swipes(stage: Open) -> None:
    desk = stage()
    desk.swipe()
    desk.page.reader.again.click()
    assert (desk.page.reader.discs.done, desk.page.reader.field.text) == (0, "Nothing arrived yet")
    assert desk.page.presenter.card is None


def test_what_the_disk_does_not_take_is_said_and_can_be_tried_again(stage: Open) -> None:
    desk = stage(till=PretendTill(disk_is_full=True))
    for _ in range(3):
        desk.swipe()
    desk.page.reader.save.click()
    desk.settle()
    assert desk.page.reader.banner.title == "The settings were not saved"
    assert desk.till.profile == ReaderProfile()
    desk.till.disk_is_full = False
    desk.page.reader.save.click()
    desk.settle()
    assert desk.page.presenter.saving is Saving.SAVED
    assert desk.page.reader.banner.isHidden()


@pytest.mark.parametrize(
    ("text", "gap_ms", "alt_codes", "said"),
    [
        ("200044717720", 30, False, "Switch on Enter after the card"),
        ("200044717720\r", 110, False, "Make the reader faster"),
        ("12345\r", 8, False, "The number is too short"),
        ("%E?;E?\r", 8, False, "The reader could not read the card"),
        (";786237\r", 8, False, "A part of the card is missing"),
        ("200044717720\r", 8, True, "Set the reader to a US keyboard"),
    ],
)
def test_what_to_change_is_said_plainly(stage: Open, text: str, gap_ms: float, alt_codes: bool, said: str) -> None:
    desk = stage()
    desk.swipe(text, gap_ms=gap_ms, alt_codes=alt_codes)
    assert (desk.page.reader.banner.title, desk.page.reader.banner.isVisible()) == (said, True)
    assert desk.page.reader.banner.sentence
    assert desk.page.reader.discs.done == alt_codes
    desk.swipe()
    assert desk.page.reader.banner.isHidden() is not alt_codes


@pytest.mark.parametrize("section", [Section.READER, Section.NUMBERS])
@pytest.mark.parametrize("text", BANK)
def test_nothing_of_a_bank_card_is_in_any_widget(stage: Open, text: str, section: Section) -> None:
    desk = stage()
    desk.swipe()
    desk.page.choose(section)
    if section is Section.NUMBERS:
        desk.page.numbers.rows[0].field.activate()
    desk.swipe(text)
    reader = desk.page.reader
    assert (reader.banner.title, reader.discs.done) == ("That was a bank card", 1)
    assert (reader.field.text, reader.field.time) == ("Not shown", "")
    assert tiles(desk) == ["–"] * 4
    assert "That was a bank card" in list(all_words(desk.page if section is Section.READER else desk.page.numbers))
    assert not [said for said in all_words(desk.shell) if re.search("4111|1111|DOE|2512", said)]
    assert not desk.page.numbers.rows[0].field.edit.isUndoAvailable()


def test_what_a_person_types_is_no_swipe_and_reaches_its_field(stage: Open) -> None:
    desk = stage()
    desk.page.choose(Section.NUMBERS)
    desk.page.numbers.rows[0].field.activate()
    desk.type(Keyboard("us").person("200044", cycle([(120, 80)])))
    assert desk.page.numbers.rows[0].number == "200044"
    assert desk.page.presenter.survey.last is None


def test_leaving_the_page_gives_the_reader_back_and_forgets_the_card(stage: Open) -> None:
    desk = stage()
    desk.swipe()
    desk.shell.show_page(PageKey.SALE)
    assert desk.page.presenter.card is None
    assert desk.page.presenter.survey.last is None
    assert desk.page.reader.field.text == "Nothing arrived yet"
    desk.swipe()
    assert desk.page.presenter.survey.last is None
    desk.shell.show_page(PageKey.SETTINGS)
    desk.swipe()
    assert desk.page.reader.discs.done == 1


def test_a_new_profile_is_heard_by_the_tap_that_takes_over(stage: Open) -> None:
    desk = stage()
    for _ in range(3):
        desk.swipe()
    before = desk.tap
    desk.page.reader.save.click()
    desk.settle()
    assert desk.tap is not before
    desk.swipe()
    assert (desk.page.reader.discs.done, desk.page.reader.title.text()) == (1, "Swipe a loyalty card")


def test_everything_is_reached_by_keyboard(stage: Open) -> None:
    desk = stage()
    assert QApplication.focusWidget() is desk.page.reader.field
    for _ in range(3):
        desk.swipe()
    reached = set()
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    page = desk.page
    assert {page.reader.again, page.reader.save, page.nav.row(Section.NUMBERS)} <= reached
    page.reader.save.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.reader.save, Qt.Key.Key_Space)
    desk.settle()
    assert desk.page.presenter.saving is Saving.SAVED


def test_who_cannot_see_is_told_what_happened(stage: Open) -> None:
    desk = stage()
    desk.swipe()
    assert desk.page.reader.discs.accessibleName() == "1 of 3 swipes"
    assert desk.page.reader.field.accessibleDescription() == ";•••• •••• ••20? 112 ms"
    interface = QAccessible.queryAccessibleInterface(desk.page.reader.field)
    assert interface.text(QAccessible.Text.Name) == "Test field"


@pytest.mark.parametrize("size", [(1280, 800), (1024, 768), (1024, 720), (1600, 900)])
@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("swipes", [0, 2, 3])
def test_no_words_are_cut_and_nothing_overlaps(stage: Open, language: str, size: tuple[int, int], swipes: int) -> None:
    desk = stage(language=language, size=size, layout="cz")
    for _ in range(swipes):
        desk.swipe(CARD)
    desk.settle()
    panel = desk.page.reader
    for label in panel.findChildren(QLabel):
        if label.isVisible() and not label.wordWrap():
            style = label.drawn_style  # type: ignore[attr-defined]
            assert advance(label.text(), style) <= label.width() + 0.5, label.text()
    for button in (panel.again, panel.default, panel.save):
        assert button.width() >= button.sizeHint().width(), button.words
    bottom = max(check.mapTo(panel, check.rect().bottomLeft()).y() for check in panel.checks)
    assert bottom < panel.again.mapTo(panel, panel.again.rect().topLeft()).y()
    assert panel.save.geometry().bottom() < panel.height()
