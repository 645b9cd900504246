"""A day at the till in steps that follow from a seed: what is done next, and what must be on the disk once it is done."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from pos_app.loyalty.correction import correction
from pos_app.loyalty.customer import Standing
from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.sale import Attention, Buyer, Posting, PostingState, Sale, SaleIds
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
_MAY_DECIDE = {
    Attention.REFUSED: (Action.RETRY, Action.WRITE_OFF, Action.FORGIVE),
    Attention.NO_CUSTOMER: (Action.RETRY, Action.WRITE_OFF, Action.FORGIVE),
    Attention.WRONG_ACCOUNT: (Action.RETRY, Action.WRITE_OFF),
    Attention.OUTCOME_UNKNOWN: (Action.ADD_NOW, Action.ALREADY_THERE, Action.WRITE_OFF),
}


@dataclass(frozen=True, slots=True)
class Deed:
    """One call of the store, which ends with ``becomes`` on the disk."""

    what: str
    becomes: Book
    do: Callable[[TillStore], None]
    """Raises Broken if the store answers otherwise."""


def next_deed(random: Random, book: Book, at: int) -> Deed:
    """What is done next, ``at`` so many minutes after noon."""
    kinds = [
        _sell,
        _sell,
        _send,
        _send,
        _answer,
        _answer,
        _answer,
        _cancel,
        _void,
        _refund,
        _sell_again,
        _decide,
        _decide,
        _forgive,
    ]
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
    sold = _sold(made, postings)

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
    sales = _purchases(book)
    if not sales or random.random() < 0.4:
        return None
    return _take_back("void", random, book, random.choice(sales), None, at)


def _refund(random: Random, book: Book, at: int) -> Deed | None:
    sales = [each for each in _purchases(book) if book.refunded(each.sale_id) < each.gross]
    if not sales:
        return None
    sold = random.choice(sales)
    left = sold.gross - book.refunded(sold.sale_id)
    amount = left if random.random() < 0.3 else Decimal(random.randint(1, int(left * 100))) / 100
    return _take_back("refund", random, book, sold, amount, at)


def _take_back(what: str, random: Random, book: Book, sold: Sold, amount: Decimal | None, at: int) -> Deed:
    ids = _new_ids(random)
    # A sale's postings are redeem then earn; the one that is alone is an earn unless it is negative.
    new_ids = {
        each: ids.redeem_id if (points := book.lines[each].points) is not None and points < 0 else ids.earn_id
        for each in sold.postings
    }
    becomes = book.taken_back(sold.sale_id, amount, reversing_id=ids.sale_id, new_ids=new_ids)

    def do(store: TillStore) -> None:
        record = store.refund_sale(sold.sale_id, ids=ids, at=minutes(at), amount=amount)
        _answered(record.sale.reverses == sold.sale_id, record.sale.sale_id in becomes.sales)
        _answered(store.refund_sale(sold.sale_id, ids=ids, at=minutes(at), amount=amount).sale == record.sale)

    return Deed(what, becomes, do)


def _decide(random: Random, book: Book, at: int) -> Deed | None:
    needy = [line for line in book.lines.values() if line.attention is not None]
    if not needy:
        return None
    line = random.choice(needy)
    assert line.attention is not None
    takes = line.points is not None and line.points < 0
    action = random.choice([each for each in _MAY_DECIDE[line.attention] if takes or each is not Action.FORGIVE])
    becomes = book.decided(line.transaction_id, action)

    def do(store: TillStore) -> None:
        (decided,) = store.decide(line.transaction_id, _said(action), at=minutes(at))
        _told(becomes, decided)

    return Deed("decide", becomes, do)


def _forgive(random: Random, book: Book, at: int) -> Deed | None:
    if random.random() < 0.8:
        return None
    owed = Decimal(random.randint(1, 5_000)) / 100
    made, postings = correction(
        Buyer(phone=random.choice(CUSTOMERS[:3])), owed, ids=_new_ids(random), at=minutes(at), account="kavarna"
    )
    lines = tuple(replace(_line_of(each), decided=(Action.FORGIVE,)) for each in postings)

    def do(store: TillStore) -> None:
        _answered(store.correct(made, postings, _said(Action.FORGIVE)).fresh)

    return Deed("forgive", book.with_sale(_sold(made, postings), lines), do)


def _said(action: Action) -> Decision:
    return Decision(action=action, who="Jana", reason="She looked")


def _purchases(book: Book) -> list[Sold]:
    return [each for each in book.sales.values() if each.gross > 0]


def _sold(made: Sale, postings: Sequence[Posting]) -> Sold:
    return Sold(
        sale_id=made.sale_id,
        postings=tuple(each.transaction_id for each in postings),
        to_pay=made.quote.to_pay,
        gross=made.quote.gross,
        bonus=made.quote.bonus_percent,
    )


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
