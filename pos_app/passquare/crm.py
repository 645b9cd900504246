"""The client of the merchant's CRM hook (``passquare-api.md`` §2)."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.errors import NoSuchCustomer
from pos_app.loyalty.secret import Secret
from pos_app.passquare.asking import about_a_customer, understood
from pos_app.passquare.transport import Transport
from pos_app.passquare.wire.crm import (
    AddBalance,
    CrmRequest,
    NewCustomer,
    ReadBalance,
    added_from_json,
    balance_from_json,
    created_from_json,
)
from pos_app.passquare.wire.strict_json import JsonObject, dumps


@dataclass(frozen=True, slots=True)
class CrmKey:
    """The till is known by ``crm_key`` in the body; asked for at each request."""

    key: Callable[[], Secret]


@dataclass(frozen=True, slots=True)
class CrmBasic:
    """The till is known by HTTP basic; both are asked for at each request."""

    user: Callable[[], Secret]
    password: Callable[[], Secret]


CrmAuth: TypeAlias = CrmKey | CrmBasic


class CrmClient:
    """Thread-safe; every method blocks up to the transport's deadline, and sends once.

    All raise NotSent, Unknown, Refused, NoSuchCustomer, KeyRefused and SlowDown, and whatever ``auth`` raises.
    """

    def __init__(
        self,
        transport: Transport,
        *,
        url: str,
        auth: CrmAuth,
        organization_id: str = "",
        program_id: str = "",
        wallet_id: str = "",
    ) -> None:
        """The three ids go along as headers where they are given."""
        self._transport = transport
        self._url = url
        self._auth = auth
        ids = {"X-organization-id": organization_id, "X-program-id": program_id, "X-wallet-id": wallet_id}
        self._ids = {name: value for name, value in ids.items() if value}
        self._about: ReadBalance | None = None

    def create_customer(self, customer: NewCustomer) -> str:
        """Create a customer; the CRM's id for them."""
        return understood(self._ask(customer), created_from_json)

    def read_balance(self, *, phone: str = "", cards: tuple[str, ...] = ()) -> Standing:
        """What who has this phone (E.164) or these cards has; what the CRM does not tell is None. Raises NoSuchCustomer."""
        question = self._about = ReadBalance(phone=phone, cards=cards)
        with about_a_customer():
            document = self._ask(question, lookup=True)
        standing = understood(document, balance_from_json)
        if standing is None:
            raise NoSuchCustomer
        return standing

    def ask_again(self) -> bool:
        """Ask for the balance of whoever was asked about last: it changes nothing, and tells nothing new to whoever listens.

        False, and nothing is asked, if nobody was asked about yet. Raises what ``read_balance`` does.
        """
        about = self._about
        if about is None:
            return False
        self.read_balance(phone=about.phone, cards=about.cards)
        return True

    def add_balance(
        self,
        *,
        phone: str = "",
        cards: tuple[str, ...] = (),
        sum: Decimal,  # noqa: A002 - the vendor's word
        transaction_id: str,
        lifetime_days: int | None = None,
    ) -> None:
        """Add ``sum`` points (signed), once for this ``transaction_id``. Returns when the CRM has said that it has them."""
        self._about = ReadBalance(phone=phone, cards=cards)
        request = AddBalance(phone=phone, cards=cards, sum=sum, transaction_id=transaction_id, lifetime_days=lifetime_days)
        with about_a_customer():
            understood(self._ask(request), added_from_json)

    def _ask(self, request: CrmRequest, *, lookup: bool = False) -> JsonObject:
        document, headers, auth = request.to_json(), dict(self._ids), self._auth
        if isinstance(auth, CrmKey):
            secrets = [auth.key()]
            document = {"crm_key": secrets[0].reveal(), **document}
        else:
            user, password = auth.user(), auth.password()
            token = base64.b64encode(f"{user.reveal()}:{password.reveal()}".encode()).decode()
            headers["Authorization"] = f"Basic {token}"
            secrets = [password, Secret(token)]
        return self._transport.post(self._url, dumps(document), headers, lookup=lookup, secrets=secrets)
