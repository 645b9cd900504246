"""The shop's programme and the price of a sale under it: a pure function, called on every key (``money.md``)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from enum import Enum
from fractions import Fraction

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.money import CENT, PERCENT, ZERO, floor, half_up

HUNDRED = Decimal(100)


class EarnOn(Enum):
    """What the bonus percentage is taken of."""

    PAID = "paid"
    """Only what is paid in money: points that are used earn nothing."""
    NET = "net"
    """The purchase after discount, whether paid in money or in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """The owner's rules. Amounts in the shop's currency or in points, two decimal places."""

    point_value: Decimal = Decimal(1)
    """Money that one point is worth; more than 0."""
    max_redeem_percent: Decimal = HUNDRED
    """The share of the net purchase that may be paid in points, 0 to 100."""
    smallest_cash: Decimal = ZERO
    """Money that must always remain to be paid."""
    floor_balance: Decimal = ZERO
    """Points that must stay on the account."""
    earn_on: EarnOn = EarnOn.PAID
    lifetime_days: int | None = None
    """Days until earned points expire; None: never, and never sent."""
    amount_limit: Decimal = Decimal("1000000.00")
    """The largest purchase this shop accepts."""
    amount_to_ask: Decimal = Decimal("50000.00")
    """A purchase over this is asked about once more."""
    offline_redeem: bool = False
    """Whether points may be used while the server cannot be asked."""
    offline_hours: int = 24
    """Offline redeeming rests on a balance younger than this."""
    offline_limit: Decimal = Decimal("300.00")
    """Points one customer may use offline."""


class RedeemAsk(Enum):
    """The two ways of asking for points without typing a number."""

    MAX = "max"
    WHOLE_CASH = "whole"
    """Just enough points to make the money a whole number."""


class Limit(Enum):
    """Which rule binds how many points may be used: always named to the cashier."""

    BALANCE = "balance"
    FLOOR_BALANCE = "floor_balance"
    PURCHASE = "purchase"
    PERCENT = "percent"
    SMALLEST_CASH = "smallest_cash"
    OFFLINE_OFF = "offline_off"
    OFFLINE_TOO_OLD = "offline_too_old"
    OFFLINE_TYPED = "offline_typed"
    OFFLINE_AMOUNT = "offline_amount"
    UNKNOWN_BALANCE = "unknown_balance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How well the balance is known at this moment."""

    live: bool
    """The server said so just now."""
    age_hours: Decimal = ZERO
    """How old the balance is, when not live."""
    card_was_read: bool = True
    """The customer was found by a card or code that was read, not by a typed number."""
    redeemed_unsent: Decimal = ZERO
    """Points this customer used here that the server does not know of yet: they count against the offline limit."""


LIVE = Freshness(live=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The price of one sale. Money: gross, discount, net, redeemed_value, to_pay. Points: the rest."""

    gross: Decimal
    discount_percent: Decimal
    discount: Decimal
    net: Decimal
    redeem_asked: Decimal
    redeem_limit: Decimal
    limit: Limit
    redeemed: Decimal
    """Points really used: what was asked, at most the limit, and such that its money value is whole cents."""
    redeemed_value: Decimal
    to_pay: Decimal
    bonus_percent: Decimal | None
    earned: Decimal | None
    """None: the bonus is not known yet; the points come later."""
    new_balance: Decimal | None
    """None: not known."""

    def check(self) -> None:
        """Raise BadInput if more points were asked for than may be used (POINTS_OVER_LIMIT), or fewer than none."""
        if self.redeem_asked < 0:
            raise BadInput(Problem.POINTS_NOT_A_NUMBER)
        if self.redeem_asked > self.redeem_limit:
            raise BadInput(Problem.POINTS_OVER_LIMIT, limit=self.redeem_limit)


def price(
    gross: Decimal,
    *,
    standing: Standing,
    programme: Programme,
    redeem: Decimal | RedeemAsk = ZERO,
    freshness: Freshness = LIVE,
) -> Quote:
    """Price a purchase of ``gross`` (0 or more, two decimals) for a customer in ``standing``.

    Total and pure: never raises for any amount from :func:`pos_app.loyalty.money.parse_amount`; an ask over the limit is
    reported by :meth:`Quote.check`, and priced at the limit.
    """
    discount_percent = ZERO if standing.discount is None else min(max(standing.discount, Decimal(0)), HUNDRED)
    discount = half_up(gross * discount_percent * PERCENT)
    net = gross - discount
    most, limit = redeem_limit(net, balance=standing.balance, programme=programme, freshness=freshness)
    if redeem is RedeemAsk.MAX:
        asked = most
    elif redeem is RedeemAsk.WHOLE_CASH:
        asked = _whole_cash(net, most, programme)
    else:
        asked = redeem
    # An ask below 0 would add points: nothing here may.
    redeemed = _whole_cents(min(max(asked, ZERO), most), programme)
    redeemed_value = (redeemed * programme.point_value).quantize(CENT)
    to_pay = net - redeemed_value
    bonus = None if standing.bonus is None else max(standing.bonus, Decimal(0))
    earned = None if bonus is None else accrual(to_pay if programme.earn_on is EarnOn.PAID else net, bonus)
    new_balance = None if standing.balance is None or earned is None else standing.balance - redeemed + earned
    return Quote(
        gross=gross,
        discount_percent=discount_percent,
        discount=discount,
        net=net,
        redeem_asked=asked,
        redeem_limit=most,
        limit=limit,
        redeemed=redeemed,
        redeemed_value=redeemed_value,
        to_pay=to_pay,
        bonus_percent=bonus,
        earned=earned,
        new_balance=new_balance,
    )


def accrual(base: Decimal, bonus_percent: Decimal) -> Decimal:
    """Points earned on ``base``: rounded down to 0.01, like the leaders of the field do."""
    return floor(base * bonus_percent * PERCENT)


def redeem_limit(net: Decimal, *, balance: Decimal | None, programme: Programme, freshness: Freshness) -> tuple[Decimal, Limit]:
    """The most points that may be used on a net purchase, and the rule that binds. At an equal limit the earlier rule is named."""
    if balance is None:
        return ZERO, Limit.UNKNOWN_BALANCE
    if not freshness.live:
        if not programme.offline_redeem:
            return ZERO, Limit.OFFLINE_OFF
        if freshness.age_hours >= programme.offline_hours:
            return ZERO, Limit.OFFLINE_TOO_OLD
        if not freshness.card_was_read:
            return ZERO, Limit.OFFLINE_TYPED
    spendable = balance - programme.floor_balance
    limits = [
        (spendable, Limit.FLOOR_BALANCE if programme.floor_balance else Limit.BALANCE),
        (_points_for(floor(net * min(programme.max_redeem_percent, HUNDRED) * PERCENT), programme),
         Limit.PERCENT if programme.max_redeem_percent < HUNDRED else Limit.PURCHASE),
        (_points_for(net - programme.smallest_cash, programme), Limit.SMALLEST_CASH if programme.smallest_cash else Limit.PURCHASE),
    ]  # fmt: skip
    if not freshness.live:
        limits.append((programme.offline_limit - freshness.redeemed_unsent, Limit.OFFLINE_AMOUNT))
    most, limit = min(limits, key=lambda each: each[0])
    return _whole_cents(max(most, ZERO), programme), limit


def _whole_cash(net: Decimal, most: Decimal, programme: Programme) -> Decimal:
    """The fewest points that leave a whole number of money to pay; 0 where none do or the limit does not allow it."""
    odd_cents = int(net.scaleb(2)) % 100
    # Points go in steps of so many hundredths, each worth so many whole cents (see _whole_cents).
    cents, hundredths = Fraction(programme.point_value).as_integer_ratio()
    steps = next((steps for steps in range(100) if (steps * cents - odd_cents) % 100 == 0), 0)
    points = Decimal(steps * hundredths).scaleb(-2).quantize(CENT)
    return points if points <= most else ZERO


def _points_for(money: Decimal, programme: Programme) -> Decimal:
    """Points worth at most ``money``."""
    return floor(max(money, ZERO) / programme.point_value)


def _whole_cents(points: Decimal, programme: Programme) -> Decimal:
    """The largest number of points, at most ``points``, whose money value is whole cents: nothing is lost to rounding."""
    step = Fraction(programme.point_value).denominator
    hundredths = int(points.scaleb(2).to_integral_value(rounding=ROUND_FLOOR))
    return Decimal(hundredths - hundredths % step).scaleb(-2).quantize(CENT)
