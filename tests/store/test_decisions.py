"""What people decide: from every state only what makes sense, once, for all that went out together, and for ever."""

from __future__ import annotations

from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.loyalty.correction import correction
from pos_app.loyalty.decision import Action, Decision, possible
from pos_app.loyalty.sale import Attention, Buyer, Compared, PostingState, new_sale_ids
from pos_app.store.roll_line import read
from pos_app.store.till_store import TillStore
from tests.store.decided import by_eva, refused, states, together
from tests.store.shop import JANA, NOON, PETR, fresh_id, ids_of, minutes, one_posting

S, A = PostingState, Action


@pytest.mark.parametrize(
    ("attention", "redeem", "actions"),
    [
        (Attention.REFUSED, "0", {A.RETRY, A.MOVE, A.WRITE_OFF}),
        (Attention.REFUSED, "10", {A.RETRY, A.MOVE, A.FORGIVE, A.TAKE_ONLY, A.VOID, A.WRITE_OFF}),
        (Attention.NO_CUSTOMER, "0", {A.RETRY, A.MOVE, A.WRITE_OFF}),
        (Attention.WRONG_ACCOUNT, "10", {A.RETRY, A.WRITE_OFF}),
        (Attention.OUTCOME_UNKNOWN, "10", {A.ADD_NOW, A.ALREADY_THERE, A.WRITE_OFF}),
        (Attention.BALANCE_MOVED, "10", {A.ADD_NOW, A.ALREADY_THERE, A.WRITE_OFF}),
        (Attention.DAMAGED, "10", {A.WRITE_OFF}),
    ],
)
def test_only_what_makes_sense_can_be_decided_and_only_once(
    store: TillStore, attention: Attention, redeem: str, actions: set[Action]
) -> None:
    first = refused(store, attention, redeem=redeem)[0]
    assert possible(first) == actions
    more = {A.MOVE, A.TAKE_ONLY, A.VOID}
    for action in set(Action) - actions - more:
        with pytest.raises(ValueError, match="not possible"):
            store.decide(first.transaction_id, by_eva(action), at=NOON)
    decided = next(iter(sorted(actions - more, key=lambda each: each.value)))
    store.decide(first.transaction_id, by_eva(decided), at=NOON)
    with pytest.raises(ValueError, match="not possible"):
        store.decide(first.transaction_id, by_eva(decided), at=NOON)
    assert [each.decision for each in store.decisions(first.transaction_id)] == [by_eva(decided)]


@pytest.mark.parametrize(("action", "state"), [(A.ADD_NOW, S.WAITING), (A.ALREADY_THERE, S.APPLIED), (A.WRITE_OFF, S.CANCELLED)])
def test_what_went_out_in_one_write_shares_what_is_decided(store: TillStore, action: Action, state: PostingState) -> None:
    postings = together(store, None)
    store.decide(postings[1].transaction_id, by_eva(action), at=NOON)
    assert states(store, postings) == [state, state]
    assert store.counts().needs_person == 0
    assert [len(store.decisions(each.transaction_id)) for each in postings] == [1, 1]


def test_what_was_refused_in_one_write_is_given_up_one_by_one(store: TillStore) -> None:
    redeem, earn = together(store, Attention.REFUSED)
    store.decide(redeem.transaction_id, by_eva(A.FORGIVE), at=NOON)
    assert states(store, [redeem, earn]) == [S.CANCELLED, S.NEEDS_PERSON]
    store.decide(earn.transaction_id, by_eva(A.RETRY), at=NOON)
    assert ids_of(store.due(limit=9, excluding=set())) == [earn.transaction_id]


def test_a_sale_and_its_reversal_that_went_out_together_are_given_up_together_and_counted_once(store: TillStore) -> None:
    made, (earn,) = one_posting()
    store.save_sale(made, (earn,))
    (back,) = store.refund_sale(made.sale_id, ids=new_sale_ids(), at=NOON, amount=Decimal(10)).postings
    ids = [earn.transaction_id, back.transaction_id]
    store.begin_together(ids, at=NOON, endpoint="here", compared=Compared(Decimal(100), Decimal(102)))
    for each in ids:
        store.finish(each, state=S.UNKNOWN, answer="No answer.", at=NOON)
        store.finish(each, state=S.NEEDS_PERSON, answer="?", at=NOON, attention=Attention.BALANCE_MOVED)
    store.decide(back.transaction_id, by_eva(A.WRITE_OFF), at=NOON)
    assert states(store, [earn, back]) == [S.CANCELLED, S.CANCELLED]
    assert (store.counts().waiting, store.counts().needs_person) == (0, 0)
    assert [each.outcome for each in store.attempts(back.transaction_id)] == [S.UNKNOWN, S.NEEDS_PERSON, S.CANCELLED]


def test_moved_points_stand_at_the_end_of_the_other_line_and_free_their_own(store: TillStore) -> None:
    first = refused(store, Attention.NO_CUSTOMER)[0]
    behind, theirs = one_posting(JANA), one_posting(PETR)
    store.save_sale(*behind)
    store.save_sale(*theirs)
    (moved,) = store.move(first.transaction_id, by_eva(A.MOVE), phone=PETR, card="", new_id=fresh_id, at=minutes(1))
    assert (moved.sum, moved.sale_id, moved.attempts) == (first.sum, first.sale_id, 0)
    assert ids_of(store.line(JANA)) == ids_of(behind[1])
    assert ids_of(store.line(PETR)) == [*ids_of(theirs[1]), moved.transaction_id]
    assert ids_of(store.due(limit=9, excluding=set())) == [*ids_of(behind[1]), *ids_of(theirs[1])]


def test_what_was_refused_in_one_write_moves_together(store: TillStore) -> None:
    postings = together(store, Attention.REFUSED)
    moved = store.move(postings[0].transaction_id, by_eva(A.MOVE), phone="", card="1001", new_id=fresh_id, at=NOON)
    assert [each.sum for each in moved] == [each.sum for each in postings]
    assert store.line("card:1001") == moved
    assert states(store, postings) == [S.CANCELLED] * 2


@pytest.mark.parametrize("attention", [Attention.OUTCOME_UNKNOWN, Attention.WRONG_ACCOUNT])
def test_what_may_have_arrived_is_never_given_to_somebody_else(store: TillStore, attention: Attention) -> None:
    first = refused(store, attention)[0]
    with pytest.raises(ValueError, match="not possible"):
        store.move(first.transaction_id, by_eva(A.MOVE), phone=PETR, card="", new_id=fresh_id, at=NOON)


def test_a_retry_of_what_may_have_arrived_stays_in_doubt(store: TillStore) -> None:
    made, (earn,) = one_posting()
    store.save_sale(made, (earn,))
    store.begin_sending(earn.transaction_id, at=NOON)
    store.finish(earn.transaction_id, state=S.UNKNOWN, answer="No answer.", at=NOON)
    store.finish(earn.transaction_id, state=S.NEEDS_PERSON, answer="?", at=NOON, attention=Attention.WRONG_ACCOUNT)
    (after,) = store.decide(earn.transaction_id, by_eva(A.RETRY), at=NOON)
    assert (after.state, after.first_sent_at) == (S.UNKNOWN, NOON)


def test_a_refusal_after_the_retry_of_what_may_have_arrived_is_not_believed(store: TillStore) -> None:
    made, (earn,) = one_posting()
    store.save_sale(made, (earn,))
    store.begin_sending(earn.transaction_id, at=NOON)
    store.finish(earn.transaction_id, state=S.UNKNOWN, answer="No answer.", at=NOON)
    store.finish(earn.transaction_id, state=S.NEEDS_PERSON, answer="?", at=NOON, attention=Attention.WRONG_ACCOUNT)
    store.decide(earn.transaction_id, by_eva(A.RETRY), at=NOON)
    store.begin_sending(earn.transaction_id, at=NOON)
    after = store.finish(earn.transaction_id, state=S.NEEDS_PERSON, answer="No.", at=NOON, attention=Attention.REFUSED)
    assert after.attention is Attention.OUTCOME_UNKNOWN


def test_a_decision_is_about_what_went_out_in_that_write_and_waits_for_a_person_alone(store: TillStore) -> None:
    first, second = together(store, None)
    behind = one_posting(JANA)
    store.save_sale(*behind)
    (third,) = store.postings_of_sale(behind[0].sale_id)
    store.finish(third.transaction_id, state=S.NEEDS_PERSON, answer="?", at=NOON, attention=Attention.DAMAGED)
    store.decide(first.transaction_id, by_eva(A.ADD_NOW), at=NOON)
    assert states(store, [first, second, third]) == [S.WAITING, S.WAITING, S.NEEDS_PERSON]
    ids = ids_of([first, second])
    store.begin_together(ids, at=NOON, endpoint="here", compared=Compared(Decimal(100), Decimal(95)))
    for each in ids:
        store.finish(each, state=S.UNKNOWN, answer="No answer.", at=NOON)
    store.finish(ids[0], state=S.NEEDS_PERSON, answer="?", at=NOON, attention=Attention.BALANCE_MOVED)
    assert ids_of(store.decide(ids[0], by_eva(A.ALREADY_THERE), at=NOON)) == ids[:1]
    assert states(store, [first, second]) == [S.APPLIED, S.UNKNOWN]


def test_moving_needs_somebody_to_move_to_and_nothing_else_does(store: TillStore) -> None:
    first = refused(store)[0].transaction_id
    with pytest.raises(ValueError, match=r"^move needs more than a decision$"):
        store.decide(first, by_eva(A.MOVE), at=NOON)
    for decision, phone, why in (
        (by_eva(A.MOVE), "", "points move to a phone or a card"),
        (by_eva(A.RETRY), PETR, "retry is not move"),
    ):
        with pytest.raises(ValueError, match=f"^{why}$"):
            store.move(first, decision, phone=phone, card="", new_id=fresh_id, at=NOON)
    assert store.posting(first).state is S.NEEDS_PERSON
    assert not store.decisions(first)


@pytest.mark.parametrize(
    ("who", "reason", "answer"),
    [
        ("Eva", "a wrong till", "Eva decided: write-off. a wrong till"),
        ("", "", "Somebody decided: write-off."),
    ],
)
def test_what_was_decided_stands_where_a_servers_answer_does(store: TillStore, who: str, reason: str, answer: str) -> None:
    first = refused(store)[0].transaction_id
    (after,) = store.decide(first, Decision(action=A.WRITE_OFF, who=who, reason=reason), at=NOON)
    assert after.last_answer == answer


def test_the_words_of_a_decision_are_kept_on_one_line_and_not_endless(store: TillStore) -> None:
    first = refused(store)[0].transaction_id
    store.decide(first, Decision(action=A.WRITE_OFF, who=" Eva\n ", reason="a  b\t" * 400), at=NOON)
    (kept,) = store.decisions(first)
    assert kept.decision.who == "Eva"
    assert kept.decision.reason == ("a b " * 400)[:300]


def test_add_now_starts_over(store: TillStore) -> None:
    first = refused(store, Attention.OUTCOME_UNKNOWN)[0]
    (after,) = store.decide(first.transaction_id, by_eva(A.ADD_NOW), at=NOON)
    assert (after.state, after.first_sent_at, after.endpoint, after.batch) == (S.WAITING, None, "", "")
    store.begin_sending(first.transaction_id, at=minutes(1), endpoint="elsewhere")
    store.finish(first.transaction_id, state=S.NEEDS_PERSON, answer="No.", at=NOON, attention=Attention.REFUSED)
    assert store.posting(first.transaction_id).attention is Attention.REFUSED


def test_decisions_are_there_after_a_restart_and_on_the_roll(till_db: Path) -> None:
    store = TillStore.open(till_db)
    first = refused(store)[0]
    store.decide(first.transaction_id, by_eva(A.WRITE_OFF, "a wrong till"), at=NOON)
    store.close()
    store = TillStore.open(till_db)
    try:
        (kept,) = store.decisions(first.transaction_id)
        assert (kept.made_at, kept.decision) == (NOON, by_eva(A.WRITE_OFF, "a wrong till"))
        assert states(store, [first]) == [S.CANCELLED]
    finally:
        store.close()
    assert '"reason":"a wrong till"' in till_db.with_name("roll.jsonl").read_text()


def test_the_roll_tells_a_decision_from_an_answer_and_holds_no_doubt_that_somebody_ended(till_db: Path) -> None:
    with closing(TillStore.open(till_db)) as store:
        in_doubt = refused(store, Attention.OUTCOME_UNKNOWN)[0].transaction_id
        nobodys = refused(store, Attention.NO_CUSTOMER)[0].transaction_id
        store.decide(in_doubt, by_eva(A.ALREADY_THERE), at=NOON)
        store.move(nobodys, by_eva(A.MOVE), phone=PETR, card="", new_id=fresh_id, at=NOON)
    decided, moved = (read(line) for line in till_db.with_name("roll.jsonl").read_text().splitlines()[-2:])
    assert (decided.what, moved.what) == ("decision", "decision")
    rows = {row["transaction_id"]: row for row in decided.rows["posting"]}
    assert (rows[in_doubt]["state"], rows[in_doubt]["doubt"]) == ("applied", 0)


def test_a_correction_is_saved_once_with_who_decided_it(store: TillStore) -> None:
    ids = new_sale_ids()
    sale_of_nothing, postings = correction(Buyer(phone=JANA), Decimal("4.75"), ids=ids, at=NOON, account="kavarna")
    assert store.correct(sale_of_nothing, postings, by_eva(A.FORGIVE)).fresh
    assert not store.correct(sale_of_nothing, postings, by_eva(A.FORGIVE)).fresh
    assert [each.decision for each in store.decisions(ids.earn_id)] == [by_eva(A.FORGIVE)]
    assert ids_of(store.due(limit=9, excluding=set())) == [ids.earn_id]
    assert store.visits(phone=JANA, cards=(), since=NOON) is None
