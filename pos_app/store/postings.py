"""The queue: postings in a line per customer, from WAITING to APPLIED (``delivery.md`` §4).

Plain SQL on purpose: these are the statements of every sale and every answer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from pos_app.loyalty.money import to_cents
from pos_app.loyalty.sale import Attention, Compared, Posting, PostingState
from pos_app.store.database import Database
from pos_app.store.journal import Journal
from pos_app.store.queue_sql import (
    ADD_ATTEMPT,
    ATTEMPTS,
    BEGIN,
    CUT_OFF,
    DUE,
    ENDS,
    GOES_ON,
    INSERT,
    INSERT_FIRST,
    LATEST_SINCE,
    LINE,
    LOOK,
    NEXT_IN_LINE,
    NOT_FIRST,
    OF_SALES,
    OLDEST_WAITING,
    OPEN,
    RESUMES,
    REVERSALS,
    STOPS,
)
from pos_app.store.records import Attempt, QueueCount
from pos_app.store.rows import POSTING_SELECT, attempt_from, posting_from, posting_mark, posting_row, storable, to_text
from pos_app.store.tally import Tally
from pos_app.store.trouble import Altered
from pos_app.store.verdict import Verdict, verdict
from pos_app.store.witness import Witness

ANSWER_LIMIT = 1_000
"""Characters of an answer that are kept."""
_SENDABLE = (PostingState.WAITING, PostingState.UNKNOWN)
_CANCELLED = Verdict(PostingState.CANCELLED, None, doubt=False)
_IN_DOUBT = Verdict(PostingState.UNKNOWN, None, doubt=True)
_DIED = "The program ended while this was being sent."
_NOT_REVERSED = "What this would have taken back never reached the server."
_TAKEN_BACK = "Taken back before it reached the server."


@dataclass(frozen=True, slots=True)
class Looked:
    """A posting, and what only the queue needs to know of it."""

    posting: Posting
    doubt: bool
    sending_at: str | None
    first_in_line: bool
    mark: int | None


class Postings:
    """The queue in one open ``till.db``. :class:`pos_app.store.till_store.TillStore` states the contracts."""

    def __init__(self, database: Database, journal: Journal, witness: Witness) -> None:
        self._database = database
        self._journal = journal
        self._witness = witness
        self._tally = Tally(database)

    def add(self, conn: sqlite3.Connection, sale: int, postings: Sequence[Posting]) -> tuple[Posting, ...]:
        """Append new ``postings`` of the sale with this ``seq``, inside the caller's transaction; returns them with theirs."""
        added = []
        for posting in postings:
            seq = conn.execute(INSERT, (*posting_row(posting, sale), posting.customer_key)).lastrowid or 0
            added.append(replace(posting, seq=seq))
            self._journal.note("posting", seq)
            self._tally.moved(None, posting.state)
        return tuple(added)

    def put_first(self, conn: sqlite3.Connection, sale: int, posting: Posting) -> Posting:
        """Put a new posting in front of all that waits. As :meth:`add` otherwise."""
        for (seq,) in conn.execute(NOT_FIRST, (posting.customer_key,)).fetchall():
            self._journal.note("posting", seq)
        seq = conn.execute(INSERT_FIRST, posting_row(posting, sale)).lastrowid or 0
        self._journal.note("posting", seq)
        self._tally.moved(None, posting.state)
        return replace(posting, seq=seq)

    def due(self, *, limit: int, excluding: Set[str]) -> list[Posting]:
        """See TillStore."""
        # Every customer has one first posting: so many rows more are enough to leave some customers out.
        heads = self._database.rows(DUE, (limit + len(excluding),))
        return self.these([seq for seq, customer in heads if customer not in excluding][:limit])

    def begin_sending(
        self,
        transaction_id: str,
        *,
        at: datetime,
        points: Decimal | None,
        bonus: Decimal | None,
        endpoint: str,
        compared: Compared | None,
        found: Callable[[Posting, datetime], None],
    ) -> Posting:
        """See TillStore. ``found`` is told of a posting whose points are known from now on, in the same transaction."""
        with self._database.writing("sending") as conn:
            looked = self.look(transaction_id)
            if looked.posting.state not in _SENDABLE or not looked.first_in_line:
                raise ValueError("only the first posting of a customer is sent by itself, and only one that waits")
            plan = replace(looked.posting, endpoint=endpoint, compared=compared, batch="")
            if points is not None:
                if looked.posting.sum not in (None, points):
                    raise ValueError("the points of a posting are fixed once")
                plan = replace(plan, sum=points, bonus=bonus)
            self._begin(conn, looked, plan, at)
            sending = self.get(transaction_id)
            if looked.posting.sum is None:
                found(sending, at)
            return sending

    def begin_together(
        self, transaction_ids: Sequence[str], *, at: datetime, endpoint: str, compared: Compared
    ) -> tuple[Posting, ...]:
        """See TillStore."""
        with self._database.writing("sending") as conn:
            looked = [self.look(each) for each in transaction_ids]
            line = self.line(looked[0].posting.customer_key)
            if [each.posting.seq for each in looked] != [each.seq for each in line[: len(looked)]]:
                raise ValueError("what goes out together is the beginning of one customer's line")
            for each in looked:
                self._begin(conn, each, replace(each.posting, endpoint=endpoint, compared=compared, batch=transaction_ids[0]), at)
            return tuple(self.get(each) for each in transaction_ids)

    def _begin(self, conn: sqlite3.Connection, looked: Looked, plan: Posting, at: datetime) -> None:
        """``plan``: the posting with what is fixed before the first byte leaves."""
        before = looked.posting
        if before.state not in _SENDABLE:
            raise ValueError("only what waits is sent")
        if looked.mark is not None and looked.mark != posting_mark(before):
            raise Altered(f"The entry {before.transaction_id} is not what was written: it is not sent.")
        if plan.sum is None or (not plan.sum and plan.kind.of_points):
            raise ValueError("a posting without points is not sent")
        fixed = (before.endpoint, before.batch, before.compared)
        if looked.doubt and before.endpoint and fixed != (plan.endpoint, plan.batch, plan.compared):
            raise ValueError("what may have arrived is only sent again as it was")
        read, target = (plan.compared.read, plan.compared.target) if plan.compared else (None, None)
        conn.execute(
            BEGIN,
            (
                PostingState.SENDING.value,
                to_text(at),
                to_text(at),
                to_cents(plan.sum),
                None if plan.bonus is None else str(plan.bonus),
                storable(plan.endpoint),
                plan.batch,
                None if read is None else to_cents(read),
                None if target is None else to_cents(target),
                posting_mark(plan),
                before.seq,
            ),
        )
        self._journal.note("posting", before.seq)

    def finish(
        self, transaction_id: str, *, state: PostingState, answer: str, at: datetime, attention: Attention | None
    ) -> Posting:
        """See TillStore."""
        with self._database.writing("answer") as conn:
            looked = self.look(transaction_id)
            became = verdict(before=looked.posting.state, doubt=looked.doubt, outcome=state, attention=attention)
            self.move(conn, looked, became, outcome=state, answer=answer, at=to_text(at))
            return self.get(transaction_id)

    def cancel(self, transaction_id: str, *, at: datetime) -> Posting:
        """See TillStore."""
        with self._database.writing("cancel") as conn:
            looked = self.look(transaction_id)
            if looked.posting.state is PostingState.WAITING:
                self.call_off(conn, looked, _TAKEN_BACK, at=at)
            return self.get(transaction_id)

    def take_back(self, conn: sqlite3.Connection, transaction_id: str, *, at: datetime) -> bool:
        """Cancel a posting of a voided sale if nothing of it can be on the server: never sent, or refused without any doubt."""
        looked = self.look(transaction_id)
        nowhere = not looked.doubt and looked.posting.state in (PostingState.WAITING, PostingState.NEEDS_PERSON)
        if nowhere:
            self.call_off(conn, looked, _TAKEN_BACK, at=at)
        return nowhere

    def recover(self) -> int:
        """See TillStore."""
        cut_off = self._database.rows(CUT_OFF)
        if cut_off:
            with self._database.writing("cut off") as conn:
                for (transaction_id,) in cut_off:
                    looked = self.look(transaction_id)
                    self.move(conn, looked, _IN_DOUBT, outcome=PostingState.UNKNOWN, answer=_DIED, at=None)
        return len(cut_off)

    def get(self, transaction_id: str) -> Posting:
        """The posting with this id. Raises LookupError."""
        return self.look(transaction_id).posting

    def of_sales(self, first: int, last: int) -> dict[str, list[Posting]]:
        """The postings of the sales with a ``seq`` from ``first`` to ``last``, by sale_id, in their order."""
        found: dict[str, list[Posting]] = {}
        for row in self._database.rows(OF_SALES, (first, last)):
            posting = posting_from(row)
            found.setdefault(posting.sale_id, []).append(posting)
        return found

    def line(self, customer: str) -> list[Posting]:
        """See TillStore."""
        return [posting_from(row) for row in self._database.rows(LINE, (customer,))]

    def open(self, *, limit: int | None) -> list[Posting]:
        """See TillStore."""
        return [posting_from(row) for row in self._database.rows(OPEN, (-1 if limit is None else limit,))]

    def moving(self, customers: Sequence[str], *, since: datetime | None) -> list[Posting]:
        """See TillStore."""
        these = holes(customers)
        found = self._database.rows(f"SELECT seq FROM posting WHERE settled_at IS NULL AND customer IN ({these})", customers)  # noqa: S608
        if since is not None:
            found += self._database.rows(
                f"SELECT seq FROM posting WHERE settled_at IS NOT NULL AND customer IN ({these}) AND settled_at > ? AND state = ?",  # noqa: S608
                (*customers, to_text(since), PostingState.APPLIED.value),
            )
        return self.these([seq for (seq,) in found])

    def attempts(self, transaction_id: str) -> list[Attempt]:
        """See TillStore."""
        return [attempt_from(row) for row in self._database.rows(ATTEMPTS, (self.get(transaction_id).seq,))]

    def latest_time_since(self, transaction_id: str) -> datetime:
        """See TillStore."""
        seq = self.get(transaction_id).seq
        return max(datetime.fromisoformat(at) for (at,) in self._database.rows(LATEST_SINCE, (seq, seq)) if at is not None)

    def counts(self) -> QueueCount:
        """See TillStore."""
        waiting, needs_person = self._tally.count()
        oldest = self._database.row(OLDEST_WAITING)
        return QueueCount(
            waiting=waiting,
            needs_person=needs_person,
            oldest_waiting_at=datetime.fromisoformat(oldest[0]) if oldest else None,
        )

    def look(self, transaction_id: str) -> Looked:
        row = self._database.row(LOOK, (transaction_id,))
        if row is None:
            raise LookupError(f"there is no posting {transaction_id}")
        *columns, doubt, sending_at, first_in_line, mark = row
        return Looked(posting_from(tuple(columns)), bool(doubt), sending_at, bool(first_in_line), mark)

    def these(self, seqs: Sequence[int]) -> list[Posting]:
        """The postings with these ``seq``, in order."""
        rows = self._database.rows(f"{POSTING_SELECT} WHERE p.seq IN ({holes(seqs)}) ORDER BY p.seq", seqs)
        return [posting_from(row) for row in rows]

    def reversals(self, transaction_id: str) -> list[Looked]:
        """What is on its way to take this posting back, in order."""
        return [self.look(each) for (each,) in self._database.rows(REVERSALS, (transaction_id,))]

    def call_off(self, conn: sqlite3.Connection, looked: Looked, why: str, *, at: datetime) -> None:
        """Cancel it, whatever it waits for, inside the caller's transaction."""
        self.move(conn, looked, _CANCELLED, outcome=PostingState.CANCELLED, answer=why, at=to_text(at))

    def move(
        self,
        conn: sqlite3.Connection,
        looked: Looked,
        became: Verdict,
        *,
        outcome: PostingState,
        answer: str,
        at: str | None,
    ) -> None:
        """Note the attempt and put the posting where it goes; ``at`` None: nobody knows when that was.

        What would have taken a posting back is cancelled with it, the last one first: it never goes out without it.
        """
        if became.state is PostingState.CANCELLED:
            for reversal in reversed(self.reversals(looked.posting.transaction_id)):
                self.move(conn, reversal, _CANCELLED, outcome=PostingState.CANCELLED, answer=_NOT_REVERSED, at=at)
        posting = looked.posting
        sent = looked.sending_at is not None
        kept = storable(answer)[:ANSWER_LIMIT]
        started_at = looked.sending_at or at
        step = conn.execute(ADD_ATTEMPT, (posting.seq, posting.attempts, sent, started_at, at, outcome.value, kept, posting.seq))
        self._journal.note("attempt", posting.seq, step.fetchone()[0])
        if not became.state.open:
            conn.execute(ENDS, (became.state.value, became.doubt, kept, at, posting.seq))
            for (next_seq,) in conn.execute(NEXT_IN_LINE, (posting.customer_key,)).fetchall():
                self._journal.note("posting", next_seq)
        elif became.attention is not None:
            conn.execute(STOPS, (became.state.value, became.doubt, kept, became.attention.value, posting.seq))
        else:
            goes_on = GOES_ON if posting.attention is None else RESUMES
            conn.execute(goes_on, (became.state.value, became.doubt, kept, posting.seq))
        self._journal.note("posting", posting.seq)
        if became.state is PostingState.APPLIED or (sent and became.doubt):
            self._witness.stamp(conn, posting.customer_key)
        self._tally.moved(posting.state, became.state)


def holes(values: Sequence[object]) -> str:
    """``?, ?, ?``: a place in a statement for each of ``values``."""
    return ", ".join("?" * len(values))
