"""The books see what they are there for: a proof that cannot fail proves nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tests.faults.kill_books import Books
from tests.faults.lossy_server import Entry
from tests.faults.shopping import Order

JANA = "+420603551482"
SALE = Order(("sell", JANA), JANA, (Decimal("-1.01"), Decimal("5.05")))
ANSWER = {
    "sale_id": "s",
    "postings": [
        {"transaction_id": "a", "sum": "-1.01", "state": "applied"},
        {"transaction_id": "b", "sum": "5.05", "state": "waiting"},
    ],
}
BEFORE = {JANA: Decimal(100)}
TAKEN = Entry(JANA, Decimal("-1.01"), "a", Decimal("98.99"))
GIVEN = Entry(JANA, Decimal("5.05"), "b", Decimal("104.04"))
AFTER = {JANA: Decimal("104.04")}


@pytest.fixture
def books() -> Books:
    return Books(entries=(), balances=BEFORE)


def test_a_promised_sale_that_is_there_once_is_right(books: Books) -> None:
    books.promised(SALE, ANSWER)
    assert books.kept([TAKEN], [{"transaction_id": "b"}]).sentences == ()
    assert books.settled([TAKEN, GIVEN], AFTER).sentences == ()


def test_points_that_were_promised_for_later_are_what_they_had_to_be(books: Books) -> None:
    books.promised(replace(SALE, sums=SALE.sums[1:]), {"postings": [{"transaction_id": "b", "sum": None}]})
    entry = replace(GIVEN, balance=Decimal("105.05"))
    assert books.settled([entry], {JANA: Decimal("105.05")}).sentences == ()
    assert books.settled([replace(entry, sum=Decimal("5.06"))], {JANA: Decimal("105.06")}).wrong


@pytest.mark.parametrize("queue", [[], [{"transaction_id": "c"}]])
def test_a_promise_that_is_neither_in_the_queue_nor_in_the_ledger_is_lost(books: Books, queue: list[Any]) -> None:
    books.promised(SALE, ANSWER)
    assert books.kept([TAKEN], queue).lost
    assert books.settled([TAKEN], {JANA: Decimal("98.99")}).lost


def test_a_promised_sale_under_another_id_too_is_doubled(books: Books) -> None:
    books.promised(SALE, ANSWER)
    again = replace(GIVEN, transaction_id="c", balance=Decimal("109.09"))
    assert books.settled([TAKEN, GIVEN, again], {JANA: Decimal("109.09")}).doubled


def test_one_transaction_twice_is_doubled(books: Books) -> None:
    books.promised(SALE, ANSWER)
    again = replace(GIVEN, balance=Decimal("109.09"))
    assert books.settled([TAKEN, GIVEN, again], {JANA: Decimal("109.09")}).doubled


def test_a_sale_that_nobody_promised_may_be_there_or_not_but_only_once_and_whole(books: Books) -> None:
    books.maybe(SALE)
    assert books.settled([], BEFORE).sentences == ()
    assert books.settled([TAKEN, GIVEN], AFTER).sentences == ()
    assert books.settled([TAKEN], {JANA: Decimal("98.99")}).wrong
    again = replace(GIVEN, transaction_id="c", balance=Decimal("109.09"))
    assert books.settled([TAKEN, GIVEN, again], {JANA: Decimal("109.09")}).doubled


def test_a_sale_that_the_window_showed_as_recorded_must_be_there(books: Books) -> None:
    books.shown(SALE)
    assert books.settled([], BEFORE).lost
    assert books.settled([TAKEN, GIVEN], AFTER).sentences == ()


def test_nothing_of_a_refused_sale_may_be_there(books: Books) -> None:
    books.refused(SALE)
    assert books.settled([TAKEN, GIVEN], AFTER).wrong


def test_an_entry_of_no_sale_and_a_balance_that_does_not_add_up_are_wrong(books: Books) -> None:
    assert books.settled([TAKEN], {JANA: Decimal("98.99")}).wrong
    books.maybe(SALE)
    assert books.settled([TAKEN, GIVEN], BEFORE).wrong
    assert books.settled([TAKEN, replace(GIVEN, balance=Decimal(0))], AFTER).wrong
