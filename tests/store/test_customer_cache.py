"""What this till remembers of customers, and whose a card is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.customer import CardInstall, CardTrack, Customer, Standing
from pos_app.loyalty.errors import DiskBusy, DiskTrouble
from pos_app.store.customer_cache import CachedCustomer, CustomerCache
from tests.store.shop import JANA, NOON, PETR, minutes

WHOLE = Customer(
    phone=JANA,
    name="Jana",
    surname="Nováková",
    middlename="Marie",
    email="jana@example.com",
    birthday=date(1988, 2, 29),
    cards=("1001", "1002"),
    tracks=(CardTrack("1001", "100142=2512"),),
    installs=(CardInstall("1001", installed=True), CardInstall("1002", installed=False)),
    standing=Standing(balance=Decimal("312.50"), bonus=Decimal("5.125"), discount=Decimal("2.5")),
    template_uuid="8a6f",
    remote_id="4711",
    invited_by=PETR,
    invites=("+420700000001", "+420700000002"),
)
TEXT = st.text(max_size=20).map(lambda text: text.encode("utf-8", "replace").decode())
NUMBERS = st.from_regex(r"[0-9]{4,16}", fullmatch=True)
CUSTOMERS = st.builds(
    Customer,
    phone=st.from_regex(r"\+[0-9]{6,15}", fullmatch=True),
    name=TEXT,
    surname=TEXT,
    middlename=TEXT,
    email=TEXT,
    birthday=st.none() | st.dates(),
    cards=st.lists(NUMBERS, max_size=3, unique=True).map(tuple),
    installs=st.lists(st.builds(CardInstall, NUMBERS, st.booleans()), max_size=2).map(tuple),
    standing=st.builds(
        Standing,
        balance=st.none() | st.decimals(-(10**9), 10**9, places=2),
        bonus=st.none() | st.decimals(0, 100, places=3),
        discount=st.none() | st.decimals(0, 100, places=3),
    ),
    template_uuid=TEXT,
    remote_id=TEXT,
    invited_by=TEXT,
    invites=st.lists(TEXT, max_size=3).map(tuple),
)


def found(cached: CachedCustomer | None) -> Customer:
    assert cached is not None
    return cached.customer


@given(customer=CUSTOMERS)
def test_what_was_put_is_read_back_exactly(tmp_path_factory: pytest.TempPathFactory, customer: Customer) -> None:
    path = tmp_path_factory.mktemp("cache") / "customers.db"
    cache = CustomerCache.open(path)
    cache.put(customer, NOON)
    cache.close()
    again = CustomerCache.open(path)
    assert again.by_phone(customer.phone) == CachedCustomer(customer, NOON)
    for card in customer.cards:
        assert found(again.by_card(card)) == customer
    again.close()


def test_a_customer_is_found_by_phone_card_and_track(cache: CustomerCache) -> None:
    cache.put(WHOLE, NOON)
    expected = CachedCustomer(WHOLE, NOON)
    assert cache.by_phone(JANA) == expected
    assert cache.by_card("1002") == expected
    assert cache.by_track("100142=2512") == expected
    assert cache.count() == 1


def test_nobody_is_found_by_what_nobody_has(cache: CustomerCache) -> None:
    cache.put(WHOLE, NOON)
    assert cache.by_phone(PETR) is None
    assert cache.by_card("100") is None
    assert cache.by_track("1001") is None
    assert cache.by_card("\ud800") is None


def test_a_customer_without_a_phone_is_not_kept(cache: CustomerCache) -> None:
    with pytest.raises(ValueError, match="without a phone"):
        cache.put(Customer(phone="", cards=("1001",)), NOON)
    assert cache.count() == 0


# A newer reading


def test_what_a_server_left_out_stays_as_it_was(cache: CustomerCache) -> None:
    cache.put(WHOLE, NOON)
    cache.put(Customer(phone=JANA, standing=Standing(bonus=Decimal(7))), minutes(5))
    expected = replace(WHOLE, standing=replace(WHOLE.standing, bonus=Decimal(7)))
    assert cache.by_phone(JANA) == CachedCustomer(expected, NOON)


def test_what_a_server_says_replaces_what_was_there(cache: CustomerCache) -> None:
    cache.put(WHOLE, NOON)
    newer = replace(
        WHOLE,
        surname="Malá",
        cards=("1002", "1003"),
        tracks=(CardTrack("1003", "100377"),),
        installs=(CardInstall("1003", installed=True),),
        standing=Standing(balance=Decimal(0), bonus=Decimal(0), discount=Decimal(0)),
        invites=("+420700000003",),
    )
    cache.put(newer, minutes(5))
    assert cache.by_phone(JANA) == CachedCustomer(newer, minutes(5))
    assert cache.by_card("1001") is None
    assert cache.by_track("100142=2512") is None
    assert [each.customer.surname for each in cache.search("mala")] == ["Malá"]
    assert cache.search("novakova") == []


def test_as_of_is_the_time_of_the_balance(cache: CustomerCache) -> None:
    cache.put(Customer(phone=JANA, name="Jana"), NOON)
    assert cache.by_phone(JANA) == CachedCustomer(Customer(phone=JANA, name="Jana"), NOON)
    cache.put(Customer(phone=JANA, standing=Standing(balance=Decimal(1))), minutes(1))
    cache.put(Customer(phone=JANA, name="Jana"), minutes(2))
    cached = cache.by_phone(JANA)
    assert cached is not None
    assert cached.as_of == minutes(1)
    assert cached.as_of.tzinfo is UTC


def test_the_later_put_wins_even_if_the_clock_was_set_back(cache: CustomerCache) -> None:
    cache.put(Customer(phone=JANA, standing=Standing(balance=Decimal(1))), minutes(1_000_000))
    cache.put(Customer(phone=JANA, standing=Standing(balance=Decimal(2))), NOON)
    cached = cache.by_phone(JANA)
    assert cached is not None
    assert (cached.customer.standing.balance, cached.as_of) == (Decimal(2), NOON)


# Whose a card is


def test_a_card_belongs_to_its_newest_owner_only(cache: CustomerCache) -> None:
    cache.put(WHOLE, NOON)
    cache.put(Customer(phone=PETR, name="Petr", cards=("1001",)), minutes(1))
    assert found(cache.by_card("1001")).phone == PETR
    before = found(cache.by_phone(JANA))
    assert before.cards == ("1002",)
    assert before.tracks == ()
    assert before.installs == (CardInstall("1002", installed=False),)
    # The plastic is the same: what it reads as goes with it.
    assert found(cache.by_track("100142=2512")).phone == PETR
    assert found(cache.by_phone(PETR)).tracks == (CardTrack("1001", "100142=2512"),)


def test_a_changed_phone_takes_the_card_along(cache: CustomerCache) -> None:
    cache.put(WHOLE, NOON)
    moved = replace(WHOLE, phone="+420777000000")
    cache.put(moved, minutes(1))
    assert found(cache.by_card("1001")) == moved
    assert found(cache.by_phone(JANA)).cards == ()


def test_a_swiped_track_is_learned_and_outlives_newer_readings(cache: CustomerCache) -> None:
    cache.put(WHOLE, NOON)
    cache.learn_track("1002", "%B1002^NOVAKOVA?")
    cache.put(WHOLE, minutes(1))
    customer = found(cache.by_track("%B1002^NOVAKOVA?"))
    assert customer.tracks == (*WHOLE.tracks, CardTrack("1002", "%B1002^NOVAKOVA?"))


def test_a_track_of_a_card_that_nobody_has_yet_is_remembered_for_whoever_gets_it(cache: CustomerCache) -> None:
    cache.learn_track("1001", "100142=2512")
    assert cache.by_track("100142=2512") is None
    cache.put(Customer(phone=JANA, cards=("1001",)), NOON)
    assert found(cache.by_track("100142=2512")).tracks == (CardTrack("1001", "100142=2512"),)


@pytest.mark.parametrize("owner", [JANA, PETR])
def test_a_track_that_turns_out_to_be_another_cards_moves_there(cache: CustomerCache, owner: str) -> None:
    cache.put(Customer(phone=JANA, cards=("1001", "1002")), NOON)
    cache.put(Customer(phone=PETR, cards=("2001",)), NOON)
    cache.learn_track("1001", "77")
    card = "1002" if owner == JANA else "2001"
    cache.learn_track(card, "77")
    customer = found(cache.by_track("77"))
    assert (customer.phone, customer.tracks) == (owner, (CardTrack(card, "77"),))
    others = {JANA, PETR} - {owner}
    assert [found(cache.by_phone(phone)).tracks for phone in others] == [()]


def test_a_servers_track_brings_its_card(cache: CustomerCache) -> None:
    cache.put(Customer(phone=JANA, tracks=(CardTrack("1001", "77"),)), NOON)
    assert found(cache.by_card("1001")).phone == JANA
    assert found(cache.by_track("77")).cards == ("1001",)


# Many, forgetting, and a file that may be lost


def test_many_are_put_in_pages(cache: CustomerCache) -> None:
    cache.put_many((Customer(phone=f"+42070000{number:04}", surname=f"Nový{number}") for number in range(1_201)), NOON)
    assert cache.count() == 1_201
    assert found(cache.by_phone("+420700001200")).surname == "Nový1200"


def test_a_page_is_kept_whole_or_not_at_all(cache: CustomerCache) -> None:
    with pytest.raises(ValueError, match="without a phone"):
        cache.put_many([WHOLE, Customer(phone="")], NOON)
    assert cache.count() == 0


def test_a_forgotten_customer_is_nowhere_on_the_disk(cache: CustomerCache, customers_db: Path) -> None:
    secret = replace(WHOLE, surname="Nezapomenutelná", email="tajny@example.com", cards=("987654321",), tracks=(), installs=())
    cache.put(secret, NOON)
    cache.learn_track("987654321", "trackdata")
    cache.put(Customer(phone=PETR, name="Petr"), NOON)
    assert cache.forget(JANA)
    assert not cache.forget(JANA)
    assert [cache.by_phone(JANA), cache.by_card("987654321"), cache.by_track("trackdata")] == [None] * 3
    assert cache.search("nezapomenutelna") == cache.search("482") == []
    assert cache.count() == 1
    cache.close()
    whole = customers_db.read_bytes()
    for trace in (b"tajny", b"987654321", b"trackdata", b"nezapomenutelna jana", JANA.encode()):
        assert trace not in whole


def test_damage_is_put_aside_and_the_cache_starts_over(customers_db: Path) -> None:
    customers_db.write_bytes(b"no database at all, only some text that is long enough" * 50)
    cache = CustomerCache.open(customers_db)
    assert cache.count() == 0
    cache.put(WHOLE, NOON)
    assert customers_db.with_name("customers.db.damaged").read_bytes().startswith(b"no database")
    cache.forget(JANA)
    assert not customers_db.with_name("customers.db.damaged").exists()
    cache.close()


def test_damage_that_is_met_later_is_put_aside_then(customers_db: Path) -> None:
    cache = CustomerCache.open(customers_db)
    cache.put_many((Customer(phone=f"+42070000{number:04}", surname=f"Nový{number}") for number in range(500)), NOON)
    cache.close()
    with customers_db.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (customers_db.stat().st_size - 4096))
    cache = CustomerCache.open(customers_db)
    assert cache.search("novy") == []
    cache.put(WHOLE, NOON)
    assert cache.count() == 1
    assert customers_db.with_name("customers.db.damaged").exists()
    cache.close()


def test_the_cache_of_a_newer_program_is_put_aside(customers_db: Path) -> None:
    CustomerCache.open(customers_db).close()
    with closing(sqlite3.connect(customers_db)) as newer:
        newer.execute("PRAGMA user_version = 99")
    cache = CustomerCache.open(customers_db)
    assert cache.count() == 0
    cache.close()


def test_a_deleted_cache_is_simply_empty(customers_db: Path) -> None:
    cache = CustomerCache.open(customers_db)
    cache.put(WHOLE, NOON)
    cache.close()
    customers_db.unlink()
    cache = CustomerCache.open(customers_db)
    assert cache.by_phone(JANA) is None
    cache.close()


def test_a_cache_in_use_is_not_put_aside(cache: CustomerCache, customers_db: Path) -> None:
    cache.put(WHOLE, NOON)
    with pytest.raises(DiskBusy):
        CustomerCache.open(customers_db, lock_wait_s=0.05)
    assert cache.count() == 1


def test_a_trouble_that_is_no_damage_is_passed_on(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble, match="cannot be opened"):
        CustomerCache.open(tmp_path / "nowhere" / "customers.db")
