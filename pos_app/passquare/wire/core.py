"""PassQuare's core: its requests and answers, as written and as read (``passquare-api.md`` §1); customers are in ``core_user``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from pos_app.loyalty.account import Account
from pos_app.loyalty.secret import Secret
from pos_app.passquare.wire import fields
from pos_app.passquare.wire.fields import Fields
from pos_app.passquare.wire.people import without_gaps
from pos_app.passquare.wire.strict_json import JsonObject, Malformed

MOST_CUSTOMERS = 100_000_000


class Path(Enum):
    """What follows core's URL, by method."""

    STATUS = "status"
    CREATE_OR_UPDATE = "crm/user_create_or_update"
    READ_CUSTOMER = "crm/read_customer"
    READ_CUSTOMERS = "crm/read_customers"
    PUSH_CREATE = "crm/push/create"
    PUSH_SEND = "crm/push/send"


def key_of(document: Fields) -> Secret:
    """The ``app_key`` of a request; empty if it has none."""
    key = document.get("app_key")
    return Secret(key if isinstance(key, str) else "")


def account_to_json(account: Account) -> JsonObject:
    """The answer to ``status``."""
    return without_gaps({"app": account.name, "balance": account.balance})


def account_from_json(document: Fields) -> Account:
    """The answer to ``status``. Raises Malformed if it names no account."""
    name = fields.line(document, "app")
    if not name:
        raise Malformed("it names no account")
    return Account(name, fields.number(document, "balance"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCustomers:
    """``crm/read_customers``: a page of phones. Dates are PassQuare's own days; None: no such condition."""

    start: date | datetime | None = None
    end: date | datetime | None = None
    installed: bool | None = None
    offset: int = 0

    def to_json(self) -> JsonObject:
        """The request without its key."""
        start, end = (each and _moment_to_text(each) for each in (self.start, self.end))
        return without_gaps({"start_date": start, "end_date": end, "installed": self.installed, "offset": self.offset})

    @classmethod
    def from_json(cls, document: Fields) -> ReadCustomers:
        """The request. Raises Malformed."""
        return cls(
            start=_moment_from_text(document, "start_date"),
            end=_moment_from_text(document, "end_date"),
            installed=fields.flag(document, "installed"),
            offset=fields.whole_number(document, "offset", most=MOST_CUSTOMERS) or 0,
        )


@dataclass(frozen=True, slots=True)
class Page:
    """A page of ``crm/read_customers``: the phones that could be read, of ``listed`` in all; 0 ends the list."""

    phones: tuple[str, ...]
    listed: int

    def to_json(self) -> JsonObject:
        """The answer."""
        return {"customers": list(self.phones)}

    @classmethod
    def from_json(cls, document: Fields) -> Page:
        """The answer. Raises Malformed if there is no list in it."""
        listed = document.get("customers", document)
        if listed is None or listed == {}:
            listed = []
        if not isinstance(listed, list):
            raise Malformed("it lacks its customers")
        return cls(fields.phones({"customers": listed}, "customers"), len(listed))


class PushType(Enum):
    """By which way a push goes."""

    TEXT = "text"
    WEBPUSH = "webpush"
    TELEGRAM = "telegram"


@dataclass(frozen=True, slots=True, kw_only=True)
class PushCreate:
    """``crm/push/create``: a campaign to a segment (empty: to everybody), not sent yet."""

    message: str
    type: PushType
    name: str = ""
    segment_uuid: str = ""

    def to_json(self) -> JsonObject:
        """The request without its key."""
        return without_gaps(
            {"message": self.message, "type": self.type.value, "name": self.name, "segment_uuid": self.segment_uuid}
        )

    @classmethod
    def from_json(cls, document: Fields) -> PushCreate:
        """The request. Raises Malformed."""
        message = fields.text(document, "message")
        kinds = {each.value: each for each in PushType}
        kind = kinds.get(fields.line(document, "type"))
        if not message or kind is None:
            raise Malformed("it lacks its message or type")
        return cls(
            message=message, type=kind, name=fields.line(document, "name"), segment_uuid=fields.line(document, "segment_uuid")
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PushCreated:
    """The campaign that ``crm/push/create`` made."""

    uuid: str
    name: str = ""
    message: str = ""

    def to_json(self) -> JsonObject:
        """The answer."""
        return {"result": {"name": self.name, "uuid": self.uuid, "message": self.message}}

    @classmethod
    def from_json(cls, document: Fields) -> PushCreated:
        """The answer. Raises Malformed if there is no uuid in it."""
        result = document.get("result")
        result = result if isinstance(result, dict) else {}
        uuid = fields.line(result, "uuid")
        if not uuid:
            raise Malformed("it lacks its uuid")
        return cls(uuid=uuid, name=fields.line(result, "name"), message=fields.text(result, "message"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PushSend:
    """``crm/push/send``: send a campaign that was created."""

    push_uuid: str

    def to_json(self) -> JsonObject:
        """The request without its key."""
        return {"push_uuid": self.push_uuid}

    @classmethod
    def from_json(cls, document: Fields) -> PushSend:
        """The request. Raises Malformed."""
        push_uuid = fields.line(document, "push_uuid")
        if not push_uuid:
            raise Malformed("it lacks its push_uuid")
        return cls(push_uuid=push_uuid)


def push_sent_from_json(document: Fields) -> None:
    """The answer to ``crm/push/send`` has no documented form: any object that does not deny success is one, else Malformed."""
    if document.get("success", True) is not True:
        raise Malformed("it does not say that it succeeded")


def _moment_to_text(moment: date | datetime) -> str:
    clock = moment.time() if isinstance(moment, datetime) else time()
    return fields.german_date(moment) + (f" {clock:%H:%M:%S}" if clock.replace(microsecond=0) != time() else "")


def _moment_from_text(document: Fields, name: str) -> date | datetime | None:
    written = fields.line(document, name)
    if not written:
        return None
    day, clock = fields.read_date(written), written.partition(" ")[2]
    if day is None:
        raise Malformed(f"its {name} is not a date")
    if not clock:
        return day
    try:
        return datetime.combine(day, time.fromisoformat(clock))
    except ValueError:
        raise Malformed(f"its {name} is not a date") from None
