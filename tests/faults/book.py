"""What must be on the disk after so many finished calls of the store: worked out a second time, from the documents alone.

A :class:`Book` is never changed: each call makes the next one. So a disk that is found after a power cut is right if it holds the
book of the last call that was acknowledged, or of the one that was under way; anything lost, doubled, halved or out of order is
another book. Nothing of the store's own rules is used here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from pos_app.loyalty.sale import Attention, PostingState

SENT_AND_DIED = PostingState.UNKNOWN
_REFUSALS = (Attention.REFUSED, Attention.NO_CUSTOMER)


@dataclass(frozen=True, slots=True)
class Step:
    """One attempt of a posting: how often it had been sent by then, whether this one was sent, and what it came to."""

    number: int
    sent: bool
    outcome: PostingState


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One posting."""

    transaction_id: str
    sale_id: str
    customer: str
    points: Decimal | None
    state: PostingState = PostingState.WAITING
    attention: Attention | None = None
    reverses: str = ""
    attempts: int = 0
    steps: tuple[Step, ...] = ()

    @property
    def doubt(self) -> bool:
        """Whether it may be on the server without our knowing."""
        return any(step.outcome is PostingState.UNKNOWN for step in self.steps)

    @property
    def may_be_sent(self) -> bool:
        """Whether it waits for nobody but those before it."""
        return self.state in (PostingState.WAITING, PostingState.UNKNOWN)

    def moved(self, state: PostingState, *, sent: bool, attention: Attention | None = None) -> Line:
        """The posting after an attempt that came to ``state``: the table of doubt (``delivery.md`` §3)."""
        step = Step(self.attempts, sent, state)
        if self.doubt and state is PostingState.WAITING:
            state = PostingState.UNKNOWN
        if self.doubt and attention in _REFUSALS:
            attention = Attention.OUTCOME_UNKNOWN
        return replace(self, state=state, attention=attention, steps=(*self.steps, step))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sold:
    """One sale: its postings in their order, and the sale it takes back."""

    sale_id: str
    postings: tuple[str, ...]
    to_pay: Decimal
    reverses: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """All sales and all postings, each in the order of the store."""

    sales: dict[str, Sold] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)

    def with_sale(self, sale: Sold, lines: tuple[Line, ...]) -> Book:
        """After a sale was saved."""
        return Book({**self.sales, sale.sale_id: sale}, {**self.lines, **{line.transaction_id: line for line in lines}})

    def with_line(self, line: Line) -> Book:
        """After a posting moved."""
        return Book(self.sales, {**self.lines, line.transaction_id: line})

    def sending(self, transaction_id: str, points: Decimal | None) -> Book:
        """After the posting was about to be sent."""
        line = self.lines[transaction_id]
        total = line.points if points is None else points
        return self.with_line(replace(line, state=PostingState.SENDING, attempts=line.attempts + 1, points=total))

    def finished(self, transaction_id: str, state: PostingState, attention: Attention | None) -> Book:
        """After an attempt came to ``state``."""
        line = self.lines[transaction_id]
        return self.with_line(line.moved(state, sent=line.state is PostingState.SENDING, attention=attention))

    def cancelled(self, transaction_id: str) -> Book:
        """After a posting was called back; one that may have been sent stays as it is."""
        line = self.lines[transaction_id]
        if line.state is not PostingState.WAITING:
            return self
        book = self.with_line(line.moved(PostingState.CANCELLED, sent=False))
        for each in self.lines.values():
            if each.reverses == transaction_id and each.state.open:
                # What would have taken it back never goes out without it.
                book = book.with_line(each.moved(PostingState.CANCELLED, sent=False))
        return book

    def voided(self, sale_id: str, *, reversing_id: str, new_ids: dict[str, str]) -> Book:
        """After a sale was taken back; ``new_ids``: posting → the one that takes it back, if one is needed."""
        if any(sale.reverses == sale_id for sale in self.sales.values()):
            return self
        book, reversing = self, []
        for transaction_id in self.sales[sale_id].postings:
            line = self.lines[transaction_id]
            if line.state is PostingState.CANCELLED:
                continue
            if not line.doubt and line.state in (PostingState.WAITING, PostingState.NEEDS_PERSON):
                book = book.with_line(line.moved(PostingState.CANCELLED, sent=False))
            else:
                assert line.points is not None, "what may be on the server has known points"
                back = Line(
                    transaction_id=new_ids[transaction_id],
                    sale_id=reversing_id,
                    customer=line.customer,
                    points=-line.points,
                    reverses=transaction_id,
                )
                reversing.append(back)
        ids = tuple(line.transaction_id for line in reversing)
        sold = Sold(sale_id=reversing_id, postings=ids, to_pay=-self.sales[sale_id].to_pay, reverses=sale_id)
        return book.with_sale(sold, tuple(reversing))

    def after_restart(self) -> Book:
        """What was being sent when the power went has an answer that will never come."""
        book = self
        for line in self.lines.values():
            if line.state is PostingState.SENDING:
                book = book.with_line(line.moved(SENT_AND_DIED, sent=True))
        return book

    def open_lines(self) -> list[Line]:
        """The queue, oldest first."""
        return [line for line in self.lines.values() if line.state.open]

    def due(self) -> list[Line]:
        """The first open posting of each customer, if it may be sent."""
        heads: dict[str, Line] = {}
        for line in self.open_lines():
            heads.setdefault(line.customer, line)
        return [line for line in heads.values() if line.may_be_sent]

    def differences(self, other: Book) -> Iterator[str]:
        """What ``other`` has otherwise, a sentence each."""
        for kind, mine, theirs in (("sale", self.sales, other.sales), ("posting", self.lines, other.lines)):
            yield from (f"{kind} {each} is lost" for each in mine.keys() - theirs.keys())
            yield from (f"{kind} {each} came from nowhere" for each in theirs.keys() - mine.keys())
            both = [each for each in mine if each in theirs]
            yield from (f"{kind} {each}: {mine[each]} became {theirs[each]}" for each in both if mine[each] != theirs[each])
            if both != [each for each in theirs if each in mine]:
                yield f"the {kind}s are out of order"
