"""The switchboard: faults, the plug, and a look at what happened. On a port of its own, so that it answers while unplugged.

=============== ============ ==========================================================================================
``POST``        ``/faults``  put one on order (an object), or several (a list); see :class:`~pos_app.sandbox.faults.Fault`
``GET``         ``/faults``  what is still to come
``DELETE``      ``/faults``  take all away
``POST``        ``/unplug``  close the port, ``?seconds=5`` or until plugged in
``POST``        ``/plug``    open it again
``GET``         ``/ledger``  the CRM's entries; sums and balances are texts of decimals
``GET``         ``/customers``, ``/messages``, ``/callers``, ``/requests``
``POST``        ``/reset``   everything as at the first start
=============== ============ ==========================================================================================

Amounts are strings of decimals. Nothing here tells a key.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, Protocol

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from pos_app.crm.ledger import Customer, Entry
from pos_app.sandbox.faults import Fault, FaultBox
from pos_app.sandbox.world import World


class Switches(Protocol):
    """What the switchboard switches."""

    world: World
    faults: FaultBox

    async def order(self, fault: Fault) -> None: ...
    async def unplug(self, *, for_s: float = 0.0) -> None: ...
    async def plug(self) -> None: ...
    async def reset(self) -> None: ...
    def requests(self) -> dict[str, int]: ...


def control_app(switches: Switches) -> Starlette:
    """The switchboard of one sandbox."""
    endpoints = _Endpoints(switches)
    return Starlette(
        routes=[
            Route("/faults", endpoints.order, methods=["POST"]),
            Route("/faults", endpoints.faults, methods=["GET"]),
            Route("/faults", endpoints.clear, methods=["DELETE"]),
            Route("/unplug", endpoints.unplug, methods=["POST"]),
            Route("/plug", endpoints.plug, methods=["POST"]),
            Route("/reset", endpoints.reset, methods=["POST"]),
            Route("/ledger", endpoints.ledger),
            Route("/customers", endpoints.customers),
            Route("/messages", endpoints.messages),
            Route("/callers", endpoints.callers),
            Route("/requests", endpoints.requests),
        ],
        # A web page in a browser of this computer must not reach it by a name of its own.
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])],
    )


class _Endpoints:
    def __init__(self, switches: Switches) -> None:
        self._switches = switches

    async def order(self, request: Request) -> JSONResponse:
        try:
            given = json.loads(await request.body())
            faults = [Fault.from_json(each) for each in (given if isinstance(given, list) else [given])]
        except ValueError as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        for fault in faults:
            await self._switches.order(fault)
        return await self.faults(request)

    async def faults(self, _request: Request) -> JSONResponse:
        return JSONResponse({"faults": [fault.to_json() for fault in self._switches.faults.on_order()]})

    async def clear(self, request: Request) -> JSONResponse:
        self._switches.faults.clear()
        return await self.faults(request)

    async def unplug(self, request: Request) -> JSONResponse:
        try:
            seconds = float(request.query_params.get("seconds", "0"))
        except ValueError:
            return JSONResponse({"error": "The seconds must be a number."}, status_code=400)
        await self._switches.unplug(for_s=seconds)
        return JSONResponse({"plugged": False})

    async def plug(self, _request: Request) -> JSONResponse:
        await self._switches.plug()
        return JSONResponse({"plugged": True})

    async def reset(self, _request: Request) -> JSONResponse:
        await self._switches.reset()
        return JSONResponse({"plugged": True})

    async def ledger(self, _request: Request) -> JSONResponse:
        return JSONResponse({"entries": [_entry(each) for each in self._switches.world.crm.entries()]})

    async def customers(self, _request: Request) -> JSONResponse:
        return JSONResponse({"customers": [_customer(each) for each in self._switches.world.crm.customers()]})

    async def messages(self, _request: Request) -> JSONResponse:
        outbox = self._switches.world.outbox
        messages = [
            {"phone": each.phone, "channel": each.channel.value, "text": each.text, "at": each.at.isoformat()}
            for each in outbox.messages()
        ]
        campaigns = [{**asdict(each), "type": each.type.value} for each in outbox.campaigns()]
        return JSONResponse({"messages": messages, "campaigns": campaigns})

    async def callers(self, _request: Request) -> JSONResponse:
        return JSONResponse({"callers": [asdict(each) for each in self._switches.world.callers]})

    async def requests(self, _request: Request) -> JSONResponse:
        return JSONResponse({"requests": self._switches.requests()})


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "phone": entry.phone,
        "sum": str(entry.sum),
        "transactionId": entry.transaction_id,
        "at": entry.at.isoformat(),
        "balance": str(entry.balance_after),
        "lifetime": entry.lifetime_days,
    }


def _customer(customer: Customer) -> dict[str, Any]:
    standing = customer.standing
    return {
        "customerId": customer.remote_id,
        "phone": customer.phone,
        "name": customer.full_name,
        "cards": list(customer.cards),
        "tracks": {each.card: each.track for each in customer.tracks},
        "balance": str(standing.balance),
        "bonus": str(standing.bonus),
        "discount": str(standing.discount),
    }
