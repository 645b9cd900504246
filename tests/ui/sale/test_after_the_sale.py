"""From confirmed to the next customer: the presenter without a window."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pos_app.loyalty.errors import Problem
from pos_app.loyalty.programme import Limit, Programme, RedeemAsk
from pos_app.loyalty.sale import PostingState, SaleState
from pos_app.till.events import Connection, PostingChanged, Status, StatusChanged
from pos_app.till.views import CustomerView, Source
from pos_app.ui.sale.done import CLOSES_AFTER_S, UNDO_S
from pos_app.ui.sale.form import quick_points
from pos_app.ui.sale.number_text import NumberForm
from pos_app.ui.sale.presenter import REFUSAL_LASTS_S
from pos_app.ui.sale.states import Face, Field, Notice, Refusal
from tests.ui.sale.conftest import Counter
from tests.ui.sale.counter_work import all_sent, problem, sell
from tests.ui.sale.pretend import JANA, PETR, PretendTill, full_disk


def test_the_next_customer_is_just_a_swipe(counter: Counter) -> None:
    sell(counter)
    counter.swipe(PETR.cards[0])
    assert counter.done() is None
    buyer = counter.sale.serving.buyer
    assert isinstance(buyer, CustomerView)
    assert buyer.customer == PETR
    assert counter.sale.form.amount_text == ""


def test_the_same_customer_swiped_again_after_a_sale_starts_another(counter: Counter) -> None:
    sell(counter)
    counter.swipe(JANA.cards[0])
    assert counter.face() is Face.CUSTOMER
    assert counter.done() is None


def test_a_swipe_while_the_sale_is_being_saved_serves_the_next_without_a_question(counter: Counter) -> None:
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount("64.90")
    counter.till.hold()
    counter.sale.enter()
    counter.sale.read((PETR.cards[0],))
    counter.till.release(1)
    counter.desk.deliver()
    assert counter.sale.serving.question is not None
    counter.till.release()
    counter.desk.deliver()
    assert len(counter.till.records) == 1
    buyer = counter.sale.serving.buyer
    assert isinstance(buyer, CustomerView)
    assert buyer.customer == PETR
    assert counter.sale.form.amount_text == ""


def test_typing_a_name_over_a_finished_sale_begins_the_next(counter: Counter) -> None:
    sell(counter)
    counter.type("petr")
    counter.enter()
    assert counter.sale.form.amount_text == ""
    assert counter.face() is Face.CUSTOMER


def test_a_finished_sale_closes_by_itself(counter: Counter) -> None:
    sell(counter)
    counter.wait(CLOSES_AFTER_S - 0.1)
    assert counter.done() is not None
    counter.wait(0.2)
    assert counter.done() is None


def test_a_finished_sale_stays_while_the_keyboard_is_in_it(counter: Counter) -> None:
    sell(counter)
    counter.wait(5)
    counter.sale.hold_open(held=True)
    counter.wait(60)
    assert counter.done() is not None
    counter.sale.hold_open(held=False)
    counter.wait(6)
    assert counter.done() is not None
    counter.wait(2)
    assert counter.done() is None


def test_where_nothing_is_to_close_by_itself_a_sale_stays_until_the_next_customer(counter: Counter) -> None:
    counter.sale.close_by_itself(closes=False)
    sell(counter)
    assert counter.finished().closes_in_s is None
    counter.wait(UNDO_S / 4)
    assert counter.finished().undo_fraction == pytest.approx(0.75)
    counter.wait(UNDO_S)
    assert counter.finished().undo_left_s == 0
    assert counter.sale.wakes_at is None
    counter.swipe(PETR.cards[0])
    assert counter.done() is None


def test_the_choice_counts_for_the_sale_that_is_shown_and_gives_it_the_whole_time(counter: Counter) -> None:
    sell(counter)
    counter.sale.close_by_itself(closes=False)
    counter.wait(60)
    counter.sale.close_by_itself(closes=True)
    assert counter.finished().closes_in_s == CLOSES_AFTER_S
    counter.sale.close_by_itself(closes=True)
    counter.wait(CLOSES_AFTER_S)
    assert counter.done() is None


def test_saved_becomes_sent_when_all_its_points_arrived_and_the_balance_is_read_anew(counter: Counter) -> None:
    sell(counter)
    done = counter.sale.done
    assert done is not None
    assert counter.state() is SaleState.SAVED
    buyer = done.buyer
    assert isinstance(buyer, CustomerView)
    assert buyer.balance == Decimal("1243.08")
    assert buyer.pending == Decimal("3.08")
    all_sent(counter)
    assert counter.state() is SaleState.APPLIED
    assert done.fresh
    buyer = done.buyer
    assert isinstance(buyer, CustomerView)
    assert (buyer.balance, buyer.pending) == (Decimal("1243.08"), Decimal(0))
    assert buyer.last_visit is not None
    assert buyer.last_visit.visits_this_year == 15


def test_points_that_arrive_before_the_disk_has_answered_are_not_missed(counter: Counter) -> None:
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount("64.90")
    counter.sale.enter()
    (record,) = counter.till.records.values()
    counter.sale.happened(PostingChanged(replace(record.postings[0], state=PostingState.APPLIED)))
    counter.desk.deliver()
    assert counter.state() is SaleState.APPLIED


def test_a_posting_that_needs_a_person_is_shown_as_such(counter: Counter) -> None:
    sell(counter)
    (record,) = counter.till.records.values()
    counter.sale.happened(PostingChanged(replace(record.postings[0], state=PostingState.NEEDS_PERSON)))
    assert counter.state() is SaleState.NEEDS_PERSON


def test_f9_takes_the_sale_back_while_it_is_shown(counter: Counter) -> None:
    sell(counter)
    counter.sale.undo()
    counter.sale.undo()
    counter.desk.deliver()
    done = counter.sale.done
    assert done is not None
    assert done.undone
    assert counter.till.asked.count("undo") == 1
    assert isinstance(done.buyer, CustomerView)
    assert done.buyer.balance == 1240


def test_f9_takes_the_last_sale_back_when_the_next_customer_is_served_already(counter: Counter) -> None:
    sell(counter)
    counter.swipe(PETR.cards[0])
    counter.sale.type_amount("12")
    counter.sale.undo()
    counter.desk.deliver()
    assert counter.sale.notice is Notice.UNDONE
    assert counter.sale.form.amount_text == "12"
    (record,) = counter.till.records.values()
    assert record.reversed_by


def test_after_two_minutes_nothing_is_undone(counter: Counter) -> None:
    sell(counter)
    counter.wait(UNDO_S)
    counter.sale.undo()
    counter.desk.deliver()
    assert "undo" not in counter.till.asked


def test_a_full_disk_promises_nothing_and_keeps_what_was_typed(counter: Counter) -> None:
    counter.till.disk = full_disk()
    sell(counter)
    assert counter.sale.notice is Notice.NOT_SAVED
    assert counter.done() is None
    assert counter.sale.form.amount_text == "64.90"
    counter.till.disk = None
    counter.enter()
    assert counter.done() is not None
    assert counter.sale.notice is None


@pytest.mark.parametrize("refusal", list(Refusal))
def test_a_refused_read_keeps_customer_and_amount_and_goes_with_enter(counter: Counter, refusal: Refusal) -> None:
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount("64.90")
    counter.sale.refuse(refusal)
    assert counter.face() is Face.REFUSED
    assert not counter.sale.can_confirm
    counter.enter()
    assert counter.face() is Face.CUSTOMER
    assert counter.sale.form.amount_text == "64.90"
    assert not counter.till.records


def test_a_refused_read_goes_by_itself(counter: Counter) -> None:
    counter.sale.refuse(Refusal.BANK_CARD)
    counter.wait(REFUSAL_LASTS_S)
    assert counter.face() is Face.IDLE


def test_a_refused_read_goes_with_the_next_swipe(counter: Counter) -> None:
    counter.sale.refuse(Refusal.BANK_CARD)
    counter.swipe(JANA.cards[0])
    assert counter.face() is Face.CUSTOMER


def test_something_unreadable_is_a_foreign_code(counter: Counter) -> None:
    counter.sale.read(("   ",))
    assert counter.sale.refusal is Refusal.FOREIGN_CODE


def test_offline_the_limit_that_binds_is_the_offline_one() -> None:
    counter = Counter(PretendTill(programme=Programme(offline_redeem=True), online=False))
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount("1250")
    counter.sale.ask_points(RedeemAsk.MAX)
    quote = counter.sale.quote
    assert (quote.limit, quote.redeemed) == (Limit.OFFLINE_AMOUNT, Decimal(300))
    counter.enter()
    assert len(counter.till.records) == 1


def test_points_shown_while_the_servers_are_asked_are_never_spent_unasked(counter: Counter) -> None:
    """An old balance counts as good on the screen for a moment; saving it is refused in words instead of changed in silence."""
    counter.till.hold()
    counter.sale.read((JANA.cards[0],))
    counter.till.release(-1)
    counter.desk.deliver()
    counter.sale.type_amount("64.90")
    counter.sale.ask_points(RedeemAsk.MAX)
    assert counter.sale.quote.redeemed > 0
    counter.sale.enter()
    counter.till.release(-1)
    counter.desk.deliver()
    assert not counter.till.records
    assert problem(counter, Field.REDEEM) is Problem.POINTS_OVER_LIMIT


def test_an_old_balance_is_asked_for_again_when_the_internet_is_back(counter: Counter) -> None:
    counter.till.online = False
    counter.swipe(JANA.cards[0])
    buyer = counter.sale.serving.buyer
    assert isinstance(buyer, CustomerView)
    assert buyer.source is Source.CACHE
    counter.till.online = True
    for connection in (Connection.OFFLINE, Connection.ONLINE):
        counter.sale.happened(StatusChanged(Status(connection=connection)))
    counter.desk.deliver()
    buyer = counter.sale.serving.buyer
    assert isinstance(buyer, CustomerView)
    assert buyer.source is Source.LIVE


def test_the_optional_phone_goes_with_the_sale_of_an_unknown_card(counter: Counter) -> None:
    counter.till.online = False
    counter.swipe("200044718820")
    counter.sale.type_amount("420")
    counter.sale.type_phone("777 12")
    counter.enter()
    assert counter.active() is Field.PHONE
    assert counter.sale.serving.phone_problem is not None
    counter.sale.type_phone("777 123 999")
    counter.enter()
    (record,) = counter.till.records.values()
    assert (record.sale.buyer.phone, record.sale.buyer.card) == ("+420777123999", "200044718820")
    assert record.sale.quote.earned is None


def test_a_comma_is_a_decimal_sign_in_czech() -> None:
    counter = Counter(numbers=NumberForm(decimal=",", group="\u00a0"))
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount("1\u00a0250,50")
    counter.enter()
    (record,) = counter.till.records.values()
    assert record.sale.quote.gross == Decimal("1250.50")


@pytest.mark.parametrize(
    ("most", "count", "offered"),
    [("1240", 3, [0, 200, 500]), ("300", 3, [0, 100, 200]), ("593", 2, [0, 100]), ("86", 3, [0]), ("0", 3, [0])],
)
def test_round_numbers_of_points_are_offered_below_the_most(most: str, count: int, offered: list[int]) -> None:
    assert list(quick_points(Decimal(most), count)) == offered


def test_the_finished_sales_are_listed_newest_first(counter: Counter) -> None:
    sell(counter)
    counter.wait(1)
    sell(counter, "12", PETR.cards[0])
    assert [record.sale.buyer.name for record in counter.sale.checkout.recent] == ["Petr Novotný", "Jana Nováková"]
