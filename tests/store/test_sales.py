"""Saving, reading and taking back sales."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.programme import Limit, Quote
from pos_app.loyalty.sale import Attention, Buyer, FoundBy, Posting, PostingKind, PostingState, Sale, SaleState, new_sale_ids
from pos_app.store.till_store import TillStore
from tests.store.shop import JANA, NOON, PETR, ids_of, minutes, one_posting, sale

CENTS = st.integers(-(10**11), 10**11).map(lambda cents: Decimal(cents).scaleb(-2))
PERCENT = st.decimals(0, 100, places=3)
TEXT = st.text(max_size=40).map(lambda text: text.encode("utf-8", "replace").decode())
QUOTES = st.builds(
    Quote,
    gross=CENTS,
    discount_percent=PERCENT,
    discount=CENTS,
    net=CENTS,
    redeem_asked=CENTS,
    redeem_limit=CENTS,
    limit=st.sampled_from(Limit),
    redeemed=CENTS,
    redeemed_value=CENTS,
    to_pay=CENTS,
    bonus_percent=st.none() | PERCENT,
    earned=st.none() | CENTS,
    new_balance=st.none() | CENTS,
)
TIMES = st.datetimes(min_value=datetime(1970, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is added by hypothesis
BUYERS = st.builds(
    Buyer,
    phone=st.from_regex(r"\+[0-9]{6,15}", fullmatch=True),
    card=st.from_regex(r"[0-9A-Z]{0,20}", fullmatch=True),
    name=TEXT,
    found_by=st.sampled_from(FoundBy),
)
SALES = st.builds(Sale, sale_id=st.uuids().map(str), made_at=TIMES, buyer=BUYERS, quote=QUOTES, receipt=TEXT, account=TEXT)


@st.composite
def postings_for(draw: st.DrawFn, made: Sale) -> Posting:
    return Posting(
        transaction_id=str(draw(st.uuids())),
        sale_id=made.sale_id,
        kind=draw(st.sampled_from(PostingKind)),
        phone=made.buyer.phone,
        card=made.buyer.card,
        sum=draw(st.none() | CENTS),
        base=draw(CENTS),
        lifetime_days=draw(st.none() | st.integers(1, 10_000)),
    )


@given(st.data())
def test_what_was_saved_is_read_back_exactly(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.mktemp("till") / "till.db"
    made = data.draw(SALES)
    postings = tuple(data.draw(st.lists(postings_for(made), max_size=2, unique_by=lambda posting: posting.transaction_id)))
    store = TillStore.open(path)
    saved = store.save_sale(made, postings)
    assert saved.sale == made
    assert tuple(replace(posting, seq=0) for posting in saved.postings) == postings
    store.close()
    again = TillStore.open(path)
    record = again.sale(made.sale_id)
    assert record is not None
    assert (record.sale, record.postings) == (made, saved.postings)
    again.close()


def test_amounts_are_whole_cents_and_phones_are_text_on_the_disk(store: TillStore, till_db: Path) -> None:
    store.save_sale(*sale("0777123456", gross="64.90", redeem="10"))
    store.close()
    with closing(sqlite3.connect(till_db)) as plain:
        row = plain.execute("SELECT phone, gross_cents, redeemed_cents, typeof(to_pay_cents), typeof(discount_percent) FROM sale")
        assert row.fetchone() == ("0777123456", 6490, 1000, "integer", "text")
        assert plain.execute("SELECT typeof(sum_cents), phone FROM posting").fetchall() == [("integer", "0777123456")] * 2


def test_times_are_kept_in_utc(store: TillStore) -> None:
    prague = timezone(timedelta(hours=1))
    made, postings = sale(at=NOON.astimezone(prague))
    store.save_sale(made, postings)
    record = store.sale(made.sale_id)
    assert record is not None
    assert record.sale.made_at == NOON
    assert record.sale.made_at.tzinfo is UTC


def test_a_time_without_a_zone_is_a_bug_that_saves_nothing(store: TillStore) -> None:
    made, postings = sale(at=datetime(2026, 11, 23, 12, 0))  # noqa: DTZ001 - that is the point
    with pytest.raises(ValueError, match="without a zone"):
        store.save_sale(made, postings)
    assert store.recent_sales(1) == []


def test_a_fraction_of_a_cent_is_a_bug_that_saves_nothing(store: TillStore) -> None:
    made, postings = sale(redeem="10")
    wrong = replace(postings[1], sum=Decimal("1.005"))
    with pytest.raises(ValueError, match="two decimal places"):
        store.save_sale(made, (postings[0], wrong))
    assert store.sale(made.sale_id) is None
    assert store.counts().waiting == 0


def test_half_a_character_in_a_servers_text_does_not_stop_the_sale(store: TillStore) -> None:
    made, postings = one_posting()
    store.save_sale(replace(made, buyer=replace(made.buyer, name="Jana \ud83d")), postings)
    store.begin_sending(postings[0].transaction_id, at=NOON)
    after = store.finish(postings[0].transaction_id, state=PostingState.WAITING, answer="no \udc00" + "x" * 5000, at=NOON)
    assert after.last_answer.startswith("no ?xxx")
    assert len(after.last_answer) == 1000


def test_the_same_sale_again_writes_nothing_and_returns_what_is_saved(store: TillStore, till_db: Path) -> None:
    made, postings = sale(redeem="10")
    first = store.save_sale(made, postings)
    wal = till_db.with_name("till.db-wal").stat()
    other, other_postings = sale(PETR, gross="1.00")
    again = store.save_sale(replace(other, sale_id=made.sale_id), [replace(each, sale_id=made.sale_id) for each in other_postings])
    assert first.fresh
    assert not again.fresh
    assert (again.sale, again.postings) == (made, first.postings)
    assert till_db.with_name("till.db-wal").stat().st_size == wal.st_size
    assert [record.sale.sale_id for record in store.recent_sales(10)] == [made.sale_id]
    assert store.counts().waiting == 2


def test_the_same_sale_again_returns_how_far_it_has_come(store: TillStore) -> None:
    made, postings = one_posting()
    store.save_sale(made, postings)
    store.begin_sending(postings[0].transaction_id, at=NOON)
    store.finish(postings[0].transaction_id, state=PostingState.APPLIED, answer="Done.", at=NOON)
    assert [posting.state for posting in store.save_sale(made, postings).postings] == [PostingState.APPLIED]


def test_an_id_of_a_posting_is_never_used_twice(store: TillStore) -> None:
    made, postings = one_posting()
    store.save_sale(made, postings)
    other, other_postings = one_posting()
    with pytest.raises(sqlite3.IntegrityError):
        store.save_sale(other, [replace(other_postings[0], transaction_id=postings[0].transaction_id)])
    assert store.sale(other.sale_id) is None


def test_postings_of_another_sale_are_refused(store: TillStore) -> None:
    made, _postings = one_posting()
    _other, other_postings = one_posting()
    with pytest.raises(ValueError, match="of its own"):
        store.save_sale(made, other_postings)


def test_sales_are_in_the_order_they_were_saved_whatever_the_clock_says(store: TillStore) -> None:
    made = [sale(at=minutes(-count))[0] for count in range(5)]
    for each in made:
        store.save_sale(each, ())
    assert [record.sale for record in store.recent_sales(3)] == made[:1:-1]
    page = store.recent_sales(3)
    assert [record.sale for record in store.recent_sales(3, before_seq=page[-1].seq)] == made[1::-1]
    assert [record.sale for record in store.recent_sales(10)] == made[::-1]


def test_a_sales_state_follows_from_its_postings(store: TillStore) -> None:
    made, (redeem, earn) = sale(redeem="10")
    store.save_sale(made, (redeem, earn))

    def state() -> SaleState:
        record = store.sale(made.sale_id)
        assert record is not None
        assert record.state is store.recent_sales(1)[0].state
        return record.state

    assert state() is SaleState.SAVED
    store.begin_sending(redeem.transaction_id, at=NOON)
    store.finish(redeem.transaction_id, state=PostingState.APPLIED, answer="Done.", at=NOON)
    assert state() is SaleState.SAVED
    store.finish(earn.transaction_id, state=PostingState.NEEDS_PERSON, answer="No.", at=NOON, attention=Attention.NO_CUSTOMER)
    assert state() is SaleState.NEEDS_PERSON


def test_a_sale_without_postings_is_complete(store: TillStore) -> None:
    made, postings = sale(standing=Standing(balance=Decimal(0), bonus=Decimal(0)))
    assert postings == ()
    store.save_sale(made, postings)
    assert store.recent_sales(1)[0].state is SaleState.APPLIED
    assert store.postings_of_sale(made.sale_id) == []


def test_a_sale_that_is_not_there_is_none(store: TillStore) -> None:
    assert store.sale("nothing") is None
    assert store.postings_of_sale("nothing") == []


# Taking a sale back


def test_a_sale_that_was_never_sent_is_taken_back_by_cancelling(store: TillStore) -> None:
    made, postings = sale(redeem="10")
    store.save_sale(made, postings)
    reversing = store.refund_sale(made.sale_id, ids=new_sale_ids(), at=minutes(1))
    assert reversing.postings == ()
    assert reversing.sale.reverses == made.sale_id
    assert reversing.sale.quote.gross == -made.quote.gross
    assert [each.state for each in store.postings_of_sale(made.sale_id)] == [PostingState.CANCELLED] * 2
    assert [each.settled_at for each in store.postings_of_sale(made.sale_id)] == [minutes(1)] * 2
    assert store.open_postings() == []
    assert store.counts().waiting == 0


def test_what_the_server_has_is_reversed_by_postings_behind_it(store: TillStore) -> None:
    made, (redeem, earn) = sale(redeem="10")
    store.save_sale(made, (redeem, earn))
    store.begin_sending(redeem.transaction_id, at=NOON)
    store.finish(redeem.transaction_id, state=PostingState.APPLIED, answer="Done.", at=NOON)
    ids = new_sale_ids()
    reversing = store.refund_sale(made.sale_id, ids=ids, at=minutes(1))
    (back,) = reversing.postings
    assert (back.transaction_id, back.kind, back.sum, back.state) == (
        ids.redeem_id,
        PostingKind.REDEEM,
        Decimal(10),
        PostingState.WAITING,
    )
    assert [each.state for each in store.postings_of_sale(made.sale_id)] == [PostingState.APPLIED, PostingState.CANCELLED]
    assert ids_of(store.due(limit=9, excluding=set())) == [ids.redeem_id]


@pytest.mark.parametrize("answered", [False, True])
def test_what_may_be_on_the_server_is_reversed_but_never_before_it_has_been_cleared_up(store: TillStore, answered: bool) -> None:
    made, (earn,) = one_posting()
    store.save_sale(made, (earn,))
    store.begin_sending(earn.transaction_id, at=NOON)
    if answered:
        store.finish(earn.transaction_id, state=PostingState.UNKNOWN, answer="No answer.", at=NOON)
    ids = new_sale_ids()
    store.refund_sale(made.sale_id, ids=ids, at=minutes(1))
    assert ids_of(store.due(limit=9, excluding=set())) == ([earn.transaction_id] if answered else [])
    if answered:
        store.begin_sending(earn.transaction_id, at=NOON)
    store.finish(earn.transaction_id, state=PostingState.APPLIED, answer="Done.", at=minutes(2))
    assert ids_of(store.due(limit=9, excluding=set())) == [ids.earn_id]


def test_what_was_refused_without_any_doubt_needs_no_reversal(store: TillStore) -> None:
    made, (earn,) = one_posting()
    store.save_sale(made, (earn,))
    store.begin_sending(earn.transaction_id, at=NOON)
    store.finish(earn.transaction_id, state=PostingState.NEEDS_PERSON, answer="No.", at=NOON, attention=Attention.REFUSED)
    assert store.refund_sale(made.sale_id, ids=new_sale_ids(), at=NOON).postings == ()
    assert store.counts().needs_person == 0


def test_taking_back_twice_is_taking_back_once(store: TillStore) -> None:
    made, postings = sale(redeem="10")
    store.save_sale(made, postings)
    first = store.refund_sale(made.sale_id, ids=new_sale_ids(), at=NOON)
    assert store.refund_sale(made.sale_id, ids=new_sale_ids(), at=NOON) == first
    record = store.sale(made.sale_id)
    assert record is not None
    assert record.reversed_by == (first.sale.sale_id,)
    assert len(store.recent_sales(10)) == 2


def test_a_reversal_is_not_taken_back_itself(store: TillStore) -> None:
    made, postings = sale()
    store.save_sale(made, postings)
    reversing = store.refund_sale(made.sale_id, ids=new_sale_ids(), at=NOON)
    with pytest.raises(ValueError, match="not taken back"):
        store.refund_sale(reversing.sale.sale_id, ids=new_sale_ids(), at=NOON)


def test_an_unknown_sale_cannot_be_taken_back(store: TillStore) -> None:
    with pytest.raises(LookupError):
        store.refund_sale("nothing", ids=new_sale_ids(), at=NOON)


# What this till remembers of a customer


def test_visits_are_found_by_phone_or_card_and_counted_from_a_moment(store: TillStore) -> None:
    for at, phone, card, gross in (
        (minutes(-60), JANA, "", "10.00"),
        (minutes(0), "", "1001", "20.00"),
        (minutes(1), PETR, "", "30.00"),
    ):
        store.save_sale(*sale(phone, card=card, gross=gross, at=at, standing=Standing()))
    visits = store.visits(phone=JANA, cards=("1001", "1002"), since=NOON)
    assert visits is not None
    assert (visits.count, visits.last_at, visits.last_paid) == (1, minutes(0), Decimal("20.00"))
    assert store.visits(phone="+420999999999", cards=(), since=NOON) is None


def test_a_visit_that_was_taken_back_is_none(store: TillStore) -> None:
    made, postings = sale()
    store.save_sale(made, postings)
    store.refund_sale(made.sale_id, ids=new_sale_ids(), at=NOON)
    assert store.visits(phone=JANA, cards=(), since=NOON) is None
