"""Sockets that obey the deadline of the request they serve: httpcore's network, and the part of it that can hang.

httpcore's own timeouts are per read, so a server that drips a byte a second holds a client for ever. Here every wait is cut to
what is left of the attempt as a whole: name, connection, handshake, headers and body.
"""

from __future__ import annotations

import contextlib
import select
import socket
import ssl
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore

from pos_app.passquare.transport.attempt import Attempt
from pos_app.passquare.transport.names import Names

READ_BYTES = 8 * 1024
"""Taken at once, so that whoever floods us is noticed early."""

_READ = (httpcore.ReadTimeout, httpcore.ReadError)
_WRITE = (httpcore.WriteTimeout, httpcore.WriteError)
_CONNECT = (httpcore.ConnectTimeout, httpcore.ConnectError)


class Lines(httpcore.NetworkBackend):
    """Opens lines for one channel, which sets ``attempt`` before each request. One thread at a time, but :meth:`cut`."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._current: socket.socket | None = None
        self.attempt = Attempt(0.0)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - httpcore's signature
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - httpcore's signature
    ) -> httpcore.NetworkStream:
        """A line to ``host``; ``timeout`` seconds for the name, and as many for all its addresses together."""
        with self.complaints(*_CONNECT):
            addresses = self._names.addresses(host, timeout_s=self.attempt.left_s(timeout))
            return Line(self._connected(addresses, port, self.attempt.left_s(timeout)), self)

    @contextlib.contextmanager
    def complaints(self, timed_out: type[Exception], broken: type[Exception]) -> Iterator[None]:
        """Keeps what the system complains of and says it in httpcore's words."""
        try:
            yield
        except TimeoutError as error:
            self.attempt.fault = error
            raise timed_out from error
        except (OSError, ValueError) as error:
            # ValueError: a host that TLS cannot ask a certificate for.
            self.attempt.fault = error
            raise broken from error

    def keep(self, sock: socket.socket) -> socket.socket:
        """Remember ``sock``, for :meth:`cut`: a channel has one line at a time."""
        self._current = sock
        return sock

    def cut(self) -> None:
        """End whatever is waiting on these lines, from another thread."""
        self.attempt.give_up()
        sock = self._current
        if sock is not None:
            # Not close(): the number of a closed socket may belong to another file while a thread still waits on it. And not
            # SSLSocket.shutdown(), which takes the TLS layer from under the waiting thread.
            with contextlib.suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)

    def _connected(self, addresses: Iterable[tuple[int, str]], port: int, time_s: float) -> socket.socket:
        """The first of ``addresses`` that answers; each gets half of the time that is left, the last all of it."""
        attempts = list(addresses)
        complaint = OSError("the name has no address")
        for position, (family, address) in enumerate(attempts, start=1):
            share_s = time_s if position == len(attempts) else time_s / 2
            time_s -= share_s
            sock = self.keep(socket.socket(family, socket.SOCK_STREAM))
            try:
                sock.settimeout(self.attempt.left_s(share_s))
                sock.connect((address, port))
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except OSError as error:
                sock.close()
                complaint = error
            else:
                return sock
        raise complaint


class Line(httpcore.NetworkStream):
    """One socket, plain or TLS."""

    def __init__(self, sock: socket.socket, lines: Lines) -> None:
        self._sock = sock
        self._lines = lines

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes, none at the end. Raises RemoteProtocolError if too much came already."""
        attempt = self._lines.attempt
        if attempt.flooded:
            raise httpcore.RemoteProtocolError("far too much around an answer")
        with self._lines.complaints(*_READ):
            self._sock.settimeout(attempt.left_s(timeout))
            data = self._sock.recv(min(max_bytes, READ_BYTES))
        attempt.received(data)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All of ``buffer``.

        A send that raises took no byte (of TLS: no whole record, which the other side cannot read), so that a connection that
        was dead already leaves the request unsent for certain.
        """
        attempt = self._lines.attempt
        rest = memoryview(buffer)
        with self._lines.complaints(*_WRITE):
            while rest:
                self._sock.settimeout(attempt.left_s(timeout))
                taken = self._sock.send(rest)
                attempt.wrote()
                rest = rest[taken:]

    def close(self) -> None:
        """Hang up."""
        self._sock.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same line with TLS on it, the certificate checked."""
        try:
            with self._lines.complaints(*_CONNECT):
                self._sock.settimeout(self._lines.attempt.left_s(timeout))
                secured = ssl_context.wrap_socket(self._sock, server_hostname=server_hostname)
        except (httpcore.NetworkError, httpcore.TimeoutException):
            self.close()
            raise
        return Line(self._lines.keep(secured), self._lines)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks a stream; ``is_readable`` of a line at rest means that the other side has hung up."""
        match info:
            case "socket":
                return self._sock
            case "ssl_object" if isinstance(self._sock, ssl.SSLSocket):
                return self._sock
            case "is_readable":
                # A closed socket has no number any more.
                return self._sock.fileno() < 0 or bool(select.select([self._sock], [], [], 0)[0])
            case _:
                return None
