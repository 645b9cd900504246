"""Fills the search cache in the background, so that names and last digits find people who never came by this till.

PassQuare lists phones only, a page at a time; each that this till does not know yet, or read too long ago for the shop, is read, a
few a second. It stops at the first trouble and starts over later: what was read stays. Once everybody was looked at, those are
forgotten whom PassQuare has not told of for too long.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime

from pos_app.loyalty.errors import PosError, Refused
from pos_app.passquare.core import CoreClient
from pos_app.store.customer_cache import CustomerCache
from pos_app.store.thread import DatabaseThread
from pos_app.till.retention import Retention

PAUSE_S = 0.05
"""Between two customers: at most 20 reads a second."""
AGAIN_S = 1800.0
AFTER_TROUBLE_S = 60.0


class Refresher:
    """One thread, stopped at any moment."""

    def __init__(
        self, *, core: CoreClient, cache: DatabaseThread[CustomerCache], retention: Retention, now: Callable[[], datetime]
    ) -> None:
        self._core, self._retention = core, retention
        self._cache = cache
        self._now = now
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self.filled_at: datetime | None = None
        """When everybody had been looked at, or a customer was read (UTC); None: not yet."""

    def start(self) -> None:
        """Begin filling."""
        self._thread = threading.Thread(target=self._run, name="refresher")
        self._thread.start()

    def stop(self) -> None:
        """End; waits for a request on its way."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def fill(self, *, pause_s: float = 0.0, until: Callable[[], bool] = lambda: False) -> int:
        """Read every customer who is not known here yet, or read too long ago; how many were read. Stops early once ``until()``.

        Raises the transport's errors; what was read before stays.
        """
        listed = read = 0
        oldest = self._retention.oldest()
        for listed, phone in enumerate(self._core.all_customers(), 1):  # noqa: B007 - the last of them is looked at
            if until() or self._stop.wait(pause_s if read else 0.0):
                break
            read_at = self._cache.call(lambda cache, it=phone: cache.read_at(it))  # type: ignore[misc]
            if read_at is not None and (oldest is None or read_at >= oldest):
                continue
            asked_at = self._now()
            try:
                customer = self._core.read_customer(phone=phone, installs=True)
            except Refused:
                # Deleted since the page was made.
                continue
            self._cache.call(lambda cache, it=customer, at=asked_at: cache.put(it, at))  # type: ignore[misc]
            self.filled_at = asked_at
            read += 1
        else:
            self.filled_at = self._now()
            if listed:
                # Nobody at all: that is more likely a server's mistake.
                self._retention.forget_old()
        return read

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self.fill(pause_s=PAUSE_S)
                wait_s = AGAIN_S
            except PosError:
                wait_s = AFTER_TROUBLE_S
            self._stop.wait(wait_s)
