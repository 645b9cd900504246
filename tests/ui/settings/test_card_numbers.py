"""The shop's own card numbers: entered, checked at the field, tried on the last card, saved."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel

from pos_app.reader.profile import ReaderProfile, Terminator
from pos_app.ui import words
from pos_app.ui.settings.nav import Section
from pos_app.ui.settings.presenter import MOST_NUMBERS, NumberFault, fault_of, with_numbers
from pos_app.ui.widgets.text import advance
from tests.ui.settings.pretend import PretendTill, Stage

Open = Callable[..., Stage]


def numbers(stage: Open, *entered: str, **wishes: object) -> Stage:
    desk = stage(**wishes)
    desk.page.choose(Section.NUMBERS)
    section = desk.page.numbers
    for i, number in enumerate(entered):
        if i:
            section.add.click()
        section.rows[-1].field.setText(number)
    return desk


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("2000", None),
        (r"2000\d{8}", None),
        ("LOYAL", None),
        ("(", NumberFault.BAD),
        ("[0-9", NumberFault.BAD),
        (r"(\d+)+x", NumberFault.SLOW),
        ("1" * 65, NumberFault.LONG),
        ("[0-9]" * 25, NumberFault.LONG),
    ],
)
def test_an_entry_is_a_beginning_or_an_expression(number: str, fault: NumberFault | None) -> None:
    assert fault_of(number) is fault
    assert fault_of(number, [number]) is NumberFault.TWICE


@given(st.text(max_size=130))
def test_what_has_no_fault_can_be_saved(number: str) -> None:
    if number and fault_of(number) is None:
        profile = with_numbers(ReaderProfile(), [number])
        assert (profile.loyalty_prefixes + profile.loyalty_patterns, len(profile.own_numbers)) == ((number,), 1)


def test_numbers_are_saved_beside_the_reader(stage: Open) -> None:
    desk = numbers(stage, "2000", r"99\d{8}", till=PretendTill(ReaderProfile(terminator=Terminator.ENTER)))
    desk.page.numbers.save.click()
    desk.settle()
    assert desk.till.profile == ReaderProfile(
        terminator=Terminator.ENTER, loyalty_prefixes=("2000",), loyalty_patterns=(r"99\d{8}",)
    )
    assert [row.number for row in desk.page.numbers.rows] == ["2000", r"99\d{8}"]
    assert not desk.page.numbers.save.isEnabled()
    desk.page.numbers.rows[0].cross.click()
    desk.page.numbers.save.click()
    desk.settle()
    assert desk.till.profile.loyalty_prefixes == ()


def test_a_bad_expression_is_said_at_its_field_and_cannot_be_saved(stage: Open) -> None:
    desk = numbers(stage, "2000", "(")
    section = desk.page.numbers
    assert (section.rows[1].field.error, section.save.isEnabled()) == ("This is not a regular expression", False)
    desk.settle()
    assert section.rows[1].error.isVisible()
    assert section.rows[0].field.error == ""
    section.rows[1].field.setText("2000")
    assert section.rows[1].field.error == "This is here already"
    section.rows[1].cross.click()
    assert section.save.isEnabled()


def test_the_last_card_is_tried_on_every_change(stage: Open) -> None:
    desk = numbers(stage, "99")
    section = desk.page.numbers
    assert section.banner.sentence == "Swipe a card to try the numbers."
    desk.swipe()
    assert section.banner.title == "This card does not match"
    section.rows[0].field.setText(r"2000\d{8}")
    assert (section.banner.title, section.banner.sentence) == ("This card matches", "Last card: ;•••• •••• ••20?")
    section.rows[0].field.setText("")
    assert section.banner.title == "Without numbers, every card is taken"


def test_a_swipe_leaves_what_is_being_entered_alone(stage: Open) -> None:
    desk = numbers(stage, "20")
    section = desk.page.numbers
    section.rows[0].field.activate()
    desk.swipe()
    assert section.rows[0].number == "20"
    assert section.banner.title == "This card matches"


def test_there_are_only_as_many_rows_as_fit(stage: Open) -> None:
    desk = numbers(stage, *(f"{i}0" for i in range(MOST_NUMBERS)), size=(1024, 720))
    section = desk.page.numbers
    assert not section.add.isEnabled()
    desk.settle()
    assert section.save.geometry().bottom() < section.height()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 768)])
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_no_words_are_cut(stage: Open, language: str, size: tuple[int, int]) -> None:
    desk = numbers(stage, "2000", "(", r"(\d+)+x", language=language, size=size)
    desk.swipe()
    for label in desk.page.numbers.findChildren(QLabel):
        if label.isVisible() and not label.hasHeightForWidth():
            assert advance(label.text(), label.drawn_style) <= label.width() + 0.5, label.text()  # type: ignore[attr-defined]
