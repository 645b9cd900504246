"""What is known of one till's reader. The defaults serve a reader nobody has told us anything about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Decoding(Enum):
    """How keys become characters."""

    AUTO = "auto"
    SCANCODE = "scancode"
    """The reader speaks US, whatever layout the computer has."""
    TEXT = "text"
    """The reader is set to the layout of the computer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderProfile:
    """Settings of one reader. Times are milliseconds between two presses."""

    decoding: Decoding = Decoding.AUTO
    gap_fast_ms: int = 25
    """Faster than this is held back: hardly a person, perhaps a reader."""
    gap_track_ms: int = 100
    """The same while what came so far could be a track."""
    slow_tier: bool = True
    """Also look back, at Enter, for a slow and even burst without marks. Off where the reader is known to send marks."""
    min_chars: int = 6
    """Shortest payload without marks that counts as a read."""
    max_chars: int = 512

    def __post_init__(self) -> None:
        if not 0 < self.gap_fast_ms <= self.gap_track_ms <= 250:
            raise ValueError("gap_fast_ms and gap_track_ms must be 1 to 250 ms, the first not above the second")
        if not 4 <= self.min_chars <= self.max_chars <= 4096:
            raise ValueError("min_chars must be at least 4 and max_chars between it and 4096")
