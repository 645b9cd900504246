"""The merchant's end of the CRM hook: one request in, one answer out (``passquare-api.md`` §2).

Errors are ``{"error": sentence}`` with the fitting status: 400 what cannot be read, 401 a wrong key, 404 no such customer, 409
what the books refuse, 500 when the disk does not keep them.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass

from pos_app.crm.ledger import DiskTrouble, Ledger, NoSuchCustomer, Refused
from pos_app.loyalty.secret import Secret
from pos_app.passquare.wire import crm as wire
from pos_app.passquare.wire.strict_json import JsonObject, Malformed, loads

MOST_BYTES = 64 * 1024
"""Of a request's body; more is not one."""


_NONE = Secret("")


@dataclass(frozen=True, slots=True, kw_only=True)
class HookKeys:
    """Who may call: with ``crm_key`` in the body, or with ``user`` and ``password`` (HTTP basic). An empty one admits nobody."""

    crm_key: Secret = _NONE
    user: Secret = _NONE
    password: Secret = _NONE

    @classmethod
    def of(cls, *, crm_key: str = "", user: str = "", password: str = "") -> HookKeys:
        """From plain texts, for keys that are no secret."""
        return cls(crm_key=Secret(crm_key), user=Secret(user), password=Secret(password))


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """What PassQuare says about itself in the headers ``X-organization-id``, ``X-program-id`` and ``X-wallet-id``."""

    organization_id: str = ""
    program_id: str = ""
    wallet_id: str = ""


@dataclass(frozen=True, slots=True)
class HookAnswer:
    """An HTTP status and the JSON to go with it."""

    status: int
    document: JsonObject


def answer(body: bytes, *, authorization: str = "", ledger: Ledger, keys: HookKeys) -> HookAnswer:
    """Do what ``body`` asks of ``ledger``. ``authorization`` is that header. Nothing that a caller sends makes this raise."""
    try:
        document = loads(body)
        if not _admitted(document, authorization, keys):
            return _error(401, "The key is not accepted.")
        return HookAnswer(200, _done(wire.request_from_json(document), ledger))
    except Malformed as error:
        return _error(400, f"The request cannot be read: {error}.")
    except NoSuchCustomer as error:
        return _error(404, error.reason)
    except Refused as error:
        return _error(409, error.reason)
    except DiskTrouble:
        # Where the books are kept is nobody's business outside.
        return _error(500, "The books cannot be written now.")


def _done(request: wire.CrmRequest, ledger: Ledger) -> JsonObject:
    match request:
        case wire.NewCustomer():
            return wire.created_to_json(ledger.enrol(request.person).remote_id)
        case wire.ReadBalance():
            return wire.balance_to_json(ledger.find(phone=request.phone, cards=request.cards).standing)
        case wire.AddBalance():
            ledger.add(
                phone=request.phone,
                cards=request.cards,
                points=request.sum,
                transaction_id=request.transaction_id,
                lifetime_days=request.lifetime_days,
            )
            return wire.added_to_json()


def _admitted(document: JsonObject, authorization: str, keys: HookKeys) -> bool:
    if keys.crm_key and wire.key_of(document) == keys.crm_key:
        return True
    scheme, _, coded = authorization.partition(" ")
    if scheme.lower() != "basic" or not (keys.user and keys.password):
        return False
    try:
        user, _, password = base64.b64decode(coded.strip(), validate=True).decode().partition(":")
    except ValueError:
        return False
    # Both are compared, so that the time tells nothing about the first.
    right = (Secret(user) == keys.user, Secret(password) == keys.password)
    return all(right)


def _error(status: int, sentence: str) -> HookAnswer:
    return HookAnswer(status, wire.error_to_json(sentence))
