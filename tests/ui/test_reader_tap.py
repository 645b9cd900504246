"""The tap on a real window: synthetic key events with scan codes, offscreen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import cycle
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDoubleSpinBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pos_app.reader import Keystroke, Scan, ScanKind
from pos_app.reader.keys import CODE_ENTER, CODE_SHIFT, CODE_TAB
from pos_app.ui.reader_clock import EventClock
from pos_app.ui.reader_editors import HOLD_PROPERTY
from pos_app.ui.reader_tap import ReaderTap
from tests.reader.wedge import LAYOUTS, Keyboard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SWIPE = ";7862374687=25121010000?\r"
NAMES = {CODE_ENTER: Qt.Key.Key_Return, CODE_TAB: Qt.Key.Key_Tab, CODE_SHIFT: Qt.Key.Key_Shift, 29: Qt.Key.Key_Control}


class Till(QDialog):
    """One of everything that keys could disturb."""

    def __init__(self) -> None:
        super().__init__()
        self.search, self.amount, self.page = QLineEdit(), QDoubleSpinBox(maximum=1e9), QPlainTextEdit()
        self.guests, self.confirm = QListWidget(), QPushButton("Confirm")
        self.guests.addItems([str(i) for i in range(10)])
        self.guests.setCurrentRow(0)
        self.confirm.setDefault(True)
        layout = QVBoxLayout(self)
        for widget in (self.search, self.amount, self.page, self.guests, self.confirm):
            layout.addWidget(widget)
        self.confirmed = 0
        self.confirm.clicked.connect(self._count)
        self.entered = 0
        self.search.returnPressed.connect(self._enter)

    def _count(self) -> None:
        self.confirmed += 1

    def _enter(self) -> None:
        self.entered += 1

    def traces(self) -> tuple[object, ...]:
        """Everything a key could have changed."""
        return (
            self.search.text(),
            self.amount.value(),
            self.page.toPlainText(),
            self.guests.currentRow(),
            self.confirmed,
            self.entered,
            self.isVisible(),
        )


class Desk:
    """A till with the tap, and hands to press keys on it."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._now_ms = 1_000_000
        self.scans: list[Scan] = []
        self.till = Till()
        self.tap = ReaderTap(parent=self.till)
        self.tap.scanned.connect(self.scans.append)
        qtbot.addWidget(self.till)
        with qtbot.waitActive(self.till):
            self.till.show()
            self.till.activateWindow()

    def press(self, strokes: Iterable[Keystroke]) -> None:
        window = self.till.windowHandle()
        last_ms = 0
        shift_ms = self._now_ms
        for stroke in strokes:
            if stroke.eaten and stroke.down:
                continue
            modifiers = Qt.KeyboardModifier.NoModifier
            if stroke.shift:
                modifiers |= Qt.KeyboardModifier.ShiftModifier
            if stroke.ctrl:
                modifiers |= Qt.KeyboardModifier.ControlModifier
            kind = QEvent.Type.KeyPress if stroke.down else QEvent.Type.KeyRelease
            key = NAMES.get(stroke.code, ord(stroke.text[0].upper()) if stroke.text else 0)
            native = stroke.code + 8 if stroke.code else 0
            event = QKeyEvent(kind, int(key), modifiers, native, 0, 0, stroke.text)
            event.setTimestamp(shift_ms + stroke.t_ms)
            QCoreApplication.sendEvent(window, event)
            last_ms = stroke.t_ms
        self._now_ms += last_ms + 5_000

    def compose(self, text: str) -> None:
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        focus = QApplication.focusWidget()
        assert focus is not None
        QCoreApplication.sendEvent(focus, event)

    def wait_for_scan(self) -> Scan:
        self._qtbot.waitUntil(lambda: bool(self.scans))
        return self.scans.pop(0)

    def rest(self) -> None:
        """Until the tap waits for nothing any more."""
        self._qtbot.waitUntil(lambda: self.tap.at_rest)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.tap.remove()


def keys_kept_by(thing: object, seen: set[int] | None = None) -> Iterator[object]:
    """Every key event and keystroke that can be reached from here."""
    seen = set() if seen is None else seen
    if id(thing) in seen or isinstance(thing, QWidget | str | type):
        return
    seen.add(id(thing))
    if isinstance(thing, Keystroke | QKeyEvent | QInputMethodEvent):
        yield thing
    names = [*getattr(thing, "__dict__", ()), *getattr(type(thing), "__slots__", ())]
    parts = [getattr(thing, name, None) for name in names]
    if isinstance(thing, dict):
        parts += thing.values()
    elif isinstance(thing, list | tuple | set):
        parts += thing
    for part in parts:
        yield from keys_kept_by(part, seen)


FOCUSES = ("search", "amount", "page", "guests", "confirm")


@pytest.mark.parametrize("focus", FOCUSES)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("typed", [SWIPE, "7862374687\r", "%B7862374687^DOE/JOHN^2512101?\r;7862374687=2512101?\r"])
def test_a_swipe_is_read_and_leaves_no_trace(desk: Desk, layout: str, focus: str, typed: str) -> None:
    widget: QWidget = getattr(desk.till, focus)
    widget.setFocus()
    before = desk.till.traces()
    desk.press(Keyboard(layout).wedge(typed))
    scan = desk.wait_for_scan()
    assert (scan.kind, scan.value) == (ScanKind.CARD, "7862374687")
    assert desk.till.traces() == before
    assert QApplication.focusWidget() is widget
    assert not desk.till.search.isUndoAvailable()


@pytest.mark.parametrize("focus", FOCUSES)
def test_a_bank_card_is_refused_and_no_digit_stays(desk: Desk, focus: str) -> None:
    getattr(desk.till, focus).setFocus()
    before = desk.till.traces()
    desk.press(Keyboard("cz").wedge("%B4111111111111111^DOE/JOHN^2512101000?;4111111111111111=2512101000?\r"))
    scan = desk.wait_for_scan()
    assert scan == Scan(ScanKind.PAYMENT_CARD, note="Visa")
    assert desk.till.traces() == before
    assert list(keys_kept_by(desk.tap)) == []


def test_a_leaked_character_does_not_replace_what_was_selected(desk: Desk) -> None:
    desk.till.search.setText("Novák Jan")
    desk.till.search.setSelection(0, 5)
    desk.till.search.setFocus(Qt.FocusReason.OtherFocusReason)
    desk.till.search.setSelection(0, 5)
    desk.press(Keyboard("us").wedge(SWIPE))
    desk.wait_for_scan()
    assert desk.till.search.text() == "Novák Jan"
    assert desk.till.search.selectedText() == "Novák"


def test_a_selection_on_a_page_is_restored(desk: Desk) -> None:
    desk.till.page.setPlainText("one\ntwo\nthree")
    cursor = desk.till.page.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(6, cursor.MoveMode.KeepAnchor)
    desk.till.page.setTextCursor(cursor)
    desk.till.page.setFocus()
    desk.press(Keyboard("us").wedge(SWIPE))
    desk.wait_for_scan()
    assert desk.till.page.toPlainText() == "one\ntwo\nthree"
    cursor = desk.till.page.textCursor()
    assert (cursor.anchor(), cursor.position()) == (2, 6)


def test_where_asked_not_even_one_character_flickers(desk: Desk, qtbot: QtBot) -> None:
    shown: list[str] = []
    desk.till.search.setProperty(HOLD_PROPERTY, "hold")
    desk.till.search.textChanged.connect(shown.append)
    desk.till.search.setFocus()
    desk.press(Keyboard("us").wedge(SWIPE))
    desk.wait_for_scan()
    assert shown == []


@pytest.mark.parametrize("rhythm", [[(110, 80), (180, 95)], [(70, 90), (55, 80), (30, 75), (28, 90)]])
@pytest.mark.parametrize(("layout", "text"), [("us", "+420603123456"), ("cz", "může"), ("fr", "mémé"), ("us", "50 %; 3")])
def test_typing_arrives_unchanged(desk: Desk, layout: str, text: str, rhythm: list[tuple[float, float]]) -> None:
    desk.till.search.setFocus()
    desk.press(Keyboard(layout).person(text, cycle(rhythm)))
    desk.rest()
    assert desk.till.search.text() == text
    assert desk.scans == []


def test_typed_enter_and_space_reach_the_button(desk: Desk) -> None:
    desk.till.confirm.setFocus()
    desk.press(Keyboard("us").person("\r \r", cycle([(300, 90)])))
    desk.rest()
    assert desk.till.confirmed == 3


def test_a_burst_too_short_for_a_card_is_given_back(desk: Desk) -> None:
    desk.till.search.setText("x")
    desk.till.search.setFocus()
    desk.press(Keyboard("us").wedge("12345"))
    desk.rest()
    assert desk.till.search.text() == "x12345"
    assert desk.scans == []


def test_keys_without_scan_codes_count_by_their_text(desk: Desk) -> None:
    desk.till.search.setFocus()
    desk.press(Keyboard("us").wedge("7862374687\r", codes=False))
    assert desk.wait_for_scan().value == "7862374687"
    assert desk.till.search.text() == ""


def test_composed_text_that_overtakes_nothing_stays_in_order(desk: Desk) -> None:
    """A fast pair, the second one held for a moment, and then an accented letter from a dead key."""
    desk.till.search.setFocus()
    keyboard = Keyboard("us")
    desk.press(keyboard.wedge("ab", gap_ms=10))
    desk.compose("é")
    desk.rest()
    assert desk.till.search.text() == "abé"


def test_composed_text_of_a_swipe_is_taken_back(desk: Desk) -> None:
    desk.till.search.setFocus()
    strokes = Keyboard("cz").wedge(SWIPE)
    at = next(i for i, stroke in enumerate(strokes) if stroke.eaten)
    desk.press(strokes[:at])
    desk.compose("é")
    desk._now_ms -= strokes[at - 1].t_ms + 5_000
    desk.press(strokes[at:])
    assert desk.wait_for_scan().value == "7862374687"
    assert desk.till.search.text() == ""


@pytest.mark.parametrize("typed", ["https://ex.am/p?x=1&y=2\r", "]C0A+B+7862374687\r"])
def test_a_dead_key_takes_the_shift_that_was_pressed_for_it_and_no_other(desk: Desk, typed: str) -> None:
    for name in ("cz", "de", "us"):
        strokes = Keyboard(name).wedge(typed)
        desk.press(strokes)
        assert desk.wait_for_scan().value == typed.removeprefix("]C0").strip()


def test_the_same_card_again_at_once_is_one_scan_and_a_product_again_is_two(desk: Desk) -> None:
    keyboard = Keyboard("us")
    desk.press([*keyboard.wedge(SWIPE), *keyboard.wedge(SWIPE, at_ms=11_000)])
    desk.press([*keyboard.wedge("5901234123457\r"), *keyboard.wedge("5901234123457\r", at_ms=11_000)])
    desk.rest()
    QApplication.processEvents()
    assert [scan.kind for scan in desk.scans] == [ScanKind.CARD, ScanKind.EAN, ScanKind.EAN]


def test_a_tap_switched_off_is_not_there(desk: Desk) -> None:
    desk.till.search.setFocus()
    desk.tap.set_enabled(False)
    desk.press(Keyboard("us").wedge("7862374687"))
    assert desk.till.search.text() == "7862374687"
    desk.tap.set_enabled(True)
    desk.press(Keyboard("us").wedge(SWIPE))
    assert desk.wait_for_scan().value == "7862374687"
    assert desk.till.search.text() == "7862374687"


def test_switching_off_gives_back_what_is_held(desk: Desk) -> None:
    desk.till.search.setFocus()
    desk.press(Keyboard("us").wedge("12"))
    desk.tap.set_enabled(False)
    assert desk.till.search.text() == "12"


def test_the_clock_of_the_events_never_runs_ahead_of_them() -> None:
    now = [5_000]
    clock = EventClock(lambda: now[0])
    assert clock.stamp(1_000) == 1_000
    assert clock.now() == 1_000
    now[0] = 5_600
    assert clock.now() == 1_600
    assert clock.stamp(1_100) == 1_100, "an event that was delivered late"
    assert clock.now() == 1_600
    assert clock.stamp(1_650) == 1_650
    assert clock.now() == 1_650
    assert clock.stamp(0) == 1_650, "an event without a time happens now"
    assert clock.stamp(10) == 10, "a counter that wrapped"
    assert clock.now() == 10


def test_what_is_replayed_and_taken_back_at_one_moment_is_taken_back(desk: Desk) -> None:
    """The window was busy: only the Enter tells that the key before it was not fast, and that a slow reader is done."""
    gaps_ms = [39, 34, 40, 26, 28, 26, 28, 21, 37, 25, 26, 27]
    for focus in ("search", "page"):
        getattr(desk.till, focus).setFocus()
        before = desk.till.traces()
        desk.press(Keyboard("de").wedge("69303100972\r", gap_ms=gaps_ms))
        assert desk.wait_for_scan().value == "69303100972"
        assert desk.till.traces() == before
        desk.rest()


def test_what_was_typed_just_before_a_swipe_stays(desk: Desk) -> None:
    """Also when the window was busy, and all of it is heard at once."""
    desk.till.search.setFocus()
    us = Keyboard("us")
    typed = us.person("ab", [(0, 60), (20, 60)])
    desk.press([*typed, *us.wedge(SWIPE, at_ms=10_400)])
    assert desk.wait_for_scan().value == "7862374687"
    assert desk.till.search.text() == "ab"
