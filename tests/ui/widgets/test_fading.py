"""What changes fades, where that is wanted, and holds up nobody."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pos_app.appearance import MotionChoice
from pos_app.ui.sale.done_panel import drawn
from pos_app.ui.theme import ChosenMotion, moves, set_moves, theme
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.fading import FadingStack, between
from pos_app.ui.widgets.progress import Spinner


@pytest.fixture
def moving() -> Iterator[None]:
    set_moves(moving=True)
    yield
    set_moves(moving=False)


def stack_of(qtbot: QtBot) -> tuple[FadingStack, QLineEdit, QLineEdit]:
    stack, first, second = FadingStack(), QLineEdit(), QLineEdit()
    for face in (first, second):
        stack.addWidget(face)
    stack.resize(200, 100)
    qtbot.addWidget(stack)
    stack.show()
    qtbot.waitExposed(stack)
    return stack, first, second


def veil_of(stack: FadingStack) -> QWidget | None:
    return next((each for each in stack.findChildren(QWidget) if type(each).__name__ == "_Veil"), None)


@pytest.mark.usefixtures("moving")
def test_a_new_face_takes_keys_and_clicks_at_once_and_is_whole_in_a_moment(qtbot: QtBot) -> None:
    stack, _first, second = stack_of(qtbot)
    stack.setCurrentWidget(second)
    veil = veil_of(stack)
    assert veil is not None
    assert veil.isVisible()
    assert veil.geometry() == stack.rect()
    covered = stack.grab().toImage()
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    second.setFocus()
    QTest.keyClicks(second, "12")
    assert second.text() == "12"
    assert stack.childAt(100, 50) is second
    qtbot.waitUntil(lambda: not veil.isVisible())
    assert stack.grab().toImage() != covered


def test_where_nothing_is_to_move_a_new_face_is_simply_there(qtbot: QtBot) -> None:
    stack, _first, second = stack_of(qtbot)
    stack.setCurrentWidget(second)
    assert veil_of(stack) is None


@pytest.mark.usefixtures("moving")
def test_a_press_is_seen_at_once_and_goes_slowly(qtbot: QtBot) -> None:
    button = Button("Undo", ButtonKind.KEY)
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)

    def fill() -> QColor:
        return button.grab().toImage().pixelColor(20, button.height() // 2)

    rest = fill()
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    pressed = fill()
    assert pressed == theme().tokens.keyp != rest
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert button._press.level == 1.0 or rest != fill()
    qtbot.waitUntil(lambda: button._press.level == 0)
    assert fill() == rest


def test_without_movement_a_press_ends_when_the_finger_does(qtbot: QtBot) -> None:
    button = Button("Undo", ButtonKind.KEY)
    qtbot.addWidget(button)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert button._press.level == 1.0
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert button._press.level == 0.0


def test_half_way_is_between_the_two_colours() -> None:
    half = between(QColor(0, 100, 200, 0), QColor(100, 200, 0, 255), 0.5)
    assert (half.red(), half.green(), half.blue(), half.alpha()) == (50, 150, 100, 128)


def test_a_tick_is_drawn_along_its_line() -> None:
    line = [QPointF(0, 0), QPointF(3, 0), QPointF(3, 1)]
    assert drawn(line, 0.5) == [QPointF(0, 0), QPointF(2, 0)]
    assert drawn(line, 0.875) == [QPointF(0, 0), QPointF(3, 0), QPointF(3, 0.5)]
    assert drawn(line, 1.0) == line


@pytest.mark.parametrize(
    ("choice", "less", "moving"),
    [
        (MotionChoice.SYSTEM, False, True),
        (MotionChoice.SYSTEM, True, False),
        (MotionChoice.FULL, True, True),
        (MotionChoice.REDUCED, False, False),
    ],
)
def test_the_desktop_is_followed_unless_somebody_chose(qtbot: QtBot, choice: MotionChoice, less: bool, moving: bool) -> None:
    asked = threading.Event()

    def desktop() -> bool:
        asked.set()
        return less

    owner = QObject()
    motion = ChosenMotion(choice, desktop, owner)
    with qtbot.waitSignal(motion._told):
        pass
    assert asked.is_set()
    assert moves() is moving
    motion.choose(MotionChoice.REDUCED)
    assert not moves()
    motion.choose(MotionChoice.FULL)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    assert not moves()


def test_a_window_that_takes_anothers_place_goes_on_moving(qtbot: QtBot) -> None:
    old, new = QObject(), QObject()
    ChosenMotion(MotionChoice.FULL, lambda: False, old)
    ChosenMotion(MotionChoice.FULL, lambda: False, new)
    with qtbot.waitSignal(old.destroyed):
        old.deleteLater()
    assert moves()
    with qtbot.waitSignal(new.destroyed):
        new.deleteLater()
    assert not moves()


def test_where_little_is_to_move_a_wait_is_shown_by_an_arc_that_stands(qtbot: QtBot) -> None:
    spinner = Spinner()
    qtbot.addWidget(spinner)
    spinner.start()
    qtbot.waitUntil(spinner.isVisible)
    assert not spinner._turn.isActive()
