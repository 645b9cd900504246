"""Words for the way of a posting: where it is, what each attempt came to, why it needs a person, what a person decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pos_app.loyalty.decision import Action
from pos_app.loyalty.sale import Attention, PostingState

if TYPE_CHECKING:
    from pos_app.till.records import Attempt

__all__ = ["AttemptWords"]


class AttemptWords(QObject):
    """See ``SaleWords``. A test asks for every member of the enums. What a server answered is ``words.answers``'s."""

    def posting(self, state: PostingState) -> str:
        """Where points are, in a few words; of what needs a person, :meth:`attention` says more."""
        match state:
            case PostingState.WAITING:
                return self.tr("Waiting to be sent")
            case PostingState.SENDING:
                return self.tr("Sending")
            case PostingState.UNKNOWN:
                return self.tr("Sent, waiting for proof")
            case PostingState.APPLIED:
                return self.tr("Sent")
            case PostingState.NEEDS_PERSON:
                return self.tr("Needs a person")
            case PostingState.CANCELLED:
                return self.tr("Cancelled")

    def attempt(self, attempt: Attempt) -> str:
        """What one attempt came to, in a few words: the line above the answer."""
        outcome = attempt.outcome
        if attempt.sent and attempt.ended_at is None:
            return self.tr("Sending was cut off")
        match outcome:
            case PostingState.APPLIED:
                return self.tr("Sent") if attempt.sent else self.tr("Found at the server")
            case PostingState.WAITING:
                return self.tr("Could not be sent") if attempt.sent else self.tr("Put back in the queue")
            case PostingState.NEEDS_PERSON:
                return self.tr("The server said no") if attempt.sent else self.tr("Stopped for a person")
            case PostingState.CANCELLED:
                return self.tr("Cancelled")
            case _:
                return self.tr("Sent, no clear answer") if attempt.sent else self.tr("Asked about it, no clear answer")

    def attention(self, attention: Attention) -> str:
        """Why a person is needed: a heading."""
        match attention:
            case Attention.REFUSED:
                return self.tr("The server did not accept it")
            case Attention.NO_CUSTOMER:
                return self.tr("This phone or card belongs to nobody yet")
            case Attention.OUTCOME_UNKNOWN:
                return self.tr("It is not known whether it arrived")
            case Attention.WRONG_ACCOUNT:
                return self.tr("This sale belongs to another account")
            case Attention.BALANCE_MOVED:
                return self.tr("Somebody else changed the balance")
            case Attention.REGISTERED:
                return self.tr("This phone is a customer's already")
            case Attention.DAMAGED:
                return self.tr("The entry on the disk is damaged")

    def decided(self, action: Action, who: str = "") -> str:
        """What a person decided, and who; ``who`` empty: it was not said."""
        what = self._done(action)
        return f"{what} · {who}" if who else what

    def _done(self, action: Action) -> str:
        match action:
            case Action.RETRY:
                return self.tr("Decided: try again")
            case Action.MOVE:
                return self.tr("Decided: the points are another customer's")
            case Action.ADD_NOW:
                return self.tr("Decided: not there, add them now")
            case Action.ALREADY_THERE:
                return self.tr("Decided: they are there already")
            case Action.FORGIVE:
                return self.tr("Decided: the points are forgiven")
            case Action.TAKE_ONLY:
                return self.tr("Decided: the points that are there are taken, the rest is forgiven")
            case Action.VOID:
                return self.tr("Decided: the sale is voided")
            case Action.WRITE_OFF:
                return self.tr("Decided: nothing more is done")
