"""A version of this program: three numbers, the later the higher."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORM = re.compile(r"(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """Ordered by its numbers, the first one first."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


def version(text: str) -> Version:
    """``0.2.0``. Raises ValueError for anything else: there are no pre-releases here."""
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError("a version is three numbers with dots between them")
    return Version(*(int(number) for number in found.groups()))
