"""Whether this program knows every word in a database that a newer one wrote: a kind of entry, a state, a decision.

A word that it does not know may mean anything, so that nothing of it may be sent, and the journal could not be shown.
"""

from __future__ import annotations

from pos_app.loyalty.decision import Action
from pos_app.store.database import Database
from pos_app.store.rows import ATTEMPT_COLUMNS, POSTING_SELECT, SALE_SELECT, attempt_from, posting_from, sale_from
from pos_app.store.trouble import Newer
from pos_app.store.verification import altered_rows

_READERS = (
    (SALE_SELECT, sale_from),
    (POSTING_SELECT, posting_from),
    (f"SELECT {ATTEMPT_COLUMNS} FROM attempt", attempt_from),  # noqa: S608 - names of ours
    ("SELECT action FROM decision", lambda row: Action(row[0])),
)


def refuse_unreadable(database: Database) -> None:
    """Raise Newer for the first row that makes no sense to this program. Reads everything."""
    for select, read in _READERS:
        for row in database.rows(select):
            try:
                read(row)
            except (ValueError, ArithmeticError, TypeError):
                raise _strange() from None
    with database.writing() as conn:
        if altered_rows(conn):
            raise _strange()


def _strange() -> Newer:
    return Newer(
        "The newer version of this program has saved what this one does not know, so it cannot go back. Nothing was changed. "
        "Install the newer version again."
    )
