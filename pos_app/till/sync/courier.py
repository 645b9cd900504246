"""One customer's way to the server, step by step, each step on the disk before the next (``delivery.md`` §3–§5).

Used by the messenger's sender threads; knows nothing of threads itself.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from pos_app.loyalty.errors import KeyRefused, KeyringTrouble, NoSuchCustomer, NotSent, PosError, Refused, SlowDown, Unknown
from pos_app.loyalty.sale import Attention, Posting, PostingState
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.store.trouble import Altered
from pos_app.till.sync.quarantine import Quarantine
from pos_app.till.sync.step import Step
from pos_app.till.sync.way import Readdress, Ready, Stop, Wait, Way

_SERVER = (NotSent, Unknown, KeyRefused, SlowDown, KeyringTrouble)
DONE = "Done."
REFUSED_SO_FAR = "Refused, but an earlier request may still arrive: "
OTHERS_TURN_S = 1.0
"""Until somebody else's turn is looked at again."""
UNREADABLE_REST_S = 5.0
"""Until a customer about whom nothing readable was answered is asked about again."""
LATEST_ARRIVAL = timedelta(minutes=5)
"""A request may be carried out so long after it was sent: a server's memory is trusted only up to so long before its end."""


class Courier:
    """Delivers. Blocks; one call at a time for a customer, any number for different ones."""

    def __init__(
        self,
        *,
        store: DatabaseThread[TillStore],
        way: Way,
        now: Callable[[], datetime],
        quarantine: Quarantine,
        dedupe_memory: timedelta,
        told: Callable[[PosError | None], None],
        new_uuid: Callable[[], uuid.UUID] = uuid.uuid4,
    ) -> None:
        """``dedupe_memory``: how long a trusted server knows an id again. ``told``: what an answer says of the endpoint."""
        self._store = store
        self._way = way
        self._now = now
        self._quarantine = quarantine
        self._dedupe_memory = dedupe_memory - LATEST_ARRIVAL
        self._told = told
        self._new_uuid = new_uuid

    def deliver(self, posting: Posting) -> Step:
        """Take ``posting``, and what goes out with it, one try further.

        Raises DiskTrouble; every server's trouble ends as a state of the posting instead.
        """
        turn = self._way.turn()
        if turn is None:
            return Step(posting, rest_s=OTHERS_TURN_S)
        with turn:
            try:
                if posting.state is PostingState.UNKNOWN:
                    return self._resolve(posting)
                return self._begin(posting)
            except Altered as error:
                return self._finish((posting,), PostingState.NEEDS_PERSON, str(error), Attention.DAMAGED)
            except _TakenBack:
                return Step(self._store.call(lambda store: store.posting(posting.transaction_id)))

    def _begin(self, posting: Posting, *, alone: bool = False) -> Step:
        try:
            ready = self._way.prepare(posting, alone=alone)
        except NoSuchCustomer as error:
            return self._refused((posting,), error, Attention.NO_CUSTOMER)
        except Refused as error:
            return self._refused((posting,), error, Attention.REFUSED)
        except _SERVER as error:
            # A question changes nothing: whatever became of it, the posting has not been sent.
            self._told(error)
            return self._not_read(posting, error)
        if not isinstance(ready, Wait) and (old_s := self._too_soon_s(posting, ready)) > 0:
            ready = Wait(old_s)
        if isinstance(ready, Wait):
            self._told(None)
            return Step(posting, rest_s=ready.rest_s)
        if isinstance(ready, Readdress):
            self._told(None)
            return Step(self._readdressed(posting, ready.phone), rest_s=0.0)
        if isinstance(ready, Stop):
            self._told(None)
            state = PostingState.CANCELLED if ready.attention is None else PostingState.NEEDS_PERSON
            return self._finish((posting,), state, ready.answer, ready.attention)
        try:
            sending = self._committed(ready)
        except Altered:
            if len(ready.postings) == 1:
                raise
            # Any of them: this one goes by itself, and each of the others after it.
            return self._begin(posting, alone=True)
        return self._send(sending, ready.note)

    def _too_soon_s(self, posting: Posting, ready: Ready | Stop | Readdress) -> float:
        """For how long a balance that is not what this till left may be an old one, told by a slow copy of the server's data.

        Taken for the present one it would undo our last posting, or have a person asked about nothing.
        """
        left = self._store.call(lambda store: store.left(posting.customer_key))
        if isinstance(ready, Ready):
            moved = ready.compared is not None and ready.compared.read != left
        else:
            moved = isinstance(ready, Stop) and ready.attention is Attention.BALANCE_MOVED
        return self._quarantine.old_s(posting.customer_key) if moved and left is not None else 0.0

    def _resolve(self, posting: Posting) -> Step:
        """What may have arrived: ask again by the same id, or look what became of it."""
        together = self._sent_with(posting)
        if posting.endpoint and posting.endpoint != self._way.endpoint:
            return self._in_doubt(together, "It may have arrived at an address that the till does not use any more.")
        if posting.sum is None:
            # Rebuilt from what came before it was worked out.
            return self._in_doubt(together, "It may have arrived, and how many points it was is not known.")
        if self._way.trusted and self._young(posting):
            left_s = self._quarantine.left_s(posting)
            if left_s > 0 and posting.last_answer.startswith(REFUSED_SO_FAR):
                return Step(posting, rest_s=left_s)
            return self._send(self._committed(Ready(tuple(together), compared=posting.compared)), "", travelling=left_s > 0)
        if posting.compared is None:
            return self._in_doubt(together, "It may have arrived, and there is no safe way to ask again.")
        return self._look(together)

    def _young(self, posting: Posting) -> bool:
        """Whether the server certainly still knows its id."""
        seen = self._store.call(lambda store: store.latest_time_since(posting.transaction_id))
        return self._quarantine.younger_than(posting, self._dedupe_memory, now=self._now(), seen=seen)

    def _look(self, together: Sequence[Posting]) -> Step:
        """Compare the balance with the one before and the one it was to be."""
        compared = together[0].compared
        assert compared is not None, "looked at is what can be compared"  # noqa: S101 - an invariant
        try:
            balance = self._way.balance(together[0])
        except Refused as error:
            self._told(None)
            return self._in_doubt(together, str(error))
        except _SERVER as error:
            self._told(error)
            return self._not_read(together[0], error)
        self._told(None)
        if balance == compared.target:
            return self._applied(together, "The balance shows it.")
        left_s = self._quarantine.left_s(together[0])
        if left_s > 0:
            # Whatever is read now may be older than what is still on its way.
            return Step(together[0], rest_s=left_s)
        if balance == compared.read:
            return self._send(self._committed(Ready(tuple(together), compared=compared)), "")
        has = "tells no balance" if balance is None else f"has {balance} points"
        answer = f"It may have arrived: the server {has}, there were {compared.read} before and {compared.target} are right."
        return self._finish(together, PostingState.NEEDS_PERSON, answer, Attention.BALANCE_MOVED)

    def _in_doubt(self, together: Sequence[Posting], answer: str) -> Step:
        """A person is asked, but not before nothing can arrive any more behind their back."""
        left_s = self._quarantine.left_s(together[0])
        if left_s > 0:
            return Step(together[0], rest_s=left_s)
        return self._finish(together, PostingState.NEEDS_PERSON, answer, Attention.OUTCOME_UNKNOWN)

    def _not_read(self, posting: Posting, error: PosError) -> Step:
        """A question without an answer of any use decides nothing, and holds up nobody but the customer it was about.

        An answer that makes no sense, or is about somebody else, may be this customer's alone: it is kept for people to see, and
        the customer rests, so that the next trial is another's.
        """
        if not isinstance(error, Unknown):
            return Step(replace(posting, last_answer=str(error)))
        if str(error) == posting.last_answer:
            return Step(posting, rest_s=UNREADABLE_REST_S)
        return replace(self._finish((posting,), posting.state, str(error)), rest_s=UNREADABLE_REST_S)

    def _sent_with(self, posting: Posting) -> tuple[Posting, ...]:
        """Everything that went out in one write with it, itself first."""
        if not posting.batch:
            return (posting,)
        line = self._store.call(lambda store: store.line(posting.customer_key))
        return tuple(each for each in line if each.batch == posting.batch)

    def _committed(self, ready: Ready) -> tuple[Posting, ...]:
        """On the disk as about to be sent, before the first byte leaves."""
        first = ready.postings[0]
        at, endpoint, compared = self._now(), self._way.endpoint, ready.compared

        def begin(store: TillStore) -> tuple[Posting, ...]:
            if not _as_planned(store, ready.postings):
                raise _TakenBack
            if compared is not None and (len(ready.postings) > 1 or first.batch):
                ids = [each.transaction_id for each in ready.postings]
                return store.begin_together(ids, at=at, endpoint=endpoint, compared=compared)
            sending = store.begin_sending(
                first.transaction_id, at=at, points=ready.points, bonus=ready.bonus, endpoint=endpoint, compared=compared
            )
            return (sending,)

        sending = self._store.call(begin)
        for each in ready.postings:
            self._quarantine.begins(each)
        return sending

    def _send(self, sending: Sequence[Posting], note: str, *, travelling: bool = False) -> Step:
        """``travelling``: an earlier request with the same id may still arrive."""
        try:
            try:
                self._way.write(sending)
            finally:
                # Bytes may leave until the try is over.
                for each in sending:
                    self._quarantine.sent(each)
        except Refused as error:
            if travelling:
                # A person would look before it arrived. Once nothing can any more, the same id is asked about for the last time.
                self._told(None)
                step = self._finish(sending, PostingState.UNKNOWN, f"{REFUSED_SO_FAR}{error}")
                return replace(step, rest_s=self._quarantine.left_s(sending[0]))
            attention = Attention.NO_CUSTOMER if isinstance(error, NoSuchCustomer) else Attention.REFUSED
            return self._refused(sending, error, attention)
        except _SERVER as error:
            self._told(error)
            maybe = isinstance(error, Unknown) or (isinstance(error, SlowDown | KeyRefused) and error.maybe_applied)
            return self._finish(sending, PostingState.UNKNOWN if maybe else PostingState.WAITING, str(error))
        self._told(None)
        step = self._applied(sending, f"{DONE} {note}".strip())
        self._way.check(sending)
        return step

    def _refused(self, postings: Sequence[Posting], error: Refused, attention: Attention) -> Step:
        self._told(None)
        return self._finish(postings, PostingState.NEEDS_PERSON, str(error), attention)

    def _applied(self, postings: Sequence[Posting], answer: str) -> Step:
        at = self._now()

        def note(store: TillStore) -> list[Posting]:
            with store.together():
                finished = [_finish(store, each, PostingState.APPLIED, answer, at, None) for each in postings]
                self._way.applied(store, postings, at=at)
            return finished

        return self._ended(self._store.call(note))

    def _finish(self, postings: Sequence[Posting], state: PostingState, answer: str, attention: Attention | None = None) -> Step:
        at = self._now()

        def note(store: TillStore) -> list[Posting]:
            with store.together():
                return [_finish(store, each, state, answer, at, attention) for each in postings]

        return self._ended(self._store.call(note))

    def _ended(self, finished: Sequence[Posting]) -> Step:
        for each in finished:
            if not each.state.open:
                self._quarantine.settled(each)
        return Step(finished[0])

    def _readdressed(self, posting: Posting, phone: str) -> Posting:
        at = self._now()

        def readdress(store: TillStore) -> Posting:
            if not _as_planned(store, (posting,)):
                raise _TakenBack
            return store.readdress(posting.transaction_id, phone=phone, new_id=lambda: str(self._new_uuid()), at=at)

        return self._store.call(readdress)


class _TakenBack(Exception):
    """A cashier took the sale back while the server was asked about it."""


def _as_planned(store: TillStore, postings: Sequence[Posting]) -> bool:
    """Whether they still are the beginning of their customer's line, and as they were when it was looked at."""
    line = store.line(postings[0].customer_key)[: len(postings)]
    return [(each.transaction_id, each.state) for each in line] == [(each.transaction_id, each.state) for each in postings]


def _finish(
    store: TillStore, posting: Posting, state: PostingState, answer: str, at: datetime, attention: Attention | None
) -> Posting:
    now = store.posting(posting.transaction_id)
    if not now.state.open:
        # Taken back meanwhile: it stays so.
        return now
    return store.finish(posting.transaction_id, state=state, answer=answer, at=at, attention=attention)
