from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.ui.sale.number_text import NumberForm, NumberTyping, typed_amount, typed_points

ENGLISH = NumberForm()
CZECH = NumberForm(decimal=",", group="\u00a0")
FORMS = (ENGLISH, CZECH)


def typed(form: NumberForm, keys: str, *, start: str = "") -> str:
    """What stands in the field after these keys; "<" is backspace. A refused key changes nothing, as in the field."""
    typing = NumberTyping(form)
    typing.expect(start)
    text = start
    for key in keys:
        wanted = text[:-1] if key == "<" else text + key
        kept = typing(wanted)
        text = text if kept is None else kept
    return text


@pytest.mark.parametrize("sign", [".", ","])
def test_both_decimal_signs_are_the_same_key_in_both_languages(sign: str) -> None:
    assert typed(ENGLISH, f"64{sign}90") == "64.90"
    assert typed(CZECH, f"1250{sign}5") == "1\u00a0250,5"


def test_thousands_are_grouped_while_typing() -> None:
    assert typed(ENGLISH, "1250000") == "1,250,000"
    assert typed(CZECH, "1250000") == "1\u00a0250\u00a0000"


def test_taking_back_a_digit_never_turns_a_group_sign_into_a_decimal_sign() -> None:
    assert typed(ENGLISH, "1250<") == "125"
    assert typed(ENGLISH, "12500<<") == "125"


@pytest.mark.parametrize("keys", ["6x4", "6-4", "64.9.0", "64.901", "6 4"])
def test_keys_that_make_no_amount_are_refused(keys: str) -> None:
    assert "".join(char for char in typed(ENGLISH, keys) if char.isdigit()) in {"64", "6490"}


def test_zeros_before_the_number_go_but_not_before_the_sign() -> None:
    assert typed(ENGLISH, "007") == "7"
    assert typed(ENGLISH, "0.07") == "0.07"
    assert typed(ENGLISH, ".5") == "0.5"
    assert typed(ENGLISH, "0") == "0"


def test_more_digits_than_any_purchase_has_are_refused() -> None:
    assert typed(ENGLISH, "1234567890") == "123,456,789"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [("1.250,00", "1,250.00"), ("64,90", "64.90"), ("1 250", "1,250"), ("1,240", "1,240")],
)
def test_a_pasted_amount_is_read_as_somebody_wrote_it(pasted: str, kept: str) -> None:
    typing = NumberTyping(ENGLISH)
    typing.expect("480")
    assert typing(pasted) == kept


def test_pasted_words_are_refused() -> None:
    assert NumberTyping(ENGLISH)("total") is None


@given(st.decimals(min_value="0.01", max_value="999999.99", places=2), st.sampled_from(FORMS))
def test_what_is_typed_is_what_is_meant(amount: Decimal, form: NumberForm) -> None:
    text = typed(form, f"{amount:f}")
    assert typed_amount(text, form, limit=Decimal("999999.99")) == amount


@given(st.text(alphabet="0123456789.,< x", max_size=20), st.sampled_from(FORMS))
def test_whatever_is_typed_the_field_holds_a_number_or_nothing(keys: str, form: NumberForm) -> None:
    text = typed(form, keys)
    assert typed_points(text, form) >= 0


def test_nothing_typed_is_no_amount() -> None:
    for nothing in ("", "."):
        with pytest.raises(BadInput) as caught:
            typed_amount(nothing, ENGLISH, limit=Decimal(100))
        assert caught.value.problem is Problem.AMOUNT_MISSING
