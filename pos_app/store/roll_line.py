"""One line of the roll: the rows that one commit left behind, and the hash that ties it to the line before. Pure.

::

    {"n":17,"what":"sale","rows":{"sale":[{…}],"posting":[{…}]},"prev":"<hash of line 16>","hash":"<hash of this line>"}

``rows`` holds whole rows as they were after the commit, so that replaying lines from the first to the last gives the database
again; ``what`` says in a word why. A hash covers the line before and everything in this one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, TypeAlias

Value: TypeAlias = str | int | None
RowImage: TypeAlias = dict[str, Value]
"""A row: column → value. Texts, whole numbers and nothing else."""
Rows: TypeAlias = dict[str, list[RowImage]]
"""Table → its rows."""

START = "0" * 32
"""What the first line names as the line before."""
_TAIL = ',"prev":"'
_HASH_BYTES = 16


class BrokenLine(Exception):
    """This is no line of a roll, or not any more."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the roll: the number of a line and its hash. Lines count from 1; 0 is before the first."""

    n: int
    hash: str


BEGINNING = Place(0, START)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds."""

    place: Place
    prev: str
    what: str
    rows: Rows
    text: str
    """The line itself, without its line break."""


def written(after: Place, what: str, rows: Mapping[str, Sequence[RowImage]]) -> Line:
    """The line that follows ``after``."""
    body = json.dumps({"n": after.n + 1, "what": what, "rows": rows}, ensure_ascii=False, separators=(",", ":"))
    line_hash = _hash(after.hash, body)
    text = f'{body[:-1]}{_TAIL}{after.hash}","hash":"{line_hash}"}}'
    return Line(Place(after.n + 1, line_hash), after.hash, what, {table: list(each) for table, each in rows.items()}, text)


def read(text: str) -> Line:
    """The line in ``text``. Raises BrokenLine unless its own hash holds; whether it follows another is for the caller to see."""
    cut = text.rfind(_TAIL)
    try:
        document: dict[str, Any] = json.loads(text)
        line = Line(Place(document["n"], document["hash"]), document["prev"], document["what"], document["rows"], text)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BrokenLine from None
    if cut < 0 or _hash(line.prev, text[:cut] + "}") != line.place.hash:
        raise BrokenLine
    return line


def storable(row: Mapping[str, object]) -> bool:
    """Whether this is a row as the program writes them."""
    return all(value is None or isinstance(value, str | int) for value in row.values())


def image_mark(table: str, row: RowImage) -> int:
    """A number that differs for any other row (64 bits), whatever the order of its columns."""
    text = json.dumps([table, row], sort_keys=True)
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)


def _hash(prev: str, body: str) -> str:
    return blake2b((prev + body).encode(), digest_size=_HASH_BYTES).hexdigest()
