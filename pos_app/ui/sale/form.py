"""The right side of a sale before it is confirmed: what was typed, what it comes to, what is wrong with it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.money import ZERO
from pos_app.loyalty.programme import Programme, Quote, RedeemAsk, price
from pos_app.loyalty.sale import SaleIds
from pos_app.loyalty.unfinished import Unfinished
from pos_app.ui.sale.number_text import NumberForm, typed_amount, typed_points
from pos_app.ui.sale.states import Buyer, Doubt, Field

Pricing = Callable[[Decimal, Buyer, Decimal | RedeemAsk, Programme], Quote]
_NICE = tuple(Decimal(digit * 10**power) for power in range(2, 7) for digit in (1, 2, 5))


class SaleForm:
    """One sale form. ``ids`` are made when it opens; a fresh form takes its place once a sale is finished."""

    def __init__(self, *, ids: SaleIds, programme: Programme, numbers: NumberForm, pricing: Pricing) -> None:
        self.ids = ids
        self.amount_text = ""
        self.receipt = ""
        self.redeem: Decimal | RedeemAsk = ZERO
        self.errors: dict[Field, BadInput] = {}
        self.doubt: Doubt | None = None
        """What the cashier is asked at the moment; Enter once more is yes."""
        self._asked: set[Doubt] = set()
        self._redeem_text = ""
        self.programme = programme
        """The rules that this sale was begun under."""
        self._numbers = numbers
        self._pricing = pricing

    @property
    def begun(self) -> bool:
        """Whether there is anything that a change of customer must not lose."""
        return bool(self.amount_text)

    @property
    def gross(self) -> Decimal:
        """The purchase, 0 while nothing sensible is typed."""
        try:
            return self.checked_gross()
        except BadInput:
            return ZERO

    def checked_gross(self) -> Decimal:
        """The purchase; raises BadInput with an AMOUNT problem."""
        return typed_amount(self.amount_text, self._numbers, limit=self.programme.amount_limit)

    def quote(self, buyer: Buyer | None) -> Quote:
        """What the sale comes to as it stands."""
        if buyer is None:
            return price(self.gross, standing=Standing(), programme=self.programme)
        return self._pricing(self.gross, buyer, self.redeem, self.programme)

    def quote_at_most(self, buyer: Buyer | None) -> Quote:
        """The quote of the largest purchase: which limits hold before there is an amount."""
        if buyer is None:
            return self.quote(None)
        return self._pricing(self.programme.amount_limit, buyer, ZERO, self.programme)

    def quote_even(self, buyer: Buyer | None) -> Quote | None:
        """The quote that leaves a whole number of money to pay; None where points cannot make it one, or it is one already."""
        if buyer is None or not self.gross:
            return None
        quote = self._pricing(self.gross, buyer, RedeemAsk.WHOLE_CASH, self.programme)
        return quote if quote.redeemed else None

    def redeem_text(self, quote: Quote) -> str:
        """What stands in the redeem field: what was typed, or what "Max" comes to at this amount."""
        if isinstance(self.redeem, RedeemAsk):
            return self._numbers.of(quote.redeemed)
        return self._redeem_text

    def resume(self, sale: Unfinished) -> None:
        """Go on with a sale that was put aside: as typed, and with its own ids."""
        self.ids = sale.ids
        self.type_amount(sale.amount)
        self.receipt = sale.receipt

    def type_amount(self, text: str) -> None:
        """The purchase field changed."""
        if text == self.amount_text:
            return
        self.amount_text = text
        self._certain()
        self.errors.pop(Field.PURCHASE, None)
        self.errors.pop(Field.REDEEM, None)
        try:
            self.checked_gross()
        except BadInput as problem:
            # Half an amount is not a mistake yet; too much is one at once.
            if problem.problem is Problem.AMOUNT_OVER_LIMIT:
                self.errors[Field.PURCHASE] = problem

    def type_redeem(self, text: str, buyer: Buyer | None) -> None:
        """The redeem field changed by hand."""
        self._redeem_text = text
        self.errors.pop(Field.REDEEM, None)
        try:
            self.redeem = typed_points(text, self._numbers)
        except BadInput as problem:
            self.redeem = ZERO
            self.errors[Field.REDEEM] = problem
            return
        if self.gross:
            self._check_redeem(self.quote(buyer))

    def ask(self, redeem: Decimal | RedeemAsk) -> None:
        """Points by a quick button or key."""
        self.redeem = redeem
        self._redeem_text = "" if isinstance(redeem, RedeemAsk) or not redeem else self._numbers.of(redeem)
        self.errors.pop(Field.REDEEM, None)

    def forget_customer(self) -> None:
        """Points belong to a customer, amount and receipt to the sale."""
        self.ask(ZERO)
        self._certain()

    def check(self, buyer: Buyer) -> Field | None:
        """Look at everything once more before saving; answers the field that is wrong, with its error noted."""
        self.errors.clear()
        try:
            self.checked_gross()
        except BadInput as problem:
            self.errors[Field.PURCHASE] = problem
            return Field.PURCHASE
        return Field.REDEEM if self._check_redeem(self.quote(buyer)) else None

    def refuse(self, problem: BadInput) -> Field:
        """The till said no to the whole sale; answers the field that it is about."""
        field = Field.REDEEM if problem.problem in (Problem.POINTS_OVER_LIMIT, Problem.POINTS_NOT_A_NUMBER) else Field.PURCHASE
        self.errors[field] = problem
        return field

    def must_ask(self, *, again: bool) -> bool:
        """Whether something is odd that was not asked about yet; ``doubt`` is what. ``again``: the same was sold just now."""
        odd = {Doubt.BIG: self.gross > self.programme.amount_to_ask, Doubt.AGAIN: again}
        self.doubt = next((doubt for doubt, holds in odd.items() if holds and doubt not in self._asked), None)
        if self.doubt is None:
            return False
        self._asked.add(self.doubt)
        return True

    def _certain(self) -> None:
        """It is another sale now: what was asked about the one before is no answer."""
        self.doubt = None
        self._asked.clear()

    def _check_redeem(self, quote: Quote) -> bool:
        try:
            quote.check()
        except BadInput as problem:
            self.errors[Field.REDEEM] = problem
            return True
        return False


def quick_points(most: Decimal, count: int) -> tuple[Decimal, ...]:
    """Round numbers of points to offer before Max: 0 and the ``count`` − 1 below about 70 % of ``most``, ascending."""
    fitting = [nice for nice in _NICE if nice <= most * Decimal("0.7")][-2:]
    return (ZERO, *fitting[: count - 1])
