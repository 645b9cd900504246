"""One request on its way: when it must be over, and how far it got."""

from __future__ import annotations

import time
from typing import Any

_HEAD = b"HTTP/1."
_TAIL_BYTES = 64


class Attempt:
    """Fed by the line (bytes) and by httpcore's ``trace`` (steps); used by one thread, :meth:`give_up` from any."""

    def __init__(self, total_s: float) -> None:
        """The attempt ends ``total_s`` seconds from now, whatever happens."""
        self._ends_at = time.monotonic() + total_s
        self._posting = False
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
        if self._posting and data:
            self._heads += data.count(_HEAD)
            self._tail = (self._tail + data)[-_TAIL_BYTES:]

    def was_all(self, body: bytes, *, chunked: bool) -> bool:
        """Whether ``body`` is the end of all that came, and one answer all there was.

        Anything behind an answer waits in the HTTP library's buffer and is taken for the answer to the *next* request on that
        connection: a sale would count as applied that never was. Such a connection must not be used again.
        """
        end = b"\n0\r\n\r\n" if chunked else body[-_TAIL_BYTES:]
        return self._heads == 1 and bool(body) and self._tail.endswith(end)
