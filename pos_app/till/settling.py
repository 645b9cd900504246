"""What people decide about sales that the till must not settle by itself: each decision kept for ever, with who and why."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import chain, count

from pos_app.loyalty.correction import correction
from pos_app.loyalty.decision import REASON_NEEDED, Action, Decision, possible
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.money import ZERO
from pos_app.loyalty.phone import parse_phone
from pos_app.loyalty.sale import Posting, PostingState, SaleIds
from pos_app.store.records import Attempt, DecisionRecord
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import SavedSale, TillStore
from pos_app.till.lookup import Lookup
from pos_app.till.query import parse_query
from pos_app.till.views import CustomerView, Source

_CERTAIN = (PostingState.WAITING, PostingState.CANCELLED)
"""Nothing of a posting in one of these states is in a balance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A posting as somebody needs to see it who decides about it."""

    posting: Posting
    possible: frozenset[Action]
    attempts: tuple[Attempt, ...]
    decisions: tuple[DecisionRecord, ...]


class Settling:
    """Blocks on the disk, not for the GUI thread. Raises BadInput for what makes no sense, and DiskTrouble."""

    def __init__(
        self,
        *,
        store: DatabaseThread[TillStore],
        lookup: Lookup,
        region: str,
        account: Callable[[], str],
        now: Callable[[], datetime],
    ) -> None:
        """``account``: the one sales are made for."""
        self._store = store
        self._lookup = lookup
        self._account = account
        self._forgiving = threading.Lock()
        self._region = region
        self._now = now

    def matter(self, transaction_id: str) -> Matter:
        """Everything about one posting."""
        return self._store.call(lambda store: matter_of(store, transaction_id))

    def decide(
        self,
        transaction_id: str,
        decision: Decision,
        *,
        phone: str = "",
        card: str = "",
        points: Decimal | None = None,
        new_uuid: Callable[[], uuid.UUID] = uuid.uuid4,
    ) -> list[Posting]:
        """Do it; the postings that were decided about, as they are then. The same ``new_uuid`` again are the same decision.

        ``phone`` or ``card``: whom to move points to. ``points``: how many of those that were used are to be taken.
        """
        action = decision.action
        whose, number = self._moved_to(phone, card) if action is Action.MOVE else ("", "")
        if action is not Action.MOVE and (phone or card):
            raise BadInput(Problem.SETTING, detail="A phone or card is only given with move.")
        if (action is Action.TAKE_ONLY) != (points is not None):
            raise BadInput(Problem.SETTING, detail="Say how many points are taken (--points), with take-only and only there.")
        if action in REASON_NEEDED and not decision.reason.strip():
            raise BadInput(Problem.SETTING, detail=f"Say why (--reason): {action.value} gives something up.")
        ids = (str(new_uuid()) for _each in count())
        first = next(ids)

        def decide(store: TillStore) -> list[Posting]:
            matter = matter_of(store, transaction_id)
            if made := _made(store, action, transaction_id, first):
                # An earlier try of the same call did it.
                return made
            if action not in matter.possible:
                raise BadInput(Problem.SETTING, detail=_not_possible(matter, action))
            at = self._now()
            if points is not None:
                if not 0 < points < -(matter.posting.sum or ZERO):
                    raise BadInput(Problem.SETTING, detail="More than 0 points, and fewer than were used: else forgive.")
                return [store.take_only(transaction_id, decision, points=points, new_id=first, at=at)]
            if action is Action.VOID:
                store.void(transaction_id, decision, ids=SaleIds(first, next(ids), next(ids)), at=at)
                return [store.posting(transaction_id)]
            if action is not Action.MOVE:
                return store.decide(transaction_id, decision, at=at)
            if (whose, number) == (matter.posting.phone, matter.posting.card):
                raise BadInput(Problem.SETTING, detail="The points are for this phone or card already.")
            new_ids = chain((first,), ids)
            return store.move(transaction_id, decision, phone=whose, card=number, new_id=lambda: next(new_ids), at=at)

        return self._store.call(decide)

    def forgive_debt(self, phone: str, *, who: str, reason: str, ids: SaleIds) -> tuple[SavedSale, Decimal]:
        """Give a customer who owes points as many as they owe; how many. The same ``ids`` again are the same gift.

        Asks the servers. Raises BadInput unless the balance, read at this moment, is below 0 and stays so with what is on its way.
        """
        if not reason.strip():
            raise BadInput(Problem.SETTING, detail="Say why (--reason): forgiving gives points up.")
        query = parse_query(parse_phone(phone, region=self._region), region=self._region)
        # One at a time: two who read the same debt would forgive it twice.
        with self._forgiving:
            record = self._store.call(lambda store: store.sale(ids.sale_id))
            if record is not None:
                return SavedSale(sale=record.sale, postings=record.postings, fresh=False), record.sale.quote.earned or ZERO
            answer = self._lookup.live(query)
            view = answer.customers[0] if answer.exact and answer.customers else None
            if view is None or view.source is not Source.LIVE or view.balance is None:
                raise BadInput(Problem.CUSTOMER_NOT_FOUND if answer.trouble is None else Problem.CUSTOMER_NOT_HERE)
            owed = min(-view.balance, view.pending - view.balance)
            if owed <= 0:
                raise BadInput(Problem.SETTING, detail="This customer owes no points: there is nothing to forgive.")
            if self._in_doubt(view):
                detail = "Points of this customer are on their way, and may have arrived. Deliver them first: pos-app sync"
                raise BadInput(Problem.SETTING, detail=detail)
            sale, postings = correction(view.buyer, owed, ids=ids, at=self._now(), account=self._account())
            decision = Decision(action=Action.FORGIVE, who=who, reason=reason)
            return self._store.call(lambda store: store.correct(sale, postings, decision)), owed

    def _in_doubt(self, view: CustomerView) -> bool:
        """Whether points that were given may or may not be in the balance: it leaves them out, which makes a debt look larger."""
        customer = view.customer
        moving = self._store.call(lambda store: store.moving_points(phone=customer.phone, cards=customer.cards, since=view.as_of))
        return any((each.sum or ZERO) > 0 and each.state not in _CERTAIN for each in moving)

    def _moved_to(self, phone: str, card: str) -> tuple[str, str]:
        if bool(phone.strip()) == bool(card.strip()):
            raise BadInput(Problem.SETTING, detail="Say whom the points belong to: --phone or --card.")
        if phone.strip():
            return parse_phone(phone, region=self._region), ""
        cards = parse_query(card, region=self._region).cards
        if not cards:
            raise BadInput(Problem.CARD_NOT_READABLE)
        return "", cards[0]


def matter_of(store: TillStore, transaction_id: str) -> Matter:
    """Everything about one posting, in the store's thread. Raises BadInput if there is none."""
    posting = _there(store, transaction_id)
    if posting is None:
        raise BadInput(Problem.SETTING, detail=f"This till has no entry {transaction_id}.")
    return Matter(
        posting=posting,
        possible=possible(posting),
        attempts=tuple(store.attempts(transaction_id)),
        decisions=tuple(store.decisions(transaction_id)),
    )


def _there(store: TillStore, transaction_id: str) -> Posting | None:
    try:
        return store.posting(transaction_id)
    except LookupError:
        return None


def _made(store: TillStore, action: Action, transaction_id: str, first: str) -> list[Posting]:
    """What an earlier try of the same call came to; empty: there was none. ``first``: the first id the call made."""
    if action in (Action.MOVE, Action.TAKE_ONLY):
        made = _there(store, first)
        return [made] if made else []
    if action is Action.VOID and store.sale(first) is not None:
        return [store.posting(transaction_id)]
    return []


def _not_possible(matter: Matter, action: Action) -> str:
    if not matter.possible:
        return f"There is nothing to decide: this entry is {matter.posting.state.value.replace('_', ' ')}."
    ways = ", ".join(sorted(each.value for each in matter.possible))
    return f"{action.value} is not possible here. Possible: {ways}."
