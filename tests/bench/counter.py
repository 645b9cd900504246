"""At the counter: a swipe until its customer is painted, and the customer's panel.

Real windows (offscreen). A swipe is the reader's keys, from the first of them; so what is told is a little more than from the last.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.till.views import CustomerView
from pos_app.ui import theme, words
from pos_app.ui.app import TillWindow
from pos_app.ui.sale.states import Face
from pos_app.ui.training.swiping import swipe
from tests.bench.measure import AGAIN, FLOOR, OURS, Goal, Row, Size, row
from tests.bench.places import folder
from tests.bench.search import kept
from tests.bench.shop import KEYS, settings_for
from tests.bench.stuck_counter import until


@contextmanager
def window_on(path: Path, *, known: int) -> Iterator[TillWindow]:
    """A till's window, with so many customers in its cache."""
    place = DataDir(path)
    place.make()
    if not place.customers.exists():
        shutil.copy(kept(known), place.customers)
    with open_till(settings_for(), place, KEYS) as till:
        window = TillWindow(till)
        window.shell.resize(1280, 800)
        window.shell.show()
        window.shell.activateWindow()
        QTest.qWait(500)
        try:
            yield window
        finally:
            window.close()


class Swiper:
    """Swipes one card after the other."""

    def __init__(self, window: TillWindow, known: int, size: Size) -> None:
        self._window, self._size, self._known = window, size, known
        self._numbers = count(1)

    def swipe_s(self) -> float:
        """Seconds from the first key to the painted customer, of a swipe that was read."""
        page, number = self._window.page, next(self._numbers) * 7919 % self._known
        card = f"2000{number:08}"

        def there() -> bool:
            buyer = page.presenter.buyer
            return page.presenter.face is Face.CUSTOMER and isinstance(buyer, CustomerView) and card in buyer.customer.cards

        began = time.perf_counter()
        swipe(self._window.shell.windowHandle(), card, now_ms=self._window.tap.clock.now())
        until(lambda: there() or page.presenter.face is Face.REFUSED)
        if not there():
            # A key came late, on a computer that has other things to do: the cashier swipes once more.
            return self.swipe_s()
        page.side.repaint()
        self._size.drag()
        return time.perf_counter() - began

    def panel_s(self) -> float:
        """Seconds for the customer who is shown to be shown anew, and painted."""
        page = self._window.page
        view = page.presenter.buyer
        assert isinstance(view, CustomerView)
        began = time.perf_counter()
        page.side.customer.show_customer(view, page.presenter, page.phrases)
        page.side.customer.repaint()
        self._size.drag()
        return time.perf_counter() - began


def rows(size: Size) -> Iterator[Row]:
    """Swipe and panel."""
    app = QApplication.instance() or QApplication([])
    theme.install()
    words.speak("en")
    yield from _swipes(size)
    del app


def _swipes(size: Size) -> Iterator[Row]:
    many, few = size.of(1_000_000, 3_000), size.of(10_000, 300)
    swiped: dict[str, list[float]] = {OURS: [], FLOOR: [], AGAIN: []}
    shown: dict[str, list[float]] = {OURS: [], FLOOR: [], AGAIN: []}
    with folder() as path:
        # One window at a time: the reader's taps of several would all listen to the one that has the keyboard.
        for _ in range(size.of(5, 1)):
            for name, known in ((FLOOR, few), (OURS, many), (AGAIN, few)):
                with window_on(path / name, known=known) as window:
                    swiper = Swiper(window, known, size)
                    swiper.swipe_s()
                    for _ in range(size.of(100, 5)):
                        swiped[name].append(swiper.swipe_s())
                        shown[name].append(swiper.panel_s())
    found = row(swiped, what="", against=f"among {few:,}", unit="ms")
    p99 = sorted(swiped[OURS])[int(len(swiped[OURS]) * 0.99)] * 1e3
    yield replace(found, what=f"swipe to the painted customer, {many:,} known, p99", figure=p99, goal=Goal(16, of_figure=True))
    yield row(shown, what="customer's panel shown anew, painted", against="the same", unit="ms", goal=Goal(1.5, of_figure=True))
