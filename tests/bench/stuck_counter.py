"""One counter of ``stuck.py``: a till's real window that sells, in a process of its own. Prints JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_app.assemble import open_till
from pos_app.cli.opened import WINDOW_KEY_PATIENCE_S
from pos_app.data_dir import DataDir
from pos_app.keys import FoundLater
from pos_app.reader import classify
from pos_app.settings import KeyPlace
from pos_app.ui import theme, words
from pos_app.ui.app import TillWindow
from pos_app.ui.sale.states import Face
from tests.bench.shop import CARD, TILL_ID, settings_for
from tests.bench.start import prepared

if TYPE_CHECKING:
    from collections.abc import Callable

    from pos_app.ui.sale.page import SalePage

HEARTBEAT_MS = 5
PATIENCE_MS = 20_000


class Heartbeat:
    """A tick every 5 ms in the window's thread; remembers the gaps between two."""

    def __init__(self) -> None:
        self.gaps_ms: list[float] = []
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(HEARTBEAT_MS)

    def _tick(self) -> None:
        self.gaps_ms.append(self._since.nsecsElapsed() / 1e6)
        self._since.restart()


def until(true: Callable[[], bool]) -> None:
    """Let the window work until it is so."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not true():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        if deadline.hasExpired():
            raise TimeoutError("the window did not do it in time")


def sell_once(page: SalePage, number: int) -> float:
    """Swipe, amount, Enter; milliseconds from the Enter to the painted "Saved"."""
    page.scanned(classify(CARD))
    until(lambda: page.presenter.face is Face.CUSTOMER and page.presenter.done is None)
    # Another amount each time: the same one twice in a minute is asked about.
    QTest.keyClicks(QApplication.focusWidget() or page, f"{60 + number}.90")
    began = time.perf_counter()
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return)
    until(lambda: page.presenter.done is not None)
    page.sale.grab()
    spent = (time.perf_counter() - began) * 1000
    # Enter is not heard for a while after a sale.
    QTest.qWait(700)
    return spent


def main() -> int:
    url, waiting, sales = sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    place = DataDir(prepared(Path(sys.argv[1]), waiting=waiting))
    settings = replace(settings_for(url), keys=KeyPlace.KEYRING)
    app = QApplication(sys.argv[:1])
    theme.install()
    words.speak("en")
    with ExitStack() as stack:
        till = stack.enter_context(open_till(settings, place, FoundLater(TILL_ID), key_patience_s=WINDOW_KEY_PATIENCE_S))
        till.start()
        window = TillWindow(till)
        window.shell.resize(1280, 800)
        window.shell.show()
        window.shell.activateWindow()
        app.processEvents()
        sell_once(window.page, 0)
        heartbeat = Heartbeat()
        spent = [sell_once(window.page, number) for number in range(1, sales + 1)]
        waits = till.status().waiting
        window.close()
        print(json.dumps({"saved_ms": spent, "gaps_ms": heartbeat.gaps_ms, "waiting": waits}), flush=True)
        # The requests on their way have deadlines of their own; what is measured is measured.
        os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
