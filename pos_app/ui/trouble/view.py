"""What the small window says: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Choice(Enum):
    """What may be pressed. The till's reasons and ways out are few: a new one is a line here and its word in ``start``."""

    CLOSE = "close"
    """Also the window's own cross."""
    RETRY = "retry"
    RECOVER = "recover"
    OPEN = "open"
    GIVE_UP = "give_up"
    """The last resort is asked for: what it does is told first."""
    START_EMPTY = "start_empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleView:
    """All that is seen. Every text is shown as plain letters."""

    title: str
    sentence: str
    points: tuple[str, ...] = ()
    """What will happen, or what was done: a line each."""
    detail: str = ""
    """For whoever is called to help: the program's own sentence, with the file's name in it."""
    choices: tuple[tuple[Choice, str], ...] = ()
    """Buttons with their words, the main one last. None: it works, and cannot be closed."""
    asks_who: bool = False
    """Somebody has to type their name and a reason before the first button can be pressed."""
    well: bool = False
    """Good news: the tile is not red."""
