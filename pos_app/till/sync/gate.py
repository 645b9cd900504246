"""The gate in front of an endpoint: open, closed until some moment, or ajar for one trial.

One bad answer about the endpoint (not about a posting) closes it for everybody, so that a dead server, a revoked key or a captive
portal costs one request at a time. It is the till's only idea of "online", made from our own last request.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pos_app.loyalty.errors import KeyRefused, KeyringTrouble, NotSent, PosError, SlowDown, Trouble, Unknown
from pos_app.till.events import Connection
from pos_app.till.sync.backoff import Backoff

KEY_PROBE_S = 300.0
OUTAGE_S = 60.0
"""An outage that lasted longer has met many tills, which all have something to send when it is over."""
_CONNECTION = {
    Trouble.OFFLINE: Connection.OFFLINE,
    Trouble.PORTAL: Connection.PORTAL,
    Trouble.TLS: Connection.SERVER,
    Trouble.CLOCK: Connection.CLOCK,
    Trouble.KEY: Connection.KEY_REFUSED,
    Trouble.SLOW: Connection.SLOW,
    Trouble.SERVER: Connection.SERVER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How an endpoint answered."""

    connection: Connection = Connection.UNTRIED
    answered_ago_s: float | None = None
    """Seconds since its last real answer; None: none since the program began."""
    took_s: float | None = None
    """How long its last measured answer took."""


class Gate:
    """Thread-safe. ``monotonic`` gives seconds."""

    def __init__(self, *, backoff: Backoff, monotonic: Callable[[], float]) -> None:
        self._lock = threading.Lock()
        self._backoff = backoff
        self._monotonic = monotonic
        self._failures = 0
        self._opens_at = 0.0
        self._down_since: float | None = None
        self._hurried = False
        self._waiting = 0
        self._flush_at = 0.0
        self._connection = Connection.UNTRIED
        self._foreign = False
        self._answered_at: float | None = None
        self._took_s: float | None = None

    def reach(self) -> Reach:
        """How its last request went."""
        connection = self.connection
        with self._lock:
            ago_s = None if self._answered_at is None else self._monotonic() - self._answered_at
            return Reach(connection=connection, answered_ago_s=ago_s, took_s=self._took_s)

    def took(self, seconds: float) -> None:
        """An answer was measured."""
        with self._lock:
            self._took_s = seconds

    @property
    def connection(self) -> Connection:
        """What the last request said."""
        with self._lock:
            return Connection.WRONG_ACCOUNT if self._foreign else self._connection

    @property
    def unwell(self) -> bool:
        """Whether the last request met trouble."""
        return self.connection not in (Connection.ONLINE, Connection.UNTRIED)

    def open_in_s(self) -> float:
        """Seconds until the gate lets something through; 0 or less: now."""
        with self._lock:
            return KEY_PROBE_S if self._foreign else max(self._opens_at, self._flush_at) - self._monotonic()

    @property
    def opens_at(self) -> float | None:
        """When it lets something through by itself, by the monotonic clock; None: it is open, or nobody knows."""
        with self._lock:
            at = max(self._opens_at, self._flush_at)
            return None if self._foreign or at <= self._monotonic() else at

    def width(self, most: int) -> int:
        """How many requests may be on their way: ``most``, or a single trial while the endpoint is not known to be well."""
        with self._lock:
            return most if self._connection is Connection.ONLINE else 1

    def passed(self) -> None:
        """A request got a real answer. After a long outage the rest waits a little longer, unless somebody asked for it."""
        with self._lock:
            now = self._monotonic()
            if self._down_since is not None and now - self._down_since > OUTAGE_S and not (self._hurried or self._waiting):
                self._flush_at = now + self._backoff.spread_s()
            self._down_since = None
            self._failures = 0
            self._opens_at = 0.0
            self._connection = Connection.ONLINE
            self._answered_at = now

    def failed(self, error: PosError) -> None:
        """A request met ``error``: remember what it says of the endpoint, and close for a while."""
        with self._lock:
            now = self._monotonic()
            self._failures += 1
            self._hurried = False
            wait_s = self._backoff.wait_s(self._failures)
            match error:
                case SlowDown():
                    self._connection, wait_s = Connection.SLOW, error.retry_after_s
                case KeyRefused():
                    self._connection, wait_s = Connection.KEY_REFUSED, KEY_PROBE_S
                case KeyringTrouble():
                    self._connection = Connection.NO_KEY
                case NotSent() | Unknown():
                    self._connection = _CONNECTION[error.trouble]
                case _:
                    raise ValueError("only what concerns the endpoint closes the gate") from error
            if self._down_since is None and self._connection is not Connection.NO_KEY:
                self._down_since = now
            self._opens_at = now + wait_s

    def ajar(self) -> None:
        """Let a trial through at once, and all the rest behind it if it is well: somebody waits for it."""
        with self._lock:
            self._opens_at = self._flush_at = 0.0
            self._hurried = True

    @contextmanager
    def awaited(self) -> Iterator[None]:
        """Somebody waits meanwhile: an outage that ends is over at once."""
        with self._lock:
            self._waiting += 1
        try:
            yield
        finally:
            with self._lock:
                self._waiting -= 1

    def came_back(self) -> None:
        """Let a trial through: another server got an answer. What waits after an outage still waits its random while.

        Not where this server itself asked for a pause, or did not accept its key: another's answer says nothing of that.
        """
        with self._lock:
            if self._connection not in (Connection.SLOW, Connection.KEY_REFUSED):
                self._opens_at = 0.0

    def of_account(self, *, ours: bool) -> None:
        """The key in use was proved to belong to this till's account, or to another: then nothing goes out until it is replaced."""
        with self._lock:
            self._foreign = not ours
