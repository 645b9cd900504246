"""Route A: ``addBalance`` at the merchant's CRM (``delivery.md`` §4).

A CRM that was proved to dedupe gets the same request again after an unknown outcome. Of any other the balance is read before each
posting, so that reading it once more tells what became of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from decimal import Decimal

from pos_app.loyalty.errors import Refused
from pos_app.loyalty.programme import accrual
from pos_app.loyalty.sale import Attention, Compared, Posting
from pos_app.passquare.core import CoreClient
from pos_app.passquare.crm import CrmClient
from pos_app.store.till_store import TillStore
from pos_app.till.sync.way import Readdress, Ready, Stop

NOTHING_EARNED = Stop("This customer earns nothing on this sale.", None)
NO_BONUS = Stop("No server tells this customer's bonus: how many points they earn is not known.", Attention.REFUSED)


class AddBalanceRoute:
    """A :class:`~pos_app.till.sync.way.Way`."""

    def __init__(self, crm: CrmClient, core: CoreClient, *, endpoint: str, trusted: bool) -> None:
        """``core`` is asked for a bonus the CRM does not tell."""
        self._crm = crm
        self._core = core
        self.endpoint = endpoint
        self.trusted = trusted

    def turn(self) -> AbstractContextManager[object]:
        """Sums may be added to different customers at the same time."""
        return nullcontext()

    def prepare(self, posting: Posting, *, alone: bool = False) -> Ready | Stop | Readdress:  # noqa: ARG002 - it always is
        """See Way."""
        points, bonus = posting.sum, None
        if points is None:
            bonus = self._bonus(posting)
            if bonus is None:
                return NO_BONUS
            points = accrual(posting.base, bonus)
            if not points:
                return NOTHING_EARNED
        read = None if self.trusted else self.balance(posting)
        compared = None if read is None else Compared(read, read + points)
        return Ready((posting,), points=None if posting.sum is not None else points, bonus=bonus, compared=compared)

    def balance(self, posting: Posting) -> Decimal | None:
        """See Way."""
        phone, cards = self._who(posting)
        return self._crm.read_balance(phone=phone, cards=cards).balance

    def write(self, postings: Sequence[Posting]) -> None:
        """See Way."""
        (posting,) = postings
        assert posting.sum is not None, "the points are worked out before a posting is sent"  # noqa: S101 - an invariant
        phone, cards = self._who(posting)
        self._crm.add_balance(
            phone=phone,
            cards=cards,
            sum=posting.sum,
            transaction_id=posting.transaction_id,
            lifetime_days=posting.lifetime_days,
        )

    def applied(self, store: TillStore, postings: Sequence[Posting], *, at: datetime) -> None:
        """Nothing more to note: the CRM keeps the balance."""

    def check(self, postings: Sequence[Posting]) -> None:
        """Nothing to look at: a sum was added, nothing replaced."""

    def _bonus(self, posting: Posting) -> Decimal | None:
        """The customer's accrual in percent, for a sale made while it was not known. None: nobody tells, which is not zero."""
        phone, cards = self._who(posting)
        try:
            standing = self._crm.read_balance(phone=phone, cards=cards)
            if standing.bonus is not None:
                return standing.bonus
        except Refused:
            # The CRM does not know the customer, or not by this: PassQuare may still know the card's phone.
            pass
        return self._core.read_customer(phone=phone, card="".join(cards)).standing.bonus

    def _who(self, posting: Posting) -> tuple[str, tuple[str, ...]]:
        """Whose points they are. Both a card and a phone stand for somebody not found at the sale: the card's owner comes first."""
        cards = (posting.card,) if posting.card else ()
        if not (posting.phone and cards):
            return posting.phone, cards
        try:
            self._crm.read_balance(cards=cards)
        except Refused:
            return posting.phone, ()
        return "", cards
