"""The one Qt application of the program: its look, its words, and how it is asked to end. GUI thread."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtWidgets import QApplication

from pos_app.ui import theme, words
from pos_app.ui.widgets.accessible import install_roles

__all__ = ["application", "draw_alone", "faults_shown", "signals_close"]

_log = logging.getLogger(__name__)


def application(argv: Sequence[str], *, language: str) -> QApplication:
    """The application, made when first asked for, dressed and speaking ``language``."""
    app = QApplication.instance() or QApplication(list(argv))
    if not isinstance(app, QApplication):
        raise TypeError("the window needs a QApplication")
    app.setApplicationName("pos-app")
    app.setApplicationDisplayName("")
    # Quitting by itself leaves a mark on the application that outlives its event loop; here the windows decide.
    app.setQuitOnLastWindowClosed(False)
    theme.install()
    install_roles()
    words.speak(language)
    return app


def draw_alone(language: str) -> None:
    """Be able to draw in a program that shows no window. Where there is one, nothing changes."""
    if QApplication.instance() is None:
        _alone.append(application(["pos-app", "-platform", "offscreen"], language=language))


_alone: list[QApplication] = []
"""Lives as long as the program."""


@contextmanager
def signals_close(app: QApplication) -> Iterator[None]:
    """Ctrl+C and a shutdown of the computer close the window in an orderly way."""

    def close(_number: int, _frame: object) -> None:
        app.quit()

    kinds = (signal.SIGINT, signal.SIGTERM)
    before = [(kind, signal.signal(kind, close)) for kind in kinds]
    try:
        yield
    finally:
        for kind, handler in before:
            signal.signal(kind, handler)


@contextmanager
def faults_shown(say: Callable[[], None]) -> Iterator[None]:
    """A bug in the window's own code is logged and said on the screen; selling goes on."""
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.critical("a bug in the window", exc_info=(kind, error, trace))
        say()

    sys.excepthook = hook
    try:
        yield
    finally:
        sys.excepthook = before
