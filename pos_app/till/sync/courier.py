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
from pos_app.till.sync.way import Readdress, Ready, Stop, Way

_SERVER = (NotSent, Unknown, KeyRefused, SlowDown, KeyringTrouble)
DONE = "Done."
OTHERS_TURN_S = 1.0
"""Until somebody else's turn is looked at again."""
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

    def _begin(self, posting: Posting) -> Step:
        try:
            ready = self._way.prepare(posting)
        except NoSuchCustomer as error:
            return self._refused((posting,), error, Attention.NO_CUSTOMER)
        except Refused as error:
            return self._refused((posting,), error, Attention.REFUSED)
        except _SERVER as error:
            # A question changes nothing: whatever became of it, the posting has not been sent.
            self._told(error)
            return Step(replace(posting, last_answer=str(error)))
        if isinstance(ready, Readdress):
            self._told(None)
            return Step(self._readdressed(posting, ready.phone), rest_s=0.0)
        if isinstance(ready, Stop):
            self._told(None)
            state = PostingState.CANCELLED if ready.attention is None else PostingState.NEEDS_PERSON
            return self._finish((posting,), state, ready.answer, ready.attention)
        return self._send(self._committed(ready), ready.note)

    def _resolve(self, posting: Posting) -> Step:
        """What may have arrived: ask again by the same id, or look what became of it."""
        together = self._sent_with(posting)
        if posting.endpoint and posting.endpoint != self._way.endpoint:
            answer = "It may have arrived at an address that the till does not use any more."
            return self._finish(together, PostingState.NEEDS_PERSON, answer, Attention.OUTCOME_UNKNOWN)
        if self._way.trusted and self._quarantine.younger_than(posting, self._dedupe_memory, now=self._now()):
            return self._send(self._committed(Ready(tuple(together), compared=posting.compared)), "")
        if posting.compared is None:
            answer = "It may have arrived, and there is no safe way to ask again."
            return self._finish(together, PostingState.NEEDS_PERSON, answer, Attention.OUTCOME_UNKNOWN)
        return self._look(together)

    def _look(self, together: Sequence[Posting]) -> Step:
        """Compare the balance with the one before and the one it was to be."""
        compared = together[0].compared
        assert compared is not None, "looked at is what can be compared"  # noqa: S101 - an invariant
        try:
            balance = self._way.balance(together[0])
        except Refused as error:
            self._told(None)
            return self._finish(together, PostingState.NEEDS_PERSON, str(error), Attention.OUTCOME_UNKNOWN)
        except _SERVER as error:
            self._told(error)
            return Step(together[0])
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

    def _sent_with(self, posting: Posting) -> tuple[Posting, ...]:
        """Everything that went out in one write with it, itself first."""
        if not posting.batch:
            return (posting,)
        line = self._store.call(lambda store: store.line(posting.customer_key))
        return tuple(each for each in line if each.batch == posting.batch)

    def _committed(self, ready: Ready) -> tuple[Posting, ...]:
        """On the disk as about to be sent, before the first byte leaves."""
        first = ready.postings[0]
        endpoint, compared = self._way.endpoint, ready.compared
        if compared is not None and (len(ready.postings) > 1 or first.batch):
            ids = [each.transaction_id for each in ready.postings]
            sending = self._store.call(
                lambda store: store.begin_together(ids, at=self._now(), endpoint=endpoint, compared=compared)
            )
        else:
            sending = (
                self._store.call(
                    lambda store: store.begin_sending(
                        first.transaction_id,
                        at=self._now(),
                        points=ready.points,
                        bonus=ready.bonus,
                        endpoint=endpoint,
                        compared=compared,
                    )
                ),
            )
        for each in sending:
            self._quarantine.sent(each)
        return sending

    def _send(self, sending: Sequence[Posting], note: str) -> Step:
        try:
            self._way.write(sending)
        except NoSuchCustomer as error:
            return self._refused(sending, error, Attention.NO_CUSTOMER)
        except Refused as error:
            return self._refused(sending, error, Attention.REFUSED)
        except _SERVER as error:
            self._told(error)
            maybe = isinstance(error, Unknown) or (isinstance(error, SlowDown) and error.maybe_applied)
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
        new_id = str(self._new_uuid())
        return self._store.call(lambda store: store.readdress(posting.transaction_id, phone=phone, new_id=new_id, at=self._now()))


def _finish(
    store: TillStore, posting: Posting, state: PostingState, answer: str, at: datetime, attention: Attention | None
) -> Posting:
    return store.finish(posting.transaction_id, state=state, answer=answer, at=at, attention=attention)
