"""The thread that owns a file."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future, wait
from pathlib import Path

import pytest

from pos_app.loyalty.errors import DiskBusy, DiskTrouble
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from tests.store.shop import sale


class Notebook:
    """Something to own that remembers who used it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.threads = {threading.current_thread().name}
        self.closed_by = ""

    def write(self, line: str) -> int:
        self.threads.add(threading.current_thread().name)
        self.lines.append(line)
        return len(self.lines)

    def close(self) -> None:
        self.closed_by = threading.current_thread().name


@pytest.fixture
def thread() -> Iterator[DatabaseThread[Notebook]]:
    owner = DatabaseThread(Notebook, name="notebook")
    yield owner
    owner.close()


def test_everything_happens_in_the_one_named_thread(thread: DatabaseThread[Notebook]) -> None:
    notebook = thread.call(lambda it: it)
    assert thread.call(lambda it: it.write("one")) == 1
    thread.close()
    assert notebook.threads == {"notebook"}
    assert notebook.closed_by == "notebook"


def test_the_thread_is_no_daemon(thread: DatabaseThread[Notebook]) -> None:
    assert [each.daemon for each in threading.enumerate() if each.name == "notebook"] == [False]


def test_work_is_done_in_the_order_it_came(thread: DatabaseThread[Notebook]) -> None:
    def write(line: str) -> Future[int]:
        return thread.run(lambda it: it.write(line))

    futures = [write(str(number)) for number in range(200)]
    assert [future.result() for future in futures] == list(range(1, 201))
    assert thread.call(lambda it: it.lines) == [str(number) for number in range(200)]


def test_many_threads_may_ask_at_once(thread: DatabaseThread[Notebook]) -> None:
    def ask() -> None:
        for _each in range(50):
            thread.call(lambda it: it.write("line"))

    askers = [threading.Thread(target=ask) for _each in range(8)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert thread.call(lambda it: len(it.lines)) == 400


def test_an_error_reaches_whoever_asked_and_the_thread_goes_on(thread: DatabaseThread[Notebook]) -> None:
    def fail(_it: Notebook) -> None:
        raise KeyError("page")

    with pytest.raises(KeyError, match="page"):
        thread.call(fail)
    assert thread.call(lambda it: it.write("after")) == 1


def test_a_trouble_while_opening_is_raised_where_the_thread_was_made() -> None:
    def busy() -> Notebook:
        raise DiskBusy("held")

    with pytest.raises(DiskBusy, match="held"):
        DatabaseThread(busy, name="never")
    assert not [each for each in threading.enumerate() if each.name == "never"]


def test_closing_does_the_work_that_was_handed_in(thread: DatabaseThread[Notebook]) -> None:
    gate = threading.Event()
    thread.run(lambda _it: gate.wait(10))
    futures = [thread.run(lambda it: it.write("late")) for _each in range(20)]
    closer = threading.Thread(target=thread.close)
    closer.start()
    gate.set()
    closer.join(10)
    assert all(future.done() for future in futures)
    assert futures[-1].result() == 20


def test_a_closed_thread_takes_no_more_work(thread: DatabaseThread[Notebook]) -> None:
    thread.close()
    thread.close()
    with pytest.raises(RuntimeError, match="notebook is closed"):
        thread.run(lambda it: it.write("too late"))


def test_closing_does_not_wait_for_ever(thread: DatabaseThread[Notebook]) -> None:
    gate = threading.Event()
    stuck = thread.run(lambda _it: gate.wait(10))
    with pytest.raises(DiskTrouble, match="has not finished"):
        thread.close(wait_s=0.01)
    gate.set()
    wait([stuck])


def test_waiting_inside_the_thread_for_itself_is_refused(thread: DatabaseThread[Notebook]) -> None:
    with pytest.raises(RuntimeError, match="wait for itself"):
        thread.call(lambda it: thread.call(lambda _same: it))


def test_work_that_was_called_off_in_time_is_not_done(thread: DatabaseThread[Notebook]) -> None:
    gate = threading.Event()
    thread.run(lambda _it: gate.wait(10))
    future = thread.run(lambda it: it.write("never"))
    assert future.cancel()
    gate.set()
    assert thread.call(lambda it: it.lines) == []


def test_what_closing_raises_is_raised_where_it_was_asked_for() -> None:
    class Stubborn(Notebook):
        def close(self) -> None:
            raise DiskTrouble("full")

    thread = DatabaseThread(Stubborn, name="stubborn")
    with pytest.raises(DiskTrouble, match="full"):
        thread.close()


def test_a_store_is_used_from_any_thread_through_its_own(till_db: Path) -> None:
    thread = DatabaseThread(lambda: TillStore.open(till_db), name="till-store")
    made, postings = sale()
    assert thread.call(lambda store: store.save_sale(made, postings)).fresh
    with pytest.raises(DiskBusy):
        DatabaseThread(lambda: TillStore.open(till_db, lock_wait_s=0.05), name="second")
    thread.close()
    again = DatabaseThread(lambda: TillStore.open(till_db), name="till-store")
    record = again.call(lambda store: store.sale(made.sale_id))
    assert record is not None
    assert record.sale == made
    again.close()
