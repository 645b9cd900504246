"""The servers of a simulated day, written from the API's page alone: a CRM that adds, and a PassQuare that replaces.

Both keep what the oracle asks about: every change that was really made. Amounts are Decimal points.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from tests.faults.sim_clock import SimClock

HOUR_S = 3600.0
BONUS = 5


@dataclass(slots=True)
class Edit:
    """Somebody changed a balance in the dashboard. ``lost_s``: from the read to the arrival of the write that did not know of it.

    ``unseen``: it put the balance back to just what was there before a write of unknown outcome, which was therefore made again.
    ``taken``: it put the balance to just what a write of unknown outcome was to make of it, and was taken for that write's arrival.
    """

    points: Decimal
    lost_s: float | None = None
    unseen: bool = False
    taken: bool = False


@dataclass(frozen=True, slots=True)
class _Version:
    balance: Decimal
    told_from_s: float
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """Which of a customer's balances was told, and when."""

    number: int
    at_s: float
    seen: int
    """The last one that was told before the write which this is about was sent, perhaps once more."""


class SimBalances:
    """What everybody has. ``lag_s`` draws for how long after a change questions may still be answered with what was before."""

    def __init__(self, clock: SimClock, start: Mapping[str, Decimal], lag_s: Callable[[], float]) -> None:
        self.edits: list[Edit] = []
        self._clock = clock
        self._lag_s = lag_s
        self._versions = {phone: [_Version(balance, 0.0)] for phone, balance in start.items()}

    def __contains__(self, phone: str) -> bool:
        return phone in self._versions

    def __getitem__(self, phone: str) -> Decimal:
        """What is really there."""
        return self._versions[phone][-1].balance

    def phones(self) -> list[str]:
        """Everybody."""
        return list(self._versions)

    def told(self, phone: str) -> tuple[Decimal, Told]:
        """What a question is answered with."""
        now = self._clock.now_s
        versions = self._versions[phone]
        number = max(number for number, each in enumerate(versions) if number == 0 or each.told_from_s <= now)
        return versions[number].balance, Told(number, now, number)

    def put(self, phone: str, balance: Decimal, *, knowing: Told | None = None) -> None:
        """Replace it. ``knowing``: what whoever replaces it had been told; edits made after that are lost."""
        if knowing is not None:
            since = enumerate(self._versions[phone][knowing.number + 1 :], knowing.number + 1)
            lost = [(number, each.edit) for number, each in since if each.edit is not None and each.edit.lost_s is None]
            if sum(edit.points for _number, edit in lost):
                for number, edit in lost:
                    edit.lost_s, edit.unseen = self._clock.now_s - knowing.at_s, number <= knowing.seen
        self._append(phone, balance, None)

    def edit(self, phone: str, balance: Decimal) -> None:
        """Somebody puts it to ``balance`` in the dashboard, seeing what is really there."""
        edit = Edit(balance - self[phone])
        self.edits.append(edit)
        self._append(phone, balance, edit)

    def take(self, phone: str, read: Decimal, target: Decimal) -> bool:
        """Take an edit to ``target``, made after ``read`` was there, for a write that never came; whether there is one.

        Nobody can tell the two apart: the API tells a balance, and not who made it.
        """
        versions = self._versions[phone]
        first = next((number for number, each in enumerate(versions) if each.balance == read), len(versions))
        for each in versions[first + 1 :]:
            edit = each.edit
            if edit is not None and each.balance == target and edit.lost_s is None and not edit.taken:
                edit.taken = True
                return True
        return False

    def before(self, phone: str) -> Decimal:
        """What was there before the last change."""
        return self._versions[phone][-2:][0].balance

    def edited(self, phone: str) -> Decimal:
        """What the edits that were not lost come to."""
        edits = [each.edit for each in self._versions[phone] if each.edit is not None]
        return sum((each.points for each in edits if each.lost_s is None), Decimal(0))

    def _append(self, phone: str, balance: Decimal, edit: Edit | None) -> None:
        self._versions[phone].append(_Version(balance, self._clock.now_s + self._lag_s(), edit))


class SimLedger:
    """``addBalance`` and ``readBalance``. ``memory_s``: how long an id is known again; 0: never."""

    def __init__(self, clock: SimClock, balances: SimBalances, *, memory_s: float) -> None:
        self.applied: Counter[str] = Counter()
        """transactionId → how often it was really added."""
        self.order: list[tuple[str, str]] = []
        """(phone, transactionId) as they were first added."""
        self._balances = balances
        self._clock = clock
        self._memory_s = memory_s
        self._seen: dict[str, float] = {}

    def answer(self, request: Mapping[str, Any]) -> dict[str, object]:
        """Do what is asked, now."""
        customer = request["customer"]
        phone = customer.get("phone", "")
        if phone not in self._balances:
            return {"error": "Customer not found"}
        if request["method"] == "readBalance":
            balance, _told = self._balances.told(phone)
            return {"success": True, "balance": str(balance), "bonus": BONUS, "discount": 0}
        known_s = self._seen.get(customer["transactionId"])
        if known_s is None or self._clock.now_s - known_s >= self._memory_s:
            self._add(phone, customer["transactionId"], Decimal(str(customer["sum"])))
        return {"success": True}

    def _add(self, phone: str, transaction_id: str, points: Decimal) -> None:
        self._seen[transaction_id] = self._clock.now_s
        if not self.applied[transaction_id]:
            self.order.append((phone, transaction_id))
        self.applied[transaction_id] += 1
        self._balances.put(phone, self._balances[phone] + points)


@dataclass(frozen=True, slots=True)
class Write:
    """One replacement of a balance; the same again is the same."""

    phone: str
    balance: Decimal
    ids: tuple[str, ...]


class SimCore:
    """``status``, ``read_customer`` and ``user_create_or_update``."""

    def __init__(self, balances: SimBalances) -> None:
        self.arrived: set[str] = set()
        """What was really written at least once, by the ids of the till that wrote it."""
        self.written: dict[Write, None] = {}
        """The different writes that arrived, in the order in which they first did."""
        self._balances = balances
        self._told: dict[str, Told] = {}
        self._planned: dict[tuple[object, ...], Told] = {}

    def knowing(self, request: Mapping[str, Any], ids: Sequence[str]) -> Told | None:
        """What whoever now sends ``request`` had been told when they worked out the balance in it; the same again is no other."""
        told = self._told.get(request.get("phone", ""))
        return told and replace(self._planned.setdefault((request.get("balance"), *ids), told), seen=told.number)

    def answer(self, path: str, request: Mapping[str, Any], *, knowing: Told | None, ids: Sequence[str]) -> dict[str, object]:
        """Do what is asked, now. ``knowing`` and ``ids`` are those of the moment when it was sent."""
        if path.endswith("status"):
            return {"app": "Sim", "balance": 100}
        phone = request.get("phone", "")
        if path.endswith("user_create_or_update"):
            self._balances.put(phone, Decimal(str(request["balance"])), knowing=knowing)
            self.arrived.update(ids)
            self.written[Write(phone, Decimal(str(request["balance"])), tuple(ids))] = None
            return {"success": True}
        if phone not in self._balances:
            return {"customer": None}
        balance, told = self._balances.told(phone)
        if not request.get("installs"):
            # Who asks for a screen asks for the installs, too.
            self._told[phone] = told
        return {"customer": {"phone": phone, "name": "Ann", "balance": str(balance), "bonus": BONUS, "discount": 0}}


def read(body: bytes) -> dict[str, Any]:
    """A request, its numbers exact."""
    document: dict[str, Any] = json.loads(body, parse_float=Decimal)
    return document
