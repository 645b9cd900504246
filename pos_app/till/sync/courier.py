"""One posting's way to the server, step by step, each step on the disk before the next (``delivery.md`` §3, §4).

Used by the messenger's sender threads; knows nothing of threads itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Protocol

from pos_app.loyalty.errors import KeyRefused, KeyringTrouble, NoSuchCustomer, NotSent, PosError, Refused, SlowDown, Unknown
from pos_app.loyalty.programme import accrual
from pos_app.loyalty.sale import Attention, Posting, PostingState
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.sync.step import Step


class Route(Protocol):
    """A way of changing a customer's points on a server."""

    def bonus(self, posting: Posting) -> Decimal:
        """The customer's accrual in percent. Raises NoSuchCustomer and the transport's errors."""
        ...

    def send(self, posting: Posting) -> None:
        """Returns once the server has proved that it has the points; raises the transport's errors."""
        ...


class Courier:
    """Delivers single postings. Blocks; one call at a time for a customer, any number for different ones."""

    def __init__(
        self,
        *,
        store: DatabaseThread[TillStore],
        route: Route,
        now: Callable[[], datetime],
        dedupe_memory: timedelta,
        told: Callable[[PosError | None], None],
    ) -> None:
        """``dedupe_memory``: how long the server is trusted to know an id again. ``told``: what an answer says of the endpoint."""
        self._store = store
        self._route = route
        self._now = now
        self._dedupe_memory = dedupe_memory
        self._told = told

    def deliver(self, posting: Posting) -> Step:
        """Take ``posting`` one try further. Raises DiskTrouble; every server's trouble ends as a state of the posting instead."""
        return Step(self._deliver(posting))

    def _deliver(self, posting: Posting) -> Posting:
        if posting.state is PostingState.UNKNOWN and not self._remembered(posting):
            answer = "It may have arrived, and is too old to be sent again by itself."
            return self._finish(posting, PostingState.NEEDS_PERSON, answer, Attention.OUTCOME_UNKNOWN)
        try:
            points = posting.sum if posting.sum is not None else accrual(posting.base, self._route.bonus(posting))
        except NoSuchCustomer as error:
            self._told(None)
            return self._finish(posting, PostingState.NEEDS_PERSON, str(error), Attention.NO_CUSTOMER)
        except Refused as error:
            self._told(None)
            return self._finish(posting, PostingState.NEEDS_PERSON, str(error), Attention.REFUSED)
        except (NotSent, Unknown, KeyRefused, SlowDown, KeyringTrouble) as error:
            # A question changes nothing: whatever became of it, the posting has not been sent.
            self._told(error)
            return replace(posting, last_answer=str(error))
        if points == 0:
            return self._finish(posting, PostingState.CANCELLED, "This customer earns nothing on this sale.")
        return self._send(posting, points)

    def _send(self, posting: Posting, points: Decimal) -> Posting:
        fixed = points if posting.sum is None else None
        sending = self._store.call(
            lambda store: store.begin_sending(posting.transaction_id, at=self._now(), points=fixed),
        )
        try:
            self._route.send(sending)
        except NoSuchCustomer as error:
            self._told(None)
            return self._finish(sending, PostingState.NEEDS_PERSON, str(error), Attention.NO_CUSTOMER)
        except Refused as error:
            self._told(None)
            return self._finish(sending, PostingState.NEEDS_PERSON, str(error), Attention.REFUSED)
        except (NotSent, KeyRefused, KeyringTrouble) as error:
            self._told(error)
            return self._finish(sending, PostingState.WAITING, str(error))
        except SlowDown as error:
            self._told(error)
            state = PostingState.UNKNOWN if error.maybe_applied else PostingState.WAITING
            return self._finish(sending, state, str(error))
        except Unknown as error:
            self._told(error)
            return self._finish(sending, PostingState.UNKNOWN, str(error))
        self._told(None)
        return self._finish(sending, PostingState.APPLIED, "Done.")

    def _finish(self, posting: Posting, state: PostingState, answer: str, attention: Attention | None = None) -> Posting:
        return self._store.call(
            lambda store: store.finish(posting.transaction_id, state=state, answer=answer, at=self._now(), attention=attention)
        )

    def _remembered(self, posting: Posting) -> bool:
        """Whether the server still knows this id, so that sending it again changes nothing."""
        first = posting.first_sent_at
        return first is not None and self._now() - first < self._dedupe_memory
