"""The slip of a finished sale: asked for, printed by itself, and a printer that does not work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pos_app.loyalty.errors import DiskTrouble, NotPrinted, PosError, PrinterProblem
from pos_app.paper.printer import Printer, PrinterKind
from pos_app.ui.printing.slips import SETTLES_S, SlipState
from pos_app.ui.sale.states import Notice
from tests.ui.sale.conftest import Counter
from tests.ui.sale.counter_work import all_sent, sell
from tests.ui.sale.gallery import Stage
from tests.ui.sale.pretend import EVERYBODY, PretendPrinting, PretendTill

ON_DEMAND = Printer(kind=PrinterKind.NETWORK, address="10.0.0.5")
ITSELF = replace(ON_DEMAND, auto_print=True)
OFF = NotPrinted(PrinterProblem.NO_ANSWER)
P = PrinterProblem


@pytest.fixture
def at() -> Callable[[Printer], Counter]:
    return lambda printer: Counter(till=PretendTill(printing=PretendPrinting(printer)))


def answer(counter: Counter, error: PosError | None = None, job: int = -1) -> None:
    future = counter.till.printing.jobs[job][2]
    if error is None:
        future.set_result(None)
    else:
        future.set_exception(error)
    counter.desk.deliver()


def jobs(counter: Counter) -> list[str]:
    return [how for _sale, how, _future in counter.till.printing.jobs]


def state(counter: Counter) -> SlipState:
    return counter.sale.slips.state(counter.finished().sale.sale_id)


def test_a_slip_is_printed_when_asked_for_and_again_only_as_a_copy(at: Callable[[Printer], Counter]) -> None:
    counter = at(ON_DEMAND)
    sell(counter)
    assert jobs(counter) == []
    counter.sale.print_slip()
    counter.sale.print_slip()
    assert jobs(counter) == ["first"], "a double press is one slip"
    assert state(counter) is SlipState.PRINTING
    answer(counter)
    assert state(counter) is SlipState.PRINTED
    counter.sale.print_slip()
    assert jobs(counter) == ["first", "copy"]


def test_the_slip_of_the_last_sale_can_be_printed_while_the_next_customer_is_served(at: Callable[[Printer], Counter]) -> None:
    counter = at(ON_DEMAND)
    sell(counter)
    sale_id = counter.finished().sale.sale_id
    counter.sale.enter()
    counter.wait(1)
    counter.swipe(EVERYBODY[1].cards[0])
    counter.sale.type_amount("12")
    counter.sale.print_slip()
    assert counter.till.printing.jobs[0][0] == sale_id
    assert counter.sale.form.amount_text == "12"


def test_it_prints_by_itself_once_the_balance_on_it_is_certain(at: Callable[[Printer], Counter]) -> None:
    counter = at(ITSELF)
    sell(counter)
    assert jobs(counter) == []
    all_sent(counter)
    assert jobs(counter) == ["first"]
    counter.wait(SETTLES_S)
    assert jobs(counter) == ["first"]


def test_it_prints_by_itself_soon_when_the_server_does_not_answer(at: Callable[[Printer], Counter]) -> None:
    counter = at(ITSELF)
    sell(counter)
    wakes_at = counter.sale.wakes_at
    assert wakes_at is not None
    assert wakes_at <= counter.clock() + SETTLES_S
    # The next customer does not have to wait for it.
    counter.sale.enter()
    counter.wait(SETTLES_S)
    assert jobs(counter) == ["first"]
    all_sent(counter)
    assert jobs(counter) == ["first"]


def test_a_sale_that_is_taken_back_at_once_prints_nothing_by_itself(at: Callable[[Printer], Counter]) -> None:
    counter = at(ITSELF)
    sell(counter)
    counter.sale.undo()
    counter.desk.deliver()
    counter.wait(SETTLES_S)
    assert jobs(counter) == []


def test_a_printer_that_is_off_is_told_once_and_not_at_each_sale(at: Callable[[Printer], Counter]) -> None:
    counter = at(ITSELF)
    told = []
    for _ in range(3):
        sell(counter)
        counter.wait(SETTLES_S)
        answer(counter, OFF)
        told.append(counter.sale.notice)
        counter.wait(61)
    assert told == [Notice.PRINTER, None, None]
    # It works again, and then not: that is news.
    last = None
    for error in (None, OFF):
        sell(counter)
        counter.wait(SETTLES_S)
        answer(counter, error)
        last = counter.sale.notice
        counter.wait(61)
    assert last is Notice.PRINTER


def test_a_slip_that_broke_off_in_the_middle_is_always_told(at: Callable[[Printer], Counter]) -> None:
    counter = at(ITSELF)
    sell(counter)
    counter.wait(SETTLES_S)
    answer(counter, OFF)
    counter.wait(61)
    sell(counter)
    counter.wait(SETTLES_S)
    answer(counter, NotPrinted(P.NO_ANSWER, in_part=True))
    assert counter.sale.notice is Notice.PRINTER


def test_who_asks_for_a_slip_is_told_each_time_and_the_next_try_is_no_copy(at: Callable[[Printer], Counter]) -> None:
    counter = at(ON_DEMAND)
    sell(counter)
    sale_id = counter.finished().sale.sale_id
    for _ in range(2):
        counter.sale.print_slip()
        answer(counter, OFF)
        assert counter.sale.notice is Notice.PRINTER
        counter.wait(61)
        assert counter.sale.notice is None
    counter.sale.print_slip()
    answer(counter)
    assert jobs(counter) == ["first", "first", "first"]
    assert counter.sale.slips.state(sale_id) is SlipState.PRINTED
    assert counter.sale.slips.why is None


def test_a_disk_that_gives_no_record_is_not_called_a_printer(at: Callable[[Printer], Counter]) -> None:
    counter = at(ON_DEMAND)
    sell(counter)
    counter.sale.print_slip()
    answer(counter, DiskTrouble("damaged"))
    assert counter.sale.notice is Notice.TROUBLE


def test_without_a_printer_nothing_prints_and_f10_says_where_to_set_one_up(counter: Counter) -> None:
    sell(counter)
    counter.wait(SETTLES_S)
    assert jobs(counter) == []
    counter.sale.print_slip()
    assert counter.sale.notice is Notice.NO_PRINTER


def finished(stage: Stage) -> Stage:
    stage.swipe()
    stage.amount("64.90")
    stage.page.presenter.confirm_pressed()
    stage.settle()
    return stage


def test_the_card_in_the_window_says_what_became_of_the_slip(stage: Callable[..., Stage]) -> None:
    window = finished(stage(till=PretendTill(printing=PretendPrinting(ON_DEMAND))))
    card, jobs = window.page.sale.done.slip_card, window.till.printing.jobs
    assert card.isVisible()
    assert card.accessibleName() == "Print slip, Points and balance"
    QTest.keyClick(window.page.fields[window.page.presenter.active].edit, Qt.Key.Key_F10)
    window.settle()
    assert card.accessibleName() == "Print slip, Printing…"
    jobs[0][2].set_exception(NotPrinted(P.NO_PAPER))
    window.settle()
    assert card.accessibleName() == "Try again, Printer has no paper"
    notice = window.page.side.notice
    assert (notice.title, notice.sentence) == ("Printer has no paper", "The sale is saved.")
    card.click()
    jobs[1][2].set_result(None)
    window.settle()
    assert card.accessibleName() == "Print slip, Slip printed"


def test_there_is_no_card_where_nothing_prints(stage: Callable[..., Stage]) -> None:
    window = finished(stage())
    assert not window.page.sale.done.slip_card.isVisible()
