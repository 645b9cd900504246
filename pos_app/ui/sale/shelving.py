"""Putting a sale aside and taking it up again; a sale that a crash interrupted comes back the same way. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from pos_app.loyalty.errors import BadInput, PosError
from pos_app.loyalty.programme import Programme
from pos_app.loyalty.sale import FoundBy, SaleIds
from pos_app.loyalty.unfinished import Shelf, Unfinished
from pos_app.till.events import Status
from pos_app.till.views import Nobody
from pos_app.ui.sale.checkout import Checkout
from pos_app.ui.sale.entry import SaleEntry
from pos_app.ui.sale.finder import Finder
from pos_app.ui.sale.number_text import NumberForm
from pos_app.ui.sale.serving import Serving
from pos_app.ui.sale.states import Buyer, Field, Runner, SalesTill, is_buyer

_NOW = datetime.fromtimestamp(0, UTC)


class Shelving(SaleEntry):
    """The sales that were begun. Every change is told to the till, which keeps them on the disk. GUI thread only."""

    def __init__(
        self,
        till: SalesTill,
        runner: Runner,
        *,
        finder: Finder,
        serving: Serving,
        checkout: Checkout,
        programme: Programme,
        numbers: NumberForm,
        clock: Callable[[], float],
        changed: Callable[[], None],
        status: Status,
        failed: Callable[[PosError], None],
        now: Callable[[], datetime],
    ) -> None:
        """``now``: the wall clock, for when a sale was put aside."""
        self._now = now
        self._kept: Shelf | None = None
        self._resumed: Unfinished | None = None
        self._begun_under: dict[SaleIds, Programme] = {}
        """The rules of the sales that this run of the program has put aside."""
        super().__init__(
            till,
            finder=finder,
            serving=serving,
            checkout=checkout,
            programme=programme,
            numbers=numbers,
            clock=clock,
            changed=changed,
            status=status,
        )
        runner.run(till.unfinished(), self._found, failed)

    def hold(self) -> None:
        """Put this sale aside and be ready for the next customer."""
        sale = self._unfinished()
        if sale is not None:
            self.held = (sale.at(self._now().astimezone(UTC)), *self.held)
            self._begun_under[sale.ids] = self.form.programme
            self._next()
            self._changed()

    def hold_key(self) -> None:
        """Ins: put this sale aside; where there is none, take up the last one that was."""
        if self.can_hold:
            self.hold()
        elif self.held and not self.checkout.saving:
            self.take_up(0)

    def take_up(self, index: int) -> None:
        """Go on with a sale that was put aside; one that is open meanwhile is put aside for it."""
        if not 0 <= index < len(self.held) or self.checkout.saving:
            return
        sale = self.held[index]
        self.held = tuple(each for each in self.held if each is not sale)
        if self.can_hold:
            self.hold()
        else:
            self._next()
        self._resume(sale)

    def keep(self) -> None:
        """Tell the till what lies on the counter, where that is something new. Called after every change."""
        if self._kept is None:
            return
        shelf = Shelf(self._unfinished(), self.held)
        if shelf != self._kept:
            self._kept = shelf
            self._till.keep_unfinished(shelf)

    def _found(self, shelf: Shelf) -> None:
        """What an earlier run of the program left: the sale it was in the middle of goes on if nothing new has begun."""
        self._kept = shelf
        current = shelf.current
        self.held = (*self.held, *shelf.held)
        if current is not None and (self.can_hold or self.done is not None or self.finder.text or self.finder.reading):
            self.held = (*self.held, current)
        elif current is not None:
            self._resume(current)
            return
        self._changed()

    def _resume(self, sale: Unfinished) -> None:
        self._resumed = sale
        self.form.resume(sale)
        self.form.programme = self._begun_under.pop(sale.ids, self.form.programme)
        buyer = sale.buyer
        if buyer is not None:
            read = buyer.found_by is FoundBy.CARD_READ and buyer.card
            try:
                self.finder.read(self._till.parse_scan((buyer.card,)) if read else self._till.parse(buyer.phone or buyer.card))
            except BadInput as problem:
                self.finder.problem = problem
        self._focus(Field.PURCHASE)
        self._changed()

    def _resumes(self, buyer: Buyer) -> bool:
        """Whether this is the customer of the sale that is being taken up."""
        return self._resumed is not None and self._resumed.buyer is not None and is_buyer(buyer, self._resumed.buyer)

    def _resume_points(self, buyer: Buyer) -> None:
        """The customer is found again: what else was typed for them is there too."""
        sale = self._resumed
        self._resumed = None
        if sale is None or sale.buyer is None or not is_buyer(buyer, sale.buyer):
            return
        self.form.ask(sale.redeem)
        if isinstance(buyer, Nobody) and not buyer.phone:
            self.serving.type_phone(sale.phone)

    def _next(self) -> None:
        self._resumed = None
        super()._next()

    def _unfinished(self) -> Unfinished | None:
        if not self.can_hold:
            return None
        buyer = self.serving.buyer
        if self._resumed is not None and buyer is None and self.finder.reading:
            # Still being looked for: nothing of it may be lost meanwhile.
            return self._resumed
        return Unfinished(
            ids=self.form.ids,
            # The till dates what is in front of the cashier: here it would be another one at every look.
            begun_at=_NOW,
            buyer=None if buyer is None else buyer.buyer,
            amount=self.form.amount_text,
            redeem=self.form.redeem,
            receipt=self.form.receipt,
            phone=self.serving.phone_text,
        )
