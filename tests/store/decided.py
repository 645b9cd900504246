"""What waits for a person, and decisions about it, as the tests make them."""

from __future__ import annotations

from decimal import Decimal

from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.sale import Attention, Compared, Posting, PostingState
from pos_app.store.till_store import TillStore
from tests.store.shop import NOON, ids_of, sale

S = PostingState


def by_eva(action: Action, reason: str = "looked") -> Decision:
    return Decision(action=action, who="Eva", reason=reason)


def refused(store: TillStore, attention: Attention = Attention.REFUSED, *, redeem: str = "0") -> list[Posting]:
    made, postings = sale(redeem=redeem)
    store.save_sale(made, postings)
    first = postings[0].transaction_id
    if attention is Attention.OUTCOME_UNKNOWN:
        store.begin_sending(first, at=NOON)
        store.finish(first, state=S.UNKNOWN, answer="No answer.", at=NOON)
    store.finish(first, state=S.NEEDS_PERSON, answer="No.", at=NOON, attention=attention)
    return store.postings_of_sale(made.sale_id)


def together(store: TillStore, attention: Attention | None) -> list[Posting]:
    """A redeem and an earn that went out in one absolute write; ``attention`` None: and nobody knows what came of it."""
    made, postings = sale(redeem="10")
    store.save_sale(made, postings)
    ids = ids_of(postings)
    store.begin_together(ids, at=NOON, endpoint="here", compared=Compared(Decimal(100), Decimal(95)))
    for each in ids:
        if attention is None:
            store.finish(each, state=S.UNKNOWN, answer="No answer.", at=NOON)
        store.finish(each, state=S.NEEDS_PERSON, answer="?", at=NOON, attention=attention or Attention.BALANCE_MOVED)
    return store.postings_of_sale(made.sale_id)


def states(store: TillStore, postings: list[Posting]) -> list[PostingState]:
    return [store.posting(each.transaction_id).state for each in postings]
