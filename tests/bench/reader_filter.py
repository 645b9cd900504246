"""What the reader's tap costs for every key of a person: delivery of a key with it and without it.

    .venv/bin/python -m tests.bench.reader_filter [rounds]

Not a test: on a busy machine the numbers mean little, so read the row "the same twice" first. A key event is a press (with the
ShortcutOverride before it, as X11 and Windows deliver it) or a release; the focus is in a text field, and the person types
calmly. The two ways take turns, key by key batch, and the medians of the batches are compared. CPU time, not the clock on
the wall, so that other programs count less. Offscreen; the painting of the field is not part of it.
"""

from __future__ import annotations

import os
import sys
import time
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit

from pos_app.ui.reader_tap import ReaderTap

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
    """Types a batch into the field and tells what one key event took."""

    def __init__(self, window: QWindow, field: QLineEdit, clock: Clock) -> None:
        self._window, self._field, self._clock = window, field, clock

    def batch_us(self) -> float:
        events = [(at_ms, kind, n) for n in range(KEYS) for at_ms, kind in self._moments(n)]
        made = [(at_ms, self._event(at_ms, kind, n)) for at_ms, kind, n in events]
        begin_s = time.process_time()
        for at_ms, event in made:
            self._clock.now_ms = at_ms
            QCoreApplication.sendEvent(self._window, event)
        spent_s = time.process_time() - begin_s
        self._clock.now_ms += 1_000
        self._field.clear()
        return spent_s / (2 * KEYS) * 1e6

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


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    _app = QApplication([])
    field = QLineEdit()
    field.show()
    field.activateWindow()
    field.setFocus()
    QApplication.processEvents()
    window = field.windowHandle()
    clock = Clock()
    typist = Typist(window, field, clock)
    taken: dict[str, list[float]] = {"without": [], "without again": [], "with": []}
    for _ in range(10):
        typist.batch_us()
    for _ in range(rounds):
        for way, found in taken.items():
            tap = ReaderTap(now_ms=clock) if way == "with" else None
            found.append(typist.batch_us())
            if tap is not None:
                tap.remove()
                window.removeEventFilter(tap)
                QApplication.sendPostedEvents(None, _Type.DeferredDelete.value)
    bare, again, tapped = (median(found) for found in taken.values())
    least = {way: min(found) for way, found in taken.items()}
    print(f"{rounds} batches of {2 * KEYS} key events each, µs of CPU for one key event (median; least)")
    print(f"  without the tap      {bare:6.1f}  {least['without']:6.1f}")
    print(f"  the same twice       {again:6.1f}  {least['without again']:6.1f}   ratio {again / bare:.2f}")
    print(f"  with the tap         {tapped:6.1f}  {least['with']:6.1f}   ratio {tapped / bare:.2f}")
    print(f"  the tap itself       {tapped - bare:6.1f}  {least['with'] - least['without']:6.1f}")


if __name__ == "__main__":
    main()
