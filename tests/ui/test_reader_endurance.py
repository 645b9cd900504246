"""A day of swipes in one process: nothing crashes, nothing grows, and no reference to None is lost.

The short form is for every day. The long one, about half a minute::

    POS_APP_SWIPES=10000 python3 dev.py test tests/ui/test_reader_endurance.py
"""

from __future__ import annotations

import gc
import os
import sys
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.reader import Keystroke, ScanKind
from tests.reader.wedge import LAYOUTS, Keyboard
from tests.ui.test_reader_tap import FOCUSES, Desk

SWIPES = int(os.environ.get("POS_APP_SWIPES", "1000"))
WARM_UP = 200
TYPED = (
    ";7862374687=25121010000?\r",
    "%B7862374687^DOE/JOHN^2512101?;7862374687=2512101?\r",
    "5901234123457\r",
    "%B4111111111111111^DOE/JOHN^2512101000?;4111111111111111=2512101000?\r",
    "]Q1https://ex.am/p/7862374687\r",
    "12345",
    "%E?;E?\r",
)


def resident_kb() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux to weigh the process")
@pytest.mark.timeout(900)
def test_thousands_of_swipes_leave_nothing_behind(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    kinds: list[ScanKind] = []
    desk.tap.scanned.connect(lambda scan: kinds.append(scan.kind))
    songs = cycle([Keyboard(layout).wedge(typed) for layout in LAYOUTS for typed in TYPED])
    human = cycle(Keyboard("us").person("ab c", cycle([(140, 80)])))
    focuses = cycle(FOCUSES)

    def swipe(times: int) -> None:
        for n in range(times):
            if not n % 10:
                getattr(desk.till, next(focuses)).setFocus()
            desk.press(next(songs))
            if not n % 50:
                desk.press([next(human) for _ in range(8)])
                desk.till.search.clear()
                desk.till.page.clear()
                QApplication.processEvents()
                desk.scans.clear()
        desk.press([Keystroke(10_000, True, 1), Keystroke(10_080, False, 1)])
        QApplication.processEvents()
        gc.collect()

    swipe(WARM_UP)
    objects, resident, nones, seen = len(gc.get_objects()), resident_kb(), sys.getrefcount(None), len(kinds)
    swipe(SWIPES)
    assert len(kinds) - seen > 0.7 * SWIPES
    assert set(kinds) >= {ScanKind.CARD, ScanKind.PAYMENT_CARD, ScanKind.EAN, ScanKind.URL, ScanKind.READ_ERROR}
    assert abs(sys.getrefcount(None) - nones) < 200
    assert len(gc.get_objects()) - objects < 500
    assert resident_kb() - resident < 4_000
    desk.tap.remove()
