"""The made-up customers: believable, always the same, and among them whom the pictures and examples show."""

from __future__ import annotations

import itertools
import unicodedata
from datetime import date, timedelta
from decimal import Decimal

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.sandbox.demo_cards import DEMO_CARDS
from pos_app.sandbox.names import CZECH, GERMAN, SLOVAK, UKRAINIAN, UKRAINIAN_ABROAD
from pos_app.sandbox.people import NOBODYS_CARD, NOBODYS_PHONE, Person, make_people

TODAY = date(2026, 3, 14)
PEOPLE = make_people(today=TODAY)
VENDORS_EXAMPLE = "+420000000001"


def plain(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)).casefold()


def the(name: str) -> Person:
    (person,) = (each for each in PEOPLE if f"{each.name} {each.surname}" == name)
    return person


def test_there_are_two_hundred_and_nobody_twice() -> None:
    assert len(PEOPLE) == 200
    cards = [card for person in PEOPLE for card in person.cards]
    for unique in (
        [person.phone for person in PEOPLE],
        [(person.name, person.surname) for person in PEOPLE],
        [card.number for card in cards],
        [card.track for card in cards if card.track],
    ):
        assert len(set(unique)) == len(unique)


def test_the_same_seed_makes_the_same_people() -> None:
    assert make_people(today=TODAY) == PEOPLE
    others = make_people(today=TODAY, seed=7)
    assert others != PEOPLE
    assert others[:13] == PEOPLE[:13]


def test_everybody_has_a_mobile_phone_of_a_country_near_by() -> None:
    for person in PEOPLE:
        number = phonenumbers.parse(person.phone)
        if person.phone != VENDORS_EXAMPLE:
            assert phonenumbers.is_valid_number(number), person.phone
            assert phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE, person.phone


def test_all_four_languages_and_their_letters_are_there() -> None:
    countries = {phonenumbers.region_code_for_number(phonenumbers.parse(each.phone)) for each in PEOPLE[13:]}
    assert countries == {"CZ", "SK", "DE", "UA"}
    letters = set("".join(each.name + each.surname for each in PEOPLE))
    assert letters >= set("áčéěíľřšůýžäöüßКи")


@pytest.mark.parametrize("tongue", [CZECH, SLOVAK, UKRAINIAN, UKRAINIAN_ABROAD], ids=["cs", "sk", "uk", "uk abroad"])
def test_a_surname_follows_the_sex(tongue: object) -> None:
    assert isinstance(tongue, type(CZECH))
    for person in PEOPLE[13:]:
        for man, woman in tongue.surnames:
            if man != woman and person.name in tongue.men and person.name not in GERMAN.men:
                assert person.surname != woman
            if man != woman and person.name in tongue.women and person.name not in GERMAN.women:
                assert person.surname != man


def test_women_of_czech_names_bear_the_czech_form() -> None:
    assert ("Dvořák", "Dvořáková") in CZECH.surnames
    assert ("Veselý", "Veselá") in CZECH.surnames
    assert ("Krejčí", "Krejčí") in CZECH.surnames
    assert all(woman.endswith(("ová", "á", "í", "ů")) for _man, woman in CZECH.surnames)


def test_jana_is_as_the_pictures_show_her() -> None:
    jana = the("Jana Nováková")
    assert (jana.phone[-3:], jana.cards[0].number[-4:], len(jana.cards), jana.cards[0].in_phone) == ("482", "7712", 2, True)
    assert [jana.balance, jana.bonus, jana.discount] == [1240, 5, 5]
    assert jana.birthday is not None
    assert (jana.birthday.month, jana.birthday.day) == (3, 17)


@pytest.mark.parametrize(
    ("name", "ending", "points"),
    [
        ("Tomáš Dvořák", "482", "318"),
        ("Markéta Králová", "482", "64"),
        ("Petr Novotný", "019", "86"),
        ("Anna Nováčková", "355", "512"),
        ("Jan Novák", "770", "2905"),
        ("Petr Svoboda", "140", "905"),
        ("Lucie Horáková", "583", "45"),
    ],
)
def test_the_others_of_the_pictures_are_there(name: str, ending: str, points: str) -> None:
    person = the(name)
    assert person.phone.endswith(ending)
    assert person.balance == Decimal(points)
    assert person.phone.startswith("+421" if name == "Jan Novák" else "+420")


def test_the_vendors_example_is_there() -> None:
    joe = the("Joe Master")
    assert (joe.phone, joe.cards[0].number, joe.cards[0].track) == (VENDORS_EXAMPLE, "120", "7862374687")


@pytest.mark.parametrize("seed", range(20))
def test_searches_find_as_many_as_in_the_pictures(seed: int) -> None:
    people = make_people(today=TODAY, seed=seed)
    cards = [card for person in people for card in person.cards]
    numbers = [*(person.phone for person in people), *(card.number for card in cards), *(card.track for card in cards)]
    assert sum(number.endswith("482") for number in numbers) == 3
    assert sum(number.endswith("7712") for number in numbers) == 1
    assert sum("nov" in plain(f"{person.name} {person.surname}") for person in people) == 4
    assert NOBODYS_PHONE not in numbers
    assert NOBODYS_CARD not in numbers


@given(st.dates(min_value=date(2024, 1, 1), max_value=date(2032, 12, 31)))
def test_there_is_a_birthday_today_and_in_three_days_on_any_day(today: date) -> None:
    born = {(each.birthday.month, each.birthday.day) for each in make_people(today=today, count=20) if each.birthday}
    for day in (today, today + timedelta(days=3)):
        assert (day.month, day.day) in born


def test_standings_are_what_a_shop_gives() -> None:
    assert all(0 <= each.bonus <= 25 and 0 <= each.discount <= 25 for each in PEOPLE)
    assert all(each.balance == each.balance.quantize(Decimal("0.01")) for each in PEOPLE)
    assert any(each.balance < 0 for each in PEOPLE)
    assert any(each.balance % 1 for each in PEOPLE)
    assert any(each.balance == 0 for each in PEOPLE)


def test_referrals_name_customers_and_go_in_no_circle() -> None:
    inviter = {each.phone: each.invited_by for each in PEOPLE}
    assert sum(bool(phone) for phone in inviter.values()) > 10
    for phone in inviter:
        steps = itertools.takewhile(bool, itertools.accumulate(range(300), lambda at, _: inviter.get(str(at), ""), initial=phone))
        assert len(list(steps)) < 200


def test_the_demo_cards_are_cards_of_these_people() -> None:
    for card in DEMO_CARDS:
        person = the(card.name)
        assert person.phone == card.phone
        assert card.card in [each.number for each in person.cards]
        (track,) = [each.track for each in person.cards if each.number == card.card]
        assert card.swipe.startswith(f";{track}=")
