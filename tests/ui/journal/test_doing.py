"""What can be done with a sale afterwards: void, refund, naming the customer; each asked first, each done once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pos_app.loyalty.sale import PostingState
from pos_app.till.records import Stand
from pos_app.ui.journal.states import Doing
from tests.ui.journal.conftest import Hands, OpenStage
from tests.ui.journal.gallery import Stage, day
from tests.ui.journal.shop import JournalShop
from tests.ui.sale.pretend import full_disk

K = Qt.Key


def chosen(stage: Stage) -> Stand:
    story = stage.page.presenter.story
    assert story is not None
    return story.row.stand


def fact(stage: Stage, place: int) -> tuple[str, str]:
    return stage.page.refund.facts[place].fact


def test_del_and_enter_void_what_was_never_sent(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Lucie Horáková")
    hands = Hands(shown)
    hands.key(K.Key_Delete)
    assert shown.page.detail.asks
    assert shown.shop.asked == []
    hands.key(K.Key_Return)
    assert shown.shop.asked == ["undo"]
    assert chosen(shown) is Stand.VOIDED
    assert shown.page.toast.words == "The sale is voided."
    assert shown.page.acting.doing is Doing.NOTHING
    assert shown.page.detail.void.isHidden()


def test_esc_keeps_the_sale(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Lucie Horáková")
    hands = Hands(shown)
    hands.key(K.Key_Delete)
    hands.key(K.Key_Escape)
    assert (shown.page.acting.doing, shown.shop.asked) == (Doing.NOTHING, [])


def test_a_held_key_voids_nothing(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Lucie Horáková")
    shown.page.acting.ask_void()
    shown.shop.pool.holding = True
    for _ in range(5):
        shown.page.acting.enter()
    shown.shop.pool.release()
    shown.settle()
    assert shown.shop.asked == ["undo"]


def test_another_sale_ends_the_question(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Lucie Horáková")
    hands = Hands(shown)
    hands.key(K.Key_Delete)
    hands.key(K.Key_Down)
    assert shown.page.acting.doing is Doing.NOTHING
    hands.key(K.Key_Return)
    assert shown.shop.asked == []


def test_what_was_sent_is_refunded_and_not_voided(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Tomáš Dvořák")
    assert shown.page.detail.void.isHidden()
    Hands(shown).key(K.Key_Delete)
    assert shown.page.acting.doing is Doing.REFUND
    assert shown.page.refund.isVisible()
    assert shown.page.refund.amount.edit.hasFocus()
    assert fact(shown, 0) == ("Hand back", "€41.00")
    assert fact(shown, 1) == ("Used points that come back", "+200")
    assert fact(shown, 2) == ("Earned points that are taken", "−205")


def test_a_sale_without_points_is_refunded_and_not_voided(stage: OpenStage) -> None:
    shown = stage(fill=lambda shop: shop.sell(bonus="0"))
    assert chosen(shown) is Stand.SENT
    assert shown.page.detail.void.isHidden()
    shown.page.acting.take_back()
    assert shown.page.acting.doing is Doing.REFUND
    shown.page.acting.enter()
    shown.settle()
    assert chosen(shown) is Stand.VOIDED


def test_a_part_is_typed_and_told_before_it_is_done(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Tomáš Dvořák")
    hands = Hands(shown)
    hands.key(K.Key_Delete)
    hands.type("21.5")
    assert (fact(shown, 0)[1], fact(shown, 1)[1], fact(shown, 2)[1]) == ("€20.50", "+100", "−102.50")
    assert shown.page.refund.main.words == "Refund €20.50"
    hands.key(K.Key_Return)
    record = shown.shop.store.recent_sales(1)[0]
    assert (record.sale.quote.gross, record.sale.quote.to_pay) == (Decimal("-21.50"), Decimal("-20.50"))
    assert shown.page.toast.words == "Hand back €20.50. The refund is saved."
    assert shown.page.list.isVisible()
    assert shown.page.detail.facts[4].fact == ("Refunded so far", "−€21.50")


def test_what_was_said_last_does_not_lie_over_the_next_form(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Tomáš Dvořák")
    hands = Hands(shown)
    for part in ("21.5", "10"):
        hands.key(K.Key_Delete)
        assert not shown.page.toast.isVisible()
        hands.type(part)
        hands.key(K.Key_Return)
        assert shown.page.toast.isVisible()


def test_the_keypad_types_too(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Tomáš Dvořák")
    shown.page.detail.refund.click()
    shown.settle()
    for sign in "40":
        QTest.mouseClick(shown.page.refund.keypad.key(sign), Qt.MouseButton.LeftButton)
    QTest.mouseClick(shown.page.refund.half, Qt.MouseButton.LeftButton)
    assert shown.page.refund.amount.text() == "21.50"
    shown.page.refund.main.click()
    shown.settle()
    assert shown.shop.asked == ["refund"]


def test_more_than_is_left_is_said_at_the_field(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Tomáš Dvořák")
    hands = Hands(shown)
    hands.key(K.Key_Delete)
    hands.type("43.01")
    assert shown.page.refund.amount.error == "Only €43.00 of this sale is left to refund"
    assert not shown.page.refund.main.isEnabled()
    hands.key(K.Key_Return)
    assert shown.shop.asked == []
    hands.key(K.Key_Backspace)
    assert shown.page.refund.amount.error == ""


def test_nothing_typed_is_asked_for(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Tomáš Dvořák")
    hands = Hands(shown)
    hands.key(K.Key_Delete)
    hands.key(K.Key_Backspace)
    assert shown.page.refund.amount.error == ""
    hands.key(K.Key_Return)
    assert shown.page.refund.amount.error == "Enter the amount first"


def test_a_refund_that_is_confirmed_twice_is_one(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Tomáš Dvořák")
    shown.page.acting.take_back()
    shown.shop.pool.holding = True
    shown.page.acting.enter()
    shown.page.acting.enter()
    shown.shop.pool.release()
    shown.settle()
    assert shown.shop.asked == ["refund"]
    assert chosen(shown) is Stand.REFUNDED


def test_a_disk_that_does_not_take_it_promises_nothing(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Tomáš Dvořák")
    shown.page.acting.take_back()
    shown.shop.disk = full_disk()
    shown.page.acting.enter()
    shown.settle()
    assert shown.page.acting.doing is Doing.REFUND
    assert shown.page.refund.note.text() == "Nothing was changed. Please try once more."
    shown.shop.disk = None
    shown.page.acting.enter()
    shown.settle()
    assert chosen(shown) is Stand.REFUNDED


def test_points_that_are_not_known_yet_are_taken_later(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Unknown card")
    shown.page.acting.ask_refund()
    shown.settle()
    assert fact(shown, 2)[1] == "later"


def test_a_refund_and_its_sale_lead_to_each_other(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Tomáš Dvořák")
    sale_id = shown.page.presenter.chosen
    shown.page.acting.take_back()
    shown.page.acting.enter()
    shown.settle()
    (link,) = [row for row in shown.page.detail.rows if row.isVisible() and row.line.leads_to]
    assert link.line.title == "€41.00 handed back"
    link.click()
    shown.settle()
    assert shown.page.detail.title.text() == "Tomáš Dvořák"
    assert shown.page.detail.refund.isHidden()
    (back,) = [row for row in shown.page.detail.rows if row.isVisible() and row.line.leads_to]
    assert back.line.leads_to == sale_id
    assert back.accessibleName().endswith("open it")


def test_a_forgotten_card_gets_its_points(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Unknown card")
    assert shown.page.detail.claim.isVisible()
    shown.page.detail.claim.click()
    shown.settle()
    hands = Hands(shown)
    hands.type("nov")
    assert len(shown.page.claim.list.rows) == 4
    hands.key(K.Key_Down)
    assert shown.page.claim.main.words == "Give the points to Petr Novotný"
    hands.key(K.Key_Return)
    assert shown.shop.asked == ["claim"]
    assert shown.page.toast.words == "The points go to Petr Novotný."
    (posting,) = shown.shop.store.line("+420602555019")
    assert (posting.state, posting.sum) == (PostingState.WAITING, None)
    assert not shown.page.detail.claim.isVisible()
    assert chosen(shown) is Stand.WAITING
    assert "Forgot the card: Petr Novotný" in [row.line.sentence for row in shown.page.detail.rows]


@pytest.mark.parametrize("who", ["Jana Nováková", "Lucie Horáková", "Ondřej Procházka"])
def test_a_sale_of_somebody_known_is_not_given_away(stage: OpenStage, who: str) -> None:
    shown = stage(fill=day).choose(who)
    assert not shown.page.detail.claim.isVisible()
    shown.page.acting.ask_claim()
    assert shown.page.acting.doing is Doing.NOTHING


def test_yesterdays_sale_is_not_given_away(stage: OpenStage) -> None:
    def fill(shop: JournalShop) -> None:
        shop.sell("", bonus=None, card="200044718820", days_ago=1)

    shown = stage(fill=fill)
    shown.page.presenter.turn(-1)
    shown.settle()
    assert shown.page.detail.title.text() == "Unknown card"
    assert not shown.page.detail.claim.isVisible()


def test_nobody_found_is_said(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Unknown card")
    shown.page.acting.ask_claim()
    shown.settle()
    Hands(shown).type("xyz")
    assert shown.page.acting.claim is not None
    assert shown.page.acting.claim.nobody
    assert not shown.page.claim.main.isEnabled()


def test_leaving_the_page_leaves_the_question(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Tomáš Dvořák")
    shown.page.acting.take_back()
    shown.page.hide()
    assert shown.page.acting.doing is Doing.NOTHING
