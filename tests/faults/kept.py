"""What a customer keeps of a sale once a part of it was taken back: worked out a second time, from ``money.md`` alone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Kept:
    """Money paid, points used, points earned."""

    paid: Decimal
    used: Decimal
    earned: Decimal


def kept_of(whole: Kept, *, bonus: Decimal | None, gross: Decimal, refunded: Decimal) -> Kept:
    """``refunded`` of ``gross`` was taken back. ``bonus`` in percent of what was paid; None: only the points are known."""
    left = Fraction(gross - refunded) / Fraction(gross)
    full = Fraction(whole.earned) if bonus is None else Fraction(bonus) / 100 * Fraction(whole.paid)
    return Kept(
        paid=_half_up(Fraction(whole.paid) * left),
        used=_half_up(Fraction(whole.used) * left),
        earned=min(whole.earned, _floor(full * left)),
    )


def _floor(value: Fraction) -> Decimal:
    return Decimal(math.floor(value * 100)) / 100


def _half_up(value: Fraction) -> Decimal:
    return _floor(value + Fraction(1, 200))
