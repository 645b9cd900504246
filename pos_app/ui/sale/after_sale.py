"""What can be done about a saved sale (take it back, print its slip), and the sentence about what could not be. No Qt."""

from __future__ import annotations

from pos_app.loyalty.errors import PosError
from pos_app.loyalty.sale import SaleState
from pos_app.ui.sale.screen_state import Until
from pos_app.ui.sale.shelving import Shelving
from pos_app.ui.sale.states import Notice

NOTICE_LASTS_S = 12.0


class AfterSale(Shelving):
    """GUI thread only."""

    def undo(self) -> None:
        """F9: take the last sale back, while that is possible."""
        if self.checkout.last is not None:
            self.slips.taken_back(self.checkout.last.sale.sale_id)
        self.checkout.undo()

    def print_slip(self) -> None:
        """F10: the slip of the last sale, shown or not."""
        last = self.checkout.last
        if not self.slips.available:
            self._note(Notice.NO_PRINTER)
        elif last is not None:
            self.slips.ask(last.sale.sale_id)

    def hold_open(self, *, held: bool) -> None:
        """The keyboard's focus is inside the success panel."""
        if self.done is not None:
            self.done.hold(held=held)

    def close_by_itself(self, *, closes: bool) -> None:
        """Whether a finished sale makes room without being asked to: in force at once."""
        self.checkout.close_by_itself(closes=closes)
        self._changed()

    def fault(self) -> None:
        """The program itself went wrong somewhere."""
        self._note(Notice.FAULT)

    def _slip_settled(self) -> None:
        last = self.checkout.last
        if last is not None and last.state is not SaleState.SAVED:
            self.slips.settled(last.sale.sale_id)

    def _failed(self, _error: PosError) -> None:
        self._note(Notice.TROUBLE)

    def _note(self, notice: Notice) -> None:
        self._noted = Until(self._clock() + NOTICE_LASTS_S, notice=notice)
        self._changed()
