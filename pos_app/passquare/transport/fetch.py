"""Fetches files that anybody may have, over https alone: a feed in one piece, an installer bit by bit and gone on with.

Whether a file is what it should be is for its reader to see: here it is only never longer than was said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlsplit

from pos_app.loyalty.errors import NotSent, UpdateFault, UpdateTrouble
from pos_app.passquare.transport.channel import Answer, Incoming
from pos_app.passquare.transport.post import Transport

SMALL_DEADLINE_S = 20.0
LARGE_DEADLINE_S = 4 * 3600.0
"""For as much of a file as one try gets: what was read is kept, and the next try goes on behind it."""
STALL_S = 30.0
_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15})", re.ASCII)


class Fetcher:
    """Shared by all threads; ends with its transport."""

    def __init__(
        self,
        transport: Transport,
        *,
        small_deadline_s: float = SMALL_DEADLINE_S,
        large_deadline_s: float = LARGE_DEADLINE_S,
        stall_s: float = STALL_S,
    ) -> None:
        self._transport = transport
        self._small_deadline_s, self._large_deadline_s, self._stall_s = small_deadline_s, large_deadline_s, stall_s

    def small(self, url: str, *, cap_bytes: int) -> bytes:
        """All of a file of at most ``cap_bytes``. Blocks; raises UpdateTrouble (UNREACHABLE)."""
        host = _host(url)
        read = bytearray()
        with self._fetching(url, {}, self._small_deadline_s) as incoming:
            _refuse_all_but(incoming.head, 200, host)
            for part in incoming.parts:
                read += part
                if len(read) > cap_bytes:
                    raise _strange(host, "answered with far too much")
        return bytes(read)

    def large(self, url: str, *, start: int, size: int, begin: Callable[[int], None], take: Callable[[bytes], None]) -> None:
        """What a file of ``size`` bytes has from byte ``start`` on, in pieces for ``take``.

        ``begin`` is called first, with where the pieces begin: 0 where the server does not go on in the middle. Blocks; raises
        UpdateTrouble (UNREACHABLE), also where the file ends too early or is longer; and what ``begin`` and ``take`` raise.
        """
        host = _host(url)
        headers = {"Range": f"bytes={start}-"} if start else {}
        with self._fetching(url, headers, self._large_deadline_s) as incoming:
            place = _begins_at(incoming.head, start, size, host)
            begin(place)
            for part in incoming.parts:
                place += len(part)
                if place > size:
                    raise _strange(host, "sends more than was said")
                take(part)
        if place < size:
            raise _strange(host, "ended the connection before the file did")

    @contextmanager
    def _fetching(self, url: str, headers: Mapping[str, str], deadline_s: float) -> Iterator[Incoming]:
        try:
            with self._transport.fetching(url, headers, deadline_s=deadline_s, stall_s=self._stall_s) as incoming:
                yield incoming
        except NotSent as error:
            raise UpdateTrouble(str(error), fault=UpdateFault.UNREACHABLE) from error


def _host(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme != "https":
        raise UpdateTrouble("Updates come over https only.", fault=UpdateFault.UNREACHABLE)
    return parts.hostname or ""


def _begins_at(head: Answer, start: int, size: int, host: str) -> int:
    if start and head.status == 206:
        found = _RANGE.fullmatch(head.header(b"content-range"))
        if found is None or (int(found[1]), int(found[3])) != (start, size):
            raise _strange(host, "has another file there than was said")
        return start
    _refuse_all_but(head, 200, host)
    return 0


def _refuse_all_but(head: Answer, status: int, host: str) -> None:
    if 300 <= head.status < 400 or head.status == 511:
        raise _strange(host, f"was answered for by something that leads elsewhere ({head.status})")
    if head.status != status:
        raise _strange(host, f"does not give the file ({head.status})")
    if head.header(b"content-encoding").lower() not in ("", "identity"):
        raise _strange(host, "answered in an encoding that was not asked for")


def _strange(host: str, what: str) -> UpdateTrouble:
    return UpdateTrouble(f"{host} {what}.", fault=UpdateFault.UNREACHABLE)
