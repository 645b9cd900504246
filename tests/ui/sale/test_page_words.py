"""What the Sale screen says, and where."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from pos_app.loyalty.programme import Programme
from pos_app.reader import Scan, ScanKind
from pos_app.till.events import Connection, MessengerStopped, Status, StatusChanged
from pos_app.ui.sale.presenter import DEAF_TO_ENTER_S
from pos_app.ui.sale.states import Face, Field, Refusal
from pos_app.ui.widgets.field_base import FieldState
from pos_app.ui.widgets.pay_band import BandState, TotalLabel
from tests.gallery.view import View
from tests.ui.sale.gallery import SCENES
from tests.ui.sale.hands import Key, Open, balance, band, enter, focused, press, type_keys
from tests.ui.sale.pretend import JANA, PETR, PretendTill, full_disk, person


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
    window = SCENES["confirmed"](View())
    try:
        assert window.page.side.customer.block.view.freshness == "Updated now"
        assert window.page.sale.done.head.accessibleName() == "Sale recorded Sent"
    finally:
        window.close()


def test_a_customer_who_owes_points_has_none_and_the_debt_is_said(stage: Open) -> None:
    owing = person("Eva", "Dlužná", "+420601000111", "-40", cards=("200044719999",))
    window = stage(till=PretendTill(customers=(owing,)))
    window.swipe("200044719999")
    assert (balance(window).balance, balance(window).owes) == ("0", "owes 40\u00a0points")
    window.amount("100")
    assert "owes 35.25" in [cell.value for cell in window.page.sale.strip.cells]


def test_a_quick_button_leaves_a_whole_sum_to_pay(stage: Open) -> None:
    window = stage()
    window.swipe()
    window.amount("64.90")
    even = window.page.sale.redeem.quick_buttons[1]
    assert (even.text(), even.accessibleName()) == ("→ €61", "Use points so that 61 euro remain to pay")
    even.click()
    assert window.page.presenter.quote.to_pay == Decimal(61)


def test_confirm_without_a_customer_says_in_words_what_is_missing(stage: Open) -> None:
    window = stage(size=(1024, 720))
    QTest.mouseClick(window.page.band.button, Qt.MouseButton.LeftButton)
    window.settle()
    assert window.page.side.notice.isVisible()
    assert window.page.side.notice.title == "Swipe a card, or type a phone, card number or name"
    window.type("nov")
    assert not window.page.side.notice.isVisible()
