"""What is not delivered yet, as people look at it."""

from __future__ import annotations

from pos_app.loyalty.sale import Attention, PostingState
from pos_app.store.till_store import TillStore
from tests.store.shop import JANA, NOON, PETR, minutes, one_posting, sale

S = PostingState


def refuse(store: TillStore, transaction_id: str) -> None:
    store.finish(transaction_id, state=S.NEEDS_PERSON, answer="No.", at=NOON, attention=Attention.REFUSED)


def test_what_needs_a_person_and_what_waits_are_told_apart_with_their_sales(store: TillStore) -> None:
    janas, petrs = sale(JANA, redeem="10"), one_posting(PETR)
    for made, postings in (janas, petrs):
        store.save_sale(made, postings)
    refuse(store, janas[1][0].transaction_id)
    (stuck,) = store.backlog.stuck(limit=9)
    assert (stuck.posting.attention, stuck.sale) == (Attention.REFUSED, janas[0])
    waiting = store.backlog.waiting(limit=9)
    assert [(each.posting.transaction_id, each.sale.sale_id) for each in waiting] == [
        (janas[1][1].transaction_id, janas[0].sale_id),
        (petrs[1][0].transaction_id, petrs[0].sale_id),
    ]


def test_the_oldest_come_first_and_a_page_is_no_longer_than_asked_for(store: TillStore) -> None:
    sales = [one_posting(JANA if number % 3 else PETR) for number in range(9)]
    for made, postings in sales:
        store.save_sale(made, postings)
    shown = [each.sale.sale_id for each in store.backlog.waiting(limit=5)]
    assert shown == [made.sale_id for made, _postings in sales[:5]]
    for _made, postings in sales[1:3]:
        refuse(store, postings[0].transaction_id)
    assert [each.sale.sale_id for each in store.backlog.stuck(limit=1)] == [sales[1][0].sale_id]


def test_what_is_settled_is_no_part_of_it(store: TillStore) -> None:
    made, (posting,) = one_posting()
    store.save_sale(made, (posting,))
    assert store.backlog.last_applied_at() is None
    store.begin_sending(posting.transaction_id, at=NOON)
    store.finish(posting.transaction_id, state=S.APPLIED, answer="Done.", at=minutes(3))
    assert (store.backlog.waiting(limit=9), store.backlog.stuck(limit=9)) == ([], [])
    assert store.backlog.last_applied_at() == minutes(3)
