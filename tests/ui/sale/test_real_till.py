"""The Sale screen on a real till against a real sandbox on loopback.

Cards are read by their number: a track names its card only once the till has heard of it in the background.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.loyalty.sale import SaleState
from pos_app.reader import classify
from pos_app.sandbox.demo_cards import DEMO_CARDS
from pos_app.sandbox.server import Sandbox
from pos_app.till.till import Till
from pos_app.ui.app import TillWindow
from pos_app.ui.sale.page import SalePage
from pos_app.ui.sale.states import Face
from pos_app.ui.widgets.pill import PillTone
from tests.ui.real_window import real_window

JANA, PETR, _ = DEMO_CARDS
NOBODYS_TRACK = ";200044718820=25121010000?"


@dataclass
class Counter:
    """A window on a till on a sandbox."""

    sandbox: Sandbox
    till: Till
    window: TillWindow
    qtbot: QtBot

    @property
    def page(self) -> SalePage:
        return self.window.page

    def swipe(self, card: str) -> None:
        self.page.scanned(classify(card))

    def keys(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window.shell, text)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window.shell, key)

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=15_000)

    def served(self, name: str) -> bool:
        header = self.page.side.customer.header.title.text()
        fresh = not self.page.presenter.serving.refreshing
        return self.page.presenter.face is Face.CUSTOMER and header == name and fresh

    def queue_tone(self) -> PillTone | None:
        queue = self.window.shell.top_bar.state.queue
        return queue.tone if queue is not None else None

    def sums(self) -> list[Decimal]:
        return [entry.sum for entry in self.sandbox.ledger()]


@pytest.fixture
def shop(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    with real_window(tmp_path) as (sandbox, till, window):
        yield Counter(sandbox, till, window, qtbot)


def test_swipe_amount_enter_and_the_ledger_has_it(shop: Counter) -> None:
    shop.swipe(JANA.card)
    shop.until(lambda: shop.served("Jana Nováková"))
    assert shop.page.side.customer.block.view.freshness == "Live"
    before = shop.page.presenter.buyer
    shop.keys("64.90")
    shop.key(Qt.Key.Key_Return)
    shop.until(lambda: shop.page.presenter.done is not None and shop.page.presenter.done.fresh)
    done = shop.page.presenter.done
    assert done is not None
    assert done.state is SaleState.APPLIED
    assert shop.sums() == [done.sale.quote.earned]
    assert shop.page.side.customer.block.view.freshness == "Updated now"
    assert before != done.buyer
    shop.swipe(PETR.card)
    shop.until(lambda: shop.served("Petr Novotný"))


def test_by_the_last_three_digits_with_all_points(shop: Counter) -> None:
    shop.swipe(JANA.card)
    shop.until(lambda: shop.served("Jana Nováková"))
    shop.key(Qt.Key.Key_Escape)
    shop.keys("482")
    shop.until(lambda: len(shop.page.side.list.list.rows) >= 1)
    shop.key(Qt.Key.Key_Return)
    shop.until(lambda: shop.served("Jana Nováková"))
    shop.keys("100")
    shop.key(Qt.Key.Key_F4)
    shop.key(Qt.Key.Key_F4)
    shop.key(Qt.Key.Key_Return)
    shop.until(lambda: len(shop.sums()) == 1)
    assert shop.sums() == [Decimal(-95)]


def test_a_sale_without_a_server_is_saved_and_sent_when_it_is_back(shop: Counter) -> None:
    shop.swipe(JANA.card)
    shop.until(lambda: shop.served("Jana Nováková"))
    shop.key(Qt.Key.Key_Escape)
    shop.sandbox.unplug()
    shop.swipe(JANA.card)
    shop.until(lambda: shop.served("Jana Nováková") and shop.page.side.customer.block.view.stale)
    assert shop.page.side.customer.banner.title == "You are offline"
    shop.keys("64.90")
    shop.key(Qt.Key.Key_Return)
    shop.until(lambda: shop.page.presenter.done is not None)
    assert shop.page.sale.done.head.accessibleName() == "Sale recorded Saved, will be sent"
    shop.until(lambda: shop.queue_tone() is PillTone.WARN)
    shop.sandbox.plug()
    shop.till.send_now()
    shop.until(lambda: len(shop.sums()) == 1)
    shop.until(lambda: shop.page.sale.done.head.accessibleName() == "Sale recorded Sent")


def test_undo_before_anything_was_sent_leaves_no_trace_on_the_server(shop: Counter) -> None:
    shop.swipe(JANA.card)
    shop.until(lambda: shop.served("Jana Nováková"))
    shop.sandbox.unplug()
    shop.keys("64.90")
    shop.key(Qt.Key.Key_Return)
    shop.until(lambda: shop.page.presenter.done is not None)
    shop.key(Qt.Key.Key_F9)
    shop.until(lambda: shop.page.presenter.done is not None and shop.page.presenter.done.undone)
    shop.sandbox.plug()
    shop.till.send_now()
    shop.until(lambda: shop.till.status().waiting == 0)
    assert sum(shop.sums()) == 0


def test_a_card_of_nobody_is_said_so(shop: Counter) -> None:
    shop.swipe(NOBODYS_TRACK)
    shop.until(lambda: shop.page.presenter.face is Face.NOT_FOUND)
    assert shop.page.side.not_found.title.text() == "No customer has this number"


def test_the_window_says_shop_and_till(shop: Counter) -> None:
    assert shop.window.shell.windowTitle() == "pos-app — Riverside Café, Till 2"
    shop.until(lambda: shop.window.shell.top_bar.state.connection is not None)
