"""The shop's own account at PassQuare."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Account:
    """Its name, and its prepaid balance in money, which pays for text messages and pushes (None: not said)."""

    name: str
    balance: Decimal | None = None
