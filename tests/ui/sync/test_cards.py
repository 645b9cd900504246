"""The cards: what is said of each reason, and exactly what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.errors import BadInput, DiskTrouble, Problem
from pos_app.loyalty.sale import Attention
from pos_app.till.overview import Stuck
from pos_app.ui.sync.issues import Way, ways
from pos_app.ui.sync.step import Fault
from tests.ui.sync import person_cards, pretend
from tests.ui.sync.gallery import ALL_REASONS, Stage
from tests.ui.sync.pretend import MARIE, ONDREJ, PETR, PretendSync, told

OpenStage = Callable[..., Stage]


def on(stage: OpenStage, *matters: Stuck, **wishes: object) -> Stage:
    return stage(till=PretendSync(told(matters)), **wishes)


def spaced(text: str) -> str:
    """With plain spaces."""
    return text.replace("\u00a0", " ")


def decided(stage: Stage) -> tuple[Action, str, str, dict[str, object]]:
    ((_key, decision, more),) = stage.till.decided
    return decision.action, decision.who, decision.reason, more


WAYS: list[tuple[Callable[[], Stuck], str, list[Way]]] = [
    (pretend.fewer_points, "Not enough points any more", [Way.TAKE_ONLY, Way.FORGIVE, Way.RETRY, Way.VOID]),
    (pretend.nobodys_card, "This card belongs to nobody yet", [Way.CHOOSE, Way.RETRY, Way.WRITE_OFF]),
    (
        pretend.nobodys_phone,
        "This phone belongs to nobody yet",
        [Way.FIX_PHONE, Way.REGISTER, Way.CHOOSE, Way.RETRY, Way.WRITE_OFF],
    ),
    (pretend.refused, "The server did not accept it", [Way.RETRY, Way.FIX_PHONE, Way.CHOOSE, Way.WRITE_OFF]),
    (pretend.unknown, "It is not known whether it arrived", [Way.ADD_NOW, Way.ALREADY_THERE, Way.WRITE_OFF]),
    (pretend.moved, "Somebody else changed the balance", [Way.ADD_NOW, Way.ALREADY_THERE, Way.WRITE_OFF]),
    (pretend.differs, "The balance is not what this till left", [Way.ADD_NOW, Way.ALREADY_THERE, Way.WRITE_OFF]),
    (pretend.other_account, "This sale belongs to another account", [Way.RETRY, Way.WRITE_OFF]),
    (pretend.damaged, "The entry on the disk is damaged", [Way.WRITE_OFF]),
    (person_cards.registered_otherwise, "This phone is a customer's already", [Way.ADD_NOW, Way.ALREADY_THERE]),
]


@pytest.mark.parametrize(("make", "title", "ways"), WAYS, ids=[each[1] for each in WAYS])
def test_a_card_says_what_it_is_and_offers_exactly_what_is_possible(
    stage: OpenStage, make: Callable[[], Stuck], title: str, ways: list[Way]
) -> None:
    matter = make()
    card = on(stage, matter).card()
    assert (card.title.text(), list(card.offered)) == (title, ways)
    assert {way.action for way in card.offered} <= matter.matter.possible
    assert card.meaning.text()


def test_every_reason_that_the_delivery_has_is_on_a_card() -> None:
    assert {make().matter.posting.attention for make in ALL_REASONS} == set(Attention)


def test_a_card_names_the_sale_and_the_design_s_words_say_what_happened(stage: OpenStage) -> None:
    window = on(stage, pretend.fewer_points())
    assert window.card().facts.text() == "Ondřej Malý · €41.00 · 9:18"
    assert window.card().meaning.text() == (
        "200 points were used here while the till was offline, but only 120 were left. "
        "Nothing is lost. Choose what to do with the missing 80."
    )
    assert window.page.subtitle.text() == "1 sale needs your decision. The rest takes care of itself."


def test_the_points_that_are_there_are_taken_and_the_missing_ones_forgiven(stage: OpenStage) -> None:
    window = on(stage, pretend.fewer_points())
    assert spaced(window.card().button(Way.TAKE_ONLY).words) == "Forgive 80 points"
    form = window.choose(Way.TAKE_ONLY).form
    form.who.insert("Eva")
    form.why.insert("we were offline")
    form.confirm.click()
    window.settle()
    assert decided(window) == (Action.TAKE_ONLY, "Eva", "we were offline", {"phone": "", "card": "", "points": Decimal(120)})
    assert window.cards == []
    assert spaced(window.page.issues.done.title) == "Decided: Forgive 80 points"


def test_without_the_balance_nobody_is_told_how_many_points_are_missing(stage: OpenStage) -> None:
    till = PretendSync(told((pretend.fewer_points(),)), online=False)
    card = stage(till=till).card()
    assert card.title.text() == "The server did not take the used points"
    assert Way.TAKE_ONLY not in card.offered


def test_what_may_have_arrived_is_compared_with_the_balance_of_this_moment(stage: OpenStage) -> None:
    window = on(stage, pretend.unknown())
    text = spaced(window.card().meaning.text())
    assert "The server has 140 points now. There were 137.20 before; 140 are right with this. They seem to be there." in text
    absent = replace(MARIE, standing=replace(MARIE.standing, balance=Decimal("137.20")))
    window.till.customers.customers = (absent,)
    window.page.panel.send.click()
    window.wait(2)
    assert "They seem not to be there." in window.card().meaning.text()


@pytest.mark.parametrize(
    ("balance", "main"), [("140", Way.ALREADY_THERE), ("137.20", Way.ADD_NOW), ("99", None)], ids=["there", "absent", "neither"]
)
def test_what_the_balance_shows_is_the_first_way_out_and_nothing_else_is(balance: str, main: Way | None) -> None:
    offered = ways(pretend.unknown(), Decimal(balance))
    assert [each.way for each in offered if each.main] == ([main] if main else [])
    assert not any(each.main for each in ways(pretend.unknown(), None))


def test_nothing_irreversible_is_done_at_once_and_it_can_be_left(stage: OpenStage) -> None:
    window = on(stage, pretend.unknown())
    card = window.choose(Way.ADD_NOW)
    assert window.till.decided == []
    assert "cannot be undone" in card.form.sentence.text()
    card.form.back.click()
    window.settle()
    assert (card.form.isHidden(), card.buttons.isHidden(), window.till.decided) == (True, False, [])


def test_who_is_asked_once_and_why_where_something_is_given_up(stage: OpenStage) -> None:
    window = on(stage, pretend.refused(), pretend.damaged())
    form = window.choose(Way.RETRY).form
    form.confirm.click()
    window.settle()
    assert (form.who.error, window.till.decided) == ("Say who decides", [])
    form.who.insert("Eva")
    form.confirm.click()
    window.settle()
    assert decided(window)[:3] == (Action.RETRY, "Eva", "")
    form = window.choose(Way.WRITE_OFF).form
    assert form.who.text() == "Eva"
    form.confirm.click()
    window.settle()
    assert (form.why.error, len(window.till.decided)) == ("Say why", 1)


def test_once_it_is_known_who_decides_a_retry_is_one_press(stage: OpenStage) -> None:
    window = on(stage, pretend.refused(), pretend.other_account())
    form = window.choose(Way.RETRY).form
    form.who.insert("Eva")
    form.confirm.click()
    window.settle()
    window.choose(Way.RETRY)
    assert [each[1] for each in window.till.decided] == [Decision(action=Action.RETRY, who="Eva", reason="")] * 2


def test_points_of_a_card_go_to_the_customer_who_is_chosen(stage: OpenStage) -> None:
    window = on(stage, pretend.nobodys_card())
    form = window.choose(Way.CHOOSE).form
    form.search.insert("svo")
    window.settle()
    form.list.rows[0].click()
    window.settle()
    assert (form.chosen.words, form.search.isHidden()) == ("Petr Svoboda", True)
    form.who.insert("Eva")
    form.confirm.click()
    window.settle()
    assert decided(window) == (Action.MOVE, "Eva", "", {"phone": PETR.phone, "card": "", "points": None})


def test_a_mistyped_phone_is_corrected_even_to_one_that_nobody_has_yet(stage: OpenStage) -> None:
    window = on(stage, pretend.nobodys_phone())
    form = window.choose(Way.FIX_PHONE).form
    assert form.search.text() == "+420777123482"
    form.search.clear()
    form.search.insert("777 123 483")
    window.settle()
    window.wait(1)
    assert spaced(form.number.words) == "Use +420 777 123 483"
    form.number.click()
    form.who.insert("Eva")
    form.confirm.click()
    window.settle()
    assert decided(window)[3] == {"phone": "+420777123483", "card": "", "points": None}


def test_who_corrects_a_phone_types_over_the_wrong_one_and_then_who_they_are(stage: OpenStage) -> None:
    window = on(stage, pretend.nobodys_phone())
    form = window.choose(Way.FIX_PHONE).form
    assert (window.shell.focusWidget(), form.search.edit.selectedText()) == (form.search.edit, "+420777123482")
    form.search.insert("777 123 483")
    window.settle()
    window.wait(1)
    form.number.click()
    assert window.shell.focusWidget() is form.who.edit


def test_the_same_phone_is_no_correction(stage: OpenStage) -> None:
    window = on(stage, pretend.nobodys_phone())
    form = window.choose(Way.FIX_PHONE).form
    window.wait(1)
    form.number.click()
    form.who.insert("Eva")
    form.confirm.click()
    window.settle()
    assert window.till.decided == []


def test_a_voided_sale_says_what_to_hand_back(stage: OpenStage) -> None:
    window = on(stage, pretend.fewer_points(), pretend.damaged())
    form = window.choose(Way.VOID).form
    assert form.sentence.text() == "The whole sale is taken back: hand back €41.00. This cannot be undone."
    form.who.insert("Eva")
    form.why.insert("brought back")
    form.confirm.click()
    window.settle()
    window.choose(Way.WRITE_OFF)
    # It stays to be read while the next card is looked at.
    assert spaced(window.page.issues.done.title) == "Decided: Void sale · Hand back €41.00"


def test_a_disk_that_does_not_take_a_decision_is_said_and_nothing_is_lost_of_what_was_typed(stage: OpenStage) -> None:
    window = on(stage, pretend.damaged())
    window.till.trouble = DiskTrouble("The disk is full.")
    form = window.choose(Way.WRITE_OFF).form
    form.who.insert("Eva")
    form.why.insert("a test")
    form.confirm.click()
    window.settle()
    assert window.page.presenter.steps[window.card().key].fault is Fault.DISK
    assert form.why.text() == "a test"
    window.till.trouble = None
    form.confirm.click()
    window.settle()
    assert len(window.till.decided) == 1


def test_what_was_settled_elsewhere_meanwhile_says_so(stage: OpenStage) -> None:
    window = on(stage, pretend.damaged())
    window.till.trouble = BadInput(Problem.NOTHING_LEFT)
    form = window.choose(Way.WRITE_OFF).form
    form.who.insert("Eva")
    form.why.insert("a test")
    form.confirm.click()
    window.settle()
    assert not form.error.isHidden()


def test_what_happened_so_far_folds_out_with_times_and_plain_words(stage: OpenStage) -> None:
    window = on(stage, pretend.fewer_points())
    card = window.card()
    assert card.fold.words == "What happened · 3"
    card.fold.click()
    window.settle()
    said = [each.accessibleName() for each in card.history.findChildren(type(card.title)) if each.accessibleName()]
    assert said == [
        "9:18:00, Sale saved on this till",
        "9:18:04, Could not be sent. The server could not be reached.",
        "13:20:09, The server said no. The server said: “Not enough points”",
    ]
    card.fold.click()
    window.settle()
    assert card.history.isHidden()


def test_a_server_s_words_are_plain_letters_and_cut(stage: OpenStage) -> None:
    sale = pretend.made("5.00", pretend.refused().record.sale.buyer, pretend.at(9, 0))
    nasty = "<img src=x> \u202e" + "A" * 5_000
    window = on(stage, pretend.stuck(sale, Attention.REFUSED, nasty))
    shown = window.card().meaning.text()
    assert "\u202e" not in shown
    assert "<img src=x>" in shown
    assert len(shown) <= 500


def test_settling_one_card_leaves_what_is_typed_on_another(stage: OpenStage) -> None:
    window = on(stage, pretend.refused(), pretend.damaged(), pretend.nobodys_card())
    other = window.choose(Way.WRITE_OFF, 1)
    other.form.why.insert("half a sen")
    window.choose(Way.RETRY, 0).form.who.insert("Eva")
    other.form.why.activate()
    window.card(0).form.confirm.click()
    window.wait(2)
    assert len(window.cards) == 2
    assert window.card(0) is other
    assert other.form.why.text() == "half a sen"
    assert window.shell.focusWidget() is other.form.why.edit


def test_when_the_last_card_is_settled_the_focus_stays_on_the_page(stage: OpenStage) -> None:
    window = on(stage, pretend.refused())
    form = window.choose(Way.RETRY).form
    form.who.insert("Eva")
    form.who.activate()
    form.confirm.click()
    window.settle()
    assert window.shell.focusWidget() is window.page.panel.send


def test_a_decision_pressed_twice_is_one(stage: OpenStage) -> None:
    window = on(stage, pretend.refused())
    form = window.choose(Way.RETRY).form
    form.who.insert("Eva")
    form.confirm.click()
    form.confirm.click()
    window.settle()
    assert len(window.till.decided) == 1


def test_a_settled_card_does_not_come_back_by_an_older_answer(stage: OpenStage) -> None:
    window = on(stage, pretend.refused(), pretend.damaged())
    form = window.choose(Way.RETRY).form
    form.who.insert("Eva")
    window.till.hold()
    window.till.now_is(window.till.outstanding_is)
    window.wait(2)
    form.confirm.click()
    window.settle()
    assert len(window.cards) == 1
    window.till.release()
    window.settle()
    assert len(window.cards) == 1


def test_balances_are_read_one_after_the_other(stage: OpenStage) -> None:
    till = PretendSync(told((pretend.fewer_points(), pretend.unknown(), pretend.moved())))
    till.customers.hold()
    window = stage(till=till)
    assert till.customers.asked.count("live") == 1
    till.customers.release()
    window.settle()
    assert till.customers.asked.count("live") == 3
    assert "They seem to be there." in window.card(1).meaning.text()


def test_ondrej_is_read_once_while_the_page_is_shown(stage: OpenStage) -> None:
    window = on(stage, pretend.fewer_points())
    asked = window.till.customers.asked.count("live")
    window.wait(2)
    window.till.now_is(window.till.outstanding_is)
    window.wait(2)
    assert window.till.customers.asked.count("live") == asked == 1
    assert ONDREJ.phone == window.till.outstanding_is.stuck[0].matter.posting.phone
