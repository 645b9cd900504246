"""Refunds on the disk: whatever the parts and however far delivery came, nothing goes back twice or before its time."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given

from pos_app.loyalty.correction import correction
from pos_app.loyalty.customer import Standing
from pos_app.loyalty.decision import Action, Decision, possible
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.programme import accrual
from pos_app.loyalty.sale import Attention, Buyer, Posting, PostingKind, PostingState, new_sale_ids
from pos_app.store.roll_line import read
from pos_app.store.till_store import SaleRecord, TillStore
from tests.store.shop import NOON, PETR, compared, fresh_id, ids_of, minutes, sale

S = PostingState
BONUS = Decimal("7.5")


def sell(store: TillStore, *, gross: str = "100", redeem: str = "40", known: bool = True) -> str:
    standing = Standing(balance=Decimal(500), bonus=BONUS) if known else Standing()
    made, postings = sale(gross=gross, redeem=redeem if known else "0", standing=standing)
    store.save_sale(made, postings)
    return made.sale_id


def give_back(store: TillStore, sale_id: str, amount: str | None = None) -> SaleRecord:
    return store.refund_sale(sale_id, ids=new_sale_ids(), at=NOON, amount=None if amount is None else Decimal(amount))


def send(store: TillStore, posting: Posting, state: PostingState = S.APPLIED, attention: Attention | None = None) -> Posting:
    points = accrual(posting.base, BONUS) if posting.sum is None else None
    store.begin_sending(posting.transaction_id, at=NOON, points=points, bonus=BONUS if points is not None else None)
    return store.finish(posting.transaction_id, state=state, answer=state.value, at=NOON, attention=attention)


def drain(store: TillStore) -> list[Decimal]:
    """Deliver everything, as it comes; the points, in their order."""
    arrived = []
    while due := store.due(limit=1, excluding=set()):
        arrived.append(send(store, due[0]).sum or Decimal(0))
    return arrived


def test_a_part_is_given_back_behind_what_it_takes_back(store: TillStore) -> None:
    sale_id = sell(store)
    part = give_back(store, sale_id, "50")
    assert (part.sale.quote.gross, part.sale.quote.to_pay) == (Decimal(-50), Decimal(-30))
    originals = store.postings_of_sale(sale_id)
    assert [(each.kind, each.sum) for each in part.postings] == [
        (PostingKind.REDEEM, Decimal(20)),
        (PostingKind.EARN, Decimal("-2.25")),
    ]
    assert [each.reverses for each in part.postings] == ids_of(originals)
    assert ids_of(store.open_postings()) == [*ids_of(originals), *ids_of(part.postings)]
    assert drain(store) == [Decimal(-40), Decimal("4.50"), Decimal(20), Decimal("-2.25")]


def test_parts_of_a_sale_that_never_left_end_in_nothing_sent_at_all(store: TillStore) -> None:
    sale_id = sell(store)
    give_back(store, sale_id, "33.33")
    give_back(store, sale_id, "0.01")
    give_back(store, sale_id)
    assert store.open_postings() == []
    assert drain(store) == []
    record = store.sale(sale_id)
    assert record is not None
    assert (record.refunded, record.left, record.taken_back, len(record.reversed_by)) == (Decimal(100), Decimal(0), True, 3)


def test_a_refund_of_points_that_come_later_is_known_when_they_are(store: TillStore) -> None:
    sale_id = sell(store, known=False)
    (reversal,) = give_back(store, sale_id, "33.33").postings
    assert reversal.sum is None
    (earn,) = store.postings_of_sale(sale_id)
    send(store, earn)
    # 7.50 of 100; of the 66.67 that are left 5.00025, rounded down.
    assert store.posting(reversal.transaction_id).sum == Decimal("-2.50")
    assert compared(store).whole
    assert drain(store) == [Decimal("-2.50")]


def test_parts_of_points_that_come_later_are_counted_one_after_the_other(store: TillStore) -> None:
    sale_id = sell(store, known=False)
    parts = [give_back(store, sale_id, amount).postings[0] for amount in ("33.33", "0.01")]
    (earn,) = store.postings_of_sale(sale_id)
    send(store, earn)
    # 5.00 of the 66.67 that were left, rounded down; 4.99 of the 66.66 that are left now.
    assert [store.posting(each.transaction_id).sum for each in parts] == [Decimal("-2.50"), Decimal("-0.01")]
    assert drain(store) == [Decimal("-2.50"), Decimal("-0.01")]


def test_a_refund_whose_points_come_to_nothing_is_not_sent(store: TillStore) -> None:
    made, (earn,) = sale(gross="0.20", standing=Standing())
    store.save_sale(made, (earn,))
    (reversal,) = give_back(store, made.sale_id, "0.01").postings
    assert send(store, earn).sum == Decimal("0.01")
    assert store.posting(reversal.transaction_id).state in (S.CANCELLED, S.WAITING)
    assert sum(drain(store)) + Decimal("0.01") == accrual(Decimal("0.19"), BONUS)


def test_no_more_is_given_back_than_there_is(store: TillStore) -> None:
    sale_id = sell(store)
    give_back(store, sale_id, "99.99")
    with pytest.raises(BadInput) as told:
        give_back(store, sale_id, "0.02")
    assert (told.value.problem, told.value.limit) == (Problem.REFUND_OVER_REST, Decimal("0.01"))
    give_back(store, sale_id, "0.01")
    with pytest.raises(BadInput) as told:
        give_back(store, sale_id, "0.01")
    assert told.value.problem is Problem.NOTHING_LEFT


def test_a_sale_that_is_taken_back_already_is_told_by_its_last_part(store: TillStore) -> None:
    sale_id = sell(store)
    parts = [give_back(store, sale_id, amount) for amount in ("10", "20", "70")]
    assert sum(each.sale.quote.earned or 0 for each in parts) == -(store.postings_of_sale(sale_id)[-1].sum or 0)
    assert give_back(store, sale_id) == store.sale(parts[-1].sale.sale_id)


def test_a_refund_is_made_when_it_is_made_and_names_who_the_sale_named(till_db: Path) -> None:
    made, postings = sale("", card="1001", standing=Standing())
    with closing(TillStore.open(till_db)) as store:
        store.save_sale(made, postings)
        back = store.refund_sale(made.sale_id, ids=new_sale_ids(), at=minutes(7), amount=Decimal(20))
        assert (back.sale.made_at, back.sale.quote.earned) == (minutes(7), None)
        assert [(each.phone, each.card) for each in back.postings] == [("", "1001")]
        with pytest.raises(ValueError, match="not taken back itself"):
            give_back(store, back.sale.sale_id)
    assert read(till_db.with_name("roll.jsonl").read_text().splitlines()[-1]).what == "refund"


def test_of_a_sale_of_nothing_nothing_is_left(store: TillStore) -> None:
    sale_id = store.correct(
        *correction(Buyer(phone=PETR), Decimal(5), ids=new_sale_ids(), at=NOON, account="kavarna"),
        Decision(action=Action.FORGIVE, who="Eva", reason="ours"),
    ).sale.sale_id
    with pytest.raises(BadInput) as told:
        give_back(store, sale_id)
    assert told.value.problem is Problem.NOTHING_LEFT


def test_the_same_ids_are_the_same_refund_and_nothing_elses(store: TillStore) -> None:
    sale_id, other, ids = sell(store), sell(store), new_sale_ids()
    first = store.refund_sale(sale_id, ids=ids, at=NOON, amount=Decimal(10))
    assert store.refund_sale(sale_id, ids=ids, at=minutes(5), amount=Decimal(10)) == first
    for wrong, amount in ((sale_id, "11"), (other, "10")):
        with pytest.raises(ValueError, match="its own"):
            store.refund_sale(wrong, ids=ids, at=NOON, amount=Decimal(amount))


def test_what_waits_for_a_person_holds_its_reversal_back_and_takes_it_along_when_it_is_written_off(store: TillStore) -> None:
    sale_id = sell(store, redeem="0")
    (earn,) = store.postings_of_sale(sale_id)
    send(store, earn, S.NEEDS_PERSON, Attention.REFUSED)
    (reversal,) = give_back(store, sale_id, "50").postings
    assert store.due(limit=9, excluding=set()) == []
    store.decide(earn.transaction_id, Decision(action=Action.WRITE_OFF, who="Eva", reason="test"), at=NOON)
    assert store.posting(reversal.transaction_id).state is S.CANCELLED
    assert give_back(store, sale_id).postings == ()
    assert drain(store) == []
    assert compared(store).whole


def test_moved_points_are_taken_back_from_whom_they_went_to(store: TillStore) -> None:
    sale_id = sell(store, redeem="0", known=False)
    (earn,) = store.postings_of_sale(sale_id)
    give_back(store, sale_id, "10")
    store.finish(earn.transaction_id, state=S.NEEDS_PERSON, answer="No.", at=NOON, attention=Attention.NO_CUSTOMER)
    (moved,) = store.move(
        earn.transaction_id, Decision(action=Action.MOVE, who="Eva", reason=""), phone=PETR, card="", new_id=fresh_id, at=NOON
    )
    line = store.line(PETR)
    assert [line[0].transaction_id, line[1].reverses] == [moved.transaction_id, moved.transaction_id]
    assert drain(store) == [Decimal("7.50"), Decimal("-0.75")]
    (rest,) = give_back(store, sale_id).postings
    assert (rest.phone, rest.sum) == (PETR, Decimal("-6.75"))


def test_a_card_that_turns_out_to_be_somebodys_takes_its_reversals_along_in_order(store: TillStore) -> None:
    made, postings = sale("", card="1001", gross="100", standing=Standing())
    store.save_sale(made, postings)
    give_back(store, made.sale_id, "10")
    fresh = store.readdress(postings[0].transaction_id, phone=PETR, new_id=fresh_id, at=NOON)
    assert store.line("card:1001") == []
    line = store.line(PETR)
    assert [line[0].transaction_id, line[1].reverses] == [fresh.transaction_id] * 2
    assert drain(store) == [Decimal("7.50"), Decimal("-0.75")]


def test_a_sale_is_named_by_its_id_the_beginning_of_it_or_its_receipt(store: TillStore) -> None:
    made, postings = sale()
    store.save_sale(made, postings)
    for text in (made.sale_id, made.sale_id[:8], made.sale_id.upper(), made.receipt):
        assert store.sales_named(text, shortest=6) == [made.sale_id]
    assert store.sales_named(made.sale_id[:5], shortest=6) == []
    refund = give_back(store, made.sale_id)
    assert store.sales_named(made.receipt, shortest=6) == [made.sale_id]
    assert store.sales_named(refund.sale.sale_id, shortest=6) == [refund.sale.sale_id]
    store.save_sale(*sale())
    assert len(store.sales_named(made.receipt, shortest=6)) == 2


def test_a_visit_that_was_taken_back_in_parts_is_none(store: TillStore) -> None:
    sale_id = sell(store)
    give_back(store, sale_id, "40")
    assert store.visits(phone="+420777123482", cards=(), since=NOON) is not None
    give_back(store, sale_id)
    assert store.visits(phone="+420777123482", cards=(), since=NOON) is None


def _parts(draw: st.DrawFn, cents: int) -> list[Decimal]:
    cuts = sorted(draw(st.sets(st.integers(1, cents - 1), max_size=4))) if cents > 1 else []
    return [Decimal(end - start).scaleb(-2) for start, end in zip([0, *cuts], [*cuts, cents], strict=True)]


@st.composite
def days(draw: st.DrawFn) -> tuple[int, bool, str, list[Decimal | PostingState]]:
    """A sale, its refund in parts, and steps of delivery in between, in any order."""
    cents = draw(st.integers(1, 20_000))
    steps: list[Decimal | PostingState] = list(draw(st.permutations(_parts(draw, cents))))
    for state in draw(st.lists(st.sampled_from([S.APPLIED, S.UNKNOWN, S.WAITING, S.NEEDS_PERSON]), max_size=10)):
        steps.insert(draw(st.integers(0, len(steps))), state)
    return cents, draw(st.booleans()), draw(st.sampled_from(["0", "0.01", "7.77"])), steps


@given(day=days())
def test_any_parts_between_any_steps_of_delivery_come_to_exactly_nothing(
    day: tuple[int, bool, str, list[Decimal | PostingState]],
) -> None:
    cents, known, redeem, steps = day
    folder = Path(tempfile.mkdtemp())
    store = TillStore.open(folder / "till.db")
    try:
        gross = Decimal(cents).scaleb(-2)
        sale_id = sell(store, gross=str(gross), redeem=str(min(Decimal(redeem), gross)), known=known)
        arrived: list[Posting] = []
        for step in steps:
            if isinstance(step, Decimal):
                part = store.refund_sale(sale_id, ids=new_sale_ids(), at=NOON, amount=step)
                assert part.sale.quote.to_pay <= 0
                assert all(each.sum is None or (each.sum > 0) == (each.kind is PostingKind.REDEEM) for each in part.postings)
            else:
                _deliver_one(store, step, arrived)
        _settle_all(store, arrived)
        made = store.sale(sale_id)
        assert made is not None
        assert made.taken_back
        rows = [made.sale, *(record.sale for each in made.reversed_by if (record := store.sale(each)))]
        assert sum(each.quote.to_pay for each in rows) == 0
        assert sum(each.quote.net for each in rows) == 0
        _in_order_and_even(arrived)
    finally:
        store.close()
        shutil.rmtree(folder)


def _deliver_one(store: TillStore, state: PostingState, arrived: list[Posting]) -> None:
    due = store.due(limit=1, excluding=set())
    if not due:
        return
    posting = due[0]
    if posting.sum is None and not accrual(posting.base, BONUS):
        store.finish(posting.transaction_id, state=S.CANCELLED, answer="Nothing.", at=NOON)
        return
    attention = Attention.REFUSED if state is S.NEEDS_PERSON else None
    after = send(store, posting, state, attention)
    if after.state is S.APPLIED:
        arrived.append(after)


def _settle_all(store: TillStore, arrived: list[Posting]) -> None:
    """Everything goes through in the end; who is asked says that it arrived, or tries again."""
    while waiting := store.open_postings():
        head = store.line(waiting[0].customer_key)[0]
        if head.state is S.NEEDS_PERSON:
            action = Action.RETRY if Action.RETRY in possible(head) else Action.ALREADY_THERE
            after = store.decide(head.transaction_id, Decision(action=action, who="Eva", reason=""), at=NOON)
            arrived += [each for each in after if each.state is S.APPLIED]
        else:
            _deliver_one(store, S.APPLIED, arrived)


def _in_order_and_even(arrived: Sequence[Posting]) -> None:
    there: set[str] = set()
    balance = {kind: Decimal(0) for kind in PostingKind}
    for posting in arrived:
        assert not posting.reverses or posting.reverses in there
        there.add(posting.transaction_id)
        assert posting.sum is not None
        balance[posting.kind] += posting.sum
        # Never more back than there was.
        assert balance[PostingKind.EARN] >= 0
        assert balance[PostingKind.REDEEM] <= 0
    assert set(balance.values()) == {Decimal(0)}
