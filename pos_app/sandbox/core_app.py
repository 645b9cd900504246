"""The make-believe core over HTTP: reads requests, asks for the key, writes answers."""

from __future__ import annotations

import hmac
from enum import Enum

from starlette.requests import Request
from starlette.responses import Response

from pos_app.crm.app import Endpoint
from pos_app.crm.ledger import DiskTrouble, Refused
from pos_app.passquare.wire.core import Path, PushCreate, PushSend, ReadCustomers, key_of
from pos_app.passquare.wire.core_user import ReadCustomer, UserUpdate, customer_to_json
from pos_app.passquare.wire.crm import error_to_json
from pos_app.passquare.wire.strict_json import JsonObject, Malformed, dumps, loads
from pos_app.sandbox.world import World


class UnknownForm(Enum):
    """How ``read_customer`` says "no such customer": the vendor documents no form, all of these are seen."""

    NULL = "null"
    """``{"customer": null}``"""
    EMPTY_CUSTOMER = "empty_customer"
    """``{"customer": {}}``"""
    EMPTY = "empty"
    """``{}``"""
    NOT_FOUND = "not_found"
    """404 with an error."""
    ERROR = "error"
    """200 with an error."""


_NOT_THERE = error_to_json("Customer not found")
_UNKNOWN: dict[UnknownForm, tuple[int, JsonObject]] = {
    UnknownForm.NULL: (200, {"customer": None}),
    UnknownForm.EMPTY_CUSTOMER: (200, {"customer": {}}),
    UnknownForm.EMPTY: (200, {}),
    UnknownForm.NOT_FOUND: (404, _NOT_THERE),
    UnknownForm.ERROR: (200, _NOT_THERE),
}


def core_endpoint(world: World, *, app_key: str, unknown: UnknownForm) -> Endpoint:
    """Every method of the core as one Starlette endpoint, whose ``path`` parameter is the method's path."""

    async def core(request: Request) -> Response:
        status, document = _answer(world, request.path_params["path"], await request.body(), app_key=app_key, unknown=unknown)
        return Response(dumps(document), status_code=status, media_type="application/json")

    return core


def _answer(world: World, path: str, body: bytes, *, app_key: str, unknown: UnknownForm) -> tuple[int, JsonObject]:
    try:
        method = Path(path)
    except ValueError:
        return 404, error_to_json("There is no such method.")
    try:
        document = loads(body)
        if not hmac.compare_digest(key_of(document).reveal().encode("utf-8", "surrogatepass"), app_key.encode()):
            return 401, error_to_json("The app_key is not accepted.")
        return _done(world, method, document, unknown)
    except Malformed as error:
        return 400, error_to_json(f"The request cannot be read: {error}.")
    except Refused as error:
        return 409, error_to_json(error.reason)
    except DiskTrouble:
        return 500, error_to_json("This cannot be remembered now.")


def _done(world: World, method: Path, document: JsonObject, unknown: UnknownForm) -> tuple[int, JsonObject]:
    match method:
        case Path.STATUS:
            return 200, {"app": world.account, "balance": world.outbox.credit}
        case Path.CREATE_OR_UPDATE:
            return 200, world.update(UserUpdate.from_json(document)).to_json()
        case Path.READ_CUSTOMER:
            asked = ReadCustomer.from_json(document)
            customer = world.core.read(asked)
            if customer is None:
                return _UNKNOWN[unknown]
            return 200, customer_to_json(customer, invites=asked.invites, installs=asked.installs)
        case Path.READ_CUSTOMERS:
            return 200, world.core.page(ReadCustomers.from_json(document)).to_json()
        case Path.PUSH_CREATE:
            return 200, world.core.create_push(PushCreate.from_json(document)).to_json()
        case Path.PUSH_SEND:
            if not world.core.send_push(PushSend.from_json(document).push_uuid):
                return 404, error_to_json("There is no such push.")
            return 200, {"success": True}
