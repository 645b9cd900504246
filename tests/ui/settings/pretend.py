"""A till that only keeps a reader's profile, a window on it with the real tap, and hands and readers to press its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.appearance import Appearance
from pos_app.devices.printer.job import Limits, print_slip
from pos_app.devices.printer.pencil import draw
from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import DiskTrouble, NotPrinted
from pos_app.loyalty.programme import Programme
from pos_app.loyalty.secret import Secret
from pos_app.paper.printer import Printer
from pos_app.paper.slip import Picture, Slip
from pos_app.reader import Keystroke
from pos_app.reader.keys import CODE_ALT, CODE_CTRL, CODE_ENTER, CODE_SHIFT, CODE_TAB
from pos_app.reader.profile import ReaderProfile
from pos_app.settings import Settings
from pos_app.till.daily_backup import BackupState
from pos_app.till.events import Connection, Status
from pos_app.till.rekeying import KeyName, Line, Mode
from pos_app.ui import words
from pos_app.ui.bridge import Bridge
from pos_app.ui.printing.compose import Composer
from pos_app.ui.reader_tap import ReaderTap
from pos_app.ui.settings.page import SettingsPage
from pos_app.ui.shell import MainShell, PageKey
from pos_app.ui.status_pills import top_bar
from tests.reader.wedge import Keyboard
from tests.ui.settings.pretend_updates import PretendSwitch, PretendUpdating

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
T = TypeVar("T")
ONLINE = Status(connection=Connection.ONLINE, account=Account("riverside", Decimal(980)))
CARD = ";200044717720?\r"
NAMES = {
    CODE_ENTER: Qt.Key.Key_Return,
    CODE_TAB: Qt.Key.Key_Tab,
    CODE_SHIFT: Qt.Key.Key_Shift,
    CODE_CTRL: Qt.Key.Key_Control,
    CODE_ALT: Qt.Key.Key_Alt,
}


@dataclass
class PretendTill:
    """Keeps the choices in memory; ``disk_is_full`` refuses to."""

    profile: ReaderProfile = field(default_factory=ReaderProfile)
    disk_is_full: bool = False
    look: Appearance = field(default_factory=Appearance)
    slips: Printer = field(default_factory=Printer)
    kept: Settings = field(default_factory=Settings)

    def printer(self) -> Printer:
        return self.slips

    def save_printer(self, printer: Printer) -> Future[Printer]:
        answer: Future[Printer] = Future()
        if self.disk_is_full:
            answer.set_exception(DiskTrouble("full"))
        else:
            self.slips = printer
            answer.set_result(printer)
        return answer

    def settings(self) -> Settings:
        return self.kept

    def save_programme(self, programme: Programme) -> Future[Programme]:
        answer: Future[Programme] = Future()
        if self.disk_is_full:
            answer.set_exception(DiskTrouble("full"))
        else:
            self.kept = replace(self.kept, programme=programme)
            answer.set_result(programme)
        return answer

    def reader_profile(self) -> ReaderProfile:
        return self.profile

    def save_reader_profile(self, profile: ReaderProfile) -> Future[ReaderProfile]:
        answer: Future[ReaderProfile] = Future()
        if self.disk_is_full:
            answer.set_exception(DiskTrouble("full"))
        else:
            self.profile = profile
            answer.set_result(profile)
        return answer

    def customer_days(self) -> int:
        return self.kept.data.customer_days

    def save_customer_days(self, days: int) -> Future[int]:
        answer: Future[int] = Future()
        if self.disk_is_full:
            answer.set_exception(DiskTrouble("full"))
        else:
            self.kept = replace(self.kept, data=replace(self.kept.data, customer_days=days))
            answer.set_result(days)
        return answer

    def language(self) -> str:
        return self.kept.shop.language

    def save_language(self, language: str) -> Future[str]:
        answer: Future[str] = Future()
        if self.disk_is_full:
            answer.set_exception(DiskTrouble("full"))
        else:
            self.kept = replace(self.kept, shop=replace(self.kept.shop, language=language))
            answer.set_result(language)
        return answer

    def appearance(self) -> Appearance:
        return self.look

    def save_appearance(self, appearance: Appearance) -> Future[Appearance]:
        answer: Future[Appearance] = Future()
        if self.disk_is_full:
            answer.set_exception(DiskTrouble("full"))
        else:
            self.look = appearance
            answer.set_result(appearance)
        return answer

    def subscribe(self, _listener: object) -> object:
        return lambda: None


class Rekeying:
    """Where a till's sales go; no key is ever replaced."""

    def line(self) -> Line:
        return Line(
            core_url="https://passquare.com/api/v2",
            crm_url="https://crm.letna.cz/hook",
            account="kavarna-letna",
            mode=Mode.CRM,
            replaceable=((KeyName.APP_KEY,), (KeyName.CRM_KEY,)),
            in_memory=False,
        )

    def replace(self, given: Mapping[KeyName, Secret]) -> Future[Account | None]:
        answer: Future[Account | None] = Future()
        answer.set_result(Account("kavarna-letna", Decimal(980)) if KeyName.APP_KEY in given else None)
        return answer


@dataclass
class Disk:
    sqlite_version: str = "3.46.1"


class Upkeep:
    """A till's own facts, told at once; nothing is written."""

    def __init__(self) -> None:
        self.updating, self.choices = PretendUpdating(), PretendSwitch()

    @property
    def data(self) -> Upkeep:
        return self

    @property
    def overview(self) -> Upkeep:
        return self

    def later(self, work: Callable[[], T]) -> Future[T]:
        return _answered(work)

    def disk(self) -> tuple[Disk, object]:
        return Disk(), None

    folder = Path("/home/till/.local/share/pos-app")

    def size_bytes(self) -> int:
        return 38_400_000

    def backups(self) -> BackupState:
        return BackupState(last=NOON, kept=14, trouble="")

    def back_up(self, _file: Path) -> None:
        """As if it were there."""

    def forget_customer(self, phone: str) -> bool:
        return phone == "+420603551482"

    def save_diagnostics(self, file: Path, versions: Mapping[str, str]) -> None:
        """As if it were there."""


class TrialPrinting:
    """The till's printing without a thread: pictures are real, and what is printed goes the real way to a printer."""

    def print(self, slip: Slip, printer: Printer) -> Future[None]:
        return _answered(lambda: print_slip(slip, printer, limits=Limits(connect_s=5, stall_s=1, done_s=2)))

    def picture(self, slip: Slip, width: int) -> Future[Picture]:
        return _answered(lambda: draw(slip, width))

    def run(self, work: Callable[[], T]) -> Future[T]:
        return _answered(work)


def _answered(work: Callable[[], T]) -> Future[T]:
    future: Future[T] = Future()
    try:
        future.set_result(work())
    except NotPrinted as error:
        future.set_exception(error)
    return future


class Keys:
    """Presses keys on a window, each at its own time, as a reader or a person does."""

    def __init__(self) -> None:
        self._now_ms = 1_000_000

    def press(self, window: QWidget, strokes: Iterable[Keystroke]) -> None:
        last_ms = 0
        for stroke in strokes:
            if stroke.eaten and stroke.down:
                continue
            modifiers = Qt.KeyboardModifier.NoModifier
            if stroke.shift:
                modifiers |= Qt.KeyboardModifier.ShiftModifier
            if stroke.alt:
                modifiers |= Qt.KeyboardModifier.AltModifier
            kind = QEvent.Type.KeyPress if stroke.down else QEvent.Type.KeyRelease
            key = NAMES.get(stroke.code, ord(stroke.text[0].upper()) if stroke.text else 0)
            event = QKeyEvent(kind, int(key), modifiers, stroke.code + 8 if stroke.code else 0, 0, 0, stroke.text)
            event.setTimestamp(self._now_ms + stroke.t_ms)
            QCoreApplication.sendEvent(window.windowHandle(), event)
            last_ms = stroke.t_ms
        self._now_ms += last_ms + 5_000


@dataclass
class Stage:
    """The shell with the Settings page on a pretend till."""

    language: str = "en"
    size: tuple[int, int] = (1280, 800)
    till: PretendTill = field(default_factory=PretendTill)
    layout: str = "us"
    printing: TrialPrinting = field(default_factory=TrialPrinting)
    training: Sequence[str] = ("pos-app", "training")
    upkeep: Upkeep = field(default_factory=Upkeep)

    def open(self) -> Stage:
        czech = self.language == "cs"
        words.speak(self.language)
        self.till.kept = replace(self.till.kept, shop=replace(self.till.kept.shop, language=self.language))
        formats = words.Formats(self.language, "CZK" if czech else "EUR")
        self.keys = Keys()
        self.bridge = Bridge(self.till)  # type: ignore[arg-type]
        self.tap = ReaderTap(profile=self.till.profile)
        composer = Composer(shop="Kavárna Letná", till="Pokladna 2", formats=formats, zone=NOON.tzinfo)
        self.page = SettingsPage(
            self.till,
            self.bridge,
            formats=formats,
            keys=self.tap,
            printing=self.printing,
            composer=composer,
            now=lambda: NOON,
            rekeying=Rekeying(),
            upkeep=self.upkeep,
            training=self.training,
        )
        self.page.profile_saved.connect(self._use)
        self.shell = MainShell(title="till", clock=lambda: "14:32")
        self.shell.add_page(PageKey.SETTINGS, self.page)
        shop, till = ("Kavárna Letná", "Pokladna 2") if czech else ("Riverside Café", "Till 2")
        self.shell.show_top_bar(replace(top_bar(ONLINE, shop=shop, till=till, formats=formats), cashier="Eva K."))
        self.shell.resize(*self.size)
        self.shell.show()
        self.shell.activateWindow()
        self.shell.show_page(PageKey.SETTINGS)
        self.settle()
        return self

    def _use(self, profile: ReaderProfile) -> None:
        self.tap.remove()
        self.tap = ReaderTap(profile=profile)
        self.page.listen_to(self.tap)

    def swipe(self, text: str = CARD, *, gap_ms: float | Sequence[float] = 8, alt_codes: bool = False) -> None:
        """A reader types this, and then it is quiet."""
        self.type(Keyboard(self.layout).wedge(text, gap_ms=gap_ms, alt_codes=alt_codes))

    def type(self, strokes: Iterable[Keystroke]) -> None:
        self.keys.press(self.shell, strokes)
        self.page.presenter.silence()
        self.settle()

    def settle(self) -> None:
        """Let everything that is queued happen."""
        for _ in range(6):
            QApplication.processEvents()

    def close(self) -> None:
        self.bridge.close()
        self.tap.remove()
        self.shell.close()
        self.shell.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
