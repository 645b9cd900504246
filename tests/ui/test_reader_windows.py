"""The times of Windows' messages. The struct and the order of things are those of Windows; no Windows has run this."""

from __future__ import annotations

import ctypes

import pytest
from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from pos_app.ui.reader_clock import WindowsClock
from pos_app.ui.reader_windows import KeyMoments, KeyMove, Message, key_move

KEY_DOWN, KEY_UP, SYSTEM_KEY_DOWN, CHAR, MOUSE_MOVE, TIMER = 0x100, 0x101, 0x104, 0x102, 0x200, 0x113
SEVEN, DEAD, KEYPAD_ENTER = 0x08, 0x0D, 0x11C
WAS_DOWN_AND_GOES_UP = 0b11 << 30


def message(kind: int, *, time_ms: int, code: int = SEVEN) -> Message:
    up = WAS_DOWN_AND_GOES_UP if kind == KEY_UP else 0
    lparam = ctypes.c_int32(up | code << 16 | 1).value  # a LONG_PTR made of 32 bits: negative when the key goes up
    return Message(hwnd=0x10042, message=kind, wparam=0x37, lparam=lparam, time_ms=time_ms, x=3, y=4)


def shown(moments: KeyMoments, *messages: Message) -> None:
    for each in messages:
        assert moments.nativeEventFilter(QByteArray(b"windows_generic_MSG"), ctypes.addressof(each)) == (False, 0)


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the sizes of 64 bits")
def test_the_struct_is_that_of_64_bit_windows() -> None:
    assert ctypes.sizeof(Message) == 48
    offsets = {name: getattr(Message, name).offset for name, _ in Message._fields_}
    assert offsets == {"hwnd": 0, "message": 8, "wparam": 16, "lparam": 24, "time_ms": 32, "x": 36, "y": 40}


def test_a_key_message_says_which_key_went_where_and_when() -> None:
    assert key_move(message(KEY_DOWN, time_ms=5_000)) == KeyMove(5_000, SEVEN, True)
    assert key_move(message(KEY_UP, time_ms=5_004)) == KeyMove(5_004, SEVEN, False)
    assert key_move(message(SYSTEM_KEY_DOWN, time_ms=1, code=KEYPAD_ENTER)) == KeyMove(1, KEYPAD_ENTER, True)
    assert key_move(message(KEY_DOWN, time_ms=2**32 - 1)) == KeyMove(2**32 - 1, SEVEN, True)


@pytest.mark.parametrize("kind", [CHAR, MOUSE_MOVE, TIMER])
def test_other_messages_are_about_no_key(kind: int) -> None:
    assert key_move(message(kind, time_ms=5_000)) is None


def test_moves_are_told_apart_when_several_wait() -> None:
    moments = KeyMoments()
    shown(
        moments,
        message(KEY_DOWN, time_ms=10),
        message(KEY_UP, time_ms=12),
        message(KEY_DOWN, time_ms=18),
        message(KEY_UP, time_ms=20),
    )
    assert [moments.take(SEVEN, down=down) for down in (True, False, True, False)] == [10, 12, 18, 20]
    assert moments.take(SEVEN, down=True) == 0, "nothing is left"


def test_the_press_of_a_dead_key_that_qt_kept_to_itself_is_passed_over() -> None:
    moments = KeyMoments()
    shown(moments, message(KEY_DOWN, time_ms=10, code=DEAD), message(KEY_UP, time_ms=12, code=DEAD), message(KEY_DOWN, time_ms=18))
    assert moments.take(DEAD, down=False) == 12
    assert moments.take(SEVEN, down=True) == 18


def test_the_release_that_qt_makes_up_before_a_repeat_uses_up_no_move() -> None:
    moments = KeyMoments()
    shown(moments, message(KEY_DOWN, time_ms=500), message(KEY_DOWN, time_ms=533), message(KEY_UP, time_ms=540))
    for repeat_ms in (500, 533):
        assert moments.take(SEVEN, down=False, repeated=True) == repeat_ms
        assert moments.take(SEVEN, down=True, repeated=True) == repeat_ms
    assert moments.take(SEVEN, down=False) == 540


def test_messages_of_another_kind_are_not_looked_at() -> None:
    moments = KeyMoments()
    assert moments.nativeEventFilter(QByteArray(b"windows_dispatcher_MSG"), 0) == (False, 0)
    assert moments.take(SEVEN, down=True) == 0


def test_an_event_of_a_busy_window_has_the_time_of_its_message(qapp: QApplication) -> None:
    now = [90_000]
    clock = WindowsClock(lambda: now[0])
    first, second = message(KEY_DOWN, time_ms=5_000), message(KEY_UP, time_ms=5_003)
    shown(clock._moments, first, second)
    press, release = (
        QKeyEvent(kind, Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, SEVEN, 0x37, 0, "7")
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyRelease)
    )
    press.setTimestamp(700)
    assert clock.moment(press) == 5_000
    now[0] += 400
    assert clock.moment(release) == 5_003
    assert clock.now() == 5_400
    assert clock.moment(press) == 5_400, "a press that nobody noted happens now"
    clock.close()
