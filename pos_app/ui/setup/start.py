"""Run the set-up on the screen, before there is a till. GUI thread."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from pos_app.loyalty.errors import PosError
from pos_app.paper.printer import PrinterKind
from pos_app.till.events import Event
from pos_app.till.press import Press
from pos_app.till.setup_desk import LANGUAGES, Begun, Finished, Settings, SetupDesk, Shop
from pos_app.ui import words
from pos_app.ui.application import application, signals_close
from pos_app.ui.bridge import Bridge
from pos_app.ui.printing.page import print_on_system
from pos_app.ui.setup.course import Course
from pos_app.ui.setup.places import guessed_currency, guessed_language, guessed_region
from pos_app.ui.setup.window import SetupWindow

__all__ = ["Outcome", "set_up"]


class Outcome(Enum):
    """Why the set-up is not on the screen any more."""

    LEFT = "left"
    PRACTISE = "practise"
    FINISHED = "finished"


class _Silent:
    """There is no till yet that could tell anything."""

    def subscribe(self, _listener: Callable[[Event], None]) -> Callable[[], None]:
        return lambda: None


class SetUp(QObject):
    """The set-up and its window; ``over`` when it has an ``outcome``."""

    over = Signal()

    def __init__(self, desk: SetupDesk, people: Sequence[tuple[str, str]], press: Press) -> None:
        super().__init__()
        self._desk, self._people, self._press = desk, people, press
        press.add_way(PrinterKind.SYSTEM, print_on_system)
        self._bridge = Bridge(_Silent(), self)
        self.window: SetupWindow | None = None
        self.course: Course | None = None
        self.outcome = Outcome.LEFT
        self.finished: Finished | None = None

    def begin(self) -> None:
        """Read what was begun, then show it."""
        language = guessed_language().lower()
        shop = Shop(
            currency=guessed_currency(), region=guessed_region(), language=language if language in LANGUAGES else LANGUAGES[0]
        )
        fresh = Settings(shop=shop, till_id=str(uuid.uuid4()))
        self._bridge.run(self._desk.begin(fresh), self._begun, self._raise)

    def show(self) -> None:
        """The window in the language of the answers so far; one that was shown goes."""
        if self.course is None:
            return
        words.speak(self.course.settings.shop.language)
        old, self.window = self.window, SetupWindow(self._bridge, self.course.settings, self._people, self._press)
        self.window.shop.updates.setVisible(self._desk.offers_updates)
        self.window.left.connect(self._leave)
        self.window.language_chosen.connect(self._speak, Qt.ConnectionType.QueuedConnection)
        self.window.practise.connect(self._practise)
        self.window.show_course(self.course)
        if old is None:
            self.window.showMaximized()
        else:
            self.window.setGeometry(old.geometry())
            self.window.setWindowState(old.windowState())
            self.window.show()
            self._drop(old)

    def close(self) -> None:
        """Take everything down."""
        self._bridge.close()
        if self.window is not None:
            self._drop(self.window)
        self.deleteLater()

    def _begun(self, begun: Begun) -> None:
        self.course = Course(self._desk, self._bridge, begun, changed=self._changed, finished=self._finish)
        self.show()

    def _raise(self, error: PosError) -> None:
        raise error

    def _changed(self) -> None:
        if self.window is not None and self.course is not None:
            self.window.show_course(self.course)

    def _speak(self, language: str) -> None:
        if self.course is not None:
            settings = self.course.settings
            self.course.settings = replace(settings, shop=replace(settings.shop, language=language))
            self.show()

    def _practise(self) -> None:
        self._end(Outcome.PRACTISE)

    def _leave(self) -> None:
        self._end(Outcome.LEFT)

    def _finish(self, finished: Finished) -> None:
        self.finished = finished
        self._end(Outcome.FINISHED)

    def _end(self, outcome: Outcome) -> None:
        self.outcome = outcome
        QTimer.singleShot(0, self.over.emit)

    def _drop(self, window: SetupWindow) -> None:
        window.left.disconnect(self._leave)
        window.close()
        window.deleteLater()


def set_up(
    desk: SetupDesk, people: Sequence[tuple[str, str]], press: Press, *, argv: Sequence[str]
) -> tuple[Outcome, Finished | None]:
    """Show it until it is left, finished, or somebody wants to practise."""
    app = application(argv, language=guessed_language())
    showing = SetUp(desk, people, press)
    showing.over.connect(app.exit)
    showing.begin()
    with signals_close(app):
        app.exec()
    showing.close()
    return showing.outcome, showing.finished
