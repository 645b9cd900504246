"""Ways not to reach a server at all: nothing of the request leaves this computer."""

from __future__ import annotations

import contextlib
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme

from pos_app.loyalty.errors import Trouble
from tests.passquare.outcomes.case import Behaviour, Case, Outcome, Scene, Site, after_the_request, says
from tests.passquare.raw_server import RawServer, Talk, answer

NOT_SENT, UNKNOWN, APPLIED = Outcome.NOT_SENT, Outcome.UNKNOWN, Outcome.APPLIED
OFFLINE, TLS, PORTAL, CLOCK, SERVER = Trouble.OFFLINE, Trouble.TLS, Trouble.PORTAL, Trouble.CLOCK, Trouble.SERVER
YES = answer('{"success": true}')
PAGE = answer("<!DOCTYPE html><html>Welcome to our WiFi</html>", kind="text/html")
ELSEWHERE = answer(status="302 Found", headers="Location: /log-in\r\n")
TODAY = datetime.now(UTC)
NOBODYS_NAME = "till.invalid"
"""RFC 6761: no name server knows it."""


def closed_port(_authority: trustme.CA, ca: Path) -> contextlib.AbstractContextManager[Site]:
    """Nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    return contextlib.nullcontext(Site(url=f"http://127.0.0.1:{port}/", ca=ca))


@contextmanager
def black_hole(_authority: trustme.CA, ca: Path) -> Iterator[Site]:
    """A port whose queue is full: the kernel answers nothing at all to the next one who knocks."""
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield Site(url=f"http://127.0.0.1:{listener.getsockname()[1]}/", ca=ca, connect_s=0.4)


def elsewhere(url: str) -> Scene:
    """No server is set up."""
    return lambda _authority, ca: contextlib.nullcontext(Site(url=url, ca=ca, connect_s=2.0))


def secured(
    how: Behaviour | bytes = YES,
    *,
    name: str = "127.0.0.1",
    begins: timedelta = timedelta(days=-30),
    ends: timedelta = timedelta(days=30),
    foreign: bool = False,
) -> Scene:
    """https, with a certificate for ``name`` that is valid between two moments, as seen from now."""

    @contextmanager
    def scene(authority: trustme.CA, ca: Path) -> Iterator[Site]:
        issuer = trustme.CA() if foreign else authority
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        issuer.issue_cert(name, not_before=TODAY + begins, not_after=TODAY + ends).configure_cert(context)
        behave = after_the_request(how) if isinstance(how, bytes) else how
        server = RawServer(behave, tls=context)
        try:
            yield Site(url=server.url, ca=ca, requests=server.requests)
        finally:
            server.stop()

    return scene


def unsecured(behave: Behaviour, *, connect_s: float = 5.0) -> Scene:
    """Asked for https, and speaks none."""

    @contextmanager
    def scene(authority: trustme.CA, ca: Path) -> Iterator[Site]:
        with says(behave)(authority, ca) as site:
            yield replace(site, url=site.url.replace("http:", "https:"), connect_s=connect_s)

    return scene


def proxied(how: Behaviour | bytes, *, deadline_s: float = 10.0) -> Scene:
    """A proxy that behaves so; the server behind it is never reached, and what arrives is only the question for a tunnel."""

    @contextmanager
    def scene(authority: trustme.CA, ca: Path) -> Iterator[Site]:
        with says(how)(authority, ca) as site:
            yield Site(url=f"https://{NOBODYS_NAME}/", ca=ca, proxy=site.url, deadline_s=deadline_s)

    return scene


def hangs_up(how: Callable[[Talk], None]) -> Behaviour:
    """Ends the connection within the handshake."""

    def behave(talk: Talk) -> None:
        talk.sock.recv(10)
        how(talk)

    return behave


# A record of 16,000 bytes is announced, and comes a byte at a time.
_SLOW_HANDSHAKE = b"\x16\x03\x03\x3e\x80\x02" + b"\x00" * 5000

_NOWHERE = [
    ("nobody listens", NOT_SENT, closed_port, OFFLINE),
    ("a black hole", NOT_SENT, black_hole, OFFLINE),
    ("no such name", NOT_SENT, elsewhere(f"https://{NOBODYS_NAME}/"), OFFLINE),
    ("plain http to a stranger", NOT_SENT, elsewhere("http://shop.example/"), TLS),
    ("an address that is none", NOT_SENT, elsewhere("https://"), SERVER),
]

_CERTIFICATES = [
    ("an expired certificate", NOT_SENT, secured(begins=timedelta(days=-90), ends=timedelta(days=-2)), TLS),
    ("a certificate of tomorrow", NOT_SENT, secured(begins=timedelta(days=1)), CLOCK),
    ("a certificate for another host", NOT_SENT, secured(name="shop.example"), TLS),
    ("a certificate of an unknown authority", NOT_SENT, secured(foreign=True), PORTAL),
    ("an unknown authority's portal", NOT_SENT, secured(PAGE, foreign=True), PORTAL),
    ("no TLS but HTTP", NOT_SENT, unsecured(lambda talk: talk.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")), TLS),
    ("no TLS but the end", NOT_SENT, unsecured(hangs_up(Talk.hang_up)), OFFLINE),
    ("no TLS but a reset", NOT_SENT, unsecured(hangs_up(Talk.reset)), OFFLINE),
    ("no TLS but silence", NOT_SENT, unsecured(Talk.hold, connect_s=0.4), OFFLINE),
    ("a handshake that drips", NOT_SENT, unsecured(lambda talk: talk.drip(_SLOW_HANDSHAKE), connect_s=0.4), OFFLINE),
]

_PROXIES = [
    ("a proxy that wants a password", NOT_SENT, proxied(answer(status="407 Proxy Authentication Required")), OFFLINE),
    ("a proxy that forbids", NOT_SENT, proxied(answer(status="403 Forbidden")), OFFLINE),
    ("a proxy that says yes to everything but is none", NOT_SENT, proxied(after_the_request(YES)), OFFLINE),
    ("a proxy that answers with a page", NOT_SENT, proxied(after_the_request(PAGE)), OFFLINE),
    ("a proxy that redirects", NOT_SENT, proxied(ELSEWHERE), OFFLINE),
    ("a proxy of another protocol", NOT_SENT, proxied(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), OFFLINE),
    ("a proxy that hangs up", NOT_SENT, proxied(after_the_request()), OFFLINE),
    ("a proxy that is silent", NOT_SENT, proxied(Talk.hold, deadline_s=0.4), OFFLINE),
]

_REACHED = [
    ("https", APPLIED, secured(), None),
    ("a portal with a valid certificate", UNKNOWN, secured(PAGE), PORTAL),
    ("a portal's redirect with a valid certificate", UNKNOWN, secured(ELSEWHERE), PORTAL),
    ("https, and the end after the request", UNKNOWN, secured(after_the_request()), OFFLINE),
    ("https, cut short", UNKNOWN, secured(YES[:-3]), OFFLINE),
]  # fmt: skip

UNREACHED = [
    *(Case(*each, arrived=0) for each in (*_NOWHERE, *_CERTIFICATES, *_PROXIES)),
    *(Case(*each) for each in _REACHED),
]
