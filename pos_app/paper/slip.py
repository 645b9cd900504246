"""What stands on a slip of paper, in words that are final: whoever draws it changes none of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Rank(Enum):
    """How much a line matters."""

    SMALL = "small"
    NORMAL = "normal"
    STRONG = "strong"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Title:
    """In the middle."""

    text: str
    rank: Rank = Rank.LARGE


@dataclass(frozen=True, slots=True)
class Row:
    """What it is on the left, how much on the right; either may be empty."""

    left: str
    right: str = ""
    rank: Rank = Rank.NORMAL


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """White on black: what nobody may overlook."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code with a line below it."""

    text: str
    caption: str = ""


Part = Title | Row | Rule | Stamp | Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """From top to bottom."""

    name: str
    """What it is called among the jobs of a printer and as a file."""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A slip as dots: rows of whole bytes, the leftmost dot in the highest bit, 1 is black."""

    width: int
    height: int
    rows: bytes
