"""The servers of a simulated day, written from the API's page alone: a CRM that adds, and a PassQuare that replaces.

Both keep what the oracle asks about: every change that was really made. Amounts are Decimal points.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from tests.faults.sim_clock import SimClock

HOUR_S = 3600.0
BONUS = 5


class SimLedger:
    """``addBalance`` and ``readBalance``. ``memory_s``: how long an id is known again; 0: never."""

    def __init__(self, clock: SimClock, balances: Mapping[str, Decimal], *, memory_s: float) -> None:
        self.balances = dict(balances)
        self.applied: Counter[str] = Counter()
        """transactionId → how often it was really added."""
        self.order: list[tuple[str, str]] = []
        """(phone, transactionId) as they were first added."""
        self._clock = clock
        self._memory_s = memory_s
        self._seen: dict[str, float] = {}

    def answer(self, request: Mapping[str, Any]) -> dict[str, object]:
        """Do what is asked, now."""
        customer = request["customer"]
        phone = customer.get("phone", "")
        if phone not in self.balances:
            return {"error": "Customer not found"}
        if request["method"] == "readBalance":
            return {"success": True, "balance": str(self.balances[phone]), "bonus": BONUS, "discount": 0}
        known_s = self._seen.get(customer["transactionId"])
        if known_s is None or self._clock.now_s - known_s >= self._memory_s:
            self._add(phone, customer["transactionId"], Decimal(str(customer["sum"])))
        return {"success": True}

    def _add(self, phone: str, transaction_id: str, points: Decimal) -> None:
        self._seen[transaction_id] = self._clock.now_s
        if not self.applied[transaction_id]:
            self.order.append((phone, transaction_id))
        self.applied[transaction_id] += 1
        self.balances[phone] += points


class SimCore:
    """``status``, ``read_customer`` and ``user_create_or_update``. ``balances`` may be a ledger's."""

    def __init__(self, balances: dict[str, Decimal]) -> None:
        self.balances = balances

    def answer(self, path: str, request: Mapping[str, Any]) -> dict[str, object]:
        """Do what is asked, now."""
        if path.endswith("status"):
            return {"app": "Sim", "balance": 100}
        phone = request.get("phone", "")
        if path.endswith("user_create_or_update"):
            self.balances[phone] = Decimal(str(request["balance"]))
            return {"success": True}
        if phone not in self.balances:
            return {"customer": None}
        return {"customer": {"phone": phone, "name": "Ann", "balance": str(self.balances[phone]), "bonus": BONUS, "discount": 0}}


def read(body: bytes) -> dict[str, Any]:
    """A request, its numbers exact."""
    document: dict[str, Any] = json.loads(body, parse_float=Decimal)
    return document
