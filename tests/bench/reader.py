"""What the reader's tap costs for every key of a person: delivery of a key event with it and without it.

A key event is a press (with the ShortcutOverride before it, as X11 and Windows deliver it) or a release; the focus is in a text
field, and the person types calmly. The two ways take turns, batch by batch. CPU time, not the clock on the wall, so that other
programs count less. Offscreen; the painting of the field is not part of it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit

from pos_app.ui.reader_tap import ReaderTap
from tests.bench.measure import AGAIN, FLOOR, OURS, Goal, Row, Size, in_turns, row

KEYS = 100
GAP_MS, DWELL_MS = 150, 80
LETTERS = "qwertyuiop"
FIRST_NATIVE = 24
_Type = QEvent.Type


class Clock:
    """The time of the events; nothing here waits for a timer."""

    now_ms = 1_000_000

    def __call__(self) -> int:
        return self.now_ms


class Typist:
    """Types a batch into the field and tells what one key event took, in seconds."""

    def __init__(self, window: QWindow, field: QLineEdit, clock: Clock) -> None:
        self._window, self._field, self._clock = window, field, clock

    def batch_s(self, size: Size | None = None) -> float:
        events = [(at_ms, kind, n) for n in range(KEYS) for at_ms, kind in self._moments(n)]
        made = [(at_ms, self._event(at_ms, kind, n)) for at_ms, kind, n in events]
        begin_s = time.process_time()
        for at_ms, event in made:
            self._clock.now_ms = at_ms
            QCoreApplication.sendEvent(self._window, event)
            if size is not None:
                size.drag()
        spent_s = time.process_time() - begin_s
        self._clock.now_ms += 1_000
        self._field.clear()
        return spent_s / (2 * KEYS)

    def _moments(self, n: int) -> list[tuple[int, QEvent.Type]]:
        down_ms = self._clock.now_ms + (n + 1) * GAP_MS
        return [(down_ms, _Type.ShortcutOverride), (down_ms, _Type.KeyPress), (down_ms + DWELL_MS, _Type.KeyRelease)]

    @staticmethod
    def _event(at_ms: int, kind: QEvent.Type, n: int) -> QKeyEvent:
        place = n % len(LETTERS)
        letter = LETTERS[place]
        event = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, FIRST_NATIVE + place, 0, 0, letter)
        event.setTimestamp(at_ms)
        return event


def rows(size: Size) -> Iterator[Row]:
    """With the tap, without it, and without it once more."""
    app = QApplication.instance() or QApplication([])
    field = QLineEdit()
    field.show()
    field.activateWindow()
    field.setFocus()
    QApplication.processEvents()
    window = field.windowHandle()
    clock = Clock()
    typist = Typist(window, field, clock)

    def tapped() -> float:
        tap = ReaderTap(now_ms=clock)
        spent_s = typist.batch_s(size)
        tap.remove()
        window.removeEventFilter(tap)
        QApplication.sendPostedEvents(None, _Type.DeferredDelete.value)
        return spent_s

    ways = {OURS: tapped, FLOOR: typist.batch_s, AGAIN: typist.batch_s}
    taken = in_turns(ways, rounds=size.of(300, 10), warm_up=5)
    del app
    found = row(taken, what="key event through the reader's tap", against="without it", goal=Goal(20, of_figure=True))
    costs_us = [(mine - bare) * 1e6 for mine, bare in zip(taken[OURS], taken[FLOOR], strict=True)]
    without_us = median(taken[FLOOR]) * 1e6
    yield replace(found, figure=median(costs_us), note=f"Ours is what the tap adds; without it an event takes {without_us:.1f} µs.")
