"""``SalePanel``: the right column's frame: fields, keypad and sums, or the finished sale in their place."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.loyalty.money import ZERO
from pos_app.loyalty.programme import Limit, Quote, RedeemAsk
from pos_app.till.views import CustomerView, Source
from pos_app.ui import words
from pos_app.ui.sale.done_panel import DonePanel
from pos_app.ui.sale.form import quick_points
from pos_app.ui.sale.number_text import NumberForm, NumberTyping
from pos_app.ui.sale.states import ROUND, Field
from pos_app.ui.theme import Ink, Metrics
from pos_app.ui.widgets.amount_field import AmountField
from pos_app.ui.widgets.fading import FadingStack
from pos_app.ui.widgets.field_base import FieldBase
from pos_app.ui.widgets.keypad import Keypad, KeypadWords
from pos_app.ui.widgets.letters import Letters, LettersWords
from pos_app.ui.widgets.panel import Panel
from pos_app.ui.widgets.redeem_field import QuickAmount, RedeemField
from pos_app.ui.widgets.sum_strip import SumCell, SumStrip
from pos_app.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from pos_app.ui.sale.phrases import Phrases
    from pos_app.ui.sale.screen_state import ScreenState

_SHUT = frozenset({Limit.UNKNOWN_BALANCE, Limit.OFFLINE_OFF, Limit.OFFLINE_TOO_OLD, Limit.OFFLINE_TYPED})
"""Limits under which not one point can be used, whatever the amount."""


class SalePanel(Panel):
    """``points_asked``: a quick button, as points or ``RedeemAsk``."""

    points_asked = Signal(object)

    def __init__(self, phrases: Phrases, numbers: NumberForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said, formats = words.checkout, phrases.formats
        zero = formats.amount(ZERO)
        self.purchase = AmountField(said.purchase(), unit=formats.sign, placeholder=zero)
        self.redeem = RedeemField(said.redeem_points())
        self.receipt = TextField(said.receipt_number(), icon="receipt-text", key="F6", limit=32)
        self.amount_typing, self.redeem_typing = NumberTyping(numbers), NumberTyping(numbers)
        self.purchase.set_checker(self.amount_typing)
        self.redeem.set_checker(self.redeem_typing)
        self.keypad = Keypad(
            KeypadWords(digits=said.digit_names(), separator=said.separator_name(), backspace=said.backspace_name()),
            separator=numbers.decimal,
        )
        self.strip = SumStrip()
        letters = LettersWords(space=said.space(), close=said.close_letters(), backspace=said.backspace_name())
        self.letters = Letters(letters, language=formats.language)
        self._lettering = False
        self.done = DonePanel()
        self._quick: tuple[Decimal | RedeemAsk, ...] = ()
        self._count = 3
        self.redeem.quick_chosen.connect(self._quick_pressed)
        self._fields = QVBoxLayout()
        for field in (self.purchase, self.redeem, self.receipt):
            self._fields.addWidget(field)
        self._row = QHBoxLayout()
        self._row.addLayout(self._fields, 1)
        self._row.addWidget(self.keypad)
        open_sale = QWidget()
        column = QVBoxLayout(open_sale)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addStretch(1)
        column.addWidget(self.strip)
        self._stack = FadingStack()
        self._stack.addWidget(open_sale)
        self._stack.addWidget(self.done)
        self._stack.addWidget(self.letters)
        self._open_sale = open_sale
        self._inside = QVBoxLayout(self)
        self._inside.addWidget(self._stack)

    def field(self, field: Field) -> FieldBase | None:
        """The widget of a field; None for those on the left."""
        return {Field.PURCHASE: self.purchase, Field.REDEEM: self.redeem, Field.RECEIPT: self.receipt}.get(field)

    def show_letters(self, *, shown: bool) -> None:
        """Letters in place of the sale while a name is typed on the screen; it is seen at the next ``show_state``."""
        if shown is not self._lettering:
            self._lettering = shown
            self.letters.put_back()

    @property
    def lettering(self) -> bool:
        """Whether the letters are wanted."""
        return self._lettering

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        pad = metrics.panel_pad - ROUND
        self._inside.setContentsMargins(pad, pad, pad, pad)
        for layout in (self._open_sale.layout(), self.done.layout()):
            if layout is not None:
                layout.setContentsMargins(ROUND, ROUND, ROUND, ROUND)
        self._row.setSpacing(metrics.panel_pad)
        self._fields.setSpacing(metrics.field_gap)
        self.redeem.setFixedHeight(metrics.redeem_height)
        self.receipt.edit.setPlaceholderText(
            words.checkout.receipt_number_short() if metrics.page_pad == 16 else words.checkout.receipt_number()
        )
        self._count = metrics.quick_amounts
        for part in (self.purchase, self.keypad, self.strip, self.done):
            part.apply_metrics(metrics)

    def show_state(self, state: ScreenState, quote: Quote, phrases: Phrases) -> None:
        """Show what the presenter says; ``quote`` is its quote of this moment."""
        if state.done is not None:
            self.done.show_done(state.done, phrases)
            slips = state.slips
            self.done.show_slip(slips.state(state.done.sale.sale_id), slips.why, shown=slips.available)
            self._stack.setCurrentWidget(self.done)
            return
        self._stack.setCurrentWidget(self.letters if self._lettering else self._open_sale)
        form = state.form
        self._put(self.purchase, self.amount_typing, form.amount_text)
        self._put(self.redeem, self.redeem_typing, form.redeem_text(quote))
        if self.receipt.text() != form.receipt:
            self.receipt.setText(form.receipt)
        # There is room for the sum here; the whole question stands beside it, in the customer panel.
        asks = f"{phrases.formats.money(form.gross)}?" if state.doubt is not None else None
        _show_error(self.purchase, asks or phrases.problem(form.errors.get(Field.PURCHASE)))
        _show_error(self.redeem, phrases.problem(form.errors.get(Field.REDEEM)))
        self._show_redeem(state, quote, phrases)
        self.strip.show_cells(_cells(state, quote, phrases))

    def _put(self, field: FieldBase, typing: NumberTyping, text: str) -> None:
        if field.text() != text:
            typing.expect(text)
            field.setText(text)

    def _show_redeem(self, state: ScreenState, quote: Quote, phrases: Phrases) -> None:
        buyer = state.serving.buyer
        if buyer is None:
            self.redeem.lock(words.checkout.find_customer_first())
            return
        # Before there is an amount, the limit is the one of the largest purchase: what the customer has to offer.
        limits = quote if quote.gross else state.form.quote_at_most(state.serving.shown)
        if not isinstance(buyer, CustomerView) or limits.limit in _SHUT:
            self.redeem.lock(phrases.limit(limits))
            return
        self.redeem.unlock()
        formats = phrases.formats
        self.redeem.set_hint(phrases.limit(limits))
        self.redeem.set_money(formats.money(-quote.redeemed_value) if quote.redeemed_value else "")
        numbers = quick_points(limits.redeem_limit, self._count)
        said = words.checkout
        amounts = [QuickAmount(words=formats.points(each), spoken=said.uses_spoken(phrases.points_words(each))) for each in numbers]
        asks: list[Decimal | RedeemAsk] = list(numbers)
        even = state.form.quote_even(state.serving.shown)
        if even is not None:
            money, spoken = formats.money(even.to_pay, trim=True), formats.spoken(even.to_pay)
            amounts[1:2] = [QuickAmount(words=said.leaves(money), spoken=said.leaves_spoken(spoken), keep=True)]
            asks[1:2] = [RedeemAsk.WHOLE_CASH]
        most = limits.redeem_limit
        largest = said.max_points(formats.points(most))
        amounts.append(QuickAmount(words=largest, main=True, spoken=said.max_spoken(phrases.points_words(most))))
        self._quick = (*asks, RedeemAsk.MAX)
        before, chosen = self.redeem.quick_buttons, state.form.redeem
        self.redeem.set_quick(
            [replace(amount, chosen=bool(ask) and ask == chosen) for amount, ask in zip(amounts, self._quick, strict=True)]
        )
        if self.redeem.quick_buttons != before:
            self._order_quick()

    def _order_quick(self) -> None:
        """New buttons stand between points and receipt for Tab, and a finger on them takes no focus."""
        last: QWidget = self.redeem.edit
        for button in self.redeem.quick_buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            QWidget.setTabOrder(last, button)
            last = button
        QWidget.setTabOrder(last, self.receipt.edit)

    def _quick_pressed(self, index: int) -> None:
        if index < len(self._quick):
            self.points_asked.emit(self._quick[index])


def _show_error(field: FieldBase, problem: str | None) -> None:
    if field.error != (problem or ""):
        field.set_error(problem)


def _cells(state: ScreenState, quote: Quote, phrases: Phrases) -> list[SumCell]:
    """The strip: nothing before there is an amount and a buyer; "later" for what only the server can tell."""
    said, formats, buyer = words.checkout, phrases.formats, state.serving.buyer
    percent = formats.percent(quote.discount_percent) if quote.discount_percent else ""
    titles = (said.discount(percent), said.points_used(), said.points_earned(), said.new_balance())
    if buyer is None or not quote.gross:
        return [SumCell(title) for title in titles]
    guessed = isinstance(buyer, CustomerView) and buyer.source is Source.CACHE

    def told(value: str) -> str:
        return said.about(value) if guessed else value

    later = (said.later(), Ink.TEXT2)
    earned = later if quote.earned is None else (told(formats.points(quote.earned, signed=True)), Ink.OK)
    balance = later if quote.new_balance is None else (told(phrases.balance(quote.new_balance)), Ink.TEXT)
    return [
        SumCell(titles[0], formats.money(-quote.discount) if quote.discount else ""),
        SumCell(titles[1], formats.money(-quote.redeemed_value) if quote.redeemed_value else ""),
        SumCell(titles[2], *earned),
        SumCell(titles[3], *balance),
    ]
