"""The Journal by keyboard alone, and its search."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pos_app.ui.journal.states import Doing
from pos_app.ui.widgets.button import Button
from tests.ui.journal.conftest import Hands, OpenStage
from tests.ui.journal.gallery import Stage, day

K = Qt.Key


def title(stage: Stage) -> str:
    return str(stage.page.detail.title.text())


def rows(stage: Stage) -> list[str]:
    model = stage.page.model
    return [stage.page.row_words.name(model.row_at(place)) for place in range(model.rowCount())]


def test_arrows_walk_through_the_list(stage: OpenStage) -> None:
    shown = stage(fill=day)
    hands = Hands(shown)
    assert title(shown) == "Jana Nováková"
    hands.key(K.Key_Down)
    hands.key(K.Key_Down)
    assert title(shown) == "Lucie Horáková"
    hands.key(K.Key_Up)
    assert title(shown) == "Petr Svoboda"
    hands.key(K.Key_PageDown)
    hands.key(K.Key_Home)
    assert title(shown) == "Jana Nováková"
    hands.key(K.Key_Up)
    assert title(shown) == "Jana Nováková"


def test_the_first_letter_begins_a_search(stage: OpenStage, qtbot: QtBot) -> None:
    shown = stage(fill=day)
    hands = Hands(shown)
    hands.type("lucie")
    assert shown.page.head.field.text() == "lucie"
    qtbot.waitUntil(lambda: rows(shown) == ["Lucie Horáková"])
    assert shown.page.head.below.text() == "Found in all days"
    assert shown.page.strip.cells[0].value == "1"
    hands.key(K.Key_Escape)
    qtbot.waitUntil(lambda: len(rows(shown)) == 40)
    assert not shown.page.head.field.isVisible()
    assert shown.page.list.view.hasFocus()


@pytest.mark.parametrize(("typed", "found"), [("20417", "Lucie Horáková"), ("2261", "Tomáš Dvořák"), ("76,20", "Marie Kučerová")])
def test_digits_search_too(stage: OpenStage, qtbot: QtBot, typed: str, found: str) -> None:
    shown = stage(fill=day)
    Hands(shown).type(typed)
    qtbot.waitUntil(lambda: rows(shown) == [found])


def test_ctrl_f_opens_the_search_and_arrows_walk_in_what_is_found(stage: OpenStage, qtbot: QtBot) -> None:
    shown = stage(fill=day)
    hands = Hands(shown)
    hands.key(K.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert shown.page.head.field.edit.hasFocus()
    hands.type("mar")
    qtbot.waitUntil(lambda: title(shown) == "Marie Kučerová")
    hands.key(K.Key_Down)
    assert title(shown) == "Markéta Králová"
    assert shown.page.head.field.edit.hasFocus()


def test_nothing_found_says_what_to_try(stage: OpenStage, qtbot: QtBot) -> None:
    shown = stage(fill=day)
    Hands(shown).type("xyz")
    qtbot.waitUntil(lambda: shown.page.list.empty_words == "No sale fits")


def test_del_in_the_search_deletes_a_letter_and_no_sale(stage: OpenStage) -> None:
    shown = stage(fill=day)
    hands = Hands(shown)
    hands.type("lucie")
    hands.key(K.Key_Home)
    hands.key(K.Key_Delete)
    assert shown.page.head.field.text() == "ucie"
    assert not shown.page.detail.asks


def test_del_behind_what_was_searched_takes_the_found_sale_back(stage: OpenStage, qtbot: QtBot) -> None:
    shown = stage(fill=day)
    hands = Hands(shown)
    hands.type("tomas")
    qtbot.waitUntil(lambda: title(shown) == "Tomáš Dvořák")
    hands.key(K.Key_Delete)
    assert shown.page.acting.doing is Doing.REFUND
    assert shown.page.refund.amount.edit.hasFocus()


def test_everything_has_a_place_in_the_tab_order_and_a_name(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Lucie Horáková")
    seen = []
    for _ in range(20):
        focused = shown.shell.focusWidget()
        seen.append(focused)
        QTest.keyClick(focused, K.Key_Tab)
        shown.settle()
    head, detail = shown.page.head, shown.page.detail
    for widget in (shown.page.list.view, detail.refund, detail.void, head.tabs.keys[0], head.search, head.calendar, head.export):
        assert widget in seen
        assert widget.accessibleName() or isinstance(widget, Button)


def test_a_button_with_the_focus_is_pressed_by_space_and_not_by_enter_of_the_page(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Lucie Horáková")
    shown.page.detail.void.setFocus()
    Hands(shown).key(K.Key_Space)
    assert shown.page.detail.asks


def test_arrows_choose_a_tab(stage: OpenStage) -> None:
    shown = stage(fill=day)
    shown.page.head.tabs.keys[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(shown.page.head.tabs.keys[0], K.Key_Right)
    shown.settle()
    assert rows(shown) == ["Petr Svoboda", "Lucie Horáková"]


def test_a_try_is_counted_down_and_then_looked_at_again(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Lucie Horáková")
    line = shown.page.detail.rows[1].line
    assert (line.title, line.time) == ("Waiting to be sent", "next try in 20 s")
    shown.shop.seconds += 12
    shown.page.presenter.tick()
    assert shown.page.detail.rows[1].line.time == "next try in 8 s"
    shown.shop.seconds += 8
    shown.shop.wait_s = None
    shown.page.presenter.tick()
    shown.settle()
    assert shown.page.detail.rows[1].line.title == "Sending"
