"""What a word on the command line may be. Each raises ValueError for any other."""

from __future__ import annotations

import math
import uuid
from pathlib import Path


def seconds(text: str) -> float:
    """A span of time: finite, not below 0."""
    seconds = float(text)
    if not (math.isfinite(seconds) and seconds >= 0):
        raise ValueError(text)
    return seconds


def absolute(text: str) -> str:
    """A file's path for another process, which stands in another folder."""
    return str(Path(text).expanduser().absolute())


def uuid4(text: str) -> str:
    """A UUID as a program makes it up: a number that somebody counts could be another till's as well."""
    made_up = uuid.UUID(text)
    if made_up.version != 4:
        raise ValueError(text)
    return str(made_up)
