"""What the Sync centre shows: what needs a person, what waits and when it is tried next, and how the machine and the line are."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import TypeVar

from pos_app.loyalty.sale import Posting, PostingState, Sale
from pos_app.store.backlog import Entry
from pos_app.store.customer_cache import CustomerCache
from pos_app.store.records import SaleRecord
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.daily_backup import BackupState
from pos_app.till.events import Event, Events, PostingChanged
from pos_app.till.settling import Matter, matter_of
from pos_app.till.sync.gate import Reach
from pos_app.till.sync.plan import Outlook

R = TypeVar("R")
WAITING_SHOWN = 200
MATTERS_SHOWN = 200


class Turn(Enum):
    """What something that waits is waiting for."""

    SENDING = auto()
    QUEUED = auto()
    """Its turn comes by itself, as soon as may be."""
    RESTS = auto()
    """Until the customer's next try."""
    CLOSED = auto()
    """The server does not serve anybody: until its next trial."""
    BEHIND = auto()
    """Something of the same customer needs a person first."""
    STOPPED = auto()
    """Nothing goes out until somebody says so, or the program is started anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """Something that needs a person."""

    matter: Matter
    record: SaleRecord
    behind: int
    """Entries of the same customer that wait for the decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """Something that is on its way by itself."""

    posting: Posting
    sale: Sale
    turn: Turn
    in_s: float | None = None
    """Seconds until the next try, where that is known; as of the moment it was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outstanding:
    """All that is not delivered."""

    stuck: tuple[Stuck, ...] = ()
    """Oldest first; at most MATTERS_SHOWN."""
    stuck_count: int = 0
    waiting: tuple[Waits, ...] = ()
    """Oldest first; at most WAITING_SHOWN."""
    waiting_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """How the line and the machine are."""

    reaches: tuple[Reach, ...] = ()
    """PassQuare's, then the CRM's where there is one."""
    customers: int = 0
    customers_at: datetime | None = None
    """When a customer was last read for searching; None: not since the program began."""
    sent_at: datetime | None = None
    """When the last posting that arrived was known to have."""
    roll_trouble: str = ""
    """Why the disk does not take the roll; may hold a file's name."""
    reserve: bool = True
    free_bytes: int = 0
    backup: BackupState | None = None


class Overview:
    """Every method answers at once with a Future, whose work may raise DiskTrouble. Thread-safe."""

    def __init__(
        self,
        *,
        store: DatabaseThread[TillStore],
        cache: DatabaseThread[CustomerCache],
        reaches: Callable[[], tuple[Reach, ...]],
        outlook: Callable[[Collection[str]], Outlook],
        customers_at: Callable[[], datetime | None],
        backups: Callable[[], BackupState],
        events: Events,
        desk: Executor,
        reads: Executor,
    ) -> None:
        """``outlook``: see Messenger. ``customers_at``: see Refresher. ``desk`` and ``reads``: see ``assemble``."""
        self._desk = desk
        self._reads = reads
        self._store = store
        self._cache = cache
        self._reaches = reaches
        self._outlook = outlook
        self._customers_at = customers_at
        self._backups = backups
        self._sent_at: datetime | None = None
        events.subscribe(self._heard)

    def outstanding(self) -> Future[Outstanding]:
        """What is not delivered at this moment."""
        return self._desk.submit(self._outstanding)

    def condition(self) -> Future[Condition]:
        """How everything is at this moment."""
        return self._desk.submit(self._condition)

    def later(self, work: Callable[[], R]) -> Future[R]:
        """Have something that blocks for long done, for a window that must not wait."""
        return self._reads.submit(work)

    def everything(self) -> list[Entry]:
        """All that is not delivered, oldest first. Blocks."""
        return self._store.call(lambda store: store.backlog.open())

    def _outstanding(self) -> Outstanding:
        stuck, entries, needs_person, waiting = self._store.call(_read)
        outlook = self._outlook({each.posting.customer_key for each in entries})
        held = {each.matter.posting.customer_key for each in stuck}
        return Outstanding(
            stuck=tuple(stuck),
            stuck_count=needs_person,
            waiting=tuple(_waits(each, outlook, held) for each in entries),
            waiting_count=waiting,
        )

    def _condition(self) -> Condition:
        path, (_found, trouble, reserve) = self._store.call(lambda store: (store.disk().path, store.roll_state()))
        if self._sent_at is None:
            self._sent_at = self._store.call(lambda store: store.backlog.last_applied_at())
        return Condition(
            reaches=self._reaches(),
            customers=self._cache.call(lambda cache: cache.count()),
            customers_at=self._customers_at(),
            sent_at=self._sent_at,
            roll_trouble=trouble,
            reserve=reserve,
            free_bytes=shutil.disk_usage(path.parent).free,
            backup=self._backups(),
        )

    def _heard(self, event: Event) -> None:
        if isinstance(event, PostingChanged) and event.posting.state is PostingState.APPLIED:
            self._sent_at = event.posting.settled_at


def _read(store: TillStore) -> tuple[list[Stuck], list[Entry], int, int]:
    counts = store.counts()
    stuck = [_stuck(store, each) for each in store.backlog.stuck(limit=MATTERS_SHOWN)] if counts.needs_person else []
    return stuck, store.backlog.waiting(limit=WAITING_SHOWN), counts.needs_person, counts.waiting


def _stuck(store: TillStore, entry: Entry) -> Stuck:
    record = store.sale(entry.posting.sale_id)
    assert record is not None, "a posting has a sale"  # noqa: S101 - an invariant
    line = store.line(entry.posting.customer_key)
    return Stuck(
        matter=matter_of(store, entry.posting.transaction_id),
        record=record,
        behind=sum(each.state is not PostingState.NEEDS_PERSON for each in line),
    )


def _waits(entry: Entry, outlook: Outlook, held: Collection[str]) -> Waits:
    customer = entry.posting.customer_key
    turn, in_s = Turn.QUEUED, None
    if entry.posting.state is PostingState.SENDING:
        turn = Turn.SENDING
    elif customer in held:
        turn = Turn.BEHIND
    elif outlook.stopped:
        turn = Turn.STOPPED
    elif outlook.opens_in_s > 0:
        turn, in_s = Turn.CLOSED, outlook.opens_in_s
    elif customer in outlook.rests_s:
        turn, in_s = Turn.RESTS, outlook.rests_s[customer]
    return Waits(posting=entry.posting, sale=entry.sale, turn=turn, in_s=in_s)
