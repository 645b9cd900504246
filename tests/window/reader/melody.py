"""What a reader and what fingers do to a keyboard, as keys going down and up in time.

A reader presses the keys of a US keyboard, whatever the computer believes, and lets go of each before the next. A person
presses the keys of the computer's own layout, holds each for a while, and rolls from one to the next when in a hurry.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from pos_app.reader.keys import CODE_ALT, CODE_ALTGR, CODE_CTRL, CODE_ENTER, CODE_SHIFT, CODE_TAB, KEYPAD_DIGITS, US_CODES
from tests.reader.wedge import Keyboard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from random import Random

Melody = list[tuple[float, int, bool]]
"""(milliseconds from the start, evdev code, down), in order of time."""
CODE_CAPS_LOCK = 58
CODE_NUM_LOCK = 69
LONGEST_DWELL_MS = 25.0
_KEYPAD_CODES = {digit: code for code, digit in KEYPAD_DIGITS.items()}
_ALTGR = {"cz": {"@": 47, "€": 18}, "de": {"@": 16, "€": 18}, "fr": {"@": 11, "€": 18}}
"""Layout → what stands on the third level of its keys."""
_DEAD = {
    "cz": {"ó": "´o", "ľ": "ˇl", "ň": "ˇn", "ť": "ˇt", "ď": "ˇd", "Ž": "ˇZ"},
    "de": {"é": "´e", "ê": "^e"},
    "fr": {"ê": "^e", "â": "^a", "î": "^i", "ô": "^o", "û": "^u", "ë": "¨e", "ï": "¨i"},
}
"""Layout → letters that take two keys, the first of them a dead one."""


def swipe(text: str, gaps_ms: Iterable[float], *, host: str = "us", keypad: bool = False, at_ms: float = 0) -> Melody:
    """A reader types ``text``: ``\\r`` is Enter, other control characters are Ctrl and a letter.

    ``host``: the layout it was programmed for. ``keypad``: its digits are those of the keypad.
    """
    keyboard = Keyboard(host)
    melody: Melody = []
    for char, gap_ms in zip(text, gaps_ms, strict=False):
        code, lead = _reader_key(keyboard, char)
        if keypad and char in _KEYPAD_CODES:
            code, lead = _KEYPAD_CODES[char], 0
        up_ms = at_ms + min(0.4 * gap_ms, LONGEST_DWELL_MS)
        press: Melody = [(at_ms, code, True), (up_ms, code, False)]
        melody += [(at_ms, lead, True), *press, (up_ms, lead, False)] if lead else press
        at_ms += gap_ms
    return melody


def alt_code_swipe(text: str, gap_ms: float) -> Melody:
    """A reader that types every character as Alt and its decimal number on the keypad."""
    melody: Melody = []
    at_ms = 0.0
    for char in text:
        if char in "\r\t":
            melody += swipe(char, [gap_ms], at_ms=at_ms)
            at_ms += gap_ms
            continue
        melody.append((at_ms, CODE_ALT, True))
        for digit in str(ord(char)):
            code = _KEYPAD_CODES[digit]
            melody += [(at_ms, code, True), (at_ms + 0.4 * gap_ms, code, False)]
            at_ms += gap_ms
        melody.append((at_ms, CODE_ALT, False))
    return melody


def typing(text: str, layout: str, rhythm: Iterator[tuple[float, float]]) -> Melody:
    """A person types ``text``. ``rhythm``: time since the press before and time down, for each key, in ms.

    Raises KeyError for a character that this layout cannot type.
    """
    melody: Melody = []
    at_ms = shift_from_ms = 100.0
    shifted = False
    up_at_ms: dict[int, float] = {}
    for code, lead in itertools.chain.from_iterable(_finger_keys(layout, char) for char in text):
        gap_ms, dwell_ms = next(rhythm)
        before_ms = at_ms
        at_ms += gap_ms
        if (lead == CODE_SHIFT) is not shifted:
            # Shift goes down, or up, between the two keys: a hurry that would press it too early is no typing but an error.
            at_ms = max(at_ms, before_ms + 24)
            shift_from_ms = max(before_ms + 8, at_ms - 60)
            shifted = not shifted
            melody.append((shift_from_ms, CODE_SHIFT, shifted))
        if lead == CODE_ALTGR:
            at_ms = max(at_ms, before_ms + 60)
        at_ms = max(at_ms, up_at_ms.get(code, 0) + 12)  # a finger lifts before the same key goes down again
        up_at_ms[code] = at_ms + dwell_ms
        press: Melody = [(at_ms, code, True), (up_at_ms[code], code, False)]
        if lead == CODE_ALTGR:
            at_ms += dwell_ms + 40  # nobody is in a hurry around AltGr
            press = [(press[0][0] - 30, lead, True), *press, (press[1][0] + 10, lead, False)]
        melody += press
    if shifted:
        melody.append((at_ms + 90, CODE_SHIFT, False))
    return sorted(melody, key=lambda key: key[0])


def unhurried(random: Random) -> Iterator[tuple[float, float]]:
    """60–250 ms from key to key, sometimes three or four keys at 30 ms."""
    return _bursts(random, slow_ms=(60, 250), fast_ms=30, dwell_ms=(70, 120))


def in_a_hurry(random: Random) -> Iterator[tuple[float, float]]:
    """50–130 ms from key to key, with bursts at 25 ms."""
    return _bursts(random, slow_ms=(50, 130), fast_ms=25, dwell_ms=(60, 110))


def _bursts(
    random: Random, *, slow_ms: tuple[float, float], fast_ms: float, dwell_ms: tuple[float, float]
) -> Iterator[tuple[float, float]]:
    while True:
        for _ in range(random.randint(3, 9)):
            yield random.uniform(*slow_ms), random.uniform(*dwell_ms)
        if random.random() < 0.3:
            for _ in range(random.randint(2, 3)):
                yield random.gauss(fast_ms, 3), random.uniform(*dwell_ms)


def _reader_key(keyboard: Keyboard, char: str) -> tuple[int, int]:
    """(code, modifier to hold or 0)."""
    if char in "\r\t":
        return (CODE_ENTER if char == "\r" else CODE_TAB), 0
    if char < " ":
        return US_CODES[chr(ord(char) | 0x40).lower()][0], CODE_CTRL
    code, shift = US_CODES[char] if keyboard.name == "us" else keyboard.place(char)
    return code, CODE_SHIFT if shift else 0


def _finger_keys(layout: str, char: str) -> list[tuple[int, int]]:
    third_level = _ALTGR.get(layout, {}).get(char)
    if third_level is not None:
        return [(third_level, CODE_ALTGR)]
    keyboard = Keyboard(layout)
    return [
        (code, CODE_SHIFT if shift else 0)
        for code, shift in (keyboard.place(part) for part in _DEAD.get(layout, {}).get(char, char))
    ]
