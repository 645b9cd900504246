"""Looking for a customer: the presenter without a window."""

from __future__ import annotations

from pos_app.loyalty.errors import Problem
from pos_app.loyalty.sale import FoundBy
from pos_app.till.events import Connection, Status, StatusChanged
from pos_app.till.views import CustomerView, Nobody, Source
from pos_app.ui.sale.finder import PAUSE_S
from pos_app.ui.sale.states import Face, Field
from tests.ui.sale.conftest import Counter
from tests.ui.sale.pretend import ANNA, JANA, PETR, PretendTill, person

LENKA = person("Lenka", "Malá", "+420601234567", "77", cards=("200044719999",))


def served(counter: Counter) -> str:
    buyer = counter.sale.serving.buyer
    return buyer.customer.full_name if isinstance(buyer, CustomerView) else "" if buyer is None else f"{buyer.phone}{buyer.card}"


def test_a_name_gives_rows_at_once_and_enter_takes_the_first(counter: Counter) -> None:
    counter.type("nov")
    assert counter.face() is Face.LIST
    assert len(counter.sale.finder.answer.customers if counter.sale.finder.answer else ()) == 4
    counter.enter()
    assert served(counter) == "Jana Nováková"
    assert counter.active() is Field.PURCHASE


def test_arrows_choose_another_row_and_stop_at_the_ends(counter: Counter) -> None:
    counter.type("nov")
    for _ in range(9):
        counter.sale.move_row(1)
    counter.sale.move_row(-1)
    counter.enter()
    assert served(counter) == "Anna Nováčková"


def test_last_digits_of_several_are_a_list_to_choose_from(counter: Counter) -> None:
    counter.type("482")
    assert counter.face() is Face.LIST
    counter.sale.pick(1)
    assert served(counter) == "Tomáš Dvořák"


def test_one_letter_changes_nothing_on_the_panel(counter: Counter) -> None:
    counter.type("n")
    assert counter.face() is Face.IDLE


def test_enter_on_too_little_says_how_much_is_needed(counter: Counter) -> None:
    counter.type("n")
    counter.enter()
    assert counter.sale.finder.problem is not None
    assert counter.sale.finder.problem.problem is Problem.QUERY_TOO_SHORT
    counter.type("no")
    assert counter.sale.finder.problem is None


def test_a_whole_phone_is_looked_for_online_when_the_typing_pauses(counter: Counter) -> None:
    counter.till.only_online = (LENKA,)
    counter.type("601234567")
    assert counter.sale.finder.looking
    assert "live" not in counter.till.asked
    counter.wait(PAUSE_S)
    counter.enter()
    assert served(counter) == "Lenka Malá"


def test_enter_does_not_wait_for_the_pause(counter: Counter) -> None:
    counter.till.only_online = (LENKA,)
    counter.type("601234567")
    counter.enter()
    assert served(counter) == "Lenka Malá"


def test_enter_before_the_first_rows_takes_nobody_who_could_be_mistaken(counter: Counter) -> None:
    counter.till.hold()
    counter.type("nov")
    counter.sale.enter()
    counter.till.release()
    counter.desk.deliver()
    assert served(counter) == ""
    assert counter.face() is Face.LIST


def test_enter_before_the_only_row_takes_it_when_it_comes(counter: Counter) -> None:
    counter.till.hold()
    counter.type("anna")
    counter.sale.enter()
    counter.till.release()
    counter.desk.deliver()
    assert served(counter) == "Anna Nováčková"


def test_a_late_answer_to_an_older_question_is_dropped(counter: Counter) -> None:
    counter.till.hold()
    counter.sale.search("nov")
    counter.sale.search("anna")
    counter.till.release(1)
    counter.desk.deliver()
    counter.till.release(0)
    counter.desk.deliver()
    answer = counter.sale.finder.answer
    assert answer is not None
    assert [view.customer for view in answer.customers] == [ANNA]


def test_late_online_rows_never_move_the_rows_above_them(counter: Counter) -> None:
    # The card of somebody who is known online only ends like the phones of three who are known here.
    counter.till.only_online = (person("Eva", "Malá", "+420601000000", "1", cards=("482",)),)
    counter.type("482")
    before = [view.customer.phone for view in (counter.sale.finder.answer.customers if counter.sale.finder.answer else ())]
    counter.wait(1)
    after = [view.customer.phone for view in (counter.sale.finder.answer.customers if counter.sale.finder.answer else ())]
    assert after[: len(before)] == before
    assert after[-1] == "+420601000000"
    assert counter.sale.finder.chosen == len(after) - 1


def test_the_chosen_row_stays_chosen_when_online_rows_come(counter: Counter) -> None:
    counter.till.only_online = (person("Eva", "Malá", "+420601000000", "1", cards=("482",)),)
    counter.type("482")
    counter.sale.move_row(1)
    counter.wait(1)
    assert counter.sale.finder.chosen == 1


def test_a_number_of_nobody_is_said_so_and_f7_sells_on_it(counter: Counter) -> None:
    counter.type("777 999 111")
    counter.wait(PAUSE_S)
    assert counter.face() is Face.NOT_FOUND
    counter.sale.sell_to_nobody()
    assert counter.face() is Face.UNKNOWN
    assert served(counter) == "+420777999111"


def test_enter_does_not_sell_to_nobody(counter: Counter) -> None:
    counter.sale.type_amount("18.50")
    counter.type("777 999 111")
    counter.enter()
    counter.enter()
    counter.enter()
    assert counter.face() is Face.NOT_FOUND
    assert not counter.till.records


def test_a_piece_of_a_number_cannot_be_sold_on(counter: Counter) -> None:
    counter.type("77799")
    counter.wait(1)
    assert counter.face() is Face.NOT_FOUND
    assert not counter.sale.can_sell_to_nobody
    counter.sale.sell_to_nobody()
    assert counter.sale.serving.buyer is None


def test_a_typed_number_unknown_here_can_be_sold_on_offline(counter: Counter) -> None:
    counter.till.online = False
    counter.type("777 999 111")
    counter.wait(PAUSE_S)
    assert counter.face() is Face.NOT_FOUND
    nobody = counter.sale.nobody
    assert nobody is not None
    assert not nobody.checked_online
    counter.sale.sell_to_nobody()
    assert served(counter) == "+420777999111"


def test_a_swiped_card_unknown_here_is_accepted_at_once_offline(counter: Counter) -> None:
    counter.till.online = False
    counter.swipe("200044718820")
    assert counter.face() is Face.UNKNOWN
    assert counter.active() is Field.PURCHASE


def test_a_swiped_card_of_nobody_is_said_so_online(counter: Counter) -> None:
    counter.swipe("200044718820")
    assert counter.face() is Face.NOT_FOUND
    counter.sale.sell_to_nobody()
    assert served(counter) == "200044718820"


def test_an_unknown_card_becomes_its_customer_once_the_internet_is_back(counter: Counter) -> None:
    counter.till.only_online = (LENKA,)
    counter.till.online = False
    counter.swipe("200044719999")
    counter.sale.type_amount("420")
    counter.till.online = True
    counter.sale.happened(StatusChanged(Status(connection=Connection.OFFLINE)))
    counter.sale.happened(StatusChanged(Status(connection=Connection.ONLINE)))
    counter.desk.deliver()
    assert served(counter) == "Lenka Malá"
    assert counter.sale.form.amount_text == "420"


def test_a_swipe_shows_what_is_known_here_and_then_what_the_servers_say(counter: Counter) -> None:
    counter.till.hold()
    counter.sale.read((JANA.cards[0],))
    counter.till.release(-1)
    counter.desk.deliver()
    assert served(counter) == "Jana Nováková"
    buyer = counter.sale.serving.buyer
    assert isinstance(buyer, CustomerView)
    assert buyer.source is Source.CACHE
    assert counter.sale.serving.refreshing
    counter.sale.type_amount("64.90")
    counter.sale.activated(Field.RECEIPT)
    moves = counter.sale.focus_moves
    counter.till.release()
    counter.desk.deliver()
    buyer = counter.sale.serving.buyer
    assert isinstance(buyer, CustomerView)
    assert buyer.source is Source.LIVE
    assert (counter.sale.form.amount_text, counter.active(), counter.sale.focus_moves) == ("64.90", Field.RECEIPT, moves)


def test_a_customer_known_online_only_is_found_by_a_swipe(counter: Counter) -> None:
    counter.till.only_online = (LENKA,)
    counter.swipe(LENKA.cards[0])
    assert served(counter) == "Lenka Malá"


def test_a_swipe_that_is_being_looked_for_can_be_given_up(counter: Counter) -> None:
    counter.till.hold()
    counter.sale.read(("200044719999",))
    assert counter.face() is Face.LIST
    counter.sale.escape()
    counter.till.release()
    counter.desk.deliver()
    assert counter.face() is Face.IDLE


def test_another_swipe_while_one_is_being_looked_for_wins(counter: Counter) -> None:
    counter.till.hold()
    counter.sale.read((PETR.cards[0],))
    counter.sale.read((JANA.cards[0],))
    counter.till.release()
    counter.desk.deliver()
    assert served(counter) == "Jana Nováková"


def test_the_same_card_again_during_a_sale_asks_nothing_and_counts_as_read(counter: Counter) -> None:
    counter.type("jana")
    counter.enter()
    counter.sale.type_amount("64.90")
    counter.swipe(JANA.cards[0])
    assert counter.sale.serving.question is None
    buyer = counter.sale.serving.buyer
    assert isinstance(buyer, CustomerView)
    assert buyer.found_by is FoundBy.CARD_READ
    assert counter.sale.form.amount_text == "64.90"


def test_another_card_before_there_is_an_amount_just_changes_the_customer(counter: Counter) -> None:
    counter.swipe(JANA.cards[0])
    counter.swipe(PETR.cards[0])
    assert served(counter) == "Petr Novotný"


def test_another_card_during_a_sale_asks_and_enter_changes_the_customer_but_not_the_amount(counter: Counter) -> None:
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount("64.90")
    counter.sale.type_redeem("10")
    counter.swipe(PETR.cards[0])
    assert served(counter) == "Jana Nováková"
    assert not counter.sale.can_confirm
    counter.enter()
    assert served(counter) == "Petr Novotný"
    assert counter.sale.form.amount_text == "64.90"
    assert counter.sale.quote.redeemed == 0
    assert not counter.till.records


def test_esc_keeps_the_customer_when_another_card_was_read(counter: Counter) -> None:
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount("64.90")
    counter.swipe(PETR.cards[0])
    counter.sale.escape()
    assert served(counter) == "Jana Nováková"
    assert counter.sale.can_confirm


def test_confirm_is_off_while_the_panel_asks_or_lists_somebody_else(counter: Counter) -> None:
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount("64.90")
    counter.swipe(PETR.cards[0])
    counter.sale.confirm_pressed()
    counter.sale.escape()
    counter.type("anna")
    counter.sale.confirm_pressed()
    counter.desk.deliver()
    assert not counter.till.records


def test_esc_goes_one_step_back_at_a_time(counter: Counter) -> None:
    counter.swipe(JANA.cards[0])
    counter.sale.type_amount("64.90")
    counter.type("nov")
    counter.sale.escape()
    assert (counter.face(), counter.active()) == (Face.CUSTOMER, Field.PURCHASE)
    counter.sale.go(Field.RECEIPT)
    counter.sale.escape()
    assert counter.active() is Field.PURCHASE
    counter.sale.escape()
    assert (counter.face(), counter.active()) == (Face.IDLE, Field.SEARCH)
    assert counter.sale.form.amount_text == "64.90"


def test_nobody_is_a_buyer_only_with_a_number() -> None:
    till = PretendTill(online=False, customers=())
    counter = Counter(till)
    counter.type("novák")
    counter.wait(1)
    assert counter.sale.nobody is None
    counter.sale.sell_to_nobody()
    assert not isinstance(counter.sale.serving.buyer, Nobody)


def test_who_was_just_served_is_served_again_by_a_tap(counter: Counter) -> None:
    counter.sale.serve_again(PETR.phone)
    counter.desk.deliver()
    assert served(counter) == "Petr Novotný"
