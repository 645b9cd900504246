"""A customer's whole story: sales and refunds as postings. Their sum is the balance shown, and nothing else makes points."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.money import from_cents, to_cents
from pos_app.loyalty.programme import EarnOn, Programme, Quote, RedeemAsk, price
from pos_app.loyalty.refund import Refundable, refund
from pos_app.loyalty.sale import Buyer, Sale, new_sale_ids, postings_of
from tests.loyalty.amounts import asks, bonuses, hundredths, percentages, programmes, purchases

D = Decimal
redeems: st.SearchStrategy[Decimal | RedeemAsk] = asks | st.sampled_from(RedeemAsk)


@dataclass
class Account:
    """One customer's points as the other side keeps them: a list of changes."""

    changes: list[Decimal]

    @property
    def balance(self) -> Decimal:
        return sum(self.changes, D(0))

    def sell(self, gross: Decimal, redeem: Decimal | RedeemAsk, *, rates: Standing, programme: Programme) -> Quote:
        standing = Standing(balance=self.balance, bonus=rates.bonus, discount=rates.discount)
        quote = price(gross, standing=standing, programme=programme, redeem=redeem)
        ids = new_sale_ids()
        sale = Sale(sale_id=ids.sale_id, made_at=datetime(2026, 3, 14, tzinfo=UTC), buyer=Buyer(card="7712"), quote=quote)
        for posting in postings_of(sale, ids, earn_base=earn_base(quote, programme), lifetime_days=None):
            assert posting.sum is not None
            self.changes.append(posting.sum)
        return quote


def earn_base(quote: Quote, programme: Programme) -> Decimal:
    return quote.to_pay if programme.earn_on is EarnOn.PAID else quote.net


def refundable(quote: Quote, programme: Programme) -> Refundable:
    assert quote.bonus_percent is not None
    assert quote.earned is not None
    return Refundable(
        gross=quote.gross,
        to_pay=quote.to_pay,
        earn_base=earn_base(quote, programme),
        bonus_percent=quote.bonus_percent,
        redeemed=quote.redeemed,
        earned=quote.earned,
    )


rates = st.builds(Standing, bonus=bonuses, discount=percentages)


@given(
    start=hundredths("-100", "1000"),
    rates=rates,
    programme=programmes,
    purchases=st.lists(st.tuples(purchases, redeems), min_size=1, max_size=6),
)
def test_the_balance_shown_is_the_sum_of_the_postings(
    start: Decimal, rates: Standing, programme: Programme, purchases: list[tuple[Decimal, Decimal | RedeemAsk]]
) -> None:
    account = Account([start])
    for gross, redeem in purchases:
        quote = account.sell(gross, redeem, rates=rates, programme=programme)
        assert quote.new_balance == account.balance


@given(
    start=hundredths("-100", "1000"),
    rates=rates,
    programme=programmes,
    purchases=st.lists(st.tuples(purchases, redeems), min_size=1, max_size=4),
    data=st.data(),
)
def test_after_everything_was_taken_back_in_any_order_the_points_are_as_before(
    start: Decimal,
    rates: Standing,
    programme: Programme,
    purchases: list[tuple[Decimal, Decimal | RedeemAsk]],
    data: st.DataObject,
) -> None:
    account = Account([start])
    quotes = [account.sell(gross, redeem, rates=rates, programme=programme) for gross, redeem in purchases]
    money = sum((quote.to_pay for quote in quotes), D(0))
    refunded = [D(0)] * len(quotes)
    while open_sales := [number for number, quote in enumerate(quotes) if refunded[number] < quote.gross]:
        number = data.draw(st.sampled_from(open_sales))
        left = quotes[number].gross - refunded[number]
        # Mostly a part; often enough the rest, so that the story ends.
        part = data.draw(st.just(left) | hundredths("0.01", str(left)))
        back = refund(refundable(quotes[number], programme), refunded_before=refunded[number], amount=part)
        refunded[number] += part
        money -= back.money
        account.changes += [back.redeemed_back, -back.earned_back]
    assert account.balance == start
    assert money == 0


@given(
    rates=rates,
    programme=programmes,
    purchases=st.lists(st.tuples(purchases, redeems), min_size=1, max_size=6),
    refunded_percents=st.lists(st.integers(0, 100), min_size=6, max_size=6),
)
def test_a_customer_who_started_with_nothing_never_has_more_than_the_bonus_of_what_was_kept(
    rates: Standing,
    programme: Programme,
    purchases: list[tuple[Decimal, Decimal | RedeemAsk]],
    refunded_percents: list[int],
) -> None:
    assert rates.bonus is not None
    account, granted = Account([D(0)]), Fraction(0)
    for (gross, redeem), percent in zip(purchases, refunded_percents, strict=False):
        quote = account.sell(gross, redeem, rates=rates, programme=programme)
        part = from_cents(to_cents(gross) * percent // 100)
        if part:
            back = refund(refundable(quote, programme), refunded_before=D(0), amount=part)
            account.changes += [back.redeemed_back, -back.earned_back]
        granted += Fraction(quote.net) * Fraction(rates.bonus) / 100 * Fraction(gross - part) / Fraction(gross)
        assert Fraction(account.balance) <= granted
