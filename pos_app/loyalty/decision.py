"""What a person may decide about a posting that the till must not settle by itself. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pos_app.loyalty.sale import Attention, Posting, PostingState


class Action(Enum):
    """A decision. Its text is a promise of the command line."""

    RETRY = "retry"
    """Try again: what was wrong was put right elsewhere."""
    MOVE = "move"
    """The points belong to another phone or card: a wrong phone is corrected, another customer chosen."""
    ADD_NOW = "add-now"
    """Somebody looked: the points are not there. Send them."""
    ALREADY_THERE = "already-there"
    """Somebody looked: the points are there. Done."""
    FORGIVE = "forgive"
    """The customer keeps what should have been taken: the shop bears it."""
    WRITE_OFF = "write-off"
    """Nothing more is done about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided what, and why. Both texts are somebody's own words: plain text only."""

    action: Action
    who: str
    reason: str


_BY_REASON = {
    Attention.REFUSED: {Action.RETRY, Action.MOVE, Action.WRITE_OFF},
    Attention.NO_CUSTOMER: {Action.RETRY, Action.MOVE, Action.WRITE_OFF},
    Attention.WRONG_ACCOUNT: {Action.RETRY, Action.WRITE_OFF},
    Attention.OUTCOME_UNKNOWN: {Action.ADD_NOW, Action.ALREADY_THERE, Action.WRITE_OFF},
    Attention.BALANCE_MOVED: {Action.ADD_NOW, Action.ALREADY_THERE, Action.WRITE_OFF},
    Attention.DAMAGED: {Action.WRITE_OFF},
}


def possible(posting: Posting) -> frozenset[Action]:
    """What may be decided about ``posting``; nothing while it does not need a person.

    Only points that would be *taken* can be forgiven. What may have arrived is never simply tried again: somebody looks first.
    """
    if posting.state is not PostingState.NEEDS_PERSON or posting.attention is None:
        return frozenset()
    actions = set(_BY_REASON[posting.attention])
    if posting.sum is not None and posting.sum < 0 and posting.attention is not Attention.DAMAGED:
        actions.add(Action.FORGIVE)
    return frozenset(actions)
