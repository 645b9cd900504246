"""What a server does with a test customer, found out at set-up: whether it knows an id again, and whether it changes only what it
is told to (``delivery.md`` §4, §5).

Everything is taken back. What can go wrong half-way is said with what it may leave behind, and proves nothing.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from pos_app.loyalty.customer import Customer, Standing
from pos_app.loyalty.errors import PosError, Refused, Unknown
from pos_app.loyalty.money import CENT
from pos_app.passquare.wire.core_user import UserUpdate, UserUpdated
from pos_app.settings import Dedupe


class Adding(Protocol):
    """A merchant's CRM. Raises the transport's errors."""

    def read_balance(self, *, phone: str) -> Standing: ...
    def add_balance(self, *, phone: str, sum: Decimal, transaction_id: str) -> None: ...  # noqa: A002 - the vendor's word


class Replacing(Protocol):
    """PassQuare's core. Raises the transport's errors."""

    def read_customer(self, *, phone: str) -> Customer: ...
    def create_or_update(self, update: UserUpdate) -> UserUpdated: ...


@dataclass(frozen=True, slots=True)
class Probe:
    """What was found. ``well``: everything was as it must be, and nothing is left behind."""

    dedupe: Dedupe
    sentence: str
    well: bool = field(kw_only=True)


def probe_adding(crm: Adding, phone: str, *, new_uuid: Callable[[], uuid.UUID] = uuid.uuid4) -> Probe:
    """Add 0.01 twice with one id, and take back what came of it. Blocks.

    Raises NoSuchCustomer and the transport's errors while nothing has been added yet.
    """

    def balance() -> Decimal:
        told = crm.read_balance(phone=phone).balance
        if told is None:
            raise Unknown("The CRM tells no balance for this customer.")
        return told

    def add(points: Decimal, transaction_id: str) -> None:
        crm.add_balance(phone=phone, sum=points, transaction_id=transaction_id)

    before = balance()
    try:
        first, refusal = str(new_uuid()), ""
        add(CENT, first)
        once = balance()
        try:
            add(CENT, first)
        except Refused as error:
            refusal = str(error)
        twice = balance()
        if twice - before in (CENT, 2 * CENT):
            for _ in range(int((twice - before) / CENT)):
                add(-CENT, str(new_uuid()))
        after = balance()
    except PosError as error:
        left = f"The test customer had {before} points; up to 0.02 more may be left there."
        return Probe(Dedupe.UNPROVED, f"The CRM could not be examined to the end: {error} {left}", well=False)
    return _judged(before, once, twice, after, refusal)


def _judged(before: Decimal, once: Decimal, twice: Decimal, after: Decimal, refusal: str) -> Probe:
    course = f"the balance went from {before} to {once}, then {twice}, and is {after} now"
    if once != before + CENT or after != before:
        rounds = " It seems to round points." if once in (before, before + 1) else ""
        return Probe(Dedupe.UNPROVED, f"The CRM does not add as it is told: {course}.{rounds}", well=False)
    if refusal:
        known = f"The CRM refuses an id that it has seen ({refusal}): that does not tell what became of a sale without an answer."
        return Probe(Dedupe.UNPROVED, known, well=True)
    if twice == once:
        return Probe(Dedupe.PROVED, "The CRM knows an id again: the same points sent twice were added once.", well=True)
    if twice == before + 2 * CENT:
        absent = "The CRM does not know an id again: the same points sent twice were added twice. Nothing is sent again blindly."
        return Probe(Dedupe.ABSENT, absent, well=True)
    return Probe(Dedupe.UNPROVED, f"The CRM does not add as it is told: {course}.", well=False)


def probe_replacing(core: Replacing, phone: str) -> Probe:
    """Write the balance 0.01 higher, look, write it back. Blocks.

    Raises NoSuchCustomer and the transport's errors while nothing has been written yet.
    """
    before = core.read_customer(phone=phone)
    balance = before.standing.balance
    if balance is None:
        raise Unknown("PassQuare tells no balance for this customer.")
    try:
        core.create_or_update(UserUpdate(phone=phone, balance=balance + CENT))
        changed = core.read_customer(phone=phone)
        core.create_or_update(UserUpdate(phone=phone, balance=balance))
        after = core.read_customer(phone=phone)
    except PosError as error:
        left = f"The test customer had {balance} points, and may have {balance + CENT} now."
        return Probe(Dedupe.UNPROVED, f"PassQuare could not be examined to the end: {error} {left}", well=False)
    wrong = _differences(before, changed, balance + CENT) or _differences(before, after, balance)
    if wrong:
        return Probe(Dedupe.UNPROVED, f"PassQuare does not write as it is told: {wrong}.", well=False)
    return Probe(Dedupe.UNPROVED, "PassQuare replaces a balance as it is told, and changes nothing else.", well=True)


def _differences(before: Customer, after: Customer, balance: Decimal) -> str:
    pairs = (
        ("balance", balance, after.standing.balance),
        ("discount", before.standing.discount, after.standing.discount),
        ("bonus", before.standing.bonus, after.standing.bonus),
        ("name", (before.name, before.surname), (after.name, after.surname)),
    )
    # Names are no business of a terminal's log.
    wrong = [
        f"the {name} is not what it should be" if name == "name" else f"the {name} is {is_}, not {should}"
        for name, should, is_ in pairs
        if should != is_
    ]
    return ", ".join(wrong)
