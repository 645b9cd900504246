"""A card turns out to be somebody's: what was never sent goes on in the line of that customer's phone.

Nothing is edited: the posting is cancelled, and a new one with what would reverse it stands at the end of the other line.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from pos_app.loyalty.sale import Posting, PostingState
from pos_app.store.database import Database
from pos_app.store.postings import Postings
from pos_app.store.rows import to_text
from pos_app.store.verdict import Verdict


def readdress(database: Database, postings: Postings, transaction_id: str, *, phone: str, new_id: str, at: datetime) -> Posting:
    """See TillStore."""
    with database.writing("readdressed") as conn:
        looked = postings.look(transaction_id)
        posting = looked.posting
        if posting.state is not PostingState.WAITING or looked.doubt:
            raise ValueError("only what was never sent goes on under another name")
        sale = int(database.rows("SELECT sale FROM posting WHERE seq = ?", (posting.seq,))[0][0])
        cancelled = Verdict(PostingState.CANCELLED, None, doubt=False)
        answer = f"The card belongs to {phone}: it goes on there."
        postings.move(conn, looked, cancelled, outcome=PostingState.CANCELLED, answer=answer, at=to_text(at))
        fresh = replace(posting, transaction_id=new_id, phone=phone, card="", endpoint="", batch="", compared=None, last_answer="")
        # What would take the old one back takes the new one back: it stands in the old line, and is readdressed in its turn.
        behind = conn.execute(
            "UPDATE posting SET reverses = ?, mark = NULL WHERE reverses = ? RETURNING seq", (new_id, transaction_id)
        ).fetchall()
        (added,) = postings.add(conn, sale, [replace(fresh, state=PostingState.WAITING, settled_at=None)])
        for (seq,) in behind:
            postings.noted(seq)
        return added
