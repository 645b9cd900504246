"""What a screen or the command line is shown of a customer: plain values, computed, never stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum

from pos_app.loyalty.customer import Customer, Standing
from pos_app.loyalty.money import ZERO
from pos_app.loyalty.programme import LIVE, Freshness
from pos_app.loyalty.sale import Buyer, FoundBy, Posting, PostingState


class Source(Enum):
    """Where a customer's standing comes from. Its text is a promise of the command line."""

    LIVE = "live"
    CACHE = "cache"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The last sale of this customer at this till, and how many there were this year."""

    at: datetime
    paid: Decimal
    visits_this_year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerView:
    """A customer with what they have at this moment."""

    customer: Customer
    balance: Decimal | None
    """What the server said plus what is still on its way; None: not known."""
    pending: Decimal
    """Points of this till that have not reached the server yet and that ``balance`` includes."""
    redeemed_unsent: Decimal = ZERO
    """The used points among ``pending``, 0 or more: what is at risk while the server cannot be asked."""
    source: Source
    as_of: datetime | None
    """When the server said so (UTC)."""
    card: str = ""
    """The card that was read or typed."""
    found_by: FoundBy = FoundBy.TYPED
    last_visit: Visit | None = None

    @property
    def bonus(self) -> Decimal | None:
        """Accrual in percent; None: not known."""
        return self.customer.standing.bonus

    @property
    def discount(self) -> Decimal | None:
        """Discount in percent; None: not known."""
        return self.customer.standing.discount

    @property
    def standing(self) -> Standing:
        """What a sale to this customer is priced with."""
        return Standing(balance=self.balance, bonus=self.bonus, discount=self.discount)

    @property
    def buyer(self) -> Buyer:
        """Whom the sale is for."""
        return Buyer(phone=self.customer.phone, card=self.card, name=self.customer.full_name, found_by=self.found_by)

    def freshness(self, now: datetime) -> Freshness:
        """How well the balance is known at ``now`` (UTC)."""
        if self.source is Source.LIVE or self.as_of is None:
            return LIVE
        age = Decimal(int((now - self.as_of).total_seconds())) / 3600
        return Freshness(
            live=False,
            age_hours=age,
            card_was_read=self.found_by is FoundBy.CARD_READ,
            redeemed_unsent=self.redeemed_unsent,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Nobody:
    """Nobody has this phone or card, as far as it could be checked. A sale is still possible: its points come later."""

    phone: str = ""
    card: str = ""
    checked_online: bool
    found_by: FoundBy = FoundBy.TYPED

    @property
    def buyer(self) -> Buyer:
        """Whom the sale is for."""
        return Buyer(phone=self.phone, card=self.card, found_by=self.found_by)

    @property
    def standing(self) -> Standing:
        """Nothing is known: no discount, no points to use, points earned later."""
        return Standing()

    def freshness(self, now: datetime) -> Freshness:  # noqa: ARG002 - the same question as to a customer
        """Live if nobody is known for certain."""
        return Freshness(live=self.checked_online, card_was_read=self.found_by is FoundBy.CARD_READ)


@dataclass(frozen=True, slots=True)
class Moving:
    """Points that a balance read at some moment lacks."""

    unsent: Decimal
    """Not applied yet."""
    since: Decimal
    """Applied after the balance was read."""
    redeemed_unsent: Decimal
    """The used points among ``unsent``, 0 or more."""


def moving(
    postings: Iterable[Posting], as_of: datetime | None, balance: Decimal | None = None, *, told_at: datetime | None = None
) -> Moving:
    """Sum up the ``postings`` of one customer that the ``balance`` asked for at ``as_of`` and told by ``told_at`` cannot hold yet.

    A posting that was sent, but not settled, when the balance was read may already be in it. Where it is known what the
    balance is with it and without it, the balance tells; else earned points are left out and used points still taken off, so that
    what is shown never promises more than there is.
    """
    unsent = since = redeemed = ZERO
    for posting in postings:
        if posting.sum is None or posting.state is PostingState.CANCELLED:
            continue
        if posting.state is PostingState.APPLIED and (as_of is None or posting.settled_at is None or posting.settled_at <= as_of):
            continue
        sent_at = None if posting.state is PostingState.WAITING else posting.first_sent_at
        before = sent_at is not None and as_of is not None and sent_at <= as_of
        maybe_read = before or (sent_at is not None and told_at is not None and sent_at <= told_at)
        compared = posting.compared
        # Used points that left after the question are not forgotten: an older balance may look like the one with them.
        if compared is not None and balance == compared.target and (maybe_read if posting.sum > 0 else before):
            continue
        doubtful = maybe_read and not (compared is not None and balance == compared.read)
        counts = posting.sum < 0 or not doubtful
        if posting.state is PostingState.APPLIED:
            since += posting.sum if counts else ZERO
            continue
        unsent += posting.sum if counts else ZERO
        if posting.sum < 0:
            redeemed -= posting.sum
    return Moving(unsent, since, redeemed)
