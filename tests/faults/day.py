"""A day at the till in steps that follow from a seed: what is done next, and what must be on the disk once it is done."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.sale import Attention, Posting, PostingState, SaleIds
from pos_app.store.till_store import TillStore
from tests.faults.book import Book, Line, Sold
from tests.faults.promises import Broken
from tests.store.shop import KNOWN, minutes, sale

CUSTOMERS = ("+420777123482", "+420602111222", "+420601222333", "")
"""The last one pays with a card that nobody has looked up yet."""
UNLOOKED = Standing(balance=None, bonus=None, discount=None)
_ANSWERS = (
    (PostingState.APPLIED, None, 6),
    (PostingState.WAITING, None, 2),
    (PostingState.UNKNOWN, None, 3),
    (PostingState.NEEDS_PERSON, Attention.REFUSED, 1),
    (PostingState.NEEDS_PERSON, Attention.NO_CUSTOMER, 1),
    (PostingState.NEEDS_PERSON, Attention.WRONG_ACCOUNT, 1),
)


@dataclass(frozen=True, slots=True)
class Deed:
    """One call of the store, which ends with ``becomes`` on the disk."""

    what: str
    becomes: Book
    do: Callable[[TillStore], None]
    """Raises Broken if the store answers otherwise."""


def next_deed(random: Random, book: Book, at: int) -> Deed:
    """What is done next, ``at`` so many minutes after noon."""
    kinds = [_sell, _sell, _send, _send, _answer, _answer, _answer, _cancel, _void, _sell_again]
    while True:
        deed = random.choice(kinds)(random, book, at)
        if deed is not None:
            return deed


def _sell(random: Random, book: Book, at: int) -> Deed:
    ids = _new_ids(random)
    phone = random.choice(CUSTOMERS)
    made, postings = sale(
        phone,
        card="" if phone else "8800001234567",
        gross=str(Decimal(random.randrange(1_000, 90_000)) / 100),
        redeem="5" if phone and random.random() < 0.4 else "0",
        standing=KNOWN if phone else UNLOOKED,
        at=minutes(at),
        ids=ids,
    )
    sold = Sold(sale_id=made.sale_id, postings=tuple(each.transaction_id for each in postings), to_pay=made.quote.to_pay)

    def do(store: TillStore) -> None:
        saved = store.save_sale(made, postings)
        _answered(saved.fresh, saved.sale == made, [each.transaction_id for each in saved.postings] == list(sold.postings))

    return Deed("sell", book.with_sale(sold, tuple(_line_of(each) for each in postings)), do)


def _sell_again(random: Random, book: Book, at: int) -> Deed | None:
    """Enter twice: a sale with an id that is there is not saved again."""
    if not book.sales:
        return None
    sold = random.choice(list(book.sales.values()))

    def do(store: TillStore) -> None:
        record = store.sale(sold.sale_id)
        _answered(record is not None)
        assert record is not None
        _answered(not store.save_sale(record.sale, ()).fresh)

    return Deed("sell again", book, do)


def _send(random: Random, book: Book, at: int) -> Deed | None:
    due = book.due()
    if not due:
        return None
    line = random.choice(due)
    points = Decimal(random.randrange(1, 900)) / 100 if line.points is None else None
    becomes = book.sending(line.transaction_id, points)

    def do(store: TillStore) -> None:
        _told(becomes, store.begin_sending(line.transaction_id, at=minutes(at), points=points))

    return Deed("send", becomes, do)


def _answer(random: Random, book: Book, at: int) -> Deed | None:
    sending = [line for line in book.lines.values() if line.state is PostingState.SENDING]
    if not sending:
        return None
    line = random.choice(sending)
    ((state, attention, _weight),) = random.choices(_ANSWERS, [weight for *_answer, weight in _ANSWERS])
    becomes = book.finished(line.transaction_id, state, attention)
    answer = "The server said: " + "na " * random.randrange(150)

    def do(store: TillStore) -> None:
        _told(becomes, store.finish(line.transaction_id, state=state, answer=answer, at=minutes(at), attention=attention))

    return Deed("answer", becomes, do)


def _cancel(random: Random, book: Book, at: int) -> Deed | None:
    waiting = book.open_lines()
    if not waiting or random.random() < 0.5:
        return None
    line = random.choice(waiting)
    becomes = book.cancelled(line.transaction_id)
    return Deed("cancel", becomes, lambda store: _told(becomes, store.cancel(line.transaction_id, at=minutes(at))))


def _void(random: Random, book: Book, at: int) -> Deed | None:
    sales = [each for each in book.sales.values() if not each.reverses]
    if not sales or random.random() < 0.4:
        return None
    sold = random.choice(sales)
    ids = _new_ids(random)
    # A sale's postings are redeem then earn; the one that is alone is an earn unless it is negative.
    new_ids = {
        each: ids.redeem_id if (points := book.lines[each].points) is not None and points < 0 else ids.earn_id
        for each in sold.postings
    }
    becomes = book.voided(sold.sale_id, reversing_id=ids.sale_id, new_ids=new_ids)

    def do(store: TillStore) -> None:
        record = store.refund_sale(sold.sale_id, ids=ids, at=minutes(at))
        _answered(record.sale.reverses == sold.sale_id, record.sale.sale_id in becomes.sales)

    return Deed("void", becomes, do)


def _line_of(posting: Posting) -> Line:
    return Line(transaction_id=posting.transaction_id, sale_id=posting.sale_id, customer=posting.customer_key, points=posting.sum)


def _told(book: Book, posting: Posting) -> None:
    line = book.lines[posting.transaction_id]
    _answered((posting.state, posting.attention, posting.attempts) == (line.state, line.attention, line.attempts))


def _answered(*as_it_should: bool) -> None:
    if not all(as_it_should):
        raise Broken("the store answered otherwise than it must")


def _new_ids(random: Random) -> SaleIds:
    made = [str(uuid.UUID(int=random.getrandbits(128), version=4)) for _each in range(3)]
    return SaleIds(*made)
