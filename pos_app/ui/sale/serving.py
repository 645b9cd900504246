"""Who is being served: one customer at a time, made fresh in the background, changed only when the cashier means it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from pos_app.loyalty.errors import BadInput, PosError
from pos_app.loyalty.sale import FoundBy
from pos_app.till.views import CustomerView, Nobody, Source
from pos_app.ui.sale.states import Buyer, Errand, Runner, SalesTill, same_buyer

if TYPE_CHECKING:
    from pos_app.till.lookup import Answer


class Serving:
    """``buyer`` is served; ``question`` is who would be instead, while the cashier is asked.

    ``changed`` is called when the same buyer is known better than before.
    """

    def __init__(self, till: SalesTill, runner: Runner, *, failed: Callable[[PosError], None], changed: Callable[[], None]) -> None:
        self._till, self._runner, self._failed, self._changed = till, runner, failed, changed
        self.buyer: Buyer | None = None
        self.question: Buyer | None = None
        self.refreshing = False
        self.phone_text = ""
        """The optional phone beside an unknown card."""
        self.phone_problem: BadInput | None = None
        self._errand: Errand | None = None

    @property
    def shown(self) -> Buyer | None:
        """The buyer to price and show: while the servers are being asked, the last known balance counts as good.

        Saving always uses ``buyer`` itself, so an old balance is never spent by mistake.
        """
        if self.refreshing and isinstance(self.buyer, CustomerView):
            return replace(self.buyer, source=Source.LIVE)
        return self.buyer

    def is_served(self, buyer: Buyer) -> bool:
        """Whether this is who is served already."""
        return self.buyer is not None and same_buyer(self.buyer, buyer)

    def take(self, buyer: Buyer) -> None:
        """Serve this one from now on."""
        self.drop()
        self._serve(buyer)

    def meet_again(self, buyer: Buyer) -> None:
        """The same one was read or found once more; what is newer counts, and a swipe counts for more than typing."""
        self.question = None
        before = self.buyer
        if isinstance(buyer, CustomerView) and isinstance(before, CustomerView) and before.found_by is FoundBy.CARD_READ:
            buyer = replace(buyer, found_by=FoundBy.CARD_READ, card=buyer.card or before.card)
        if isinstance(before, CustomerView) and isinstance(buyer, Nobody):
            return
        self._cancel()
        self._serve(buyer)

    def back_online(self) -> None:
        """The servers answer again: ask for what could not be known."""
        if self.buyer is None or self._errand is not None:
            return
        if isinstance(self.buyer, CustomerView) and self.buyer.source is Source.CACHE:
            self._refresh(self.buyer)
        elif isinstance(self.buyer, Nobody) and not self.buyer.checked_online:
            self._look_again(self.buyer)

    def type_phone(self, text: str) -> None:
        """The optional phone changed."""
        self.phone_text, self.phone_problem = text, None

    def ready(self) -> Buyer | None:
        """The buyer as the sale is saved for; None with ``phone_problem`` set if the optional phone makes no sense."""
        buyer = self.buyer
        if not isinstance(buyer, Nobody) or buyer.phone or not self.phone_text.strip():
            return buyer
        try:
            query = self._till.parse(self.phone_text)
        except BadInput as problem:
            self.phone_problem = problem
            return None
        if not query.phone:
            self.phone_problem = query.phone_problem
            return None
        return replace(buyer, phone=query.phone)

    def drop(self) -> None:
        """Serve nobody."""
        self._cancel()
        self.buyer, self.question = None, None
        self.phone_text, self.phone_problem = "", None

    def _cancel(self) -> None:
        if self._errand is not None:
            self._errand.cancel()
        self._errand, self.refreshing = None, False

    def _serve(self, buyer: Buyer) -> None:
        self.buyer = buyer
        if isinstance(buyer, CustomerView) and buyer.source is Source.CACHE:
            self._refresh(buyer)

    def _refresh(self, view: CustomerView) -> None:
        self.refreshing = True
        self._errand = self._runner.run(self._till.refresh(view), self._fresher, self._no_fresher)

    def _fresher(self, view: CustomerView) -> None:
        self._errand, self.refreshing = None, False
        self.buyer = view
        self._changed()

    def _no_fresher(self, error: PosError) -> None:
        self._errand, self.refreshing = None, False
        self._failed(error)

    def _look_again(self, nobody: Nobody) -> None:
        read = nobody.found_by is FoundBy.CARD_READ
        query = self._till.parse_scan((nobody.card,)) if read else self._till.parse(nobody.phone or nobody.card)

        def answered(answer: Answer) -> None:
            self._errand = None
            if answer.customers:
                self.buyer = answer.customers[0]
            elif answer.nobody is not None and answer.nobody.checked_online:
                self.buyer = replace(nobody, checked_online=True)
            self._changed()

        self._errand = self._runner.run(self._till.look_live(query), answered, self._no_fresher)
