"""What is said on a line: a greeting, one request, one answer. JSON objects, read with suspicion."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TypeVar

from pos_app.fronts.line import Broken

PROTOCOL = 1
"""Raised with every change of what is said here."""
LARGEST_GREETING = 1024
LARGEST_REQUEST = 64 * 1024
LARGEST_ANSWER = 64 * 1024 * 1024
"""Bytes. Fifty thousand waiting postings are about 20 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """The first word, by the program that has the till open. Every version, past and future, understands this one."""

    version: str
    protocol: int = PROTOCOL
    window: bool = False
    """Whether it shows a window: one without is gone in a moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the caller wants done."""

    command: str
    call_id: str
    """A UUID of the caller's. A request that is repeated because its answer was lost has the same one."""
    arguments: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of it: as if the command had run in the caller's own process."""

    code: int = 0
    out: str = ""
    err: str = ""
    elsewhere: bool = False
    """Not done here, and nothing was begun: ask again in a moment, or open the till yourself."""


Said = TypeVar("Said", Greeting, Request, Answer)


def write(message: Greeting | Request | Answer) -> bytes:
    """As it goes over the line. Raises TypeError for an argument that JSON has no form for."""
    return json.dumps(asdict(message)).encode()


def read(kind: type[Said], message: bytes) -> Said:
    """``message`` as a ``kind``. What is not known is left out. Raises Broken."""
    try:
        content = json.loads(message)
    except (ValueError, RecursionError) as error:
        raise Broken("not JSON") from error
    if not isinstance(content, dict):
        raise Broken("not an object")
    known = {name: content[name] for name in kind.__dataclass_fields__ if name in content}
    wanted = {"version": str, "protocol": int, "window": bool, "command": str, "call_id": str, "arguments": dict}
    wanted |= {"code": int, "out": str, "err": str, "elsewhere": bool}
    if any(type(value) is not wanted[name] for name, value in known.items()):
        raise Broken("values of the wrong kind")
    try:
        return kind(**known)
    except TypeError as error:
        raise Broken("something is missing") from error
