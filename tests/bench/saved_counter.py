"""One counter of ``saved.py``: a till's real window that sells, in a process of its own. Prints JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from decimal import Decimal
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
from pos_app.loyalty.customer import Customer, Standing
from pos_app.loyalty.programme import Programme, price
from pos_app.loyalty.sale import Buyer, Sale, new_sale_ids, postings_of
from pos_app.reader import classify
from pos_app.settings import Server, Settings, Shop
from pos_app.store.customer_cache import CustomerCache
from pos_app.store.till_store import TillStore
from pos_app.ui import theme, words
from pos_app.ui.app import TillWindow
from pos_app.ui.sale.states import Face

if TYPE_CHECKING:
    from collections.abc import Callable

    from pos_app.ui.sale.page import SalePage

TILL_ID = "bench"
CARD = "200044717712"
PHONE = "+420603551482"
JANA = Customer(
    phone=PHONE,
    name="Jana",
    surname="Nováková",
    cards=(CARD,),
    standing=Standing(balance=Decimal(1240), bonus=Decimal(5), discount=Decimal("2.5")),
)
HEARTBEAT_MS = 5
PATIENCE_MS = 20_000
LOT = 20
"""Sales put into one commit, for speed: few enough that a line of the roll is not much longer than in a shop."""


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


def fill(place: DataDir, waiting: int) -> None:
    """A till that knows a customer, with so many sales of others waiting."""
    place.make()
    now = datetime.now(UTC)
    cache = CustomerCache.open(place.customers)
    cache.put(JANA, now)
    cache.close()
    store = TillStore.open(place.till)
    for first in range(0, waiting, LOT):
        with store.together():
            for n in range(first, min(first + LOT, waiting)):
                ids = new_sale_ids()
                quote = price(Decimal(100), standing=JANA.standing, programme=Programme(), redeem=Decimal(0))
                buyer = Buyer(phone=f"+4207{n:08}")
                sale = Sale(sale_id=ids.sale_id, made_at=now, buyer=buyer, quote=quote)
                store.save_sale(sale, postings_of(sale, ids, earn_base=quote.to_pay, lifetime_days=None))
    store.close()


def until(true: Callable[[], bool]) -> None:
    """Let the window work until it is so."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not true():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        if deadline.hasExpired():
            raise TimeoutError("the window did not do it in time")


def sell_once(page: SalePage) -> float:
    """Swipe, amount, Enter; milliseconds from the Enter to the painted "Saved"."""
    page.scanned(classify(CARD))
    until(lambda: page.presenter.face is Face.CUSTOMER and page.presenter.done is None)
    QTest.keyClicks(QApplication.focusWidget() or page, "64.90")
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
    place = DataDir(Path(sys.argv[1]))
    fill(place, waiting)
    settings = Settings(
        shop=Shop(name="Bench", till="Till 1", currency="CZK", region="CZ", language="en"),
        server=Server(core_url=f"{url}/api/v2", crm_url=f"{url}/crm"),
        till_id=TILL_ID,
    )
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
        sell_once(window.page)
        heartbeat = Heartbeat()
        spent = [sell_once(window.page) for _ in range(sales)]
        waits = till.status().waiting
        window.close()
        print(json.dumps({"saved_ms": spent, "gaps_ms": heartbeat.gaps_ms, "waiting": waits}), flush=True)
        # The requests on their way have deadlines of their own; what is measured is measured.
        os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
