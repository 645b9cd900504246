"""A thread that owns one open file: everybody else hands it work and gets a Future."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Generic, Protocol, TypeVar

from pos_app.loyalty.errors import DiskTrouble

CLOSE_WAIT_S = 10.0


class Closable(Protocol):
    """What can be owned."""

    def close(self) -> None:
        """Let go."""
        ...


T = TypeVar("T", bound=Closable)
R = TypeVar("R")


class DatabaseThread(Generic[T]):
    """Opens T in a thread of its own, runs work on it there one by one in the order it came, and closes it there.

    Thread-safe. Not a daemon: the program does not end before what was promised is on the disk, so :meth:`close` must be called.
    """

    def __init__(self, open_it: Callable[[], T], *, name: str) -> None:
        """Start the thread and wait until ``open_it`` is through; what that raises is raised here."""
        self._name = name
        self._work: SimpleQueue[Callable[[T], None] | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._closing = False
        self._owned: T | None = None
        self._ended: Future[None] = Future()
        opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._live, args=(open_it, opened), name=name, daemon=False)
        self._thread.start()
        try:
            opened.result()
        except BaseException:
            # Also when waiting was interrupted: nobody could close the thread any more.
            self._end()
            raise

    def run(self, fn: Callable[[T], R]) -> Future[R]:
        """Have ``fn`` run in the thread; the Future holds what it returns or raises. Raises RuntimeError once closed."""
        future: Future[R] = Future()

        def work(owned: T) -> None:
            _fulfil(future, fn, owned)

        with self._lock:
            if self._closing:
                raise RuntimeError(f"{self._name} is closed")
            self._work.put(work)
        return future

    def call(self, fn: Callable[[T], R]) -> R:
        """Have ``fn`` run in the thread and wait for it. Not from inside the thread, where it would wait for itself."""
        if threading.current_thread() is self._thread:
            raise RuntimeError(f"{self._name} would wait for itself")
        return self.run(fn).result()

    def give_way(self) -> None:
        """From inside the thread, by work that takes long: do what was handed in meanwhile, and come back."""
        if threading.current_thread() is not self._thread or self._owned is None:
            raise RuntimeError(f"{self._name} gives way only to its own work")
        for _each in range(self._work.qsize()):
            work = self._work.get()
            if work is None:
                # The end comes after the work that is under way, and nothing comes after it.
                self._work.put(None)
                return
            work(self._owned)

    def close(self, *, wait_s: float = CLOSE_WAIT_S) -> None:
        """Finish the work that was handed in, close T and end the thread. Twice is once.

        Raises DiskTrouble if that takes longer than ``wait_s``, and what closing T raised.
        """
        self._end()
        self._thread.join(wait_s)
        if self._thread.is_alive():
            raise DiskTrouble(f"The disk has not finished its work ({self._name}) after {wait_s:g} s.")
        self._ended.result()

    def _end(self) -> None:
        with self._lock:
            if not self._closing:
                self._closing = True
                self._work.put(None)

    def _live(self, open_it: Callable[[], T], opened: Future[None]) -> None:
        try:
            owned = open_it()
        except BaseException as error:  # noqa: BLE001 - raised by the constructor, in the thread that called it
            self._ended.set_result(None)
            opened.set_exception(error)
            return
        self._owned = owned
        opened.set_result(None)
        while (work := self._work.get()) is not None:
            work(owned)
            del work
        self._owned = None
        _fulfil(self._ended, lambda it: it.close(), owned)


def _fulfil(future: Future[R], fn: Callable[[T], R], owned: T) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = fn(owned)
    except BaseException as error:  # noqa: BLE001 - it belongs to whoever asked: the Future raises it there
        future.set_exception(error)
        # The error's traceback holds this frame, and this frame the future that holds the error.
        del future
    else:
        future.set_result(result)
