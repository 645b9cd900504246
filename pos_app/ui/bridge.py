"""The one bridge from the till's threads to the window: futures and events become calls in the GUI thread.

Made in the GUI thread, owned by it, and closed before the till is. After ``close``, or once Qt has deleted it, nothing is
delivered any more: whatever a worker still brings is dropped at the gate, never emitted on a dead object.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from pos_app.loyalty.errors import PosError
from pos_app.till.events import Event

T = TypeVar("T")


class Subscribable(Protocol):
    """What the bridge needs of the till."""

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Tell ``listener`` of events, from other threads; call what is returned to end that."""


class Pending:
    """An answer that is on its way. Cancelling is final: it also drops an answer that waits in the event queue."""

    def __init__(self, then: Callable[[Any], None], failed: Callable[[PosError], None]) -> None:
        self._then, self._failed, self._wanted = then, failed, True

    def cancel(self) -> None:
        """Never deliver the answer. The work itself goes on: it may be a look-up that warms the cache."""
        self._wanted = False

    def deliver(self, future: Future[Any]) -> None:
        """Call whoever asked. An error outside the tree of expected ones is a bug and is raised here."""
        if not self._wanted:
            return
        self._wanted = False
        try:
            answer = future.result()
        except CancelledError:
            return  # the till is closing
        except PosError as error:
            self._failed(error)
        else:
            self._then(answer)


class _Gate:
    """What may still be rung from other threads. It outlives the QObject behind it, so it is safe to hold anywhere."""

    def __init__(self, ring: Callable[[], None]) -> None:
        self._lock = threading.Lock()
        self._ring: Callable[[], None] | None = ring
        self._box: deque[tuple[Pending, Future[Any]] | Event] = deque()

    def put(self, item: tuple[Pending, Future[Any]] | Event) -> None:
        """Any thread. While this holds the lock the QObject cannot be deleted."""
        with self._lock:
            if self._ring is not None:
                self._box.append(item)
                self._ring()

    def take(self) -> tuple[Pending, Future[Any]] | Event | None:
        with self._lock:
            return self._box.popleft() if self._box else None

    def shut(self) -> None:
        with self._lock:
            self._ring = None
            self._box.clear()


class Bridge(QObject):
    """See the module."""

    happened = Signal(object)
    """An ``Event`` of the till, in the GUI thread."""
    _arrived = Signal()

    def __init__(self, till: Subscribable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gate = gate = _Gate(self._arrived.emit)
        # Queued even within this thread: an answer never comes back inside the call that asked for it.
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(gate.shut)
        self._unsubscribe = till.subscribe(gate.put)

    def run(self, future: Future[T], then: Callable[[T], None], failed: Callable[[PosError], None]) -> Pending:
        """Call ``then`` with the result or ``failed`` with the expected error, in this thread, later."""
        pending, gate = Pending(then, failed), self._gate
        future.add_done_callback(lambda done: gate.put((pending, done)))
        return pending

    def close(self) -> None:
        """Deliver nothing from now on. May be called again."""
        self._unsubscribe()
        self._gate.shut()

    @Slot()
    def _deliver(self) -> None:
        item = self._gate.take()
        if item is None:
            return
        if isinstance(item, tuple):
            pending, future = item
            pending.deliver(future)
        else:
            self.happened.emit(item)
