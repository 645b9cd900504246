"""How long ago something was sent, by a clock that no one can set: for what may still be on its way (``delivery.md`` §4, §5)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from pos_app.loyalty.sale import Posting, PostingState

CLOCK_SLACK = timedelta(minutes=5)
"""So far a computer's clock is corrected without a word."""


class Quarantine:
    """Thread-safe. After a restart everything counts as sent at the start, unless it is known for how long nothing was."""

    def __init__(
        self, *, monotonic: Callable[[], float], length_s: float, quiet_s: Callable[[str], float] = lambda _customer: 0.0
    ) -> None:
        """``quiet_s``: for how long at least nothing of a customer was under way before this start, or since; may block."""
        self._monotonic = monotonic
        self._length_s = length_s
        self._quiet_s = quiet_s
        self._lock = threading.Lock()
        self._began = monotonic()
        self._first: dict[str, float] = {}
        self._last: dict[str, float] = {}
        self._changed: dict[str, float] = {}

    def begins(self, posting: Posting) -> None:
        """A request with it is about to leave; ``posting`` as it was before: what waited was nowhere until now, however old."""
        with self._lock:
            now = self._monotonic()
            if posting.state is PostingState.WAITING:
                self._first[posting.transaction_id] = now
            self._last[posting.transaction_id] = now

    def sent(self, posting: Posting) -> None:
        """A try is over."""
        with self._lock:
            self._last[posting.transaction_id] = self._monotonic()

    def settled(self, posting: Posting) -> None:
        """It needs no more watching."""
        with self._lock:
            self._first.pop(posting.transaction_id, None)
            self._last.pop(posting.transaction_id, None)
            if posting.state is PostingState.APPLIED:
                self._changed[posting.customer_key] = self._monotonic()

    def left_s(self, posting: Posting) -> float:
        """Seconds until nothing of its last try can still arrive; 0: none can."""
        return self._left_s(self._last, posting.transaction_id, posting.customer_key)

    def old_s(self, customer_key: str) -> float:
        """Seconds for which a server may still tell a customer's balance as it was before our last posting; 0: no longer."""
        return self._left_s(self._changed, customer_key, customer_key)

    def _left_s(self, since: dict[str, float], name: str, customer_key: str) -> float:
        with self._lock:
            mine = name in since
            passed_s = self._monotonic() - since.get(name, self._began)
        if not mine and passed_s < self._length_s:
            passed_s = max(passed_s, self._quiet_s(customer_key))
        return max(0.0, self._length_s - passed_s)

    def younger_than(self, posting: Posting, age: timedelta, *, now: datetime, seen: datetime | None = None) -> bool:
        """Whether its first try is certainly not as old as ``age``. A wall clock that cannot be right is not believed.

        ``seen``: the latest time that was noted after it, for a clock that was set back since.
        """
        with self._lock:
            first = self._first.get(posting.transaction_id)
            if first is not None:
                return self._monotonic() - first < age.total_seconds()
        if posting.first_sent_at is None:
            return False
        return now - posting.first_sent_at >= -CLOCK_SLACK and max(now, seen or now) - posting.first_sent_at < age
