"""From Confirm to the next customer: saving, the finished sale, taking it back, the list of the last ones. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from pos_app.loyalty.errors import PosError
from pos_app.loyalty.sale import Posting
from pos_app.till.selling import Draft
from pos_app.ui.sale.done import DoneSale
from pos_app.ui.sale.states import Buyer, Errand, Runner, SalesTill, same_buyer

if TYPE_CHECKING:
    from pos_app.till.records import SaleRecord, SavedSale

RECENT = 8
JUST_NOW_S = 60.0
"""A purchase of the same customer and amount within this time is asked about."""


class Checkout:
    """``done`` is the finished sale while it is shown. ``undone`` is called once a sale was taken back."""

    def __init__(
        self,
        till: SalesTill,
        runner: Runner,
        clock: Callable[[], float],
        *,
        failed: Callable[[PosError], None],
        undone: Callable[[], None],
        changed: Callable[[], None],
    ) -> None:
        self._till, self._runner, self._clock = till, runner, clock
        self._failed, self._undone, self._changed = failed, undone, changed
        self.done: DoneSale | None = None
        self.recent: tuple[SaleRecord, ...] = ()
        """The newest sales first."""
        self._closes = True
        self._last: DoneSale | None = None
        self._made: list[DoneSale] = []
        self._saving: Errand | None = None
        self._early: list[Posting] = []
        """Postings that moved on before the answer of the disk came by: the messenger is quick."""
        self._listing: Errand | None = None
        self.list_recent()

    @property
    def saving(self) -> bool:
        """Confirm was pressed and the disk has not answered."""
        return self._saving is not None

    def save(self, draft: Draft, *, saved: Callable[[], None], refused: Callable[[PosError], None]) -> None:
        """Save the sale; ``saved`` when it is on the disk and ``done`` shows it, ``refused`` when nothing was promised."""

        def on_disk(answer: SavedSale) -> None:
            self._saving = None
            self.done = self._last = self._finished(answer, draft.buyer)
            self._made = [*self._just_made(), self.done]
            for posting in self._early:
                self.done.posting_changed(posting)
            self._early.clear()
            self.list_recent()
            saved()

        def not_on_disk(error: PosError) -> None:
            self._saving = None
            self._early.clear()
            refused(error)

        self._saving = self._runner.run(self._till.confirm(draft), on_disk, not_on_disk)

    def sold_just_now(self, buyer: Buyer, gross: Decimal) -> bool:
        """Whether the same was sold to the same customer a moment ago, and stands."""
        return any(each.sale.quote.gross == gross and same_buyer(each.before, buyer) for each in self._just_made())

    def leave(self) -> None:
        """Show the finished sale no longer. It can still be undone."""
        self.done = None

    def close_by_itself(self, *, closes: bool) -> None:
        """Whether finished sales do, the one shown included."""
        self._closes = closes
        if self.done is not None:
            self.done.close_by_itself(closes=closes)

    @property
    def last(self) -> DoneSale | None:
        """The last sale of this run, shown or not."""
        return self._last

    def undo(self) -> None:
        """Take the last sale back, shown or not, while there is time."""
        if self._last is not None:
            self._last.undo()

    def posting_changed(self, posting: Posting) -> None:
        """The messenger moved a posting on."""
        if self.saving:
            self._early.append(posting)
        if self._last is not None:
            self._last.posting_changed(posting)
        if self.recent and self.recent[0].sale.sale_id == posting.sale_id:
            self.list_recent()

    def list_recent(self) -> None:
        """Read the last sales anew."""
        if self._listing is not None:
            self._listing.cancel()
        self._listing = self._runner.run(self._till.recent_sales(RECENT), self._listed, self._failed)

    def _just_made(self) -> list[DoneSale]:
        return [each for each in self._made if each.age_s < JUST_NOW_S and not each.undone]

    def _finished(self, saved: SavedSale, buyer: Buyer) -> DoneSale:
        return DoneSale(
            self._till,
            self._runner,
            self._clock,
            sale=saved.sale,
            postings=saved.postings,
            buyer=buyer,
            closes=self._closes,
            failed=self._failed,
            undone=self._taken_back,
            changed=self._changed,
        )

    def _taken_back(self) -> None:
        self.list_recent()
        self._undone()

    def _listed(self, records: list[SaleRecord]) -> None:
        self._listing = None
        self.recent = tuple(records)
        self._changed()
