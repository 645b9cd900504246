"""A server that says yes to everything after a fixed time, in a process of its own: as little of a server as there can be.

python -m tests.bench.answering MILLISECONDS       prints its port
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import dev

_BODY = b'{"success":true,"balance":"1240.00","bonus":"5","discount":"2.5"}'
_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(_BODY), _BODY)


class Answering(asyncio.Protocol):
    """One connection, one request at a time on it."""

    def __init__(self, delay_s: float) -> None:
        self._delay_s = delay_s
        self._heard = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See asyncio."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """See asyncio."""
        self._heard += data
        head, end, body = self._heard.partition(b"\r\n\r\n")
        if not end:
            return
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
        if len(body) < length:
            return
        self._heard = body[length:]
        assert self._transport is not None
        if self._delay_s:
            asyncio.get_running_loop().call_later(self._delay_s, self._transport.write, _ANSWER)
        else:
            self._transport.write(_ANSWER)


@contextmanager
def answering(*, delay_ms: int) -> Iterator[str]:
    """Such a server; its address."""
    words = [sys.executable, "-m", "tests.bench.answering", str(delay_ms)]
    with subprocess.Popen(words, cwd=dev.ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        finally:
            server.kill()


async def _serve(delay_s: float) -> None:
    server = await asyncio.get_running_loop().create_server(lambda: Answering(delay_s), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]) / 1000))
