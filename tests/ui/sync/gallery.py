"""``python -m tests.ui.sync.gallery FOLDER [NAME…]``: the states of the Sync centre as pictures, with the design's sample data."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

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
from pos_app.ui.theme import ThemeKind, install
from tests.ui.sale.gallery import Clock
from tests.ui.sync import pretend
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
)


@dataclass
class Stage:
    """A window on a pretend till, with the Sync centre on it."""

    till: PretendSync = field(default_factory=PretendSync)
    language: str = "en"
    size: tuple[int, int] = (1280, 800)
    status: Status = field(default_factory=lambda: Status(connection=Connection.ONLINE, account=ACCOUNT))
    theme: ThemeKind = ThemeKind.LIGHT

    def open(self) -> Stage:
        czech = self.language == "cs"
        words.speak(self.language)
        install(self.theme)
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


def picture(**wishes: object) -> Stage:
    """The design's picture."""
    till = PretendSync(told((pretend.fewer_points(), pretend.nobodys_card()), two_waiting()))
    return Stage(till=till, **wishes).open()  # type: ignore[arg-type]


def czech() -> Stage:
    return picture(language="cs")


def small() -> Stage:
    return picture(size=(1024, 768))


def small_czech() -> Stage:
    return picture(size=(1024, 720), language="cs")


def laptop() -> Stage:
    return picture(size=(1366, 768))


def large() -> Stage:
    return picture(size=(1920, 1080))


def dark() -> Stage:
    return picture(theme=ThemeKind.DARK, language="cs")


def high_contrast() -> Stage:
    return picture(theme=ThemeKind.HIGH_CONTRAST)


def every_reason() -> Stage:
    stage = Stage(till=PretendSync(told(tuple(make() for make in ALL_REASONS))), size=(1280, 2600))
    return stage.open()


def every_reason_czech() -> Stage:
    stage = Stage(till=PretendSync(told(tuple(make() for make in ALL_REASONS))), size=(1024, 2900), language="cs")
    return stage.open()


def forgiving() -> Stage:
    stage = picture()
    stage.choose(Way.TAKE_ONLY)
    stage.page.presenter.type_who("Eva")
    stage.settle()
    return stage


def choosing() -> Stage:
    stage = picture()
    card = stage.choose(Way.CHOOSE, 1)
    card.form.search.insert("svo")
    stage.wait(0.1)
    return stage


def unfolded() -> Stage:
    stage = picture()
    stage.card().fold.click()
    stage.settle()
    return stage


def letters() -> Stage:
    stage = picture(size=(1024, 720), language="cs", theme=ThemeKind.DARK)
    form = stage.choose(Way.TAKE_ONLY).form
    QTest.mouseClick(form.why.edit, Qt.MouseButton.LeftButton)
    stage.settle()
    return stage


def decided() -> Stage:
    stage = picture(theme=ThemeKind.HIGH_CONTRAST)
    form = stage.choose(Way.VOID).form
    form.who.insert("Eva")
    form.why.insert("brought back")
    form.confirm.click()
    stage.settle()
    stage.choose(Way.CHOOSE).form.confirm.click()
    stage.settle()
    return stage


def offline() -> Stage:
    reach = replace(GOOD.reaches[0], connection=Connection.OFFLINE, answered_ago_s=640.0)
    waiting = tuple(replace(each, turn=Turn.CLOSED, in_s=20.0) for each in two_waiting())
    till = PretendSync(told((), waiting), replace(GOOD, reaches=(reach,)), online=False)
    return Stage(till=till, status=Status(connection=Connection.OFFLINE, account=ACCOUNT)).open()


def _trouble(connection: Connection, language: str = "en") -> Stage:
    reach = replace(GOOD.reaches[0], connection=connection, answered_ago_s=640.0)
    waiting = tuple(replace(each, turn=Turn.CLOSED, in_s=200.0) for each in two_waiting())
    till = PretendSync(told((), waiting), replace(GOOD, reaches=(reach, GOOD.reaches[0])))
    return Stage(till=till, status=Status(connection=connection, account=ACCOUNT), language=language).open()


def portal() -> Stage:
    return _trouble(Connection.PORTAL)


def key_refused() -> Stage:
    return _trouble(Connection.KEY_REFUSED, "cs")


def stopped() -> Stage:
    why = "The first write did something else than it should: the discount went from 5 to 0."
    waiting = tuple(replace(each, turn=Turn.STOPPED, in_s=None) for each in two_waiting())
    status = Status(connection=Connection.ONLINE, account=ACCOUNT, writes_stopped=why, clock_behind_min=-12)
    return Stage(till=PretendSync(told((), waiting)), status=status).open()


def empty() -> Stage:
    return Stage().open()


def many() -> Stage:
    late = pretend.NOW - timedelta(days=1)
    waiting = tuple(
        pretend.waits("8.90", f"Customer {number}", f"+42060511{number:04}", late + timedelta(seconds=number))
        for number in range(500)
    )
    return Stage(till=PretendSync(told((), waiting, more=49_500))).open()


SCENES: dict[str, Callable[[], Stage]] = {
    "16-sync-centre": picture,
    "czech": czech,
    "1024x768": small,
    "1024x720-czech": small_czech,
    "1366x768": laptop,
    "1920x1080": large,
    "dark-czech": dark,
    "high-contrast": high_contrast,
    "every-reason": every_reason,
    "every-reason-czech": every_reason_czech,
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
