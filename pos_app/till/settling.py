"""What people decide about sales that the till must not settle by itself: each decision kept for ever, with who and why."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from pos_app.loyalty.decision import REASON_NEEDED, Action, Decision, possible
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.phone import parse_phone
from pos_app.loyalty.sale import Posting
from pos_app.store.records import Attempt, DecisionRecord
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A posting as somebody needs to see it who decides about it."""

    posting: Posting
    possible: frozenset[Action]
    attempts: tuple[Attempt, ...]
    decisions: tuple[DecisionRecord, ...]


class Settling:
    """Blocks on the disk, not for the GUI thread. Raises BadInput for what makes no sense, and DiskTrouble."""

    def __init__(self, *, store: DatabaseThread[TillStore], region: str, now: Callable[[], datetime]) -> None:
        self._store = store
        self._region = region
        self._now = now

    def matter(self, transaction_id: str) -> Matter:
        """Everything about one posting."""

        def look(store: TillStore) -> Matter:
            posting = store.posting(transaction_id)
            return Matter(
                posting=posting,
                possible=possible(posting),
                attempts=tuple(store.attempts(transaction_id)),
                decisions=tuple(store.decisions(transaction_id)),
            )

        try:
            return self._store.call(look)
        except LookupError:
            raise BadInput(Problem.SETTING, detail=f"This till has no entry {transaction_id}.") from None

    def decide(
        self,
        transaction_id: str,
        decision: Decision,
        *,
        phone: str = "",
        card: str = "",
        new_uuid: Callable[[], uuid.UUID] = uuid.uuid4,
    ) -> list[Posting]:
        """Do it; the postings that were decided about, as they are then. ``phone`` or ``card``: whom to move points to."""
        matter = self.matter(transaction_id)
        action = decision.action
        if action not in matter.possible:
            raise BadInput(Problem.SETTING, detail=_not_possible(matter, action))
        if action in REASON_NEEDED and not decision.reason.strip():
            raise BadInput(Problem.SETTING, detail=f"Say why (--reason): {action.value} gives points up.")
        if action is not Action.MOVE:
            if phone or card:
                raise BadInput(Problem.SETTING, detail="A phone or card is only given with move.")
            return self._store.call(lambda store: store.decide(transaction_id, decision, at=self._now()))
        if bool(phone) == bool(card):
            raise BadInput(Problem.SETTING, detail="Say whom the points belong to: --phone or --card.")
        whose = parse_phone(phone, region=self._region) if phone else ""
        moved = self._store.call(
            lambda store: store.move(
                transaction_id, decision, phone=whose, card=card.strip(), new_id=lambda: str(new_uuid()), at=self._now()
            )
        )
        return [moved]


def _not_possible(matter: Matter, action: Action) -> str:
    if not matter.possible:
        return f"There is nothing to decide: this entry is {matter.posting.state.value.replace('_', ' ')}."
    ways = ", ".join(sorted(each.value for each in matter.possible))
    return f"{action.value} is not possible here. Possible: {ways}."
