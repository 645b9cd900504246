"""Putting a sale aside, taking it up, and coming back after a crash: the presenter without a window."""

from __future__ import annotations

from datetime import UTC
from decimal import Decimal

import pytest

from pos_app.loyalty.programme import RedeemAsk
from pos_app.loyalty.unfinished import Shelf
from pos_app.till.views import CustomerView, Nobody
from pos_app.ui.sale.states import Face, Field
from tests.ui.sale.conftest import Counter
from tests.ui.sale.counter_work import sell
from tests.ui.sale.pretend import JANA, NOW, PETR, PretendTill


def begin(counter: Counter, amount: str = "64.90") -> None:
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount(amount)


def served(counter: Counter) -> str:
    buyer = counter.sale.serving.buyer
    return buyer.customer.phone if isinstance(buyer, CustomerView) else ""


def after_a_crash(counter: Counter) -> Counter:
    """The same till in a new run of the program."""
    return Counter(till=counter.till)


def take_up(counter: Counter, index: int = 0) -> None:
    counter.sale.take_up(index)
    counter.desk.deliver()


def test_a_sale_is_put_aside_and_the_till_is_ready_for_the_next(counter: Counter) -> None:
    begin(counter)
    counter.sale.hold()
    assert (counter.face(), counter.sale.form.amount_text) == (Face.IDLE, "")
    assert [sale.amount for sale in counter.sale.held] == ["64.90"]
    assert counter.sale.held[0].begun_at == NOW.astimezone(UTC)


def test_a_held_sale_comes_back_whole_and_is_sold_once_with_its_own_ids(counter: Counter) -> None:
    begin(counter)
    counter.sale.ask_points(RedeemAsk.MAX)
    counter.sale.type_receipt("20418")
    ids, to_pay = counter.sale.form.ids, counter.sale.quote.to_pay
    counter.sale.hold()
    sell(counter, "10", PETR.cards[0])
    counter.wait(12)
    take_up(counter)
    assert (served(counter), counter.sale.form.receipt) == (JANA.phone, "20418")
    assert (counter.sale.quote.to_pay, counter.sale.held) == (to_pay, ())
    counter.enter()
    assert counter.till.records[ids.sale_id].sale.quote.redeemed > 0
    assert len(counter.till.records) == 2


def test_taking_up_puts_the_open_sale_aside(counter: Counter) -> None:
    begin(counter)
    counter.sale.hold()
    counter.swipe(PETR.cards[0])
    counter.sale.type_amount("10")
    take_up(counter)
    assert served(counter) == JANA.phone
    assert [sale.amount for sale in counter.sale.held] == ["10"]


def test_one_key_puts_aside_and_takes_up(counter: Counter) -> None:
    begin(counter)
    counter.sale.hold_key()
    assert counter.sale.held
    counter.sale.hold_key()
    counter.desk.deliver()
    assert (served(counter), counter.sale.form.amount_text) == (JANA.phone, "64.90")


def test_only_an_amount_can_be_put_aside_too(counter: Counter) -> None:
    counter.sale.type_amount("12")
    counter.sale.hold()
    take_up(counter)
    assert (counter.sale.form.amount_text, counter.active()) == ("12", Field.PURCHASE)


def test_there_is_nothing_to_hold_before_anything_and_after_the_sale(counter: Counter) -> None:
    counter.sale.hold_key()
    sell(counter)
    counter.sale.hold_key()
    assert counter.sale.held == ()
    assert counter.done() is not None


def test_an_unfinished_sale_survives_a_crash(counter: Counter) -> None:
    begin(counter)
    counter.sale.ask_points(Decimal(50))
    ids = counter.sale.form.ids
    again = after_a_crash(counter)
    assert (served(again), again.sale.form.amount_text, again.sale.form.ids) == (JANA.phone, "64.90", ids)
    assert again.sale.quote.redeemed == 50


def test_a_sale_that_was_saved_does_not_come_back(counter: Counter) -> None:
    sell(counter)
    again = after_a_crash(counter)
    assert (again.face(), again.sale.form.amount_text, again.sale.held) == (Face.IDLE, "", ())


def test_held_sales_survive_a_crash_and_the_search_for_their_customer(counter: Counter) -> None:
    begin(counter)
    counter.sale.hold()
    again = after_a_crash(counter)
    again.till.hold()
    again.sale.take_up(0)
    third = Counter(till=PretendTill(shelf=again.till.shelf))
    assert (served(third), third.sale.form.amount_text) == (JANA.phone, "64.90")


def test_a_customer_served_meanwhile_is_not_pushed_aside_by_what_a_crash_left(counter: Counter) -> None:
    begin(counter)
    left = counter.till.shelf
    again = Counter(till=PretendTill(shelf=left), delivered=False)
    again.sale.type_amount("5")
    again.desk.deliver()
    assert again.sale.form.amount_text == "5"
    assert [sale.amount for sale in again.sale.held] == ["64.90"]


def test_a_card_swiped_before_the_crash_was_read_about_is_served_and_the_interrupted_sale_is_put_aside(counter: Counter) -> None:
    begin(counter)
    left = counter.till.shelf
    again = Counter(till=PretendTill(shelf=left), delivered=False)
    again.till.hold()
    again.sale.read((PETR.cards[0],))
    again.desk.deliver()
    assert [sale.amount for sale in again.sale.held] == ["64.90"]
    again.till.release()
    again.desk.deliver()
    assert (served(again), again.sale.form.amount_text) == (PETR.phone, "")
    assert [sale.amount for sale in again.sale.held] == ["64.90"]


def test_a_sale_on_a_number_of_nobody_comes_back_with_its_optional_phone(counter: Counter) -> None:
    counter.till.online = False
    counter.swipe("200044718820")
    counter.sale.type_amount("7")
    counter.sale.type_phone("+420777000111")
    again = after_a_crash(counter)
    buyer = again.sale.serving.buyer
    assert isinstance(buyer, Nobody)
    assert (buyer.card, again.sale.serving.phone_text, again.face()) == ("200044718820", "+420777000111", Face.UNKNOWN)


def test_points_of_a_held_sale_are_never_asked_of_another_customer(counter: Counter) -> None:
    begin(counter)
    counter.sale.ask_points(Decimal(50))
    counter.sale.hold()
    counter.till.hold()
    counter.sale.take_up(0)
    counter.till.release()
    counter.sale.read((PETR.cards[0],))
    counter.desk.deliver()
    assert served(counter) == PETR.phone
    assert (counter.sale.quote.redeemed, counter.sale.form.amount_text) == (Decimal(0), "64.90")


@pytest.mark.parametrize("what", ["type", "ask", "receipt", "hold"])
def test_the_till_is_told_of_every_change(counter: Counter, what: str) -> None:
    begin(counter)
    before = counter.till.shelf
    {
        "type": lambda: counter.sale.type_amount("6"),
        "ask": lambda: counter.sale.ask_points(RedeemAsk.MAX),
        "receipt": lambda: counter.sale.type_receipt("1"),
        "hold": counter.sale.hold,
    }[what]()
    assert counter.till.shelf not in (before, Shelf())
