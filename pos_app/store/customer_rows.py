"""Customers as rows of ``customers.db``, and back; and what a newer reading makes of an older one."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from pos_app.loyalty.customer import CardInstall, CardTrack, Customer, Standing
from pos_app.loyalty.money import from_cents, to_cents
from pos_app.store.database import Row
from pos_app.store.rows import storable, to_text

CUSTOMER_COLUMNS = (
    "phone, backwards, name, surname, middlename, email, birthday, balance_cents, bonus_percent, discount_percent, template_uuid, "
    "remote_id, invited_by, extra, read_at, balance_at"
)
CUSTOMER_SELECT = f"SELECT c.id, c.{CUSTOMER_COLUMNS.replace(', ', ', c.')} FROM customer c"  # noqa: S608 - column names


@dataclass(frozen=True, slots=True)
class CachedCustomer:
    """A customer as this till last heard of them."""

    customer: Customer
    as_of: datetime
    """When the balance was read (UTC); if none ever was, when anything was."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of ``customer``."""

    id: int
    customer: Customer
    read_at: datetime
    balance_at: datetime | None

    @property
    def cached(self) -> CachedCustomer:
        """What others are given of it."""
        return CachedCustomer(self.customer, self.balance_at or self.read_at)


def customer_row(customer: Customer, *, read_at: datetime, balance_at: datetime | None) -> Row:
    """The values of CUSTOMER_COLUMNS."""
    standing = customer.standing
    return (
        customer.phone,
        backwards(customer.phone),
        storable(customer.name),
        storable(customer.surname),
        storable(customer.middlename),
        storable(customer.email),
        None if customer.birthday is None else customer.birthday.isoformat(),
        None if standing.balance is None else to_cents(standing.balance),
        None if standing.bonus is None else str(standing.bonus),
        None if standing.discount is None else str(standing.discount),
        storable(customer.template_uuid),
        storable(customer.remote_id),
        storable(customer.invited_by),
        _pack(customer),
        to_text(read_at),
        None if balance_at is None else to_text(balance_at),
    )


def entry_from(row: Row) -> Entry:
    """A row of CUSTOMER_SELECT."""
    cards, tracks, installs, invites = json.loads(row[14]) if row[14] else ((), (), (), ())
    customer = Customer(
        phone=row[1],
        name=row[3],
        surname=row[4],
        middlename=row[5],
        email=row[6],
        birthday=None if row[7] is None else date.fromisoformat(row[7]),
        cards=tuple(cards),
        tracks=tuple(CardTrack(*each) for each in tracks),
        installs=tuple(CardInstall(*each) for each in installs),
        standing=Standing(
            balance=None if row[8] is None else from_cents(row[8]),
            bonus=None if row[9] is None else Decimal(row[9]),
            discount=None if row[10] is None else Decimal(row[10]),
        ),
        template_uuid=row[11],
        remote_id=row[12],
        invited_by=row[13],
        invites=tuple(invites),
    )
    return Entry(row[0], customer, datetime.fromisoformat(row[15]), None if row[16] is None else datetime.fromisoformat(row[16]))


def over(new: Customer, old: Customer) -> Customer:
    """``new`` where it says something, ``old`` where it does not: what a server leaves out has not become empty."""
    standing = Standing(
        balance=old.standing.balance if new.standing.balance is None else new.standing.balance,
        bonus=old.standing.bonus if new.standing.bonus is None else new.standing.bonus,
        discount=old.standing.discount if new.standing.discount is None else new.standing.discount,
    )
    tracks = tuple(CardTrack(storable(each.card), storable(each.track)) for each in new.tracks)
    cards = tuple(dict.fromkeys((*(storable(card) for card in new.cards or old.cards), *(each.card for each in tracks))))
    said = {each.track for each in tracks}
    # A track is often learned by swiping, and no server knows it: it stays as long as its card does.
    learned = tuple(each for each in old.tracks if each.card in cards and each.track not in said)
    return replace(
        new,
        name=new.name or old.name,
        surname=new.surname or old.surname,
        middlename=new.middlename or old.middlename,
        email=new.email or old.email,
        birthday=new.birthday or old.birthday,
        cards=cards,
        tracks=tracks + learned,
        installs=new.installs or old.installs,
        standing=standing,
        template_uuid=new.template_uuid or old.template_uuid,
        remote_id=new.remote_id or old.remote_id,
        invited_by=new.invited_by or old.invited_by,
        invites=new.invites or old.invites,
    )


def without_card(customer: Customer, card: str) -> Customer:
    """The customer after ``card`` has gone to somebody else."""
    return replace(
        customer,
        cards=tuple(each for each in customer.cards if each != card),
        tracks=tuple(each for each in customer.tracks if each.card != card),
        installs=tuple(each for each in customer.installs if each.card != card),
    )


def with_track(customer: Customer, learned: CardTrack) -> Customer:
    """The customer whose card ``learned.card`` reads as ``learned.track``."""
    return replace(customer, tracks=(*(each for each in customer.tracks if each.track != learned.track), learned))


def without_track(customer: Customer, track: str) -> Customer:
    """The customer, of whose cards none reads as ``track``."""
    return replace(customer, tracks=tuple(each for each in customer.tracks if each.track != track))


def backwards(text: str) -> str:
    """Letters and digits from the end: what ends alike begins alike."""
    plain = text.removeprefix("+")
    return (plain if plain.isalnum() else "".join(filter(str.isalnum, plain)))[::-1]


def _pack(customer: Customer) -> str:
    if not (customer.cards or customer.tracks or customer.installs or customer.invites):
        return ""
    return json.dumps(
        (
            customer.cards,
            [(each.card, each.track) for each in customer.tracks],
            [(each.card, each.installed) for each in customer.installs],
            customer.invites,
        ),
        separators=(",", ":"),
    )
