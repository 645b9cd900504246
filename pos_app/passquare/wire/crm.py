"""The CRM hook: ``createCustomer``, ``readBalance`` and ``addBalance``, as written and as read (``passquare-api.md`` §2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from pos_app.loyalty.customer import Customer, Standing
from pos_app.loyalty.secret import Secret
from pos_app.passquare.wire import fields
from pos_app.passquare.wire.fields import Fields, succeeded
from pos_app.passquare.wire.people import person_from_json, person_to_json, standing_from_json, standing_to_json, without_gaps
from pos_app.passquare.wire.strict_json import JsonObject, Malformed

LONGEST_LIFETIME_DAYS = 36_525
"""A hundred years; more is seconds, as old versions wrote them, and is refused."""


class Method(Enum):
    """What the one URL is asked for."""

    CREATE_CUSTOMER = "createCustomer"
    READ_BALANCE = "readBalance"
    ADD_BALANCE = "addBalance"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCustomer:
    """``createCustomer``. ``person.invited_by`` is the phone of who referred them; installs and invites are not told."""

    person: Customer
    sex: str = ""
    entered_promo: str = ""
    """The code that they typed when registering."""
    promo: str = ""
    """Their own code, for others to type."""

    def to_json(self) -> JsonObject:
        """The request without its key."""
        customer = person_to_json(self.person, written=date.isoformat)
        extra = without_gaps({"sex": self.sex, "promo": self.entered_promo})
        more: JsonObject = {"extra": extra or None, "promo": self.promo, "referCustomerPhone": self.person.invited_by}
        return {"method": Method.CREATE_CUSTOMER.value, "customer": {**customer, **without_gaps(more)}}

    @classmethod
    def from_json(cls, customer: Fields) -> NewCustomer:
        """The request's ``customer``. Raises Malformed, also if there is neither phone nor card."""
        extra = customer.get("extra")
        extra = extra if isinstance(extra, dict) else {}
        person = replace(person_from_json(customer), invited_by=fields.phone(customer, "referCustomerPhone"))
        _named(person.phone, person.cards)
        return cls(
            person=person,
            sex=fields.line(extra, "sex"),
            entered_promo=fields.line(extra, "promo"),
            promo=fields.line(customer, "promo"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBalance:
    """``readBalance`` of who has this phone (E.164) or these cards; at least one is given."""

    phone: str = ""
    cards: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (self.phone or self.cards):
            raise ValueError("nobody is named")

    def to_json(self) -> JsonObject:
        """The request without its key."""
        who = without_gaps({"phone": self.phone, "cardNumbers": list(self.cards)})
        return {"method": Method.READ_BALANCE.value, "customer": who}

    @classmethod
    def from_json(cls, customer: Fields) -> ReadBalance:
        """The request's ``customer``. Raises Malformed."""
        phone, cards = _named(fields.phone(customer, "phone"), fields.lines(customer, "cardNumbers"))
        return cls(phone=phone, cards=cards)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddBalance:
    """``addBalance``: add ``sum`` points (signed) once for this ``transaction_id``, for ``lifetime_days`` (None: for ever)."""

    phone: str = ""
    cards: tuple[str, ...] = ()
    sum: Decimal
    transaction_id: str
    lifetime_days: int | None = None

    def __post_init__(self) -> None:
        if not (self.phone or self.cards):
            raise ValueError("nobody is named")

    def to_json(self) -> JsonObject:
        """The request without its key."""
        customer = {
            "phone": self.phone,
            "cardNumbers": list(self.cards),
            "sum": self.sum,
            "transactionId": self.transaction_id,
            "lifetime": self.lifetime_days,
        }
        return {"method": Method.ADD_BALANCE.value, "customer": without_gaps(customer)}

    @classmethod
    def from_json(cls, customer: Fields) -> AddBalance:
        """The request's ``customer``. Raises Malformed; a lifetime of 0 is none."""
        phone, cards = _named(fields.phone(customer, "phone"), fields.lines(customer, "cardNumbers"))
        points = fields.number(customer, "sum")
        transaction_id = fields.line(customer, "transactionId")
        if points is None or not transaction_id:
            raise Malformed("it lacks its sum or transactionId")
        lifetime_days = fields.whole_number(customer, "lifetime", most=LONGEST_LIFETIME_DAYS) or None
        return cls(phone=phone, cards=cards, sum=points, transaction_id=transaction_id, lifetime_days=lifetime_days)


CrmRequest: TypeAlias = NewCustomer | ReadBalance | AddBalance


def request_from_json(document: Fields) -> CrmRequest:
    """The request in ``document``. Raises Malformed."""
    customer = document.get("customer")
    if not isinstance(customer, dict):
        raise Malformed("it lacks its customer")
    match document.get("method"):
        case Method.CREATE_CUSTOMER.value:
            return NewCustomer.from_json(customer)
        case Method.READ_BALANCE.value:
            return ReadBalance.from_json(customer)
        case Method.ADD_BALANCE.value:
            return AddBalance.from_json(customer)
        case _:
            raise Malformed("its method is not known")


def key_of(document: Fields) -> Secret:
    """The ``crm_key`` of a request; empty if it has none."""
    key = document.get("crm_key")
    return Secret(key if isinstance(key, str) else "")


def created_to_json(customer_id: str) -> JsonObject:
    """The answer to ``createCustomer``."""
    return {"customerId": customer_id}


def created_from_json(document: Fields) -> str:
    """The ``customerId`` in the answer to ``createCustomer``. Raises Malformed if there is none."""
    if document.get("success", True) is not True:
        raise Malformed("it does not say that it succeeded")
    customer_id = fields.line(document, "customerId")
    if not customer_id:
        raise Malformed("it lacks its customerId")
    return customer_id


def balance_to_json(standing: Standing) -> JsonObject:
    """The answer to ``readBalance``."""
    return {"success": True, **standing_to_json(standing)}


def balance_from_json(document: Fields) -> Standing | None:
    """The answer to ``readBalance``; None: no such customer. Raises Malformed.

    It changes nothing, so an answer without ``success`` counts if it has any of the numbers.
    """
    standing = standing_from_json(document)
    if "success" not in document:
        if standing != Standing():
            return standing
        if not document or not document.get("customer", True):
            return None
    succeeded(document)
    return standing


def added_to_json() -> JsonObject:
    """The answer to ``addBalance``, the first time and every other."""
    return {"success": True}


def added_from_json(document: Fields) -> None:
    """Return if the answer to ``addBalance`` proves that the points are there, else raise Malformed."""
    succeeded(document)


def error_to_json(sentence: str) -> JsonObject:
    """The answer that says no; core and CRM write it alike."""
    return {"error": sentence}


def _named(phone: str, cards: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    if not (phone or cards):
        raise Malformed("it names neither phone nor card")
    return phone, cards
