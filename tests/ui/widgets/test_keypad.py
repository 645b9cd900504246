from __future__ import annotations

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui import words
from pos_app.ui.theme import Metrics
from pos_app.ui.widgets.keypad import BACKSPACE_REPEAT_AFTER_MS, PRESSED_AT_LEAST_MS, Keypad, KeypadWords

LEFT = Qt.MouseButton.LeftButton


def new_keypad() -> Keypad:
    said = words.checkout
    return Keypad(KeypadWords(digits=said.digit_names(), separator=said.separator_name(), backspace=said.backspace_name()))


@pytest.fixture
def keypad(qtbot: QtBot) -> Keypad:
    pad = new_keypad()
    qtbot.addWidget(pad)
    pad.show()
    qtbot.waitExposed(pad)
    return pad


def test_every_digit_says_itself(keypad: Keypad, qtbot: QtBot) -> None:
    heard: list[str] = []
    keypad.digit.connect(heard.append)
    for sign in "7894561230":
        QTest.mouseClick(keypad.key(sign), LEFT)
    assert "".join(heard) == "7894561230"


def test_the_order_is_that_of_the_keyboard_block(keypad: Keypad) -> None:
    assert keypad.key("7").y() < keypad.key("4").y() < keypad.key("1").y() < keypad.key("0").y()
    assert keypad.key("7").x() < keypad.key("8").x() < keypad.key("9").x()
    assert keypad.separator_key.x() < keypad.key("0").x() < keypad.backspace_key.x()


def test_the_decimal_sign_follows_the_language(keypad: Keypad, qtbot: QtBot) -> None:
    keypad.set_separator(",")
    assert keypad.separator_key.text() == ","
    with qtbot.waitSignal(keypad.separator, timeout=1000):
        QTest.mouseClick(keypad.separator_key, LEFT)


def test_a_key_stays_lit_for_at_least_80_ms(keypad: Keypad, qtbot: QtBot) -> None:
    key, clock = keypad.key("5"), QElapsedTimer()
    clock.start()
    QTest.mouseClick(key, LEFT)
    assert key.lit
    qtbot.waitUntil(lambda: not key.lit, timeout=2000)
    assert clock.elapsed() >= PRESSED_AT_LEAST_MS - 5


def test_backspace_comes_once_for_a_tap(keypad: Keypad, qtbot: QtBot) -> None:
    heard: list[int] = []
    keypad.backspace.connect(lambda: heard.append(1))
    QTest.mouseClick(keypad.backspace_key, LEFT)
    assert heard == [1]


def test_backspace_repeats_while_it_is_held(keypad: Keypad, qtbot: QtBot) -> None:
    times: list[int] = []
    clock = QElapsedTimer()
    keypad.backspace.connect(lambda: times.append(clock.elapsed()))
    clock.start()
    QTest.mousePress(keypad.backspace_key, LEFT)
    qtbot.waitUntil(lambda: len(times) >= 4, timeout=5000)
    QTest.mouseRelease(keypad.backspace_key, LEFT)
    # A coarse timer may be 5 % early.
    assert times[1] - times[0] >= 0.9 * BACKSPACE_REPEAT_AFTER_MS
    count = len(times)
    qtbot.waitUntil(lambda: not keypad.backspace_key.lit, timeout=2000)
    assert len(times) == count


def test_backspace_held_longer_clears_and_stops_repeating(keypad: Keypad, qtbot: QtBot) -> None:
    heard: list[str] = []
    keypad.backspace.connect(lambda: heard.append("one"))
    with qtbot.waitSignal(keypad.clear, timeout=5000):
        QTest.mousePress(keypad.backspace_key, LEFT)
    assert not keypad.backspace_key.isDown()
    assert not keypad.backspace_key.lit
    count = len(heard)
    QTest.mouseRelease(keypad.backspace_key, LEFT)
    assert len(heard) == count


def test_it_never_takes_the_focus(qtbot: QtBot) -> None:
    window, keypad = QWidget(), new_keypad()
    qtbot.addWidget(window)
    column, field = QVBoxLayout(window), QLineEdit()
    column.addWidget(field)
    column.addWidget(keypad)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus, timeout=2000)
    QTest.mouseClick(keypad.key("7"), LEFT)
    QTest.mouseClick(keypad.backspace_key, LEFT)
    assert field.hasFocus()


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1366, 768), (1600, 900)])
def test_it_follows_the_size_of_the_window(keypad: Keypad, size: tuple[int, int]) -> None:
    metrics = Metrics.for_window(*size)
    keypad.apply_metrics(metrics)
    assert keypad.size().toTuple() == (metrics.keypad_width, metrics.keypad_height)
    assert keypad.key("8").size().toTuple() == (metrics.key_width, metrics.key_height)
    assert min(metrics.key_width, metrics.key_height) >= 48
