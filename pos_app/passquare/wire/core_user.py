"""PassQuare's customers: ``user_create_or_update`` and ``read_customer`` (``passquare-api.md`` §1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pos_app.loyalty.customer import Customer
from pos_app.passquare.wire import fields
from pos_app.passquare.wire.fields import Fields, succeeded
from pos_app.passquare.wire.people import person_from_json, person_to_json, without_gaps
from pos_app.passquare.wire.strict_json import JsonObject, Malformed

_LINES = ("name", "surname", "middlename", "email", "card_track", "template_uuid", "link")
_MESSAGES = ("sms", "push", "send_webpush", "send_telegram")
_NUMBERS = ("discount", "bonus", "balance")


@dataclass(frozen=True, slots=True, kw_only=True)
class UserUpdate:
    """``crm/user_create_or_update``: only what changes is named, None is left alone (PassQuare would otherwise set it to 0).

    ``balance`` is absolute: it replaces. ``sms`` may hold ``%link%``. The messages are sent once, to this customer.
    """

    phone: str
    name: str | None = None
    surname: str | None = None
    middlename: str | None = None
    email: str | None = None
    birthday: date | None = None
    discount: Decimal | None = None
    bonus: Decimal | None = None
    balance: Decimal | None = None
    card_track: str | None = None
    template_uuid: str | None = None
    customer_id: str | None = None
    link: str | None = None
    sms: str | None = None
    push: str | None = None
    send_webpush: str | None = None
    send_telegram: str | None = None

    def to_json(self) -> JsonObject:
        """The request without its key."""
        named: JsonObject = {name: getattr(self, name) for name in ("phone", *_LINES, *_NUMBERS, *_MESSAGES)}
        named["birthday"] = self.birthday and fields.german_date(self.birthday)
        named["customerId"] = self.customer_id
        return {name: value for name, value in named.items() if value is not None}

    @classmethod
    def from_json(cls, document: Fields) -> UserUpdate:
        """The request. Raises Malformed."""
        phone = fields.phone(document, "phone")
        if not phone:
            raise Malformed("its phone cannot be read")
        said = {name for name, value in document.items() if value is not None}
        named: dict[str, Any] = {name: fields.line(document, name) for name in _LINES if name in said}
        named |= {name: fields.text(document, name) for name in _MESSAGES if name in said}
        named |= {name: fields.number(document, name) for name in _NUMBERS}
        customer_id = fields.line(document, "customerId") if "customerId" in said else None
        return cls(phone=phone, birthday=fields.birthday(document, "birthday"), customer_id=customer_id, **named)


@dataclass(frozen=True, slots=True, kw_only=True)
class UserUpdated:
    """The answer to ``crm/user_create_or_update``. ``sms_send`` and ``card`` are yes, no, or the server's words ("": not said)."""

    sms_send: bool | str = ""
    card: bool | str = ""
    card_number: str = ""
    card_track: str = ""
    card_url: str = ""
    """Apple Wallet. All urls are outside text: open only https on the allow-list."""
    card_gpay_url: str = ""
    form_url: str = ""
    user_hash: str = ""

    def to_json(self) -> JsonObject:
        """The answer."""
        told = {"sms_send": self.sms_send, "card": self.card, "card_number": self.card_number, "card_track": self.card_track}
        links = {"card_url": self.card_url, "card_gpay_url": self.card_gpay_url, "form_url": self.form_url}
        return {"success": True, **without_gaps({**told, **links, "user_hash": self.user_hash})}

    @classmethod
    def from_json(cls, document: Fields) -> UserUpdated:
        """The answer. Raises Malformed unless it proves success."""
        succeeded(document)
        return cls(
            sms_send=_told(document, "sms_send"),
            card=_told(document, "card"),
            card_number=fields.line(document, "card_number"),
            card_track=fields.line(document, "card_track"),
            card_url=fields.line(document, "card_url"),
            card_gpay_url=fields.line(document, "card_gpay_url"),
            form_url=fields.line(document, "form_url"),
            user_hash=fields.line(document, "user_hash"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCustomer:
    """``crm/read_customer`` of who has this phone (E.164) or this card number."""

    phone: str = ""
    card: str = ""
    invites: bool = False
    installs: bool = False

    def __post_init__(self) -> None:
        if not (self.phone or self.card):
            raise ValueError("nobody is named")

    def to_json(self) -> JsonObject:
        """The request without its key."""
        return without_gaps({"phone": self.phone, "card": self.card, "invites": self.invites, "installs": self.installs})

    @classmethod
    def from_json(cls, document: Fields) -> ReadCustomer:
        """The request. Raises Malformed if it names nobody."""
        phone, card = fields.phone(document, "phone"), fields.line(document, "card")
        if not (phone or card):
            raise Malformed("it names neither phone nor card")
        invites, installs = (fields.flag(document, name) is True for name in ("invites", "installs"))
        return cls(phone=phone, card=card, invites=invites, installs=installs)


def customer_to_json(customer: Customer | None, *, invites: bool, installs: bool) -> JsonObject:
    """The answer to ``crm/read_customer``, with the two parts that are told only on request. None: no such customer."""
    if customer is None:
        return {"customer": None}
    told: JsonObject = {
        "cardInstalls": [{"card": each.card, "install": each.installed} for each in customer.installs] if installs else None,
        "template_uuid": customer.template_uuid,
        "remoteId": customer.remote_id,
        "invitedBy": customer.invited_by if invites else None,
        "invites": list(customer.invites) if invites else None,
    }
    return {"customer": {**person_to_json(customer, written=fields.german_date), **without_gaps(told)}}


def customer_from_json(document: Fields) -> Customer | None:
    """The answer to ``crm/read_customer``; None: no such customer, in any of the ways that is said. Raises Malformed."""
    said = document.get("customer")
    if "customer" not in document and document:
        raise Malformed("it lacks its customer")
    if not said:
        return None
    if not isinstance(said, dict):
        raise Malformed("its customer is not an object")
    customer = person_from_json(said)
    known = customer.phone or customer.cards or customer.name or customer.remote_id
    return customer if known else None


def _told(document: Fields, name: str) -> bool | str:
    value = document.get(name)
    return value if isinstance(value, bool) else fields.text(document, name)
