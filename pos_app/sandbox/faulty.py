"""Stands in front of the servers: counts the requests and lets each meet the fault that is on order for it."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pos_app.crm.hook import MOST_BYTES
from pos_app.passquare.wire.core import Path
from pos_app.passquare.wire.crm import Method
from pos_app.passquare.wire.strict_json import Malformed, loads
from pos_app.sandbox.faults import Fault, FaultBox, FaultKind
from pos_app.sandbox.outlet import TRANSPORT, cut

CORE: Final = "/api/v2/"
CRM: Final = "/crm"
SIGNED_IN: Final = "/portal/signed-in"
"""Where a redirect leads: a page that looks like a success."""
OTHER: Final = "other"
"""What a request of no known method is counted as."""

_JSON: Final = b"application/json"
_HTML: Final = b"text/html; charset=utf-8"
_LOG_IN: Final = (
    b"<!DOCTYPE html><html><head><title>Free Wi-Fi</title></head><body><h1>Welcome</h1><form action='/login'>"
    b"<button>Accept and connect</button></form></body></html>"
)
_BAD_GATEWAY: Final = (
    b"<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>"
)
_CANNED: Final[Mapping[FaultKind, tuple[int, bytes, bytes]]] = {
    # Words of success with a status of failure: whoever looks at the body only is lied to.
    FaultKind.HTTP_500: (500, _JSON, b'{"success": true}'),
    FaultKind.HTTP_502: (502, _HTML, _BAD_GATEWAY),
    FaultKind.HTTP_503: (503, _JSON, b'{"error": "Down for maintenance"}'),
    FaultKind.HTTP_429: (429, _JSON, b'{"error": "Too many requests"}'),
    FaultKind.HTTP_401: (401, _JSON, b'{"error": "The key is not accepted."}'),
    FaultKind.PORTAL: (200, _HTML, _LOG_IN),
    FaultKind.REDIRECT: (302, _HTML, b""),
    FaultKind.GARBAGE: (200, _JSON, b'{"success": true, "balance": 12'),
    FaultKind.ERROR_200: (200, _JSON, b'{"error": "Detailed error description..."}'),
}


@dataclass(slots=True)
class _Answer:
    """What the server behind said, before anybody hears it."""

    status: int = 500
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], list(message.get("headers", ()))
        else:
            self.body += message.get("body", b"")

    def raw(self, *, length: bool) -> bytes:
        """The whole answer as it goes over the wire; ``length``: with a content-length."""
        lines = [f"HTTP/1.1 {self.status} Answer".encode(), b"connection: close"]
        lines += [name + b": " + value for name, value in self.headers if length or name.lower() != b"content-length"]
        return b"\r\n".join(lines) + b"\r\n\r\n" + self.body


class FaultyApp:
    """An ASGI application around another. Only in its event loop, unless it says otherwise."""

    def __init__(self, inner: Callable[[], ASGIApp], faults: FaultBox) -> None:
        """``inner()`` is asked at each request, so that it may be exchanged."""
        self._inner = inner
        self._faults = faults
        self._closing = asyncio.Event()
        self._requests: Counter[str] = Counter()
        self._counted = threading.Condition()

    def close(self) -> None:
        """End all waiting: requests that are still held back are dropped, not applied."""
        self._closing.set()

    def requests(self) -> dict[str, int]:
        """How many requests of each method came in, whatever became of them. Any thread."""
        with self._counted:
            return dict(self._requests)

    def wait_for_requests(self, method: str, count: int, *, timeout_s: float) -> None:
        """Return once ``count`` requests of ``method`` came in, in all. Any other thread. Raises TimeoutError."""
        with self._counted:
            if not self._counted.wait_for(lambda: self._requests[method] >= count, timeout_s):
                raise TimeoutError(f"only {self._requests[method]} of {count} requests of {method} in {timeout_s:g} s")

    def forget_requests(self) -> None:
        """Count from 0."""
        with self._counted:
            self._requests.clear()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["path"] == SIGNED_IN:
            await _answer(send, 200, _JSON, b'{"success": true, "app": "portal"}')
            return
        method = _core_method(scope["path"])
        fault = None
        if method:
            # A core method is told by its path: refused before its body is read.
            fault = self._count(method)
            if fault is not None and fault.kind is FaultKind.REFUSE:
                await _cut(scope, receive, reset=True)
                return
        body = await _read(receive)
        if body is None:
            return
        if len(body) > MOST_BYTES:
            await _answer(send, 413, _JSON, b'{"error": "The request is too long."}')
            return
        if not method:
            fault = self._count(_crm_method(body) if scope["path"] == CRM else OTHER)
        await self._serve(scope, receive, send, body, fault)

    def _count(self, method: str) -> Fault | None:
        with self._counted:
            self._requests[method] += 1
            self._counted.notify_all()
        return self._faults.draw(method)

    async def _serve(self, scope: Scope, receive: Receive, send: Send, body: bytes, fault: Fault | None) -> None:
        if fault is None:
            await self._pass_on(scope, body, send)
            return
        if fault.kind is FaultKind.SLOW:
            await self._wait(fault.seconds)
            if self._closing.is_set():
                await _cut(scope, receive)
            else:
                await self._pass_on(scope, body, send)
            return
        answer = _Answer()
        if fault.applies:
            await self._pass_on(scope, body, answer.take)
        match fault.kind:
            case FaultKind.REFUSE:
                await _cut(scope, receive, reset=True)
            case FaultKind.DROP_BEFORE | FaultKind.DROP_AFTER:
                await _cut(scope, receive)
            case FaultKind.DRIP:
                await self._drip(scope, receive, answer.raw(length=True), fault.seconds)
            case FaultKind.TRUNCATE:
                whole = answer.raw(length=False)
                await _say_raw(scope, receive, whole[: len(whole) - max(1, len(answer.body) // 2)])
            case _:
                await _answer(send, *_CANNED[fault.kind], more=_headers(fault))

    async def _pass_on(self, scope: Scope, body: bytes, send: Send) -> None:
        """Let the server behind do the request."""

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def dated(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), (b"date", formatdate(usegmt=True).encode())]
            await send(message)

        await self._inner()(scope, receive, dated)

    async def _drip(self, scope: Scope, receive: Receive, whole: bytes, pause_s: float) -> None:
        transport: asyncio.Transport = scope["state"][TRANSPORT]
        for byte in whole:
            if transport.is_closing() or self._closing.is_set():
                break
            transport.write(bytes((byte,)))
            await self._wait(pause_s)
        await _say_raw(scope, receive, b"")

    async def _wait(self, seconds: float) -> None:
        """``seconds``, or until this ends."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._closing.wait(), seconds)


def _core_method(path: str) -> str:
    """The vendor's word for the core method at ``path``; "" if there is none."""
    try:
        return Path(path.removeprefix(CORE)).value.removeprefix("crm/") if path.startswith(CORE) else ""
    except ValueError:
        return OTHER


def _crm_method(body: bytes) -> str:
    try:
        named = loads(body).get("method")
    except Malformed:
        return OTHER
    return named if isinstance(named, str) and named in {each.value for each in Method} else OTHER


def _headers(fault: Fault) -> list[tuple[bytes, bytes]]:
    headers = [(b"location", SIGNED_IN.encode())] if fault.kind is FaultKind.REDIRECT else []
    if fault.retry_after_s is not None:
        headers.append((b"retry-after", str(fault.retry_after_s).encode()))
    return headers


async def _answer(
    send: Send, status: int, media_type: bytes, body: bytes, *, more: list[tuple[bytes, bytes]] | None = None
) -> None:
    headers = [(b"content-type", media_type), (b"content-length", str(len(body)).encode()), *(more or ())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _read(receive: Receive) -> bytes | None:
    """The body, as far as it is of any use; None if the client left before its end."""
    body = bytearray()
    while len(body) <= MOST_BYTES:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if not message.get("more_body", False):
            break
    return bytes(body)


async def _cut(scope: Scope, receive: Receive, *, reset: bool = False) -> None:
    cut(scope["state"][TRANSPORT], reset=reset)
    await _gone(receive)


async def _say_raw(scope: Scope, receive: Receive, data: bytes) -> None:
    """Past HTTP's rules: write ``data`` and end the connection properly."""
    transport: asyncio.Transport = scope["state"][TRANSPORT]
    if not transport.is_closing():
        transport.write(data)
        transport.close()
    await _gone(receive)


async def _gone(receive: Receive) -> None:
    """Return once the connection has ended: uvicorn would take an application that ends without an answer for broken."""
    while (await receive())["type"] != "http.disconnect":
        pass
