"""From Qt's key events to the machine's keystrokes, platform by platform."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QInputMethodEvent, QKeyEvent

from pos_app.reader import Keystroke
from pos_app.reader.keys import (
    CODE_ALT,
    CODE_ALTGR,
    CODE_CTRL,
    CODE_ENTER,
    CODE_KEYPAD_ENTER,
    CODE_META,
    CODE_SHIFT,
    CODE_TAB,
    FIRST_SPARE_KEY,
)

_X_OFFSET = 8
_EXTENDED = 0x100
_WINDOWS_EXTENDED = {
    0x1C: 96,
    0x1D: 97,
    0x35: 98,
    0x38: 100,
    0x47: 102,
    0x48: 103,
    0x49: 104,
    0x4B: 105,
    0x4D: 106,
    0x4F: 107,
    0x50: 108,
    0x51: 109,
    0x52: 110,
    0x53: 111,
    0x5B: 125,
    0x5C: 126,
}
_WINDOWS_SPARE = {0x64 + i: FIRST_SPARE_KEY + i for i in range(11)} | {0x76: FIRST_SPARE_KEY + 11}
"""F13 to F23, and F24."""
_BY_NAME = {
    Qt.Key.Key_Shift: CODE_SHIFT,
    Qt.Key.Key_Control: CODE_CTRL,
    Qt.Key.Key_Alt: CODE_ALT,
    Qt.Key.Key_AltGr: CODE_ALTGR,
    Qt.Key.Key_Meta: CODE_META,
    Qt.Key.Key_CapsLock: 58,
    Qt.Key.Key_NumLock: 69,
    Qt.Key.Key_Return: CODE_ENTER,
    Qt.Key.Key_Enter: CODE_KEYPAD_ENTER,
    Qt.Key.Key_Tab: CODE_TAB,
    Qt.Key.Key_Backtab: CODE_TAB,
    Qt.Key.Key_Escape: 1,
    Qt.Key.Key_Backspace: 14,
    Qt.Key.Key_Delete: 111,
} | {Qt.Key(Qt.Key.Key_F13.value + i): FIRST_SPARE_KEY + i for i in range(12)}
"""Keys that matter by what they are, for events without a scan code. Others without one count by their text."""


_SHIFT = Qt.KeyboardModifier.ShiftModifier.value
_CTRL = Qt.KeyboardModifier.ControlModifier.value
_ALT = Qt.KeyboardModifier.AltModifier.value
_META = Qt.KeyboardModifier.MetaModifier.value
_MODIFIERS = _SHIFT | _CTRL | _ALT | _META
_KEY = ~Qt.KeyboardModifier.KeyboardModifierMask.value & 0xFFFFFFFF


_WINDOWS, _COCOA = "windows", "cocoa"


@cache
def _platform() -> str:
    return QGuiApplication.platformName()


@cache
def _code(native: int, platform: str) -> int:
    """The evdev number of a native one, 0 where the platform does not say.

    X11 and Wayland add eight; Windows gives set-1 codes, which are the same numbers but for F13 to F24, with a ninth bit for
    extended keys; macOS always says 1. Synthetic events follow the platform, and offscreen counts as X11.
    """
    if platform == _WINDOWS:
        return _WINDOWS_EXTENDED.get(native & 0xFF, 0) if native & _EXTENDED else _WINDOWS_SPARE.get(native, native)
    if platform == _COCOA:
        return 0
    return native - _X_OFFSET if native > _X_OFFSET else 0


@cache
def _code_by_name(key: int) -> int:
    return _BY_NAME.get(Qt.Key(key), 0)


@lru_cache(maxsize=1024)
def _looks_like_caps(text: str, shift: bool) -> bool:  # noqa: FBT001
    """Qt does not tell Caps Lock; a letter in the other case than Shift asks for does."""
    return text.isalpha() and text.lower() != text.upper() and (text == text.upper()) != shift


def keystroke(event: QKeyEvent, t_ms: int, *, down: bool) -> Keystroke:
    """The event as the machine wants it. Every key of the day comes through here, so what can be known before is."""
    # One number for key and modifiers: the flags of Qt, as Python has them, are many times slower.
    combined = event.keyCombination().toCombined()
    text = event.text()
    code = _code(event.nativeScanCode(), _platform()) or _code_by_name(combined & _KEY)
    if not combined & _MODIFIERS:
        caps = _looks_like_caps(text, False)  # noqa: FBT003
        return Keystroke(t_ms, down, code, text, combined & _KEY, False, False, False, False, caps)  # noqa: FBT003
    shift = combined & _SHIFT != 0
    return Keystroke(
        t_ms,
        down,
        code,
        text,
        combined & _KEY,
        shift,
        combined & _CTRL != 0,
        combined & _ALT != 0,
        combined & _META != 0,
        _looks_like_caps(text, shift),
    )


def presses_are_relayed() -> bool:
    """Whether the press that a ShortcutOverride announces may come later, and as another event.

    While an assistive program listens by AT-SPI, Qt shows it every press and release first, and posts a copy without a time
    when it has answered.
    """
    return QAccessible.isActive() and _platform() not in (_WINDOWS, _COCOA)


def same_key(event: QKeyEvent) -> int:
    """What all events of one key have in common."""
    return event.nativeScanCode() or event.key()


def name_of(event: QKeyEvent | QInputMethodEvent) -> tuple[QEvent.Type, int, int]:
    """Enough to know an event again within one delivery."""
    if isinstance(event, QKeyEvent):
        return event.type(), same_key(event), event.timestamp()
    return event.type(), 0, 0


def copy_of(event: QKeyEvent) -> QKeyEvent:
    """The same event again, to be kept: the toolkit's own is gone when its delivery is over."""
    return QKeyEvent(event)


def as_press(event: QKeyEvent) -> QKeyEvent:
    """A ShortcutOverride as the KeyPress that it announces."""
    press = QKeyEvent(
        QEvent.Type.KeyPress,
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    press.setTimestamp(event.timestamp())
    return press


def copy_of_commit(event: QInputMethodEvent) -> QInputMethodEvent:
    """Composed text (a dead key and its letter) to be sent later."""
    copy = QInputMethodEvent("", [])
    copy.setCommitString(event.commitString())
    return copy
