"""How many postings wait and how many need a person: counted once, then kept in step, because it is asked after every change."""

from __future__ import annotations

from pos_app.loyalty.sale import PostingState
from pos_app.store.database import Database

_OPEN = "SELECT count(*) FROM posting WHERE settled_at IS NULL"
_WAITING = "SELECT count(*) FROM posting WHERE settled_at IS NULL AND attention IS NULL"


class Tally:
    """Memory is only a cache here: whenever a transaction is undone, it is counted anew."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: tuple[int, int] | None = None
        database.on_rollback = self._forget

    def count(self) -> tuple[int, int]:
        """Waiting, and needing a person. Raises DiskTrouble."""
        if self._known is None:
            # Both are counted in an index, not in the table.
            waiting = int(self._database.rows(_WAITING)[0][0])
            self._known = waiting, int(self._database.rows(_OPEN)[0][0]) - waiting
        return self._known

    def moved(self, before: PostingState | None, after: PostingState) -> None:
        """One posting changed its state; ``before`` is None for a new one."""
        if self._known is None:
            return
        waiting, person = self._known
        waiting += _waits(after) - _waits(before)
        person += (after is PostingState.NEEDS_PERSON) - (before is PostingState.NEEDS_PERSON)
        self._known = waiting, person

    def _forget(self) -> None:
        self._known = None


def _waits(state: PostingState | None) -> bool:
    return state is not None and state.open and state is not PostingState.NEEDS_PERSON
