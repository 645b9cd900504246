"""A cashier's work at the presenter."""

from __future__ import annotations

from dataclasses import replace

from pos_app.loyalty.errors import Problem
from pos_app.loyalty.sale import PostingState
from pos_app.till.events import PostingChanged
from pos_app.ui.sale.states import Field
from tests.ui.sale.conftest import Counter
from tests.ui.sale.pretend import JANA


def sell(counter: Counter, amount: str = "64.90", card: str = JANA.cards[0]) -> None:
    counter.swipe(card)
    counter.sale.type_amount(amount)
    counter.enter()


def all_sent(counter: Counter) -> None:
    for record in tuple(counter.till.records.values()):
        for posting in record.postings:
            counter.sale.happened(PostingChanged(replace(posting, state=PostingState.APPLIED)))
    counter.desk.deliver()


def problem(counter: Counter, field: Field) -> Problem | None:
    wrong = counter.sale.form.errors.get(field)
    return None if wrong is None else wrong.problem
