from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from pos_app.loyalty.errors import NotPrinted, PrinterProblem
from pos_app.loyalty.programme import Programme
from pos_app.paper.printer import Printer, PrinterKind
from pos_app.till.events import Connection, Status, StatusChanged
from pos_app.ui import words
from pos_app.ui.sale.announcer import Announcer
from pos_app.ui.sale.phrases import Phrases
from pos_app.ui.sale.states import Refusal
from tests.ui.sale.conftest import Counter
from tests.ui.sale.counter_work import sell
from tests.ui.sale.pretend import JANA, PretendPrinting, PretendTill, now


class Listener:
    """Somebody who cannot see the screen."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._heard: list[tuple[str, bool]] = []
        self.pauses = 0
        self._announcer = Announcer(lambda text, at_once: self._heard.append((text, at_once)), self._pause)
        self._phrases = Phrases(words.Formats("en", "EUR"), Programme(), now)
        self.hears()

    def _pause(self) -> None:
        self.pauses += 1

    def after_a_pause(self) -> list[tuple[str, bool]]:
        """What is said once nobody typed for a while."""
        self._heard.clear()
        self._announcer.settled()
        return list(self._heard)

    def hears(self) -> list[tuple[str, bool]]:
        """What is new since the last time."""
        self._heard.clear()
        self._announcer.tell(self._counter.sale, self._phrases)
        return [(text.replace("\u00a0", " "), at_once) for text, at_once in self._heard]


@pytest.fixture
def listener(qapp: QApplication, counter: Counter) -> Listener:
    words.speak("en")
    return Listener(counter)


def test_a_customer_is_told_once_with_what_they_have(counter: Counter, listener: Listener) -> None:
    counter.swipe(JANA.cards[0])
    assert listener.hears() == [("Jana Nováková, Balance 1,240 points, Bonus 5%, Discount 5%", False)]
    counter.sale.type_amount("64.90")
    assert listener.hears() == []


def test_a_card_of_nobody_is_told(counter: Counter, listener: Listener) -> None:
    counter.swipe("999000001")
    assert listener.hears() == [("No customer has this number. Checked on this till and online just now.", False)]


def test_a_saved_sale_is_told_politely(counter: Counter, listener: Listener) -> None:
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount("64.90")
    counter.enter()
    assert ("Sale recorded. Saved, will be sent", False) in listener.hears()


def test_what_is_wrong_interrupts(counter: Counter, listener: Listener) -> None:
    counter.sale.refuse(Refusal.BANK_CARD)
    ((text, at_once),) = listener.hears()
    assert text.startswith("That was a bank card.")
    assert at_once
    counter.swipe(JANA.cards[0])
    counter.enter()
    assert ("Enter the amount first", True) in listener.hears()


def test_offline_interrupts_and_online_does_not(counter: Counter, listener: Listener) -> None:
    counter.sale.happened(StatusChanged(Status(connection=Connection.OFFLINE)))
    assert listener.hears() == [("You are offline", True)]
    counter.sale.happened(StatusChanged(Status(connection=Connection.ONLINE)))
    assert listener.hears() == [("Online", False)]


def test_no_digit_of_the_sum_is_told(counter: Counter, listener: Listener) -> None:
    for text in ("6", "64", "64.9", "64.90"):
        counter.sale.type_amount(text)
        assert listener.hears() == []


def test_what_is_to_pay_is_told_once_the_typing_pauses(counter: Counter, listener: Listener) -> None:
    before = listener.pauses
    counter.sale.type_amount("64")
    listener.hears()
    counter.sale.type_amount("64.9")
    listener.hears()
    assert listener.pauses == before + 2
    assert listener.after_a_pause() == [("To pay 64 euro 90 cents", False)]
    counter.sale.type_amount("64.90")
    listener.hears()
    assert listener.pauses == before + 2


def test_a_sum_that_is_taken_away_or_paid_meanwhile_is_not_told(counter: Counter, listener: Listener) -> None:
    counter.sale.type_amount("64.90")
    listener.hears()
    counter.sale.type_amount("")
    listener.hears()
    assert listener.after_a_pause() == []
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount("64.90")
    counter.enter()
    listener.hears()
    assert counter.done() is not None
    assert listener.after_a_pause() == []


def test_a_printer_that_is_off_is_said_at_once(qapp: QApplication) -> None:
    words.speak("en")
    printer = Printer(kind=PrinterKind.NETWORK, address="10.0.0.5")
    counter = Counter(till=PretendTill(printing=PretendPrinting(printer)))
    sell(counter)
    listener = Listener(counter)
    counter.sale.print_slip()
    counter.till.printing.jobs[0][2].set_exception(NotPrinted(PrinterProblem.NO_ANSWER))
    counter.desk.deliver()
    assert listener.hears() == [("Printer does not answer. The sale is saved.", True)]
    assert listener.hears() == []
