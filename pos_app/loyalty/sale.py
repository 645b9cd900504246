"""A sale, the postings it becomes, and the states both go through (``money.md``, ``delivery.md``).

A sale is never edited. A posting is one change of one customer's points, with an id of its own that the server dedupes by.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum

from pos_app.loyalty.programme import Quote


class PostingKind(Enum):
    """What a posting is for. Redeem goes before earn. Its text is a promise of the command line."""

    REDEEM = "redeem"
    EARN = "earn"
    REGISTER = "register"
    """A new customer (``loyalty.profile``)."""
    EDIT = "edit"
    """What changed of a customer."""

    @property
    def of_points(self) -> bool:
        """Whether it changes points, and not what is known of a person."""
        return self in (PostingKind.REDEEM, PostingKind.EARN)


class PostingState(Enum):
    """Where a posting is. Its text is a promise of the command line."""

    WAITING = "waiting"
    """Never left this till; safe to send at any age."""
    SENDING = "sending"
    """Committed as about to be sent; after a crash this is UNKNOWN."""
    UNKNOWN = "unknown"
    """May have been carried out."""
    APPLIED = "applied"
    """Proved: the server has it, once."""
    NEEDS_PERSON = "needs_person"
    """The till must not go on by itself."""
    CANCELLED = "cancelled"
    """Taken back before it was ever sent, or settled by a person."""

    @property
    def open(self) -> bool:
        """Whether the posting still is in the queue: neither applied nor cancelled."""
        return self not in (PostingState.APPLIED, PostingState.CANCELLED)


class SaleState(Enum):
    """A sale's state follows from its postings. Its text is a promise of the command line."""

    SAVED = "saved"
    """On this disk; something is still on its way."""
    APPLIED = "applied"
    NEEDS_PERSON = "needs_person"


def sale_state(postings: Iterable[PostingState]) -> SaleState:
    """The state of a sale whose postings are in these states; a sale without postings is applied."""
    states = set(postings)
    if PostingState.NEEDS_PERSON in states:
        return SaleState.NEEDS_PERSON
    return SaleState.SAVED if any(state.open for state in states) else SaleState.APPLIED


class Attention(Enum):
    """Why a posting needs a person. Screens and the command line have words for each."""

    REFUSED = "refused"
    """The server said no; its words are the posting's last answer."""
    NO_CUSTOMER = "no_customer"
    """This phone or card belongs to nobody yet."""
    OUTCOME_UNKNOWN = "outcome_unknown"
    """May have been applied, and the server can no longer be asked by id."""
    WRONG_ACCOUNT = "wrong_account"
    """The key in use belongs to another account than the one the sale was made for."""
    BALANCE_MOVED = "balance_moved"
    """The balance on the server is none that this till left or made: somebody else changed it."""
    REGISTERED = "registered"
    """The phone to be registered is a customer's already, about whom the server has something else than what was typed."""
    DAMAGED = "damaged"
    """What is on this disk is not what was written there."""


@dataclass(frozen=True, slots=True)
class SaleIds:
    """Made when the sale form opens, so that a double Enter is the same sale. All UUIDv4, lower case."""

    sale_id: str
    redeem_id: str
    earn_id: str


def new_sale_ids(new_uuid: Callable[[], uuid.UUID] = uuid.uuid4) -> SaleIds:
    """Fresh ids for one sale form."""
    return SaleIds(str(new_uuid()), str(new_uuid()), str(new_uuid()))


class FoundBy(Enum):
    """How the customer of a sale was found: what offline redeeming depends on."""

    CARD_READ = "card_read"
    TYPED = "typed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """Whom a sale is for. At least one of ``phone`` (E.164) and ``card`` is set; the name is only for the screen."""

    phone: str = ""
    card: str = ""
    name: str = ""
    found_by: FoundBy = FoundBy.TYPED

    def __post_init__(self) -> None:
        if not (self.phone or self.card):
            raise ValueError("a buyer needs a phone or a card")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """One confirmed sale, with everything its refund will need."""

    sale_id: str
    made_at: datetime
    """UTC, for people; order is by the store's sequence, never by this."""
    buyer: Buyer
    quote: Quote
    receipt: str = ""
    account: str = ""
    """The PassQuare account (``status.app``) the till was set up for; sales never go to another."""
    reverses: str = ""
    """The ``sale_id`` of the sale this one takes back, wholly or in part: then the quote's amounts are negative."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A balance on the server before some points were sent and what it is to be afterwards: fixed before the first byte."""

    read: Decimal
    target: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One change of one customer's points."""

    transaction_id: str
    sale_id: str
    kind: PostingKind
    phone: str = ""
    card: str = ""
    sum: Decimal | None
    """Points, signed; None while the bonus is not known: found out before it is first sent."""
    base: Decimal = Decimal(0)
    """The money that earns; what ``sum`` is worked out from once the bonus is known."""
    bonus: Decimal | None = None
    """The percentage that ``sum`` was worked out with, if that was found out after the sale."""
    lifetime_days: int | None = None
    reverses: str = ""
    """The ``transaction_id`` of the posting this one takes back, wholly or in part: it goes out behind it, or not at all."""
    state: PostingState = PostingState.WAITING
    attention: Attention | None = None
    attempts: int = 0
    last_answer: str = ""
    """What the last attempt came to, one sentence; may hold the server's words: plain text only."""
    first_sent_at: datetime | None = None
    endpoint: str = ""
    """Where it was first sent: an id is known again only there."""
    batch: str = ""
    """The ``transaction_id`` of the first of the postings that went out together, in one absolute write; empty: alone."""
    compared: Compared | None = None
    """None: the server is trusted to know the id again."""
    settled_at: datetime | None = None
    """When it was applied or cancelled."""
    seq: int = 0
    """The store's order; 0 before it is saved."""

    @property
    def customer_key(self) -> str:
        """Postings of one customer are sent one at a time, in order."""
        return self.phone or f"card:{self.card}"


def postings_of(sale: Sale, ids: SaleIds, *, earn_base: Decimal, lifetime_days: int | None) -> tuple[Posting, ...]:
    """The at most two postings of ``sale``: redeem first, then earn. A posting of 0 is not made.

    ``earn_base`` is the money the bonus is taken of (by the programme's ``earn_on``). A known customer is named by the phone alone;
    one who is still to be found by all that is known of them.
    """

    quote = sale.quote

    def posting(transaction_id: str, kind: PostingKind, points: Decimal | None) -> Posting:
        return Posting(
            transaction_id=transaction_id,
            sale_id=sale.sale_id,
            kind=kind,
            phone=sale.buyer.phone,
            card="" if sale.buyer.phone and quote.earned is not None else sale.buyer.card,
            sum=points,
            base=earn_base if kind is PostingKind.EARN else Decimal(0),
            lifetime_days=lifetime_days if kind is PostingKind.EARN else None,
        )

    redeem = [posting(ids.redeem_id, PostingKind.REDEEM, -quote.redeemed)] if quote.redeemed else []
    earn = [posting(ids.earn_id, PostingKind.EARN, quote.earned)] if quote.earned is None or quote.earned else []
    return (*redeem, *earn)
