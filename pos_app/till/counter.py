"""The counter: sales that were begun, kept on the disk a moment behind the typing, so that a crash loses none."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from pos_app.loyalty.errors import DiskTrouble
from pos_app.loyalty.unfinished import Shelf, Unfinished
from pos_app.store.unfinished import read_shelf, write_shelf

FRESH = timedelta(minutes=15)
"""So long after a crash the sale that was in front of the cashier comes back by itself; later it lies among those put aside."""
PAUSE_S = 0.3
"""Typing is written down once it pauses so long."""


class Counter:
    """Thread-safe. Writes in a thread of its own, which no sale waits for; ``close`` writes what is left."""

    def __init__(self, file: Path, *, sold: Callable[[str], bool], now: Callable[[], datetime], pause_s: float = PAUSE_S) -> None:
        """``sold``: whether the sale with this id is on the disk; it may block."""
        self._file, self._sold, self._now, self._pause_s = file, sold, now, pause_s
        self._changed = threading.Condition()
        self._wanted: Shelf | None = None
        self._last: Shelf | None = None
        self._closed = False
        self._thread: threading.Thread | None = None

    def found(self) -> Shelf:
        """What an earlier run of the program, or an earlier window of this one, left, without what was confirmed after all.

        Blocks on the disk.
        """
        with self._changed:
            kept = self._last
        shelf = read_shelf(self._file) if kept is None else kept
        held = tuple(each for each in shelf.held if not self._sold(each.ids.sale_id))
        current = shelf.current
        if current is None or self._sold(current.ids.sale_id):
            return Shelf(None, held)
        if abs(self._now() - current.begun_at) < FRESH:
            return Shelf(current, held)
        return Shelf(None, (current, *held))

    def keep(self, shelf: Shelf) -> None:
        """Write this down soon. Does not block."""
        with self._changed:
            if self._closed:
                return
            self._wanted = self._last = _dated(shelf, self._now())
            if self._thread is None:
                self._thread = threading.Thread(target=self._write_on, name="counter", daemon=True)
                self._thread.start()
            self._changed.notify()

    def begun(self) -> int:
        """How many sales are begun or put aside. Blocks on the disk."""
        shelf = self.found()
        return len(shelf.held) + (shelf.current is not None)

    def close(self) -> None:
        """Write what is left, and end. Blocks on the disk."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _write_on(self) -> None:
        while True:
            with self._changed:
                while self._wanted is None and not self._closed:
                    self._changed.wait()
                if not self._closed:
                    self._changed.wait(self._pause_s)
                shelf, self._wanted = self._wanted, None
            if shelf is None:
                return
            # A disk that does not take it will not take the sale either, and that is said then.
            with suppress(DiskTrouble):
                write_shelf(self._file, shelf)


def _dated(shelf: Shelf, now: datetime) -> Shelf:
    current: Unfinished | None = None if shelf.current is None else shelf.current.at(now)
    return replace(shelf, current=current)
