"""A thread that does the same thing every so often, until it is stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Rounds:
    """Waits first, then does. What raises ends it."""

    def __init__(self, do: Callable[[], object], *, every_s: float, name: str) -> None:
        self._do = do
        self._every_s = every_s
        self._name = name
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin."""
        self._thread = threading.Thread(target=self._run, name=self._name)
        self._thread.start()

    def stop(self) -> None:
        """End; waits for what is being done. Before ``start``, and twice, it is harmless."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def stopping(self) -> bool:
        """Whether somebody waits for the end."""
        return self._stop.is_set()

    def _run(self) -> None:
        while not self._stop.wait(self._every_s):
            self._do()
