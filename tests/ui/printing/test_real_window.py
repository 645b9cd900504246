"""The real window on a real till and a printer on a real socket that comes and goes: no sale ever waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.loyalty.errors import PrinterProblem
from pos_app.loyalty.sale import SaleState
from pos_app.paper.printer import Printer, PrinterKind
from pos_app.ui.app import TillWindow
from pos_app.ui.sale.states import Face, Notice
from tests.devices.stand_in import NetworkPrinter
from tests.ui.real_window import real_window

WAIT_MS = 30_000
JANA = "+420603551482"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[TillWindow]:
    del qtbot
    with ExitStack() as stack:
        yield stack.enter_context(real_window(tmp_path))[2]


def use(window: TillWindow, address: str, *, auto_print: bool = True) -> None:
    printer = Printer(kind=PrinterKind.NETWORK, address=address, auto_print=auto_print)
    window.settings.printer.presenter.draft = printer
    window.settings.printer.presenter.save()


def sell(window: TillWindow, qtbot: QtBot, amount: str) -> None:
    sale = window.page.presenter
    sale.search(JANA)
    qtbot.waitUntil(lambda: sale.finder.answer is not None and bool(sale.finder.answer.customers), timeout=WAIT_MS)
    sale.pick(0)
    qtbot.waitUntil(lambda: sale.face is Face.CUSTOMER, timeout=WAIT_MS)
    sale.type_amount(amount)
    sale.confirm_pressed()
    qtbot.waitUntil(lambda: sale.done is not None and sale.done.sale.quote.gross > 0, timeout=WAIT_MS)


def key(window: TillWindow, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window.shell, key)


def test_the_slip_comes_by_itself_with_a_balance_that_is_certain_and_a_copy_on_f10(window: TillWindow, qtbot: QtBot) -> None:
    with NetworkPrinter() as there:
        use(window, there.address)
        qtbot.waitUntil(lambda: window.page.presenter.slips.available, timeout=WAIT_MS)
        sell(window, qtbot, "64.90")
        qtbot.waitUntil(lambda: there.jobs == 1, timeout=WAIT_MS)
        first = there.roll.paper().height
        qtbot.waitUntil(lambda: window.page.sale.done.slip_card.accessibleName().endswith("printed"), timeout=WAIT_MS)
        key(window, Qt.Key.Key_F10)
        qtbot.waitUntil(lambda: there.jobs == 2, timeout=WAIT_MS)
        assert there.roll.paper().height > 2 * first, "the copy has a stamp"


def test_a_printer_that_dies_in_the_middle_harms_no_sale_and_says_so_once(window: TillWindow, qtbot: QtBot) -> None:
    sale = window.page.presenter
    with NetworkPrinter(dies_after=9_000) as there:
        use(window, there.address)
        qtbot.waitUntil(lambda: sale.slips.available, timeout=WAIT_MS)
        sell(window, qtbot, "64.90")
        qtbot.waitUntil(lambda: sale.notice is Notice.PRINTER, timeout=WAIT_MS)
        why = sale.slips.why
        assert why is not None
        assert (why.why, why.in_part) == (PrinterProblem.NO_ANSWER, True)
        assert window.page.side.notice.sentence == "The slip may be printed in part. The sale is saved."
        assert sale.done is not None
        qtbot.waitUntil(lambda: sale.done is not None and sale.done.state is SaleState.APPLIED, timeout=WAIT_MS)
        # It is there again: trying again prints the whole of it, once.
        window.page.sale.done.slip_card.click()
        qtbot.waitUntil(lambda: sale.slips.why is None and len(there.roll.cuts) == 1, timeout=WAIT_MS)
    # And now it is gone for good: the next sale is saved and sent all the same.
    sale.confirm_pressed()
    sell(window, qtbot, "12.00")
    qtbot.waitUntil(lambda: sale.notice is Notice.PRINTER, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: sale.done is not None and sale.done.state is SaleState.APPLIED, timeout=WAIT_MS)
