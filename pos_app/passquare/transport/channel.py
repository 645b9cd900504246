"""One kept-open connection to one server, and one request at a time on it."""

from __future__ import annotations

import ssl
from collections.abc import Sequence
from dataclasses import dataclass

import httpcore

from pos_app.passquare.transport.attempt import Attempt
from pos_app.passquare.transport.line import Lines
from pos_app.passquare.transport.names import Names

KEEP_S = 120.0
"""How long a connection is kept for the next customer; servers may close it sooner."""

FAILURES = (
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
)
"""All that httpcore raises for what happens on a network."""

Headers = Sequence[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Server:
    """Whom a connection is to: its part of a URL, as bytes on the wire."""

    scheme: str
    host: str
    port: int

    @property
    def direct(self) -> bool:
        """Whether this is plain http: to this computer itself, never through a proxy."""
        return self.scheme == "http"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered. ``whole`` is False when the body was longer than allowed; then it is only its beginning."""

    status: int
    headers: Headers
    body: bytes
    whole: bool = True

    def header(self, name: bytes) -> str:
        """The first header of this name (lower case), or ""."""
        values = (value for each, value in self.headers if each.lower() == name)
        return next(values, b"").decode("latin-1").strip()


class Channel:
    """Used by one thread at a time; :meth:`cut` from any."""

    def __init__(self, server: Server, *, tls: ssl.SSLContext | None, proxy: httpcore.Proxy | None, names: Names) -> None:
        self.server = server
        self.reusable = True
        """Whether the connection is fit for another request; a channel that is not must be closed."""
        self._lines = Lines(names)
        # One connection: its successor is opened only when it is gone. A connection found closed before it is used again is
        # replaced without a word: nothing had been sent on it.
        self._pool = httpcore.ConnectionPool(
            ssl_context=tls,
            proxy=None if server.direct else proxy,
            max_connections=1,
            keepalive_expiry=KEEP_S,
            network_backend=self._lines,
        )

    def post(self, target: str, body: bytes, headers: Headers, *, attempt: Attempt, connect_s: float, cap_bytes: int) -> Answer:
        """Send once, and read at most ``cap_bytes`` of the body. Raises one of FAILURES; ``attempt`` then tells how far it got."""
        self._lines.attempt = attempt
        server = self.server
        # No "read" and "write" limits: a line's only limit there is the end of the attempt.
        extensions = {"timeout": {"connect": connect_s, "pool": connect_s}, "trace": attempt.trace}
        url = httpcore.URL(scheme=server.scheme, host=server.host, port=server.port, target=target)
        with self._pool.stream("POST", url, headers=list(headers), content=body, extensions=extensions) as response:
            read = bytearray()
            for chunk in response.iter_stream():
                read += chunk
                if len(read) > cap_bytes:
                    break
            whole = len(read) <= cap_bytes
            answer = Answer(response.status, response.headers, bytes(read[:cap_bytes]), whole=whole)
        # httpcore reads on when writing fails, for servers that refuse before they have heard all.
        if not attempt.sent:
            raise httpcore.WriteError("an answer to something else")
        if not attempt.sent_whole and answer.status < 300:
            raise httpcore.WriteError("an answer before the question")
        self.reusable = whole and attempt.was_all(answer.body, chunked=answer.header(b"transfer-encoding") != "")
        return answer

    def cut(self) -> None:
        """End the request that is on its way, if any, from another thread."""
        self._lines.cut()

    def close(self) -> None:
        """Hang up. Not while a request is on its way: see :meth:`cut`."""
        self._pool.close()
