"""httpx over our own lines: its transport, made of httpcore with sockets that obey a deadline.

httpx's stock transport has no public way to give its sockets one. Nothing of an answer but its status and body reaches httpx
itself: it has no cookie to keep, no redirect to prepare and nothing to decode.
"""

from __future__ import annotations

import logging
import ssl
from collections.abc import Iterator

import httpcore
import httpx

# It would log every address, and a CRM's may hold a secret in its path.
logging.getLogger("httpx").setLevel(logging.WARNING)

KEEP_S = 120.0
"""How long a connection is kept for the next customer; servers may close it sooner."""
RAW_HEADERS = "raw_headers"
"""The extension of a response that holds its headers as they came."""


class _Body(httpx.SyncByteStream):
    """An answer's bytes, as they come."""

    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return self._response.iter_stream()

    def close(self) -> None:
        """Let the connection go, or hang up if the answer was not read to its end."""
        self._response.close()


class Wire(httpx.BaseTransport):
    """One connection: its successor is opened only when it is gone.

    A connection found closed before it is used again is replaced without a word: nothing had been sent on it. What happens on the
    network is raised in httpcore's words.
    """

    def __init__(self, *, tls: ssl.SSLContext | None, proxy: httpcore.Proxy | None, lines: httpcore.NetworkBackend) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=tls, proxy=proxy, max_connections=1, keepalive_expiry=KEEP_S, network_backend=lines
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send once."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
        )
        response = self._pool.handle_request(
            httpcore.Request(
                request.method, url, headers=request.headers.raw, content=request.content, extensions=request.extensions
            )
        )
        return httpx.Response(response.status, stream=_Body(response), extensions={RAW_HEADERS: response.headers})

    def close(self) -> None:
        """Hang up."""
        self._pool.close()
