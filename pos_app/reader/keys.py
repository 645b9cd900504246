"""One key going down or up, as the machine sees it: a number on the keyboard, a moment, and what the host made of it.

Codes are Linux evdev numbers, which are also the set-1 scan codes of Windows; on X11 and Wayland the toolkit reports
them plus eight. A code of 0 means "not known" (phone apps, remote desktops, test tools): then only the text counts.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

CODE_TAB = 15
CODE_ENTER = 28
CODE_CTRL = 29
CODE_SHIFT = 42
CODE_RIGHT_SHIFT = 54
CODE_ALT = 56
CODE_KEYPAD_ENTER = 96
CODE_ALTGR = 100
CODE_META = 125
FIRST_SPARE_KEY = 183
SPARE_KEYS = range(FIRST_SPARE_KEY, 195)
"""F13 to F24, which readers can type and keyboards cannot."""

_CTRL_CODES = frozenset({CODE_CTRL, 97})
_SHIFT_CODES = frozenset({CODE_SHIFT, CODE_RIGHT_SHIFT})
_MODIFIERS = frozenset({*_CTRL_CODES, *_SHIFT_CODES, CODE_ALT, CODE_ALTGR, CODE_META, 126, 58, 69, 70})
_ENTERS = frozenset({CODE_ENTER, CODE_KEYPAD_ENTER})
_TERMINATING_TEXT = frozenset("\r\n\t")

_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (57, " ", " "),
)
_KEYPAD = {55: "*", 74: "-", 78: "+", 83: ".", 98: "/"} | {
    code: digit for first, digits in ((71, "789"), (75, "456"), (79, "1230")) for code, digit in enumerate(digits, first)
}
_US: dict[int, tuple[str, str]] = {
    first + i: (plain[i], shifted[i]) for first, plain, shifted in _ROWS for i in range(len(plain))
} | {code: (char, char) for code, char in _KEYPAD.items()}
KEYPAD_DIGITS = {code: char for code, char in _KEYPAD.items() if char.isdigit()}

US_CODES: dict[str, tuple[int, bool]] = {}
"""Where a US keyboard has a character: (code, with shift). What a wedge in its factory setting presses."""
for _code, (_plain, _shifted) in _US.items():
    if _code not in _KEYPAD:
        US_CODES.setdefault(_plain, (_code, False))
        US_CODES.setdefault(_shifted, (_code, True))


class Role(Enum):
    """What a key is for."""

    CHARACTER = auto()
    TERMINATOR = auto()
    MODIFIER = auto()
    OTHER = auto()


class Keystroke(NamedTuple):
    """One press or release. `t_ms` is the time of the event itself, never the time of its processing.

    Its repr shows neither key nor text: a keystroke may be one digit of a bank card. A tuple, because one is made for
    every key of the day and a frozen dataclass takes five times as long.
    """

    t_ms: int
    down: bool
    code: int
    text: str = ""
    key: int = 0
    """The toolkit's name of the key; pairs press and release where the code is 0."""
    shift: bool = False
    ctrl: bool = False
    alt: bool = False
    meta: bool = False
    caps: bool = False
    eaten: bool = False
    """The input method took the press (a dead key), so there is nothing of it to hold back or to replay."""

    def __repr__(self) -> str:
        return f"Keystroke(t_ms={self.t_ms}, down={self.down})"

    @property
    def ident(self) -> int | str:
        """The physical key, to pair a press with its release."""
        return self.code or -self.key or self.text

    @property
    def chord(self) -> bool:
        """A shortcut rather than a character. AltGr, which Windows reports as Ctrl+Alt, is a character."""
        return self.meta or (self.ctrl and not self.alt)

    @property
    def is_ctrl(self) -> bool:
        return self.code in _CTRL_CODES

    @property
    def is_alt(self) -> bool:
        return self.code == CODE_ALT

    @property
    def is_tab(self) -> bool:
        """Of the keys that end a read, the Tab."""
        return self.code == CODE_TAB or "\t" in (self.us_text, self.text)

    @property
    def types_alt_code(self) -> bool:
        """A keypad digit with Alt down: part of a decimal character code."""
        return self.alt and not self.ctrl and self.code in KEYPAD_DIGITS

    @property
    def role(self) -> Role:
        return _role(self.code, self.text, self.shift, self.ctrl, self.alt, self.meta)

    @property
    def us_text(self) -> str:
        """What a US keyboard would have typed; empty when the code is unknown. Caps Lock and NumLock do not count."""
        return _us_text(self.code, self.shift, self.ctrl and not self.alt)


@lru_cache(maxsize=1024)
def _role(code: int, text: str, shift: bool, ctrl: bool, alt: bool, meta: bool) -> Role:  # noqa: FBT001 - in the order of a key's fields
    if code in _MODIFIERS:
        return Role.MODIFIER
    if code in _ENTERS:
        return Role.TERMINATOR if not (ctrl or alt or meta) else Role.OTHER
    if code == CODE_TAB:
        return Role.TERMINATOR if not (shift or ctrl or alt or meta) else Role.OTHER
    if code in _US:
        if ctrl and not alt and _us_text(code, shift, True) in _TERMINATING_TEXT:  # noqa: FBT003
            return Role.TERMINATOR
        return Role.CHARACTER
    if text in _TERMINATING_TEXT:
        return Role.TERMINATOR
    if text and (text.isprintable() or ctrl):
        return Role.CHARACTER
    return Role.OTHER


@lru_cache(maxsize=512)
def _us_text(code: int, shift: bool, control: bool) -> str:  # noqa: FBT001
    pair = _US.get(code)
    if pair is None:
        return ""
    char = pair[shift]
    if control:
        return chr(ord(char.upper()) & 0x1F) if "@" <= char.upper() <= "_" else ("\x1e" if char == "6" else "")
    return char
