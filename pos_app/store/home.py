"""Is this the till's own place, and its newest data? Found out at the start; if not, nothing is sent until a person says.

Database and roll agree with each other wherever the folder is copied to, and however old a copy of both is put back. So the till
knows where it is at home (``identity``), and how far it came is noted outside (``marks``). Selling is never held up.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.sale import PostingState
from pos_app.store.database import Database
from pos_app.store.decisions import Decisions
from pos_app.store.here import Here
from pos_app.store.identity import Identity, from_text, to_text
from pos_app.store.journal import Journal
from pos_app.store.ledger import Ledger
from pos_app.store.marks import Mark, Marks
from pos_app.store.postings import Looked, Postings
from pos_app.store.rows import to_text as moment
from pos_app.store.verdict import Verdict

HOME = "home"
"""The fact that holds the identity."""
_HELD = "home held"
_DECIDED = "home decided"
_DOUBTED = "This data was moved or put back: it may have arrived."
_FIRST_SENT = """
UPDATE posting SET first_sent_at = coalesce(first_sent_at, (SELECT made_at FROM sale WHERE sale.seq = posting.sale)) WHERE seq = ?
"""


class Held(Enum):
    """Why nothing is sent. Its text is a promise of the command line."""

    NO = ""
    ELSEWHERE = "elsewhere"
    """The folder was moved or copied here: there may be another till that goes on with the same sales."""
    OLDER = "older"
    """An old copy was put back: what was sent since then is not in it."""


class Word(Enum):
    """What a person says about it. Its text is a promise of the command line."""

    MOVED = "moved"
    """The other place is not used any more."""
    COPY = "copy"
    """The other place goes on: what is open is its business, and this is another till from now on."""
    RESTORED = "restored"
    """A backup was put back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a person's word did."""

    was: Held
    in_doubt: int = 0
    """Entries that are asked about again before anything of them is sent."""
    left: int = 0
    """Entries that the other till delivers."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found at the start."""

    held: Held
    proved: bool
    """Nothing happened anywhere since this data was written."""
    first: int
    last: int
    """The first and the last posting that was there then: what was sold later has never been sent by anybody."""


class NotFitting(ValueError):
    """This word does not answer what was found."""


class Home:
    """The home of one open ``till.db``. Used in its thread, but for :meth:`mark`. Every method raises DiskTrouble."""

    def __init__(self, database: Database, journal: Journal, postings: Postings, decisions: Decisions, ledger: Ledger) -> None:
        self._database = database
        self._journal = journal
        self._postings = postings
        self._decisions = decisions
        self._ledger = ledger
        self._noted: Identity | None = None
        self._folder = ""

    def settle_in(self, at: Here, marks: Marks, *, new_id: Callable[[], str]) -> None:
        """Look where the till is, once it is open. ``new_id``: 32 hexadecimal digits, another every time."""
        self._folder = at.path
        identity = from_text(self._ledger.fact(HOME))
        if identity is None:
            self._keep(Identity.of(new_id(), life=new_id(), at=at))
            return
        if self.held is not Held.NO:
            return
        mark = marks.read(identity.till)
        if not identity.at_this_place(at):
            if not self._alone(identity, mark, at):
                self._hold(Held.ELSEWHERE, proved=self._is_newest(identity, mark))
                return
            # Should the other place come back, it knows nothing of this life.
            identity = identity.reborn(new_id())
        elif mark is not None and self._is_older(identity, mark):
            self._hold(Held.OLDER, proved=False)
            return
        self._keep(identity.at_home(at))

    @property
    def held(self) -> Held:
        """Whether and why nothing is sent."""
        return self._found().held

    def decide(self, word: Word, *, who: str, reason: str, at: Here, now: datetime, new_id: Callable[[], str]) -> Settled:
        """Do what a person said, in one commit. Raises NotFitting. The same again, when nothing is held, does nothing."""
        found = self._found()
        was = found.held
        if was is Held.NO:
            return Settled(was=was)
        if was is Held.OLDER and word is not Word.RESTORED:
            raise NotFitting
        identity = from_text(self._ledger.fact(HOME))
        with self._database.writing("home"):
            entries = [
                self._postings.look(each.transaction_id)
                for each in self._postings.open(limit=None)
                if found.first <= each.seq <= found.last
            ]
            doubted = left = 0
            if word is Word.COPY:
                decision = Decision(action=Action.ALREADY_THERE, who=who, reason=f"The original till delivers it. {reason}".strip())
                left = self._leave(entries, decision, now)
            elif word is Word.RESTORED or not found.proved:
                doubted = self._doubt(entries, now)
            if identity is None or word is Word.COPY:
                identity = Identity.of(new_id(), life=new_id(), at=at)
            self._keep(identity.reborn(new_id()).at_home(at), held=False)
            self._ledger.state_fact(_HELD, "")
            self._ledger.state_fact(_DECIDED, f"{now:%Y-%m-%d %H:%M:%S} UTC, {who}: {word.value}. {reason}".strip())
        return Settled(was=was, in_doubt=doubted, left=left)

    def mark(self) -> tuple[str, Mark] | None:
        """How far the till is, to be noted outside; None while it is not known whose place this is. Any thread."""
        identity, place = self._noted, self._journal.place
        if identity is None:
            return None
        return identity.till, Mark(life=identity.lives[-1], n=place.n, hash=place.hash, folder=self._folder)

    def _keep(self, identity: Identity, *, held: bool = False) -> None:
        self._ledger.state_fact(HOME, to_text(identity))
        self._noted = None if held else identity

    def _found(self) -> _Found:
        text = self._ledger.fact(_HELD)
        if not text:
            return _Found(Held.NO, proved=True, first=0, last=0)
        found = json.loads(text)
        return _Found(Held(found["held"]), proved=bool(found["proved"]), first=int(found.get("from", 0)), last=int(found["upto"]))

    def _hold(self, why: Held, *, proved: bool) -> None:
        first, last = self._database.rows("SELECT coalesce(min(seq), 0), coalesce(max(seq), 0) FROM posting")[0]
        self._ledger.state_fact(_HELD, json.dumps({"held": why.value, "proved": proved, "from": first, "upto": last}))

    def _is_newest(self, identity: Identity, mark: Mark | None) -> bool:
        """Nothing at all happened anywhere since this data was written."""
        place = self._journal.place
        return mark is not None and (mark.life, mark.n, mark.hash) == (identity.lives[-1], place.n, place.hash)

    def _is_older(self, identity: Identity, mark: Mark) -> bool:
        place = self._journal.place
        if mark.life != identity.lives[-1]:
            return mark.life not in identity.lives
        if mark.n >= place.n:
            return (mark.n, mark.hash) != (place.n, place.hash)
        line = self._journal.kept(mark.n)
        return line is not None and line.place.hash != mark.hash

    def _alone(self, identity: Identity, mark: Mark | None, at: Here) -> bool:
        """Moved by somebody on this computer: its newest data is here, and none is left where it was."""
        if mark is None or not identity.on_this_machine(at) or not self._is_newest(identity, mark):
            return False
        return not (Path(mark.folder) / self._database.path.name).exists()

    def _doubt(self, entries: list[Looked], now: datetime) -> int:
        with self._database.writing("home") as conn:
            for looked in entries:
                posting = looked.posting
                state = PostingState.UNKNOWN if posting.attention is None else posting.state
                became = Verdict(state, posting.attention, doubt=True)
                # Sent no sooner than its sale was made: a server that knows an id again can be asked within its horizon.
                conn.execute(_FIRST_SENT, (posting.seq,))
                self._postings.move(conn, looked, became, outcome=PostingState.UNKNOWN, answer=_DOUBTED, at=moment(now))
        return len(entries)

    def _leave(self, entries: list[Looked], decision: Decision, now: datetime) -> int:
        with self._database.writing("home") as conn:
            for looked in entries:
                self._decisions.note(conn, looked.posting, decision, at=now)
                done = Verdict(PostingState.APPLIED, None, doubt=False)
                # Looked at again: the one before it in the line is settled by now.
                fresh = self._postings.look(looked.posting.transaction_id)
                self._postings.move(conn, fresh, done, outcome=PostingState.APPLIED, answer=decision.reason, at=moment(now))
        return len(entries)
