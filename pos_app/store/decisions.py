"""What people decided about postings, and what came of it: each in one commit, with who and why, for ever (``delivery.md`` §1)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from pos_app.loyalty.decision import REASON_NEEDED, Action, Decision, possible
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.sale import Posting, PostingState
from pos_app.store.database import Database
from pos_app.store.journal import Journal
from pos_app.store.postings import Looked, Postings
from pos_app.store.queue_sql import BEGIN_ANEW
from pos_app.store.readdress import carry
from pos_app.store.records import DecisionRecord
from pos_app.store.rows import storable, to_text
from pos_app.store.verdict import Verdict

TEXT_LIMIT = 300
"""Characters of a name or a reason that are kept."""
_NOTE = "INSERT INTO decision (posting, made_at, who, action, reason) VALUES (?, ?, ?, ?, ?)"
_OF = "SELECT made_at, who, action, reason FROM decision WHERE posting = ? ORDER BY seq"
_RESULT = {
    Action.RETRY: PostingState.WAITING,
    Action.ADD_NOW: PostingState.WAITING,
    Action.ALREADY_THERE: PostingState.APPLIED,
    Action.FORGIVE: PostingState.CANCELLED,
    Action.WRITE_OFF: PostingState.CANCELLED,
}


class Decisions:
    """The decisions in one open ``till.db``. :class:`pos_app.store.till_store.TillStore` states the contracts."""

    def __init__(self, database: Database, journal: Journal, postings: Postings) -> None:
        self._database = database
        self._journal = journal
        self._postings = postings

    def decide(self, transaction_id: str, decision: Decision, *, at: datetime) -> list[Posting]:
        """See TillStore."""
        if decision.action not in _RESULT:
            raise ValueError(f"{decision.action.value} needs more than a decision")
        with self._database.writing() as conn:
            together = self._together(transaction_id, decision)
            for looked in together:
                self.note(conn, looked.posting, decision, at=at)
            # The last one first: cancelling a posting cancels what would have taken it back, which may be among them.
            for looked in reversed(together):
                self._settle(conn, looked, decision, at)
            return [self._postings.get(each.posting.transaction_id) for each in together]

    def move(
        self, transaction_id: str, decision: Decision, *, phone: str, card: str, new_id: Callable[[], str], at: datetime
    ) -> list[Posting]:
        """See TillStore."""
        if not (phone or card):
            raise ValueError("points move to a phone or a card")
        with self._database.writing("decision") as conn:
            together = self.open(transaction_id, decision, Action.MOVE)
            for looked in together:
                self.note(conn, looked.posting, decision, at=at)
            answer = _words(decision)
            return carry(conn, self._postings, together, phone=phone, card=card, new_id=new_id, answer=answer, at=at)

    def take_only(self, transaction_id: str, decision: Decision, *, points: Decimal, new_id: str, at: datetime) -> Posting:
        """See Deciding."""
        with self._database.writing("decision") as conn:
            (looked,) = self.open(transaction_id, decision, Action.TAKE_ONLY)
            taken = looked.posting.sum
            if taken is None or not 0 < points < -taken:
                raise ValueError("only some of the points are taken")
            if self._postings.reversals(transaction_id):
                raise BadInput(Problem.SETTING, detail="Part of this sale was taken back: forgive the points, or try again.")
            self.note(conn, looked.posting, decision, at=at)
            (added,) = carry(
                conn,
                self._postings,
                [looked],
                phone=looked.posting.phone,
                card=looked.posting.card,
                new_id=lambda: new_id,
                answer=_words(decision),
                at=at,
                points=-points,
            )
            return added

    def open(self, transaction_id: str, decision: Decision, action: Action) -> list[Looked]:
        """The posting that ``decision`` is about, and those that share its fate. ValueError unless it may be ``action``."""
        if decision.action is not action:
            raise ValueError(f"{decision.action.value} is not {action.value}")
        return self._together(transaction_id, decision)

    def of(self, transaction_id: str) -> list[DecisionRecord]:
        """See TillStore."""
        rows = self._database.rows(_OF, (self._postings.get(transaction_id).seq,))
        return [
            DecisionRecord(
                made_at=datetime.fromisoformat(made_at), decision=Decision(action=Action(action), who=who, reason=reason)
            )
            for made_at, who, action, reason in rows
        ]

    def _together(self, transaction_id: str, decision: Decision) -> list[Looked]:
        """The posting, and those that share its fate because they went out in one write. Raises ValueError if it may not be."""
        first = self._postings.look(transaction_id)
        if decision.action not in possible(first.posting):
            raise ValueError(f"{decision.action.value} is not possible for a posting that is {first.posting.state.value}")
        refused = not first.doubt and decision.action in REASON_NEEDED
        if not first.posting.batch or refused:
            # What was refused without any doubt is nowhere: giving up one of them says nothing of the others.
            return [first]
        line = [self._postings.look(each.transaction_id) for each in self._postings.line(first.posting.customer_key)]
        return [
            each for each in line if each.posting.batch == first.posting.batch and each.posting.state is PostingState.NEEDS_PERSON
        ]

    def note(self, conn: sqlite3.Connection, posting: Posting, decision: Decision, *, at: datetime) -> None:
        """Keep what was decided about ``posting``, inside the caller's transaction."""
        added = conn.execute(
            _NOTE,
            (posting.seq, to_text(at), _kept(decision.who), decision.action.value, _kept(decision.reason)),
        )
        self._journal.note("decision", added.lastrowid)

    def _settle(self, conn: sqlite3.Connection, looked: Looked, decision: Decision, at: datetime) -> None:
        state = _RESULT[decision.action]
        doubt = looked.doubt and decision.action is not Action.ADD_NOW
        if state is PostingState.WAITING and doubt:
            state = PostingState.UNKNOWN
        if decision.action is Action.ADD_NOW:
            # It starts over: neither its age nor what was read before the first try counts any more.
            conn.execute(BEGIN_ANEW, (looked.posting.seq,))
        became = Verdict(state, None, doubt if state.open else False)
        self._postings.move(conn, looked, became, outcome=state, answer=_words(decision), at=to_text(at))


def _words(decision: Decision) -> str:
    return f"{decision.who or 'Somebody'} decided: {decision.action.value}. {decision.reason}".strip()


def _kept(text: str) -> str:
    return storable(" ".join(text.split()))[:TEXT_LIMIT]
