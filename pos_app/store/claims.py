"""Late claims: a sale that was made for a card or number of nobody is given to the customer whose it was (``money.md``).

The sale stays as it was made. Its points go on in the line of the customer's phone, together with what would take them back.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import chain, count

from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.sale import Posting, PostingState
from pos_app.store.database import Database
from pos_app.store.decisions import Decisions
from pos_app.store.postings import Looked, Postings
from pos_app.store.readdress import carry
from pos_app.store.records import SaleRecord
from pos_app.store.sales import Sales


class Claims:
    """Late claims in one open ``till.db``, in its thread. Raises DiskTrouble."""

    def __init__(self, database: Database, sales: Sales, postings: Postings, decisions: Decisions) -> None:
        self._database = database
        self._sales = sales
        self._postings = postings
        self._decisions = decisions

    def claim(
        self, sale_id: str, *, phone: str, who: str, why: str, first_id: str, new_id: Callable[[], str], at: datetime
    ) -> Posting:
        """The points that the sale earns are ``phone``'s from now on; the posting they go out with, with the id ``first_id``.

        One commit, with who decided it and why; ``new_id`` gives the ids of what would take the points back. The same ``first_id``
        again writes nothing. Raises LookupError for a sale that is not there, and BadInput where the points are somebody's
        already, were taken back, or may be on a server.
        """
        with self._database.writing("claim") as conn:
            record = self._sales.there(sale_id)
            made = [each for each in record.postings if each.transaction_id == first_id]
            if made:
                return made[0]
            looked = self._claimable(record, phone)
            decision = Decision(action=Action.MOVE, who=who, reason=why)
            self._decisions.note(conn, looked.posting, decision, at=at)
            ids = chain((first_id,), (new_id() for _more in count()))
            (added,) = carry(
                conn,
                self._postings,
                [looked],
                phone=phone,
                card="",
                new_id=lambda: next(ids),
                answer=decision.sentence,
                at=at,
            )
            return added

    def _claimable(self, record: SaleRecord, phone: str) -> Looked:
        buyer, open_ = record.sale.buyer, [each for each in record.postings if each.state is not PostingState.CANCELLED]
        if record.sale.reverses or record.taken_back or not open_:
            raise BadInput(Problem.NOTHING_TO_CLAIM)
        known = any(each.sum is not None or (each.phone, each.card) != (buyer.phone, buyer.card) for each in open_)
        if known or (phone, "") == (buyer.phone, buyer.card):
            raise BadInput(Problem.CLAIMED_ALREADY)
        (looked,) = (self._postings.look(each.transaction_id) for each in open_)
        assert not looked.doubt, "points are worked out before they are sent"  # noqa: S101 - an invariant
        return looked
