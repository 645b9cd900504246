"""Refunds: pure, cumulative, by the rates of the original sale (``money.md``).

After refunding a share of the purchase, what the customer keeps is worked out anew from the whole share refunded so far, and a
refund is the difference to what was kept before it: any order and number of parts is monotone, and parts that add up to the whole
net to exactly 0.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.money import ZERO, from_cents


@dataclass(frozen=True, slots=True, kw_only=True)
class Refundable:
    """What a refund needs to know of the original sale. Money: gross, to_pay, earn_base; points: redeemed, earned."""

    gross: Decimal
    to_pay: Decimal
    earn_base: Decimal
    bonus_percent: Decimal
    redeemed: Decimal
    earned: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is left of a sale after a part of it was refunded."""

    paid: Decimal
    redeemed: Decimal
    earned: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """One refund: money to hand back, points to give back (0 or more), earned points to take back (0 or more)."""

    money: Decimal
    redeemed_back: Decimal
    earned_back: Decimal


def kept_after(sale: Refundable, refunded: Decimal) -> Kept:
    """What remains once ``refunded`` (0 to ``sale.gross``, in gross money) of the sale was taken back."""
    if refunded == sale.gross:
        return Kept(paid=ZERO, redeemed=ZERO, earned=ZERO)
    # A third has no exact decimal: 0.333… of 30.00 at 10% would keep 0.99 points instead of 1.00.
    left = Fraction(sale.gross - refunded) / Fraction(sale.gross)
    earned = _floor(Fraction(sale.bonus_percent) / 100 * Fraction(sale.earn_base) * left)
    return Kept(
        paid=_half_up(Fraction(sale.to_pay) * left),
        redeemed=_half_up(Fraction(sale.redeemed) * left),
        earned=min(sale.earned, earned),
    )


def refund(sale: Refundable, *, refunded_before: Decimal, amount: Decimal) -> Refund:
    """Refund ``amount`` of the purchase when ``refunded_before`` already was. Raises BadInput if that is not left."""
    if amount <= 0:
        raise BadInput(Problem.AMOUNT_NOT_POSITIVE)
    if refunded_before + amount > sale.gross:
        raise BadInput(Problem.AMOUNT_OVER_LIMIT, limit=sale.gross - refunded_before)
    before = kept_after(sale, refunded_before)
    after = kept_after(sale, refunded_before + amount)
    return Refund(
        money=before.paid - after.paid,
        redeemed_back=before.redeemed - after.redeemed,
        earned_back=before.earned - after.earned,
    )


def _floor(value: Fraction) -> Decimal:
    return from_cents(math.floor(value * 100))


def _half_up(value: Fraction) -> Decimal:
    """Of 0 or more, to 0.01."""
    return _floor(value + Fraction(1, 200))
