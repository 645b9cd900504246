"""What the till tells whoever listens: frozen values, sent from worker threads."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from pos_app.loyalty.account import Account
from pos_app.loyalty.sale import Posting
from pos_app.store.home import Held


class Connection(Enum):
    """How the server can be talked to, by our own last request. Its text is a promise of the command line."""

    UNTRIED = "untried"
    ONLINE = "online"
    SLOW = "slow"
    OFFLINE = "offline"
    PORTAL = "portal"
    KEY_REFUSED = "key_refused"
    NO_KEY = "no_key"
    """The keyring is locked, or holds no key: sales are kept, nothing is sent."""
    CLOCK = "clock"
    SERVER = "server"
    WRONG_ACCOUNT = "wrong_account"

    @property
    def asks_for_key(self) -> bool:
        """Whether another key would help."""
        return self in (Connection.KEY_REFUSED, Connection.NO_KEY, Connection.WRONG_ACCOUNT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The till at a glance."""

    connection: Connection = Connection.UNTRIED
    waiting: int = 0
    """Sales' postings on their way, those that need a person left out."""
    needs_person: int = 0
    account: Account | None = None
    writes_stopped: str = ""
    """Why no balance is written until a person allows it again; empty: they are. May hold outside text."""
    next_try_at: float | None = None
    """When the closed way to the server is tried again by itself, by ``time.monotonic()``; None or a moment gone by: it is open."""
    held: Held = Held.NO
    """Why nothing at all is sent until a person says how it is with this till's data."""
    clock_behind_min: int = 0
    """How many minutes this computer's clock is behind (ahead: negative) by PassQuare's last answer; 0: it is right enough."""

    @property
    def stopped(self) -> bool:
        """Whether nothing goes out until a person says so."""
        return bool(self.writes_stopped) or self.held is not Held.NO


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """The status is another one now."""

    status: Status


@dataclass(frozen=True, slots=True)
class PostingChanged:
    """A posting went into another state."""

    posting: Posting


@dataclass(frozen=True, slots=True)
class SalesChanged:
    """Sales were saved, taken back, or decided about: those with these ids, maybe none, are other than they were."""

    sale_ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class MessengerStopped:
    """A bug stopped the delivery. Every sale is safe on the disk; the window must say so."""

    error: str


@dataclass(frozen=True, slots=True)
class WindowWanted:
    """Somebody started the till once more: its window is to come to the front."""


@dataclass(frozen=True, slots=True)
class UpdatesChanged:
    """What is known of new versions, or done about them, is something else now."""


@dataclass(frozen=True, slots=True)
class InstallWanted:
    """A new version is to be installed: the window is to close."""


Event = StatusChanged | PostingChanged | SalesChanged | MessengerStopped | WindowWanted | UpdatesChanged | InstallWanted


class Events:
    """Hands each event to every listener, in the thread it happened in. Listeners must be quick and must not raise."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[Callable[[Event], None]] = []

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Tell ``listener`` of every event from now on; call what is returned to end that."""
        with self._lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def emit(self, event: Event) -> None:
        """Tell everybody."""
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(event)
