"""A picture of the till's window, taken on the screen that it is shown on. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QPixmap

from pos_app.loyalty.errors import DiskTrouble
from pos_app.till.till import Till
from pos_app.ui.app import TillWindow, show_whole
from pos_app.ui.application import application
from pos_app.ui.scale import set_scale

PATIENCE_MS = 30_000
"""How long the window may take to be painted."""


class _Painted(QObject):
    """Ends the event loop once what it watches has been painted."""

    def __init__(self, shown: QObject) -> None:
        super().__init__()
        self.seen = False
        shown.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self.seen:
            self.seen = True
            QTimer.singleShot(0, QGuiApplication.quit)
        return False


def take_picture(till: Till, out: Path, *, argv: Sequence[str], screen_memory: Path) -> str:
    """Show the window until it is painted, keep its picture in ``out``; answers the picture's size and the kind of screen.

    Raises DiskTrouble where it is not painted, or the file cannot be written.
    """
    set_scale(till.choices.appearance().text_percent, argv, screen_memory)
    app = application(argv, language=till.choices.language())
    window = TillWindow(till)
    try:
        painted = _Painted(window.shell)
        QTimer.singleShot(PATIENCE_MS, app, app.quit)
        show_whole(window.shell)
        app.exec()
        if not painted.seen:
            raise DiskTrouble(f"The window was not painted in {PATIENCE_MS // 1000} seconds.")
        picture = window.shell.grab()
        if _is_blank(picture):
            raise DiskTrouble("The window is of one colour: nothing was drawn in it.")
        if not picture.save(str(out), "PNG"):
            raise DiskTrouble(f"The picture cannot be written to {out}.")
        return f"{picture.width()}x{picture.height()} on {app.platformName()}"
    finally:
        window.close()


def _is_blank(picture: QPixmap) -> bool:
    small = picture.toImage().scaled(64, 64)
    return len({small.pixel(x, y) for x in range(64) for y in range(64)}) < 2
