"""From Qt's key events to the machine's keystrokes, platform by platform."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent

from pos_app.reader import Keystroke
from pos_app.reader.keys import CODE_ALT, CODE_ALTGR, CODE_CTRL, CODE_ENTER, CODE_KEYPAD_ENTER, CODE_META, CODE_SHIFT, CODE_TAB

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
}
"""Keys that matter by what they are, for events without a scan code. Others without one count by their text."""


_SHIFT = Qt.KeyboardModifier.ShiftModifier.value
_CTRL = Qt.KeyboardModifier.ControlModifier.value
_ALT = Qt.KeyboardModifier.AltModifier.value
_META = Qt.KeyboardModifier.MetaModifier.value


@cache
def _platform() -> str:
    return QGuiApplication.platformName()


def scan_code(event: QKeyEvent) -> int:
    """The evdev number of the key, 0 when the platform does not say.

    X11 and Wayland add eight; Windows gives set-1 codes, which are the same numbers, with a ninth bit for extended keys;
    macOS always says 1. Synthetic events follow the platform, and offscreen counts as X11.
    """
    native = event.nativeScanCode()
    platform = _platform()
    if platform == "windows":
        code = _WINDOWS_EXTENDED.get(native & 0xFF, 0) if native & _EXTENDED else native
    elif platform == "cocoa":
        code = 0
    else:
        code = native - _X_OFFSET if native > _X_OFFSET else 0
    return code or _BY_NAME.get(Qt.Key(event.key()), 0)


def keystroke(event: QKeyEvent, t_ms: int, *, down: bool) -> Keystroke:
    """The event as the machine wants it."""
    # Flags of Qt are slow in Python; every key of the day comes through here.
    modifiers = event.modifiers().value
    text = event.text()
    shift = bool(modifiers & _SHIFT)
    return Keystroke(
        t_ms,
        down,
        scan_code(event),
        text,
        event.key(),
        shift=shift,
        ctrl=bool(modifiers & _CTRL),
        alt=bool(modifiers & _ALT),
        meta=bool(modifiers & _META),
        # Qt does not tell Caps Lock; a letter in the other case than Shift asks for does.
        caps=text.isalpha() and text.lower() != text.upper() and (text == text.upper()) != shift,
    )


def copy_of(event: QKeyEvent) -> QKeyEvent:
    """The same key again, to be sent later. A ShortcutOverride becomes the KeyPress that it announces."""
    kind = event.type()
    copy = QKeyEvent(
        QEvent.Type.KeyPress if kind == QEvent.Type.ShortcutOverride else kind,
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy


def copy_of_commit(event: QInputMethodEvent) -> QInputMethodEvent:
    """Composed text (a dead key and its letter) to be sent later."""
    copy = QInputMethodEvent("", [])
    copy.setCommitString(event.commitString())
    return copy
