"""What the machine answers to every key, and what it asks of whoever delivers keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple


class Fate(Enum):
    """What to do with the key just fed."""

    PASS = auto()
    """Let it through, after the acts."""
    HOLD = auto()
    """Keep it under its ticket; a later REPLAY or FORGET decides."""
    SWALLOW = auto()
    """It is gone."""


class Act(Enum):
    """To be done, in order, before the key just fed is let through."""

    MARK = auto()
    """A run begins: forget older marks and remember the focused editor as it is now."""
    UNDO = auto()
    """Put the editors back as they were marked. Keys let through since the mark count as held from now on."""
    FORGET = auto()
    """Wipe what is held and what was marked."""


@dataclass(frozen=True, slots=True)
class Replay:
    """Deliver held keys now, in order: all of them, or those with these tickets."""

    tickets: frozenset[int] | None = None


class ReadEnd(Enum):
    """How a read ended."""

    WHOLE = auto()
    STUCK = auto()
    """A key of the reader hung, or what came just before may belong to it."""
    CUT = auto()
    """The Enter that this reader always sends did not come."""
    TOO_LONG = auto()


@dataclass(frozen=True, slots=True)
class RawRead:
    """A read by the machine, not yet understood. It may be a bank card: it is in no repr, and a buffer, to be zeroed.

    Only a whole read has one.
    """

    t_ms: int
    end: ReadEnd
    buffer: bytearray = field(default_factory=bytearray, repr=False)


class Verdict(NamedTuple):
    """The answer to one key or one passing of time. A tuple, because it is made for every key."""

    fate: Fate
    ticket: int
    acts: tuple[Act | Replay | RawRead, ...] = ()
