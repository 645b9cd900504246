"""What a person may decide about a posting that the till must not settle by itself. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pos_app.loyalty.sale import Attention, Posting, PostingKind, PostingState


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
    TAKE_ONLY = "take-only"
    """So many of the points are taken as there are; the customer keeps what is missing: the shop bears it."""
    VOID = "void"
    """The sale is taken back, all that is left of it: its money is handed back."""
    WRITE_OFF = "write-off"
    """Nothing more is done about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided what, and why. Both texts are somebody's own words: plain text only."""

    action: Action
    who: str
    reason: str

    @property
    def sentence(self) -> str:
        """What is kept with the attempt that it ends."""
        return f"{self.who or 'Somebody'} decided: {self.action.value}. {self.reason}".strip()


REASON_NEEDED = frozenset({Action.FORGIVE, Action.TAKE_ONLY, Action.VOID, Action.WRITE_OFF})
"""Decisions by which points or a sale are given up."""
_OF_POINTS = frozenset({Action.MOVE, Action.FORGIVE, Action.TAKE_ONLY, Action.VOID})
_OF_TAKING = frozenset({Action.FORGIVE, Action.TAKE_ONLY, Action.VOID})
_BY_REASON = {
    Attention.REFUSED: {Action.RETRY, Action.MOVE, Action.FORGIVE, Action.TAKE_ONLY, Action.VOID, Action.WRITE_OFF},
    Attention.NO_CUSTOMER: {Action.RETRY, Action.MOVE, Action.FORGIVE, Action.WRITE_OFF},
    Attention.WRONG_ACCOUNT: {Action.RETRY, Action.WRITE_OFF},
    Attention.OUTCOME_UNKNOWN: {Action.ADD_NOW, Action.ALREADY_THERE, Action.WRITE_OFF},
    Attention.BALANCE_MOVED: {Action.ADD_NOW, Action.ALREADY_THERE, Action.WRITE_OFF},
    Attention.REGISTERED: {Action.ADD_NOW, Action.ALREADY_THERE, Action.WRITE_OFF},
    Attention.DAMAGED: {Action.WRITE_OFF},
}


def possible(posting: Posting) -> frozenset[Action]:
    """What may be decided about ``posting``; nothing while it does not need a person.

    Only points that would be *taken* can be forgiven, and only where it is certain that they were not: what may have arrived is
    neither forgiven, nor simply tried again, nor given to somebody else before somebody looked. What takes a sale back is not
    taken back itself, and the earned points that it takes back are nobody else's: they went to this customer.
    """
    if posting.state is not PostingState.NEEDS_PERSON or posting.attention is None:
        return frozenset()
    actions = _BY_REASON[posting.attention]
    if not posting.kind.of_points:
        return frozenset(actions - _OF_POINTS)
    if posting.reverses:
        actions = actions - ({Action.VOID, Action.MOVE} if posting.kind is PostingKind.EARN else {Action.VOID})
    takes = posting.sum is not None and posting.sum < 0
    if not takes:
        return frozenset(actions - _OF_TAKING)
    return frozenset(actions)
