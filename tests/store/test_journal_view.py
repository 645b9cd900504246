"""The journal on the disk: a day, what waits, what fits a text, and sums that are right about refunds."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.sale import Attention, PostingState, new_sale_ids
from pos_app.store.journal_records import EVERYTHING, JournalRow, Stand, Wanted
from pos_app.store.journal_view import _COLUMNS, _TOTALS
from pos_app.store.till_store import TillStore
from tests.store.shop import JANA, NOON, PETR, fresh_id, minutes, one_posting, sale

S = PostingState
TODAY = Wanted(since=NOON - timedelta(hours=12), until=NOON + timedelta(hours=12))
UNKNOWN = Standing()


def sell(store: TillStore, phone: str = JANA, *, name: str = "Jana Nováková", at: int = 0, **wishes: str) -> str:
    made, postings = sale(phone, at=minutes(at), name=name, **wishes)  # type: ignore[arg-type]
    return store.save_sale(made, postings).sale.sale_id


def sent(store: TillStore, sale_id: str, state: PostingState = S.APPLIED, attention: Attention | None = None) -> str:
    for posting in store.postings_of_sale(sale_id):
        store.begin_sending(posting.transaction_id, at=NOON)
        store.finish(posting.transaction_id, state=state, answer="x", at=NOON, attention=attention)
    return sale_id


def back(store: TillStore, sale_id: str, amount: str | None = None, *, at: int = 60) -> str:
    given = None if amount is None else Decimal(amount)
    return store.refund_sale(sale_id, ids=new_sale_ids(), at=minutes(at), amount=given).sale.sale_id


def shown(store: TillStore, wanted: Wanted = EVERYTHING, **wishes: int) -> list[JournalRow]:
    return list(store.view.page(wanted, **wishes).rows)


def stands(store: TillStore, wanted: Wanted = EVERYTHING) -> list[Stand]:
    return [row.stand for row in shown(store, wanted)]


def test_the_newest_comes_first_whatever_the_clock_says(store: TillStore) -> None:
    first, second = sell(store, at=10), sell(store, PETR, at=5)
    assert [row.sale_id for row in shown(store)] == [second, first]


def test_a_row_has_everything_a_line_shows(store: TillStore) -> None:
    sale_id = sell(store, gross="100", redeem="40", card="200044717712")
    (row,) = shown(store)
    assert (row.sale_id, row.name, row.phone, row.card, row.receipt) == (sale_id, "Jana Nováková", JANA, "200044717712", "20418")
    assert (row.gross, row.discount, row.paid) == (Decimal(100), Decimal("2.50"), Decimal("57.50"))
    assert (row.used, row.earned, row.made_at, row.stand) == (Decimal(40), Decimal("2.87"), NOON, Stand.WAITING)


def test_only_the_sales_of_the_day_are_there_and_are_added_up(store: TillStore) -> None:
    sell(store, at=-12 * 60 - 1)
    today = sell(store, PETR, gross="10", at=-12 * 60)
    sell(store, at=12 * 60)
    assert [row.sale_id for row in shown(store, TODAY)] == [today]
    totals, rest = store.view.totals(TODAY)
    assert (totals.sales, totals.lines, rest) == (1, 1, None)
    assert totals.takings == Decimal("9.75")


def test_the_stand_follows_from_the_postings(store: TillStore) -> None:
    sent(store, sell(store))
    sent(store, sell(store, PETR), S.NEEDS_PERSON, Attention.REFUSED)
    sent(store, sell(store, "+420600000001"), S.UNKNOWN)
    sell(store, "+420600000002")
    assert stands(store) == [Stand.WAITING, Stand.WAITING, Stand.ATTENTION, Stand.SENT]
    assert stands(store, Wanted(stand=Stand.WAITING)) == [Stand.WAITING, Stand.WAITING]
    assert stands(store, Wanted(stand=Stand.ATTENTION)) == [Stand.ATTENTION]
    counts = store.view.counts()
    assert (counts.waiting, counts.attention) == (2, 1)


def test_a_sale_of_which_one_posting_waits_and_one_needs_a_person_needs_a_person(store: TillStore) -> None:
    made, (redeem, _earn) = sale(redeem="10")
    store.save_sale(made, (redeem, _earn))
    store.begin_sending(redeem.transaction_id, at=NOON)
    store.finish(redeem.transaction_id, state=S.NEEDS_PERSON, answer="No.", at=NOON, attention=Attention.REFUSED)
    assert stands(store) == [Stand.ATTENTION]
    assert stands(store, Wanted(stand=Stand.WAITING)) == []
    assert store.view.counts().waiting == 0


def test_a_void_is_one_grey_line_and_leaves_nothing_in_the_sums(store: TillStore) -> None:
    voided = sell(store, gross="100", redeem="40")
    kept = sell(store, PETR, gross="10")
    back(store, voided)
    assert [(row.sale_id, row.stand) for row in shown(store, TODAY)] == [(kept, Stand.WAITING), (voided, Stand.VOIDED)]
    totals, _ = store.view.totals(TODAY)
    assert (totals.sales, totals.lines) == (1, 2)
    assert (totals.takings, totals.discounts) == (Decimal("9.75"), Decimal("0.25"))
    assert (totals.used, totals.earned) == (Decimal(0), Decimal("0.48"))


def test_a_void_of_a_later_day_is_a_line_of_that_day(store: TillStore) -> None:
    sale_id = sell(store, gross="10")
    reversal = back(store, sale_id, at=13 * 60)
    tomorrow = Wanted(since=TODAY.until)
    assert [row.sale_id for row in shown(store, tomorrow)] == [reversal]
    assert store.view.totals(tomorrow)[0].takings == Decimal("-9.75")
    assert store.view.totals(TODAY)[0].takings == Decimal("9.75")


def test_a_refund_is_a_line_of_its_own_and_is_taken_off(store: TillStore) -> None:
    sale_id = sent(store, sell(store, gross="100"))
    part = back(store, sale_id, "40")
    newest, oldest = shown(store, TODAY)
    assert (newest.sale_id, newest.reverses, newest.stand) == (part, sale_id, Stand.WAITING)
    assert (newest.gross, newest.paid) == (Decimal(-40), Decimal(-39))
    assert (oldest.stand, oldest.refunded) == (Stand.SENT, Decimal(40))
    sent(store, part)
    rest = sent(store, back(store, sale_id))
    assert stands(store) == [Stand.REFUNDED, Stand.REFUNDED, Stand.REFUNDED]
    assert shown(store)[0].sale_id == rest
    totals, _ = store.view.totals(TODAY)
    assert (totals.sales, totals.takings, totals.earned, totals.discounts) == (1, Decimal(0), Decimal(0), Decimal(0))


def test_points_that_come_later_are_counted_once_they_are_known(store: TillStore) -> None:
    made, (posting,) = one_posting("", card="200044718820", standing=UNKNOWN)
    store.save_sale(made, [posting])
    assert shown(store)[0].earned is None
    store.begin_sending(posting.transaction_id, at=NOON, points=Decimal("6.49"), bonus=Decimal(10))
    assert shown(store)[0].earned == Decimal("6.49")
    assert store.view.totals(TODAY)[0].earned == Decimal("6.49")


def test_a_card_that_turned_out_to_be_somebodys_is_shown_with_their_phone(store: TillStore) -> None:
    made, (posting,) = one_posting("", card="200044718820", standing=UNKNOWN)
    store.save_sale(made, [posting])
    store.readdress(posting.transaction_id, phone=PETR, new_id=fresh_id, at=NOON)
    assert shown(store)[0].phone == PETR


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("novak", ["Jana Nováková"]),
        ("NOV ja", ["Jana Nováková"]),
        ("482", ["Jana Nováková"]),
        ("+420 777 123 482", ["Jana Nováková"]),
        ("0140", ["Petr Svoboda"]),
        ("20418", ["Petr Svoboda", "Jana Nováková"]),
        ("23,40", ["Petr Svoboda"]),
        ("24", ["Petr Svoboda"]),
        ("ovak", []),
        ("48", []),
        ("%", []),
        ("_", []),
    ],
)
def test_a_sale_is_found_by_name_digits_receipt_or_amount(store: TillStore, text: str, names: list[str]) -> None:
    sell(store, "+420777123482")
    sell(store, "+420602111222", card="200044710140", name="Petr Svoboda", gross="24")
    assert [row.name for row in shown(store, Wanted(text=text))] == names
    assert store.view.totals(Wanted(text=text))[0].sales == len(names)


def test_pages_meet_without_a_gap_and_without_a_row_twice(store: TillStore) -> None:
    sold = [sell(store, at=number) for number in range(9)]
    found: list[str] = []
    before: int | None = None
    while True:
        page = store.view.page(EVERYTHING, limit=4, before=before)
        found += [row.sale_id for row in page.rows]
        before = page.before
        if before is None:
            break
    assert found == sold[::-1]


def test_a_search_looks_at_so_many_sales_and_says_where_to_go_on(store: TillStore) -> None:
    oldest = sell(store, name="Petr Svoboda")
    for _ in range(9):
        sell(store)
    wanted = Wanted(text="petr")
    page = store.view.page(wanted, most=4)
    assert (page.rows, page.before) == ((), 7)
    assert store.view.totals(wanted, most=4)[1] == 7
    page = store.view.page(wanted, most=4, before=3)
    assert ([row.sale_id for row in page.rows], page.before) == ([oldest], None)


def test_a_page_has_five_hundred_rows_at_the_most(store: TillStore) -> None:
    with store.together():
        for _ in range(501):
            sell(store)
    assert len(store.view.page(EVERYTHING, limit=10_000).rows) == 500


def test_single_sales_are_read_again_if_they_are_still_wanted(store: TillStore) -> None:
    one, two = sell(store), sell(store, PETR)
    sent(store, two)
    rows = store.view.rows((one, two), Wanted(stand=Stand.WAITING))
    assert [row.sale_id for row in rows] == [one]
    assert [row.sale_id for row in store.view.rows((one, two), EVERYTHING)] == [two, one]


@pytest.mark.parametrize("statement", [f"{_TOTALS} WHERE {{where}}", f"{_COLUMNS} WHERE {{where}} ORDER BY s.seq DESC LIMIT 40"])
def test_a_day_and_its_sums_are_found_by_an_index(store: TillStore, statement: str) -> None:
    where, values, _ = store.view._part(TODAY, None, 10)
    plan = store._database.rows(f"EXPLAIN QUERY PLAN {statement.format(where=where)}", values)
    assert any("SEARCH s USING INDEX sale_made" in str(row) for row in plan), plan
