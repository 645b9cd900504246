"""The Journal on a real till against a real sandbox on loopback: what happens elsewhere is seen here, and the other way round."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.loyalty.sale import new_sale_ids
from pos_app.reader import classify
from pos_app.sandbox.demo_cards import DEMO_CARDS
from pos_app.sandbox.server import Sandbox
from pos_app.till.records import Stand
from pos_app.till.selling import Draft
from pos_app.till.till import Till
from pos_app.ui.app import TillWindow
from pos_app.ui.journal.page import JournalPage
from pos_app.ui.shell import PageKey
from tests.ui.real_window import real_window

JANA, PETR, _ = DEMO_CARDS
NOBODY = "200044718820"


class Shopkeeper:
    """A window on a till on a sandbox, with the Journal shown."""

    def __init__(self, sandbox: Sandbox, till: Till, window: TillWindow, qtbot: QtBot) -> None:
        self.sandbox, self.till, self.window, self._qtbot = sandbox, till, window, qtbot

    @property
    def page(self) -> JournalPage:
        return self.window.journal

    def until(self, true: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(true, timeout=15_000)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window.shell, key)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window.shell, text)

    def stands(self) -> list[Stand]:
        return [self.page.model.row_at(place).stand for place in range(self.page.model.rowCount())]

    def sell(self, card: str, amount: str) -> str:
        """As another register does: through the till, not through the window."""
        answer = self.till.look_live(self.till.parse(card)).result()
        buyer = answer.customers[0] if answer.customers else answer.nobody
        assert buyer is not None
        draft = Draft(ids=new_sale_ids(), buyer=buyer, gross=Decimal(amount), redeem=Decimal(0))
        return self.till.confirm(draft).result().sale.sale_id


@pytest.fixture
def keeper(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Shopkeeper]:
    with real_window(tmp_path, PageKey.JOURNAL) as (sandbox, till, window):
        yield Shopkeeper(sandbox, till, window, qtbot)


def test_a_sale_from_elsewhere_appears_and_becomes_sent_by_itself(keeper: Shopkeeper) -> None:
    keeper.until(lambda: keeper.page.list.empty_words == "No sales yet today")
    keeper.sell(JANA.card, "64.90")
    keeper.until(lambda: keeper.stands() == [Stand.SENT])
    assert keeper.page.detail.title.text() == "Jana Nováková"
    keeper.until(lambda: keeper.page.strip.cells[0].value == "1")


def test_what_was_not_sent_is_voided_and_never_reaches_the_server(keeper: Shopkeeper) -> None:
    keeper.sell(JANA.card, "10")
    keeper.until(lambda: keeper.stands() == [Stand.SENT])
    arrived = len(keeper.sandbox.ledger())
    keeper.sandbox.unplug()
    keeper.sell(PETR.card, "20")
    keeper.until(lambda: len(keeper.stands()) == 2)
    keeper.key(Qt.Key.Key_Home)
    keeper.until(lambda: keeper.page.detail.title.text() != "Jana Nováková" and keeper.page.detail.void.isVisible())
    keeper.key(Qt.Key.Key_Delete)
    keeper.key(Qt.Key.Key_Return)
    keeper.until(lambda: keeper.stands() == [Stand.VOIDED, Stand.SENT])
    keeper.sandbox.plug()
    keeper.till.send_now()
    keeper.until(lambda: keeper.till.status().waiting == 0)
    assert len(keeper.sandbox.ledger()) == arrived


def test_a_part_of_what_was_sent_is_refunded_and_its_points_taken(keeper: Shopkeeper) -> None:
    keeper.sell(JANA.card, "200")
    keeper.until(lambda: keeper.stands() == [Stand.SENT])
    # The list may know it before the story does.
    keeper.until(lambda: keeper.page.detail.refund.isVisible() and not keeper.page.detail.void.isVisible())
    keeper.key(Qt.Key.Key_Delete)
    keeper.type("100")
    keeper.key(Qt.Key.Key_Return)
    keeper.until(lambda: keeper.stands() == [Stand.REFUNDED, Stand.SENT])
    earned, taken = (entry.sum for entry in keeper.sandbox.ledger())
    assert earned == -2 * taken


def test_a_forgotten_card_is_named_and_gets_its_points(keeper: Shopkeeper) -> None:
    keeper.sell(JANA.card, "1")
    keeper.until(lambda: keeper.stands() == [Stand.SENT])
    keeper.sell(NOBODY, "200")
    keeper.until(lambda: keeper.stands() == [Stand.ATTENTION, Stand.SENT])
    keeper.key(Qt.Key.Key_Home)
    keeper.until(lambda: keeper.page.detail.claim.isVisible())
    keeper.page.detail.claim.click()
    keeper.type("jana")
    keeper.until(lambda: keeper.page.claim.main.isEnabled())
    keeper.key(Qt.Key.Key_Return)
    keeper.until(lambda: keeper.stands() == [Stand.SENT, Stand.SENT])
    assert keeper.page.model.row_at(0).name == "Jana Nováková"
    assert len({entry.phone for entry in keeper.sandbox.ledger()}) == 1


def test_a_swipe_goes_to_the_sale(keeper: Shopkeeper) -> None:
    keeper.window._scanned(classify(JANA.card))
    assert keeper.window.shell.shown is PageKey.SALE
    keeper.until(lambda: keeper.window.page.presenter.buyer is not None)
