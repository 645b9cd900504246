"""The vendor's server: a real one of TLS that gives files, goes on in the middle, and misbehaves to order."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import trustme

from pos_app.passquare.transport import Fetcher, Transport
from tests.passquare.raw_server import RawServer, Request, Talk, answer

KIND = "application/octet-stream"
Misbehaviour = Callable[[Talk, Request], bool]
"""Whether it has answered the request in its own way."""


@dataclass
class Shelf:
    """``files`` by path. ``misbehave`` comes first, where there is one."""

    files: dict[str, bytes] = field(default_factory=dict)
    misbehave: Misbehaviour | None = None
    ranges: bool = True
    authority: trustme.CA = field(default_factory=trustme.CA)
    server: RawServer = None  # type: ignore[assignment] # while it is open

    @contextmanager
    def open(self) -> Iterator[Shelf]:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert("127.0.0.1").configure_cert(context)
        self.server = RawServer(self._behave, tls=context)
        try:
            yield self
        finally:
            self.server.stop()

    @contextmanager
    def fetcher(self, **wishes: float) -> Iterator[Fetcher]:
        """Somebody who trusts its certificate."""
        transport = Transport(make_tls=self.trusting, connect_s=10)
        try:
            yield Fetcher(transport, **wishes)
        finally:
            transport.close()

    def trusting(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        self.authority.configure_trust(context)
        return context

    def url(self, path: str) -> str:
        return f"https://127.0.0.1:{self.server.port}{path}"

    @property
    def asked(self) -> list[str]:
        """The paths, and where somebody went on."""
        return [each.line.split()[1] + each.headers.get("range", "").replace("bytes=", " from ") for each in self.server.requests]

    def _behave(self, talk: Talk) -> None:
        while (request := talk.request()) is not None:
            if self.misbehave is not None and self.misbehave(talk, request):
                return
            self.give(talk, request)

    def give(self, talk: Talk, request: Request) -> None:
        """As a good server does."""
        content = self.files.get(request.line.split()[1])
        start = request.headers.get("range", "")
        if content is None:
            talk.send(answer("no such file", status="404 Not Found"))
        elif start and self.ranges:
            first = int(start.removeprefix("bytes=").removesuffix("-"))
            told = f"Content-Range: bytes {first}-{len(content) - 1}/{len(content)}\r\n"
            talk.send(answer(content[first:], status="206 Partial Content", kind=KIND, headers=told))
        else:
            talk.send(answer(content, kind=KIND))
