"""What a reader can be told to type around every read: a prefix and a suffix.

The best prefix is a key that no keyboard has, F13 to F24, written `{F13}`: nobody can type it by accident.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pos_app.reader.keys import FIRST_SPARE_KEY

if TYPE_CHECKING:
    from pos_app.reader.keys import Keystroke

_SPARE_KEY = re.compile(r"\{F(1[3-9]|2[0-4])\}")


class Frame:
    """A prefix and a suffix, ready to be compared with keys and texts."""

    __slots__ = ("_prefix_text", "_spare", "_suffix_text", "certain", "prefix", "suffix")

    def __init__(self, prefix: str = "", suffix: str = "") -> None:
        self.prefix = self.keys_of(prefix)
        self.suffix = self.keys_of(suffix)
        self.certain = any(isinstance(key, int) for key in self.prefix)
        """No finger can type this prefix."""
        self._spare = {key for key in self.prefix + self.suffix if isinstance(key, int)}
        self._prefix_text = _text_of(self.prefix)
        self._suffix_text = _text_of(self.suffix)

    @staticmethod
    def keys_of(text: str) -> tuple[str | int, ...]:
        """A character as itself, a key of no character as its code."""
        keys: list[str | int] = []
        position = 0
        while position < len(text):
            spare = _SPARE_KEY.match(text, position)
            if spare is None:
                keys.append(text[position])
                position += 1
            else:
                keys.append(FIRST_SPARE_KEY + int(spare[1]) - 13)
                position = spare.end()
        return tuple(keys)

    def has_spare(self, stroke: Keystroke) -> bool:
        """Whether this key types no character, and yet is part of prefix or suffix."""
        return stroke.code in self._spare

    def strip(self, text: bytearray) -> bool:
        """Cut prefix and suffix off the text, in place. Whether the prefix was there, or there is none."""
        begin, end = self._prefix_text, self._suffix_text
        found = text.startswith(begin)
        if end and text.endswith(end) and len(text) >= len(end) + len(begin) * found:
            text[-len(end) :] = bytes(len(end))
            del text[-len(end) :]
        if begin and found:
            del text[: len(begin)]
        return found


def is_key(key: str | int, stroke: Keystroke) -> bool:
    """Whether this is that key, on a US keyboard or on the computer's own."""
    if isinstance(key, int):
        return stroke.code == key
    return key in (stroke.us_text, stroke.text)


def _text_of(keys: tuple[str | int, ...]) -> bytes:
    return "".join(key for key in keys if isinstance(key, str)).encode(errors="replace")
