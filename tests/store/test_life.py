"""The whole life of postings, step by step, beside a model of a few lines: no order of events loses, doubles or overtakes."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, precondition, rule

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.sale import Attention, PostingState, new_sale_ids
from pos_app.store.till_store import TillStore
from tests.store.shop import ALL, KNOWN, ids_of, minutes, sale

S = PostingState
CUSTOMERS = st.sampled_from([("+420777123482", ""), ("+420602111222", ""), ("", "1001")])
UNKNOWN_BONUS = Standing()
OUTCOMES = st.sampled_from([
    (S.WAITING, None),
    (S.UNKNOWN, None),
    (S.APPLIED, None),
    (S.NEEDS_PERSON, Attention.REFUSED),
    (S.NEEDS_PERSON, Attention.NO_CUSTOMER),
    (S.NEEDS_PERSON, Attention.WRONG_ACCOUNT),
])  # fmt: skip


@dataclass
class Model:
    """What is known of one posting without looking at the disk."""

    transaction_id: str
    customer: str
    sum: Decimal | None
    made_at: datetime
    state: PostingState = S.WAITING
    attention: Attention | None = None
    doubt: bool = False
    reverses: str = ""
    attempts: list[tuple[bool, PostingState]] = field(default_factory=list)

    @property
    def sends(self) -> int:
        return sum(sent for sent, _outcome in self.attempts) + (self.state is S.SENDING)


class Life(RuleBasedStateMachine):
    """Selling, sending, answering, taking back and dying, in any order."""

    sales: Bundle[str] = Bundle("sales")

    @initialize()
    def open_till(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.store = TillStore.open(self.folder / "till.db")
        self.line: list[Model] = []
        self.of_sale: dict[str, list[Model]] = {}
        self.minute = 0

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    def now(self) -> datetime:
        self.minute += 1
        return minutes(self.minute)

    def first(self, customer: str) -> Model:
        return next(model for model in self.line if model.customer == customer and model.state.open)

    @rule(target=sales, who=CUSTOMERS, redeem=st.sampled_from(["0", "10"]), known=st.booleans())
    def sell(self, who: tuple[str, str], redeem: str, known: bool) -> str:
        at = self.now()
        made, postings = sale(who[0], card=who[1], redeem=redeem, standing=KNOWN if known else UNKNOWN_BONUS, at=at)
        assert self.store.save_sale(made, postings).fresh
        models = [Model(each.transaction_id, each.customer_key, each.sum, at) for each in postings]
        self.line += models
        self.of_sale[made.sale_id] = models
        assert not self.store.save_sale(made, postings).fresh
        return made.sale_id

    @precondition(lambda self: self.store.due(limit=1, excluding=set()))
    @rule(data=st.data())
    def begin_sending(self, data: st.DataObject) -> None:
        posting = data.draw(st.sampled_from(self.store.due(limit=ALL, excluding=set())))
        model = self.first(posting.customer_key)
        points = Decimal("3.24") if model.sum is None else None
        self.store.begin_sending(posting.transaction_id, at=self.now(), points=points)
        model.state, model.sum = S.SENDING, points or model.sum

    @precondition(lambda self: any(model.state is S.SENDING for model in self.line))
    @rule(data=st.data(), outcome=OUTCOMES)
    def answer(self, data: st.DataObject, outcome: tuple[PostingState, Attention | None]) -> None:
        model = data.draw(st.sampled_from([each for each in self.line if each.state is S.SENDING]))
        state, attention = outcome
        self.store.finish(model.transaction_id, state=state, answer=state.value, at=self.now(), attention=attention)
        model.attempts.append((True, state))
        if model.doubt and state is S.WAITING:
            state = S.UNKNOWN
        if model.doubt and attention in (Attention.REFUSED, Attention.NO_CUSTOMER):
            attention = Attention.OUTCOME_UNKNOWN
        model.state, model.attention = state, attention
        model.doubt = model.doubt or state is S.UNKNOWN

    @precondition(lambda self: any(model.state in (S.WAITING, S.UNKNOWN) for model in self.line))
    @rule(data=st.data())
    def give_up(self, data: st.DataObject) -> None:
        model = data.draw(st.sampled_from([each for each in self.line if each.state in (S.WAITING, S.UNKNOWN)]))
        attention = Attention.OUTCOME_UNKNOWN if model.doubt else Attention.NO_CUSTOMER
        self.store.finish(model.transaction_id, state=S.NEEDS_PERSON, answer="No.", at=self.now(), attention=attention)
        model.attempts.append((False, S.NEEDS_PERSON))
        model.state, model.attention = S.NEEDS_PERSON, attention

    @precondition(lambda self: self.line)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        model = data.draw(st.sampled_from(self.line))
        after = self.store.cancel(model.transaction_id, at=self.now())
        if model.state is S.WAITING:
            for each in (model, *(other for other in self.line if other.reverses == model.transaction_id)):
                if each.state.open:
                    each.state, each.attention = S.CANCELLED, None
                    each.attempts.append((False, S.CANCELLED))
        assert after.state is model.state

    @rule(sale_id=consumes(sales))
    def take_back(self, sale_id: str) -> None:
        at, ids = self.now(), new_sale_ids()
        record = self.store.refund_sale(sale_id, ids=ids, at=at)
        expected = []
        for model in self.of_sale[sale_id]:
            if model.state is S.WAITING or (model.state is S.NEEDS_PERSON and not model.doubt):
                model.state, model.attention = S.CANCELLED, None
                model.attempts.append((False, S.CANCELLED))
            elif model.state is not S.CANCELLED:
                assert model.sum is not None
                expected.append((model.customer, -model.sum))
        assert [(each.customer_key, each.sum) for each in record.postings] == expected
        self.line += [
            Model(each.transaction_id, each.customer_key, each.sum, at, reverses=each.reverses) for each in record.postings
        ]

    @rule()
    def die_and_start_again(self) -> None:
        # Closing commits nothing: for the file it is like dying. Real kills are in test_crash.py.
        self.store.close()
        self.store = TillStore.open(self.folder / "till.db")
        for model in self.line:
            if model.state is S.SENDING:
                model.attempts.append((True, S.UNKNOWN))
                model.state, model.doubt = S.UNKNOWN, True

    @invariant()
    def every_posting_is_where_the_model_says(self) -> None:
        for model in self.line:
            posting = self.store.posting(model.transaction_id)
            assert (posting.state, posting.attention, posting.sum) == (model.state, model.attention, model.sum)
            assert posting.attempts == model.sends
            assert (posting.settled_at is None) == model.state.open
            attempts = self.store.attempts(model.transaction_id)
            assert [(each.sent, each.outcome) for each in attempts] == model.attempts

    @invariant()
    def nobody_is_overtaken_and_nobody_is_forgotten(self) -> None:
        heads: dict[str, Model] = {}
        for model in self.line:
            if model.state.open:
                heads.setdefault(model.customer, model)
        expected = [model for model in heads.values() if model.state in (S.WAITING, S.UNKNOWN)]
        expected.sort(key=self.line.index)
        assert ids_of(self.store.due(limit=ALL, excluding=set())) == [model.transaction_id for model in expected]
        for customer in heads:
            others = [model.transaction_id for model in expected if model.customer != customer]
            assert ids_of(self.store.due(limit=1, excluding={customer})) == others[:1]
        assert ids_of(self.store.open_postings()) == [model.transaction_id for model in self.line if model.state.open]

    @invariant()
    def the_counts_are_right(self) -> None:
        counts = self.store.counts()
        waiting = [model for model in self.line if model.state.open and model.state is not S.NEEDS_PERSON]
        assert counts.waiting == len(waiting)
        assert counts.needs_person == sum(model.state is S.NEEDS_PERSON for model in self.line)
        assert counts.oldest_waiting_at == (waiting[0].made_at if waiting else None)


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=40, stateful_step_count=40)
