"""What a till tells the servers of a person: a new customer, or what changed of one. Pure.

Like a correction, either is a sale of nothing with one posting, so that it goes the same way as points: saved in one commit, on the
roll, delivered in its customer's line. A registration is the first of its line, an edit the last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from enum import Enum

from pos_app.loyalty.correction import NOTHING
from pos_app.loyalty.customer import Customer, fold
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.money import ZERO
from pos_app.loyalty.sale import Buyer, Posting, PostingKind, Sale

TEXT_LIMIT = 100
"""Characters of a name or a code."""
EMAIL_LIMIT = 254
OLDEST_YEARS = 120
_EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]{2,}")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[./\-\s]\s*(\d{1,2})\s*[./\-\s]\s*(\d{4})|(\d{2})(\d{2})(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Fields of a person that the servers keep. None: not named, so it stays as it is there."""

    name: str | None = None
    surname: str | None = None
    middlename: str | None = None
    email: str | None = None
    birthday: date | None = None
    card_track: str | None = None
    """The track of the customer's card from now on: the one they had is overwritten."""

    @property
    def named(self) -> tuple[str, ...]:
        """The names of the fields that are told."""
        return tuple(each.name for each in fields(self) if getattr(self, each.name) is not None)

    def only(self, names: tuple[str, ...]) -> Profile:
        """Only these fields of it."""
        return replace(self, **{name: None for name in self.named if name not in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where the customer gets the wallet card; empty: not told. Outside text: show or draw them, never open them."""

    form: str = ""
    """The personal page that offers both wallets."""
    apple: str = ""
    google: str = ""

    @property
    def best(self) -> str:
        """The one to show to a customer whose phone is not known; empty: none that is safe to show."""
        return next((each for each in (self.form, self.apple, self.google) if each.startswith("https://")), "")


class Sms(Enum):
    """Whether the link was sent by SMS. It costs money, so it is never sent twice by itself. Its text is a promise."""

    NOT_SENT = ""
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    """The server did not send it."""
    UNKNOWN = "unknown"
    """It may have been sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileChange:
    """A registration or an edit, with what came of it so far."""

    transaction_id: str
    phone: str
    """E.164."""
    profile: Profile
    promo: str = ""
    """The code that the customer brought."""
    referred_by: str = ""
    """The phone (E.164) of who sent them."""
    rules_agreed_at: datetime | None = None
    """When they agreed to the programme's rules, at the till. UTC."""
    news_agreed_at: datetime | None = None
    """When they agreed to be sent news; None: they did not."""
    who: str = ""
    """The cashier."""
    crm_at: datetime | None = None
    """When the merchant's CRM was known to have them; None: not yet, or there is no CRM."""
    customer_id: str = ""
    """The CRM's id for them; empty: not told."""
    links: Links = field(default_factory=Links)
    sms: Sms = Sms.NOT_SENT


@dataclass(frozen=True, slots=True)
class ChangeIds:
    """Made when the form opens, so that a double Enter is the same change. UUIDv4, lower case."""

    sale_id: str
    transaction_id: str


def change_as_sale(
    change: ProfileChange, *, sale_id: str, kind: PostingKind, at: datetime, account: str
) -> tuple[Sale, tuple[Posting, ...]]:
    """The sale of nothing and the posting that carry ``change``."""
    name = " ".join(part for part in (change.profile.name, change.profile.surname) if part)
    sale = Sale(sale_id=sale_id, made_at=at, buyer=Buyer(phone=change.phone, name=name), quote=NOTHING, account=account)
    posting = Posting(transaction_id=change.transaction_id, sale_id=sale_id, kind=kind, phone=change.phone, sum=ZERO)
    return sale, (posting,)


def changed(before: Customer, after: Profile) -> Profile:
    """Of ``after`` only what differs from what the customer has: nothing else is ever sent."""
    return after.only(tuple(name for name in after.named if getattr(after, name) != _of(before, name)))


def conflicts(told: Profile, known: Customer) -> tuple[str, ...]:
    """The fields of which the server has something else than what is told; what it lacks is none."""
    return tuple(name for name in told.named if _of(known, name) and _plain(getattr(told, name)) != _plain(_of(known, name)))


def missing(told: Profile, known: Customer) -> Profile:
    """Of what is told, the part that the server does not have yet."""
    return told.only(tuple(name for name in told.named if not _of(known, name)))


def clean_text(text: str) -> str:
    """A name or a code as it is kept: no line breaks, no blanks too many, not endless."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())[:TEXT_LIMIT]


def parse_email(text: str) -> str:
    """An e-mail address, trimmed; empty for nothing. Raises BadInput."""
    address = text.strip()
    if address and (len(address) > EMAIL_LIMIT or not address.isprintable() or not _EMAIL.fullmatch(address)):
        raise BadInput(Problem.EMAIL_WRONG)
    return address


def parse_birthday(text: str, *, today: date) -> date | None:
    """A birthday as day, month and year (``25.1.1980``, ``25 01 1980``, ``25011980``, ``1980-01-25``); None for nothing.

    Raises BadInput, also for a day that has not been yet or is longer ago than anybody lives.
    """
    written = " ".join(text.split())
    if not written:
        return None
    birthday = _date(written)
    if birthday is None or birthday > today or today.year - birthday.year > OLDEST_YEARS:
        raise BadInput(Problem.BIRTHDAY_WRONG)
    return birthday


def one_digit_away(phone: str) -> tuple[str, ...]:
    """Every number that differs from ``phone`` (E.164) in exactly one digit: what a slip of the finger makes of it."""
    return tuple(
        f"{phone[:place]}{digit}{phone[place + 1 :]}"
        for place in range(1, len(phone))
        for digit in "0123456789"
        if digit != phone[place] and not (place == 1 and digit == "0")
    )


def _date(written: str) -> date | None:
    day_first, year_first = _DAY_FIRST.fullmatch(written), _YEAR_FIRST.fullmatch(written)
    found = day_first or year_first
    numbers = [int(each) for each in found.groups() if each] if found else []
    try:
        return date(*(numbers if year_first else reversed(numbers))) if numbers else None
    except ValueError:
        return None


def _of(customer: Customer, name: str) -> object:
    if name == "card_track":
        # The track that belongs to their first card is the one a new track takes the place of.
        return next((each.track for each in customer.tracks if each.card == next(iter(customer.cards), "")), "")
    return getattr(customer, name) or ""


def _plain(value: object) -> object:
    return fold(value) if isinstance(value, str) else value
