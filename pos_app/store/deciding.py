"""What people decide about postings that need one: the part of :class:`pos_app.store.till_store.TillStore` that they reach.

Each decision is one commit with who and why, and is kept for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal

from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.sale import Attention, Posting, Sale, SaleIds
from pos_app.store.database import Database
from pos_app.store.decisions import Decisions
from pos_app.store.ledger import ADOPT, Ledger
from pos_app.store.postings import Postings
from pos_app.store.records import DecisionRecord, SaleRecord, SavedSale
from pos_app.store.refunds import Refunds
from pos_app.store.room import Room
from pos_app.store.sales import Sales


class Deciding:
    """``at`` is always UTC. Unknown ids raise LookupError, what is not possible ValueError."""

    _database: Database
    _postings: Postings
    _sales: Sales
    _refunds: Refunds
    _decisions: Decisions
    _ledger: Ledger
    _room: Room

    def decide(self, transaction_id: str, decision: Decision, *, at: datetime) -> list[Posting]:
        """Do what a person decided about a posting that needs one, and keep who and why, in one commit.

        Postings that went out in one write share the decision; all of them are returned. What is cancelled takes along what would
        have reversed it. ValueError if the action is not possible (:func:`pos_app.loyalty.decision.possible`).
        """
        return self._room.resolutely(lambda: self._decide(transaction_id, decision, at))

    def move(
        self, transaction_id: str, decision: Decision, *, phone: str, card: str, new_id: Callable[[], str], at: datetime
    ) -> list[Posting]:
        """Give a posting's points to another phone or card: it is cancelled, and a new one is at the end of the other's line.

        What would have reversed it goes along, and so does what went out with it in one write. The new postings of those.
        """
        return self._room.resolutely(
            lambda: self._decisions.move(transaction_id, decision, phone=phone, card=card, new_id=new_id, at=at)
        )

    def take_only(self, transaction_id: str, decision: Decision, *, points: Decimal, new_id: str, at: datetime) -> Posting:
        """Take only ``points`` (above 0, fewer than all) of those that a refused posting was to take; the rest is forgiven.

        It is cancelled, and one for so many stands at the end of the customer's line; that one. Raises BadInput where part of the
        sale was taken back already.
        """
        return self._room.resolutely(
            lambda: self._decisions.take_only(transaction_id, decision, points=points, new_id=new_id, at=at)
        )

    def void(self, transaction_id: str, decision: Decision, *, ids: SaleIds, at: datetime) -> SaleRecord:
        """Take back all that is left of the sale a refused posting belongs to; the reversing sale. BadInput if nothing is."""
        return self._room.resolutely(lambda: self._void(transaction_id, decision, ids, at))

    def correct(self, sale: Sale, postings: Sequence[Posting], decision: Decision) -> SavedSale:
        """Save a correction (``pos_app.loyalty.correction``) and who decided it, in one commit. The same again writes nothing."""
        with self._database.writing("correction") as conn:
            saved = self._sales.save(sale, postings)
            for posting in saved.postings if saved.fresh else ():
                self._decisions.note(conn, posting, decision, at=sale.made_at)
            return saved

    def decisions(self, transaction_id: str) -> list[DecisionRecord]:
        """What was decided about a posting, oldest first."""
        return self._decisions.of(transaction_id)

    def _decide(self, transaction_id: str, decision: Decision, at: datetime) -> list[Posting]:
        with self._database.writing("decision"):
            asked = self._postings.get(transaction_id).attention
            decided = self._decisions.decide(transaction_id, decision, at=at)
            if asked in (Attention.BALANCE_MOVED, Attention.OUTCOME_UNKNOWN):
                # Somebody looked at the balance: what it is now is nobody's surprise any more.
                for each in decided:
                    if each.phone and self._ledger.last_known(each.phone) is not None:
                        self._ledger.state_fact(ADOPT + each.phone, "1")
            return decided

    def _void(self, transaction_id: str, decision: Decision, ids: SaleIds, at: datetime) -> SaleRecord:
        with self._database.writing("decision") as conn:
            (looked,) = self._decisions.open(transaction_id, decision, Action.VOID)
            if self._sales.there(looked.posting.sale_id).left <= 0:
                raise BadInput(Problem.NOTHING_LEFT)
            self._decisions.note(conn, looked.posting, decision, at=at)
            return self._refunds.refund(looked.posting.sale_id, amount=None, ids=ids, at=at)
