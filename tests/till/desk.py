"""A messenger on a real store, with a courier that does as the test says."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from pos_app.loyalty.sale import Posting, PostingState
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.events import Event, Events, MessengerStopped
from pos_app.till.sync.backoff import Backoff
from pos_app.till.sync.gate import Gate
from pos_app.till.sync.messenger import Messenger
from pos_app.till.sync.plan import CUSTOMERS_AT_ONCE
from pos_app.till.sync.step import Step

SOON_S = 10.0
PHONES = [f"+42077700000{n}" for n in range(5)]


@dataclass
class Hand:
    """A courier that does as the test says, and settles what it is given if nothing is said."""

    store: DatabaseThread[TillStore]
    now: Callable[[], datetime]
    first: Callable[[Posting], object] = lambda _posting: None
    rests_s: dict[str, float] = field(default_factory=dict)
    """Who is not served, but told to rest for so long."""
    tried: list[str] = field(default_factory=list)

    def deliver(self, posting: Posting) -> Step:
        self.tried.append(posting.phone)
        self.first(posting)
        if posting.phone in self.rests_s:
            return Step(posting, rest_s=self.rests_s[posting.phone])
        sent = self.store.call(lambda it: it.begin_sending(posting.transaction_id, at=self.now()))
        return Step(
            self.store.call(lambda it: it.finish(sent.transaction_id, state=PostingState.APPLIED, answer="Done.", at=self.now()))
        )


@dataclass
class Desk:
    """A messenger and everything that it tells."""

    hand: Hand
    blocked: bool = False
    at_once: int = CUSTOMERS_AT_ONCE
    meanwhile: Callable[[], object] = lambda: None
    """Done by somebody in the moment in which it is looked whether it is blocked."""
    changed: Callable[[], object] = lambda: None
    monotonic: Callable[[], float] = time.monotonic
    events: list[Event] = field(default_factory=list)
    changes: int = 0

    def __post_init__(self) -> None:
        self._counting = threading.Lock()
        told = Events()
        told.subscribe(self.events.append)
        self.gate = Gate(backoff=Backoff(random.Random(2), first_s=0.01), monotonic=time.monotonic)
        self.gate.passed()
        self.messenger = Messenger(
            store=self.hand.store,
            courier=self.hand,
            gate=self.gate,
            events=told,
            backoff=Backoff(random.Random(1), first_s=0.01, longest_s=0.02),
            monotonic=lambda: self.monotonic(),
            changed=self._changed,
            blocked=self._blocked,
            at_once=self.at_once,
        )

    def _changed(self) -> None:
        with self._counting:
            self.changes += 1
        self.changed()

    def _blocked(self) -> bool:
        blocked = self.blocked
        self.meanwhile()
        return blocked

    def waits(self, *phones: str, done: Callable[[], bool], timeout_s: float = 3_600.0) -> None:
        """Somebody waits for these customers, and is let go before the test runs out of patience."""
        self._ends(lambda: self.messenger.wait_for(set(phones), done, timeout_s))

    def idles(self, *, timeout_s: float = 3_600.0, patient: bool = True) -> None:
        """Somebody waits until nothing is due, and is let go before the test runs out of patience."""
        self._ends(lambda: self.messenger.wait_idle(timeout_s, patient=patient))

    def _ends(self, waiting: Callable[[], None]) -> None:
        waits = threading.Thread(target=waiting, daemon=True)
        waits.start()
        waits.join(SOON_S)
        assert not waits.is_alive()

    def stops(self) -> list[MessengerStopped]:
        return [each for each in self.events if isinstance(each, MessengerStopped)]
