"""People: their names as search compares them, their birthdays, and what is not known of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.customer import CardInstall, Customer, Standing, days_to_birthday, fold


def test_a_customer_of_whom_only_the_phone_is_known_has_nothing_else() -> None:
    customer = Customer(phone="+420777123482")
    assert customer.standing == Standing(balance=None, bonus=None, discount=None)
    assert (customer.full_name, customer.in_phone, customer.birthday, customer.cards) == ("", False, None, ())


@pytest.mark.parametrize(
    ("name", "surname", "full"),
    [("Jana", "Nováková", "Jana Nováková"), ("Jana", "", "Jana"), ("", "Nováková", "Nováková"), ("", "", "")],
)
def test_the_full_name_is_what_is_known_of_it(name: str, surname: str, full: str) -> None:
    assert Customer(phone="+420777123482", name=name, surname=surname).full_name == full


def test_the_card_is_in_the_phone_if_any_of_the_cards_is() -> None:
    cards = (CardInstall("7712", installed=False), CardInstall("0931", installed=True))
    assert Customer(phone="+420777123482", installs=cards).in_phone
    assert not Customer(phone="+420777123482", installs=cards[:1]).in_phone


@pytest.mark.parametrize(
    ("birthday", "today", "days"),
    [
        (date(1990, 3, 17), date(2026, 3, 14), 3),
        (date(1990, 3, 14), date(2026, 3, 14), 0),
        (date(1990, 3, 13), date(2026, 3, 14), 364),
        (date(1990, 1, 1), date(2026, 12, 31), 1),
        (date(1990, 12, 31), date(2026, 1, 1), 364),
    ],
)
def test_the_next_birthday_is_counted_in_days(birthday: date, today: date, days: int) -> None:
    assert days_to_birthday(birthday, today) == days


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2026, 2, 28), 1),
        (date(2026, 3, 1), 0),
        (date(2026, 3, 2), 364),
        (date(2028, 2, 28), 1),
        (date(2028, 2, 29), 0),
        (date(2028, 3, 1), 365),
        (date(2027, 3, 2), 364),
    ],
)
def test_who_was_born_on_29_february_keeps_1_march_in_common_years(today: date, days: int) -> None:
    assert days_to_birthday(date(1996, 2, 29), today) == days


@given(birthday=st.dates(date(1900, 1, 1), date(2026, 1, 1)), today=st.dates(date(2000, 1, 1), date(2200, 1, 1)))
def test_a_birthday_comes_within_a_year_and_on_its_day(birthday: date, today: date) -> None:
    days = days_to_birthday(birthday, today)
    assert 0 <= days <= 366
    coming = today + timedelta(days=days)
    assert (coming.month, coming.day) == (birthday.month, birthday.day) or (
        (birthday.month, birthday.day, coming.month, coming.day) == (2, 29, 3, 1)
    )


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Nováková ", "novakova"),
        ("  Jana\u00a0  Nováková", "jana novakova"),
        ("ŽLUŤOUČKÝ KŮŇ", "zlutoucky kun"),
        ("Ľuboš Šťastný", "lubos stastny"),
        ("Großmann", "grossmann"),
        ("MÜLLER", "muller"),
        ("Łukasz Đurić", "lukasz duric"),
        ("Олексій", "олексіи"),
        ("Їжак", "іжак"),
        ("e\u0301", "e"),
        ("ﬁ", "fi"),
        ("", ""),
    ],
)
def test_search_knows_no_accents_no_case_and_no_double_blanks(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(text=st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(text=st.text(st.characters(max_codepoint=0x17F), max_size=40))
def test_upper_and_lower_case_are_the_same_to_search(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower())
