"""The till's own queue as the bench drives it: the store alone, in this thread."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from pos_app.loyalty.sale import Posting, PostingState
from pos_app.store.till_store import TillStore
from tests.bench.many_sales import fill
from tests.bench.measure import Size, timed
from tests.bench.shop import sales

ANSWER = "Done."


class OurQueue:
    """A :class:`tests.bench.peers.Queue`."""

    def __init__(self, path: Path, size: Size, *, waiting: int = 0, done: int = 0) -> None:
        if waiting + done:
            fill(path, waiting + done, until=datetime.now(UTC), waiting=waiting)
        self._store, self._size = TillStore.open(path), size
        self._sales = sales()

    def put(self) -> float:
        """A sale with its posting; seconds, without what the bench needs to make it up."""
        sale, postings = next(self._sales)
        return timed(lambda: self._store.save_sale(sale, postings), self._size.drag)

    def claim(self) -> Posting:
        """The oldest, committed as being sent."""
        (first,) = self._store.due(limit=1, excluding=frozenset())
        return self._store.begin_sending(first.transaction_id, at=datetime.now(UTC), endpoint="crm.example")

    def acknowledge(self, posting: Posting) -> None:
        """It is there: one commit."""
        self._store.finish(posting.transaction_id, state=PostingState.APPLIED, answer=ANSWER, at=datetime.now(UTC))
        self._size.drag()

    def claim_and_acknowledge(self) -> None:
        """See Queue."""
        self.acknowledge(self.claim())

    def close(self) -> None:
        """See Queue."""
        self._store.close()
