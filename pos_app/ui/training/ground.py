"""What a training till stands on: a server of its own, as plain values and calls."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

__all__ = ["Ground", "TrainingCard", "TrainingEntry"]


@dataclass(frozen=True, slots=True)
class TrainingCard:
    """A made-up customer's card. ``swipe``: what a reader types, without its Enter."""

    name: str
    number: str
    swipe: str


@dataclass(frozen=True, slots=True)
class TrainingEntry:
    """A line of the server's ledger. ``points`` signed."""

    transaction_id: str
    phone: str
    points: Decimal
    at: datetime


class Ground(Protocol):
    """Thread-safe; a Future is done when the server has it so."""

    @property
    def cards(self) -> Sequence[TrainingCard]: ...

    def plug(self, *, connected: bool) -> Future[None]:
        """Put the internet's plug in, or pull it."""
        ...

    def ledger(self) -> Future[tuple[TrainingEntry, ...]]:
        """Every entry, the oldest first."""
        ...
