"""Taking a sale back, wholly or in part: what is typed, what it would do, and doing it once. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from pos_app.loyalty.errors import BadInput, PosError
from pos_app.till.refunding import Preview, preview
from pos_app.ui.sale.number_text import NumberForm, typed_amount

if TYPE_CHECKING:
    from pos_app.till.browsing import Story
    from pos_app.till.records import SaleRecord
    from pos_app.ui.journal.states import JournalTill
    from pos_app.ui.sale.states import Errand, Runner


class Refund:
    """One refund that is being made. ``changed`` is called when more is known of it, ``done`` with the reversing sale."""

    def __init__(
        self,
        till: JournalTill,
        runner: Runner,
        story: Story,
        numbers: NumberForm,
        *,
        changed: Callable[[], None],
        done: Callable[[SaleRecord], None],
    ) -> None:
        self._till, self._runner, self._numbers = till, runner, numbers
        self._changed, self._done = changed, done
        # Made when the form opens: pressed twice it is one refund.
        self._ids = till.new_sale_ids()
        self._errand: Errand | None = None
        self.story = story
        self.text = numbers.of(story.record.left, decimals=2)
        self.problem: BadInput | None = None
        """What is wrong with the amount, once it was tried."""
        self.failure: PosError | None = None
        """The disk did not take it: nothing was promised."""

    @property
    def left(self) -> Decimal:
        """How much of the purchase can still be taken back."""
        return self.story.record.left

    @property
    def amount(self) -> Decimal | None:
        """What was typed; None: nothing that makes sense."""
        try:
            return typed_amount(self.text, self._numbers, limit=self.left.max(Decimal("0.01")))
        except BadInput:
            return None

    @property
    def preview(self) -> Preview | None:
        """What it would do; None while the amount makes no sense."""
        amount = self.amount
        return None if amount is None else preview(self.story.record, amount)

    @property
    def saving(self) -> bool:
        return self._errand is not None

    def type(self, text: str) -> None:
        """The amount as it stands in the field."""
        self.text, self.problem, self.failure = text, None, None
        try:
            amount = typed_amount(text, self._numbers, limit=Decimal("999999999.99"))
            preview(self.story.record, amount)
        except BadInput as error:
            # An empty field is only wrong once somebody wants to go on.
            self.problem = error if text.strip(".,") else None
        self._changed()

    def propose(self, amount: Decimal) -> None:
        """A quick button."""
        self.type(self._numbers.of(amount, decimals=2))

    def confirm(self) -> None:
        """Do it, once."""
        if self.saving:
            return
        try:
            amount = typed_amount(self.text, self._numbers, limit=Decimal("999999999.99"))
            preview(self.story.record, amount)
        except BadInput as error:
            self.problem = error
            self._changed()
            return
        future = self._till.refund(self.story.record.sale.sale_id, amount=amount, ids=self._ids)
        self._errand = self._runner.run(future, self._done, self._failed)
        self._changed()

    def _failed(self, error: PosError) -> None:
        self._errand = None
        if isinstance(error, BadInput):
            self.problem = error
        else:
            self.failure = error
        self._changed()
