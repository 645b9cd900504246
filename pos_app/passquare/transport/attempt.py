"""One request on its way: when it must be over, and how far it got."""

from __future__ import annotations

import time
from typing import Any

MOST_BESIDE_BYTES = 16 * 1024
"""What may come beside an answer's body: hints before it, headers, chunk sizes, trailers. As Python objects they take 70 times
as much, and an HTTP library reads on for as long as they come."""
BESIDE_EACH_BYTE = 8
"""Further bytes for each one of the body: a server may send it in chunks of one byte."""

_HEAD = b"HTTP/1."
_TAIL_BYTES = 64


class Attempt:
    """Fed by the line (bytes) and by httpcore's ``trace`` (steps); used by one thread, :meth:`give_up` from any."""

    def __init__(self, total_s: float) -> None:
        """The attempt ends ``total_s`` seconds from now, whatever happens."""
        self._ends_at = time.monotonic() + total_s
        self._posting = False
        self._came = 0
        self._of_body = 0
        self._heads = 0
        self._tail = b""
        self.sent = False
        """At least one byte of the request was handed to the system: from here on it may have arrived."""
        self.sent_whole = False
        """All of it was."""
        self.hung_up = False
        """The other side ended the connection."""
        self.fault: Exception | None = None
        """What the socket, the name server or TLS complained of last."""

    def left_s(self, at_most: float | None = None) -> float:
        """Seconds until the end, or ``at_most`` if that is sooner. Raises TimeoutError at the end."""
        left = self._ends_at - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time for this request is over")
        return left if at_most is None else min(left, at_most)

    @property
    def over(self) -> bool:
        """Whether its time is over."""
        return time.monotonic() >= self._ends_at

    def give_up(self) -> None:
        """Let it end at its next step."""
        self._ends_at = 0.0

    def trace(self, step: str, info: dict[str, Any]) -> None:
        """httpcore's ``trace`` extension: tells our POST from a proxy's CONNECT, which goes over the same socket."""
        if step.startswith("http11.send_request_") and info.get("request") is not None:
            self._posting = info["request"].method == b"POST"
        if step == "http11.send_request_body.complete" and self._posting:
            self.sent_whole = True

    def wrote(self) -> None:
        """Bytes were handed to the system."""
        self.sent = self.sent or self._posting

    def received(self, data: bytes) -> None:
        """Bytes came; none: the other side has ended the connection."""
        self.hung_up = not data
        self._came += len(data)
        if self._posting and data:
            self._heads += data.count(_HEAD)
            self._tail = (self._tail + data)[-_TAIL_BYTES:]

    def took(self, body: bytes) -> None:
        """Of what came, this was a part of the answer's body."""
        self._of_body += len(body)

    @property
    def flooded(self) -> bool:
        """Whether far more came than an answer needs around its body. Asked before more is read."""
        return self._came > MOST_BESIDE_BYTES + (1 + BESIDE_EACH_BYTE) * self._of_body

    def was_all(self, body: bytes, *, chunked: bool) -> bool:
        """Whether ``body`` is the end of all that came, and one answer all there was.

        Anything behind an answer waits in the HTTP library's buffer and is taken for the answer to the *next* request on that
        connection: a sale would count as applied that never was. Such a connection must not be used again.
        """
        end = b"\n0\r\n\r\n" if chunked else body[-_TAIL_BYTES:]
        return self._heads == 1 and bool(body) and self._tail.endswith(end)
