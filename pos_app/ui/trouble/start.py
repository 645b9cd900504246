"""Tell a person why the till cannot be opened, and let them do what helps. GUI thread, before the till's own window."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from pos_app.loyalty.errors import PosError
from pos_app.till.opening import (
    Progress,
    Reason,
    Recovered,
    Recovery,
    StartedEmpty,
    StartEmpty,
    reason_of,
    waiting_in,
)
from pos_app.ui import words
from pos_app.ui.application import application, signals_close
from pos_app.ui.trouble.view import Choice, TroubleView
from pos_app.ui.trouble.window import TroubleWindow

__all__ = ["tell"]


def tell(error: PosError, recovery: Recovery, *, start_empty: StartEmpty, language: str, argv: Sequence[str]) -> bool:
    """Show why, until the window is closed. True: open the till now; False: leave it."""
    app = application(argv, language=language)
    telling = _Telling(error, recovery, start_empty)
    # Not quit(): that would close the window first, which is a choice of its own.
    telling.over.connect(app.exit)
    with signals_close(app):
        telling.window.show()
        app.exec()
    telling.close()
    return telling.open_now


class _Telling(QObject):
    """The window, and what it does in a thread of its own. ``over``: there is nothing more to tell."""

    over = Signal()
    _told = Signal(object)

    def __init__(self, error: PosError, recovery: Recovery, start_empty: StartEmpty) -> None:
        super().__init__()
        self._recovery, self._start_empty = recovery, start_empty
        self.open_now = False
        self.window = TroubleWindow(found(error))
        self.window.chosen.connect(self._chosen)
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._thread: threading.Thread | None = None

    def close(self) -> None:
        """Take the window down; a recovery that is under way is waited for."""
        if self._thread is not None:
            self._thread.join()
        self.window.hide()
        self.window.deleteLater()
        self.deleteLater()

    def _chosen(self, choice: Choice) -> None:
        if choice is Choice.RECOVER:
            self._begin(words.trouble.rebuilding(), partial(self._recovery, self._told.emit))
        elif choice is Choice.GIVE_UP:
            self.window.show_view(giving_up())
        elif choice is Choice.START_EMPTY:
            self._begin(words.trouble.putting_aside(), partial(self._start_empty, self.window.who, self.window.why))
        else:
            self.open_now = choice in (Choice.OPEN, Choice.RETRY)
            self.over.emit()

    def _begin(self, title: str, work: Callable[[], Recovered | StartedEmpty]) -> None:
        def run() -> None:
            try:
                self._told.emit(work())
            except BaseException as error:  # noqa: BLE001 - told, or raised as the bug it is, in the window's thread
                self._told.emit(error)

        self.window.show_view(TroubleView(title=title, sentence=""))
        # Not a daemon: the program does not end in the middle of it.
        self._thread = threading.Thread(target=run, name="recovery", daemon=False)
        self._thread.start()

    def _hear(self, said: Progress | Recovered | StartedEmpty | BaseException) -> None:
        if isinstance(said, Progress):
            self.window.show_view(
                TroubleView(title=words.trouble.rebuilding(), sentence=words.trouble.stage(said.stage, said.lines))
            )
        elif isinstance(said, Recovered):
            self.window.show_view(rebuilt(said))
        elif isinstance(said, StartedEmpty):
            self.window.show_view(begun_empty(said))
        else:
            self.window.show_view(not_rebuilt(said))
            if not isinstance(said, PosError):
                raise said


def found(error: PosError) -> TroubleView:
    """What was found when the till was to be opened."""
    said, reason = words.trouble, reason_of(error)
    points: tuple[str, ...] = ()
    ways: tuple[tuple[Choice, str], ...] = ((Choice.RETRY, said.try_again()),)
    if reason.recoverable:
        points = (said.rebuilds(), said.keeps(), said.asks_again())
        ways = ((Choice.RECOVER, said.recover_now()),)
    elif reason is Reason.NOTHING_LEFT:
        points, ways = (said.copies_help(),), (_last_resort(), *ways)
    elif reason is Reason.NEWER:
        waiting = waiting_in(error)
        points = () if waiting is None else (said.waiting_there(waiting),)
        ways = ()
    return TroubleView(
        title=said.title(reason),
        sentence=said.sentence(reason),
        points=points,
        detail=str(error),
        choices=((Choice.CLOSE, said.close()), *ways),
    )


def rebuilt(done: Recovered) -> TroubleView:
    """What the recovery made."""
    said = words.trouble
    points = (said.sales_there(done.sales), said.sales_waiting(done.open_postings), said.files_kept(len(done.aside)))
    return TroubleView(
        title=said.rebuilt(),
        sentence="",
        points=points,
        detail=", ".join(str(each) for each in done.aside),
        choices=((Choice.CLOSE, said.close()), (Choice.OPEN, said.open_till())),
        well=True,
    )


def giving_up() -> TroubleView:
    """What the last resort does, before it is done: somebody says who they are and why."""
    said = words.trouble
    return TroubleView(
        title=said.begin_empty(),
        sentence=said.begin_empty_means(),
        points=(said.moved_beside(), said.kept_with_name()),
        choices=((Choice.START_EMPTY, said.begin_empty_now()), (Choice.CLOSE, said.close())),
        asks_who=True,
    )


def begun_empty(done: StartedEmpty) -> TroubleView:
    """What the last resort did."""
    said = words.trouble
    return TroubleView(
        title=said.begun_empty(),
        sentence="",
        points=(said.files_kept(len(done.files)),),
        detail=str(done.aside),
        choices=((Choice.CLOSE, said.close()), (Choice.OPEN, said.open_till())),
        well=True,
    )


def _last_resort() -> tuple[Choice, str]:
    return Choice.GIVE_UP, words.trouble.begin_empty_ask()


def not_rebuilt(error: BaseException) -> TroubleView:
    """Why it made nothing."""
    said = words.trouble
    if isinstance(error, PosError) and reason_of(error) is Reason.NOTHING_LEFT:
        return found(error)
    detail = str(error) if isinstance(error, PosError) else type(error).__name__
    return TroubleView(
        title=said.not_rebuilt(),
        sentence=said.not_rebuilt_why(),
        detail=detail,
        choices=((Choice.CLOSE, said.close()), (Choice.RECOVER, said.try_again())),
    )
