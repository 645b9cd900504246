"""The card reader of the settings file and the one that the machine knows: the same fields, plain there and checked here."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from typing import Any, get_type_hints

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.reader.profile import ReaderProfile
from pos_app.settings import Reader


def profile_of(reader: Reader) -> ReaderProfile:
    """The settings as a profile. Raises BadInput with a sentence on the first value that makes no sense."""
    kinds = get_type_hints(ReaderProfile)
    given: dict[str, Any] = {each.name: getattr(reader, each.name) for each in fields(ReaderProfile)}
    for name, value in given.items():
        kind = kinds[name]
        if isinstance(kind, type) and issubclass(kind, Enum):
            allowed = [str(each.value) for each in kind]
            if value not in allowed:
                raise _bad(f"Setting reader.{name}: {value!r} is not one of {', '.join(allowed)}.")
            given[name] = kind(value)
    try:
        return ReaderProfile(**given)
    except ValueError as error:
        raise _bad(f"Settings of the reader: {error}.") from None


def reader_of(profile: ReaderProfile) -> Reader:
    """The profile as it is kept in the settings."""
    given: dict[str, Any] = {each.name: getattr(profile, each.name) for each in fields(ReaderProfile)}
    return Reader(**{name: value.value if isinstance(value, Enum) else value for name, value in given.items()})


def _bad(detail: str) -> BadInput:
    return BadInput(Problem.SETTING, detail=detail)
