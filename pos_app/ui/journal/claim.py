"""Giving the points of a sale to a customer who forgot the card: looking for them, and doing it once. No Qt."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from pos_app.loyalty.errors import BadInput, PosError
from pos_app.loyalty.sale import Posting
from pos_app.till.views import CustomerView
from pos_app.ui import words

if TYPE_CHECKING:
    from pos_app.till.browsing import Story
    from pos_app.till.lookup import Answer
    from pos_app.till.query import Query
    from pos_app.ui.journal.states import JournalTill
    from pos_app.ui.sale.states import Errand, Runner


class Claim:
    """One late claim that is being made. ``changed``: more is known; ``done`` gets the customer whose points they are now."""

    def __init__(
        self,
        till: JournalTill,
        runner: Runner,
        story: Story,
        *,
        changed: Callable[[], None],
        done: Callable[[CustomerView], None],
    ) -> None:
        self._till, self._runner = till, runner
        self._changed, self._done = changed, done
        # Drawn when the form opens: pressed twice it is one claim.
        self._first_id = uuid.uuid4()
        self._looking: Errand | None = None
        self._saving: Errand | None = None
        self.story = story
        self.text = ""
        self.found: tuple[CustomerView, ...] = ()
        self.chosen = 0
        self.nobody = False
        """Nobody fits, as far as it could be asked."""
        self.problem: BadInput | None = None
        self.failure: PosError | None = None

    @property
    def looking(self) -> bool:
        return self._looking is not None

    @property
    def saving(self) -> bool:
        return self._saving is not None

    @property
    def customer(self) -> CustomerView | None:
        """Whom Enter gives the points to."""
        return self.found[self.chosen] if 0 <= self.chosen < len(self.found) else None

    def type(self, text: str) -> None:
        """Look for whoever fits; the servers are asked for whole numbers."""
        self.text, self.problem, self.failure, self.nobody = text, None, None, False
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        try:
            query = self._till.parse(text)
        except BadInput:
            self.found, self.chosen = (), 0
            self._changed()
            return
        self._looking = self._runner.run(self._till.look_here(query), lambda answer: self._here(query, answer), self._not_found)
        self._changed()

    def choose(self, index: int) -> None:
        """Another row."""
        self.chosen = max(0, min(index, len(self.found) - 1))
        self._changed()

    def confirm(self) -> None:
        """Do it, once."""
        customer = self.customer
        if customer is None or self.saving or not customer.customer.phone:
            return
        ids = iter((self._first_id,))
        reason = words.journal.claim_reason(customer.customer.full_name or words.mask_phone(customer.customer.phone))
        future = self._till.claim(
            self.story.record.sale.sale_id,
            phone=customer.customer.phone,
            who="",
            reason=reason,
            new_uuid=lambda: next(ids, None) or uuid.uuid4(),
        )
        self._saving = self._runner.run(future, lambda _posting: self._claimed(_posting, customer), self._failed)
        self._changed()

    def _claimed(self, _posting: Posting, customer: CustomerView) -> None:
        self._done(customer)

    def _here(self, query: Query, answer: Answer) -> None:
        self._looking = None
        self._show(answer)
        if not answer.exact and not answer.complete:
            self._looking = self._runner.run(self._till.look_live(query), self._live, self._not_found)
        else:
            self.nobody = not self.found
        self._changed()

    def _live(self, answer: Answer) -> None:
        self._looking = None
        self._show(answer)
        self.nobody = not self.found
        self._changed()

    def _show(self, answer: Answer) -> None:
        # The server names a customer by the phone: without one there is nowhere to send points.
        self.found = tuple(view for view in answer.customers if view.customer.phone)
        self.chosen = 0

    def _not_found(self, error: PosError) -> None:
        self._looking, self.failure = None, error
        self._changed()

    def _failed(self, error: PosError) -> None:
        self._saving = None
        if isinstance(error, BadInput):
            self.problem = error
        else:
            self.failure = error
        self._changed()
