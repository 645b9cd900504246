"""The Sale screen in a window, with real key events, on a pretend till."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from pos_app.loyalty.programme import Programme
from pos_app.reader import Scan, ScanKind
from pos_app.till.events import Connection, MessengerStopped, Status, StatusChanged
from pos_app.ui.sale.balance_block import BalanceView
from pos_app.ui.sale.presenter import DEAF_TO_ENTER_S
from pos_app.ui.sale.states import Face, Field, Refusal
from pos_app.ui.widgets.field_base import FieldState
from pos_app.ui.widgets.pay_band import BandState, TotalLabel
from tests.ui.sale.gallery import SCENES, Stage
from tests.ui.sale.pretend import JANA, PETR, PretendTill, full_disk, person

Open = Callable[..., Stage]
Key = Qt.Key
KEYPAD = Qt.KeyboardModifier.KeypadModifier
SIZES = [(1024, 720), (1024, 768), (1280, 800), (1366, 768), (1600, 900)]


def press(stage: Stage, key: Qt.Key, text: str = "", *, keypad: bool = False, repeat: bool = False) -> None:
    """A key goes to whatever has the focus, as from a keyboard."""
    target = QApplication.focusWidget() or stage.shell
    modifiers = KEYPAD if keypad else Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text, repeat))
    stage.settle()


def type_keys(stage: Stage, text: str) -> None:
    for char in text:
        QTest.keyClicks(QApplication.focusWidget() or stage.shell, char)
        stage.settle()


def enter(stage: Stage) -> None:
    press(stage, Key.Key_Return, "\r")


def band(stage: Stage) -> BandState:
    return stage.page.band.state


def balance(stage: Stage) -> BalanceView:
    return stage.page.side.customer.block.view


def focused(stage: Stage) -> Field | None:
    return next((which for which, field in stage.page.fields.items() if field.edit.hasFocus()), None)


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


def test_touch_alone_makes_a_sale(stage: Open) -> None:
    window = stage()
    window.swipe()
    for sign in "20":
        QTest.mouseClick(window.page.sale.keypad.key(sign), Qt.MouseButton.LeftButton)
    window.settle()
    QTest.mouseClick(window.page.sale.redeem.quick_buttons[-1], Qt.MouseButton.LeftButton)
    window.settle()
    QTest.mouseClick(window.page.band.button, Qt.MouseButton.LeftButton)
    window.settle()
    (record,) = window.till.records.values()
    assert record.sale.quote.redeemed == 1240


def test_the_numeric_keypad_alone_makes_a_sale_with_all_points(stage: Open) -> None:
    window = stage(till=PretendTill())
    for key, text in ((Key.Key_Slash, "/"), *((Key(ord(digit)), digit) for digit in "777123482")):
        press(window, key, text, keypad=True)
    press(window, Key.Key_Enter, "\r", keypad=True)
    for digit in "20":
        press(window, Key(ord(digit)), digit, keypad=True)
    press(window, Key.Key_Asterisk, "*", keypad=True)
    assert window.page.sale.redeem.text() == "19"
    press(window, Key.Key_Plus, "+", keypad=True)
    assert focused(window) is Field.RECEIPT
    press(window, Key.Key_5, "5", keypad=True)
    press(window, Key.Key_Minus, "-", keypad=True)
    assert window.page.sale.receipt.text() == ""
    press(window, Key.Key_Enter, "\r", keypad=True)
    (record,) = window.till.records.values()
    assert record.sale.quote.to_pay == 0


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


def test_no_amount_is_said_in_the_field_and_read_out(stage: Open) -> None:
    window = stage()
    window.swipe()
    enter(window)
    purchase = window.page.sale.purchase
    assert purchase.error == "Enter the amount first"
    assert purchase.state is FieldState.ERROR
    assert purchase.edit.accessibleDescription() == "Enter the amount first"
    type_keys(window, "6")
    assert purchase.error == ""


def test_too_many_points_are_said_in_the_field_with_the_limit(stage: Open) -> None:
    window = stage(till=PretendTill())
    window.swipe()
    window.amount("20")
    press(window, Key.Key_F4)
    type_keys(window, "50")
    assert window.page.sale.redeem.error == "At most 19 points on this purchase"


def test_a_big_amount_is_asked_about_in_the_field(stage: Open) -> None:
    window = stage()
    window.swipe()
    window.amount("60000")
    enter(window)
    assert window.page.sale.purchase.error == "€60,000.00?"
    assert window.page.side.notice.title == "Is €60,000.00 right? Press Enter once more."
    window.clock.at += DEAF_TO_ENTER_S
    enter(window)
    assert len(window.till.records) == 1


@pytest.mark.parametrize(
    ("programme", "online", "words"),
    [
        (Programme(), True, "The whole purchase can be paid with points"),
        (Programme(max_redeem_percent=Decimal(50)), True, "Up to half of the purchase"),
        (Programme(floor_balance=Decimal(1230)), True, "1,230 points must stay on the account"),
        (Programme(offline_redeem=True, offline_limit=Decimal(50)), False, "Points cannot be used offline"),
    ],
)
def test_the_limit_that_binds_is_always_named(stage: Open, programme: Programme, online: bool, words: str) -> None:
    window = stage(till=PretendTill(programme=programme, online=online))
    if not online:
        words = "Offline at most 50 points"
    window.swipe()
    window.amount("64.90")
    assert window.page.sale.redeem._hint == words


def test_points_that_cannot_be_used_offline_are_locked_with_the_reason(stage: Open) -> None:
    window = stage(till=PretendTill(online=False))
    window.swipe()
    assert window.page.sale.redeem.state is FieldState.LOCKED
    assert window.page.sale.redeem.accessibleDescription() == "Points cannot be used offline"


def test_what_no_server_confirmed_is_marked(stage: Open) -> None:
    window = stage(till=PretendTill(online=False))
    window.swipe()
    window.amount("64.90")
    assert [cell.value[:1] for cell in window.page.sale.strip.cells[2:]] == ["≈", "≈"]
    assert window.page.side.customer.block.view.stale


def test_what_is_earned_later_says_later(stage: Open) -> None:
    window = stage(till=PretendTill(online=False))
    window.swipe("200044718820")
    window.amount("420")
    assert [cell.value for cell in window.page.sale.strip.cells] == ["", "", "later", "later"]
    assert band(window) is BandState.READY


def test_a_late_answer_changes_the_panel_but_neither_focus_nor_typing(stage: Open) -> None:
    window = stage()
    window.till.hold()
    window.page.scanned(Scan(ScanKind.CARD, JANA.cards[0], (JANA.cards[0],)))
    window.till.release(-1)
    window.settle()
    assert balance(window).calm
    press(window, Key.Key_F6)
    type_keys(window, "204")
    window.till.customers = (replace(JANA, standing=replace(JANA.standing, balance=Decimal(1300))), PETR)
    window.till.release()
    window.settle()
    assert balance(window).balance == "1,300"
    assert not balance(window).calm
    assert focused(window) is Field.RECEIPT
    assert window.page.sale.receipt.text() == "204"


@pytest.mark.parametrize(
    ("kind", "refusal"),
    [
        (ScanKind.PAYMENT_CARD, Refusal.BANK_CARD),
        (ScanKind.READ_ERROR, Refusal.BAD_READ),
        (ScanKind.INCOMPLETE, Refusal.BAD_READ),
        (ScanKind.REJECTED, Refusal.FOREIGN_CODE),
        (ScanKind.ID_DOCUMENT, Refusal.FOREIGN_CODE),
    ],
)
def test_reads_that_are_no_card_are_refused_in_words_and_the_amount_stays(stage: Open, kind: ScanKind, refusal: Refusal) -> None:
    window = stage()
    window.amount("64.90")
    window.page.scanned(Scan(kind))
    window.settle()
    assert window.page.presenter.refusal is refusal
    assert window.page.side.refused.title.text() != ""
    press(window, Key.Key_Escape)
    assert window.page.presenter.face is Face.IDLE
    assert window.page.sale.purchase.text() == "64.90"


EVIL = '<b>Jana</b> <img src="http://x/y.png"> &amp; \u202eNováková'


def test_outside_text_is_shown_as_letters_never_as_markup(stage: Open) -> None:
    customer = person(EVIL, "Evil", "+420777123482", "1", cards=("200044717712",))
    window = stage(till=PretendTill(customers=(customer,)))
    window.till.sold_earlier(EVIL, "+420777123482", "5", minutes=1)
    window.page.presenter.checkout.list_recent()
    window.settle()
    window.type("482")
    row = window.page.side.list.list.rows[0]
    assert row.suggestion.name.startswith("<b>Jana</b>")
    window.swipe()
    window.amount("1")
    shown = [label for label in window.shell.findChildren(QLabel) if "Jana" in label.text()]
    assert shown
    for label in window.shell.findChildren(QLabel):
        # The total is drawn by itself and never holds outside text.
        assert isinstance(label, TotalLabel) or label.textFormat() == Qt.TextFormat.PlainText
        assert "\u202e" not in label.text()
    assert window.page.side.customer.header.title.text().startswith("<b>Jana</b> <img")


def test_a_disk_that_says_no_is_said_in_words_and_nothing_is_lost(stage: Open) -> None:
    window = stage(till=PretendTill(disk=full_disk()))
    window.swipe()
    window.amount("64.90")
    enter(window)
    assert window.page.side.notice.title == "The sale was not saved"
    assert window.page.sale.purchase.text() == "64.90"


def test_a_messenger_that_stopped_is_said_in_words(stage: Open) -> None:
    window = stage()
    window.till.tell(MessengerStopped("bug"))
    window.settle()
    assert window.page.side.notice.isVisible()
    assert window.page.side.notice.title == "Sending has stopped"


def test_a_key_that_is_refused_is_said_beside_the_customer(stage: Open) -> None:
    window = stage(till=PretendTill())
    window.swipe()
    window.till.tell(StatusChanged(Status(connection=Connection.KEY_REFUSED)))
    window.settle()
    assert window.page.side.customer.banner.title == "Account refused"


def test_updated_now_once_the_points_arrived(stage: Open) -> None:
    window = SCENES["10-sale-confirmed"]()
    try:
        assert window.page.side.customer.block.view.freshness == "Updated now"
        assert window.page.sale.done.head.accessibleName() == "Sale recorded Sent"
    finally:
        window.close()


def test_the_focus_goes_round_in_the_order_of_the_screen(stage: Open) -> None:
    window = stage()
    window.swipe()
    page = window.page
    page.side.search.activate()
    order: list[QWidget] = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or window.shell, Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        order.append(now)
    expected = [
        page.side.customer.header.cross,
        page.sale.purchase.edit,
        page.sale.redeem.edit,
        *page.sale.redeem.quick_buttons,
        page.sale.receipt.edit,
        page.band.button,
    ]
    assert order[: len(expected)] == expected


def test_a_finger_on_a_button_takes_no_focus_from_the_field(stage: Open) -> None:
    window = stage()
    window.swipe()
    for button in window.page.findChildren(QAbstractButton):
        assert button.focusPolicy() in (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.NoFocus)


@pytest.mark.parametrize("scene", SCENES)
def test_whatever_can_be_pressed_or_typed_into_has_a_name(stage: Open, scene: str) -> None:
    window = SCENES[scene]()
    try:
        for widget in [*window.page.findChildren(QAbstractButton), *window.page.findChildren(QLineEdit)]:
            if widget.isVisible():
                interface = QAccessible.queryAccessibleInterface(widget)
                assert interface.text(QAccessible.Text.Name), widget
    finally:
        window.close()


def test_names_are_those_of_the_design(stage: Open) -> None:
    window = stage()
    window.swipe()
    window.amount("64.90")
    page = window.page
    assert page.side.search.edit.accessibleName() == "Find customer, swipe, scan or type"
    assert page.side.customer.block.accessibleName() == "Balance 1,240 points, Live"
    assert page.band.button.accessibleName() == "Confirm sale, €61.65"
    assert page.band.total.accessibleName() == "To pay €61.65"
    assert page.sale.keypad.key("7").accessibleName() == "seven"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", ["customer", "stale", "unknown", "question", "not found", "refused", "list", "done", "idle"])
def test_nothing_is_cut_off_or_lies_over_another_at_any_size(stage: Open, scene: str, size: tuple[int, int]) -> None:
    online = scene not in ("stale", "unknown")
    status = Status(connection=Connection.ONLINE if online else Connection.OFFLINE)
    window = stage(language="cs", size=size, status=status, till=PretendTill(online=online, pending=Decimal(38)))
    window.till.sold_earlier("Petr Svoboda", "+420605333444", "23.40", minutes=3)
    window.page.presenter.checkout.list_recent()
    window.settle()
    if scene == "list":
        window.type("482")
    elif scene == "not found":
        window.type("777 999 111")
        window.wait(1)
    elif scene == "refused":
        window.page.presenter.refuse(Refusal.BANK_CARD)
    elif scene != "idle":
        window.swipe("200044718820" if scene == "unknown" else JANA.cards[0])
        window.amount("1250,00")
    if scene == "question":
        window.swipe(PETR.cards[0])
    if scene == "done":
        window.page.presenter.confirm_pressed()
    window.settle()
    assert (window.shell.width(), window.shell.height()) == size
    for panel in (window.page.side.panel, window.page.sale, window.page.band):
        _assert_tidy(panel)


def test_rows_fit_into_the_narrow_list(stage: Open) -> None:
    window = stage(size=(1024, 768))
    window.type("482")
    suggestions = window.page.side.list.list
    assert all(row.width() <= suggestions.viewport().width() for row in suggestions.rows)


def _assert_tidy(panel: QWidget) -> None:
    """Every visible leaf lies in the panel; no two of them overlap."""
    leaves = [
        each
        for each in panel.findChildren(QWidget)
        if each.isVisible() and each.width() > 1 and not any(child.isVisible() for child in each.findChildren(QWidget))
    ]
    leaves = [
        each
        for each in leaves
        if each.metaObject().className() not in ("Outline", "QScrollBar", "BareEdit", "KeyCap") and not _scrolled(each)
    ]
    boxes = [(each, QRect(each.mapTo(panel, QPoint(0, 0)), each.size())) for each in leaves]
    # Letters never fill the first and last pixel of their line.
    for each, box in boxes:
        assert panel.rect().contains(box), f"{each} {box} is cut off in {panel.rect()}"
        hint = each.minimumSizeHint().height()
        assert box.height() >= hint, f"{each} is squeezed to {box.height()} of {hint}"
    for index, (one, first) in enumerate(boxes):
        for other, second in boxes[index + 1 :]:
            assert not first.intersects(second.adjusted(0, 1, 0, -1)), f"{one} {first} lies over {other} {second}"


def _scrolled(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if parent.metaObject().className() == "SuggestionList":
            return True
        parent = parent.parentWidget()
    return False
