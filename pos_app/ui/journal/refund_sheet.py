"""``RefundSheet``: how much of a sale is taken back, and what that means for money and points, before it is done."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui import words
from pos_app.ui.journal.fact_line import FactLine
from pos_app.ui.journal.sheet import Sheet
from pos_app.ui.sale.number_text import NumberForm, NumberTyping
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.amount_field import AmountField
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.facts import Divider
from pos_app.ui.widgets.keypad import Keypad, KeypadWords
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.sides import mirror

if TYPE_CHECKING:
    from pos_app.appearance import Appearance
    from pos_app.ui.journal.row_words import RowWords
    from pos_app.ui.journal.taking_back import Refund

__all__ = ["RefundSheet"]

_CENT, _HALF = Decimal("0.01"), Decimal("0.5")
_HEAD_PX = 56 + 60 + 80 + 2 * 16 + 16 + 64


class RefundSheet(Sheet):
    """``typed``: what stands in the amount; ``proposed``: a quick button's amount."""

    typed = Signal(str)
    proposed = Signal(object)

    def __init__(self, row_words: RowWords, numbers: NumberForm, parent: QWidget | None = None) -> None:
        super().__init__(words.journal.refund_title(), row_words, parent)
        said, formats = words.journal, row_words.phrases.formats
        self._typing = NumberTyping(numbers)
        self.amount = AmountField(said.amount_back(), unit=formats.sign, key="", placeholder=numbers.of(Decimal(0), decimals=2))
        self.amount.set_checker(self._typing)
        self.all = Button("", ButtonKind.KEY, height=48)
        self.half = Button(said.half_of_it(), ButtonKind.KEY, height=48)
        self.facts = tuple(FactLine() for _ in range(3))
        self.note = PlainLabel(said.refund_is_final(), Type.HINT, Ink.TEXT2, wrap=True)
        checkout = words.checkout
        self.keypad = Keypad(
            KeypadWords(digits=checkout.digit_names(), separator=checkout.separator_name(), backspace=checkout.backspace_name()),
            separator=formats.separator,
        )
        self._amounts = (Decimal(0), Decimal(0))
        self._lay_out()
        self.amount.textEdited.connect(self.typed)
        self.all.clicked.connect(lambda: self.proposed.emit(self._amounts[0]))
        self.half.clicked.connect(lambda: self.proposed.emit(self._amounts[1]))
        self.keypad.digit.connect(self.amount.insert)
        self.keypad.separator.connect(lambda: self.amount.insert(formats.separator))
        self.keypad.backspace.connect(self.amount.backspace)
        self.keypad.clear.connect(self.amount.clear)
        self.setFocusProxy(self.amount)
        self.apply_metrics(Metrics.for_window(1280, 800))

    def _lay_out(self) -> None:
        quick, fields = QHBoxLayout(), QVBoxLayout()
        quick.setSpacing(8)
        quick.addWidget(self.all, 2)
        quick.addWidget(self.half, 1)
        fields.setSpacing(0)
        fields.addWidget(self.amount)
        fields.addSpacing(10)
        fields.addLayout(quick)
        fields.addSpacing(12)
        for fact in self.facts:
            fields.addWidget(fact)
        fields.addStretch(1)
        fields.addWidget(Divider())
        fields.addSpacing(10)
        fields.addWidget(self.note)
        fields.addSpacing(8)
        fields.addWidget(self.main)
        self._sides = QHBoxLayout()
        self._sides.addLayout(fields, 1)
        right = QVBoxLayout()
        right.addWidget(self.keypad)
        right.addStretch(1)
        self._sides.addLayout(right)
        self.body.addLayout(self._sides, 1)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size; the keypad gets what the low list leaves."""
        super().apply_metrics(metrics)
        self._sides.setSpacing(metrics.panel_pad)
        self.amount.apply_metrics(metrics)
        room = metrics.height - _HEAD_PX - 2 * metrics.page_pad - 2 * metrics.panel_pad
        self.keypad.apply_metrics(metrics)
        height = max(64, min(metrics.key_height, (room - 3 * metrics.key_gap) // 4))
        self.keypad.set_key_height(height, metrics)

    def apply_appearance(self, appearance: Appearance) -> None:
        """Follow what was chosen in Settings."""
        self.keypad.set_order(appearance.keypad)
        mirror(self._sides, mirrored=appearance.left_handed)

    def show_refund(self, refund: Refund) -> None:
        """Show it as it stands."""
        self.show_sale(refund.story)
        phrases, said = self.row_words.phrases, words.journal
        formats = phrases.formats
        self._amounts = (refund.left, max(_CENT, (refund.left * _HALF).quantize(_CENT, rounding=ROUND_HALF_UP)))
        self.all.setText(said.all_of_it(formats.money(refund.left)))
        if self.amount.text() != refund.text:
            self._typing.expect(refund.text)
            self.amount.setText(refund.text)
        problem = phrases.problem(refund.problem)
        if self.amount.error != (problem or ""):
            self.amount.set_error(problem)
        told = refund.preview
        money = "" if told is None else formats.money(told.money)
        back = formats.points(told.points_back, signed=True) if told and told.points_back else ""
        later = told is not None and told.points_taken is None
        taken = words.checkout.later() if later else formats.points(-told.points_taken) if told and told.points_taken else ""
        self.facts[0].show_fact(said.hand_back(), money)
        self.facts[1].show_fact(said.points_come_back(), back, Ink.OK)
        self.facts[2].show_fact(said.points_are_taken(), taken)
        self.note.setText(words.moments.nothing_changed() if refund.failure else said.refund_is_final())
        self.note.set_look(ink=Ink.BAD if refund.failure else Ink.TEXT2)
        self.main.setText(said.refund_now(money))
        self.main.setEnabled(told is not None and not refund.saving)
