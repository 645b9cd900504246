"""The Journal by touch alone: letters on the screen, targets large enough, nothing that needs a keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.journal.states import Doing
from tests.ui.journal.conftest import Hands, OpenStage
from tests.ui.journal.gallery import Stage, day

K = Qt.Key


def tap(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def rows(stage: Stage) -> list[str]:
    model = stage.page.model
    return [stage.page.row_words.name(model.row_at(place)) for place in range(model.rowCount())]


def test_the_looking_glass_brings_letters_where_there_is_no_keyboard(stage: OpenStage, qtbot: QtBot) -> None:
    shown = stage(fill=day)
    tap(shown.page.head.search)
    assert shown.page.letters.isVisible()
    for sign in "lu":
        tap(shown.page.letters.letters.key(sign))
    qtbot.waitUntil(lambda: rows(shown) == ["Lucie Horáková"])
    tap(shown.page.letters.letters.close_key)
    assert not shown.page.letters.isVisible()
    assert shown.page.detail.isVisible()
    tap(shown.page.head.leave)
    qtbot.waitUntil(lambda: len(rows(shown)) == 40)


def test_who_types_on_a_keyboard_sees_no_letters(stage: OpenStage) -> None:
    shown = stage(fill=day)
    Hands(shown).type("l")
    assert not shown.page.letters.isVisible()
    tap(shown.page.head.field)
    assert not shown.page.letters.isVisible()


def test_a_row_is_chosen_and_refunded_with_the_finger(stage: OpenStage) -> None:
    shown = stage(fill=day)
    view = shown.page.list.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(shown.page.model.index(3)).center())
    shown.settle()
    assert shown.page.detail.title.text() == "Tomáš Dvořák"
    tap(shown.page.detail.refund)
    tap(shown.page.refund.main)
    shown.settle()
    assert shown.shop.asked == ["refund"]
    assert shown.page.acting.doing is Doing.NOTHING


def test_a_void_is_asked_and_answered_with_the_finger(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Lucie Horáková")
    tap(shown.page.detail.void)
    tap(shown.page.detail.keep)
    assert shown.shop.asked == []
    tap(shown.page.detail.void)
    tap(shown.page.detail.void_it)
    shown.settle()
    assert shown.shop.asked == ["undo"]


def test_a_forgotten_card_is_named_with_the_finger(stage: OpenStage) -> None:
    shown = stage(fill=day, size=(1024, 720)).choose("Unknown card")
    tap(shown.page.detail.claim)
    tap(shown.page.claim.field)
    assert shown.page.letters.isVisible()
    for sign in "pet":
        tap(shown.page.letters.letters.key(sign))
    shown.settle()
    tap(shown.page.claim.main)
    shown.settle()
    assert shown.shop.asked == ["claim"]
    assert not shown.page.letters.isVisible()


def test_everything_that_can_be_tapped_is_large_enough(stage: OpenStage) -> None:
    shown = stage(fill=day, size=(1024, 720)).choose("Lucie Horáková")
    shown.page.head.calendar.click()
    small = [
        button.accessibleName() or button.text()
        for button in shown.page.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled() and (button.width() < 48 or button.height() < 40)
    ]
    assert small == []


def test_the_keypad_of_a_refund_has_the_chosen_order(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Tomáš Dvořák")
    shown.page.acting.take_back()
    shown.settle()
    assert shown.page.refund.keypad.key("7").y() < shown.page.refund.keypad.key("1").y()


def test_a_toast_goes_at_a_tap(stage: OpenStage) -> None:
    shown = stage(fill=day)
    shown.page.head.export.click()
    shown.settle()
    assert shown.page.toast.isVisible()
    tap(shown.page.toast)
    assert not shown.page.toast.isVisible()
