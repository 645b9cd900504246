"""From keys to text, without knowing the keyboard layout.

A wedge presses the keys of *its* layout, mostly US, and the computer reads them with *its own*: on a Czech till
`;786?` arrives as `ůýáž:`. So every read is spelled twice, by key number on a US keyboard and by the text of the
host, and the spelling that makes more sense wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from pos_app.reader.codes import strip_aim
from pos_app.reader.keys import KEYPAD_DIGITS, Keystroke
from pos_app.reader.profile import Decoding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WHOLE_TRACKS = re.compile(r"(?:%[ -$&->@-_a-z]{1,77}\?[^%;]?\r?|[;+@][0-9=:<>E]{1,105}\?[^%;]?\r?|#[^?]{1,107}\?.?\r?)+")
_PART_OF_TRACKS = re.compile(r"[%;]?[0-9A-Z^/ =.$-]+(?:\?[0-9A-Z^/ =.$?;%-]*)?")
_WEB = re.compile(r"https?://[!-~]+", re.IGNORECASE)
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


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


def spell(keys: Sequence[SpelledKey], *, decoding: Decoding = Decoding.AUTO, prefer_text: bool = False) -> Spelling:
    """Spell a read. `prefer_text` decides a tie: it is the way this reader was understood the last time."""
    by_code, by_text = _join(keys, use_text=False), _join(keys, use_text=True)
    if decoding is not Decoding.AUTO:
        return Spelling(by_text if decoding is Decoding.TEXT else by_code, None)
    if by_code == by_text:
        return Spelling(by_code, None)
    code_sense, text_sense = sense(by_code), sense(by_text)
    if code_sense == text_sense:
        return Spelling(by_text if prefer_text else by_code, None)
    return Spelling(by_text, True) if text_sense > code_sense else Spelling(by_code, False)  # noqa: FBT003


def sense(text: str) -> int:
    """How much this looks like something a reader would send: 0 to 7."""
    if not text:
        return 0
    if _WHOLE_TRACKS.fullmatch(text):
        return 7
    aim, payload = strip_aim(text)
    if aim or (text.isascii() and text.isdigit()) or _WEB.fullmatch(payload):
        return 6
    if _PART_OF_TRACKS.fullmatch(text) and (text[0] in "%;" or "?" in text):
        return 5
    if _PLAIN.fullmatch(text):
        return 4
    if not text.isascii():
        return 1
    return 3 if text.isprintable() else 2


def _join(keys: Iterable[SpelledKey], *, use_text: bool) -> str:
    out: list[str] = []
    number, number_run = "", 0
    for key in keys:
        if number and key.alt_run != number_run:
            out.append(_character(number))
            number = ""
        if key.alt_run:
            number += KEYPAD_DIGITS[key.stroke.code]
            number_run = key.alt_run
            continue
        if key.after_enter:
            out.append("\r")
        by_code, by_text = key.stroke.us_text, key.stroke.text
        if use_text:
            # The keypad types digits even while NumLock is off and the host sees arrows.
            out.append(by_text or (by_code if key.stroke.code in KEYPAD_DIGITS else ""))
        else:
            out.append(by_code or by_text)
    if number:
        out.append(_character(number))
    return "".join(out)


def _character(number: str) -> str:
    """Alt+65 is in the old code page (ASCII is all a card has), Alt+0199 in Windows-1252."""
    code = int(number) & 0xFF
    return bytes([code]).decode("cp1252" if number.startswith("0") else "cp437", errors="replace")
