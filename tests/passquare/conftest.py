"""Servers that misbehave to order, and transports that do not wait long for them."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator

import pytest

from pos_app.passquare.transport import Transport
from tests.passquare.raw_server import RawServer, Talk, canned

Serve = Callable[..., RawServer]
MakeTransport = Callable[..., Transport]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """``serve(behaviour)`` or ``serve(answer, answer…)``, and optionally ``tls=`` and ``host=``."""
    servers: list[RawServer] = []

    def start(*how: Callable[[Talk], None] | bytes, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> RawServer:
        answers = [each for each in how if isinstance(each, bytes)]
        behaviours = [each for each in how if not isinstance(each, bytes)]
        servers.append(RawServer(behaviours[0] if behaviours else canned(*answers), tls=tls, host=host))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def make_transport() -> Iterator[MakeTransport]:
    """Transports of a test, closed behind it."""
    transports: list[Transport] = []

    def make(**arguments: object) -> Transport:
        transports.append(Transport(**{"deadline_s": 10.0, **arguments}))  # type: ignore[arg-type]
        return transports[-1]

    yield make
    for transport in transports:
        transport.close()


@pytest.fixture
def transport(make_transport: MakeTransport) -> Transport:
    """One with time enough for a slow machine."""
    return make_transport()
