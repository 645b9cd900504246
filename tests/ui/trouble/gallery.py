"""What the small window says when the till cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from pos_app.store.trouble import Behind, Damaged, Full
from pos_app.till.opening import Recovered
from pos_app.till.opening import Stage as Step
from pos_app.ui import words
from pos_app.ui.trouble.start import found, not_rebuilt, rebuilt
from pos_app.ui.trouble.view import TroubleView
from pos_app.ui.trouble.window import TroubleWindow
from tests.gallery.view import View

FOLDER = "/home/shop/.local/share/pos-app"
DONE = Recovered(
    lines=1,
    broken_lines=0,
    from_database=0,
    sales=12,
    open_postings=3,
    orphans=0,
    roll_begins_again=False,
    aside=(Path(f"{FOLDER}/till-damaged-20260101T120000Z.db"),) * 3,
)
SAID: dict[str, Callable[[], TroubleView]] = {
    "damaged": lambda: found(Damaged(f"{FOLDER}/till.db is damaged: database disk image is malformed.")),
    "behind": lambda: found(Behind(f"{FOLDER}/till.db is not what it was: its roll (roll.jsonl) knows of more.")),
    "disk-full": lambda: found(Full(f"{FOLDER}/till.db: the disk is full.")),
    "working": lambda: TroubleView(title=words.trouble.rebuilding(), sentence=words.trouble.stage(Step.READING, 12_000)),
    "rebuilt": lambda: rebuilt(DONE),
    "not-rebuilt": lambda: not_rebuilt(Damaged(f"neither {FOLDER}/till.db nor its roll holds anything.")),
}


class Window:
    """The window, shown with what a view's language says."""

    def __init__(self, view: View, said: Callable[[], TroubleView]) -> None:
        words.speak(view.language)
        self.shell = TroubleWindow(said())
        self.shell.show()
        self.shell.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Let everything that is queued happen."""
        for _ in range(6):
            QApplication.processEvents()

    def close(self) -> None:
        self.shell.hide()
        self.shell.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _scene(said: Callable[[], TroubleView]) -> Callable[[View], Window]:
    return lambda view: Window(view, said)


SCENES = {name: _scene(said) for name, said in SAID.items()}
