"""What is told of a person: how it is typed, what of it is sent, and what contradicts what a server has."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.customer import CardTrack, Customer, Standing
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.profile import (
    Links,
    Profile,
    changed,
    clean_text,
    conflicts,
    missing,
    one_digit_away,
    parse_birthday,
    parse_email,
)

TODAY = date(2026, 3, 14)
BARBORA = Customer(
    phone="+420777123482",
    name="Barbora",
    surname="Šimků",
    email="barbora@example.org",
    birthday=date(1980, 1, 25),
    cards=("120", "121"),
    tracks=(CardTrack("121", "9"), CardTrack("120", "7862374687")),
    standing=Standing(balance=Decimal(300), bonus=Decimal(5)),
)


@pytest.mark.parametrize(
    "typed", ["25.1.1980", "25. 1. 1980", " 25/01/1980 ", "25-1-1980", "25 01 1980", "25011980", "1980-01-25", "1980-1-25"]
)
def test_a_birthday_is_read_however_it_is_written(typed: str) -> None:
    assert parse_birthday(typed, today=TODAY) == date(1980, 1, 25)


def test_no_birthday_is_none() -> None:
    assert parse_birthday("  ", today=TODAY) is None


@pytest.mark.parametrize("typed", ["25.1.", "31.2.1980", "25.1.80", "1.25.1980", "15.3.2026", "1.1.1900", "yesterday", "0.0.0000"])
def test_a_day_that_was_nobodys_birthday_is_refused(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_birthday(typed, today=TODAY)
    assert refused.value.problem is Problem.BIRTHDAY_WRONG


@given(st.dates(date(1910, 1, 1), TODAY))
def test_every_birthday_is_read_back_from_either_sides_form(birthday: date) -> None:
    assert parse_birthday(f"{birthday:%d.%m.%Y}", today=TODAY) == parse_birthday(birthday.isoformat(), today=TODAY) == birthday


@pytest.mark.parametrize("typed", ["", "joe@passquare.com", " a.b+c@x-y.example.cz "])
def test_an_email_is_taken_as_it_is_typed(typed: str) -> None:
    assert parse_email(typed) == typed.strip()


@pytest.mark.parametrize("typed", ["joe", "joe@passquare", "@x.cz", "a b@x.cz", "a@b@c.cz", "joe@passquare.", f"{'x' * 250}@x.cz"])
def test_what_is_no_email_is_refused(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_email(typed)
    assert refused.value.problem is Problem.EMAIL_WRONG


def test_a_name_is_one_line_of_a_sensible_length() -> None:
    assert clean_text(" Jana \n  Nov\x07á ") == "Jana Nov á"
    assert len(clean_text("x" * 1000)) == 100


def test_only_what_differs_is_told() -> None:
    after = Profile(name="Barbora", surname="Nová", email="", birthday=date(1980, 1, 25), card_track="7862374687")
    assert changed(BARBORA, after) == Profile(surname="Nová", email="")


def test_the_track_of_the_first_card_is_the_one_that_counts() -> None:
    assert changed(BARBORA, Profile(card_track="9")) == Profile(card_track="9")


def test_what_the_server_lacks_contradicts_nothing() -> None:
    bare = Customer(phone=BARBORA.phone, name="BARBORA")
    told = Profile(name="Barbora", surname="Šimků", email="b@example.org")
    assert conflicts(told, bare) == ()
    assert missing(told, bare) == Profile(surname="Šimků", email="b@example.org")


def test_another_name_or_birthday_contradicts() -> None:
    told = Profile(name="Petr", surname="Simku", birthday=date(1980, 1, 26))
    assert conflicts(told, BARBORA) == ("name", "birthday")


def test_a_slip_of_the_finger_is_one_digit_away() -> None:
    near = one_digit_away("+420777123482")
    assert "+420777123481" in near
    assert "+421777123482" in near
    assert "+420777123482" not in near
    assert all(sum(a != b for a, b in zip(each, "+420777123482", strict=True)) == 1 for each in near)


def test_only_a_safe_link_is_shown() -> None:
    assert Links(form="https://form.example/?hash=1", apple="https://a").best == "https://form.example/?hash=1"
    assert Links(form="javascript:alert(1)", apple="http://a", google="https://g").best == "https://g"
    assert Links(form="ftp://x").best == ""
