"""The rule of doubt."""

from __future__ import annotations

from itertools import product

import pytest

from pos_app.loyalty.sale import Attention, PostingState
from pos_app.store.verdict import Verdict, verdict

S = PostingState
A = Attention


@pytest.mark.parametrize(
    ("doubt", "outcome", "attention", "expected"),
    [
        (False, S.WAITING, None, Verdict(S.WAITING, None, False)),
        (True, S.WAITING, None, Verdict(S.UNKNOWN, None, True)),
        (False, S.UNKNOWN, None, Verdict(S.UNKNOWN, None, True)),
        (True, S.UNKNOWN, None, Verdict(S.UNKNOWN, None, True)),
        (False, S.NEEDS_PERSON, A.REFUSED, Verdict(S.NEEDS_PERSON, A.REFUSED, False)),
        (True, S.NEEDS_PERSON, A.REFUSED, Verdict(S.NEEDS_PERSON, A.OUTCOME_UNKNOWN, True)),
        (False, S.NEEDS_PERSON, A.NO_CUSTOMER, Verdict(S.NEEDS_PERSON, A.NO_CUSTOMER, False)),
        (True, S.NEEDS_PERSON, A.NO_CUSTOMER, Verdict(S.NEEDS_PERSON, A.OUTCOME_UNKNOWN, True)),
        (False, S.NEEDS_PERSON, A.OUTCOME_UNKNOWN, Verdict(S.NEEDS_PERSON, A.OUTCOME_UNKNOWN, True)),
        (True, S.NEEDS_PERSON, A.OUTCOME_UNKNOWN, Verdict(S.NEEDS_PERSON, A.OUTCOME_UNKNOWN, True)),
        (False, S.NEEDS_PERSON, A.WRONG_ACCOUNT, Verdict(S.NEEDS_PERSON, A.WRONG_ACCOUNT, False)),
        (True, S.NEEDS_PERSON, A.WRONG_ACCOUNT, Verdict(S.NEEDS_PERSON, A.WRONG_ACCOUNT, True)),
        (False, S.APPLIED, None, Verdict(S.APPLIED, None, False)),
        (True, S.APPLIED, None, Verdict(S.APPLIED, None, True)),
    ],
)
def test_after_sending(doubt: bool, outcome: PostingState, attention: Attention | None, expected: Verdict) -> None:
    assert verdict(before=S.SENDING, doubt=doubt, outcome=outcome, attention=attention) == expected


def test_doubt_never_goes_away_and_only_proof_ends_it() -> None:
    for before, outcome, attention, doubt in product(S, S, [None, *A], [False, True]):
        try:
            became = verdict(before=before, doubt=doubt, outcome=outcome, attention=attention)
        except ValueError:
            continue
        assert became.doubt >= doubt
        assert (became.attention is None) == (became.state is not S.NEEDS_PERSON)
        assert before.open
        assert before is not S.NEEDS_PERSON
        if became.doubt:
            assert became.state in (S.UNKNOWN, S.NEEDS_PERSON, S.APPLIED)
            assert became.attention not in (A.REFUSED, A.NO_CUSTOMER)


@pytest.mark.parametrize("before", [S.WAITING, S.UNKNOWN])
def test_applied_without_sending_is_possible_only_where_something_was_sent(before: PostingState) -> None:
    if before is S.UNKNOWN:
        assert verdict(before=before, doubt=True, outcome=S.APPLIED, attention=None).state is S.APPLIED
    else:
        with pytest.raises(ValueError, match="waiting does not become applied"):
            verdict(before=before, doubt=False, outcome=S.APPLIED, attention=None)


@pytest.mark.parametrize("before", [S.SENDING, S.UNKNOWN, S.NEEDS_PERSON, S.APPLIED, S.CANCELLED])
def test_only_what_was_never_sent_is_cancelled(before: PostingState) -> None:
    with pytest.raises(ValueError, match="does not become cancelled"):
        verdict(before=before, doubt=False, outcome=S.CANCELLED, attention=None)


def test_nothing_is_in_doubt_that_was_never_sent() -> None:
    with pytest.raises(ValueError, match="never sent"):
        verdict(before=S.WAITING, doubt=False, outcome=S.NEEDS_PERSON, attention=A.OUTCOME_UNKNOWN)


def test_a_person_is_told_why() -> None:
    with pytest.raises(ValueError, match="reason"):
        verdict(before=S.SENDING, doubt=False, outcome=S.NEEDS_PERSON, attention=None)
    with pytest.raises(ValueError, match="reason"):
        verdict(before=S.SENDING, doubt=False, outcome=S.APPLIED, attention=A.REFUSED)
