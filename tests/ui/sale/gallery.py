"""``python -m tests.ui.sale.gallery FOLDER [NAME…]``: the states of the Sale screen as pictures, with the design's sample data.

For looking at beside the design: same names, same sums, same size, a clock that stands at 14:32.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_app.loyalty.account import Account
from pos_app.loyalty.programme import Programme
from pos_app.loyalty.sale import PostingState
from pos_app.till.events import Connection, PostingChanged, Status
from pos_app.ui import words
from pos_app.ui.bridge import Bridge
from pos_app.ui.sale.page import SalePage
from pos_app.ui.sale.states import Field, Refusal
from pos_app.ui.shell import MainShell, PageKey
from pos_app.ui.status_pills import top_bar
from pos_app.ui.theme import install
from tests.ui.sale.pretend import JANA, NOW, PretendTill, now, person

ONLINE = Status(connection=Connection.ONLINE, account=Account("riverside", Decimal(980)))
EURO = Programme(point_value=Decimal("0.01"))
KORUNA = Programme(max_redeem_percent=Decimal(50), offline_redeem=True)
CARD = "200044717712"


class Clock:
    """Seconds that a test moves."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


@dataclass
class Stage:
    """A window on a pretend till."""

    language: str = "en"
    size: tuple[int, int] = (1280, 800)
    till: PretendTill = field(default_factory=lambda: PretendTill(programme=EURO))
    status: Status = ONLINE

    def open(self) -> Stage:
        czech = self.language == "cs"
        words.speak(self.language)
        self.clock = Clock()
        formats = words.Formats(self.language, "CZK" if czech else "EUR")
        self.bridge = Bridge(self.till)
        self.page = SalePage(
            self.till,
            self.bridge,
            programme=self.till.programme,
            formats=formats,
            region="CZ",
            status=self.status,
            now=now,
            clock=self.clock,
        )
        self.bridge.happened.connect(self.page.happened)
        self.shell = MainShell(title="till", clock=lambda: formats.time(NOW))
        self.shell.add_page(PageKey.SALE, self.page)
        shop, till = ("Kavárna Letná", "Pokladna 2") if czech else ("Riverside Café", "Till 2")
        self.shell.show_top_bar(replace(top_bar(self.status, shop=shop, till=till, formats=formats), cashier="Eva K."))
        self.shell.resize(*self.size)
        self.shell.show()
        self.shell.activateWindow()
        self.settle()
        return self

    @property
    def sale(self) -> SalePage:
        return self.page

    def settle(self) -> None:
        """Let everything that is queued happen."""
        for _ in range(6):
            QApplication.processEvents()

    def swipe(self, card: str = CARD) -> None:
        self.page.presenter.read((card,))
        self.settle()

    def amount(self, text: str) -> None:
        self.page.presenter.go(Field.PURCHASE)
        for sign in text:
            self.page.sale.purchase.insert(sign)
        self.settle()

    def points(self, text: str) -> None:
        self.page.presenter.go(Field.REDEEM)
        for sign in text:
            self.page.sale.redeem.insert(sign)
        self.page.presenter.go(Field.PURCHASE)
        self.settle()

    def type(self, text: str) -> None:
        self.page.presenter.go(Field.SEARCH)
        self.page.side.search.insert(text)
        self.settle()

    def wait(self, seconds: float) -> None:
        self.clock.at += seconds
        self.page.presenter.wake()
        self.settle()

    def close(self) -> None:
        self.bridge.close()
        self.shell.close()
        self.shell.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle()


def english() -> Stage:
    till = PretendTill(programme=EURO)
    till.sold_earlier("Lucie Horáková", "+420605111222", "8.90", minutes=6)
    till.sold_earlier("Petr Svoboda", "+420605333444", "23.40", minutes=3)
    till.records = dict(reversed(till.records.items()))
    return Stage(till=till)


def czech(size: tuple[int, int] = (1280, 800), *, waiting: int = 0, offline: bool = False) -> Stage:
    status = Status(
        connection=Connection.OFFLINE if offline else Connection.ONLINE, waiting=waiting, account=Account("letna", Decimal(980))
    )
    till = PretendTill(programme=KORUNA, online=not offline)
    till.visits[JANA.phone] = replace(till.visits[JANA.phone], paid=Decimal(764))
    return Stage(language="cs", size=size, till=till, status=status)


def idle() -> Stage:
    return english().open()


def suggestions() -> Stage:
    stage = english().open()
    stage.type("nov")
    return stage


def _customer(stage: Stage, amount: str, points: str) -> Stage:
    stage.till.pending = Decimal(38)
    stage.open()
    stage.swipe()
    stage.amount(amount)
    stage.points(points)
    return stage


def customer() -> Stage:
    stage = english()
    stage.status = replace(ONLINE, waiting=1)
    return _customer(stage, "64.90", "480")


def customer_small() -> Stage:
    return _customer(czech((1024, 768), waiting=1), "1250,00", "300")


def customer_large() -> Stage:
    stage = english()
    stage.size = (1600, 900)
    return _customer(stage, "64.90", "480")


def offline_stale() -> Stage:
    return _customer(czech(waiting=3, offline=True), "1250,00", "300")


def offline_unknown() -> Stage:
    stage = czech(waiting=4, offline=True).open()
    stage.swipe("200044718820")
    stage.amount("420,00")
    return stage


def confirmed() -> Stage:
    stage = english()
    stage.open()
    stage.swipe()
    stage.amount("64.90")
    stage.points("480")
    stage.page.presenter.type_receipt("20418")
    stage.page.presenter.confirm_pressed()
    stage.settle()
    for record in tuple(stage.till.records.values())[-1:]:
        for posting in record.postings:
            stage.till.tell(PostingChanged(replace(posting, state=PostingState.APPLIED)))
    stage.settle()
    stage.wait(3.3)
    return stage


def refused() -> Stage:
    stage = english().open()
    stage.amount("64.90")
    stage.page.presenter.refuse(Refusal.BANK_CARD)
    stage.settle()
    return stage


def many() -> Stage:
    stage = czech().open()
    stage.type("482")
    stage.wait(1)
    return stage


def not_found() -> Stage:
    stage = english()
    stage.till.customers = ()
    stage.open()
    stage.amount("18.50")
    stage.type("777 123 482")
    stage.wait(1)
    return stage


def question() -> Stage:
    stage = customer()
    stage.swipe("200044710019")
    return stage


def on_hold() -> Stage:
    stage = english().open()
    stage.swipe()
    stage.amount("64.90")
    stage.page.presenter.hold()
    stage.amount("12")
    stage.page.presenter.hold()
    stage.settle()
    return stage


def same_again() -> Stage:
    stage = english().open()
    for _ in range(2):
        stage.wait(20)
        stage.swipe()
        stage.amount("64.90")
        stage.page.presenter.confirm_pressed()
        stage.settle()
    return stage


def owing() -> Stage:
    stage = Stage(till=PretendTill(programme=EURO, customers=(person("Eva", "Malá", "+420601000111", "-40", cards=(CARD,)),)))
    stage.open()
    stage.swipe()
    stage.amount("64.90")
    return stage


def letters() -> Stage:
    stage = czech((1024, 768))
    stage.open()
    QTest.mouseClick(stage.page.side.search.edit, Qt.MouseButton.LeftButton)
    for sign in "nov":
        stage.page.sale.letters.key(sign).click()
    stage.settle()
    return stage


SCENES: dict[str, Callable[[], Stage]] = {
    "01-sale-idle": idle,
    "02-sale-suggestions": suggestions,
    "03-sale-customer": customer,
    "04-sale-customer-1024x768": customer_small,
    "05-sale-customer-1600x900": customer_large,
    "08-sale-offline-stale": offline_stale,
    "09-sale-offline-unknown-card": offline_unknown,
    "10-sale-confirmed": confirmed,
    "11-sale-bank-card-refused": refused,
    "12-sale-multiple-matches": many,
    "13-sale-not-found": not_found,
    "change-of-customer": question,
    "on-hold": on_hold,
    "same-again": same_again,
    "owing": owing,
    "letters": letters,
}


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setCursorFlashTime(0)
    install()
    for name, scene in SCENES.items():
        if len(arguments) > 1 and not any(name.startswith(wanted) for wanted in arguments[1:]):
            continue
        stage = scene()
        stage.shell.grab().save(str(folder / f"{name}.png"))
        stage.close()


if __name__ == "__main__":
    main(sys.argv[1:])
