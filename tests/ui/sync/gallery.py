"""The states of the Sync centre, with the design's sample data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_app.loyalty.account import Account
from pos_app.loyalty.programme import Programme
from pos_app.till.events import Connection, Status
from pos_app.till.overview import Turn
from pos_app.ui import words
from pos_app.ui.bridge import Bridge
from pos_app.ui.shell import MainShell, PageKey
from pos_app.ui.status_pills import top_bar
from pos_app.ui.sync.issue_card import IssueCard
from pos_app.ui.sync.issues import Way
from pos_app.ui.sync.page import SyncPage
from tests.gallery.view import View
from tests.ui.sale.gallery import Clock
from tests.ui.sync import person_cards, pretend
from tests.ui.sync.pretend import GOOD, PretendSync, told, two_waiting

ACCOUNT = Account("riverside", Decimal(980))
ALL_REASONS = (
    pretend.fewer_points,
    pretend.nobodys_card,
    pretend.nobodys_phone,
    pretend.refused,
    pretend.unknown,
    pretend.moved,
    pretend.differs,
    pretend.other_account,
    pretend.damaged,
    person_cards.registered_otherwise,
)


@dataclass
class Stage:
    """A window on a pretend till, with the Sync centre on it."""

    till: PretendSync = field(default_factory=PretendSync)
    language: str = "en"
    size: tuple[int, int] = (1280, 800)
    status: Status = field(default_factory=lambda: Status(connection=Connection.ONLINE, account=ACCOUNT))

    def open(self) -> Stage:
        czech = self.language == "cs"
        words.speak(self.language)
        self.clock = Clock()
        outstanding = self.till.outstanding_is
        self.status = replace(self.status, waiting=outstanding.waiting_count, needs_person=outstanding.stuck_count)
        self.till.status_is = self.status
        formats = words.Formats(self.language, "CZK" if czech else "EUR")
        self.bridge = Bridge(self.till)
        self.page = SyncPage(
            self.till,
            self.bridge,
            programme=Programme(point_value=Decimal("0.01")),
            formats=formats,
            status=self.status,
            now=pretend.now,
            clock=self.clock,
        )
        self.bridge.happened.connect(self.page.happened)
        self.shell = MainShell(title="till", clock=lambda: formats.time(pretend.NOW))
        self.shell.add_page(PageKey.SYNC, self.page)
        self.shell.show_count(PageKey.SYNC, self.status.needs_person, words.shell.need_attention(self.status.needs_person))
        shop, till = ("Kavárna Letná", "Pokladna 2") if czech else ("Riverside Café", "Till 2")
        self.shell.show_top_bar(replace(top_bar(self.status, shop=shop, till=till, formats=formats), cashier="Eva K."))
        self.shell.resize(*self.size)
        self.shell.show()
        self.shell.activateWindow()
        self.shell.request_page(PageKey.SYNC)
        self.settle()
        return self

    def settle(self) -> None:
        """Let everything that is queued happen."""
        for _ in range(8):
            QApplication.processEvents()

    def wait(self, seconds: float) -> None:
        self.clock.at += seconds
        self.page.presenter.wake()
        self.page.show_state()
        self.settle()

    @property
    def cards(self) -> list[IssueCard]:
        return list(self.page.issues.cards.values())

    def card(self, at: int = 0) -> IssueCard:
        return self.cards[at]

    def choose(self, way: Way, at: int = 0) -> IssueCard:
        """Press the button of a way out."""
        card = self.card(at)
        card.button(way).click()
        self.settle()
        return card

    def close(self) -> None:
        self.bridge.close()
        self.shell.close()
        self.shell.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle()


def _open(view: View, till: PretendSync, status: Status | None = None) -> Stage:
    account = Account("letna" if view.czech else "riverside", Decimal(980))
    status = replace(status or Status(connection=Connection.ONLINE), account=account)
    return Stage(till=till, language=view.language, size=view.window, status=status).open()


def picture(view: View) -> Stage:
    """The design's picture."""
    return _open(view, PretendSync(told((pretend.fewer_points(), pretend.nobodys_card()), two_waiting())))


def every_reason(view: View) -> Stage:
    """A window as high as all of the cards together."""
    stage = _open(view, PretendSync(told(tuple(make() for make in ALL_REASONS))))
    stage.shell.resize(stage.shell.width(), 2600)
    stage.settle()
    return stage


def forgiving(view: View) -> Stage:
    stage = picture(view)
    stage.choose(Way.TAKE_ONLY)
    stage.page.presenter.type_who("Eva")
    stage.settle()
    return stage


def choosing(view: View) -> Stage:
    stage = picture(view)
    card = stage.choose(Way.CHOOSE, 1)
    card.form.search.insert("svo")
    stage.wait(0.1)
    return stage


def unfolded(view: View) -> Stage:
    stage = picture(view)
    stage.card().fold.click()
    stage.settle()
    return stage


def letters(view: View) -> Stage:
    stage = picture(view)
    form = stage.choose(Way.TAKE_ONLY).form
    QTest.mouseClick(form.why.edit, Qt.MouseButton.LeftButton)
    stage.settle()
    return stage


def decided(view: View) -> Stage:
    stage = picture(view)
    form = stage.choose(Way.VOID).form
    form.who.insert("Eva")
    form.why.insert("přinesla zpět" if view.czech else "brought back")
    form.confirm.click()
    stage.settle()
    stage.choose(Way.CHOOSE).form.confirm.click()
    stage.settle()
    return stage


def offline(view: View) -> Stage:
    reach = replace(GOOD.reaches[0], connection=Connection.OFFLINE, answered_ago_s=640.0)
    waiting = tuple(replace(each, turn=Turn.CLOSED, in_s=20.0) for each in two_waiting())
    till = PretendSync(told((), waiting), replace(GOOD, reaches=(reach,)), online=False)
    return _open(view, till, Status(connection=Connection.OFFLINE))


def _trouble(view: View, connection: Connection) -> Stage:
    reach = replace(GOOD.reaches[0], connection=connection, answered_ago_s=640.0)
    waiting = tuple(replace(each, turn=Turn.CLOSED, in_s=200.0) for each in two_waiting())
    till = PretendSync(told((), waiting), replace(GOOD, reaches=(reach, GOOD.reaches[0])))
    return _open(view, till, Status(connection=connection))


def portal(view: View) -> Stage:
    return _trouble(view, Connection.PORTAL)


def key_refused(view: View) -> Stage:
    return _trouble(view, Connection.KEY_REFUSED)


def stopped(view: View) -> Stage:
    why = "The first write did something else than it should: the discount went from 5 to 0."
    waiting = tuple(replace(each, turn=Turn.STOPPED, in_s=None) for each in two_waiting())
    status = Status(connection=Connection.ONLINE, writes_stopped=why, clock_behind_min=-12)
    return _open(view, PretendSync(told((), waiting)), status)


def empty(view: View) -> Stage:
    return _open(view, PretendSync())


def many(view: View) -> Stage:
    late = pretend.NOW - timedelta(days=1)
    waiting = tuple(
        pretend.waits("8.90", f"Customer {number}", f"+42060511{number:04}", late + timedelta(seconds=number))
        for number in range(500)
    )
    return _open(view, PretendSync(told((), waiting, more=49_500)))


SCENES: dict[str, Callable[[View], Stage]] = {
    "centre": picture,
    "forgiving": forgiving,
    "choosing": choosing,
    "unfolded": unfolded,
    "letters": letters,
    "decided": decided,
    "offline": offline,
    "portal": portal,
    "key-refused": key_refused,
    "stopped": stopped,
    "empty": empty,
    "many": many,
}
LONG_SCENES = {"every-reason": every_reason}
