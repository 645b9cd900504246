"""Looking for a customer: this till's answer on every key, the servers' when the typing pauses. No Qt.

Every question is an errand; a newer one cancels the older, so a late answer never meets a screen that has gone on.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from typing import TYPE_CHECKING

from pos_app.loyalty.errors import BadInput, PosError
from pos_app.till.views import CustomerView, Nobody
from pos_app.ui.sale.states import Errand, FindingTill, Runner

if TYPE_CHECKING:
    from pos_app.till.lookup import Answer
    from pos_app.till.query import Query

PAUSE_S = 0.25
SHORT_PAUSE_S = 0.7
"""The same for a few digits, which are more likely the beginning or end of a number than a whole card."""
WHOLE_FROM = 8


class Finder:
    """The text of the customer input and what was found for it.

    ``found`` gets the customer that was meant (by a row, an exact read, an exact match after Enter); ``nobody`` gets a read
    card or code that belongs to nobody, as far as could be checked; ``changed`` is called when there is something to show.
    """

    def __init__(
        self,
        till: FindingTill,
        runner: Runner,
        clock: Callable[[], float],
        *,
        found: Callable[[CustomerView], None],
        nobody: Callable[[Nobody], None],
        failed: Callable[[PosError], None],
        changed: Callable[[], None],
    ) -> None:
        self._till, self._runner, self._clock = till, runner, clock
        self._found, self._nobody, self._failed, self._changed = found, nobody, failed, changed
        self.text = ""
        self.answer: Answer | None = None
        self.chosen = 0
        self.problem: BadInput | None = None
        """What is wrong with the text, once Enter asked about it."""
        self.looking = False
        """The servers have been asked, or will be when the typing pauses."""
        self._query: Query | None = None
        self._errand: Errand | None = None
        self._live_at: float | None = None
        self._entered = False
        self._moved = False

    @property
    def wakes_at(self) -> float | None:
        """When ``wake`` wants to be called, on the clock given."""
        return self._live_at

    @property
    def query(self) -> Query | None:
        """The question in hand; None when nothing sensible is asked."""
        return self._query

    @property
    def reading(self) -> bool:
        """A card or code that was read is being looked for."""
        return self._query is not None and not self.text

    def type(self, text: str) -> None:
        """The input changed by hand."""
        if text == self.text:
            return
        self._stop()
        self.text, self.problem, self._query = text, None, None
        try:
            query = self._till.parse(text)
        except BadInput:
            self.answer = None
        else:
            self._query = query
            self._ask(self._till.look_here(query), self._got_here)
        self._changed()

    def read(self, query: Query) -> None:
        """A card or code was read, or somebody is served again: find exactly this one."""
        self._stop()
        self.text, self.problem, self.answer, self._query = "", None, None, query
        self.looking = True
        self._ask(self._till.look_here(query), self._got_read)
        self._changed()

    def enter(self) -> bool:
        """Enter in the input: take the chosen row, or the exact match as soon as it is known. False: there is no text."""
        if not self.text.strip():
            return False
        if self._query is None:
            try:
                self._till.parse(self.text)
            except BadInput as problem:
                self.problem = problem
        elif self.answer is not None and self.answer.customers:
            self.take(self.chosen)
        elif self.answer is not None and self.answer.complete:
            if self._query.wants_live:
                self._look_live()
        else:
            self._entered = True
            if self._live_at is not None:
                self._look_live()
        self._changed()
        return True

    def take(self, row: int) -> None:
        """The customer of this row is meant."""
        if self.answer is None or not 0 <= row < len(self.answer.customers):
            return
        view = self.answer.customers[row]
        self.clear()
        self._found(view)

    def move(self, by: int) -> None:
        """Choose another row."""
        if self.answer is not None and self.answer.customers:
            self._moved = True
            self.chosen = max(0, min(self.chosen + by, len(self.answer.customers) - 1))
            self._changed()

    def wake(self) -> None:
        """Time passed."""
        if self._live_at is not None and self._clock() >= self._live_at:
            self._look_live()

    def clear(self) -> None:
        """Ask nothing, show nothing."""
        self._stop()
        self.text, self.answer, self.problem, self._query = "", None, None, None

    def _stop(self) -> None:
        if self._errand is not None:
            self._errand.cancel()
        self._errand, self._live_at = None, None
        self._entered = self._moved = self.looking = False
        self.chosen = 0

    def _ask(self, future: Future[Answer], then: Callable[[Answer], None]) -> None:
        if self._errand is not None:
            self._errand.cancel()
        self._errand = self._runner.run(future, then, self._broken)

    def _broken(self, error: PosError) -> None:
        self._errand, self.looking = None, False
        if self.reading:
            self.clear()
        self._failed(error)

    def _got_here(self, answer: Answer) -> None:
        self._errand = None
        self.answer = answer
        query = self._query
        if query is not None and not answer.complete and query.wants_live:
            whole = bool(query.phone) or len(self.text.strip()) >= WHOLE_FROM
            self._live_at = self._clock() + (PAUSE_S if whole else SHORT_PAUSE_S)
            self.looking = True
        if self._entered and not self._take_the_only() and self._live_at is not None:
            self._look_live()
        self._changed()

    def _got_read(self, answer: Answer) -> None:
        if answer.customers:
            self._finish_read(answer)
        elif self._query is not None:
            self._ask(self._till.look_live(self._query), self._finish_read)

    def _finish_read(self, answer: Answer) -> None:
        self.clear()
        if answer.customers:
            self._found(answer.customers[0])
        elif answer.nobody is not None:
            self._nobody(answer.nobody)
        self._changed()

    def _look_live(self) -> None:
        self._live_at = None
        if self._query is not None:
            self.looking = True
            self._ask(self._till.look_live(self._query), self._got_live)

    def _got_live(self, answer: Answer) -> None:
        self._errand = None
        self.looking = False
        before = self.answer.customers if self.answer is not None else ()
        merged = merge(before, answer.customers)
        self.answer = replace(answer, customers=merged)
        if answer.exact and not self._moved:
            # What was asked for exactly is chosen; nothing above it moves.
            phone = answer.customers[0].customer.phone
            self.chosen = next((i for i, view in enumerate(merged) if view.customer.phone == phone), 0)
        if self._entered:
            self._entered = False
            if answer.exact or len(merged) == 1:
                self.take(self.chosen)
        self._changed()

    def _take_the_only(self) -> bool:
        """Enter came before the rows: only a customer who cannot be mistaken is taken unseen. False: there is none at all."""
        rows = self.answer.customers if self.answer is not None else ()
        if not rows:
            return False
        self._entered = False
        if len(rows) == 1 or (self.answer is not None and self.answer.exact):
            self.take(0)
        return True


def merge(above: tuple[CustomerView, ...], late: tuple[CustomerView, ...]) -> tuple[CustomerView, ...]:
    """Rows already shown keep their places (with fresher values where there are some); new ones follow below."""
    fresh = {view.customer.phone: view for view in late}
    kept = tuple(fresh.pop(view.customer.phone, view) for view in above)
    return (*kept, *fresh.values())
