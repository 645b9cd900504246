"""What is known of one till's reader. The defaults serve a reader nobody has told us anything about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache
from re import Pattern
from typing import TYPE_CHECKING

from pos_app.reader.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_MARK = 8
LONGEST_PATTERN = 120
MOST_PATTERNS = 32
_LITERALS = re.compile(r"\\.|\[\^?\]?[^\]]*\]", re.DOTALL)
_REPEATED_REPEAT = re.compile(r"\([^()]*(?:[+*]|,\d*\})[^()]*\)(?:[+*]|\{\d*,\d*\})")


class Decoding(Enum):
    """How keys become characters."""

    AUTO = "auto"
    SCANCODE = "scancode"
    """The reader speaks US, whatever layout the computer has."""
    TEXT = "text"
    """The reader is set to the layout of the computer."""


class Terminator(Enum):
    """What the reader types when it is done."""

    AUTO = "auto"
    ENTER = "enter"
    """A read without marks that stops without its Enter was cut short, and is no card."""
    TAB = "tab"
    NONE = "none"
    """Only the silence afterwards ends a read, so it may be short."""


class Tracks(Enum):
    """Which tracks the reader sends. Where that is known, a swipe is over with the last of them."""

    AUTO = "auto"
    ONE = "1"
    TWO = "2"
    THREE = "3"
    ONE_AND_TWO = "1+2"


class Sends(Enum):
    """Whether the reader sends a thing at all."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, kw_only=True)
class ReaderProfile:
    """Settings of one reader. Times are milliseconds between two presses. Raises ValueError with a sentence.

    No slots: the compiled patterns are kept beside the fields.
    """

    prefix: str = ""
    """Typed before every read: characters, or keys that keyboards lack (`{F13}` to `{F24}`). Makes a read certain."""
    suffix: str = ""
    """The same after every read, before the terminator."""
    terminator: Terminator = Terminator.AUTO
    track_separator: str = ""
    """Between two tracks, as typed: Enter is `\\r`, Tab `\\t`. Empty: nothing, or not known."""
    tracks: Tracks = Tracks.AUTO
    sentinels: Sends = Sends.AUTO
    """The marks `%`, `;` and `?` around tracks."""
    lrc: Sends = Sends.AUTO
    """One check character after `?`."""
    error_strings: tuple[str, ...] = ("E", r"ERR.?\d?")
    """What stands for a track that could not be read: expressions for the whole of it, in either case."""
    decoding: Decoding = Decoding.AUTO
    caps_aware: bool = False
    """The reader looks at Caps Lock and swaps its Shift, so that capitals come out as capitals."""
    alt_mode: Sends = Sends.AUTO
    """Alt and the character's number on the keypad, instead of keys."""
    gap_fast_ms: int = 25
    """Faster than this is held back: hardly a person, perhaps a reader."""
    gap_track_ms: int = 100
    """The same while what came so far could be a track."""
    slow_tier: bool = True
    """Also look back, at the terminator, for a slow and even burst without marks. Never where there is a prefix or marks."""
    min_chars: int = 6
    """Shortest payload without marks that counts as a read."""
    max_chars: int = 512
    loyalty_prefixes: tuple[str, ...] = ()
    """How the shop's own numbers begin."""
    loyalty_patterns: tuple[str, ...] = ()
    """The shop's own numbers: expressions for the whole of one. With either of these nothing else is a card."""
    dedupe_ms: int = 1500
    """The same card again within this time is one card."""
    allow_control: bool = False
    """Control characters are left out of the payload instead of refusing it (a reader that sends STX and ETX)."""
    aim_ids: Sends = Sends.AUTO
    """Whether bar codes come with their AIM identifier (`]E0`)."""

    def __post_init__(self) -> None:
        if not 0 < self.gap_fast_ms <= self.gap_track_ms <= 250:
            raise ValueError("gap_fast_ms and gap_track_ms must be 1 to 250 ms, the first not above the second")
        if not 4 <= self.min_chars <= self.max_chars <= 4096:
            raise ValueError("min_chars must be at least 4 and max_chars between it and 4096")
        if not 0 <= self.dedupe_ms <= 60_000:
            raise ValueError("dedupe_ms must be between 0 and 60000 ms")
        for name, mark in (("prefix", self.prefix), ("suffix", self.suffix), ("track_separator", self.track_separator)):
            if len(Frame.keys_of(mark)) > LONGEST_MARK:
                raise ValueError(f"{name} must be at most {LONGEST_MARK} keys")
        if any(char in "\r\n" for char in self.prefix + self.suffix):
            raise ValueError("prefix and suffix must not hold Enter; that is the terminator")
        for name, patterns in (("error_strings", self.error_strings), ("loyalty_patterns", self.loyalty_patterns)):
            compiled(patterns, name=name)
        if len(self.loyalty_prefixes) > MOST_PATTERNS or not all(0 < len(begin) <= 64 for begin in self.loyalty_prefixes):
            raise ValueError(f"loyalty_prefixes must be at most {MOST_PATTERNS} beginnings of 1 to 64 characters")

    @cached_property
    def frame(self) -> Frame:
        """What stands around the payload of every read."""
        return Frame(self.prefix, self.suffix)

    @cached_property
    def own_numbers(self) -> tuple[Pattern[str], ...]:
        """`loyalty_prefixes` and `loyalty_patterns` as one list."""
        begins = tuple(re.compile(re.escape(begin) + ".*") for begin in self.loyalty_prefixes)
        return begins + compiled(self.loyalty_patterns, name="loyalty_patterns")

    @cached_property
    def errors(self) -> tuple[Pattern[str], ...]:
        """`error_strings`, compiled."""
        return compiled(self.error_strings, name="error_strings", flags=re.IGNORECASE)

    @property
    def looks_back(self) -> bool:
        """Whether the slow tier is of any use with this reader."""
        return self.slow_tier and not self.prefix and self.sentinels is not Sends.ALWAYS


@lru_cache(maxsize=64)
def compiled(patterns: Iterable[str], *, name: str, flags: int = 0) -> tuple[Pattern[str], ...]:
    """The expressions, or ValueError with a sentence. Such as could think for years about one hostile code are refused."""
    found = []
    for pattern in patterns:
        if not 0 < len(pattern) <= LONGEST_PATTERN:
            raise ValueError(f"{name}: an expression must have 1 to {LONGEST_PATTERN} characters")
        if _REPEATED_REPEAT.search(_LITERALS.sub("x", pattern)):
            raise ValueError(f"{name}: {pattern!r} repeats a group that repeats itself, which can take for ever")
        try:
            found.append(re.compile(pattern, flags))
        except (re.error, OverflowError, RecursionError) as error:
            raise ValueError(f"{name}: {pattern!r} is not a regular expression ({error})") from None
    if len(found) > MOST_PATTERNS:
        raise ValueError(f"{name}: at most {MOST_PATTERNS} expressions")
    return tuple(found)
