"""A sale's story: everything that happened to it, in order and in plain words."""

from __future__ import annotations

from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.sale import Attention, PostingState
from pos_app.ui import words
from pos_app.ui.journal.story_words import Tone
from tests.ui.journal.conftest import OpenStage
from tests.ui.journal.gallery import Stage, day
from tests.ui.journal.shop import JournalShop

S = PostingState


def story(stage: Stage) -> list[tuple[str, str, str]]:
    return [(row.line.title, row.line.time, row.line.sentence) for row in stage.page.detail.rows if row.isVisible()]


def test_saved_and_waiting(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Lucie Horáková")
    assert story(shown) == [("Saved on this till", "14:26:03", ""), ("Waiting to be sent", "next try in 20 s", "")]


def test_both_kinds_of_points_are_told_apart(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Tomáš Dvořák")
    assert story(shown) == [
        ("Saved on this till", "14:18:48", ""),
        ("Sent · points used", "14:18:50", ""),
        ("Sent · points earned", "14:18:50", ""),
    ]


def test_what_the_server_said_is_told_in_plain_words(stage: OpenStage) -> None:
    def fill(shop: JournalShop) -> None:
        lost = "crm.example did not answer in time; it may have arrived."
        shop.sent(shop.sell(), S.UNKNOWN, answer=lost)

    shown = stage(fill=fill)
    assert story(shown)[1] == ("Sent, no clear answer", "14:26:05", "No answer came in time. It may have arrived.")
    assert story(shown)[2][0] == "Sent, waiting for proof"


def test_many_tries_are_told_by_their_number(stage: OpenStage) -> None:
    def fill(shop: JournalShop) -> None:
        sale_id = shop.sell()
        for _ in range(300):
            shop.sent(sale_id, S.WAITING, answer="crm.example could not be reached.")

    shown = stage(fill=fill)
    assert [each[0] for each in story(shown)] == [
        "Saved on this till",
        "296 earlier tries",
        *["Could not be sent"] * 4,
        "Waiting to be sent",
    ]


def test_why_a_person_is_needed_is_the_last_line(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Unknown card")
    assert story(shown)[-1] == ("This phone or card belongs to nobody yet", "", "No customer has this phone or card.")
    assert [row.line.tone for row in shown.page.detail.rows if row.isVisible()] == [Tone.OK, Tone.BAD]


def test_who_decided_what_and_why(stage: OpenStage) -> None:
    def fill(shop: JournalShop) -> None:
        sale_id = shop.sent(shop.sell(), S.NEEDS_PERSON, Attention.OUTCOME_UNKNOWN, "Nobody knows.")
        posting = shop.store.postings_of_sale(sale_id)[0]
        decision = Decision(action=Action.ALREADY_THERE, who="Eva K.", reason="I looked.")
        shop.store.decide(posting.transaction_id, decision, at=shop.utc())

    shown = stage(fill=fill)
    assert story(shown)[1] == ("The server said no", "14:26:05", "The server said: “Nobody knows.”")
    assert story(shown)[2:] == [("Decided: they are there already · Eva K.", "14:32:07", "I looked.")]


def test_a_void_is_told_without_what_came_of_it(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Ondřej Procházka")
    assert story(shown) == [("Saved on this till", "13:51:40", ""), ("Voided", "14:32:07", "")]


def test_a_story_of_another_day_says_the_day(stage: OpenStage) -> None:
    def fill(shop: JournalShop) -> None:
        sale_id = shop.sell(days_ago=2)
        posting = shop.store.postings_of_sale(sale_id)[0]
        shop.store.begin_sending(posting.transaction_id, at=shop.utc())
        shop.store.finish(posting.transaction_id, state=S.APPLIED, answer="Done.", at=shop.utc())

    shown = stage(fill=fill)
    shown.page.presenter.turn(-2)
    shown.settle()
    assert story(shown)[1] == ("Sent", "14\u00a0Mar\u00a014:32:07", "")
    assert shown.page.detail.below.text().startswith("12\u00a0Mar · 14:26:03")


def test_a_long_story_is_shown_from_its_end(stage: OpenStage) -> None:
    def fill(shop: JournalShop) -> None:
        sale_id = shop.sell(redeem="100")
        first = shop.store.postings_of_sale(sale_id)[0]
        for _ in range(8):
            shop.store.begin_sending(first.transaction_id, at=shop.utc())
            shop.store.finish(first.transaction_id, state=S.WAITING, answer="crm.example could not be reached.", at=shop.utc())

    shown = stage(fill=fill)
    bar = shown.page.detail.scroller.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum()


def test_czech_tells_the_same_story(stage: OpenStage) -> None:
    shown = stage(fill=day, language="cs").choose("Neznámá karta")
    assert story(shown)[-1][0] == "Tento telefon nebo karta zatím nikomu nepatří"
    assert words.journal.refund() == "Vrátit"
