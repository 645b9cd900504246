"""The window that is swiped at: one of everything that keys could disturb, under the product's tap.

    python -m tests.window.reader.bench <socket>

It connects to the Unix socket and answers one line of JSON for each that it gets, see ``ORDERS``; ``desk.py`` is the other
end. What keys did to the window comes back twice: as the state of every widget, and as a list of what happened (a click,
an Enter, a shortcut, a menu), so that a thing done and undone is seen as well.
"""

from __future__ import annotations

import json
import socket
import sys
import time
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QDoubleValidator, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pos_app.ui.reader_tap import ReaderTap
from tests.window.reader.listening import Arrivals, Latencies

if TYPE_CHECKING:
    from collections.abc import Callable

    from pos_app.reader import Scan

FOCUSES = ("search", "amount", "pieces", "note", "guests", "basket", "method", "confirm")
SHORTCUTS = ("F2", "F4", "1", "7", "Ctrl+N", "Ctrl+B", "Ctrl+]", "Alt+1", "Ctrl+Return", "Esc")
QUIET_MS = 40
ANSWERS_WITHIN_MS = 10_000
AT_HOME_AFTER_MS = 200
"""What is typed as soon as the keyboard comes to a window may be the end of something, and is no card."""
LOST_AFTER_MS = 1000
"""Keys that have not come by then went to another window."""


class Window(QMainWindow):
    """Eight kinds of focus, a menu bar, and shortcuts on keys that readers press."""

    def __init__(self, happened: Callable[[str], None]) -> None:
        super().__init__()
        self.setWindowTitle("Bench")
        self.search, self.amount, self.note = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.amount.setValidator(QDoubleValidator(0, 1e12, 2, self.amount))
        self.pieces = QSpinBox(minimum=0, maximum=1_000_000_000)
        self.guests, self.basket, self.method = QListWidget(), QTableWidget(12, 2), QComboBox()
        self.confirm = QPushButton("Confirm")
        self._happened = happened
        box = QWidget()
        column = QVBoxLayout(box)
        for name in FOCUSES:
            widget: QWidget = getattr(self, name)
            widget.setObjectName(name)
            column.addWidget(widget)
        self.setCentralWidget(box)
        names = [f"{place}{letter}" for place, letter in enumerate("abcdefgh;%7")]
        self.guests.addItems(names)
        self.method.addItems(names)
        for row in range(12):
            for place in range(2):
                self.basket.setItem(row, place, QTableWidgetItem(f"{row}{place}"))
        self.completer = QCompleter(["78 Jana", "786 Joe", "abc", "cde"], self)
        self.listen()
        for keys in SHORTCUTS:
            QShortcut(QKeySequence(keys), self, partial(happened, f"shortcut {keys}"))
        for title in ("&File", "&Edit", "&1 View"):
            menu = self.menuBar().addMenu(title)
            menu.addAction("Do", partial(happened, f"menu {title}"))
            menu.aboutToShow.connect(partial(happened, f"menu {title} opened"))

    def listen(self) -> None:
        said = self._happened
        self.search.returnPressed.connect(lambda: said(f"search entered {self.search.text()}"))
        self.amount.returnPressed.connect(lambda: said(f"amount entered {self.amount.text()}"))
        self.guests.itemActivated.connect(lambda item: said(f"guest {item.text()}"))
        self.basket.itemActivated.connect(lambda item: said(f"basket {item.text()}"))
        self.method.activated.connect(lambda row: said(f"method {row}"))
        self.confirm.clicked.connect(partial(said, "confirmed"))
        self.confirm.pressed.connect(partial(said, "confirm pressed"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An Enter that no widget wanted is for the default button, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm.click()
        super().keyPressEvent(event)

    def clear(self) -> None:
        """As it was at first, with nothing to undo."""
        self.search.setText("")
        self.amount.setText("")
        self.pieces.setValue(5)
        self.note.setPlainText("Dear ")
        self.guests.setCurrentRow(3)
        for row in range(12):
            for place in range(2):
                item = self.basket.item(row, place)
                if item is not None:
                    item.setText(f"{row}{place}")
        self.basket.setCurrentCell(3, 1)
        self.method.setCurrentIndex(3)

    def state(self) -> dict[str, Any]:
        focus = QApplication.focusWidget()
        popup = QApplication.activePopupWidget()
        cells = [self.basket.item(row, place) for row in range(12) for place in range(2)]
        return {
            "search": self.search.text(),
            "selected": self.search.selectedText(),
            "amount": self.amount.text(),
            "pieces": self.pieces.text(),
            "note": self.note.toPlainText(),
            "undo": self.search.isUndoAvailable() or self.amount.isUndoAvailable() or self.note.document().isUndoAvailable(),
            "guest": self.guests.currentRow(),
            "cell": [self.basket.currentRow(), self.basket.currentColumn()],
            "cells": "".join(cell.text() for cell in cells if cell is not None),
            "editing": self.basket.state() == QTableWidget.State.EditingState,
            "method": self.method.currentIndex(),
            "popup": type(popup).__name__ if popup is not None else "",
            "focus": focus.objectName() if focus is not None else "",
        }


class Bench:
    """Does what the test orders."""

    def __init__(self, app: QApplication, path: str) -> None:
        self.happened: list[str] = []
        self.scans: list[dict[str, Any]] = []
        self.window = Window(self.happened.append)
        self.tap: ReaderTap | None = None
        self.dialog: QDialog | None = None
        self.latencies = Latencies()
        self.arrivals = Arrivals()
        app.installNativeEventFilter(self.arrivals)
        self._came_s = time.monotonic()
        app.focusWindowChanged.connect(self._keyboard_moved)
        for name in FOCUSES:
            getattr(self.window, name).installEventFilter(self.latencies)
        self._line = socket.socket(socket.AF_UNIX)
        self._line.connect(path)
        self._orders = self._line.makefile("r", encoding="utf-8")
        self._notifier = QSocketNotifier(self._line.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._obey)

    def _obey(self) -> None:
        line = self._orders.readline()
        if not line:
            QApplication.quit()
            return
        order: dict[str, Any] = json.loads(line)
        ORDERS[order.pop("do")](self, **order)

    def answer(self, **words: Any) -> None:
        self._line.sendall(json.dumps(words).encode() + b"\n")

    # Orders

    def tapped(self, *, on: bool) -> None:
        """A tap that has seen nothing yet, or none at all."""
        if self.tap is not None:
            self.tap.remove()
        self.tap = ReaderTap() if on else None
        if self.tap is not None:
            self.tap.scanned.connect(self._scanned)
        self.answer()

    def fresh(self, *, focus: str) -> None:
        """Everything as it was at first, and the keyboard at ``focus``."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        if self.dialog is not None:
            self.dialog.close()
            self.dialog = None
        self.window.search.setCompleter(None)  # type: ignore[arg-type]  # Qt takes a null pointer here
        self.window.menuBar().setFocus()  # an open cell editor ends when the focus goes
        target: QWidget = getattr(self.window, focus)
        target.setFocus()
        self.window.clear()
        self._when(lambda: target.hasFocus() and self._is_at_home(), partial(self._begin, focus), patience_ms=2000)

    def _is_at_home(self) -> bool:
        return (time.monotonic() - self._came_s) * 1000 > AT_HOME_AFTER_MS

    def _keyboard_moved(self) -> None:
        self._came_s = time.monotonic()

    def _begin(self, _focus: str) -> None:
        self.happened.clear()
        self.scans.clear()
        self.latencies.taken_ms.clear()
        self.arrivals.count = 0
        self.answer(state=self.window.state())

    def settle(self, *, quiet_ms: int = QUIET_MS, events: int = 0) -> None:
        """Answers what came of the keys, once nothing more will.

        The X server has so many ``events`` for this window, but on a busy machine it takes Qt's thread a while to fetch them.
        """
        expected = events if QGuiApplication.platformName() == "xcb" else 0
        lost_s = time.monotonic() + LOST_AFTER_MS / 1000

        def is_quiet() -> bool:
            have_come = self.arrivals.count >= expected or time.monotonic() > lost_s
            return have_come and (self.tap is None or self.tap.at_rest)

        # A read is announced one turn of the event loop after the tap came to rest.
        announced = partial(QTimer.singleShot, 5, self._report)
        self._when(is_quiet, announced, patience_ms=ANSWERS_WITHIN_MS, at_least_ms=quiet_ms)

    def _report(self) -> None:
        self.arrivals.count = 0
        words = {"scans": self.scans, "happened": self.happened, "state": self.window.state()}
        self.answer(**words, latencies_ms=self.latencies.taken_ms, dialog=self.dialog is not None and self.dialog.isVisible())

    def busy(self, *, after_ms: int, ms: int) -> None:
        """The window does something else for a while."""
        QTimer.singleShot(after_ms, partial(time.sleep, ms / 1000))
        self.answer()

    def ask(self, *, focus: str, after_ms: int = 0) -> None:
        """A modal dialog with an editor and OK opens, with the keyboard at ``focus``: "edit" or "ok"."""
        QTimer.singleShot(after_ms, partial(self._open_dialog, focus, answer=not after_ms))
        if after_ms:
            self.answer()

    def _open_dialog(self, focus: str, *, answer: bool) -> None:
        dialog = QDialog(self.window)
        edit, buttons = QLineEdit(), QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
        edit.setObjectName("edit")
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setObjectName("ok")
        column = QVBoxLayout(dialog)
        column.addWidget(edit)
        column.addWidget(buttons)
        buttons.accepted.connect(dialog.accept)
        dialog.finished.connect(partial(self._dialog_ended, edit))
        edit.textChanged.connect(lambda text: setattr(self, "edited", text))
        self.dialog = dialog
        target = edit if focus == "edit" else ok
        target.setFocus()
        dialog.open()
        if answer:
            self._when(lambda: target.hasFocus() and dialog.isActiveWindow(), self.answer, patience_ms=3000)

    def _dialog_ended(self, edit: QLineEdit, _result: int) -> None:
        self.happened.append(f"dialog closed {edit.text()}")

    def dialog_text(self) -> None:
        edit = self.dialog.findChild(QLineEdit, "edit") if self.dialog is not None else None
        self.answer(text=edit.text() if isinstance(edit, QLineEdit) else None)

    def open(self, *, what: str) -> None:
        """A popup opens: "menu", "method" (the list of the combo box), "completer" or "context" (the menu of an editor)."""
        if what == "menu":
            self.window.menuBar().setActiveAction(self.window.menuBar().actions()[0])
        elif what == "method":
            self.window.method.showPopup()
        elif what == "completer":
            self.window.search.setCompleter(self.window.completer)
            self.window.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            self.window.completer.complete()
        else:
            menu = self.window.search.createStandardContextMenu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.window.mapToGlobal(self.window.rect().center()))
        self._when(lambda: QApplication.activePopupWidget() is not None, self._popped, patience_ms=3000)

    def _popped(self) -> None:
        self.happened.clear()
        self.answer(state=self.window.state())

    def write(self, *, where: str, text: str, select: bool = False) -> None:
        """What stands in an editor before the keys come."""
        editor: QLineEdit = getattr(self.window, where)
        editor.setText(text)
        if select:
            editor.selectAll()
        self.answer(state=self.window.state())

    # Waiting

    def _when(self, ready: Callable[[], bool], then: Callable[[], None], *, patience_ms: int, at_least_ms: int = 0) -> None:
        """Calls ``then`` when it is so, without a word if it is not in time: the test has less patience and says so."""
        start_s = time.monotonic()

        def look() -> None:
            waited_ms = (time.monotonic() - start_s) * 1000
            if waited_ms >= at_least_ms and ready():
                then()
            elif waited_ms < patience_ms:
                QTimer.singleShot(5, look)

        look()

    def _scanned(self, scan: Scan) -> None:
        self.scans.append({"kind": scan.kind.value, "value": scan.value, "note": scan.note, "candidates": list(scan.candidates)})


ORDERS: dict[str, Callable[..., None]] = {
    "tap": Bench.tapped,
    "fresh": Bench.fresh,
    "settle": Bench.settle,
    "busy": Bench.busy,
    "ask": Bench.ask,
    "dialog_text": Bench.dialog_text,
    "open": Bench.open,
    "write": Bench.write,
}


def main() -> None:
    app = QApplication(sys.argv)
    app.setCursorFlashTime(0)
    QGuiApplication.setQuitOnLastWindowClosed(False)
    bench = Bench(app, sys.argv[1])
    bench.window.show()
    app.exec()


if __name__ == "__main__":
    main()
