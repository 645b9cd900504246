"""Refunds: pure, cumulative, by the rates of the original sale (``money.md``).

After refunding a share of the purchase, what the customer keeps is worked out anew from the whole share refunded so far, and a
refund is the difference to what was kept before it: any order and number of parts is monotone, and parts that add up to the whole
net to exactly 0.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.money import ZERO, from_cents
from pos_app.loyalty.programme import Quote
from pos_app.loyalty.sale import Posting, PostingKind, PostingState


@dataclass(frozen=True, slots=True, kw_only=True)
class Refundable:
    """What a refund needs to know of the original sale. Money: gross, to_pay, earn_base; points: redeemed, earned.

    The points are those the customer really gave and got: what was forgiven or written off is 0.
    """

    gross: Decimal
    to_pay: Decimal
    earn_base: Decimal
    bonus_percent: Decimal | None
    """None: only the points are known, and shares are taken of them."""
    redeemed: Decimal
    earned: Decimal


def live(postings: Iterable[Posting], kind: PostingKind) -> Posting | None:
    """The posting that stands for this part of a sale now: moved points have another one. None: nothing came of it."""
    found = [each for each in postings if each.kind is kind and each.state is not PostingState.CANCELLED]
    return found[-1] if found else None


def refundable(quote: Quote, *, redeem: Posting | None = None, earn: Posting | None = None) -> Refundable:
    """A sale at the rates it was made with; earned points that are not known yet count as none. The postings: see :func:`live`."""
    return Refundable(
        gross=quote.gross,
        to_pay=quote.to_pay,
        earn_base=earn.base if earn else ZERO,
        bonus_percent=quote.bonus_percent if quote.bonus_percent is not None or earn is None else earn.bonus,
        redeemed=-(redeem.sum or ZERO) if redeem else ZERO,
        earned=(earn.sum or ZERO) if earn else ZERO,
    )


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
    whole = Fraction(sale.earned) if sale.bonus_percent is None else Fraction(sale.bonus_percent) / 100 * Fraction(sale.earn_base)
    return Kept(
        paid=_half_up(Fraction(sale.to_pay) * left),
        redeemed=_half_up(Fraction(sale.redeemed) * left),
        earned=min(sale.earned, _floor(whole * left)),
    )


def refund(sale: Refundable, *, refunded_before: Decimal, amount: Decimal) -> Refund:
    """Refund ``amount`` of the purchase when ``refunded_before`` already was. Raises BadInput if that is not left."""
    if amount <= 0:
        raise BadInput(Problem.AMOUNT_NOT_POSITIVE)
    if refunded_before == sale.gross:
        raise BadInput(Problem.NOTHING_LEFT)
    if refunded_before + amount > sale.gross:
        raise BadInput(Problem.REFUND_OVER_REST, limit=sale.gross - refunded_before)
    before = kept_after(sale, refunded_before)
    after = kept_after(sale, refunded_before + amount)
    return Refund(
        money=before.paid - after.paid,
        redeemed_back=before.redeemed - after.redeemed,
        earned_back=before.earned - after.earned,
    )


def refunding_quote(original: Quote, back: Refund, *, refunded_before: Decimal, amount: Decimal, earned_known: bool) -> Quote:
    """The amounts of the row that records ``back``, all turned round: those of a sale and of all its refunds add up to 0."""

    def net_kept(refunded: Decimal) -> Decimal:
        return _half_up(Fraction(original.net) * Fraction(original.gross - refunded) / Fraction(original.gross))

    net = net_kept(refunded_before) - net_kept(refunded_before + amount)
    return replace(
        original,
        gross=-amount,
        discount=net - amount,
        net=-net,
        redeem_asked=-back.redeemed_back,
        redeemed=-back.redeemed_back,
        redeemed_value=back.money - net,
        to_pay=-back.money,
        earned=-back.earned_back if earned_known else None,
        new_balance=None,
    )


def _floor(value: Fraction) -> Decimal:
    return from_cents(math.floor(value * 100))


def _half_up(value: Fraction) -> Decimal:
    """Of 0 or more, to 0.01."""
    return _floor(value + Fraction(1, 200))
