"""The messenger: one thread that plans, a few that send (``delivery.md`` §4, ``architecture.md``).

What is due is asked of the disk each time; memory only holds who is being served and who waits how long. Stopping is safe at any
moment: a posting cut off while sending is UNKNOWN at the next start.
"""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Collection, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from pos_app.loyalty.errors import DiskTrouble
from pos_app.loyalty.sale import Posting
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.events import Events, MessengerStopped, PostingChanged
from pos_app.till.sync.backoff import Backoff
from pos_app.till.sync.gate import Gate
from pos_app.till.sync.guard import Delivers
from pos_app.till.sync.plan import CUSTOMERS_AT_ONCE, Outlook, Plan
from pos_app.till.sync.step import Step

DISK_RETRY_S = 5.0


class Messenger:
    """Start, wake, stop. Thread-safe."""

    def __init__(
        self,
        *,
        store: DatabaseThread[TillStore],
        courier: Delivers,
        gate: Gate,
        events: Events,
        backoff: Backoff,
        monotonic: Callable[[], float],
        changed: Callable[[], None],
        blocked: Callable[[], bool] = lambda: False,
    ) -> None:
        """``changed`` is called after every change of the queue, from the messenger's threads; ``blocked``: see Plan."""
        self._store = store
        self._courier = courier
        self._gate = gate
        self._events = events
        self._blocked = blocked
        self._plan = Plan(gate=gate, backoff=backoff, blocked=blocked)
        self._monotonic = monotonic
        self._changed = changed
        self._condition = threading.Condition()
        self._stopping = False
        self._woken = True
        self._planning = False
        self._rounds = 0
        self._thread: threading.Thread | None = None
        self._senders: ThreadPoolExecutor | None = None
        self.failure: str = ""
        """Set when a bug stopped the messenger."""

    def start(self) -> None:
        """Begin delivering."""
        self._senders = ThreadPoolExecutor(CUSTOMERS_AT_ONCE, thread_name_prefix="sender")
        self._thread = threading.Thread(target=self._run, name="messenger")
        self._thread.start()

    def stop(self, *, timeout_s: float = 20.0) -> bool:
        """Finish the tries on their way (a request has a deadline of its own) and end; False if it took too long."""
        with self._condition:
            self._stopping = True
            self._condition.notify_all()
        if self._thread is not None:
            self._thread.join(timeout_s)
        if self._senders is not None:
            self._senders.shutdown(wait=True)
        return self._thread is None or not self._thread.is_alive()

    def wake(self) -> None:
        """There may be something new to send."""
        with self._condition:
            self._woken = True
            self._condition.notify_all()

    def send_now(self) -> None:
        """Try everything again at once: somebody asked."""
        self._gate.ajar()
        self._try_again()

    def came_back(self) -> None:
        """The connection is there again: try everything again, but not in the same moment as every other till."""
        self._gate.came_back()
        self._try_again()

    def due_in_s(self, customer: str) -> float | None:
        """Seconds until the next try for a customer (:attr:`Posting.customer_key`); None: one is under way."""
        with self._condition:
            return self._plan.due_in_s(customer, self._monotonic())

    def outlook(self, customers: Collection[str]) -> Outlook:
        """When what these customers wait for is tried next. May wait for the disk."""
        blocked = self._blocked()
        with self._condition:
            outlook = self._plan.outlook(customers, self._monotonic())
            return replace(outlook, stopped=blocked or bool(self.failure))

    def wait_idle(self, timeout_s: float, *, patient: bool) -> None:
        """Block until nothing is due, or the time is over; not ``patient``: also as soon as the endpoint does not answer."""
        end = self._monotonic() + timeout_s
        with self._gate.awaited(), self._condition:
            seen = self._rounds
            # One more look at the queue: the last one may have been before what the caller has just saved.
            self._woken = True
            self._condition.notify_all()
            while not self._stopping and not self.failure:
                settled = self._rounds > seen and not (self._woken or self._planning or self._plan.serving)
                if settled and not (patient and self._plan.waits_for_something(self._monotonic())):
                    return
                left = end - self._monotonic()
                if left <= 0:
                    return
                self._condition.wait(left)

    def wait_for(self, customers: Set[str], done: Callable[[], bool], timeout_s: float) -> None:
        """Try these customers at once, before all others, and block until ``done()`` (asked after every change; may use the disk).

        Also ends when the time is over, when all that is left of them rests after a try, and when the endpoint does not answer.
        """
        end = self._monotonic() + timeout_s
        with self._condition:
            self._plan.hurry(customers)
        self._gate.ajar()
        self.wake()
        try:
            with self._gate.awaited():
                self._wait_for(customers, done, end)
        finally:
            with self._condition:
                self._plan.hurried(customers)

    def _wait_for(self, customers: Set[str], done: Callable[[], bool], end: float) -> None:
        with self._condition:
            seen = changes = self._rounds
        while not done():
            with self._condition:
                now = self._monotonic()
                tried = self._rounds > seen and not self._plan.serves_any(customers) and not self._woken
                if self._stopping or now >= end or (tried and self._plan.rests(customers, now)):
                    return
                if self._rounds == changes:
                    self._condition.wait(end - now)
                changes = self._rounds

    def _try_again(self) -> None:
        with self._condition:
            self._plan.forget_rests()
        self.wake()

    def _run(self) -> None:
        try:
            while not self._stopping:
                wait_s = self._round()
                with self._condition:
                    self._planning = False
                    self._rounds += 1
                    self._condition.notify_all()
                    if not self._woken and not self._stopping:
                        self._condition.wait(wait_s)
        except Exception as error:
            # A bug: stop visibly, sell on. The window tells; every sale is on the disk.
            self._fail(error)
            raise

    def _round(self) -> float | None:
        """Hand out what is due; the seconds until the next look, None: until woken."""
        with self._condition:
            self._woken = False
            self._planning = True
            try:
                turn = self._plan.turn(self._monotonic())
            except DiskTrouble:
                return DISK_RETRY_S
        if not turn.free:
            return turn.wait_s
        try:
            due = self._store.call(lambda store: self._plan.due(store, turn))
        except DiskTrouble:
            return DISK_RETRY_S
        for posting in due:
            self._hand_out(posting)
        with self._condition:
            return self._plan.wait_s(self._monotonic())

    def _hand_out(self, posting: Posting) -> None:
        assert self._senders is not None  # noqa: S101 - started
        with self._condition:
            self._plan.begins(posting)
        self._senders.submit(self._serve, posting)

    def _serve(self, posting: Posting) -> None:
        step: Step | None = None
        try:
            step = self._courier.deliver(posting)
            self._events.emit(PostingChanged(step.posting))
        except DiskTrouble:
            # The disk does not take the answer: the posting stays as it is there, and is tried again after a rest.
            pass
        except Exception as error:
            self._fail(error)
            raise
        finally:
            with self._condition:
                self._plan.ends(posting, step, self._monotonic())
                self._woken = True
                self._condition.notify_all()
        self._changed()

    def _fail(self, error: Exception) -> None:
        where = traceback.extract_tb(error.__traceback__)[-1]
        with self._condition:
            self.failure = f"{type(error).__name__} at {where.name}:{where.lineno}"
            self._stopping = True
            self._condition.notify_all()
        self._events.emit(MessengerStopped(self.failure))
