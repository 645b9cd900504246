"""What the courier asks of a way to change points on a server: route A adds, route B replaces (``delivery.md`` §4, §5)."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from pos_app.loyalty.sale import Attention, Compared, Posting
from pos_app.store.till_store import TillStore


@dataclass(frozen=True, slots=True)
class Ready:
    """What goes out in one request, with everything that is fixed before its first byte."""

    postings: tuple[Posting, ...]
    """One, or the beginning of a customer's line."""
    points: Decimal | None = None
    """Of a single posting whose sum was not known, worked out with ``bonus``."""
    bonus: Decimal | None = None
    compared: Compared | None = None
    """None: the server is trusted to know an id again."""
    note: str = ""
    """What a person should read beside the answer."""


@dataclass(frozen=True, slots=True)
class Stop:
    """The posting does not go out: a person is needed, or (``attention`` None) it is nothing."""

    answer: str
    attention: Attention | None


@dataclass(frozen=True, slots=True)
class Wait:
    """Not now: what is needed to know cannot be known yet."""

    rest_s: float


@dataclass(frozen=True, slots=True)
class Readdress:
    """The posting's card belongs to this phone: it goes on in that customer's line."""

    phone: str


class Way(Protocol):
    """Used by the courier in the messenger's sender threads. Questions and requests raise the transport's errors."""

    @property
    def endpoint(self) -> str:
        """A short name of where points go."""
        ...

    @property
    def trusted(self) -> bool:
        """Whether the server was proved to know an id again, so that the same request twice is one."""
        ...

    def turn(self) -> AbstractContextManager[object] | None:
        """Held from the preparation of a posting until after its answer; None: it is somebody else's turn."""
        ...

    def prepare(self, posting: Posting, *, alone: bool = False) -> Ready | Stop | Readdress | Wait:
        """Everything about a posting that waits, before it is sent; reads what must be read. Raises NoSuchCustomer.

        ``alone``: nothing else is to go out with it.
        """
        ...

    def balance(self, posting: Posting) -> Decimal | None:
        """The customer's balance now; None: the server does not tell it."""
        ...

    def write(self, postings: Sequence[Posting]) -> None:
        """Send; returns once the server has proved that it has the points."""
        ...

    def applied(self, store: TillStore, postings: Sequence[Posting], *, at: datetime) -> None:
        """The server has them: what else is to be noted in the same commit."""
        ...

    def check(self, postings: Sequence[Posting]) -> None:
        """After a write that was answered: look at what it did, where that is called for."""
        ...
