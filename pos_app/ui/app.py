"""The window program: builds what is seen on top of a till, and runs it until it is closed.

Closing asks nothing: everything that was promised is on the disk. GUI thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from pos_app.loyalty.customer import Customer
from pos_app.loyalty.phone import calling_code
from pos_app.paper.printer import PrinterKind
from pos_app.reader import ReaderProfile, Scan
from pos_app.till.events import Event, InstallWanted, StatusChanged, UpdatesChanged, WindowWanted
from pos_app.ui import words
from pos_app.ui.application import application, faults_shown, signals_close
from pos_app.ui.bridge import Bridge
from pos_app.ui.journal.page import JournalPage
from pos_app.ui.printing.compose import Composer
from pos_app.ui.printing.page import print_on_system
from pos_app.ui.reader_tap import ReaderTap
from pos_app.ui.register.page import RegisterPage
from pos_app.ui.sale.letters_door import LettersDoor
from pos_app.ui.sale.page import SalePage
from pos_app.ui.scale import desktop_size, remember_screen, set_scale
from pos_app.ui.settings.nav import Section
from pos_app.ui.settings.page import SettingsPage
from pos_app.ui.shell import MainShell, PageKey
from pos_app.ui.status_pills import top_bar
from pos_app.ui.sync.page import SyncPage
from pos_app.ui.theme import ChosenMotion, ChosenTheme
from pos_app.ui.training.dock import TrainingDock
from pos_app.ui.training.strip import TrainingStrip

if TYPE_CHECKING:
    from pathlib import Path

    from pos_app.appearance import Appearance, Sound, SoundLevel
    from pos_app.till.events import Status
    from pos_app.till.till import Till
    from pos_app.ui.training.ground import Ground

Player = Callable[["Sound", "SoundLevel"], None]
"""Has a sound heard; returns at once."""


def _silent(_sound: Sound, _level: SoundLevel) -> None:
    """A computer without a loudspeaker."""


class TillWindow(QObject):
    """The shell with its pages, the reader's tap and the bridge to the till, tied together.

    ``language_changed``: its words are of another language than the till's; another window has them.
    """

    language_changed = Signal()

    def __init__(
        self,
        till: Till,
        play: Player = _silent,
        *,
        training: Sequence[str] = (),
        less_motion: Callable[[], bool] | None = None,
    ) -> None:
        """``less_motion``: whether the computer's desktop wants less of it; may block. None: nothing moves."""
        super().__init__()
        self._choices, self._player, self._updating = till.choices, play, till.updating
        self._hears = True
        shop = till.settings.shop
        self._shop = shop
        self._formats = words.Formats(till.choices.language(), shop.currency)
        self._composer = Composer(shop=shop.name, till=shop.till, formats=self._formats)
        till.printing.add_way(PrinterKind.SYSTEM, print_on_system)
        self.bridge = Bridge(till, self)
        self.page = SalePage(
            till,
            self.bridge,
            programme=till.choices.programme(),
            formats=self._formats,
            region=shop.region,
            status=till.status(),
            now=_now,
            play=self._play,
            composer=self._composer,
        )
        self.shell = MainShell(title=f"pos-app — {shop.name}, {shop.till}", clock=lambda: self._formats.time(_now()))
        self.shell.add_page(PageKey.SALE, self.page)
        self.sync = SyncPage(
            till,
            self.bridge,
            programme=till.choices.programme(),
            formats=self._formats,
            status=till.status(),
            now=_now,
        )
        self.shell.add_page(PageKey.SYNC, self.sync)
        self._show_status(till.status())
        self.tap = self._new_tap(till.choices.reader_profile())
        self._theme = ChosenTheme(till.choices.appearance().theme, self)
        self._motion = ChosenMotion(till.choices.appearance().motion, less_motion, self) if less_motion else None
        self.settings = SettingsPage(
            till.choices,
            self.bridge,
            formats=self._formats,
            keys=self.tap,
            printing=till.printing,
            composer=self._composer,
            now=_now,
            rekeying=till.rekeying,
            upkeep=till,
            training=training,
        )
        self.sync.issues.key_wanted.connect(self._replace_key)
        self.settings.profile_saved.connect(self._use_reader)
        self.settings.appearance.saved.connect(self._look_like)
        self.settings.keyboard.saved.connect(self._look_like)
        self.settings.keyboard.language_saved.connect(self.language_changed)
        self.settings.programme.saved.connect(self.page.presenter.use_programme)
        self.settings.keyboard.keys_wanted.connect(self.shell.overlay.toggle)
        self.shell.add_page(PageKey.SETTINGS, self.settings)
        self.journal = JournalPage(till, self.bridge, phrases=self.page.phrases, now=_now, composer=self._composer)
        self.shell.add_page(PageKey.JOURNAL, self.journal)
        self.page.journal_wanted.connect(lambda: self.shell.request_page(PageKey.JOURNAL))
        self.register = RegisterPage(till, self.bridge, formats=self._formats, status=till.status())
        self.register.served.connect(self.page.presenter.serve_again)
        self.register.left.connect(lambda: self.shell.show_page(PageKey.SALE))
        for page in (self.page, self.sync):
            page.register_wanted.connect(self._register)
        self.page.edit_wanted.connect(self._edit)
        self.shell.add_page(PageKey.REGISTER, self.register)
        self._lay_out(till.choices.appearance())
        self.bridge.happened.connect(self._happened)

    def fall_silent(self) -> None:
        """Hear nothing from the till and from any reader any more. Twice is once."""
        self.bridge.close()
        if self._hears:
            self._hears = False
            self.tap.remove()

    def take_over(self, before: TillWindow) -> None:
        """Stand where that window stands, and show what was chosen in it; it goes."""
        self.shell.setGeometry(before.shell.geometry())
        self.shell.setWindowState(before.shell.windowState())
        self.shell.request_page(PageKey.SETTINGS)
        self.settings.choose(Section.KEYBOARD)
        self.shell.show()
        before.close()

    def close(self) -> None:
        """Take the window down."""
        self.fall_silent()
        self.shell.close()
        self.shell.deleteLater()
        self.deleteLater()

    def train(self, ground: Ground) -> None:
        """Say that this is training, and show what there is to try."""
        strip, side = TrainingStrip(), TrainingDock(ground, self.bridge, self._formats, key_clock=self._key_time)
        strip.side_wanted.connect(self.shell.toggle_side)
        self.shell.add_training(strip, side)

    def _key_time(self) -> int:
        # The tap may be another one by then.
        return self.tap.clock.now()

    def fault(self) -> None:
        """Something in the program went wrong: say so, the sales are safe."""
        self.page.presenter.fault()

    def _new_tap(self, profile: ReaderProfile) -> ReaderTap:
        tap = ReaderTap(profile=profile, parent=self)
        tap.scanned.connect(self._scanned)
        return tap

    def _use_reader(self, profile: ReaderProfile) -> None:
        """From the next key on the reader is known by this profile."""
        self.tap.remove()
        self.tap = self._new_tap(profile)
        self.settings.listen_to(self.tap)

    def _play(self, sound: Sound) -> None:
        self._player(sound, self._choices.appearance().sound)

    def _look_like(self, appearance: Appearance) -> None:
        """Colours, movement, keypad and sides change at once; the size does at the next start."""
        self._theme.choose(appearance.theme)
        if self._motion is not None:
            self._motion.choose(appearance.motion)
        self._lay_out(appearance)

    def _lay_out(self, appearance: Appearance) -> None:
        for page in (self.page, self.journal, self.sync):
            page.apply_appearance(appearance)
        for door in self.shell.findChildren(LettersDoor):
            door.choose(appearance.letters)

    def _scanned(self, scan: Scan) -> None:
        if self.shell.shown is PageKey.SETTINGS and self.settings.wants_swipes:
            # The set-up has seen the keys themselves.
            return
        if self.shell.shown is PageKey.REGISTER and self.register.wants_swipes:
            self.register.scanned(scan)
            return
        if self.shell.shown is not PageKey.SALE:
            self.shell.show_page(PageKey.SALE)
        self.page.scanned(scan)

    def _replace_key(self) -> None:
        self.shell.request_page(PageKey.SETTINGS)
        self.settings.replace_key()

    def _register(self, phone: str) -> None:
        self.register.open_new(phone)
        self.shell.show_page(PageKey.REGISTER)

    def _edit(self, customer: Customer) -> None:
        self.register.open_edit(customer)
        self.shell.show_page(PageKey.REGISTER)

    def _happened(self, event: Event) -> None:
        if isinstance(event, WindowWanted):
            _to_the_front(self.shell)
            return
        if isinstance(event, InstallWanted):
            self.shell.close()
            return
        if isinstance(event, UpdatesChanged):
            self._show_updates()
            return
        if isinstance(event, StatusChanged):
            self._show_status(event.status)
        self.page.happened(event)
        self.sync.happened(event)
        self.journal.happened(event)
        self.register.happened(event)

    def _show_updates(self) -> None:
        self.settings.about.updates.show_state()
        self.shell.show_hint(PageKey.SETTINGS, words.updates.hint() if self._updating.state.release is not None else "")

    def _show_status(self, status: Status) -> None:
        self.shell.show_count(PageKey.SYNC, status.needs_person, words.shell.need_attention(status.needs_person))
        self.shell.show_top_bar(top_bar(status, shop=self._shop.name, till=self._shop.till, formats=self._formats))


def run(
    till: Till,
    *,
    argv: Sequence[str],
    screen_memory: Path,
    play: Player = _silent,
    ground: Ground | None = None,
    training: Sequence[str] = (),
    less_motion: Callable[[], bool] | None = None,
) -> int:
    """Show the till's window until it is closed; answers the exit code. ``till`` is started and closed by the caller.

    ``screen_memory``: the file in which the screen's size is kept from one start to the next. ``ground``: of a till for training.
    ``training``: the command that opens one beside this till; empty: none can be opened from here. ``less_motion``: see TillWindow.
    """
    set_scale(till.choices.appearance().text_percent, argv, screen_memory)
    app = application(argv, language=till.choices.language())
    another = partial(_window, till, play, ground, training, less_motion)
    window = another()
    # The first typed digit must not wait for the tables of the world's phone numbers.
    threading.Thread(target=calling_code, args=(till.settings.shop.region,), name="warm-up", daemon=True).start()
    screen = desktop_size(window.shell.screen())
    threading.Thread(target=remember_screen, args=(screen, screen_memory), name="screen-size", daemon=True).start()
    try:
        with signals_close(app):
            show_whole(window.shell)
            while (code := _until_closed(app, window)) == _ANOTHER:
                # The old one first: what lies on the counter is the new one's from then on.
                window.fall_silent()
                words.speak(till.choices.language())
                before, window = window, another()
                window.take_over(before)
            return code
    finally:
        window.close()


_ANOTHER = -1
"""No exit code of the program: another window is wanted."""


def _window(
    till: Till, play: Player, ground: Ground | None, training: Sequence[str], less_motion: Callable[[], bool] | None
) -> TillWindow:
    window = TillWindow(till, play, training=training, less_motion=less_motion)
    if ground is not None:
        window.train(ground)
    return window


def _until_closed(app: QApplication, window: TillWindow) -> int:
    """Show it until it is closed, or is to speak another language."""
    window.shell.closing.connect(app.quit)
    window.language_changed.connect(lambda: app.exit(_ANOTHER))
    try:
        with faults_shown(window.fault):
            return app.exec()
    finally:
        window.shell.closing.disconnect(app.quit)


def show_whole(shell: MainShell) -> None:
    """A till has the whole screen, unless that is smaller than what can be shown."""
    free, least = shell.screen().availableGeometry(), shell.minimumSize()
    if free.width() >= least.width() and free.height() >= least.height():
        shell.showMaximized()
    else:
        shell.show()


def _to_the_front(shell: MainShell) -> None:
    """Up from the task bar, above the others, with the keyboard; at least asking for it where the desktop decides that."""
    shell.setWindowState(shell.windowState() & ~Qt.WindowState.WindowMinimized)
    shell.show()
    shell.raise_()
    shell.activateWindow()
    QApplication.alert(shell)


def _now() -> datetime:
    return datetime.now().astimezone()
