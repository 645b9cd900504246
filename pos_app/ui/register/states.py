"""What the page knows of a form: its fields, what was swiped, and how it is with the card in the phone. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import Protocol

from pos_app.loyalty.customer import Customer
from pos_app.loyalty.profile import ChangeIds, ProfileChange
from pos_app.till.lookup import Answer
from pos_app.till.query import Query
from pos_app.till.registering import Application, Edited, SavedChange


class Field(Enum):
    """Something to type into."""

    PHONE = "phone"
    NAME = "name"
    SURNAME = "surname"
    BIRTHDAY = "birthday"
    EMAIL = "email"
    PROMO = "promo"
    REFERRER = "referred_by"


EDITABLE = (Field.NAME, Field.SURNAME, Field.BIRTHDAY, Field.EMAIL)


class Step(Enum):
    """How far the form is."""

    TYPING = auto()
    SAVING = auto()
    SAVED = auto()


class Wallet(Enum):
    """How it is with the card in the customer's phone."""

    BEFORE = auto()
    REGISTERING = auto()
    LATER = auto()
    """Saved here; the link follows once the shop is online."""
    READY = auto()
    IN_PHONE = auto()
    NO_LINK = auto()
    STUCK = auto()
    """A person has to decide first."""


class SmsStep(Enum):
    """What is asked about the SMS with the link."""

    NONE = auto()
    LOOKING = auto()
    ASKED = auto()
    """Whether it may be paid for."""
    SENDING = auto()
    NO_CREDIT = auto()
    NOT_NOW = auto()


@dataclass(frozen=True, slots=True)
class Swiped:
    """A card that was read while the form was shown."""

    track: str
    owner: Customer | None = None
    """Whose it is, as far as this till knows."""
    accepted: bool = False
    """It was said that it is to be this customer's."""


class RegisteringTill(Protocol):
    """``pos_app.till.registering.Registering``."""

    def new_ids(self) -> ChangeIds: ...
    def phone(self, text: str) -> str: ...
    def birthday(self, text: str) -> object: ...
    def email(self, text: str) -> str: ...
    def alike(self, phone: str) -> Future[list[Customer]]: ...
    def register(self, application: Application, ids: ChangeIds) -> Future[SavedChange]: ...
    def edit(self, customer: Customer, edited: Edited, ids: ChangeIds) -> Future[SavedChange]: ...
    def change(self, transaction_id: str) -> Future[SavedChange]: ...


class SmsTill(Protocol):
    """``pos_app.till.wallet_sms.WalletSms``."""

    def credit(self) -> Future[Decimal]: ...
    def send(self, transaction_id: str, text: str) -> Future[ProfileChange]: ...


class RegisterTill(Protocol):
    """What the page needs of the till."""

    @property
    def registering(self) -> RegisteringTill: ...
    @property
    def sms(self) -> SmsTill: ...
    def parse_scan(self, candidates: Sequence[str]) -> Query: ...
    def look_here(self, query: Query) -> Future[Answer]: ...
    def look_live(self, query: Query) -> Future[Answer]: ...
