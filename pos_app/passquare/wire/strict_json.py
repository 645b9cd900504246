"""JSON as money needs it: exact decimals in both directions, nothing ambiguous, nothing that can blow up.

Read strictly (``delivery.md`` §3): one whole object, UTF-8 (a byte order mark is passed over), no key twice, no NaN or Infinity.
Written as ASCII, so that no charset on the way can harm a name; a Decimal as the number it is (``300.00``).
"""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import NoReturn, TypeAlias

JsonObject: TypeAlias = dict[str, object]

OUT_OF_BOUNDS = Decimal("Infinity")
"""Stands for a number too long to be anything real. It is not finite: whoever needs that number refuses it, nobody else minds."""

_LONGEST_NUMBER = 128


class Malformed(ValueError):
    """Not what the API documents. ``str()`` names what is wrong and quotes none of it."""


def loads(data: bytes) -> JsonObject:
    """The one JSON object that ``data`` is; numbers are int or Decimal. Raises Malformed, for any bytes whatever."""
    try:
        document = _DECODER.decode(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Malformed("it is not UTF-8") from None
    except RecursionError:
        raise Malformed("it is nested too deeply") from None
    except json.JSONDecodeError:
        raise Malformed("it is not JSON") from None
    if not isinstance(document, dict):
        raise Malformed("it is not a JSON object")
    return document


def dumps(document: JsonObject) -> bytes:
    """``document`` in ASCII: str, int, bool, None, finite Decimal, dict, list and tuple. Anything else is a bug (TypeError)."""
    return _written(document).encode("ascii")


def _written(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(name)}: {_written(content)}" for name, content in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_written(each) for each in value) + "]"
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise TypeError("only finite numbers go over the wire")
        return format(value if value else value.copy_abs(), "f")
    if value is None or isinstance(value, (str, int)):
        return json.dumps(value)
    raise TypeError(f"a {type(value).__name__} does not go over the wire")


def _object(pairs: list[tuple[str, object]]) -> JsonObject:
    document = dict(pairs)
    if len(document) != len(pairs):
        raise Malformed("it names a field twice")
    return document


def _refuse(_constant: str) -> NoReturn:
    raise Malformed("it holds a number that is none")


def _whole(literal: str) -> int | Decimal:
    # Python itself refuses integers of more than 4,300 digits, and is slow well below.
    return int(literal) if len(literal) <= _LONGEST_NUMBER else OUT_OF_BOUNDS


def _exact(literal: str) -> Decimal:
    if len(literal) > _LONGEST_NUMBER:
        return OUT_OF_BOUNDS
    try:
        return Decimal(literal)
    except InvalidOperation:
        return OUT_OF_BOUNDS


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=_exact, parse_int=_whole, parse_constant=_refuse)
