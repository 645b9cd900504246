"""What an attempt's outcome makes of a posting, given what came before: the rule of doubt (``delivery.md`` §3).

Only an attempt of which no byte left may be forgotten. Once any attempt of a posting may have been carried out without an answer,
later answers are heard with that in mind: "not sent" is true of that attempt only, and a refusal ("already exists") may be the
server's way of saying that it has the points. Only *applied* is proof, and ends the matter.
"""

from __future__ import annotations

from dataclasses import dataclass

from pos_app.loyalty.sale import Attention, PostingState

_FROM_WITHOUT_SENDING = {
    PostingState.WAITING: {PostingState.WAITING, PostingState.NEEDS_PERSON, PostingState.CANCELLED},
    PostingState.UNKNOWN: {PostingState.WAITING, PostingState.UNKNOWN, PostingState.NEEDS_PERSON, PostingState.APPLIED},
}
_FROM_SENDING = {PostingState.WAITING, PostingState.UNKNOWN, PostingState.NEEDS_PERSON, PostingState.APPLIED}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where a posting goes."""

    state: PostingState
    attention: Attention | None
    doubt: bool


def verdict(*, before: PostingState, doubt: bool, outcome: PostingState, attention: Attention | None) -> Verdict:
    """What becomes of a posting that was in state ``before``, for which this time came to ``outcome``.

    ========================================  ==========================  ===================================
    outcome                                   nothing was in doubt        an earlier attempt is in doubt
    ========================================  ==========================  ===================================
    WAITING (not sent, key refused, later)    WAITING                     UNKNOWN
    UNKNOWN                                   UNKNOWN, from now in doubt  UNKNOWN
    NEEDS_PERSON, REFUSED or NO_CUSTOMER      as it is                    NEEDS_PERSON, OUTCOME_UNKNOWN
    NEEDS_PERSON, OUTCOME_UNKNOWN             as it is, now in doubt      as it is
    NEEDS_PERSON, any other reason            as it is                    as it is; the doubt stays
    APPLIED                                   APPLIED                     APPLIED
    CANCELLED (only what was never sent)      CANCELLED                   a bug
    ========================================  ==========================  ===================================

    Raises ValueError for a step that no attempt can take: a bug of the caller.
    """
    possible = _FROM_SENDING if before is PostingState.SENDING else _FROM_WITHOUT_SENDING.get(before, set())
    if outcome not in possible or (doubt and outcome is PostingState.CANCELLED):
        raise ValueError(f"a posting that is {before.value} does not become {outcome.value}")
    if before is PostingState.WAITING and attention is Attention.OUTCOME_UNKNOWN:
        raise ValueError("nothing is in doubt about a posting that was never sent")
    if (attention is not None) != (outcome is PostingState.NEEDS_PERSON):
        raise ValueError("a reason is given when a person is needed, and only then")
    if outcome is PostingState.WAITING:
        return Verdict(PostingState.UNKNOWN if doubt else PostingState.WAITING, None, doubt)
    if outcome is PostingState.UNKNOWN:
        return Verdict(PostingState.UNKNOWN, None, doubt=True)
    if outcome is PostingState.NEEDS_PERSON:
        if doubt and attention in (Attention.REFUSED, Attention.NO_CUSTOMER):
            attention = Attention.OUTCOME_UNKNOWN
        return Verdict(outcome, attention, doubt or attention is Attention.OUTCOME_UNKNOWN)
    return Verdict(outcome, None, doubt)
