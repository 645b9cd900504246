"""What people decided about postings, and what came of it: each in one commit, with who and why, for ever (``delivery.md`` §1)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from pos_app.loyalty.decision import Action, Decision, possible
from pos_app.loyalty.sale import Posting, PostingState
from pos_app.store.database import Database
from pos_app.store.journal import Journal
from pos_app.store.postings import Looked, Postings
from pos_app.store.records import DecisionRecord
from pos_app.store.rows import storable, to_text
from pos_app.store.verdict import Verdict

TEXT_LIMIT = 300
"""Characters of a name or a reason that are kept."""
_RESULT = {
    Action.RETRY: PostingState.WAITING,
    Action.ADD_NOW: PostingState.WAITING,
    Action.ALREADY_THERE: PostingState.APPLIED,
    Action.FORGIVE: PostingState.CANCELLED,
    Action.WRITE_OFF: PostingState.CANCELLED,
    Action.MOVE: PostingState.CANCELLED,
}
_NOT_REVERSED = "What this would have taken back never reached the server."


class Decisions:
    """The decisions in one open ``till.db``. :class:`pos_app.store.till_store.TillStore` states the contracts."""

    def __init__(self, database: Database, journal: Journal, postings: Postings) -> None:
        self._database = database
        self._journal = journal
        self._postings = postings

    def decide(self, transaction_id: str, decision: Decision, *, at: datetime) -> list[Posting]:
        """See TillStore."""
        if decision.action is Action.MOVE:
            raise ValueError("moving points needs somebody to move them to")
        with self._database.writing("decision") as conn:
            together = self._together(transaction_id, decision)
            for looked in together:
                self._note(conn, looked.posting, decision, at)
                self._settle(conn, looked, decision, at)
            return [self._postings.get(each.posting.transaction_id) for each in together]

    def move(
        self, transaction_id: str, decision: Decision, *, phone: str, card: str, new_id: Callable[[], str], at: datetime
    ) -> Posting:
        """See TillStore."""
        if decision.action is not Action.MOVE or not (phone or card):
            raise ValueError("points move to a phone or a card")
        with self._database.writing("decision") as conn:
            (looked,) = self._together(transaction_id, decision)
            self._note(conn, looked.posting, decision, at)
            moved: Posting | None = None
            ids: dict[str, str] = {}
            for each in [looked, *self._reversals(looked.posting)]:
                self._settle(conn, each, decision, at, cascade=False)
                ids[each.posting.transaction_id] = new_id()
                fresh = replace(
                    each.posting,
                    transaction_id=ids[each.posting.transaction_id],
                    phone=phone,
                    card=card,
                    state=PostingState.WAITING,
                    attention=None,
                    attempts=0,
                    last_answer="",
                    first_sent_at=None,
                    settled_at=None,
                    endpoint="",
                    batch="",
                    compared=None,
                    reverses=ids.get(each.posting.reverses, each.posting.reverses),
                )
                added = self._postings.add(conn, self._sale_seq(each.posting), [fresh])
                moved = moved or added[0]
            assert moved is not None, "the posting itself was moved first"  # noqa: S101 - an invariant
            return moved

    def of(self, transaction_id: str) -> list[DecisionRecord]:
        """See TillStore."""
        rows = self._database.rows(
            "SELECT made_at, who, action, reason FROM decision WHERE posting = ? ORDER BY seq",
            (self._postings.get(transaction_id).seq,),
        )
        return [
            DecisionRecord(
                made_at=datetime.fromisoformat(made_at), decision=Decision(action=Action(action), who=who, reason=reason)
            )
            for made_at, who, action, reason in rows
        ]

    def drop_reversals(self, conn: sqlite3.Connection, posting: Posting, *, at: datetime) -> None:
        """``posting`` was cancelled: what would have taken it back is cancelled too, inside the caller's transaction."""
        for each in self._reversals(posting):
            cancelled = Verdict(PostingState.CANCELLED, None, doubt=False)
            self._postings.move(conn, each, cancelled, outcome=PostingState.CANCELLED, answer=_NOT_REVERSED, at=to_text(at))

    def _together(self, transaction_id: str, decision: Decision) -> list[Looked]:
        """The posting, and those that share its fate because they went out in one write. Raises ValueError if it may not be."""
        first = self._postings.look(transaction_id)
        if decision.action not in possible(first.posting):
            raise ValueError(f"{decision.action.value} is not possible for a posting that is {first.posting.state.value}")
        if not first.posting.batch:
            return [first]
        line = [self._postings.look(each.transaction_id) for each in self._postings.line(first.posting.customer_key)]
        return [
            each for each in line if each.posting.batch == first.posting.batch and each.posting.state is PostingState.NEEDS_PERSON
        ]

    def _note(self, conn: sqlite3.Connection, posting: Posting, decision: Decision, at: datetime) -> None:
        added = conn.execute(
            "INSERT INTO decision (posting, made_at, who, action, reason) VALUES (?, ?, ?, ?, ?)",
            (posting.seq, to_text(at), _kept(decision.who), decision.action.value, _kept(decision.reason)),
        )
        self._journal.note("decision", added.lastrowid)

    def _settle(self, conn: sqlite3.Connection, looked: Looked, decision: Decision, at: datetime, *, cascade: bool = True) -> None:
        state = _RESULT[decision.action]
        doubt = looked.doubt and decision.action is not Action.ADD_NOW
        if state is PostingState.WAITING and doubt:
            state = PostingState.UNKNOWN
        answer = f"{decision.who or 'Somebody'} decided: {decision.action.value}. {decision.reason}".strip()
        became = Verdict(state, None, doubt if state.open else False)
        self._postings.move(conn, looked, became, outcome=state, answer=answer, at=to_text(at))
        if decision.action is Action.ADD_NOW:
            # It starts over: neither its age nor what was read before the first try counts any more.
            self._postings.begin_anew(conn, looked.posting)
        if cascade and state is PostingState.CANCELLED:
            self.drop_reversals(conn, looked.posting, at=at)

    def _reversals(self, posting: Posting) -> Sequence[Looked]:
        rows = self._database.rows(
            "SELECT transaction_id FROM posting WHERE reverses = ? AND reverses != '' AND settled_at IS NULL ORDER BY seq",
            (posting.transaction_id,),
        )
        return [self._postings.look(transaction_id) for (transaction_id,) in rows]

    def _sale_seq(self, posting: Posting) -> int:
        rows = self._database.rows("SELECT sale FROM posting WHERE seq = ?", (posting.seq,))
        return int(rows[0][0])


def _kept(text: str) -> str:
    return storable(" ".join(text.split()))[:TEXT_LIMIT]
