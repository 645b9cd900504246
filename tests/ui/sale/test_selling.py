"""From amount to confirmed: the presenter without a window."""

from __future__ import annotations

from decimal import Decimal

from pos_app.loyalty.errors import Problem
from pos_app.ui.sale.presenter import DEAF_TO_ENTER_S
from pos_app.ui.sale.states import Doubt, Face, Field
from tests.ui.sale.conftest import Counter
from tests.ui.sale.counter_work import problem, sell
from tests.ui.sale.pretend import JANA, PETR, full_disk


def test_a_known_customer_is_swipe_amount_and_one_enter(counter: Counter) -> None:
    sell(counter)
    (record,) = counter.till.records.values()
    assert record.sale.buyer.phone == JANA.phone
    assert record.sale.quote.to_pay == Decimal("61.65")
    assert counter.done() is not None


def test_the_amount_may_be_typed_first(counter: Counter) -> None:
    counter.sale.go(Field.PURCHASE)
    counter.sale.type_amount("64.90")
    counter.swipe(JANA.cards[0])
    counter.enter()
    assert len(counter.till.records) == 1


def test_a_double_enter_confirms_once(counter: Counter) -> None:
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount("64.90")
    counter.sale.enter()
    counter.sale.enter()
    counter.desk.deliver()
    counter.enter()
    assert len(counter.till.records) == 1
    assert counter.done() is not None, "the second Enter was taken for Next"


def test_enter_means_next_once_a_moment_has_passed(counter: Counter) -> None:
    sell(counter)
    counter.wait(DEAF_TO_ENTER_S)
    counter.enter()
    assert counter.done() is None
    assert counter.face() is Face.IDLE
    assert counter.sale.form.amount_text == ""


def test_the_same_form_keeps_its_ids_and_the_next_has_others(counter: Counter) -> None:
    counter.till.disk = full_disk()
    ids = counter.sale.form.ids
    sell(counter)
    assert counter.sale.form.ids == ids
    counter.till.disk = None
    counter.enter()
    assert counter.finished().sale.sale_id == ids.sale_id
    counter.swipe(PETR.cards[0])
    assert counter.sale.form.ids != ids


def test_a_sale_without_an_amount_asks_for_it_at_the_field(counter: Counter) -> None:
    counter.swipe(JANA.cards[0])
    counter.enter()
    assert problem(counter, Field.PURCHASE) is Problem.AMOUNT_MISSING
    assert counter.active() is Field.PURCHASE
    counter.sale.type_amount("6")
    assert problem(counter, Field.PURCHASE) is None


def test_a_sale_without_a_customer_asks_for_one_at_the_input(counter: Counter) -> None:
    counter.sale.go(Field.PURCHASE)
    counter.sale.type_amount("64.90")
    counter.enter()
    assert counter.active() is Field.SEARCH
    assert counter.sale.finder.problem is not None
    assert counter.sale.form.amount_text == "64.90"


def test_an_amount_over_the_shops_limit_is_said_at_once(counter: Counter) -> None:
    counter.sale.type_amount("1000000.01")
    assert problem(counter, Field.PURCHASE) is Problem.AMOUNT_OVER_LIMIT


def test_more_points_than_allowed_are_said_at_the_field_and_nothing_is_saved(counter: Counter) -> None:
    counter.swipe(PETR.cards[0])
    counter.sale.type_amount("64.90")
    counter.sale.go(Field.REDEEM)
    counter.sale.type_redeem("87")
    assert problem(counter, Field.REDEEM) is Problem.POINTS_OVER_LIMIT
    counter.enter()
    assert not counter.till.records
    assert counter.active() is Field.REDEEM


def test_f4_twice_uses_as_many_points_as_can_be_used_whatever_the_amount_becomes(counter: Counter) -> None:
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount("64.90")
    counter.sale.redeem_key()
    counter.sale.redeem_key()
    assert counter.sale.quote.redeemed == Decimal("61.65")
    counter.sale.type_amount("20")
    assert counter.sale.form.redeem_text(counter.sale.quote) == "19"
    counter.enter()
    (record,) = counter.till.records.values()
    assert record.sale.quote.to_pay == 0


def test_the_points_field_is_not_reached_without_a_customer(counter: Counter) -> None:
    counter.sale.redeem_key()
    assert counter.active() is Field.PURCHASE


def test_keypad_plus_goes_from_field_to_field(counter: Counter) -> None:
    counter.sale.next_field()
    assert counter.active() is Field.PURCHASE
    counter.sale.next_field()
    assert counter.active() is Field.RECEIPT
    counter.swipe(JANA.cards[0])
    counter.sale.next_field()
    assert counter.active() is Field.REDEEM


def test_a_big_amount_is_asked_about_once_and_a_double_enter_is_no_answer(counter: Counter) -> None:
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount("60000")
    counter.enter()
    counter.enter()
    assert counter.sale.doubt is Doubt.BIG
    assert not counter.till.records
    counter.wait(DEAF_TO_ENTER_S)
    counter.enter()
    assert len(counter.till.records) == 1


def test_a_big_amount_that_is_changed_is_asked_about_anew(counter: Counter) -> None:
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount("60000")
    counter.enter()
    counter.wait(DEAF_TO_ENTER_S)
    counter.sale.type_amount("70000")
    assert not counter.asks()
    counter.enter()
    assert counter.asks()
    assert not counter.till.records


def test_the_same_sale_within_a_minute_is_asked_about_once(counter: Counter) -> None:
    sell(counter)
    counter.wait(20)
    sell(counter)
    assert counter.sale.doubt is Doubt.AGAIN
    assert len(counter.till.records) == 1
    counter.wait(DEAF_TO_ENTER_S)
    counter.enter()
    assert len(counter.till.records) == 2


def test_the_same_sale_a_minute_later_is_just_a_sale(counter: Counter) -> None:
    sell(counter)
    counter.wait(60)
    sell(counter)
    assert len(counter.till.records) == 2


def test_another_amount_or_another_customer_is_not_the_same_sale(counter: Counter) -> None:
    sell(counter)
    counter.wait(13)
    sell(counter, "64.91")
    counter.wait(13)
    sell(counter, card=PETR.cards[0])
    assert len(counter.till.records) == 3


def test_a_sale_that_was_taken_back_may_be_made_again_at_once(counter: Counter) -> None:
    sell(counter)
    counter.sale.undo()
    counter.desk.deliver()
    counter.wait(13)
    sell(counter)
    assert len([each for each in counter.till.records.values() if each.sale.quote.gross > 0]) == 2


def test_a_third_press_of_the_points_key_makes_the_money_a_whole_number(counter: Counter) -> None:
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount("64.90")
    for _ in range(3):
        counter.sale.redeem_key()
    assert counter.sale.quote.to_pay == Decimal(61)
    counter.sale.redeem_key()
    assert counter.sale.quote.to_pay == 0
