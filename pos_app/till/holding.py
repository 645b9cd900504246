"""What holds up everything that goes out until a person says so: a till in a strange place, or balances written wrong."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.store.here import Here
from pos_app.store.home import Held, NotFitting, Settled, Word
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.sync.route_set import WRITES_STOPPED, allow_writes

__all__ = ["SENTENCES", "Held", "Holding", "Settled", "Word", "new_id"]

SENTENCES = {
    Held.ELSEWHERE: (
        "This till's data was moved or copied here from another place. Sales are saved, but nothing is sent before somebody says "
        "how it is: pos-app home moved (the other place is not used any more) or pos-app home copy (it is)."
    ),
    Held.OLDER: (
        "An old copy of this till's data was put back. Sales are saved, but nothing is sent before somebody says that this is "
        "meant: pos-app home restored."
    ),
}
"""What is found, and what to do, for people."""


def new_id() -> str:
    """An id for a till, or for one of its lives."""
    return uuid.uuid4().hex


class Holding:
    """Thread-safe; blocks on the disk. Raises DiskTrouble."""

    def __init__(
        self,
        *,
        store: DatabaseThread[TillStore],
        at: Callable[[], Here],
        replaces: bool,
        now: Callable[[], datetime],
        changed: Callable[[], None],
    ) -> None:
        """``replaces``: this till replaces balances, so no second one may go on with them. ``changed``: sending goes on."""
        self._store = store
        self._at = at
        self._replaces = replaces
        self._now = now
        self._changed = changed

    def writes_stopped(self) -> str:
        """Why no balance is written; empty: they are."""
        return self._store.call(lambda store: store.fact(WRITES_STOPPED))

    def allow_writes(self, *, who: str, reason: str) -> bool:
        """A person lets balances be written again; the next write is looked at like the first. Whether they were stopped."""
        stopped = self._store.call(lambda store: allow_writes(store, who=who, reason=reason, at=self._now()))
        self._changed()
        return stopped

    def held(self) -> Held:
        """Whether this is the till's own place and its newest data (``pos_app.store.home``)."""
        return self._store.call(lambda store: store.home.held)

    def settle(self, word: Word, *, who: str, reason: str) -> Settled:
        """Do what a person says. Raises BadInput for a word that does not fit what was found."""
        if word is Word.COPY and self._replaces:
            detail = "Two tills that replace balances overwrite each other's points: set this one up with a store CRM (--crm-url)."
            raise BadInput(Problem.SETTING, detail=detail)
        try:
            done = self._store.call(
                lambda store: store.home.decide(word, who=who, reason=reason, at=self._at(), now=self._now(), new_id=new_id)
            )
        except NotFitting:
            raise BadInput(Problem.SETTING, detail=SENTENCES[Held.OLDER]) from None
        self._changed()
        return done
