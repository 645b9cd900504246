"""Whose turn it is: who is being served, who rests how long. Knows neither threads nor a clock, so that a simulated day and the
messenger plan alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Set
from dataclasses import dataclass, field

from pos_app.loyalty.sale import Posting, PostingState
from pos_app.store.till_store import TillStore
from pos_app.till.sync.backoff import Backoff
from pos_app.till.sync.gate import Gate
from pos_app.till.sync.step import Step

CUSTOMERS_AT_ONCE = 3


@dataclass(frozen=True, slots=True)
class _Resting:
    """A customer whose last try came to nothing."""

    failures: int
    until: float


_RESTED = _Resting(failures=0, until=float("-inf"))


@dataclass(frozen=True, slots=True)
class Turn:
    """What to ask the disk for. ``wait_s``: seconds to wait instead; None: until something changes."""

    free: int
    excluded: frozenset[str] = frozenset()
    wait_s: float | None = None
    first: frozenset[str] = frozenset()
    """Customers whose register waits: their turn comes before the oldest."""
    last: frozenset[str] = frozenset()
    """Customers whose last try came to nothing, while there is one trial only: it must not always be theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """When something that waits is tried next, as of one moment. Seconds."""

    stopped: bool = False
    """Nothing goes out until a person says so, or the program is started anew."""
    opens_in_s: float = 0.0
    """Until the server is tried again; 0 or less: it is well."""
    rests_s: Mapping[str, float] = field(default_factory=dict)
    """Customer → until their next try; those who rest only."""


class Plan:
    """Memory only: what is due is asked of the disk each time. Not thread-safe; ``now`` is monotonic, in seconds."""

    def __init__(
        self, *, gate: Gate, backoff: Backoff, blocked: Callable[[], bool] = lambda: False, at_once: int = CUSTOMERS_AT_ONCE
    ) -> None:
        """``blocked``: nothing may go out at all until a person says so. ``at_once``: so many customers at a time."""
        self._at_once = at_once
        self._gate = gate
        self._backoff = backoff
        self._blocked = blocked
        self._serving: set[str] = set()
        self._resting: dict[str, _Resting] = {}
        self._hurried: Counter[str] = Counter()

    @property
    def serving(self) -> bool:
        """Whether something is on its way."""
        return bool(self._serving)

    def turn(self, now: float) -> Turn:
        """How many customers may be served now, and who not."""
        if self._blocked():
            return Turn(0)
        closed_s = self._gate.open_in_s()
        if closed_s > 0:
            return Turn(0, wait_s=closed_s)
        resting = {key for key, rest in self._resting.items() if rest.until > now}
        excluded = frozenset(resting | self._serving)
        width = self._gate.width(self._at_once)
        first = frozenset(+self._hurried) - excluded
        last = frozenset(self._resting) - excluded - first if width == 1 else frozenset()
        return Turn(max(0, width - len(self._serving)), excluded, first=first, last=last)

    def due(self, store: TillStore, turn: Turn) -> list[Posting]:
        """What is handed out in this turn. Raises DiskTrouble."""
        if not turn.free:
            return []
        heads = [line[0] for key in sorted(turn.first) if (line := store.line(key))]
        first = [head for head in heads if head.state in (PostingState.WAITING, PostingState.UNKNOWN)][: turn.free]
        due = first + store.due(limit=turn.free - len(first), excluding=turn.excluded | turn.first | turn.last)
        if turn.last and not due:
            # There is one trial only: nobody else has a use for it.
            return store.due(limit=turn.free, excluding=turn.excluded | turn.first)
        return due

    def begins(self, posting: Posting) -> None:
        """A posting is handed out."""
        self._serving.add(posting.customer_key)

    def ends(self, posting: Posting, step: Step | None, now: float) -> None:
        """A try is over; ``step`` None: the disk did not take what came of it."""
        key = posting.customer_key
        self._serving.discard(key)
        failures = self._resting[key].failures + 1 if key in self._resting else 1
        if step is not None and step.rest_s is not None:
            self._resting[key] = _Resting(failures, now + step.rest_s)
        elif step is None or step.posting.state is PostingState.UNKNOWN:
            self._resting[key] = _Resting(failures, now + self._backoff.wait_s(failures))
        else:
            # One that is still waiting met an endpoint that does not serve anybody: the gate is closed for it, and for all.
            self._resting.pop(key, None)

    def wait_s(self, now: float) -> float | None:
        """Seconds until somebody has rested; None: nobody rests."""
        nexts = [rest.until - now for rest in self._resting.values() if rest.until > now]
        return min(nexts) if nexts else None

    def due_in_s(self, customer: str, now: float) -> float | None:
        """Seconds until this customer's next try, 0: at once; None: one is under way."""
        if customer in self._serving:
            return None
        rest = self._resting.get(customer)
        return max(self._gate.open_in_s(), rest.until - now if rest else 0.0, 0.0)

    def outlook(self, customers: Collection[str], now: float) -> Outlook:
        """When these customers are tried next; asks neither the disk nor whether anything is blocked."""
        rests = {key: self._resting[key].until - now for key in customers if key in self._resting}
        return Outlook(opens_in_s=self._gate.open_in_s(), rests_s={key: left for key, left in rests.items() if left > 0})

    def forget_rests(self) -> None:
        """Try everybody at once: somebody asked, or the connection came back."""
        self._resting = dict.fromkeys(self._resting, _RESTED)

    def hurry(self, customers: Set[str]) -> None:
        """Somebody waits for these customers: they come first, and at once."""
        self._hurried.update(customers)
        for key in customers:
            self._resting.pop(key, None)

    def hurried(self, customers: Set[str]) -> None:
        """That is over."""
        self._hurried.subtract(customers)
        self._hurried += Counter()

    def serves_any(self, customers: Set[str]) -> bool:
        """Whether something of these customers is on its way."""
        return not self._serving.isdisjoint(customers)

    def rests(self, customers: Set[str], now: float) -> bool:
        """Whether some of these customers rest, or nobody can be served at all."""
        resting = any(self._resting[key].until > now for key in customers if key in self._resting)
        return resting or self._gate.open_in_s() > 0 or self._blocked()


def lines_of(sale_id: str, store: TillStore) -> frozenset[str]:
    """The customers in whose lines a sale's postings are still on their way, and are not held up by one that needs a person."""
    customers = {each.customer_key for each in store.postings_of_sale(sale_id) if each.state.open}
    return frozenset(each for each in customers if store.line(each)[0].attention is None)
