"""The messenger: one thread that plans, a few that send (``delivery.md`` §4, ``architecture.md``).

What is due is asked of the disk each time; memory only holds who is being served and who waits how long. Stopping is safe at any
moment: a posting cut off while sending is UNKNOWN at the next start.
"""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Collection, Set
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
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
STOP_S = 20.0


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
        at_once: int = CUSTOMERS_AT_ONCE,
    ) -> None:
        """``changed`` is called after every change of the queue, from the messenger's threads; the last two: see Plan."""
        self._store = store
        self._courier = courier
        self._gate = gate
        self._events = events
        self._blocked = blocked
        self._plan = Plan(gate=gate, backoff=backoff, blocked=blocked, at_once=at_once)
        self._monotonic = monotonic
        self._changed = changed
        self._condition = threading.Condition()
        self._stopping = False
        self._woken = False
        self._planning = False
        self._looks_again = False
        """Whether it does so by itself, a while after its last look."""
        self._rounds = 0
        self._thread = threading.Thread(target=self._run, name="messenger")
        self._senders = ThreadPoolExecutor(at_once, thread_name_prefix="sender")
        self.failure: str = ""
        """Set when a bug stopped the messenger."""

    def start(self) -> None:
        """Begin delivering."""
        self._thread.start()

    def stop(self, *, timeout_s: float = STOP_S) -> bool:
        """Finish the tries on their way (a request has a deadline of its own) and end; False if it took too long."""
        with self._condition:
            self._stopping = True
            self._condition.notify_all()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        self._senders.shutdown()
        return not self._thread.is_alive()

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
        with self._gate.awaited(), self._condition:
            # One more look at the queue: the last one may have been before what the caller has just saved.
            self.wake()
            self._condition.wait_for(lambda: self._stopping or self._is_idle(patient=patient), timeout_s)

    def _is_idle(self, *, patient: bool) -> bool:
        return not (self._looking or self._plan.serving or (patient and self._looks_again))

    def wait_for(self, customers: Set[str], done: Callable[[], bool], timeout_s: float) -> None:
        """Try these customers at once, before all others, and block until ``done()`` (asked after every change; may use the disk).

        Also ends when the time is over, when all that is left of them rests after a try, and when the endpoint does not answer.
        """
        end = self._monotonic() + timeout_s
        with self._condition:
            self._plan.hurry(customers)
            seen = self._rounds
        self._gate.ajar()
        self.wake()
        try:
            with self._gate.awaited():
                while not done():
                    with self._condition:
                        left_s = end - self._monotonic()
                        if not self._condition.wait_for(lambda: self._stopping or self._rounds > seen, left_s):  # noqa: B023
                            return
                        seen = self._rounds
                        if self._stopping or self._came_to_nothing(customers):
                            return
        finally:
            with self._condition:
                self._plan.hurried(customers)

    def _came_to_nothing(self, customers: Set[str]) -> bool:
        if self._looking or self._plan.serves_any(customers):
            return False
        return self._plan.rests(customers, self._monotonic())

    @property
    def _looking(self) -> bool:
        """Whether the queue is being looked at, or has to be."""
        return self._woken or self._planning

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
                    self._looks_again = wait_s is not None
                    self._rounds += 1
                    self._condition.notify_all()
                    self._condition.wait_for(lambda: self._woken or self._stopping, wait_s)
        except Exception as error:
            self._fail(error)
            raise

    def _round(self) -> float | None:
        """Hand out what is due; the seconds until the next look, None: until woken."""
        now = self._monotonic()
        try:
            with self._condition:
                self._woken = False
                self._planning = True
                turn = self._plan.turn(now)
            if not turn.free:
                return turn.wait_s
            due = self._store.call(lambda store: self._plan.due(store, turn))
        except DiskTrouble:
            return DISK_RETRY_S
        for posting in due:
            with self._condition:
                self._plan.begins(posting)
            self._senders.submit(self._serve, posting).add_done_callback(self._served)
        with self._condition:
            # Whose rest has ended since this look began is looked at again at once.
            return self._plan.wait_s(now)

    def _serve(self, posting: Posting) -> None:
        step: Step | None = None
        try:
            step = self._courier.deliver(posting)
            self._events.emit(PostingChanged(step.posting))
        except DiskTrouble:
            # The disk does not take the answer: the posting stays as it is there, and is tried again after a rest.
            pass
        finally:
            with self._condition:
                self._plan.ends(posting, step, self._monotonic())
                self.wake()
        with suppress(DiskTrouble):
            # What was counted stays as it was until the next change.
            self._changed()

    def _served(self, served: Future[None]) -> None:
        error = served.exception()
        if error is not None:
            self._fail(error)

    def _fail(self, error: BaseException) -> None:
        """A bug: stop visibly, sell on. Every sale is on the disk."""
        where = traceback.extract_tb(error.__traceback__)[-1]
        self.failure = f"{type(error).__name__} at {where.name}:{where.lineno}"
        # Who is let go after this has been told already.
        self._events.emit(MessengerStopped(self.failure))
        with self._condition:
            self._stopping = True
            self._condition.notify_all()
