"""A cashier's hands on the Sale screen: key events, and where to look."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_app.ui.sale.balance_block import BalanceView
from pos_app.ui.sale.states import Field
from pos_app.ui.widgets.pay_band import BandState
from tests.ui.sale.gallery import Stage

Open = Callable[..., Stage]
Key = Qt.Key
KEYPAD = Qt.KeyboardModifier.KeypadModifier
SIZES = [(1024, 720), (1024, 768), (1280, 800), (1366, 768), (1600, 900)]


def press(stage: Stage, key: Qt.Key, text: str = "", *, keypad: bool = False, repeat: bool = False) -> None:
    """A key goes to whatever has the focus, as from a keyboard."""
    target = QApplication.focusWidget() or stage.shell
    modifiers = KEYPAD if keypad else Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text, repeat))
    stage.settle()


def type_keys(stage: Stage, text: str) -> None:
    for char in text:
        QTest.keyClicks(QApplication.focusWidget() or stage.shell, char)
        stage.settle()


def enter(stage: Stage) -> None:
    press(stage, Key.Key_Return, "\r")


def band(stage: Stage) -> BandState:
    return stage.page.band.state


def balance(stage: Stage) -> BalanceView:
    return stage.page.side.customer.block.view


def focused(stage: Stage) -> Field | None:
    return next((which for which, field in stage.page.fields.items() if field.edit.hasFocus()), None)
