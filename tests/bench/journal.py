"""What opening the Journal costs over 100,000 sales: until its first rows are painted, and memory; beside a till that sold nothing.

Real windows (offscreen) on real tills' files, without a server. In each round each page is left and opened again. Memory is the
growth of the process (RSS, Linux) over the first opening.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from pos_app.assemble import open_till, utc_now
from pos_app.data_dir import DataDir
from pos_app.ui import theme, words
from pos_app.ui.app import TillWindow
from pos_app.ui.shell import PageKey
from tests.bench.many_sales import fill
from tests.bench.measure import AGAIN, FLOOR, OURS, Goal, Row, Size, Spread, in_turns, row
from tests.bench.places import folder
from tests.bench.shop import KEYS, settings_for

_MEBIBYTE = 1024 * 1024


def resident() -> float:
    """MiB of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _MEBIBYTE


def until(true: Callable[[], bool]) -> None:
    # Asleep between events, as the program is: a loop that spins keeps the interpreter from the till's own threads.
    while not true():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def opened_s(window: TillWindow, size: Size) -> float:
    """Seconds from the wish until the first rows are on the screen; then all that the page does is waited for."""
    page = window.journal
    window.shell.request_page(PageKey.SALE)
    QApplication.processEvents()
    began = time.perf_counter()
    window.shell.request_page(PageKey.JOURNAL)
    until(lambda: not page.presenter.loading)
    page.list.view.viewport().repaint()
    size.drag()
    took = time.perf_counter() - began
    until(lambda: page.presenter.summed and (page.presenter.story is not None or page.presenter.empty))
    return took


def rows(size: Size) -> Iterator[Row]:
    """Time, and memory."""
    many = size.of(100_000, 300)
    app = QApplication.instance() or QApplication([])
    theme.install()
    words.speak("en")
    grown: dict[str, float] = {}
    with folder() as path, ExitStack() as stack:
        windows = {}
        for name, count in ((AGAIN, 0), (FLOOR, 0), (OURS, many)):
            place = DataDir(path / name)
            place.make()
            if count:
                fill(place.till, count, until=utc_now())
            till = stack.enter_context(open_till(settings_for(), place, KEYS))
            windows[name] = window = TillWindow(till)
            stack.callback(window.close)
            window.shell.resize(1280, 800)
            window.shell.show()
            QApplication.processEvents()
            before = resident()
            opened_s(window, size)
            grown[name] = resident() - before
        ways = {name: (lambda window=window: opened_s(window, size)) for name, window in windows.items()}
        taken = in_turns(ways, rounds=size.of(100, 5), warm_up=2)
    goal = Goal(30, of_figure=True)
    found = row(taken, what=f"opening the journal of {many:,} sales", against="of none", goal=goal, unit="ms")
    yield found
    least = max(grown[FLOOR], 0.1)
    yield replace(
        found,
        what="  memory of its first opening",
        ratio=Spread.of([max(grown[OURS], 0.1) / least]),
        again=max(grown[AGAIN], 0.1) / least,
        pairs=1,
        figure=grown[OURS],
        unit="MiB",
        goal=Goal(6, of_figure=True),
    )
    del app
