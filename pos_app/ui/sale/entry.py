"""What is typed into a sale, and where the typing goes: the fields, their order, and the empty form of the next customer. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from pos_app.loyalty.programme import Programme, RedeemAsk
from pos_app.till.events import Status
from pos_app.till.views import CustomerView
from pos_app.ui.sale.checkout import Checkout
from pos_app.ui.sale.finder import Finder
from pos_app.ui.sale.form import SaleForm
from pos_app.ui.sale.number_text import NumberForm
from pos_app.ui.sale.screen_state import ScreenState
from pos_app.ui.sale.serving import Serving
from pos_app.ui.sale.states import Field, SalesTill


class SaleEntry(ScreenState):
    """``changed`` is called after every change. GUI thread only."""

    def __init__(
        self,
        till: SalesTill,
        *,
        finder: Finder,
        serving: Serving,
        checkout: Checkout,
        programme: Programme,
        numbers: NumberForm,
        clock: Callable[[], float],
        changed: Callable[[], None],
        status: Status,
    ) -> None:
        self._till, self._clock, self._changed = till, clock, changed
        self._programme, self._numbers = programme, numbers
        self._deaf_until = 0.0
        super().__init__(finder=finder, serving=serving, checkout=checkout, form=self._new_form(), status=status)

    def type_amount(self, text: str) -> None:
        """The purchase field was typed into."""
        self.form.type_amount(text)
        self._changed()

    def type_redeem(self, text: str) -> None:
        """The redeem field was typed into."""
        self.form.type_redeem(text, self.serving.shown)
        self._changed()

    def type_receipt(self, text: str) -> None:
        """The receipt field was typed into."""
        self.form.receipt = text
        self._changed()

    def type_phone(self, text: str) -> None:
        """The optional phone beside an unknown card was typed into."""
        self.serving.type_phone(text)
        self._changed()

    def activated(self, field: Field) -> None:
        """A field got the focus by a finger, a mouse or Tab."""
        if self.active is not field:
            self.active = field
            self._changed()

    def go(self, field: Field) -> None:
        """A key that leads to a field. Over a finished sale it begins the next one."""
        if field is not Field.SEARCH:
            self._leave_done()
        if field is Field.SEARCH and self._refused is not None:
            self._dismiss()
        if field is Field.REDEEM and not isinstance(self.serving.buyer, CustomerView):
            field = Field.PURCHASE
        self._focus(field)
        self._changed()

    def next_field(self) -> None:
        """Keypad +: purchase → points → receipt → purchase."""
        after = {Field.PURCHASE: Field.REDEEM, Field.REDEEM: Field.RECEIPT}
        following = after.get(self.active, Field.PURCHASE)
        if following is Field.REDEEM and not isinstance(self.serving.buyer, CustomerView):
            following = Field.RECEIPT
        self.go(following)

    def redeem_key(self) -> None:
        """F4: the points field; once more: as many as can be used; and once more: so many that the money is a whole number."""
        if self.active is not Field.REDEEM or self.done is not None:
            self.go(Field.REDEEM)
        else:
            self.more_points()

    def more_points(self) -> None:
        """Keypad *: as many points as can be used; once more: so many that the money is a whole number."""
        self.ask_points(RedeemAsk.WHOLE_CASH if self.form.redeem is RedeemAsk.MAX else RedeemAsk.MAX)

    def ask_points(self, redeem: Decimal | RedeemAsk) -> None:
        """A quick amount, or Max."""
        if self.done is None and isinstance(self.serving.buyer, CustomerView):
            self.form.ask(redeem)
            self._focus(Field.REDEEM)
        self._changed()

    def use_programme(self, programme: Programme) -> None:
        """Other rules are in force. A sale that was begun keeps the price that the customer was told."""
        self._programme = programme
        if self.done is None and not self.checkout.saving and not self.can_hold:
            self.form.programme = programme
        self._changed()

    # Inside

    def _new_form(self) -> SaleForm:
        return SaleForm(ids=self._till.new_sale_ids(), programme=self._programme, numbers=self._numbers, pricing=self._till.quote)

    def _focus(self, field: Field) -> None:
        self.active = field
        self.focus_moves += 1

    def _dismiss(self) -> None:
        self._refused = None

    def _leave_done(self) -> None:
        if self.done is not None:
            self._next()

    def _next(self) -> None:
        """The next customer: an empty form with ids of its own."""
        self.checkout.leave()
        self._deaf_until = 0.0
        self._refused = None
        self.not_found = None
        self.finder.clear()
        self.serving.drop()
        self.form = self._new_form()
        self._focus(Field.SEARCH)
