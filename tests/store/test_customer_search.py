"""Finding customers while somebody types."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.customer import Customer, fold
from pos_app.store import customer_search
from pos_app.store.customer_cache import CustomerCache
from pos_app.store.customer_schema import CUSTOMERS
from pos_app.store.database import open_database
from pos_app.store.name_keys import keys_of, pivots_of, words_of
from tests.store.shop import NOON

PEOPLE = (
    Customer(phone="+420777123482", name="Jana", surname="Nováková", cards=("9001482",)),
    Customer(phone="+420602555482", name="Jan", surname="Novák"),
    Customer(phone="+420602555100", name="Žaneta", surname="Řeháková", cards=("AB-12-482",)),
    Customer(phone="+421905111222", name="Ľubomír", surname="Čech"),
    Customer(phone="+420608000001", name="Eva", surname="Nováková-Malá"),
    Customer(phone="+49301234567", name="Jürgen", surname="Groß"),
    Customer(phone="+380671234567", name="Олена", surname="Шевченко", middlename="Петрівна"),
    Customer(phone="+420608000002", name="Jan", surname="Janda"),
    Customer(phone="+420608000003", surname="Kavárna U Nováků"),
    Customer(phone="+420608000004", name="Bořivoj"),
    Customer(phone="+420608000005"),
    Customer(phone="+353861234567", name="Conor", surname="O’Brien"),
)


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CustomerCache]:
    cache = CustomerCache.open(tmp_path_factory.mktemp("people") / "customers.db")
    cache.put_many(PEOPLE, NOON)
    yield cache
    cache.close()


def names(cache: CustomerCache, text: str, *, limit: int = 20) -> list[str]:
    return [each.customer.full_name for each in cache.search(text, limit=limit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nov", {"Jana Nováková", "Jan Novák", "Eva Nováková-Malá", "Kavárna U Nováků"}),
        ("NOVÁKOVÁ", {"Jana Nováková", "Eva Nováková-Malá"}),
        ("novakova", {"Jana Nováková", "Eva Nováková-Malá"}),
        ("jan", {"Jana Nováková", "Jan Novák", "Jan Janda"}),
        ("mala", {"Eva Nováková-Malá"}),
        ("nováková-malá", {"Eva Nováková-Malá"}),
        ("řeh", {"Žaneta Řeháková"}),
        ("zan", {"Žaneta Řeháková"}),
        ("lub", {"Ľubomír Čech"}),
        ("jurgen gross", {"Jürgen Groß"}),
        ("шев", {"Олена Шевченко"}),
        ("obrien", {"Conor O’Brien"}),
        ("O'Brien", {"Conor O’Brien"}),
        ("boř", {"Bořivoj"}),
        ("nováků", {"Kavárna U Nováků"}),
        ("ova", set()),
        ("x", set()),
        ("-", set()),
        ("", set()),
    ],
)
def test_one_word_finds_whoever_has_a_word_that_begins_so(people: CustomerCache, text: str, expected: set[str]) -> None:
    found = names(people, text)
    assert set(found) == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("novakova jana", {"Jana Nováková"}),
        ("jana novakova", {"Jana Nováková"}),
        ("j nov", {"Jana Nováková", "Jan Novák"}),
        ("nov j", {"Jana Nováková", "Jan Novák"}),
        ("jan janda", {"Jan Janda"}),
        ("mala nov", {"Eva Nováková-Malá"}),
        ("mal ev", {"Eva Nováková-Malá"}),
        ("mala nov eva", {"Eva Nováková-Malá"}),
        ("mala nov jana", set()),
        ("kav nov", {"Kavárna U Nováků"}),
        ("u nov kav", {"Kavárna U Nováků"}),
        ("оле пет", {"Олена Шевченко"}),
        ("пет шев оле", {"Олена Шевченко"}),
        ("jana čech", set()),
        ("  Jana   NOVÁKOVÁ ", {"Jana Nováková"}),
    ],
)
def test_more_words_are_found_in_any_order(people: CustomerCache, text: str, expected: set[str]) -> None:
    found = names(people, text)
    assert set(found) == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("482", ["Jana Nováková", "Jan Novák", "Žaneta Řeháková"]),
        ("123482", ["Jana Nováková"]),
        ("123 482", ["Jana Nováková"]),
        ("777123482", ["Jana Nováková"]),
        ("420777123482", ["Jana Nováková"]),
        ("+420 777", ["Jana Nováková"]),
        ("+420 602 555", ["Žaneta Řeháková", "Jan Novák"]),
        ("9001482", ["Jana Nováková"]),
        ("AB-12-482", ["Žaneta Řeháková"]),
        ("12-482", ["Žaneta Řeháková"]),
        ("999", []),
    ],
)
def test_digits_are_the_end_of_a_phone_or_card(people: CustomerCache, text: str, expected: list[str]) -> None:
    assert sorted(names(people, text)) == sorted(expected)


def test_nobody_is_found_twice_and_never_more_than_asked_for(people: CustomerCache) -> None:
    assert len(names(people, "nov", limit=2)) == 2
    assert len(names(people, "482", limit=2)) == 2
    # Both the phone and a card of Jana end so.
    assert names(people, "482").count("Jana Nováková") == 1


def test_a_word_said_twice_is_one_word(people: CustomerCache) -> None:
    assert names(people, "jan jan") == names(people, "jan")


def test_half_a_character_is_in_nobodys_way(people: CustomerCache) -> None:
    assert names(people, "nov\ud800") == names(people, "nov")
    assert names(people, "\ud800") == []


@given(
    phones=st.lists(st.from_regex(r"\+[1-9][0-9]{7,13}", fullmatch=True), min_size=1, max_size=20, unique=True),
    data=st.data(),
)
def test_any_end_of_a_phone_of_three_digits_or_more_finds_it(
    tmp_path_factory: pytest.TempPathFactory, phones: list[str], data: st.DataObject
) -> None:
    cache = CustomerCache.open(tmp_path_factory.mktemp("phones") / "customers.db")
    cache.put_many((Customer(phone=phone) for phone in phones), NOON)
    for phone in phones:
        digits = phone.removeprefix("+")
        end = digits[-data.draw(st.integers(3, len(digits))) :]
        found = {each.customer.phone for each in cache.search(end, limit=len(phones))}
        assert found == {each for each in phones if each.endswith(end)}
    cache.close()


LETTERS = st.text("aábcčdeéěxyýžÁŽ -'", min_size=0, max_size=12)


@given(people_=st.lists(st.tuples(LETTERS, LETTERS), min_size=1, max_size=8), data=st.data())
def test_names_are_found_like_by_looking_at_everybody(
    tmp_path_factory: pytest.TempPathFactory, people_: list[tuple[str, str]], data: st.DataObject
) -> None:
    customers = [
        Customer(phone=f"+42060000000{number}", name=name, surname=surname) for number, (name, surname) in enumerate(people_)
    ]
    cache = CustomerCache.open(tmp_path_factory.mktemp("names") / "customers.db")
    cache.put_many(customers, NOON)
    somebody = data.draw(st.sampled_from(customers))
    their_words = words_of(f"{somebody.surname} {somebody.name}")[:5]
    if their_words:
        asked = data.draw(st.permutations(their_words))[: data.draw(st.integers(1, 3))]
        asked = [word[: data.draw(st.integers(1, len(word)))] for word in asked]
        found = {each.customer.phone for each in cache.search(" ".join(asked), limit=99)}
        assert somebody.phone in found
        for customer in customers:
            words = words_of(f"{customer.surname} {customer.name}")
            fits = all(any(word.startswith(each) for word in words) for each in asked)
            assert fits or customer.phone not in found
    cache.close()


@given(name=LETTERS, surname=LETTERS, middlename=LETTERS)
def test_every_pair_of_words_has_a_pivot_in_it(name: str, surname: str, middlename: str) -> None:
    customer = Customer(phone="+420600000000", name=name, surname=surname, middlename=middlename)
    for key in keys_of(customer):
        assert " " not in key or pivots_of(customer) & set(key.split())
        assert key == fold(key)


def test_the_single_word_of_a_surname_is_no_pivot() -> None:
    # There are too many of them that begin alike.
    assert pivots_of(PEOPLE[0]) == {"jana"}
    assert keys_of(PEOPLE[0]) == {"novakova jana", "jana novakova"}


@pytest.mark.parametrize("statement", ["_BY_PHONE_START", "_BY_PHONE_END", "_BY_CARD_END", "_BY_WORD", "_BY_TWO_WORDS"])
def test_a_search_walks_an_index_and_sorts_nothing(customers_db: Path, statement: str) -> None:
    sql = getattr(customer_search, statement)
    database = open_database(customers_db, CUSTOMERS)
    plan = " / ".join(str(row[3]) for row in database.rows(f"EXPLAIN QUERY PLAN {sql}", [0] * sql.count("?")))
    database.close()
    assert "SEARCH" in plan
    assert not any(slow in plan for slow in ("SCAN c", "SCAN n", "SCAN customer", "SCAN name_key", "SCAN card", "ORDER BY"))
