"""The status board: what the gates and the queue say, as one :class:`Status` that everybody is told of when it changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import PosError
from pos_app.passquare.transport.clock import minutes_off
from pos_app.store.home import Held
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.events import Connection, Events, Status, StatusChanged
from pos_app.till.sync.gate import Gate
from pos_app.till.sync.route_set import WRITES_STOPPED


class Board:
    """Thread-safe; the parts below report here from their threads."""

    def __init__(
        self, *, store: DatabaseThread[TillStore], gates: Sequence[Gate], events: Events, skew_s: Callable[[], float]
    ) -> None:
        """``gates``: PassQuare's first, that of where points go last. ``skew_s``: see Servers."""
        self._store = store
        self._gates = gates
        self._events = events
        self._skew_s = skew_s
        self._lock = threading.Lock()
        self._status = Status()

    @property
    def status(self) -> Status:
        """The till at a glance, as last known."""
        with self._lock:
            return self._status

    def told(self, gate: Gate, error: PosError | None) -> None:
        """A request through ``gate`` was answered, or met ``error``."""
        if error is None:
            gate.passed()
        else:
            gate.failed(error)
        self._update()

    def queue_changed(self) -> None:
        """Count the queue anew. Raises DiskTrouble."""
        counts, stopped, held = self._store.call(lambda store: (store.counts(), store.fact(WRITES_STOPPED), store.home.held))
        self._update(waiting=counts.waiting, needs_person=counts.needs_person, stopped=stopped, held=held)

    def account_told(self, account: Account) -> None:
        """PassQuare told the account."""
        self._update(account=account)

    def _update(
        self,
        *,
        waiting: int | None = None,
        needs_person: int | None = None,
        account: Account | None = None,
        stopped: str | None = None,
        held: Held | None = None,
    ) -> None:
        with self._lock:
            old = self._status
            fresh = replace(
                old,
                connection=_worst(self._gates),
                next_try_at=self._gates[-1].opens_at,
                waiting=old.waiting if waiting is None else waiting,
                needs_person=old.needs_person if needs_person is None else needs_person,
                account=account or old.account,
                held=old.held if held is None else held,
                writes_stopped=old.writes_stopped if stopped is None else stopped,
                clock_behind_min=self._clock_behind_min(old.clock_behind_min),
            )
            if fresh == old:
                return
            self._status = fresh
        self._events.emit(StatusChanged(fresh))

    def _clock_behind_min(self, before: int) -> int:
        off = minutes_off(self._skew_s())
        # A minute more or less is how long the answer was on its way.
        return before if before and off and abs(off - before) <= 1 else off


def _worst(gates: Sequence[Gate]) -> Connection:
    """What the connection pill says: the first gate in trouble, else whether anything has answered yet."""
    connections = [gate.connection for gate in gates]
    troubled = [each for each in connections if each not in (Connection.ONLINE, Connection.UNTRIED)]
    if troubled:
        return troubled[0]
    return Connection.ONLINE if Connection.ONLINE in connections else Connection.UNTRIED
