"""The Sync centre's state: what the till told last, and the step that is open on each card. No widgets; GUI thread only.

``changed`` is called after every change; showing is idempotent. While the page is hidden nothing is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from pos_app.loyalty.decision import Decision
from pos_app.loyalty.errors import BadInput, PosError
from pos_app.till.events import Status
from pos_app.till.holding import Word
from pos_app.till.overview import Stuck
from pos_app.till.views import CustomerView
from pos_app.ui.sale.finder import Finder
from pos_app.ui.sale.states import Runner
from pos_app.ui.sync.issues import Way, ways
from pos_app.ui.sync.step import Ask, Fault, Step
from pos_app.ui.sync.watching import SyncTill, Watching


@dataclass(frozen=True, slots=True)
class Done:
    """The last thing that was decided here."""

    way: Way | None = None
    """None: writing balances was allowed again."""
    stuck: Stuck | None = None
    """What it was decided about."""
    points: Decimal | None = None

    @property
    def hand_back(self) -> Decimal | None:
        """Money that the customer gets now."""
        return self.stuck.record.sale.quote.to_pay if self.stuck is not None and self.way is Way.VOID else None


ALLOW = "allow writes"
"""The key of the step that lets balances be written again, among the transaction ids of the others."""


class SyncPresenter(Watching):
    """See the module. ``clock`` counts seconds and never goes back; ``wakes_at`` says when ``wake`` is due."""

    def __init__(
        self, till: SyncTill, runner: Runner, *, clock: Callable[[], float], changed: Callable[[], None], status: Status
    ) -> None:
        super().__init__(till, runner, clock=clock, changed=changed, status=status)
        self.who = ""
        """Whoever decides; asked once, until the cashiers have PINs."""
        self._decided_last = ""
        self.steps: dict[str, Step] = {}
        self.unfolded: set[str] = set()
        self.done: Done | None = None

    def hide(self) -> None:
        """The page is not on the screen any more: steps stay as they are."""
        super().hide()
        self.done = None

    @property
    def wakes_at(self) -> float | None:
        """When ``wake`` wants to be called, on the clock; None: nothing is due by itself."""
        moments = [super().wakes_at, *(step.finder.wakes_at for step in self.steps.values() if step.finder is not None)]
        return min((each for each in moments if each is not None), default=None)

    def wake(self) -> None:
        """Time passed."""
        for step in tuple(self.steps.values()):
            if step.finder is not None:
                step.finder.wake()
        super().wake()

    def _told_outstanding(self, keys: frozenset[str]) -> None:
        there = keys | {ALLOW}
        for gone in self.steps.keys() - there:
            # One that is being settled right now is cleared by its own answer.
            if not self.steps[gone].busy:
                del self.steps[gone]
        self.unfolded &= there

    # Deciding

    def begin(self, key: str, way: Way) -> None:
        """A way out was chosen on a card: ask what is missing, or do it."""
        stuck = self._stuck(key)
        if stuck is None or (key in self.steps and self.steps[key].busy):
            return
        if way not in {each.way for each in ways(stuck, self.points(stuck))}:
            return
        step = Step(way=way, points=self.points(stuck) if way is Way.TAKE_ONLY else None)
        self.steps[key] = step
        if way.searches:
            step.finder = self._new_finder(step)
            if way is Way.FIX_PHONE:
                step.finder.type(stuck.matter.posting.phone)
        if way is Way.RETRY and self.who and self.who == self._decided_last:
            self.confirm(key)
        self._changed()

    def phone(self, key: str) -> str:
        """Whose phone a card is about, E.164; empty: it is gone, or is about a card."""
        stuck = self._stuck(key)
        return stuck.matter.posting.phone if stuck is not None else ""

    def begin_allowing(self, word: Word | None = None) -> None:
        """Somebody wants balances to be written again, or says (``word``) how it is with data that was moved or put back."""
        self.steps[ALLOW] = Step(way=Way.RETRY, word=word)
        self._changed()

    def cancel(self, key: str) -> None:
        """Back to the ways out."""
        if key in self.steps and not self.steps[key].busy:
            del self.steps[key]
            self._changed()

    def type_who(self, text: str) -> None:
        """It holds for every card."""
        self.who = text
        for step in self.steps.values():
            step.missing -= {Ask.WHO}
        self._changed()

    def type_why(self, key: str, text: str) -> None:
        """The reason of one card."""
        step = self.steps[key]
        step.why = text
        step.missing -= {Ask.WHY}
        self._changed()

    def search(self, key: str, text: str) -> None:
        """The customer of one card is looked for."""
        step = self.steps[key]
        if step.finder is not None and text != step.finder.text:
            step.picked = step.number = step.problem = None
            step.missing -= {Ask.WHOM}
            step.finder.type(text)
            self._changed()

    def pick(self, key: str, row: int) -> None:
        """A row was tapped."""
        finder = self.steps[key].finder
        if finder is not None:
            finder.take(row)
            self._changed()

    def move_row(self, key: str, by: int) -> None:
        """Arrow keys over the rows."""
        finder = self.steps[key].finder
        if finder is not None:
            finder.move(by)

    def enter_search(self, key: str) -> None:
        """Enter in the search: the chosen row, else the whole number that nobody has."""
        step = self.steps[key]
        if step.bare_number is not None:
            self.use_number(key)
        elif step.finder is not None:
            step.finder.enter()
            self._changed()

    def use_number(self, key: str) -> None:
        """The number that nobody has is meant."""
        step = self.steps[key]
        step.number = step.bare_number
        if step.number is not None and step.finder is not None:
            step.finder.clear()
        step.missing -= {Ask.WHOM}
        self._changed()

    def choose_again(self, key: str) -> None:
        """Not this one."""
        step = self.steps[key]
        step.picked = step.number = None
        self._changed()

    def _new_finder(self, step: Step) -> Finder:
        def found(view: CustomerView) -> None:
            step.picked, step.missing = view, step.missing - {Ask.WHOM}

        def failed(_error: PosError) -> None:
            self._changed()

        return Finder(
            self._till,
            self._runner,
            self._clock,
            found=found,
            nobody=lambda _nobody: None,
            failed=failed,
            changed=self._changed,
        )

    def missing(self, key: str) -> frozenset[Ask]:
        """What has to be filled in before the step can be done."""
        step = self.steps[key]
        missing = {Ask.WHO} if not self.who.strip() else set()
        if (step.way.needs_reason or key == ALLOW) and not step.why.strip():
            missing.add(Ask.WHY)
        stuck = self._stuck(key)
        same = stuck is not None and step.target == (stuck.matter.posting.phone, stuck.matter.posting.card)
        if step.way.searches and (step.target is None or same):
            missing.add(Ask.WHOM)
        return frozenset(missing)

    def confirm(self, key: str) -> None:
        """Do it, once everything is filled in."""
        step = self.steps.get(key)
        if step is None or step.busy:
            return
        step.missing, step.problem, step.fault = self.missing(key), None, None
        if not step.missing:
            step.busy = True
            self._decide(key, step)
        self._changed()

    def _decide(self, key: str, step: Step) -> None:
        who, why = self.who.strip(), step.why.strip()
        if key == ALLOW:
            holding, word = self._till.holding, step.word
            work: Callable[[], object] = partial(holding.allow_writes, who=who, reason=why)
            if word is not None:
                work = partial(holding.settle, word, who=who, reason=why)
            self._runner.run(
                self._till.overview.later(work), lambda _was: self._settled(key, Done()), partial(self._not_settled, key)
            )
            return
        stuck = self._stuck(key)
        phone, card = step.target or ("", "")
        decision = Decision(action=step.way.action, who=who, reason=why)
        future = self._till.settle(key, decision, phone=phone, card=card, points=step.points)
        done = Done(step.way, stuck, step.points)
        self._runner.run(future, lambda _postings: self._settled(key, done), partial(self._not_settled, key))

    def _settled(self, key: str, done: Done) -> None:
        self.steps.pop(key, None)
        self.done = done
        self._decided_last = self.who
        self._forget_settled(key)
        self.wake()
        self._changed()

    def _not_settled(self, key: str, error: PosError) -> None:
        step = self.steps.get(key)
        if step is not None:
            step.busy = False
            if isinstance(error, BadInput):
                step.problem, step.fault = error, Fault.GONE
                self._dirty = True
            else:
                step.fault = Fault.DISK
        self.wake()
        self._changed()

    def fold(self, key: str) -> None:
        """Show or hide what happened to one card so far."""
        self.unfolded ^= {key}
        self._changed()

    # Everything

    def send_now(self) -> None:
        """Try everything that waits at once, and look at the cards' balances anew."""
        self._till.send_now()
        self.balances.clear()
        self._dirty = True
        self.wake()
        self._changed()
