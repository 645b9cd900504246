"""Rounding, and the whole cents of the disk."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from pos_app.loyalty.money import floor, from_cents, half_up, to_cents
from tests.loyalty.amounts import balances


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [("3.245", "3.25"), ("3.2449", "3.24"), ("3.235", "3.24"), ("0.005", "0.01"), ("-0.005", "-0.01"), ("7", "7.00")],
)
def test_a_half_cent_rounds_away_from_zero(exact: str, rounded: str) -> None:
    assert str(half_up(Decimal(exact))) == rounded


@pytest.mark.parametrize(("exact", "rounded"), [("2.8499", "2.84"), ("2.84", "2.84"), ("0.0099", "0.00"), ("-0.001", "-0.01")])
def test_an_accrual_rounds_down(exact: str, rounded: str) -> None:
    assert str(floor(Decimal(exact))) == rounded


@given(amount=balances)
def test_an_amount_survives_the_disk_exactly(amount: Decimal) -> None:
    assert from_cents(to_cents(amount)) == amount
    assert from_cents(to_cents(amount)).as_tuple().exponent == -2


@pytest.mark.parametrize("amount", ["0.001", "12.345", "1E-9"])
def test_a_third_decimal_place_never_reaches_the_disk(amount: str) -> None:
    with pytest.raises(ValueError, match="two decimal places"):
        to_cents(Decimal(amount))
