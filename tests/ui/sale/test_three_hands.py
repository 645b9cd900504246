"""Whole sales with nothing but a finger, nothing but a keyboard, nothing but a numeric keypad: everything, all three."""

from __future__ import annotations

from abc import ABC, abstractmethod
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from pos_app.loyalty.sale import FoundBy
from pos_app.reader import Scan, ScanKind
from pos_app.till.records import SaleRecord
from pos_app.ui.sale.presenter import DEAF_TO_ENTER_S
from pos_app.ui.sale.states import Face, Refusal
from tests.ui.sale.gallery import Stage
from tests.ui.sale.hands import Key, Open, enter, press, type_keys
from tests.ui.sale.pretend import JANA, PETR, PretendTill

LEFT = Qt.MouseButton.LeftButton


class Hand(ABC):
    """What a cashier wants, in the order in which the screen asks for it."""

    def __init__(self, window: Stage) -> None:
        self.window, self.page = window, window.page

    @abstractmethod
    def number(self, digits: str) -> None:
        """A phone or card number, into the customer input."""

    @abstractmethod
    def choose(self) -> None:
        """The customer who is listed first."""

    @abstractmethod
    def sell_on_number(self) -> None: ...

    @abstractmethod
    def amount(self, text: str) -> None: ...

    @abstractmethod
    def all_points(self) -> None: ...

    @abstractmethod
    def round_sum(self) -> None:
        """After ``all_points``."""

    @abstractmethod
    def receipt(self, text: str) -> None: ...

    @abstractmethod
    def confirm(self) -> None: ...

    @abstractmethod
    def undo(self) -> None: ...

    @abstractmethod
    def next(self) -> None: ...

    @abstractmethod
    def put_refusal_away(self) -> None: ...

    @abstractmethod
    def keep_customer(self) -> None:
        """No to "Change to Petr Novotný?"."""


class Finger(Hand):
    def tap(self, target: QWidget) -> None:
        """Where the screen is touched, whatever is there gets it."""
        shell = self.window.shell
        QTest.mouseClick(shell.windowHandle(), LEFT, pos=target.mapTo(shell, target.rect().center()))
        self.window.settle()

    def type(self, text: str) -> None:
        keypad = self.page.sale.keypad
        for sign in text:
            self.tap(keypad.separator_key if sign == "," else keypad.key(sign))

    def number(self, digits: str) -> None:
        self.type(digits)

    def choose(self) -> None:
        self.tap(self.page.side.list.list.rows[0])

    def sell_on_number(self) -> None:
        self.tap(self.page.side.not_found.sell_button)

    def amount(self, text: str) -> None:
        self.type(text)

    def all_points(self) -> None:
        self.tap(self.page.sale.redeem.quick_buttons[-1])

    def round_sum(self) -> None:
        self.tap(next(each for each in self.page.sale.redeem.quick_buttons if each.words.startswith("→")))

    def receipt(self, text: str) -> None:
        self.tap(self.page.sale.receipt)
        self.type(text)

    def confirm(self) -> None:
        self.tap(self.page.band.button)

    def undo(self) -> None:
        self.tap(self.page.sale.done.undo_card)

    def next(self) -> None:
        self.tap(self.page.band.button)

    def put_refusal_away(self) -> None:
        self.tap(self.page.side.refused.ok_button)

    def keep_customer(self) -> None:
        self.tap(self.page.side.question.no)


class Keyboard(Hand):
    def number(self, digits: str) -> None:
        type_keys(self.window, digits)

    def choose(self) -> None:
        enter(self.window)

    def sell_on_number(self) -> None:
        press(self.window, Key.Key_F7)

    def amount(self, text: str) -> None:
        type_keys(self.window, text)

    def all_points(self) -> None:
        press(self.window, Key.Key_F4)
        press(self.window, Key.Key_F4)

    def round_sum(self) -> None:
        press(self.window, Key.Key_F4)

    def receipt(self, text: str) -> None:
        press(self.window, Key.Key_F6)
        type_keys(self.window, text)

    def confirm(self) -> None:
        enter(self.window)

    def undo(self) -> None:
        press(self.window, Key.Key_F9)

    def next(self) -> None:
        enter(self.window)

    def put_refusal_away(self) -> None:
        press(self.window, Key.Key_Escape)

    def keep_customer(self) -> None:
        press(self.window, Key.Key_Escape)


class NumericKeypad(Hand):
    """Its seventeen keys as a Czech computer hears them: the one for decimals is a comma."""

    def strike(self, signs: str) -> None:
        for sign in signs:
            press(self.window, Key(ord(sign)), sign, keypad=True)

    def enter(self) -> None:
        press(self.window, Key.Key_Enter, "\r", keypad=True)

    def number(self, digits: str) -> None:
        self.strike("/" + digits)

    def choose(self) -> None:
        self.enter()

    def sell_on_number(self) -> None:
        self.strike("+")

    def amount(self, text: str) -> None:
        self.strike(text)

    def all_points(self) -> None:
        self.strike("*")

    def round_sum(self) -> None:
        self.strike("*")

    def receipt(self, text: str) -> None:
        self.strike("++" + text)

    def confirm(self) -> None:
        self.enter()

    def undo(self) -> None:
        self.strike("-")
        assert self.window.page.sale.done.undo_card.hasFocus(), "one stroke by mistake must not take a sale back"
        assert not self.window.till.asked.count("undo")
        self.strike("-")

    def next(self) -> None:
        self.enter()

    def put_refusal_away(self) -> None:
        self.enter()

    def keep_customer(self) -> None:
        self.strike("-")


@pytest.fixture(params=[Finger, Keyboard, NumericKeypad])
def hand(request: pytest.FixtureRequest, stage: Open) -> Hand:
    made: Hand = request.param(stage(language="cs", till=PretendTill()))
    return made


def sold(hand: Hand) -> list[SaleRecord]:
    return list(hand.window.till.records.values())


@pytest.mark.parametrize("digits", ["777123482", "482", JANA.cards[0]])
def test_a_known_customer_is_found_by_phone_its_last_digits_or_the_card_number(hand: Hand, digits: str) -> None:
    hand.number(digits)
    hand.choose()
    hand.amount("64,90")
    hand.confirm()
    (record,) = sold(hand)
    assert record.sale.buyer.phone == JANA.phone
    assert record.sale.buyer.found_by is not FoundBy.CARD_READ
    assert record.sale.quote.gross == Decimal("64.90")
    assert hand.page.presenter.done is not None


def test_all_points_are_used(hand: Hand) -> None:
    hand.number("777123482")
    hand.choose()
    hand.amount("20")
    hand.all_points()
    hand.confirm()
    (record,) = sold(hand)
    assert (record.sale.quote.redeemed, record.sale.quote.to_pay) == (Decimal(19), Decimal(0))


def test_points_make_the_cash_a_whole_sum(hand: Hand) -> None:
    hand.number("777123482")
    hand.choose()
    hand.amount("64,90")
    hand.all_points()
    hand.round_sum()
    hand.confirm()
    (record,) = sold(hand)
    assert (record.sale.quote.redeemed, record.sale.quote.to_pay) == (Decimal("0.65"), Decimal(61))


def test_a_receipt_number_goes_with_the_sale(hand: Hand) -> None:
    hand.number("777123482")
    hand.choose()
    hand.amount("12")
    hand.receipt("20418")
    hand.confirm()
    (record,) = sold(hand)
    assert record.sale.receipt == "20418"


def test_after_a_bank_card_the_sale_goes_on(hand: Hand) -> None:
    hand.number("777123482")
    hand.choose()
    hand.amount("64,90")
    hand.page.scanned(Scan(ScanKind.PAYMENT_CARD, "", ()))
    hand.window.settle()
    assert hand.page.presenter.refusal is Refusal.BANK_CARD
    hand.put_refusal_away()
    assert hand.page.presenter.face is Face.CUSTOMER
    hand.confirm()
    assert len(sold(hand)) == 1


def test_another_card_does_not_take_the_sale_away(hand: Hand) -> None:
    hand.number("777123482")
    hand.choose()
    hand.amount("64,90")
    hand.window.swipe(PETR.cards[0])
    hand.keep_customer()
    hand.confirm()
    (record,) = sold(hand)
    assert record.sale.buyer.phone == JANA.phone


def test_a_number_that_nobody_has_can_be_sold_on(hand: Hand) -> None:
    hand.number("777999111")
    hand.window.wait(1)
    assert hand.page.presenter.face is Face.NOT_FOUND
    hand.sell_on_number()
    hand.amount("5,50")
    hand.confirm()
    (record,) = sold(hand)
    assert (record.sale.buyer.phone, record.sale.quote.gross) == ("+420777999111", Decimal("5.50"))


def test_a_sale_is_undone_and_the_next_customer_served(hand: Hand) -> None:
    hand.number("777123482")
    hand.choose()
    hand.amount("64,90")
    hand.confirm()
    hand.undo()
    (record,) = sold(hand)
    assert record.reversed_by
    hand.window.clock.at += DEAF_TO_ENTER_S
    hand.next()
    assert hand.page.presenter.face is Face.IDLE
    hand.number("602555019")
    hand.choose()
    hand.amount("8")
    hand.confirm()
    assert [each.sale.buyer.phone for each in sold(hand)] == [JANA.phone, PETR.phone]
