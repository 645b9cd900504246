"""The hook over HTTP, for any ASGI server."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from pos_app.crm.hook import MOST_BYTES, Caller, HookAnswer, HookKeys, answer
from pos_app.crm.ledger import Ledger
from pos_app.passquare.wire.crm import error_to_json
from pos_app.passquare.wire.strict_json import dumps

Endpoint = Callable[[Request], Awaitable[Response]]


def _not_noted(_caller: Caller) -> None:
    """Nobody asks who called."""


def crm_endpoint(ledger: Ledger, keys: HookKeys, *, heard: Callable[[Caller], None] = _not_noted) -> Endpoint:
    """The hook as a Starlette endpoint. ``heard`` is told the caller of each request, admitted or not."""

    async def hook(request: Request) -> Response:
        heard(
            Caller(
                organization_id=request.headers.get("X-organization-id", ""),
                program_id=request.headers.get("X-program-id", ""),
                wallet_id=request.headers.get("X-wallet-id", ""),
            )
        )
        body = await _body(request)
        if body is None:
            return _written(HookAnswer(413, error_to_json("The request is too long.")))
        return _written(answer(body, authorization=request.headers.get("Authorization", ""), ledger=ledger, keys=keys))

    return hook


def crm_app(ledger: Ledger, keys: HookKeys, *, path: str = "/", heard: Callable[[Caller], None] = _not_noted) -> Starlette:
    """The hook as an application of its own, at ``path``."""
    return Starlette(routes=[Route(path, crm_endpoint(ledger, keys, heard=heard), methods=["POST"])])


async def _body(request: Request) -> bytes | None:
    """The whole body; None if it is longer than a request can be, or if the caller left before its end."""
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MOST_BYTES:
                return None
    except ClientDisconnect:
        return None
    return bytes(body)


def _written(told: HookAnswer) -> Response:
    headers = {"WWW-Authenticate": 'Basic realm="CRM"'} if told.status == 401 else None
    return Response(dumps(told.document), status_code=told.status, media_type="application/json", headers=headers)
