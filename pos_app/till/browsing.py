"""The journal as a screen asks for it: pages, sums and one sale's whole story, from this till's disk alone.

Its work runs in threads of its own, one step at a time, so that a search through years of sales never holds up a sale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from functools import partial

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.sale import Attention, Posting, PostingState
from pos_app.store.customer_cache import CustomerCache
from pos_app.store.journal_records import JournalCounts, JournalPage, JournalRow, JournalTotals, Wanted
from pos_app.store.records import Attempt, DecisionRecord, SaleRecord
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore

FIRST_PAGE = 40
"""Rows that are there at once: a screen full, and some more."""
PAGE = 200
"""Rows that are read while somebody scrolls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One posting of a sale with all that became of it."""

    posting: Posting
    attempts: tuple[Attempt, ...]
    decisions: tuple[DecisionRecord, ...]
    next_try_s: float | None = None
    """Seconds until the next try of the one that is next in its customer's line; None: none is waited for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All about one sale."""

    row: JournalRow
    record: SaleRecord
    parts: tuple[Part, ...]
    original: SaleRecord | None
    """What this one takes back."""
    reversals: tuple[SaleRecord, ...]
    """What took this one back, wholly or in part, oldest first."""

    @property
    def unsent(self) -> bool:
        """Whether points of it wait, and it is certain that nothing of it is on a server: then it can be voided."""
        left = [part.posting for part in self.parts if part.posting.state is not PostingState.CANCELLED]
        return bool(left) and all(nowhere(posting) for posting in left)

    @property
    def can_be_taken_back(self) -> bool:
        """Whether anything of it is left."""
        return not self.record.sale.reverses and self.record.left > 0


def nowhere(posting: Posting) -> bool:
    """Whether nothing of an open posting can be on a server: never sent, or refused without any doubt."""
    return posting.state is PostingState.WAITING or posting.attention in (Attention.REFUSED, Attention.NO_CUSTOMER)


class Browsing:
    """Every method answers through a Future. Raises DiskTrouble there, and BadInput for a sale that is not there."""

    def __init__(
        self,
        *,
        store: DatabaseThread[TillStore],
        cache: DatabaseThread[CustomerCache],
        pool: Executor,
        due_in_s: Callable[[str], float | None],
    ) -> None:
        """``due_in_s``: seconds until a customer's next try, by their key; None: one is under way."""
        self._store = store
        self._cache = cache
        self._pool = pool
        self._due_in_s = due_in_s

    def page(self, wanted: Wanted, *, limit: int = PAGE, before: int | None = None) -> Future[JournalPage]:
        """The newest of the wanted sales, or those that come before the ``seq`` named ``before``."""
        return self._pool.submit(self._page, wanted, limit, before)

    def totals(self, wanted: Wanted) -> Future[JournalTotals]:
        """The sums over all wanted sales."""
        return self._pool.submit(self._totals, wanted)

    def rows(self, sale_ids: Iterable[str], wanted: Wanted) -> Future[list[JournalRow]]:
        """Those of these sales that are wanted, as they are now."""
        return self._pool.submit(self._rows, tuple(sale_ids), wanted)

    def counts(self) -> Future[JournalCounts]:
        """How many sales wait or need a person, of every day."""
        return self._pool.submit(self._store.call, lambda store: store.view.counts())

    def story(self, sale_id: str) -> Future[Story]:
        """All about one sale."""
        return self._pool.submit(self._story, sale_id)

    def each(self, wanted: Wanted) -> Iterator[JournalRow]:
        """All wanted sales, newest first, read while they are asked for. Blocks; not for the GUI thread."""
        before: int | None = None
        while True:
            page = self._page(wanted, PAGE, before)
            yield from page.rows
            if page.before is None:
                return
            before = page.before

    def run(self, work: Callable[[], object]) -> Future[object]:
        """Do something long with the journal (write it into a file) in the journal's own threads."""
        return self._pool.submit(work)

    def _page(self, wanted: Wanted, limit: int, before: int | None) -> JournalPage:
        found: list[JournalRow] = []
        while True:
            left = limit - len(found)
            page = self._store.call(lambda store, at=before, most=left: store.view.page(wanted, limit=most, before=at))  # type: ignore[misc]
            found += page.rows
            before = page.before
            if before is None or len(found) >= limit:
                return JournalPage(rows=self._named(found), before=before)

    def _totals(self, wanted: Wanted) -> JournalTotals:
        totals, before = self._store.call(lambda store: store.view.totals(wanted))
        while before is not None:
            more, before = self._store.call(lambda store, at=before: store.view.totals(wanted, before=at))  # type: ignore[misc]
            totals += more
        return totals

    def _rows(self, sale_ids: tuple[str, ...], wanted: Wanted) -> list[JournalRow]:
        return list(self._named(self._store.call(lambda store: store.view.rows(sale_ids, wanted))))

    def _story(self, sale_id: str) -> Story:
        story = self._store.call(partial(_told, sale_id))
        (row,) = self._named([story.row])
        return replace(story, row=row, parts=tuple(self._waiting(part) for part in story.parts))

    def _waiting(self, part: Part) -> Part:
        if part.posting.state not in (PostingState.WAITING, PostingState.UNKNOWN):
            return part
        return replace(part, next_try_s=self._due_in_s(part.posting.customer_key))

    def _named(self, rows: list[JournalRow]) -> tuple[JournalRow, ...]:
        """With the names of those who were not known at their sale and are now."""
        phones = {row.phone for row in rows if row.phone and not row.name}
        if not phones:
            return tuple(rows)

        def names(cache: CustomerCache) -> dict[str, str]:
            known = {phone: cache.by_phone(phone) for phone in phones}
            return {phone: found.customer.full_name for phone, found in known.items() if found is not None}

        found = self._cache.call(names)
        return tuple(row if row.name else replace(row, name=found.get(row.phone, "")) for row in rows)


def _told(sale_id: str, store: TillStore) -> Story:
    record = store.sale(sale_id)
    if record is None:
        raise BadInput(Problem.SETTING, detail=f"There is no sale {sale_id} on this till.")
    return Story(
        row=store.view.row(sale_id),
        record=record,
        parts=tuple(
            Part(
                posting=posting,
                attempts=tuple(store.attempts(posting.transaction_id)),
                decisions=tuple(store.decisions(posting.transaction_id)),
            )
            for posting in record.postings
        ),
        original=store.sale(record.sale.reverses) if record.sale.reverses else None,
        reversals=tuple(found for each in record.reversed_by if (found := store.sale(each)) is not None),
    )
