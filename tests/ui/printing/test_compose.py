"""What stands on a slip: only what the sale's own record says, in the till's language."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.programme import Programme, price
from pos_app.loyalty.sale import Buyer, Posting, PostingKind, PostingState, Sale, new_sale_ids, postings_of
from pos_app.paper.slip import Code, Row, Slip, Stamp, Title
from pos_app.till.records import SaleRecord
from pos_app.ui import words
from pos_app.ui.printing.compose import Composer

PROGRAMME = Programme(point_value=Decimal("0.01"))
JANA = Standing(balance=Decimal(1240), bonus=Decimal(500), discount=Decimal(5))
CARD = Buyer(phone="+420777123482", card="200044717712", name="Jana Nováková")
PRAGUE = timezone(timedelta(hours=1))
ENGLISH = Composer(shop="Riverside Café", till="Till 2", formats=words.Formats("en", "EUR"), zone=PRAGUE)
CZECH = Composer(shop="Kavárna Letná", till="Pokladna 2", formats=words.Formats("cs", "CZK"), zone=PRAGUE)


def record(
    gross: str = "64.90",
    redeem: str = "480",
    *,
    standing: Standing = JANA,
    buyer: Buyer = CARD,
    receipt: str = "20418",
    state: PostingState = PostingState.APPLIED,
) -> SaleRecord:
    ids = new_sale_ids()
    quote = price(Decimal(gross), standing=standing, programme=PROGRAMME, redeem=Decimal(redeem))
    made_at = datetime(2026, 3, 14, 13, 32, 7, tzinfo=UTC)
    sale = Sale(sale_id=ids.sale_id, made_at=made_at, buyer=buyer, quote=quote, receipt=receipt)
    postings = postings_of(sale, ids, earn_base=quote.to_pay, lifetime_days=None)
    return SaleRecord(seq=1, sale=sale, postings=tuple(replace(each, state=state) for each in postings))


def rows(slip: Slip) -> list[tuple[str, str]]:
    return [(part.left.replace("\u00a0", " "), part.right.replace("\u00a0", " ")) for part in slip.parts if isinstance(part, Row)]


def titles(slip: Slip) -> list[str]:
    return [part.text for part in slip.parts if isinstance(part, Title)]


def stamps(slip: Slip) -> list[str]:
    return [part.text for part in slip.parts if isinstance(part, Stamp)]


def test_the_slip_of_a_sale() -> None:
    slip = ENGLISH.first(record())
    assert titles(slip) == ["Riverside Café", "Till 2", "Thank you. See you soon.", "Points slip, not a tax receipt"]
    assert rows(slip) == [
        ("14 Mar 2026  14:32", "Receipt 20418"),
        ("Card", "•••• 7712"),
        ("Purchase", "€64.90"),
        ("Discount 5%", "−€3.25"),
        ("Points used (480)", "−€4.80"),
        ("To pay", "€56.85"),
        ("Points earned", "+284.25"),
        ("New balance", "1,044.25"),
    ]
    assert stamps(slip) == []
    assert slip.name == "Points slip 20418"


def test_it_is_in_the_tills_language() -> None:
    words.speak("cs")
    slip = CZECH.copy(record("1250", "300"))
    assert stamps(slip) == ["KOPIE"]
    assert ("14. 3. 2026  14:32", "Účtenka 20418") in rows(slip)
    assert ("Uplatněné body (300)", "−3,00 Kč") in rows(slip)
    assert ("K úhradě", "1 184,50 Kč") in rows(slip)


def test_a_copy_says_so_and_otherwise_the_same() -> None:
    sale = record()
    assert stamps(ENGLISH.copy(sale)) == ["COPY"]
    assert ENGLISH.copy(sale).parts[1:] == ENGLISH.first(sale).parts


@pytest.mark.parametrize("state", [PostingState.WAITING, PostingState.UNKNOWN, PostingState.NEEDS_PERSON])
def test_a_balance_that_the_server_has_not_confirmed_is_about(state: PostingState) -> None:
    assert rows(ENGLISH.first(record(state=state)))[-1] == ("New balance", "≈ 1,044.25")


def test_points_that_are_not_known_yet_come_later_and_are_told_once_they_are() -> None:
    unknown = record("64.90", "0", standing=Standing(), state=PostingState.WAITING)
    assert rows(ENGLISH.first(unknown))[-2:] == [("Points earned", "later"), ("New balance", "later")]
    (earn,) = unknown.postings
    known: Posting = replace(earn, sum=Decimal("3.24"), state=PostingState.APPLIED)
    assert earn.kind is PostingKind.EARN
    assert rows(ENGLISH.first(replace(unknown, postings=(known,))))[-2:] == [("Points earned", "+3.24"), ("New balance", "later")]


def test_nothing_is_said_twice_where_nothing_was_taken_off() -> None:
    plain = record("12.00", "0", standing=replace(JANA, discount=Decimal(0)), receipt="")
    facts = rows(ENGLISH.first(plain))
    assert [left for left, _right in facts[2:]] == ["To pay", "Points earned", "New balance"]
    assert facts[0][1] == f"Sale {plain.sale.sale_id[:8]}"


def test_a_sale_on_a_phone_shows_the_end_of_the_phone_and_nobodys_name() -> None:
    slip = ENGLISH.first(record(buyer=replace(CARD, card="")))
    assert ("Phone", "+420 ••• ••• 482") in rows(slip)
    assert "Nov" not in str(slip)
    assert "777" not in str(slip)
    assert "2000" not in str(ENGLISH.first(record()))


def test_a_debt_is_said_in_words() -> None:
    assert rows(ENGLISH.first(record("10", "0", standing=replace(JANA, balance=Decimal(-90)))))[-1] == ("New balance", "owes 42.50")


def test_a_refund_and_a_sale_that_was_taken_back_have_a_stamp() -> None:
    sale = record()
    taken_back = replace(sale, reversed_by=("other",), refunded=sale.sale.quote.gross)
    assert stamps(ENGLISH.copy(taken_back)) == ["COPY", "VOIDED"]
    part = replace(sale, reversed_by=("other",), refunded=Decimal(10))
    assert stamps(ENGLISH.first(part)) == []
    assert ("Refunded so far", "−€10.00") in rows(ENGLISH.first(part))
    quote = sale.sale.quote
    back = replace(
        quote,
        gross=-quote.gross,
        discount=-quote.discount,
        net=-quote.net,
        redeemed=-quote.redeemed,
        redeemed_value=-quote.redeemed_value,
        to_pay=-quote.to_pay,
        earned=-(quote.earned or Decimal(0)),
        new_balance=None,
    )
    refund = ENGLISH.first(replace(sale, sale=replace(sale.sale, quote=back, reverses="original")))
    assert stamps(refund) == ["REFUND"]
    assert rows(refund)[2:] == [
        ("Purchase", "−€64.90"),
        ("Discount 5%", "€3.25"),
        ("Points used", "+480"),
        ("Handed back", "€56.85"),
        ("Points earned", "−284.25"),
    ]


def test_the_link_of_the_wallet_card_is_a_code_where_it_is_known() -> None:
    assert not any(isinstance(part, Code) for part in ENGLISH.first(record()).parts)
    link = "https://core.passquare.com/card/abc"
    assert Code(link, "Loyalty card for your phone") in ENGLISH.first(record(), link).parts


def test_the_slip_of_a_registration_is_about_the_card_and_no_sums() -> None:
    slip = ENGLISH.first(record("0", "0"), "https://core.passquare.com/card/abc")
    assert [left for left, _right in rows(slip)] == ["14 Mar 2026  14:32", "Card"]
    assert any(isinstance(part, Code) for part in slip.parts)


def test_what_no_font_can_draw_is_left_out() -> None:
    slip = replace(ENGLISH, shop="Café\u202e\n\x07").first(record(receipt="20\u200b418"))
    assert titles(slip)[0] == "Café"
    assert ("14 Mar 2026  14:32", "Receipt 20418") in rows(slip)


def test_the_test_page_has_the_letters_that_few_printers_have() -> None:
    page = ENGLISH.test_page(datetime(2026, 3, 14, 14, 32, tzinfo=PRAGUE))
    assert {"ž", "ů", "ї", "ґ", "ћ", "€", "₴"} <= set("".join(titles(page)))
