"""From keys to text, without knowing the keyboard layout.

A wedge presses the keys of *its* layout, mostly US, and the computer reads them with *its own*: on a Czech till
`;786?` arrives as `ůýáž:`. So every read is spelled twice, by key number on a US keyboard and by the text of the
host, and the spelling that makes more sense wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from pos_app.reader.keys import KEYPAD_DIGITS, Keystroke
from pos_app.reader.payment import wipe
from pos_app.reader.profile import Decoding, ReaderProfile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WHOLE_TRACKS = re.compile(rb"(?:%[ -$&->@-_a-z]{1,77}\?[^%;]?\r?|[;+@][0-9=:<>E]{1,105}\?[^%;]?\r?|#[^?]{1,107}\?.?\r?)+")
_PART_OF_TRACKS = re.compile(rb"[%;]?[0-9A-Z^/ =.$-]+(?:\?[0-9A-Z^/ =.$?;%-]*)?")
_AIM = re.compile(rb"\][A-Za-z]\d")
_NUMBER = re.compile(rb"\d+")
_WEB = re.compile(rb"https?://[!-~]+", re.IGNORECASE)
_PLAIN = re.compile(rb"[A-Za-z0-9][A-Za-z0-9._-]*")
_PRINTABLE = re.compile(rb"[ -~]+")
_USUAL = ReaderProfile()


class SpelledKey(Protocol):
    """A key of a read, as far as spelling goes."""

    @property
    def stroke(self) -> Keystroke: ...
    @property
    def alt_run(self) -> int:
        """Which press of Alt this keypad digit belongs to; 0 for none."""

    @property
    def after_enter(self) -> bool:
        """The reader sent Enter before this key, between two tracks."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """The text of a read. `by_text` says which way won, None when both gave the same or neither made more sense."""

    text: str = field(repr=False)
    by_text: bool | None


@dataclass(frozen=True, slots=True)
class Buffered:
    """The same in UTF-8, to be zeroed by whoever has it last: it may be a bank card."""

    text: bytearray = field(repr=False)
    by_text: bool | None


def spell(keys: Sequence[SpelledKey], *, decoding: Decoding = Decoding.AUTO, prefer_text: bool = False) -> Spelling:
    """Spell a read as it was typed. `prefer_text` decides a tie: it is the way this reader was understood the last time."""
    found = spell_into_buffer(keys, profile=ReaderProfile(decoding=decoding), prefer_text=prefer_text)
    text = found.text.decode()
    wipe(found.text)
    return Spelling(text, found.by_text)


def spell_into_buffer(keys: Sequence[SpelledKey], *, profile: ReaderProfile = _USUAL, prefer_text: bool = False) -> Buffered:
    """Spell a read of this reader, without its prefix and suffix. The spelling that lost is zeroed."""
    both = _join(keys, profile, use_text=False), _join(keys, profile, use_text=True)
    has_prefix = [profile.frame.strip(text) for text in both]
    by_text: bool | None = None
    if profile.decoding is not Decoding.AUTO:
        use_text = profile.decoding is Decoding.TEXT
    elif both[0] == both[1]:
        use_text = False
    else:
        makes_sense = [(found, sense(text)) for found, text in zip(has_prefix, both, strict=True)]
        use_text = prefer_text if makes_sense[0] == makes_sense[1] else makes_sense[1] > makes_sense[0]
        by_text = None if makes_sense[0] == makes_sense[1] else use_text
    wipe(both[not use_text])
    return Buffered(both[use_text], by_text)


def sense(text: bytes | bytearray) -> int:
    """How much this looks like something a reader would send: 0 to 7."""
    if not text:
        return 0
    if _WHOLE_TRACKS.fullmatch(text):
        return 7
    aim = _AIM.match(text)
    if aim or _NUMBER.fullmatch(text) or _WEB.fullmatch(text):
        return 6
    if _PART_OF_TRACKS.fullmatch(text) and (text[0] in b"%;" or b"?" in text):
        return 5
    if _PLAIN.fullmatch(text):
        return 4
    if not text.isascii():
        return 1
    return 3 if _PRINTABLE.fullmatch(text) else 2


def _join(keys: Iterable[SpelledKey], profile: ReaderProfile, *, use_text: bool) -> bytearray:
    out: list[bytes] = []
    number, number_run = "", 0
    for key in keys:
        if number and key.alt_run != number_run:
            out.append(_character(number).encode())
            number = ""
        if key.alt_run:
            number += KEYPAD_DIGITS[key.stroke.code]
            number_run = key.alt_run
            continue
        if key.after_enter:
            out.append(b"\r")
        by_code, by_text = key.stroke.us_text, key.stroke.text
        if profile.caps_aware and key.stroke.caps and by_code.isalpha():
            by_code = by_code.swapcase()
        # The keypad types digits even while NumLock is off and the host sees arrows.
        seen = by_text or (by_code if key.stroke.code in KEYPAD_DIGITS else "")
        out.append((seen if use_text else by_code or by_text).encode(errors="replace"))
    if number:
        out.append(_character(number).encode())
    # Made in one piece: a buffer that grows leaves its earlier, smaller selves behind.
    return bytearray().join(out)


def _character(number: str) -> str:
    """Alt+65 is in the old code page (ASCII is all a card has), Alt+0199 in Windows-1252."""
    code = int(number) & 0xFF
    return bytes([code]).decode("cp1252" if number.startswith("0") else "cp437", errors="replace")
