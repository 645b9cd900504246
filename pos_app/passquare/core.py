"""The client of PassQuare's core (``passquare-api.md`` §1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

from pos_app.loyalty.account import Account
from pos_app.loyalty.customer import Customer
from pos_app.loyalty.errors import NoSuchCustomer, Unknown
from pos_app.loyalty.secret import Secret
from pos_app.passquare.asking import about_a_customer, understood
from pos_app.passquare.transport import CAP_BYTES, Transport
from pos_app.passquare.wire.core import (
    Page,
    Path,
    PushCreate,
    PushCreated,
    PushSend,
    PushType,
    ReadCustomers,
    account_from_json,
    push_sent_from_json,
)
from pos_app.passquare.wire.core_user import ReadCustomer, UserUpdate, UserUpdated, customer_from_json
from pos_app.passquare.wire.strict_json import JsonObject, dumps

PAGE_CAP_BYTES = 1024 * 1024
"""A page of phones may be longer than any other answer."""


class CoreClient:
    """Thread-safe; every method blocks up to the transport's deadline, and sends once.

    All raise NotSent, Unknown, Refused, KeyRefused and SlowDown, and whatever ``key`` raises.
    """

    def __init__(self, transport: Transport, *, url: str, key: Callable[[], Secret]) -> None:
        """``url`` without the method (``https://core.passquare.com/api/v2``); ``key`` is asked for at each request."""
        self._transport = transport
        self._url = url.rstrip("/")
        self._key = key

    def status(self) -> Account:
        """Whose key this is, and the prepaid balance."""
        return understood(self._ask(Path.STATUS, {}), account_from_json)

    def create_or_update(self, update: UserUpdate) -> UserUpdated:
        """Create the customer or change what ``update`` names. Returns once the server has said that it did."""
        return understood(self._ask(Path.CREATE_OR_UPDATE, update.to_json()), UserUpdated.from_json)

    def read_customer(self, *, phone: str = "", card: str = "", invites: bool = False, installs: bool = False) -> Customer:
        """Who has this phone (E.164) or, if none is given, this card number. ``invites`` and ``installs``: tell these as well.

        Raises NoSuchCustomer, and Unknown if the answer is about somebody else: nobody gets another's points.
        """
        request = ReadCustomer(phone=phone, card="" if phone else card, invites=invites, installs=installs)
        with about_a_customer():
            document = self._ask(Path.READ_CUSTOMER, request.to_json(), lookup=True)
        customer = understood(document, customer_from_json)
        if customer is None:
            raise NoSuchCustomer
        if not _is_about(customer, request):
            raise Unknown("PassQuare answered for another customer than was asked for: nothing was taken from its answer.")
        return customer

    def read_customers(self, request: ReadCustomers) -> Page:
        """One page of phones, from ``request.offset`` on."""
        return understood(self._ask(Path.READ_CUSTOMERS, request.to_json(), cap_bytes=PAGE_CAP_BYTES), Page.from_json)

    def all_customers(
        self, *, start: date | datetime | None = None, end: date | datetime | None = None, installed: bool | None = None
    ) -> Iterator[str]:
        """The phones of all customers, each once, page after page as they are taken. Errors come from the page that met them."""
        seen: set[str] = set()
        offset = 0
        while True:
            page = self.read_customers(ReadCustomers(start=start, end=end, installed=installed, offset=offset))
            fresh = [phone for phone in dict.fromkeys(page.phones) if phone not in seen]
            # A server that ignores the offset would give the same page for ever.
            if not page.listed or (page.phones and not fresh):
                return
            seen.update(fresh)
            offset += page.listed
            yield from fresh

    def push_create(self, message: str, kind: PushType, *, name: str = "", segment_uuid: str = "") -> PushCreated:
        """Make a campaign; nothing is sent yet."""
        request = PushCreate(message=message, type=kind, name=name, segment_uuid=segment_uuid)
        return understood(self._ask(Path.PUSH_CREATE, request.to_json()), PushCreated.from_json)

    def push_send(self, push_uuid: str) -> None:
        """Send a campaign to all its customers. After Unknown it may have gone out."""
        understood(self._ask(Path.PUSH_SEND, PushSend(push_uuid=push_uuid).to_json()), push_sent_from_json)

    def _ask(self, path: Path, request: JsonObject, *, lookup: bool = False, cap_bytes: int = CAP_BYTES) -> JsonObject:
        key = self._key()
        body = dumps({"app_key": key.reveal(), **request})
        return self._transport.post(f"{self._url}/{path.value}", body, cap_bytes=cap_bytes, lookup=lookup, secrets=[key])


def _is_about(customer: Customer, asked: ReadCustomer) -> bool:
    """Whether the answer is for who was asked for. A card may be listed with other blanks, case or zeros before it."""
    if asked.phone:
        return customer.phone == asked.phone
    known = {*customer.cards, *(each.card for each in customer.tracks), *(each.track for each in customer.tracks)}
    return not known or _bare(asked.card) in {_bare(each) for each in known}


def _bare(card: str) -> str:
    return "".join(card.split()).casefold().lstrip("0")
