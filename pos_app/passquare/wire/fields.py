"""Reads single fields of a JSON object in all the forms that the field shows (``passquare-api.md`` §3).

Absent, ``null`` and ``""`` are the same: not said. What was not said is None or empty, never zero. An amount that was said and
cannot be read exactly raises Malformed; a text, date or phone that cannot be read counts as not said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from pos_app.loyalty.money import LARGEST, half_up
from pos_app.loyalty.phone import read_phone
from pos_app.passquare.wire.strict_json import Malformed

Fields = Mapping[str, object]

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?", re.ASCII)
_LONGEST_NUMBER = 128
_GERMAN_DATE = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})", re.ASCII)
_ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
# Control characters (a terminal obeys them) and those that turn the direction of the text around them.
_UNSEEN = dict.fromkeys(
    {*range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)} - {0x09, 0x0A}
)


def text(fields: Fields, name: str) -> str:
    """A text of any number of lines; a number is taken as its digits; everything else is "". No control or bidi characters."""
    value = fields.get(name)
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return format(value, "f") if isinstance(value, Decimal) and value.is_finite() else str(value)
    return clean(value) if isinstance(value, str) else ""


def line(fields: Fields, name: str) -> str:
    """Like :func:`text`, on one line, without blanks around it: names, numbers of cards, ids."""
    return " ".join(text(fields, name).split())


def clean(written: str) -> str:
    """``written`` without what a screen or terminal must not be given: control and bidi characters, halves of characters."""
    whole = written.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.translate(_UNSEEN)


def number(fields: Fields, name: str) -> Decimal | None:
    """An amount or percentage, exact to 0.01: ``5``, ``300.00``, ``"300.00"``, ``120.00000000000001``.

    Raises Malformed for what is no number (``"1,5"``, a bool) and for what is none of this world (``1e999``).
    """
    value = fields.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, str):
        written = value.strip()
        readable = len(written) <= _LONGEST_NUMBER and _NUMBER.fullmatch(written)
        value = Decimal(written) if readable else value
    elif isinstance(value, int) and not isinstance(value, bool):
        value = Decimal(value)
    if not isinstance(value, Decimal):
        raise Malformed(f"its {name} is not a number")
    if not value.is_finite() or value.copy_abs() > LARGEST:
        raise Malformed(f"its {name} is out of bounds")
    return half_up(value)


def whole_number(fields: Fields, name: str, *, most: int) -> int | None:
    """A whole number from 0 to ``most``. Raises Malformed."""
    value = number(fields, name)
    if value is None:
        return None
    if value != int(value) or not 0 <= value <= most:
        raise Malformed(f"its {name} is not a whole number from 0 to {most}")
    return int(value)


def flag(fields: Fields, name: str) -> bool | None:
    """A yes or no that decides nothing about money, in the ways it is written: ``true``, ``1``, ``"1"``, ``"true"``."""
    value = fields.get(name)
    if isinstance(value, str):
        value = value.strip().casefold()
    if value in (True, 1, "1", "true", "yes"):
        return True
    return False if value in (False, 0, "0", "false", "no") else None


def phone(fields: Fields, name: str) -> str:
    """E.164, or "" if there is none that can be read."""
    return read_phone(line(fields, name)) or ""


def birthday(fields: Fields, name: str) -> date | None:
    """A date as ``dd.mm.yyyy`` or ``yyyy-mm-dd``, with or without a time behind it."""
    return read_date(line(fields, name))


def read_date(written: str) -> date | None:
    """The date at the beginning of ``written``; None if there is none (``0000-00-00`` is none)."""
    found = _GERMAN_DATE.match(written) or _ISO_DATE.match(written)
    if not found:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def german_date(day: date) -> str:
    """``dd.mm.yyyy``, as PassQuare's core writes dates."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def lines(fields: Fields, name: str) -> tuple[str, ...]:
    """A list of one-line texts; a single one may stand without its list."""
    value = fields.get(name)
    if not isinstance(value, list):
        value = [value]
    read = (line({name: each}, name) for each in value)
    return tuple(each for each in read if each)


def phones(fields: Fields, name: str) -> tuple[str, ...]:
    """A list of phones, those of it that can be read."""
    read = (read_phone(each) for each in lines(fields, name))
    return tuple(each for each in read if each)


def objects(fields: Fields, name: str) -> Iterator[Fields]:
    """The JSON objects in a list."""
    value = fields.get(name)
    if isinstance(value, list):
        yield from (each for each in value if isinstance(each, dict))


def succeeded(fields: Fields) -> None:
    """Raise Malformed unless ``success`` is ``true`` itself: ``"true"``, 1 and silence prove nothing."""
    if fields.get("success") is not True:
        raise Malformed("it does not say that it succeeded")
