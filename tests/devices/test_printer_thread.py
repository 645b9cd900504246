"""The printer's thread: nobody waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from pos_app.devices.printer.thread import PrinterThread
from pos_app.loyalty.errors import NotPrinted, PrinterProblem

WAIT_S = 20.0


@pytest.fixture
def thread() -> Iterator[PrinterThread]:
    made = PrinterThread(most=2)
    yield made
    made.close(grace_s=WAIT_S)


def stuck(release: threading.Event, begun: threading.Event) -> Callable[[], None]:
    def job() -> None:
        begun.set()
        assert release.wait(WAIT_S)

    return job


def test_jobs_come_out_in_their_order(thread: PrinterThread) -> None:
    out: list[int] = []
    release, begun = threading.Event(), threading.Event()
    thread.submit(stuck(release, begun))
    assert begun.wait(WAIT_S)
    jobs = [thread.submit(lambda n=n: out.append(n)) for n in range(2)]  # type: ignore[misc]
    assert out == []
    release.set()
    for job in jobs:
        job.result(WAIT_S)
    assert out == [0, 1]


def test_too_many_slips_are_refused_at_once_and_none_is_forgotten_silently(thread: PrinterThread) -> None:
    release, begun = threading.Event(), threading.Event()
    first = thread.submit(stuck(release, begun))
    assert begun.wait(WAIT_S)
    waiting = [thread.submit(lambda: None) for _ in range(2)]
    refused = thread.submit(lambda: None)
    error = refused.exception(timeout=0)
    assert isinstance(error, NotPrinted)
    assert error.why is PrinterProblem.TOO_MANY
    release.set()
    for job in (first, *waiting):
        job.result(WAIT_S)


def test_a_job_that_fails_leaves_the_next_one_alone(thread: PrinterThread) -> None:
    def fails() -> None:
        raise NotPrinted(PrinterProblem.NO_PAPER)

    failed, fine = thread.submit(fails), thread.submit(lambda: None)
    with pytest.raises(NotPrinted, match="no paper"):
        failed.result(WAIT_S)
    fine.result(WAIT_S)


def test_the_end_of_the_program_does_not_wait_for_a_printer_that_hangs() -> None:
    thread = PrinterThread()
    release, begun = threading.Event(), threading.Event()
    hangs = thread.submit(stuck(release, begun))
    waiting = thread.submit(lambda: None)
    assert begun.wait(WAIT_S)
    thread.close(grace_s=0.01)
    assert waiting.cancelled()
    assert thread.submit(lambda: None).cancelled()
    assert not hangs.done()
    release.set()
    hangs.result(WAIT_S)


def test_no_thread_is_started_for_a_till_that_prints_nothing() -> None:
    before = threading.active_count()
    PrinterThread().close(grace_s=1)
    assert threading.active_count() == before
