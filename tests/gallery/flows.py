"""How many keys and clicks a cashier's ways take, counted by going them: the real window, a real till, a reader's keys.

What is typed as an amount or a name is counted by itself, as no till can spare it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.loyalty.sale import new_sale_ids
from pos_app.sandbox.demo_cards import DEMO_CARDS
from pos_app.sandbox.server import Sandbox
from pos_app.till.records import Stand
from pos_app.till.selling import Draft
from pos_app.till.till import Till
from pos_app.ui.app import TillWindow
from pos_app.ui.sale.states import Face
from pos_app.ui.shell import PageKey
from pos_app.ui.sync.issues import Way
from tests.reader.wedge import Keyboard
from tests.ui.real_window import real_window
from tests.ui.settings.pretend import Keys

__all__ = ["FLOWS", "Flow", "counted", "table"]

JANA, PETR, _ = DEMO_CARDS
NOBODY = "200044718820"
BANK_CARD = ";4111111111111111=2512101000?\r"
AMOUNT = "64.90"
_LONGEST_MS = 15_000
_Key = Qt.Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What one way took. ``typed``: the keys or clicks of an amount, a name, a reason."""

    name: str
    how: str
    swipes: int
    typed: int
    keys: int
    clicks: int


class Cashier:
    """Hands that count what they do, and eyes that wait until it is seen."""

    def __init__(self, sandbox: Sandbox, till: Till, window: TillWindow) -> None:
        self.sandbox, self.till, self.window = sandbox, till, window
        self._reader = Keys()
        self.forget()

    def forget(self) -> None:
        """Count from here."""
        self.swipes = self.typed = self.keys = self.clicks = 0

    def swipe(self, line: str) -> None:
        """The reader types, as fast as readers do."""
        self.swipes += 1
        self._reader.press(self.window.shell, Keyboard("us").wedge(line, gap_ms=3))

    def type(self, text: str) -> None:
        self.typed += len(text)
        for sign in text:
            QTest.keyClicks(self._focus(), sign)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.keys += 1
        QTest.keyClick(self._focus(), key, modifier)

    def click(self, widget: QWidget, *, typing: bool = False) -> None:
        self.until(lambda: widget.isVisible() and widget.isEnabled())
        self.typed, self.clicks = self.typed + typing, self.clicks + (not typing)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def tap_amount(self, amount: str) -> None:
        keypad = self.window.page.sale.keypad
        for sign in amount:
            self.click(keypad.separator_key if sign == "." else keypad.key(sign), typing=True)

    def until(self, true: Callable[[], bool]) -> None:
        """Raises TimeoutError when it does not become true."""
        deadline = QDeadlineTimer(_LONGEST_MS)
        while not true():
            if deadline.hasExpired():
                raise TimeoutError("the window did not show what was waited for")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window.shell

    def served(self, name: str) -> None:
        sale = self.window.page
        self.until(
            lambda: (
                sale.presenter.face is Face.CUSTOMER
                and sale.side.customer.header.title.text() == name
                and not sale.presenter.serving.refreshing
            )
        )

    def recorded(self) -> None:
        self.until(lambda: self.window.page.presenter.done is not None)

    def arrived(self, count: int) -> None:
        """So many entries are in the merchant's ledger."""
        self.until(lambda: len(self.sandbox.ledger()) == count)

    def sell_elsewhere(self, card: str, amount: str) -> None:
        """As another register does."""
        answer = self.till.look_live(self.till.parse(card)).result()
        buyer = answer.customers[0] if answer.customers else answer.nobody
        assert buyer is not None
        self.till.confirm(Draft(ids=new_sale_ids(), buyer=buyer, gross=Decimal(amount), redeem=Decimal(0))).result()

    def stands(self) -> list[Stand]:
        model = self.window.journal.model
        return [model.row_at(place).stand for place in range(model.rowCount())]


def track(card: str) -> str:
    return f";{card}?\r"


def _known(who: Cashier) -> None:
    who.swipe(track(JANA.card))
    who.served("Jana Nováková")


def known_customer(who: Cashier) -> None:
    _known(who)
    who.type(AMOUNT)
    who.key(_Key.Key_Return)
    who.recorded()


def all_points(who: Cashier) -> None:
    _known(who)
    who.type(AMOUNT)
    who.key(_Key.Key_F4)
    who.key(_Key.Key_F4)
    who.key(_Key.Key_Return)
    who.recorded()
    done = who.window.page.presenter.done
    assert done is not None
    assert done.sale.quote.redeemed > 0


def next_customer(who: Cashier) -> None:
    known_customer(who)
    who.forget()
    who.swipe(track(PETR.card))
    who.served("Petr Novotný")


def by_phone(who: Cashier) -> None:
    _known(who)  # so that this till has heard of her
    who.key(_Key.Key_Escape)
    who.forget()
    who.type("482")
    who.until(lambda: bool(who.window.page.side.list.list.rows))
    who.key(_Key.Key_Return)
    who.served("Jana Nováková")
    who.type(AMOUNT)
    who.key(_Key.Key_Return)
    who.recorded()


def by_touch(who: Cashier) -> None:
    _known(who)
    who.tap_amount(AMOUNT)
    who.click(who.window.page.band.button)
    who.recorded()


def bank_card(who: Cashier) -> None:
    who.swipe(BANK_CARD)
    who.until(lambda: who.window.page.presenter.face is Face.REFUSED)
    who.swipe(track(JANA.card))
    who.served("Jana Nováková")


def undo(who: Cashier) -> None:
    known_customer(who)
    who.forget()
    who.key(_Key.Key_F9)
    who.until(lambda: (done := who.window.page.presenter.done) is not None and done.undone)


def hold(who: Cashier) -> None:
    _known(who)
    who.type(AMOUNT)
    who.forget()
    who.key(_Key.Key_Insert)
    who.until(lambda: who.window.page.presenter.face is Face.IDLE)
    who.key(_Key.Key_Insert)
    who.served("Jana Nováková")
    who.until(lambda: who.window.page.sale.purchase.text() == AMOUNT)


def refund(who: Cashier) -> None:
    who.sell_elsewhere(JANA.card, "200")
    who.arrived(1)
    who.key(_Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    who.until(lambda: who.stands() == [Stand.SENT] and who.window.journal.detail.refund.isVisible())
    who.key(_Key.Key_Delete)
    who.key(_Key.Key_Return)
    who.until(lambda: Stand.REFUNDED in who.stands())


def late_claim(who: Cashier) -> None:
    who.sell_elsewhere(JANA.card, "1")
    who.arrived(1)
    who.sell_elsewhere(NOBODY, "200")
    who.key(_Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    who.until(lambda: who.stands() == [Stand.ATTENTION, Stand.SENT])
    who.click(who.window.journal.detail.claim)
    who.type("jana")
    who.until(lambda: who.window.journal.claim.main.isEnabled())
    who.key(_Key.Key_Return)
    who.until(lambda: who.stands() == [Stand.SENT, Stand.SENT])


def settle(who: Cashier) -> None:
    who.sandbox.add_fault(method="addBalance", kind="error200", count=1)
    who.sell_elsewhere(JANA.card, "200")
    issues = who.window.sync.issues
    who.key(_Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    who.until(lambda: len(issues.cards) == 1)
    (card,) = issues.cards.values()
    who.until(lambda: card.button(Way.RETRY).isVisible())
    who.click(card.button(Way.RETRY))
    who.type("Eva")
    who.click(card.form.confirm)
    who.arrived(1)


FLOWS: dict[str, tuple[Callable[[Cashier], None], str, str]] = {
    "known": (known_customer, "A known customer", "swipe, amount, Enter"),
    "all points": (all_points, "With all points", "swipe, amount, F4 F4, Enter"),
    "next": (next_customer, "The next customer", "swipe"),
    "phone": (by_phone, "By the end of a phone number", "482, Enter, amount, Enter"),
    "touch": (by_touch, "By touch alone", "swipe, amount on the keypad, Confirm"),
    "bank card": (bank_card, "A bank card by mistake", "swipe, swipe the right one"),
    "undo": (undo, "Undo the sale just made", "F9"),
    "hold": (hold, "Hold a sale and take it up", "Ins, Ins"),
    "refund": (refund, "Refund the last sale", "Ctrl+2, Del, Enter"),
    "late claim": (late_claim, "Points for a forgotten card", "Ctrl+2, Add the customer, name, Enter"),
    "settle": (settle, "Settle what was refused", "Ctrl+3, Try again, who, Try again"),
}


def counted(key: str) -> Flow:
    """Go one of the ``FLOWS``."""
    go, name, how = FLOWS[key]
    with tempfile.TemporaryDirectory() as folder, real_window(Path(folder), PageKey.SALE) as (sandbox, till, window):
        who = Cashier(sandbox, till, window)
        go(who)
    return Flow(name=name, how=how, swipes=who.swipes, typed=who.typed, keys=who.keys, clicks=who.clicks)


def table() -> str:
    """All of them, a line each."""
    flows = [counted(key) for key in FLOWS]
    head = f"{'flow':30} {'swipes':>6} {'typed':>6} {'keys':>6} {'clicks':>6}   how"
    lines = (f"{flow.name:30} {flow.swipes:6} {flow.typed:6} {flow.keys:6} {flow.clicks:6}   {flow.how}" for flow in flows)
    return "\n".join([head, *lines])
