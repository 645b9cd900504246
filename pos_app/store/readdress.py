"""Points that go on in another customer's line: a card turns out to be somebody's, or a person says whose they are.

Nothing is edited: the postings are cancelled, and new ones stand at the end of the other line, in their order, together with all
that would take them back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from pos_app.loyalty.sale import Posting, PostingState
from pos_app.store.database import Database
from pos_app.store.postings import Looked, Postings
from pos_app.store.rows import to_text
from pos_app.store.verdict import Verdict

_CANCELLED = Verdict(PostingState.CANCELLED, None, doubt=False)


def readdress(
    database: Database, postings: Postings, transaction_id: str, *, phone: str, new_id: Callable[[], str], at: datetime
) -> Posting:
    """See TillStore."""
    with database.writing("readdressed") as conn:
        looked = postings.look(transaction_id)
        if looked.posting.state is not PostingState.WAITING or looked.doubt:
            raise ValueError("only what was never sent goes on under another name")
        answer = f"The card belongs to {phone}: it goes on there."
        (added,) = carry(conn, postings, [looked], phone=phone, card="", new_id=new_id, answer=answer, at=at)
        return added


def carry(
    conn: sqlite3.Connection,
    postings: Postings,
    going: Sequence[Looked],
    *,
    phone: str,
    card: str,
    new_id: Callable[[], str],
    answer: str,
    at: datetime,
    points: Decimal | None = None,
) -> list[Posting]:
    """Take ``going`` over to ``phone`` or ``card``, inside the caller's transaction; the new postings, in the same order.

    ``points``: how many they are from now on; None: as many as they were. ``new_id`` is asked for the ids of ``going`` first, then
    for those of what would take them back.
    """
    line = {looked.posting.seq: looked for looked in going}
    for looked in going:
        line |= {each.posting.seq: each for each in postings.reversals(looked.posting.transaction_id)}
    ids = {looked.posting.transaction_id: new_id() for looked in line.values()}
    # The last one first: cancelling a posting cancels what would take it back.
    for seq in sorted(line, reverse=True):
        postings.move(conn, line[seq], _CANCELLED, outcome=PostingState.CANCELLED, answer=answer, at=to_text(at))
    added: dict[int, Posting] = {}
    for seq in sorted(line):
        sale = conn.execute("SELECT sale FROM posting WHERE seq = ?", (seq,)).fetchone()[0]
        again = _afresh(line[seq].posting, ids, phone=phone, card=card)
        (added[seq],) = postings.add(conn, sale, [again if points is None else replace(again, sum=points)])
    return [added[looked.posting.seq] for looked in going]


def _afresh(posting: Posting, ids: dict[str, str], *, phone: str, card: str) -> Posting:
    """The same points for somebody else, as if never sent. ``ids``: old → new, of all that goes along."""
    return replace(
        posting,
        transaction_id=ids[posting.transaction_id],
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
        reverses=ids.get(posting.reverses, posting.reverses),
    )
