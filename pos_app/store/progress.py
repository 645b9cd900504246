"""How far a recovery has come: for whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

LINES_A_WORD = 1000
"""How many lines are replayed between two words."""


class Stage(Enum):
    """What it is doing."""

    READING = "reading"
    """The roll; ``lines`` of it are replayed."""
    CHECKING = "checking"
    """What was rebuilt."""
    PLACING = "placing"
    """The old files are put aside, the new one takes its place."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A stage, and how many lines of the roll were replayed so far."""

    stage: Stage
    lines: int


Told = Callable[[Progress], None]
"""Called in the thread that recovers; what it raises ends the recovery."""


def nobody(_progress: Progress) -> None:
    """Nobody waits."""
