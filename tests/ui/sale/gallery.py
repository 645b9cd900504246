"""The states of the Sale screen, with the design's sample data: same names, same sums, a clock that stands at 14:32."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from decimal import Decimal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import NotPrinted, PrinterProblem
from pos_app.loyalty.programme import Programme
from pos_app.loyalty.sale import PostingState
from pos_app.paper.printer import Printer, PrinterKind
from pos_app.till.events import Connection, PostingChanged, Status
from pos_app.ui import words
from pos_app.ui.bridge import Bridge
from pos_app.ui.sale.page import SalePage
from pos_app.ui.sale.states import Field, Refusal
from pos_app.ui.shell import MainShell, PageKey
from pos_app.ui.status_pills import top_bar
from tests.gallery.view import View
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


def stage_of(view: View, *, waiting: int = 0, offline: bool = False) -> Stage:
    """The shop of the language: its money, its rules, and what it sold before."""
    status = Status(
        connection=Connection.OFFLINE if offline else Connection.ONLINE,
        waiting=waiting,
        account=Account("letna" if view.czech else "riverside", Decimal(980)),
    )
    till = PretendTill(programme=KORUNA if view.czech else EURO, online=not offline)
    if view.czech:
        till.visits[JANA.phone] = replace(till.visits[JANA.phone], paid=Decimal(764))
    till.sold_earlier("Lucie Horáková", "+420605111222", "178" if view.czech else "8.90", minutes=6)
    till.sold_earlier("Petr Svoboda", "+420605333444", "468" if view.czech else "23.40", minutes=3)
    till.records = dict(reversed(till.records.items()))
    return Stage(language=view.language, size=view.window, till=till, status=status)


def _typed(stage: Stage, *, points: bool = True) -> Stage:
    """Open, Jana's card read, her purchase typed."""
    czech = stage.language == "cs"
    stage.open()
    stage.swipe()
    stage.amount("1250,00" if czech else "64.90")
    if points:
        stage.points("300" if czech else "480")
    return stage


def idle(view: View) -> Stage:
    return stage_of(view).open()


def suggestions(view: View) -> Stage:
    stage = stage_of(view).open()
    stage.type("nov")
    return stage


def customer(view: View) -> Stage:
    stage = stage_of(view, waiting=1)
    stage.till.pending = Decimal(38)
    return _typed(stage)


def offline_stale(view: View) -> Stage:
    stage = stage_of(view, waiting=3, offline=True)
    stage.till.pending = Decimal(38)
    return _typed(stage, points=view.czech)


def offline_unknown(view: View) -> Stage:
    stage = stage_of(view, waiting=4, offline=True).open()
    stage.swipe("200044718820")
    stage.amount("420,00" if view.czech else "21.00")
    return stage


def confirmed(view: View) -> Stage:
    stage = _typed(stage_of(view))
    stage.page.presenter.type_receipt("20418")
    stage.page.presenter.confirm_pressed()
    stage.settle()
    for record in tuple(stage.till.records.values())[-1:]:
        for posting in record.postings:
            stage.till.tell(PostingChanged(replace(posting, state=PostingState.APPLIED)))
    stage.settle()
    stage.wait(3.3)
    return stage


def confirmed_offline(view: View) -> Stage:
    stage = _typed(stage_of(view, waiting=1, offline=True), points=False)
    stage.page.presenter.confirm_pressed()
    stage.settle()
    return stage


def undone(view: View) -> Stage:
    stage = confirmed(view)
    stage.page.presenter.undo()
    stage.settle()
    return stage


def _slip_asked(view: View) -> tuple[Stage, Future[None]]:
    stage = confirmed(view)
    stage.till.printing.printer = Printer(kind=PrinterKind.NETWORK, address="192.168.1.50")
    stage.page.presenter.print_slip()
    return stage, stage.till.printing.jobs[0][2]


def slip_printed(view: View) -> Stage:
    stage, job = _slip_asked(view)
    job.set_result(None)
    stage.settle()
    return stage


def printer_off(view: View) -> Stage:
    stage, job = _slip_asked(view)
    job.set_exception(NotPrinted(PrinterProblem.NO_ANSWER))
    stage.settle()
    return stage


def refused(view: View) -> Stage:
    stage = stage_of(view).open()
    stage.amount("1250,00" if view.czech else "64.90")
    stage.page.presenter.refuse(Refusal.BANK_CARD)
    stage.settle()
    return stage


def many(view: View) -> Stage:
    stage = stage_of(view).open()
    stage.type("482")
    stage.wait(1)
    return stage


def not_found(view: View) -> Stage:
    stage = stage_of(view)
    stage.till.customers = ()
    stage.open()
    stage.amount("420,00" if view.czech else "18.50")
    stage.type("777 123 482")
    stage.wait(1)
    return stage


def question(view: View) -> Stage:
    stage = customer(view)
    stage.swipe("200044710019")
    return stage


def on_hold(view: View) -> Stage:
    stage = _typed(stage_of(view), points=False)
    stage.page.presenter.hold()
    stage.amount("12")
    stage.page.presenter.hold()
    stage.settle()
    return stage


def same_again(view: View) -> Stage:
    stage = stage_of(view).open()
    for _ in range(2):
        stage.wait(20)
        stage.swipe()
        stage.amount("64")
        stage.page.presenter.confirm_pressed()
        stage.settle()
    return stage


def owing(view: View) -> Stage:
    stage = stage_of(view)
    stage.till.customers = (person("Eva", "Malá", "+420601000111", "-40", cards=(CARD,)),)
    stage.open()
    stage.swipe()
    stage.amount("64")
    return stage


def too_many_points(view: View) -> Stage:
    stage = _typed(stage_of(view), points=False)
    stage.page.presenter.go(Field.REDEEM)
    stage.page.sale.redeem.insert("99999")
    stage.settle()
    return stage


def letters(view: View) -> Stage:
    stage = stage_of(view).open()
    QTest.mouseClick(stage.page.side.search.edit, Qt.MouseButton.LeftButton)
    for sign in {"ru": "нов"}.get(view.language, "nov"):
        stage.page.sale.letters.key(sign).click()
    stage.settle()
    return stage


def every_key(view: View) -> Stage:
    stage = customer(view)
    stage.shell.overlay.toggle()
    stage.settle()
    return stage


SCENES: dict[str, Callable[[View], Stage]] = {
    "idle": idle,
    "suggestions": suggestions,
    "customer": customer,
    "offline-stale": offline_stale,
    "offline-unknown-card": offline_unknown,
    "confirmed": confirmed,
    "confirmed-offline": confirmed_offline,
    "undone": undone,
    "slip-printed": slip_printed,
    "printer-off": printer_off,
    "bank-card-refused": refused,
    "multiple-matches": many,
    "not-found": not_found,
    "change-of-customer": question,
    "on-hold": on_hold,
    "same-again": same_again,
    "owing": owing,
    "too-many-points": too_many_points,
    "letters": letters,
    "keys": every_key,
}
