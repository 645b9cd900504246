"""What comes after Confirm: the saved sale, how far its points have got, how long it can be undone. No Qt."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pos_app.loyalty.errors import PosError
from pos_app.loyalty.money import ZERO
from pos_app.loyalty.sale import Posting, Sale, SaleState, sale_state
from pos_app.till.views import CustomerView, Source, Visit
from pos_app.ui.sale.states import Buyer, Errand, Runner, SalesTill

if TYPE_CHECKING:
    from pos_app.till.records import SaleRecord

CLOSES_AFTER_S = 12.0
UNDO_S = 120.0


class DoneSale:
    """One sale that is on the disk. ``changed`` is called when more is known of it."""

    def __init__(
        self,
        till: SalesTill,
        runner: Runner,
        clock: Callable[[], float],
        *,
        sale: Sale,
        postings: Iterable[Posting],
        buyer: Buyer,
        closes: bool,
        failed: Callable[[PosError], None],
        undone: Callable[[], None],
        changed: Callable[[], None],
    ) -> None:
        """``closes``: by itself, after ``CLOSES_AFTER_S``."""
        self._till, self._runner, self._clock = till, runner, clock
        self._failed, self._undone, self._changed = failed, undone, changed
        self._states = {posting.transaction_id: posting.state for posting in postings}
        self._made_at = self._opened_at = clock()
        self._held_at: float | None = None
        self._closes = closes
        self._errand: Errand | None = None
        self._undoing = False
        self.sale = sale
        self.before = buyer
        self.buyer = after_sale(buyer, sale)
        self.fresh = False
        """The balance shown was read after the points had arrived."""
        self.undone = False

    @property
    def state(self) -> SaleState:
        """Saved, applied, or a person is needed."""
        return sale_state(self._states.values())

    @property
    def age_s(self) -> float:
        """Seconds since it was made."""
        return self._clock() - self._made_at

    @property
    def to_pay(self) -> Decimal:
        """Money; nothing once it was taken back."""
        return ZERO if self.undone else self.sale.quote.to_pay

    @property
    def earned(self) -> Decimal | None:
        """Points; None: later."""
        return ZERO if self.undone else self.sale.quote.earned

    @property
    def used(self) -> Decimal:
        """Points."""
        return ZERO if self.undone else self.sale.quote.redeemed

    @property
    def new_balance(self) -> Decimal | None:
        """Points, as quoted; as before the sale once it was taken back; None: not known."""
        if self.undone:
            return self.before.balance if isinstance(self.before, CustomerView) else None
        return self.sale.quote.new_balance

    @property
    def closes_in_s(self) -> float | None:
        """Seconds until the panel closes by itself; None: it stays."""
        if not self._closes:
            return None
        now = self._clock() if self._held_at is None else self._held_at
        return max(0.0, self._opened_at + CLOSES_AFTER_S - now)

    @property
    def counts(self) -> bool:
        """Whether some time is running out on it."""
        return self._closes or self.undo_left_s > 0

    @property
    def undo_left_s(self) -> int:
        """Whole seconds in which the sale can still be undone."""
        if self.undone or self._undoing:
            return 0
        return math.ceil(max(0.0, self._made_at + UNDO_S - self._clock()))

    @property
    def undo_fraction(self) -> float:
        """How much of the two minutes is left, 0 to 1."""
        return min(1.0, max(0.0, self._made_at + UNDO_S - self._clock()) / UNDO_S)

    def close_by_itself(self, *, closes: bool) -> None:
        """The shop's choice. One that begins to close now has the whole time before it."""
        if closes and not self._closes:
            self._opened_at = self._clock()
            self._held_at = None if self._held_at is None else self._opened_at
        self._closes = closes

    def hold(self, *, held: bool) -> None:
        """Somebody is inside the panel with the keyboard: it does not close under their hands."""
        now = self._clock()
        if held and self._held_at is None:
            self._held_at = now
        elif not held and self._held_at is not None:
            self._opened_at += now - self._held_at
            self._held_at = None

    def posting_changed(self, posting: Posting) -> None:
        """The messenger moved one of this sale's postings on; once all arrived, the balance is read anew."""
        if posting.transaction_id not in self._states or self.undone:
            return
        self._states[posting.transaction_id] = posting.state
        if self.state is SaleState.APPLIED and isinstance(self.buyer, CustomerView) and self._errand is None:
            self._errand = self._runner.run(self._till.refresh(self.buyer), self._fresher, self._failed)
        self._changed()

    def undo(self) -> None:
        """Take the sale back, if there is still time."""
        if self.undo_left_s <= 0:
            return
        self._undoing = True
        self._stop()
        self._errand = self._runner.run(self._till.undo(self.sale.sale_id), self._taken_back, self._not_taken_back)
        self._changed()

    def _taken_back(self, _record: SaleRecord) -> None:
        self._errand, self._undoing, self.undone = None, False, True
        self.buyer, self.fresh = self.before, False
        self._opened_at = self._clock()
        self._undone()

    def _not_taken_back(self, error: PosError) -> None:
        self._errand, self._undoing = None, False
        self._failed(error)

    def _fresher(self, view: CustomerView) -> None:
        self._errand = None
        self.fresh = view.source is Source.LIVE
        if isinstance(self.buyer, CustomerView):
            self.buyer = replace(view, last_visit=self.buyer.last_visit)
        self._changed()

    def _stop(self) -> None:
        if self._errand is not None:
            self._errand.cancel()
            self._errand = None


def after_sale(buyer: Buyer, sale: Sale) -> Buyer:
    """The buyer as this till knows them once ``sale`` is on the disk: the server has not been told yet."""
    if not isinstance(buyer, CustomerView):
        return buyer
    quote = sale.quote
    change = (quote.earned or ZERO) - quote.redeemed
    visits = 0
    if buyer.last_visit is not None and buyer.last_visit.at.year == sale.made_at.year:
        visits = buyer.last_visit.visits_this_year
    return replace(
        buyer,
        balance=None if buyer.balance is None else buyer.balance + change,
        pending=buyer.pending + change if buyer.balance is not None else buyer.pending,
        last_visit=Visit(at=sale.made_at, paid=quote.to_pay, visits_this_year=visits + 1),
    )
