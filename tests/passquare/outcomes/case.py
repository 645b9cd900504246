"""One way in which a request may end, and the class that it must be given (``delivery.md`` §3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TypeAlias

import trustme

from pos_app.loyalty.errors import Trouble
from tests.passquare.raw_server import RawServer, Request, Talk, canned

Behaviour: TypeAlias = Callable[[Talk], None]


class Outcome(Enum):
    """The classes. Only the first may be forgotten."""

    NOT_SENT = "not sent"
    APPLIED = "applied"
    REJECTED = "rejected"
    AUTH = "auth"
    SLOW_DOWN = "slow down"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Site:
    """Where the request is to be sent, and with what settings of the transport."""

    url: str
    ca: Path
    """The only authority that is trusted."""
    deadline_s: float = 10.0
    connect_s: float = 5.0
    proxy: str = ""
    requests: list[Request] = field(default_factory=list, repr=False)
    """What arrived."""


Scene: TypeAlias = Callable[[trustme.CA, Path], AbstractContextManager[Site]]
"""Sets a server up, whose certificates come from this authority."""


@dataclass(frozen=True)
class Case:
    """``name`` says what the server does; ``arrived`` is how many requests it gets: nothing is ever sent twice."""

    name: str
    outcome: Outcome
    scene: Scene
    trouble: Trouble | None = None
    arrived: int = 1


def says(how: Behaviour | bytes, *, deadline_s: float = 10.0) -> Scene:
    """A server that gives this answer, or behaves like this, to whoever connects. Plain http."""

    @contextmanager
    def scene(_authority: trustme.CA, ca: Path) -> Iterator[Site]:
        server = RawServer(canned(how) if isinstance(how, bytes) else how)
        try:
            yield Site(url=server.url, ca=ca, deadline_s=deadline_s, requests=server.requests)
        finally:
            server.stop()

    return scene


def after_the_request(*parts: bytes) -> Behaviour:
    """Reads one request, sends the parts and hangs up."""

    def behave(talk: Talk) -> None:
        talk.request()
        for part in parts:
            talk.send(part)

    return behave
