"""Route A: ``addBalance`` at the merchant's CRM, which dedupes by transactionId (``delivery.md`` §4)."""

from __future__ import annotations

from decimal import Decimal

from pos_app.loyalty.errors import Refused
from pos_app.loyalty.sale import Posting
from pos_app.passquare.core import CoreClient
from pos_app.passquare.crm import CrmClient


class AddBalanceRoute:
    """Sends one posting. Raises the errors of its clients; used by the messenger's sender threads."""

    def __init__(self, crm: CrmClient, core: CoreClient) -> None:
        """``core`` is asked for a bonus the CRM does not tell."""
        self._crm = crm
        self._core = core

    def bonus(self, posting: Posting) -> Decimal:
        """The customer's accrual in percent, for a sale made while it was not known.

        Raises NoSuchCustomer and the transport's errors.
        """
        phone, cards = self._who(posting)
        try:
            standing = self._crm.read_balance(phone=phone, cards=cards)
            if standing.bonus is not None:
                return standing.bonus
        except Refused:
            # The CRM does not know the customer, or not by this: PassQuare may still know the card's phone.
            pass
        return self._core.read_customer(phone=phone, card="".join(cards)).standing.bonus or Decimal(0)

    def send(self, posting: Posting) -> None:
        """Add the posting's points. Returns when the server has proved that it has them."""
        assert posting.sum is not None, "the points are worked out before a posting is sent"  # noqa: S101 - an invariant
        phone, cards = self._who(posting)
        self._crm.add_balance(
            phone=phone,
            cards=cards,
            sum=posting.sum,
            transaction_id=posting.transaction_id,
            lifetime_days=posting.lifetime_days,
        )

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
