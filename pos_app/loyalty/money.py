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

_GROUPS = re.compile(r"\s|['\u2019_\u00a0\u202f\u2009]")
_PLAIN = re.compile(r"[-\u2212]?(?:\d+(?:[.](\d*))?|[.](\d+))", re.ASCII)


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
    plain = _GROUPS.sub("", text)
    if "." in plain and "," in plain:
        # The later one is the decimal sign, the other groups thousands.
        grouping, sign = (",", ".") if plain.rindex(".") > plain.rindex(",") else (".", ",")
        if plain.count(sign) > 1:
            raise BadInput(not_a_number)
        plain = plain.replace(grouping, "")
    plain = plain.replace(",", ".")
    written = _PLAIN.fullmatch(plain)
    if not written or len(plain) > 20:
        raise BadInput(not_a_number)
    if len(written[1] or written[2] or "") > 2:
        # Not even a third 0: "1,250" may have been meant as a thousand.
        raise BadInput(Problem.AMOUNT_TOO_PRECISE)
    return Decimal(plain.replace("\u2212", "-"))
