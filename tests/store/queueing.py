"""Steps of a queue, as the tests of it take them."""

from __future__ import annotations

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.sale import Attention, Posting, PostingState
from pos_app.store.till_store import TillStore
from tests.store.shop import JANA, NOON, ids_of, minutes, one_posting

NOBODY: frozenset[str] = frozenset()


def sell(store: TillStore, phone: str = JANA, *, card: str = "", standing: Standing | None = None) -> Posting:
    made, postings = one_posting(phone, card=card) if standing is None else one_posting(phone, card=card, standing=standing)
    return store.save_sale(made, postings).postings[0]


def send(store: TillStore, posting: Posting, outcome: PostingState, attention: Attention | None = None) -> Posting:
    store.begin_sending(posting.transaction_id, at=NOON)
    return store.finish(posting.transaction_id, state=outcome, answer=outcome.value, at=minutes(1), attention=attention)


def due(store: TillStore, limit: int = 99, excluding: frozenset[str] = NOBODY) -> list[str]:
    return ids_of(store.due(limit=limit, excluding=excluding))
