"""The thread that prints, one job after another. Nobody waits for it: not who sells, not the window, not the end of the program."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future

from pos_app.loyalty.errors import NotPrinted, PrinterProblem

_MOST = 8
Job = Callable[[], None]


class PrinterThread:
    """Thread-safe. ``most``: jobs that may wait behind the one that is being printed."""

    def __init__(self, *, most: int = _MOST) -> None:
        self._jobs: queue.Queue[tuple[Job, Future[None]] | None] = queue.Queue(most)
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    def submit(self, job: Job) -> Future[None]:
        """Do this after all before it; raises through the Future what it raises, and NotPrinted if too many wait."""
        future: Future[None] = Future()
        with self._starting:
            if self._closed:
                future.cancel()
                return future
            if self._thread is None:
                self._thread = threading.Thread(target=self._serve, name="printer", daemon=True)
                self._thread.start()
            try:
                self._jobs.put_nowait((job, future))
            except queue.Full:
                future.set_exception(NotPrinted(PrinterProblem.TOO_MANY))
        return future

    def close(self, *, grace_s: float) -> None:
        """Take nothing more. What is being printed has ``grace_s`` to come to its end; after that it ends with the program."""
        with self._starting:
            self._closed = True
            thread = self._thread
        self._drop_waiting()
        if thread is not None:
            self._jobs.put(None)
            thread.join(grace_s)

    def _drop_waiting(self) -> None:
        while True:
            try:
                waiting = self._jobs.get_nowait()
            except queue.Empty:
                return
            if waiting is not None:
                waiting[1].cancel()

    def _serve(self) -> None:
        while (next_ := self._jobs.get()) is not None:
            job, future = next_
            if not future.set_running_or_notify_cancel():
                continue
            try:
                job()
            except BaseException as error:  # noqa: BLE001 - whoever asked gets it, a bug included
                future.set_exception(error)
            else:
                future.set_result(None)
