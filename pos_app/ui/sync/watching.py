"""What the till told the Sync centre last: asked while the page is shown, once a second at most. No widgets; GUI thread only."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from pos_app.loyalty.decision import Decision
from pos_app.loyalty.errors import BadInput, PosError
from pos_app.loyalty.sale import Posting
from pos_app.till.events import Connection, Event, MessengerStopped, PostingChanged, SalesChanged, Status, StatusChanged
from pos_app.till.holding import Settled, Word
from pos_app.till.overview import Condition, Outstanding, Stuck
from pos_app.till.records import Entry
from pos_app.till.views import Source
from pos_app.ui.sale.states import FindingTill, Runner
from pos_app.ui.sync.issues import wants_balance

if TYPE_CHECKING:
    from pos_app.till.lookup import Answer

T = TypeVar("T")
PAUSE_S = 1.0
"""Between two questions to the till: a queue that drains changes a hundred times a second."""


class Looking(Protocol):
    """``pos_app.till.overview.Overview``."""

    def outstanding(self) -> Future[Outstanding]: ...
    def condition(self) -> Future[Condition]: ...
    def later(self, work: Callable[[], T]) -> Future[T]: ...
    def everything(self) -> list[Entry]: ...


class Holder(Protocol):
    """``pos_app.till.holding.Holding``."""

    def allow_writes(self, *, who: str, reason: str) -> bool: ...
    def settle(self, word: Word, *, who: str, reason: str) -> Settled: ...


class SyncTill(FindingTill, Protocol):
    """What the page needs of the till (``pos_app.till.till.Till`` has it all)."""

    @property
    def overview(self) -> Looking: ...
    def settle(
        self, transaction_id: str, decision: Decision, *, phone: str = "", card: str = "", points: Decimal | None = None
    ) -> Future[list[Posting]]: ...
    @property
    def holding(self) -> Holder: ...
    def send_now(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Balance:
    """A customer's points at the server, asked for a card."""

    points: Decimal | None = None
    """None: not told (yet)."""
    asked: bool = True
    """Whether the answer is still on its way."""


class Watching:
    """Asks nothing while the page is hidden. ``changed`` is called whenever there is something new to show."""

    def __init__(
        self, till: SyncTill, runner: Runner, *, clock: Callable[[], float], changed: Callable[[], None], status: Status
    ) -> None:
        self._till, self._runner, self._clock, self._changed = till, runner, clock, changed
        self.status = status
        self.outstanding: Outstanding | None = None
        self.told_at = 0.0
        """When ``outstanding`` was true, on the clock: its seconds count from here."""
        self.condition: Condition | None = None
        self.condition_at = 0.0
        self.stopped = ""
        """A bug stopped the delivery."""
        self.balances: dict[str, Balance] = {}
        self._shown = self._dirty = self._asking = False
        self._settled_keys: frozenset[str] = frozenset()
        """Settled here, but maybe still there in an answer that was asked for before."""

    # What comes from outside

    def show(self) -> None:
        """The page is on the screen."""
        self._shown, self._dirty = True, True
        self.wake()

    def hide(self) -> None:
        """It is not any more: balances are read anew next time."""
        self._shown = False
        self.balances.clear()

    def happened(self, event: Event) -> None:
        """The till tells."""
        if isinstance(event, StatusChanged):
            self.status = event.status
        elif isinstance(event, MessengerStopped):
            self.stopped = event.error
        elif not isinstance(event, PostingChanged | SalesChanged):
            return
        self._dirty = True
        if self._shown:
            self.wake()
            self._changed()

    @property
    def wakes_at(self) -> float | None:
        """When ``wake`` wants to be called, on the clock; None: nothing is due by itself."""
        due = self._shown and self._dirty and not self._asking
        return self.told_at + PAUSE_S if due else None

    def wake(self) -> None:
        """Time passed."""
        waited = self.outstanding is None or self._clock() >= self.told_at + PAUSE_S
        if self._shown and self._dirty and not self._asking and waited:
            self._ask()

    def _ask(self) -> None:
        self._asking, self._dirty = True, False
        overview = self._till.overview
        before = self._settled_keys
        self._runner.run(overview.outstanding(), lambda told: self._got_outstanding(told, before), self._not_told)
        self._runner.run(overview.condition(), self._got_condition, lambda _error: None)

    def _got_outstanding(self, told: Outstanding, settled_before: frozenset[str]) -> None:
        self._settled_keys -= settled_before
        told = _without(told, self._settled_keys)
        self.outstanding, self.told_at, self._asking = told, self._clock(), False
        self._told_outstanding(frozenset(each.matter.posting.transaction_id for each in told.stuck))
        self._look_at_balances()
        self._changed()

    def _got_condition(self, told: Condition) -> None:
        self.condition, self.condition_at = told, self._clock()
        self._changed()

    def _not_told(self, _error: PosError) -> None:
        # The disk gives nothing at the moment: what was shown stays, and it is asked again.
        self._asking, self._dirty, self.told_at = False, True, self._clock()
        self._changed()

    # The customer's points

    def balance(self, stuck: Stuck) -> Balance | None:
        """The customer's points at the server; None: nobody asks."""
        return self.balances.get(stuck.matter.posting.transaction_id)

    def points(self, stuck: Stuck) -> Decimal | None:
        """The same, where they are known."""
        balance = self.balance(stuck)
        return balance.points if balance is not None else None

    def _look_at_balances(self) -> None:
        """One after the other: whoever looks a customer up for a sale does not wait for all of them."""
        told = self.outstanding.stuck if self.outstanding is not None else ()
        busy = any(balance.asked for balance in self.balances.values())
        if busy or not self._shown or self.status.connection is not Connection.ONLINE:
            return
        for stuck in told:
            key = stuck.matter.posting.transaction_id
            if key in self.balances or not wants_balance(stuck):
                continue
            try:
                query = self._till.parse(stuck.matter.posting.phone or stuck.matter.posting.card)
            except BadInput:
                continue
            self.balances[key] = Balance()
            self._runner.run(self._till.look_live(query), partial(self._got_balance, key), partial(self._not_read, key))
            return

    def _got_balance(self, key: str, answer: Answer) -> None:
        view = answer.customers[0] if answer.exact and answer.customers else None
        live = view is not None and view.source is Source.LIVE
        self._read(key, view.customer.standing.balance if view is not None and live else None)

    def _not_read(self, key: str, _error: PosError) -> None:
        self._read(key, None)

    def _read(self, key: str, points: Decimal | None) -> None:
        self.balances[key] = Balance(points, asked=False)
        self._look_at_balances()
        self._changed()

    def _told_outstanding(self, keys: frozenset[str]) -> None:
        """These need a person now."""

    # What was settled here

    def _forget_settled(self, key: str) -> None:
        """Gone at once; what the till has now comes with the next question."""
        self._settled_keys |= {key}
        if self.outstanding is not None:
            self.outstanding = _without(self.outstanding, self._settled_keys)
        self.balances.pop(key, None)
        self._dirty = True

    def _stuck(self, key: str) -> Stuck | None:
        told = self.outstanding.stuck if self.outstanding is not None else ()
        return next((each for each in told if each.matter.posting.transaction_id == key), None)


def _without(told: Outstanding, keys: frozenset[str]) -> Outstanding:
    left = tuple(each for each in told.stuck if each.matter.posting.transaction_id not in keys)
    return replace(told, stuck=left, stuck_count=told.stuck_count - (len(told.stuck) - len(left)))
