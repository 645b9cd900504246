"""The Sale screen in a window, with real key events, on a pretend till: the ways through a sale."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.appearance import Appearance
from pos_app.reader import Scan, ScanKind
from pos_app.ui.sale.states import Face, Field
from pos_app.ui.widgets.pay_band import BandState
from tests.ui.sale.hands import Key, Open, band, enter, focused, press, type_keys
from tests.ui.sale.pretend import JANA, PETR, PretendTill


def test_swipe_amount_enter_saves_one_sale_and_the_next_is_just_a_swipe(stage: Open) -> None:
    window = stage()
    window.page.scanned(Scan(ScanKind.CARD, JANA.cards[0], (JANA.cards[0],)))
    window.settle()
    assert window.page.side.customer.header.title.text() == "Jana Nováková"
    type_keys(window, "64.90")
    assert window.page.band.total.text() == "€61.65"
    assert band(window) is BandState.READY
    enter(window)
    (record,) = window.till.records.values()
    assert record.sale.quote.gross == Decimal("64.90")
    assert band(window) is BandState.DONE
    window.page.scanned(Scan(ScanKind.CARD, PETR.cards[0], (PETR.cards[0],)))
    window.settle()
    assert window.page.side.customer.header.title.text() == "Petr Novotný"
    assert window.page.sale.purchase.text() == ""
    assert focused(window) is Field.PURCHASE


def test_enter_held_down_saves_one_sale_and_closes_nothing(stage: Open) -> None:
    window = stage()
    window.swipe()
    type_keys(window, "64.90")
    enter(window)
    for _ in range(40):
        window.clock.at += 0.03
        press(window, Key.Key_Return, "\r", repeat=True)
    assert len(window.till.records) == 1
    assert window.page.presenter.done is not None


def test_a_double_enter_saves_one_sale(stage: Open) -> None:
    window = stage()
    window.swipe()
    type_keys(window, "64.90")
    enter(window)
    enter(window)
    assert len(window.till.records) == 1
    assert window.page.presenter.done is not None


def test_a_sale_that_is_to_stay_shows_no_countdown_but_the_undo_ring(stage: Open) -> None:
    window = stage()
    window.page.apply_appearance(Appearance(sale_closes=False))
    window.swipe()
    type_keys(window, "64.90")
    enter(window)
    window.wait(60)
    done = window.page.sale.done
    assert window.page.presenter.done is not None
    assert not done.closes.isVisible()
    assert not done.bar.isVisible()
    assert done.undo_card.isVisible()
    assert "1:00" in done.undo_card.accessibleName()
    enter(window)
    assert window.page.presenter.done is None


def test_enter_on_a_focused_button_belongs_to_the_sale(stage: Open) -> None:
    window = stage()
    window.swipe()
    type_keys(window, "64.90")
    cross = window.page.side.customer.header.cross
    cross.setFocus()
    enter(window)
    assert len(window.till.records) == 1


def test_letters_typed_in_the_amount_go_to_the_customer_input(stage: Open) -> None:
    window = stage()
    window.amount("64.90")
    type_keys(window, "nov")
    assert window.page.side.search.text() == "nov"
    assert window.page.sale.purchase.text() == "64.90"
    assert window.page.presenter.face is Face.LIST
    assert focused(window) is Field.SEARCH


def test_a_composed_letter_in_the_amount_goes_to_the_customer_input_too(stage: Open) -> None:
    window = stage()
    window.amount("64.90")
    event = QInputMethodEvent()
    event.setCommitString("ř")
    QApplication.sendEvent(window.page.sale.purchase.edit, event)
    window.settle()
    assert window.page.side.search.text() == "ř"


def test_digits_typed_while_a_button_has_the_focus_go_to_the_active_field(stage: Open) -> None:
    window = stage()
    window.swipe()
    window.page.side.customer.header.cross.setFocus()
    type_keys(window, "64,9")
    assert window.page.sale.purchase.text() == "64.9"
    assert focused(window) is Field.PURCHASE


def test_the_keypad_on_the_screen_types_into_the_active_field_and_takes_no_focus(stage: Open) -> None:
    window = stage(language="cs", till=PretendTill())
    window.swipe()
    keypad = window.page.sale.keypad
    for key in (keypad.key("6"), keypad.key("4"), keypad.separator_key, keypad.key("9"), keypad.key("0")):
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    QTest.mouseClick(keypad.backspace_key, Qt.MouseButton.LeftButton)
    window.settle()
    assert window.page.sale.purchase.text() == "64,9"
    assert focused(window) is Field.PURCHASE


def test_minus_of_the_numeric_keypad_clears_the_field(stage: Open) -> None:
    window = stage(till=PretendTill())
    window.swipe()
    for key, text in ((Key.Key_5, "5"), (Key.Key_Minus, "-")):
        press(window, key, text, keypad=True)
    assert window.page.sale.purchase.text() == ""
    assert focused(window) is Field.PURCHASE


def test_function_keys_lead_to_their_fields(stage: Open) -> None:
    window = stage()
    window.swipe()
    where = ((Key.Key_F6, Field.RECEIPT), (Key.Key_F4, Field.REDEEM), (Key.Key_F3, Field.PURCHASE), (Key.Key_F2, Field.SEARCH))
    for key, field in where:
        press(window, key)
        assert focused(window) is field


def test_f4_held_down_uses_no_points(stage: Open) -> None:
    window = stage()
    window.swipe()
    window.amount("64.90")
    press(window, Key.Key_F4)
    press(window, Key.Key_F4, repeat=True)
    assert window.page.presenter.quote.redeemed == 0
    press(window, Key.Key_F4)
    assert window.page.presenter.quote.redeemed == 1240


def test_the_points_in_force_are_marked_among_the_quick_amounts(stage: Open) -> None:
    window = stage()
    window.swipe()
    window.amount("64.90")

    def chosen() -> list[str]:
        return [button.words for button in window.page.sale.redeem.quick_buttons if button.chosen]

    assert chosen() == []
    window.page.sale.redeem.quick_buttons[-1].click()
    assert chosen() == ["Max 1,240"]
    press(window, Key.Key_F4)
    assert chosen() == ["→ €61"]
    window.page.sale.redeem.clear()
    window.points("500")
    assert chosen() == ["500"]


def test_the_last_sales_lead_to_the_journal(stage: Open, qtbot: QtBot) -> None:
    window = stage(size=(1600, 900))
    with qtbot.waitSignal(window.page.journal_wanted, timeout=2000):
        QTest.mouseClick(window.page.last.journal, Qt.MouseButton.LeftButton)


def test_f7_sells_on_a_number_of_nobody_and_f2_goes_back_to_it(stage: Open) -> None:
    window = stage(till=PretendTill(customers=()))
    window.amount("18.50")
    window.type("777 123 482")
    window.wait(1)
    assert window.page.side.not_found.number.text().replace("\u00a0", " ") == "+420 777 123 482"
    press(window, Key.Key_F2)
    assert focused(window) is Field.SEARCH
    assert window.page.side.search.text() == "777 123 482"
    press(window, Key.Key_F7)
    assert window.page.presenter.face is Face.UNKNOWN
    assert window.page.sale.purchase.text() == "18.50"
    assert band(window) is BandState.READY


def test_f9_undoes_and_says_so(stage: Open) -> None:
    window = stage()
    window.swipe()
    window.amount("64.90")
    enter(window)
    press(window, Key.Key_F9)
    assert window.page.sale.done.head.accessibleName() == "Sale undone. Points are back as before."
    assert not window.page.sale.done.undo_card.isVisible()
    assert window.page.band.total.text() == "€0.00"
