"""What must hold of a till's disk, whatever happened to it. A new promise is added here, and every proof of this folder asks it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from pos_app.loyalty.sale import Posting
from pos_app.store.reconcile import roll_of
from pos_app.store.roll import Roll
from pos_app.store.till_store import TillStore
from pos_app.store.verification import Snapshot
from tests.faults.book import Book, Line, Sold, Step

MANY = 100_000


class Broken(AssertionError):
    """A promise that did not hold."""


def keeps_its_promises(store: TillStore, may_hold: Sequence[Book]) -> Book:
    """Check the store that was just opened, and return the one of ``may_hold`` that it holds. Raises Broken.

    ``may_hold``: the book of the last call that was acknowledged, then those of calls that were under way. It holds one of them as
    a whole: nothing lost, doubled, halved or reordered, no id or number used twice.
    """
    found = book_of(store)
    if found not in may_hold or not any(_same_order(found, each) for each in may_hold):
        nearest = min((list(each.differences(found)) for each in may_hold), key=len)
        raise Broken("; ".join(nearest))
    _the_queue_is_that_of(found, store)
    return found


def is_sound(path: Path) -> None:
    """A closed ``till.db``: its structure, its indexes and its references hold, and its roll tells the same. Raises Broken."""
    with closing(sqlite3.connect(path)) as plain:
        said = [row[0] for row in plain.execute("PRAGMA integrity_check")] + list(plain.execute("PRAGMA foreign_key_check"))
    _is(said, ["ok"], "soundness")
    with closing(Roll.open(roll_of(path))) as roll:
        # Closed, it needs no copy: this is what ``pos-app verify`` looks at.
        _is(Snapshot(conn=sqlite3.connect(path), path=path, roll=roll).verify().findings, (), "database and roll")


def book_of(store: TillStore) -> Book:
    """What the store holds, as its public methods tell it."""
    book = Book()
    numbers: list[int] = []
    for record in reversed(store.recent_sales(MANY)):
        numbers.append(record.seq)
        sale = record.sale
        if any(posting.sale_id != sale.sale_id for posting in record.postings):
            raise Broken(f"sale {sale.sale_id} has a posting of another one")
        lines = tuple(
            Line(
                transaction_id=posting.transaction_id,
                sale_id=posting.sale_id,
                customer=posting.customer_key,
                points=posting.sum,
                state=posting.state,
                attention=posting.attention,
                reverses=posting.reverses,
                attempts=posting.attempts,
                steps=tuple(Step(each.number, each.sent, each.outcome) for each in store.attempts(posting.transaction_id)),
                decided=tuple(each.decision.action for each in store.decisions(posting.transaction_id)),
            )
            for posting in record.postings
        )
        _rises([posting.seq for posting in record.postings], "postings")
        sold = Sold(
            sale_id=sale.sale_id,
            postings=tuple(line.transaction_id for line in lines),
            to_pay=sale.quote.to_pay,
            gross=sale.quote.gross,
            bonus=sale.quote.bonus_percent,
            reverses=sale.reverses,
        )
        book = book.with_sale(sold, lines)
    _rises(numbers, "sales")
    return book


def _the_queue_is_that_of(book: Book, store: TillStore) -> None:
    waiting = sum(line.attention is None for line in book.open_lines())
    counts = store.counts()
    _is((counts.waiting, counts.needs_person), (waiting, len(book.open_lines()) - waiting), "counts")
    _is(_ids(store.open_postings()), _ids(book.open_lines()), "queue")
    _is(_ids(store.due(limit=MANY, excluding=set())), _ids(book.due()), "due")


def _ids(postings: Sequence[Posting] | Sequence[Line]) -> list[str]:
    return [posting.transaction_id for posting in postings]


def _same_order(one: Book, other: Book) -> bool:
    return list(one.sales) == list(other.sales) and list(one.lines) == list(other.lines)


def _rises(numbers: list[int], what: str) -> None:
    if numbers != sorted(set(numbers)):
        raise Broken(f"the numbers of {what} are not in order: {numbers}")


def _is(found: object, wanted: object, what: str) -> None:
    if found != wanted:
        raise Broken(f"{what}: {found} instead of {wanted}")
