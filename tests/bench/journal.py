"""What opening the Journal costs over 100,000 sales: time until its first rows are painted, until its sums are, and memory.

    .venv/bin/python -m tests.bench.journal [sales, 100,000 by default] [rounds, 5 by default]

A real window (offscreen) on a real till's files, without a server. In each round the page is left and opened again; the first
opening is told by itself, as is the same for a till that has sold nothing (the floor). Times are from Ctrl+2 to the painted list;
on a machine that has other things to do, the work (processor time of all threads) says more than the clock.
Memory is the growth of the process (RSS, Linux) over the first opening and over scrolling 2,000 rows down.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from pos_app.assemble import open_till, utc_now
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.secret import Secret
from pos_app.settings import KeyPlace, Server, Settings, Shop
from pos_app.ui import theme, words
from pos_app.ui.app import TillWindow
from pos_app.ui.shell import PageKey
from tests.bench.many_sales import fill

if TYPE_CHECKING:
    from collections.abc import Callable

SETTINGS = Settings(
    shop=Shop(name="Riverside Café", till="Till 2", currency="EUR", region="CZ", language="en"),
    server=Server(core_url="http://127.0.0.1:9/api/v2", crm_url="http://127.0.0.1:9/crm", account="riverside"),
    keys=KeyPlace.SESSION,
    till_id="bench",
)
KEYS = SessionKeys({KeyName.APP_KEY: Secret("a"), KeyName.CRM_KEY: Secret("b")})
SCROLLED = 2_000
_MEBIBYTE = 1024 * 1024


def resident() -> float:
    """MiB of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _MEBIBYTE


def until(true: Callable[[], bool]) -> None:
    # Asleep between events, as the program is: a loop that spins keeps the interpreter from the till's own threads.
    while not true():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def opened(window: TillWindow) -> tuple[float, float, float]:
    """Milliseconds until the rows, and until the sums, are on the screen; and of this program's processors until the rows were."""
    page, began, worked = window.journal, time.perf_counter(), time.process_time()
    window.shell.request_page(PageKey.JOURNAL)
    until(lambda: not page.presenter.loading)
    page.list.view.viewport().repaint()
    rows_ms, worked_ms = (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000
    until(lambda: page.presenter.summed)
    page.strip.repaint()
    sums_ms = (time.perf_counter() - began) * 1000
    until(lambda: page.presenter.story is not None or page.presenter.empty)
    return rows_ms, sums_ms, worked_ms


def measure(count: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = DataDir(Path(folder))
        place.make()
        if count:
            fill(place.till, count, until=utc_now())
        with open_till(SETTINGS, place, KEYS) as till:
            window = TillWindow(till)
            window.shell.show()
            QApplication.processEvents()
            before = resident()
            first = opened(window)
            grown = resident() - before
            times = []
            for _ in range(rounds):
                window.shell.request_page(PageKey.SALE)
                QApplication.processEvents()
                times.append(opened(window))
            told = f"{first[0]:.1f} ms ({first[2]:.1f} ms of work) to the rows, {first[1]:.1f} ms to the sums, {grown:+.1f} MiB"
            print(f"{count:>9,} sales: first opening {told}")
            rows, sums, worked = (median(each[index] for each in times) for index in range(3))
            print(f"{'':>9}        later, median of {rounds}: {rows:.1f} ms ({worked:.1f} ms of work), {sums:.1f} ms")
            if count > SCROLLED:
                scroll(window, before)
            window.close()


def scroll(window: TillWindow, before: float) -> None:
    """Down through what is found of a common name."""
    page = window.journal
    began = time.perf_counter()
    page.presenter.search("nov")
    until(lambda: not page.presenter.loading)
    found_ms = (time.perf_counter() - began) * 1000
    until(lambda: page.presenter.summed)
    summed_ms = (time.perf_counter() - began) * 1000
    began = time.perf_counter()
    while page.model.rowCount() < SCROLLED and page.presenter.has_more:
        rows = page.model.rowCount()
        page.list.view.scrollToBottom()
        until(lambda rows=rows: page.model.rowCount() > rows)  # type: ignore[misc]
    took = (time.perf_counter() - began) * 1000
    print(f"{'':>9}        a name typed: {found_ms:.1f} ms to its first rows, {summed_ms:.1f} ms to the sums of all days")
    print(
        f"{'':>9}        {page.model.rowCount():,} rows read in {took:.0f} ms, {resident() - before:+.1f} MiB since the beginning"
    )


def main() -> int:
    count = int(sys.argv[1].replace(",", "")) if len(sys.argv) > 1 else 100_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.install()
    words.speak("en")
    for each in (0, count):
        measure(each, rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
