"""Frozen dataclasses as TOML has them, and back: read with suspicion, for people edit the file too."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum, auto
from typing import Any, get_args, get_origin, get_type_hints

from pos_app.loyalty.errors import BadInput, Problem


def bad_setting(detail: str) -> BadInput:
    """What is wrong with a setting, as an error to raise."""
    return BadInput(Problem.SETTING, detail=detail)


def plain(value: Any) -> Any:
    """A dataclass as TOML has it: decimals as text, None left out."""
    if is_dataclass(value):
        pairs = ((each.name, getattr(value, each.name)) for each in fields(value))
        return {name: plain(content) for name, content in pairs if content is not None}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, Decimal) else value


class Unknown(Enum):
    """What is done with a name that is no setting."""

    REFUSED = auto()
    PASSED_OVER = auto()


def read_form(kind: Any, content: Any, path: str = "", *, unknown: Unknown = Unknown.REFUSED) -> Any:
    """``content`` (from TOML) as ``kind``: a dataclass, enum, Decimal, str, int, bool, or one of these or None. Raises BadInput."""
    where = path.removesuffix(".")
    if get_origin(kind) is tuple:
        if not isinstance(content, list):
            raise bad_setting(f"Setting {where}: a list is wanted.")
        return tuple(read_form(get_args(kind)[0], each, path) for each in content)
    kinds = [each for each in get_args(kind) if each is not type(None)]
    kind = kinds[0] if kinds else kind
    if is_dataclass(kind):
        if not isinstance(content, dict):
            raise bad_setting(f"Setting {where}: a table is wanted.")
        hints = get_type_hints(kind)
        strange = [name for name in content if name not in hints]
        if strange and unknown is Unknown.REFUSED:
            raise bad_setting(f"Setting {path + strange[0]} is not known.")
        assert isinstance(kind, type)  # noqa: S101 - is_dataclass() is true of instances too
        known = {name: value for name, value in content.items() if name in hints}
        return kind(**{name: read_form(hints[name], value, f"{path}{name}.", unknown=unknown) for name, value in known.items()})
    if kind is Decimal and isinstance(content, (str, int, Decimal)) and not isinstance(content, bool):
        try:
            number = Decimal(content)
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            raise bad_setting(f"Setting {where}: {content!r} is not a number.")
        return number
    if isinstance(kind, type) and issubclass(kind, Enum):
        if content not in [each.value for each in kind]:
            raise bad_setting(f"Setting {where}: {content!r} is not one of {', '.join(str(each.value) for each in kind)}.")
        return kind(content)
    if type(content) is not kind:
        raise bad_setting(f"Setting {where}: {content!r} is not of the right kind ({kind.__name__}).")
    return content
