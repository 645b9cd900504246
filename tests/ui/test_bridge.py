from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.loyalty.errors import DiskTrouble, PosError
from pos_app.till.events import Event, Status, StatusChanged
from pos_app.ui.bridge import Bridge


class Bell:
    """What the bridge needs of a till."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[Event], None]] = []

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener) if listener in self.listeners else None

    def ring(self, event: Event) -> None:
        for listener in tuple(self.listeners):
            listener(event)


@pytest.fixture
def bell() -> Bell:
    return Bell()


@pytest.fixture
def bridge(qapp: QApplication, bell: Bell) -> Iterator[Bridge]:
    made = Bridge(bell)
    yield made
    made.close()


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as threads:
        yield threads


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def unexpected(answer: object) -> None:
    pytest.fail(f"nobody asked for {answer!r} any more")


def test_an_answer_of_another_thread_comes_in_this_one(bridge: Bridge, pool: ThreadPoolExecutor, qtbot: QtBot) -> None:
    came: list[tuple[int, QThread]] = []
    bridge.run(pool.submit(lambda: 7), lambda answer: came.append((answer, QThread.currentThread())), unexpected)
    qtbot.waitUntil(lambda: bool(came))
    assert came == [(7, QApplication.instance().thread())]  # type: ignore[union-attr]


def test_an_answer_that_is_there_already_never_comes_inside_the_call(bridge: Bridge) -> None:
    came: list[int] = []
    ready: Future[int] = Future()
    ready.set_result(7)
    bridge.run(ready, came.append, unexpected)
    assert came == []
    settle()
    assert came == [7]


def test_an_expected_error_goes_to_its_own_place(bridge: Bridge) -> None:
    came: list[PosError] = []
    broken: Future[int] = Future()
    trouble = DiskTrouble("full")
    broken.set_exception(trouble)
    bridge.run(broken, unexpected, came.append)
    settle()
    assert came == [trouble]


def test_a_bug_in_a_worker_is_not_swallowed(bridge: Bridge, qtbot: QtBot) -> None:
    broken: Future[int] = Future()
    broken.set_exception(ZeroDivisionError())
    with qtbot.capture_exceptions() as caught:
        bridge.run(broken, unexpected, unexpected)
        settle()
    assert [kind for kind, _error, _trace in caught] == [ZeroDivisionError]


def test_what_was_cancelled_never_comes_even_if_it_waits_already(bridge: Bridge) -> None:
    ready: Future[int] = Future()
    pending = bridge.run(ready, unexpected, unexpected)
    ready.set_result(7)
    pending.cancel()
    settle()


def test_nothing_comes_after_closing(bridge: Bridge, bell: Bell) -> None:
    late: Future[int] = Future()
    waiting: Future[int] = Future()
    bridge.run(late, unexpected, unexpected)
    bridge.run(waiting, unexpected, unexpected)
    bridge.happened.connect(unexpected)
    waiting.set_result(7)
    bridge.close()
    late.set_result(7)
    bell.ring(StatusChanged(Status()))
    settle()
    assert not bell.listeners
    bridge.close()


def test_a_bridge_that_qt_deleted_is_left_alone(qapp: QApplication, bell: Bell, pool: ThreadPoolExecutor) -> None:
    made = Bridge(bell)
    late: Future[int] = Future()
    made.run(late, unexpected, unexpected)
    listener = bell.listeners[0]
    del made
    gc.collect()
    pool.submit(late.set_result, 7).result()
    pool.submit(listener, StatusChanged(Status())).result()
    settle()


def test_a_closing_till_that_cancels_its_work_is_no_error(bridge: Bridge) -> None:
    given_up: Future[int] = Future()
    bridge.run(given_up, unexpected, unexpected)
    given_up.cancel()
    settle()


def test_events_keep_their_order_and_come_in_this_thread(bridge: Bridge, bell: Bell, qtbot: QtBot) -> None:
    came: list[Any] = []
    bridge.happened.connect(lambda event: came.append((event.status.waiting, threading.current_thread())))

    def ring() -> None:
        for n in range(50):
            bell.ring(StatusChanged(Status(waiting=n)))

    ringing = threading.Thread(target=ring)
    ringing.start()
    qtbot.waitUntil(lambda: len(came) == 50)
    ringing.join()
    assert came == [(n, threading.main_thread()) for n in range(50)]
