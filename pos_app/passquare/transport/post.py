"""Sends one POST, once: nothing here ever sends again. See :mod:`pos_app.passquare.transport.verdict` for what comes of it."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from urllib.parse import quote, unquote, urlsplit

import httpcore

from pos_app import __version__
from pos_app.loyalty.errors import BadInput, NotSent, Problem, Trouble
from pos_app.loyalty.secret import Secret
from pos_app.passquare.transport import clock, faults
from pos_app.passquare.transport.attempt import Attempt
from pos_app.passquare.transport.authorities import trusting_the_system
from pos_app.passquare.transport.channel import FAILURES, Answer, Channel, Headers, Incoming, Server
from pos_app.passquare.transport.names import Names
from pos_app.passquare.transport.verdict import judge
from pos_app.passquare.wire.strict_json import JsonObject

DEADLINE_S = 15.0
CONNECT_S = 3.0
CAP_BYTES = 64 * 1024
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

_HEADERS = {
    "Content-Type": "application/json",
    "Accept": "application/json",
    "Accept-Encoding": "identity",
    "User-Agent": f"pos-app/{__version__}",
}


class Transport:
    """Shared by all threads. Each request has a connection to itself, which afterwards waits for the next one to that server."""

    def __init__(
        self,
        *,
        proxy: str = "",
        deadline_s: float = DEADLINE_S,
        connect_s: float = CONNECT_S,
        make_tls: Callable[[], ssl.SSLContext] | None = None,
        names: Names | None = None,
        wall: Callable[[], float] = time.time,
        clock_seen: Callable[[str, float], None] | None = None,
    ) -> None:
        """``deadline_s`` is for a whole request: name, connection, headers, body; ``connect_s`` for each of the first three steps.

        ``proxy``: ``http://[user:password@]host:port``; nothing is taken from the environment, and this computer itself is never
        asked through it. ``make_tls`` is called once, at the first https request; without it the system's
        authorities are trusted. Raises BadInput for a proxy that is no address.

        ``wall`` gives seconds since 1970. ``clock_seen`` hears from each answer with a date the server's host and by how many
        seconds its clock is ahead of ``wall`` (behind: negative), in the thread that asked; see
        :mod:`pos_app.passquare.transport.clock`.
        """
        self._proxy = _proxy(proxy) if proxy else None
        self._deadline_s = deadline_s
        self._connect_s = connect_s
        self._make_tls = make_tls or trusting_the_system
        self._tls: ssl.SSLContext | None = None
        self._names = names or Names()
        self._wall = wall
        self._clock_seen = clock_seen
        self._lock = threading.Lock()
        self._idle: list[Channel] = []
        self._busy: set[Channel] = set()
        self._closed = False

    def post(
        self,
        url: str,
        body: bytes,
        headers: Mapping[str, str] | None = None,
        *,
        cap_bytes: int = CAP_BYTES,
        lookup: bool = False,
        secrets: Sequence[Secret] = (),
    ) -> JsonObject:
        """The JSON object that the server answered with status 200, unless it says no. Blocks at most ``deadline_s``.

        Raises NotSent, Unknown, Refused, KeyRefused or SlowDown, and for a ``lookup`` NoSuchCustomer. ``secrets`` are kept out
        of what a refusing server says.
        """
        server, target = _address(url)
        encoded = _encoded({"Host": server.authority, **_HEADERS, **(headers or {})})
        answer = self.exchange(server, target, body, encoded, cap_bytes=cap_bytes)
        self._compare_clocks(server.host, answer)
        return judge(answer, host=server.host, lookup=lookup, secrets=secrets)

    def exchange(self, server: Server, target: str, body: bytes, headers: Headers, *, cap_bytes: int) -> Answer:
        """One request, and what was answered, whatever that is: what another kind of network does in its own way.

        Raises NotSent and Unknown.
        """
        attempt = Attempt(self._deadline_s)
        channel = self._take(server)
        try:
            answer = channel.post(target, body, headers, attempt=attempt, connect_s=self._connect_s, cap_bytes=cap_bytes)
        except FAILURES as error:
            self._drop(channel)
            if attempt.sent:
                raise faults.unknown(error, attempt, server.host) from error
            # Not chained: what httpcore says of a header that cannot be sent quotes it.
            shown = server.host if self._proxy is None or server.direct else f"{server.host} (through the proxy)"
            raise faults.not_sent(error, attempt, shown) from None
        except BaseException:
            self._drop(channel)
            raise
        if channel.reusable:
            self._give_back(channel)
        else:
            self._drop(channel)
        return answer

    @contextmanager
    def fetching(self, url: str, headers: Mapping[str, str], *, deadline_s: float, stall_s: float) -> Iterator[Incoming]:
        """Ask once for a file on a connection of its own; no key, no cookie goes along, and no redirect is followed.

        All of it is over after ``deadline_s``, each wait for more after ``stall_s``. Raises NotSent, also from within the block.
        """
        server, target = _address(url)
        attempt = Attempt(deadline_s)
        channel = self._take(server, anew=True)
        encoded = _encoded(
            {"Host": server.authority, "Accept-Encoding": "identity", "User-Agent": _HEADERS["User-Agent"], **headers}
        )
        try:
            with channel.getting(target, encoded, attempt=attempt, connect_s=self._connect_s, stall_s=stall_s) as incoming:
                yield incoming
        except FAILURES as error:
            raise faults.not_sent(error, attempt, server.host) from error
        finally:
            self._drop(channel)

    def close(self) -> None:
        """Hang up everywhere. A request that is on its way in another thread ends at once, as NotSent or Unknown."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
            busy = list(self._busy)
        for channel in idle:
            channel.close()
        for channel in busy:
            channel.cut()

    def _compare_clocks(self, host: str, answer: Answer) -> None:
        skew = clock.skew_s(answer.header(b"date"), now=self._wall())
        if skew is not None and self._clock_seen is not None:
            self._clock_seen(host, skew)

    def _take(self, server: Server, *, anew: bool = False) -> Channel:
        """A channel to ``server``, the one used last if there is one: it is the likeliest to be still open. ``anew``: another."""
        with self._lock:
            if self._closed:
                raise NotSent("The till is closing.")
            fitting = [] if anew else [each for each in self._idle if each.server == server]
            if fitting:
                channel = fitting[-1]
                self._idle.remove(channel)
            else:
                if not server.direct and self._tls is None:
                    self._tls = self._make_tls()
                channel = Channel(server, tls=self._tls, proxy=self._proxy, names=self._names)
            self._busy.add(channel)
            return channel

    def _give_back(self, channel: Channel) -> None:
        with self._lock:
            self._busy.discard(channel)
            if not self._closed:
                self._idle.append(channel)
                return
        channel.close()

    def _drop(self, channel: Channel) -> None:
        with self._lock:
            self._busy.discard(channel)
        channel.close()


def _encoded(headers: Mapping[str, str]) -> Headers:
    return [(name.encode("latin-1", "replace"), value.encode()) for name, value in headers.items()]


def _address(url: str) -> tuple[Server, str]:
    """Whom to ask, and for what. Raises NotSent for an address that must not be asked."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii") if ":" not in (parts.hostname or "") else parts.hostname
        port = parts.port
    except ValueError:
        # UnicodeError too: a name with a label that no host can have.
        raise NotSent("The server's address in the settings is not an address.", trouble=Trouble.SERVER) from None
    if parts.scheme not in ("https", "http") or not host or parts.username or parts.password:
        raise NotSent("The server's address in the settings is not an address.", trouble=Trouble.SERVER)
    if parts.scheme == "http" and host not in LOOPBACK:
        raise NotSent(f"Keys are not sent to {host} over plain http.", trouble=Trouble.TLS)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    query = "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~?") if parts.query else ""
    return Server(parts.scheme, host, port or {"https": 443, "http": 80}[parts.scheme]), path + query


def _proxy(url: str) -> httpcore.Proxy:
    wrong = BadInput(Problem.SETTING, detail="The proxy must be an address that begins with http://.")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise wrong from None
    if not host or not host.isascii() or parts.scheme != "http":
        raise wrong
    auth = (unquote(parts.username).encode(), unquote(parts.password or "").encode()) if parts.username else None
    return httpcore.Proxy(httpcore.URL(scheme="http", host=host, port=port or 80, target="/"), auth=auth)
