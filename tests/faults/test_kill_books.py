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
SALE = Order(("sell", JANA), JANA, (Decimal("-1.01"), Decimal("5.05")), money=Decimal("99.98"), gross=Decimal("101"))
WHOLE = Order(("refund", "s"), JANA, (Decimal("1.01"), Decimal("-5.05")), money=Decimal("99.98"), sale_id="s", closes=True)
PART = replace(WHOLE, sums=(Decimal("0.40"), Decimal("-2.03")), money=Decimal("39.97"), closes=False)
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


def test_what_a_refund_without_an_answer_may_have_called_off_is_not_lost_yet(books: Books) -> None:
    books.promised(SALE, ANSWER)
    assert books.kept([TAKEN], [], unheard={WHOLE.sale_id}).sentences == ()
    assert books.kept([TAKEN], [], unheard={"another"}).lost
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


def test_a_sale_that_came_back_after_a_kill_and_was_confirmed_must_be_there_and_only_once(books: Books) -> None:
    books.maybe(SALE)
    books.shown(SALE)
    assert books.settled([], BEFORE).lost
    assert books.settled([TAKEN, GIVEN], AFTER).sentences == ()
    again = replace(GIVEN, transaction_id="c", balance=Decimal("109.09"))
    assert books.settled([TAKEN, GIVEN, again], {JANA: Decimal("109.09")}).doubled
    assert books.counts()["promised"] == 1


def test_nothing_of_a_sale_that_came_back_and_was_given_up_may_be_there(books: Books) -> None:
    books.maybe(SALE)
    books.given_up(SALE)
    assert books.settled([], BEFORE).sentences == ()
    assert books.settled([TAKEN, GIVEN], AFTER).wrong


def test_nothing_of_a_refused_sale_may_be_there(books: Books) -> None:
    books.refused(SALE)
    assert books.settled([TAKEN, GIVEN], AFTER).wrong


def test_an_entry_of_no_sale_and_a_balance_that_does_not_add_up_are_wrong(books: Books) -> None:
    assert books.settled([TAKEN], {JANA: Decimal("98.99")}).wrong
    books.maybe(SALE)
    assert books.settled([TAKEN, GIVEN], BEFORE).wrong
    assert books.settled([TAKEN, replace(GIVEN, balance=Decimal(0))], AFTER).wrong


def refunded(order: Order, *sums: str | None, refund_id: str = "r") -> dict[str, Any]:
    postings = [{"transaction_id": f"{refund_id}{number}", "sum": each} for number, each in enumerate(sums)]
    return {"refund_id": refund_id, "sale_id": "s", "money": str(order.money), "postings": postings}


def test_a_refund_that_was_answered_is_in_the_ledger_behind_its_sale(books: Books) -> None:
    books.promised(SALE, ANSWER)
    assert books.taken_back(PART, refunded(PART, "0.40", "-2.03"))
    back = [Entry(JANA, Decimal("0.40"), "r0", Decimal("104.44")), Entry(JANA, Decimal("-2.03"), "r1", Decimal("102.41"))]
    assert books.settled([TAKEN, GIVEN, *back], {JANA: Decimal("102.41")}).sentences == ()
    assert books.settled([TAKEN, GIVEN, back[0]], {JANA: Decimal("104.44")}).lost
    assert books.kept([TAKEN, GIVEN, back[0]], [{"transaction_id": "r1"}]).sentences == ()
    assert books.kept([TAKEN, GIVEN, back[0]], []).lost


def test_what_the_last_part_called_off_must_not_be_sent(books: Books) -> None:
    books.promised(SALE, ANSWER)
    books.taken_back(WHOLE, refunded(WHOLE, "1.01"))
    back = Entry(JANA, Decimal("1.01"), "r0", Decimal(100))
    assert books.kept([TAKEN, back], []).sentences == ()
    assert books.settled([TAKEN, back], BEFORE).sentences == ()
    assert books.settled([TAKEN, back, replace(GIVEN, balance=Decimal("105.05"))], {JANA: Decimal("105.05")}).wrong


def test_a_part_that_takes_nothing_back_is_wrong(books: Books) -> None:
    books.promised(SALE, ANSWER)
    books.taken_back(PART, refunded(PART, "0.40"))
    assert books.settled([TAKEN, GIVEN, Entry(JANA, Decimal("0.40"), "r0", Decimal("104.44"))], {JANA: Decimal("104.44")}).wrong


def test_the_same_refund_again_must_be_answered_alike(books: Books) -> None:
    books.promised(SALE, ANSWER)
    assert books.taken_back(PART, refunded(PART, "0.40", "-2.03"))
    assert not books.taken_back(PART, refunded(PART, "0.40", "-2.03"))
    back = [Entry(JANA, Decimal("0.40"), "r0", Decimal("104.44")), Entry(JANA, Decimal("-2.03"), "r1", Decimal("102.41"))]
    assert books.settled([TAKEN, GIVEN, *back], {JANA: Decimal("102.41")}).sentences == ()
    books.taken_back(PART, refunded(PART, "0.40"))
    assert books.settled([TAKEN, GIVEN, *back], {JANA: Decimal("102.41")}).wrong


def test_a_refund_under_another_id_too_is_doubled(books: Books) -> None:
    books.promised(SALE, ANSWER)
    books.taken_back(PART, refunded(PART, "0.40", "-2.03"))
    back = [Entry(JANA, Decimal("0.40"), "r0", Decimal("104.44")), Entry(JANA, Decimal("-2.03"), "r1", Decimal("102.41"))]
    again = Entry(JANA, Decimal("0.40"), "x", Decimal("102.81"))
    assert books.settled([TAKEN, GIVEN, *back, again], {JANA: Decimal("102.81")}).doubled


@pytest.mark.parametrize("money", ["39.96", "99.98"])
def test_money_that_is_not_what_the_sale_says_is_wrong(books: Books, money: str) -> None:
    books.promised(SALE, ANSWER)
    books.taken_back(PART, refunded(PART, "0.40", "-2.03") | {"money": money})
    assert books.settled([TAKEN, GIVEN], AFTER).wrong


def test_what_a_person_gave_up_must_not_be_sent(books: Books) -> None:
    books.promised(SALE, ANSWER)
    books.gave_up("b")
    assert books.settled([TAKEN], {JANA: Decimal("98.99")}).sentences == ()
    assert books.settled([TAKEN, GIVEN], AFTER).wrong


def test_a_sale_that_the_window_took_back_is_whole_with_its_undoing_or_not_there(books: Books) -> None:
    undo = Order(("F9",), JANA, (Decimal("1.01"), Decimal("-5.05")))
    books.shown(SALE)
    books.undone(undo, shown=True)
    back = [Entry(JANA, Decimal("1.01"), "c", Decimal("105.05")), Entry(JANA, Decimal("-5.05"), "d", Decimal(100))]
    assert books.settled([], BEFORE).sentences == ()
    assert books.settled([TAKEN, GIVEN, *back], BEFORE).sentences == ()
    assert books.settled([TAKEN, GIVEN], AFTER).wrong
    books.undone(undo, shown=False)
    assert books.settled([TAKEN, GIVEN], AFTER).sentences == ()
