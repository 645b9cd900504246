"""What must be on the disk after so many finished calls of the store: worked out a second time, from the documents alone.

A :class:`Book` is never changed: each call makes the next one. So a disk that is found after a power cut is right if it holds the
book of the last call that was acknowledged, or of the one that was under way; anything lost, doubled, halved or out of order is
another book. Nothing of the store's own rules is used here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from pos_app.loyalty.decision import Action
from pos_app.loyalty.sale import Attention, PostingState
from tests.faults.kept import Kept, kept_of

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
    decided: tuple[Action, ...] = ()
    """What people decided about it."""

    @property
    def doubt(self) -> bool:
        """Whether it may be on the server without our knowing."""
        doubt = False
        for step in self.steps:
            # Only somebody who has looked makes it wait without an attempt that left nothing: then it is not there.
            doubt = (doubt and (step.sent or step.outcome is not PostingState.WAITING)) or step.outcome is PostingState.UNKNOWN
        return doubt

    @property
    def nowhere(self) -> bool:
        """Whether it is certain that nothing of it is on the server, nor on its way there."""
        return not self.doubt and self.state in (PostingState.WAITING, PostingState.NEEDS_PERSON)

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
    """One sale: its postings in their order, and the sale it takes back. A refund's amounts are below 0."""

    sale_id: str
    postings: tuple[str, ...]
    to_pay: Decimal
    gross: Decimal
    bonus: Decimal | None
    """Percent of what is paid; None: nobody was asked yet."""
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
        book = self.with_line(replace(line, state=PostingState.SENDING, attempts=line.attempts + 1, points=total))
        return book if points is None else book._found(transaction_id)

    def finished(self, transaction_id: str, state: PostingState, attention: Attention | None) -> Book:
        """After an attempt came to ``state``."""
        line = self.lines[transaction_id]
        return self.with_line(line.moved(state, sent=line.state is PostingState.SENDING, attention=attention))

    def cancelled(self, transaction_id: str) -> Book:
        """After a posting was called back; one that may have been sent stays as it is."""
        return self._off(transaction_id) if self.lines[transaction_id].state is PostingState.WAITING else self

    def decided(self, transaction_id: str, action: Action) -> Book:
        """After a person decided about a posting that needed one."""
        line = self.lines[transaction_id]
        line = replace(line, decided=(*line.decided, action))
        book = self.with_line(line)
        if action in (Action.FORGIVE, Action.WRITE_OFF):
            return book._off(transaction_id)
        if action is Action.ALREADY_THERE:
            return book.with_line(line.moved(PostingState.APPLIED, sent=False))
        goes_on = PostingState.UNKNOWN if line.doubt and action is Action.RETRY else PostingState.WAITING
        # Whoever says "add now" has looked: what was in doubt no longer is.
        step = Step(line.attempts, False, goes_on)
        return book.with_line(replace(line, state=goes_on, attention=None, steps=(*line.steps, step)))

    def refunded(self, sale_id: str) -> Decimal:
        """How much of the gross was taken back."""
        return -sum((sale.gross for sale in self.sales.values() if sale.reverses == sale_id), Decimal(0))

    def taken_back(self, sale_id: str, amount: Decimal | None, *, reversing_id: str, new_ids: dict[str, str]) -> Book:
        """After ``amount`` of a sale (None: all that is left) was taken back.

        ``new_ids``: posting → the one that takes it back, if one is needed.
        """
        sold, before = self.sales[sale_id], self.refunded(sale_id)
        if amount is None and before == sold.gross:
            return self
        after = sold.gross if amount is None else before + amount
        kept, left = self._kept(sold, before), self._kept(sold, after)
        book, reversing = self, []
        for transaction_id in sold.postings:
            line = self.lines[transaction_id]
            if line.state is PostingState.CANCELLED:
                continue
            if line.nowhere and after == sold.gross:
                book = book._off(transaction_id)
                continue
            points = None
            if line.points is not None:
                points = kept.used - left.used if line.points < 0 else left.earned - kept.earned
            if points is None or points:
                back = Line(
                    transaction_id=new_ids[transaction_id],
                    sale_id=reversing_id,
                    customer=line.customer,
                    points=points,
                    reverses=transaction_id,
                )
                reversing.append(back)
        refund = Sold(
            sale_id=reversing_id,
            postings=tuple(line.transaction_id for line in reversing),
            to_pay=left.paid - kept.paid,
            gross=before - after,
            bonus=sold.bonus,
            reverses=sale_id,
        )
        return book.with_sale(refund, tuple(reversing))

    def _kept(self, sold: Sold, refunded: Decimal) -> Kept:
        """Of the points that count: what was called off or given up was neither used nor earned."""
        live = (self.lines[each] for each in sold.postings)
        points = [line.points or Decimal(0) for line in live if line.state is not PostingState.CANCELLED]
        used, earned = (sum((each for each in points if sign * each > 0), Decimal(0)) for sign in (-1, 1))
        return kept_of(Kept(sold.to_pay, -used, earned), bonus=sold.bonus, gross=sold.gross, refunded=refunded)

    def _found(self, transaction_id: str) -> Book:
        """The points of a posting are known: so are those of what takes it back, unless there are none to take."""
        book, sold = self, self.sales[self.lines[transaction_id].sale_id]
        refunded = Decimal(0)
        for refund in (each for each in self.sales.values() if each.reverses == sold.sale_id):
            before, refunded = refunded, refunded - refund.gross
            points = self._kept(sold, refunded).earned - self._kept(sold, before).earned
            for line in (self.lines[each] for each in refund.postings):
                if line.reverses == transaction_id and line.points is None and line.state.open:
                    book = book.with_line(replace(line, points=points)) if points else book._off(line.transaction_id)
        return book

    def _off(self, transaction_id: str) -> Book:
        """A posting is cancelled. What would have taken it back never goes out without it."""
        book = self.with_line(self.lines[transaction_id].moved(PostingState.CANCELLED, sent=False))
        for each in self.lines.values():
            if each.reverses == transaction_id and each.state.open:
                book = book.with_line(each.moved(PostingState.CANCELLED, sent=False))
        return book

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
