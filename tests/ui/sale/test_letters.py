"""Letters on the screen, for a till without a keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_app.ui.sale.letters_door import WITHOUT_KEYBOARD_S
from pos_app.ui.widgets.letters import Letters
from tests.ui.sale.gallery import Stage
from tests.ui.sale.hands import Open, type_keys

LEFT = Qt.MouseButton.LeftButton


def tap_search(window: Stage) -> None:
    QTest.mouseClick(window.page.side.search.edit, LEFT)
    window.settle()


def tap(window: Stage, signs: str) -> None:
    for sign in signs:
        QTest.mouseClick(window.page.sale.letters.key(sign), LEFT)
    window.settle()


def letters(window: Stage) -> Letters:
    return window.page.sale.letters


def test_a_whole_sale_by_touch_alone(stage: Open) -> None:
    window = stage()
    tap_search(window)
    assert letters(window).isVisible()
    tap(window, "nov")
    assert window.page.side.search.text() == "nov"
    QTest.mouseClick(window.page.side.list.list.rows[0], LEFT)
    window.settle()
    assert not letters(window).isVisible()
    for sign in "649":
        QTest.mouseClick(window.page.sale.keypad.key(sign), LEFT)
    QTest.mouseClick(window.page.band.button, LEFT)
    window.settle()
    assert len(window.till.records) == 1


def test_a_real_keyboard_puts_the_letters_away_for_ten_minutes(stage: Open) -> None:
    window = stage()
    tap_search(window)
    type_keys(window, "n")
    assert not letters(window).isVisible()
    tap_search(window)
    assert not letters(window).isVisible()
    window.clock.at += WITHOUT_KEYBOARD_S
    tap_search(window)
    assert letters(window).isVisible()


def test_done_puts_the_letters_away_and_a_swipe_does_too(stage: Open) -> None:
    window = stage()
    for swiped in (False, True):
        tap_search(window)
        assert letters(window).isVisible()
        if swiped:
            window.swipe()
        else:
            QTest.mouseClick(letters(window).close_key, LEFT)
        window.settle()
        assert not letters(window).isVisible()


def test_the_field_keeps_the_focus_and_the_backspace_takes_one_letter(stage: Open) -> None:
    window = stage()
    tap_search(window)
    tap(window, "no")
    QTest.mouseClick(letters(window).backspace_key, LEFT)
    QTest.mouseClick(letters(window).space_key, LEFT)
    assert window.page.side.search.text() == "n "
    assert window.page.side.search.edit.hasFocus()


def test_a_letter_that_is_held_offers_its_accented_sisters(stage: Open) -> None:
    window = stage(language="cs")
    tap_search(window)
    key = letters(window).key("s")
    QTest.mousePress(key, LEFT)
    key.long_pressed.emit()
    QTest.mouseRelease(key, LEFT)
    assert [each.text() for each in letters(window).sisters] == ["š", "ß"]
    assert window.page.side.search.text() == ""
    QTest.mouseClick(letters(window).sisters[0], LEFT)
    assert window.page.side.search.text() == "š"
    assert letters(window).sisters == ()
    assert letters(window).key("1").isVisible()


@pytest.mark.parametrize("size", [(1024, 720), (1024, 768), (1280, 800), (1366, 768), (1600, 900)])
@pytest.mark.parametrize(
    ("language", "signs"),
    [
        ("en", "qwertyuiopasdfghjklzxcvbnm"),
        ("de", "qwertzuiopüasdfghjklöäyxcvbnmß"),
        ("ru", "йцукенгшщзхфывапролджэячсмитьбю"),
    ],
)
def test_every_key_is_large_enough_for_a_finger_and_none_lies_over_another(
    stage: Open, size: tuple[int, int], language: str, signs: str
) -> None:
    window = stage(size=size, language=language)
    tap_search(window)
    QApplication.processEvents()
    board = letters(window)
    keys = [board.key(sign) for sign in f"1234567890{signs}+-"]
    keys += [board.backspace_key, board.space_key, board.close_key]
    for key in keys:
        assert key.width() >= (55 if language == "en" else 50)
        assert key.height() >= 56
        assert board.rect().contains(key.geometry())
    for index, key in enumerate(keys):
        assert not any(key.geometry().intersects(other.geometry()) for other in keys[index + 1 :])


def test_russian_keys_hold_the_latin_letter_of_their_place(stage: Open) -> None:
    window = stage(language="ru")
    tap_search(window)
    for sign, held in (("ф", "a"), ("е", "ёt"), ("ь", "ъm")):
        letters(window).key(sign).long_pressed.emit()
        assert "".join(each.text() for each in letters(window).sisters) == held
        letters(window).put_back()
