"""A server of raw sockets on this computer that answers exactly the bytes it is told to, in the way it is told to."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass

JSON = "application/json"


def answer(body: bytes | str = b"", *, status: str = "200 OK", kind: str = JSON, headers: str = "") -> bytes:
    """A whole HTTP answer; ``headers`` are further lines, each ended by CRLF."""
    content = body.encode() if isinstance(body, str) else body
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n{headers}\r\n"
    return head.encode("latin-1") + content


@dataclass(frozen=True)
class Request:
    """What a client sent."""

    line: str
    headers: dict[str, str]
    body: bytes


class Talk:
    """One connection, from the server's side."""

    def __init__(self, sock: socket.socket, server: RawServer) -> None:
        self.sock = sock
        self.stopping = server.stopping
        self._server = server
        self._file = sock.makefile("rb")

    def request(self) -> Request | None:
        """The next request, remembered by the server; None once the client has hung up."""
        head = self._head()
        if head is None:
            return None
        line, headers = head
        request = Request(line, headers, self._file.read(int(headers.get("content-length", "0"))))
        self._server.requests.append(request)
        return request

    def head(self) -> None:
        """The next request's line and headers, remembered by the server. Its body is not read."""
        head = self._head()
        if head is not None:
            self._server.requests.append(Request(*head, b""))

    def send(self, data: bytes) -> None:
        """Send it all; a client that has hung up is fine."""
        self.sent(data)

    def sent(self, data: bytes) -> bool:
        """Send it all; whether the client took it."""
        try:
            self.sock.sendall(data)
        except OSError:
            return False
        return True

    def say_no_more(self) -> None:
        """Close one half: the client sees the end, and may go on talking."""
        with contextlib.suppress(OSError):
            self.sock.shutdown(socket.SHUT_WR)

    def drip(self, data: bytes, *, every_s: float = 0.02) -> None:
        """Send a byte at a time, for as long as somebody listens."""
        for byte in data:
            if self.stopping.wait(every_s):
                return
            if not self.sent(bytes([byte])):
                return

    def hold(self) -> None:
        """Say nothing until the test is over."""
        self.stopping.wait()

    def reset(self) -> None:
        """Hang up rudely."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.hang_up()

    def hang_up(self) -> None:
        """Close now; the file that reads from the socket keeps it open otherwise."""
        self._file.close()
        self.sock.close()

    def _head(self) -> tuple[str, dict[str, str]] | None:
        line = self._file.readline().decode("latin-1").strip()
        if not line:
            return None
        headers = {}
        while header := self._file.readline().decode("latin-1").strip():
            name, _colon, value = header.partition(":")
            headers[name.lower()] = value.strip()
        return line, headers


class RawServer:
    """Runs ``behave`` for each connection, in a thread of its own."""

    def __init__(self, behave: Callable[[Talk], None], *, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> None:
        self.requests: list[Request] = []
        self.stopping = threading.Event()
        self.connections = 0
        self._behave = behave
        self._tls = tls
        self._listener = socket.create_server((host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
        self.port: int = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, name="raw-server")]
        self._threads[0].start()

    @property
    def url(self) -> str:
        """Its address."""
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}/"

    def stop(self) -> None:
        """End all connections and threads."""
        self.stopping.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for sock in list(self._open):
            with contextlib.suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(10)
            assert not thread.is_alive()

    def _accept(self) -> None:
        while not self.stopping.is_set():
            try:
                sock, _peer = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(sock)
            thread = threading.Thread(target=self._serve, args=(sock,), name="raw-talk")
            self._threads.append(thread)
            thread.start()

    def _serve(self, sock: socket.socket) -> None:
        # Whatever the client does to the connection is the client's business: the tests look at what the client says of it.
        with contextlib.suppress(OSError, ValueError), sock:
            if self._tls is not None:
                sock = self._tls.wrap_socket(sock, server_side=True)
                self._open.append(sock)
            with contextlib.closing(sock):
                talk = Talk(sock, self)
                try:
                    self._behave(talk)
                finally:
                    talk.hang_up()


def canned(*answers: bytes) -> Callable[[Talk], None]:
    """Each request, on whatever connection, gets the next answer; the last one is given for ever."""
    lock = threading.Lock()
    waiting = list(answers)

    def behave(talk: Talk) -> None:
        while talk.request() is not None:
            with lock:
                data = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            talk.send(data)

    return behave
