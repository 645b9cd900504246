"""Amounts: exact decimals in code, whole cents on the disk. A float never holds an amount (``money.md``).

The same type serves money and points; both have at most two decimal places.
"""

from __future__ import annotations

import re
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from pos_app.loyalty.errors import BadInput, Problem

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
PERCENT = Decimal("0.01")
LARGEST = Decimal("999999999.99")
"""The largest amount anything here accepts; a till's own limit is far lower."""

LONGEST_TEXT = 40
_WRITTEN = re.compile(
    r"(?P<minus>[-\u2212]?)"
    r"(?P<whole>\d{1,3}(?P<group>[ '.,_\u00a0\u2009\u2019\u202f])\d{3}(?:(?P=group)\d{3})*|\d*)"
    r"(?:(?P<sign>[.,])(?P<rest>\d*))?",
    re.ASCII,
)
"""Digits in one piece or in threes, then the decimal sign and what follows it."""
_EITHER_SIGN = (".", ",")


def half_up(value: Decimal) -> Decimal:
    """To 0.01, halves away from zero: how a discount rounds."""
    return value.quantize(CENT, rounding=ROUND_HALF_UP)


def floor(value: Decimal) -> Decimal:
    """To 0.01, downwards: how an accrual rounds."""
    return value.quantize(CENT, rounding=ROUND_FLOOR)


def to_cents(amount: Decimal) -> int:
    """The whole number that the disk keeps. ``amount`` must have at most two decimal places (ValueError: a bug)."""
    cents = amount.scaleb(2)
    if cents != cents.to_integral_value():
        raise ValueError("an amount with more than two decimal places reached the store")
    return int(cents)


def from_cents(cents: int) -> Decimal:
    """The amount that ``cents`` stand for, with two decimal places."""
    return Decimal(cents).scaleb(-2)


def parse_amount(text: str, *, limit: Decimal = LARGEST) -> Decimal:
    """What a cashier typed as the purchase: more than 0, at most two decimals, at most ``limit``.

    Accepts ``64.90``, ``64,90``, ``1 250,00`` and ``1,250.00``. Raises BadInput with an ``AMOUNT_…`` problem.
    """
    if not text.strip():
        raise BadInput(Problem.AMOUNT_MISSING)
    amount = _number(text, Problem.AMOUNT_NOT_A_NUMBER)
    if amount <= 0:
        raise BadInput(Problem.AMOUNT_NOT_POSITIVE)
    if amount > limit:
        raise BadInput(Problem.AMOUNT_OVER_LIMIT, limit=limit)
    return amount.quantize(CENT)


def parse_points(text: str) -> Decimal:
    """What a cashier typed as points to use: 0 or more, at most two decimals; empty is 0. Raises BadInput."""
    if not text.strip():
        return ZERO
    points = _number(text, Problem.POINTS_NOT_A_NUMBER)
    if not 0 <= points <= LARGEST:
        raise BadInput(Problem.POINTS_NOT_A_NUMBER)
    return points.quantize(CENT)


def _number(text: str, not_a_number: Problem) -> Decimal:
    """Groups must be of three: in ``64 90`` or ``64,9.0`` a key was hit wrongly, and a guess would be a hundred times too much."""
    trimmed = text.strip()
    written = _WRITTEN.fullmatch(trimmed) if len(trimmed) <= LONGEST_TEXT else None
    if not written:
        raise BadInput(not_a_number)
    whole, group, sign, rest = written["whole"], written["group"], written["sign"], written["rest"] or ""
    if sign == group and group is not None:
        raise BadInput(not_a_number)
    if len(rest) > 2 or (group in _EITHER_SIGN and not sign and whole.count(group) == 1):
        # Not even a third 0: "1,250" may have been meant as a thousand.
        raise BadInput(Problem.AMOUNT_TOO_PRECISE)
    digits = whole.replace(group, "") if group else whole
    if not (digits or rest):
        raise BadInput(not_a_number)
    number = Decimal(f"{digits or 0}.{rest or 0}")
    return -number if written["minus"] else number
