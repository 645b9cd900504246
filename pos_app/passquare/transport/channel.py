"""One kept-open connection to one server, and one request at a time on it."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import httpcore
import httpx

from pos_app.passquare.transport.attempt import Attempt
from pos_app.passquare.transport.line import Lines
from pos_app.passquare.transport.names import Names
from pos_app.passquare.transport.wire import RAW_HEADERS, Wire

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

    @property
    def authority(self) -> str:
        """As the header Host has it."""
        host = self.host if ":" not in self.host else f"[{self.host}]"
        return host if self.port == {"https": 443, "http": 80}[self.scheme] else f"{host}:{self.port}"


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


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that begins to arrive."""

    head: Answer
    """Without a body."""
    parts: Iterator[bytes]


class Channel:
    """Used by one thread at a time; :meth:`cut` from any."""

    def __init__(self, server: Server, *, tls: ssl.SSLContext | None, proxy: httpcore.Proxy | None, names: Names) -> None:
        self.server = server
        self.reusable = True
        """Whether the connection is fit for another request; a channel that is not must be closed."""
        self._lines = Lines(names)
        wire = Wire(tls=tls, proxy=None if server.direct else proxy, lines=self._lines)
        self._client = httpx.Client(transport=wire, trust_env=False, follow_redirects=False)

    def post(self, target: str, body: bytes, headers: Headers, *, attempt: Attempt, connect_s: float, cap_bytes: int) -> Answer:
        """Send once, and read at most ``cap_bytes`` of the body. Raises one of FAILURES; ``attempt`` then tells how far it got."""
        self._lines.attempt = attempt
        server = self.server
        # No "read" and "write" limits: a line's only limit there is the end of the attempt.
        extensions = {"timeout": {"connect": connect_s, "pool": connect_s}, "trace": attempt.trace}
        url = httpx.URL(scheme=server.scheme, host=server.host, port=server.port, raw_path=target.encode())
        request = httpx.Request("POST", url, headers=list(headers), content=body, extensions=extensions)
        response = self._client.send(request, stream=True)
        try:
            read = bytearray()
            for chunk in response.iter_raw():
                attempt.took(chunk)
                read += chunk
                if len(read) > cap_bytes:
                    break
            whole = len(read) <= cap_bytes
            answer = Answer(response.status_code, response.extensions[RAW_HEADERS], bytes(read[:cap_bytes]), whole=whole)
        finally:
            response.close()
        # httpcore reads on when writing fails, for servers that refuse before they have heard all.
        if not attempt.sent:
            raise httpcore.WriteError("an answer to something else")
        if not attempt.sent_whole and answer.status < 300:
            raise httpcore.WriteError("an answer before the question")
        self.reusable = whole and attempt.was_all(answer.body, chunked=answer.header(b"transfer-encoding") != "")
        return answer

    @contextmanager
    def getting(self, target: str, headers: Headers, *, attempt: Attempt, connect_s: float, stall_s: float) -> Iterator[Incoming]:
        """Ask for a file, and read it as far as the block wants. The channel is not to be used again. Raises one of FAILURES."""
        self._lines.attempt = attempt
        self.reusable = False
        server = self.server
        extensions = {"timeout": {"connect": connect_s, "pool": connect_s, "read": stall_s, "write": stall_s}}
        url = httpx.URL(scheme=server.scheme, host=server.host, port=server.port, raw_path=target.encode())
        response = self._client.send(httpx.Request("GET", url, headers=list(headers), extensions=extensions), stream=True)
        try:
            head = Answer(response.status_code, response.extensions[RAW_HEADERS], b"", whole=False)
            yield Incoming(head, _counted(response, attempt))
        finally:
            response.close()

    def cut(self) -> None:
        """End the request that is on its way, if any, from another thread."""
        self._lines.cut()

    def close(self) -> None:
        """Hang up. Not while a request is on its way: see :meth:`cut`."""
        self._client.close()


def _counted(response: httpx.Response, attempt: Attempt) -> Iterator[bytes]:
    for part in response.iter_raw():
        attempt.took(part)
        yield part
