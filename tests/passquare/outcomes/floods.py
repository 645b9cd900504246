"""Answers that would fill the memory or last for ever, if they were let."""

from __future__ import annotations

import gzip
import itertools
from collections.abc import Iterable

from pos_app.loyalty.errors import Trouble
from tests.passquare.outcomes.case import Behaviour, Case, Outcome, says
from tests.passquare.outcomes.framed import CHUNKED, HINT, OK, SHORT_S, YES
from tests.passquare.raw_server import Talk, answer

APPLIED, UNKNOWN = Outcome.APPLIED, Outcome.UNKNOWN
OFFLINE, SERVER = Trouble.OFFLINE, Trouble.SERVER
MB = 1_000_000
GZIP = "Content-Encoding: gzip\r\n"
JSON_5_MB = b'{"success": true, "x": "' + b"x" * 5 * MB + b'"}'


def floods(begin: bytes, more: bytes, *, most_mb: int = 100, end: bytes = b"") -> Behaviour:
    """Sends ``begin``, ``more`` over and over until 100 MB are full or nobody listens any more, and ``end``."""
    block = more * max(1, 60_000 // len(more))
    times = most_mb * MB // len(block)

    def parts() -> Iterable[bytes]:
        return itertools.chain([begin], itertools.repeat(block, times), [end])

    def behave(talk: Talk) -> None:
        talk.request()
        for part in parts():
            if not talk.sent(part):
                return

    return behave


def drips(begin: bytes, more: bytes) -> Behaviour:
    """Sends ``begin``, and then ``more`` a byte at a time."""

    def behave(talk: Talk) -> None:
        talk.request()
        talk.send(begin)
        talk.drip(more)

    return behave


def bomb(size_mb: int, *, headers: str) -> Behaviour:
    """Little that becomes much when it is unpacked."""

    def behave(talk: Talk) -> None:
        talk.request()
        packed = gzip.compress(YES[:-1] + b', "x": "' + b"x" * size_mb * MB + b'"}', compresslevel=1)
        talk.send(answer(packed, headers=headers))

    return behave


def nested(levels: int, begin: str, end: str) -> bytes:
    return answer('{"success": true, "x": ' + begin * levels + "0" + end * levels + "}")


_BODIES = [
    ("5 MB", UNKNOWN, says(answer(JSON_5_MB)), SERVER),
    ("5 MB without a length", UNKNOWN, says(floods(OK + b"\r\n" + JSON_5_MB[:100], b"x", most_mb=5, end=b'"}')), SERVER),
    ("5 MB in one chunk", UNKNOWN, says(CHUNKED + b"%x\r\n%s\r\n0\r\n\r\n" % (len(JSON_5_MB), JSON_5_MB)), SERVER),
    ("an endless body of chunks", UNKNOWN, says(floods(CHUNKED, b"400\r\n" + b" " * 1024 + b"\r\n")), SERVER),
    ("an endless body of single bytes", UNKNOWN, says(floods(CHUNKED, b"1\r\n \r\n")), SERVER),
    ("an endless page", UNKNOWN, says(floods(OK + b"Content-Type: text/html\r\n\r\n<html>", b"<p>")), Trouble.PORTAL),
    ("a bomb of 10 MB, gzip", UNKNOWN, says(bomb(10, headers=GZIP)), SERVER),
    ("a bomb of 50 MB, gzip", UNKNOWN, says(bomb(50, headers=GZIP)), SERVER),
    ("a bomb that is not called gzip", UNKNOWN, says(bomb(10, headers="")), SERVER),
    ("100,000 levels of lists", UNKNOWN, says(nested(100_000, "[", "]")), SERVER),
    ("30,000 levels of lists", UNKNOWN, says(nested(30_000, "[", "]")), SERVER),
    ("100,000 levels of objects", UNKNOWN, says(nested(100_000, '{"a":', "}")), SERVER),
    ("10,000 levels of objects", UNKNOWN, says(nested(10_000, '{"a":', "}")), SERVER),
    ("a number of 60,000 digits", APPLIED, says(answer(YES[:-1] + b', "x": ' + b"9" * 60_000 + b"}")), None),
    ("an exponent of 60,000 digits", APPLIED, says(answer(YES[:-1] + b', "x": 1e' + b"9" * 60_000 + b"}")), None),
    ("20,000 empty lists", APPLIED, says(answer(YES[:-1] + b', "x": [' + b"[]," * 20_000 + b"0]}")), None),
    ("20,000 empty objects", APPLIED, says(answer(YES[:-1] + b', "x": [' + b"{}," * 20_000 + b"0]}")), None),
    ("15,000 decimals", APPLIED, says(answer(YES[:-1] + b', "x": [' + b"0.5," * 15_000 + b"0]}")), None),
    ("5,000 fields", APPLIED, says(answer(YES[:-1] + b"".join(b', "%d": 0' % number for number in range(5_000)) + b"}")), None),
    ("60,000 escapes", APPLIED, says(answer(YES[:-1] + b', "x": "' + rb"\u1F600" * 8_000 + b'"}')), None),
]  # fmt: skip

_AROUND = [
    ("100 MB of headers", UNKNOWN, says(floods(OK, b"X-more: and more\r\n")), SERVER),
    ("160 kB of the shortest headers", UNKNOWN, says(OK + b"a:\n" * 53_000 + b"\r\n" + YES), SERVER),
    ("30 kB of the shortest headers", UNKNOWN, says(OK + b"a:\n" * 10_000 + b"Content-Length: 17\r\n\r\n" + YES), SERVER),
    ("12 kB of headers", APPLIED, says(OK + b"X-more: and more\r\n" * 700 + b"Content-Length: 17\r\n\r\n" + YES), None),
    ("an endless header", UNKNOWN, says(floods(OK + b"X-more: ", b"x")), SERVER),
    ("an endless status line", UNKNOWN, says(floods(b"HTTP/1.1 200 ", b"O")), SERVER),
    ("endless early hints", UNKNOWN, says(floods(b"", HINT)), SERVER),
    ("an endless early hint", UNKNOWN, says(floods(HINT[:-2], b"a:\n")), SERVER),
    ("endless trailers", UNKNOWN, says(floods(CHUNKED + b"11\r\n" + YES + b"\r\n0\r\n", b"a:\n")), SERVER),
    ("an endless extension of a chunk", UNKNOWN, says(floods(CHUNKED + b"11;", b"x")), SERVER),
    ("extensions far longer than their chunks", UNKNOWN, says(floods(CHUNKED, b"1;" + b"x" * 2000 + b"\r\n \r\n")), SERVER),
    ("zeros before a chunk's size", UNKNOWN, says(floods(CHUNKED, b"0")), SERVER),
    ("nothing but line ends", UNKNOWN, says(floods(b"", b"\r\n")), SERVER),
]  # fmt: skip

_DRIPS = [
    ("dripping headers", UNKNOWN, says(drips(OK, b"X-more: and more\r\n" * 500), deadline_s=SHORT_S), OFFLINE),
    ("dripping hints", UNKNOWN, says(drips(b"", HINT * 500), deadline_s=SHORT_S), OFFLINE),
    ("a dripping body", UNKNOWN, says(drips(OK + b"Content-Length: 5000\r\n\r\n", b" " * 5000), deadline_s=SHORT_S), OFFLINE),
    ("a dripping chunk", UNKNOWN, says(drips(CHUNKED + b"FFF\r\n", b" " * 5000), deadline_s=SHORT_S), OFFLINE),
    ("dripping trailers", UNKNOWN, says(drips(CHUNKED + b"0\r\n", b"X-more: and more\r\n" * 500), deadline_s=SHORT_S), OFFLINE),
]  # fmt: skip

FLOODS = [Case(*each) for each in (*_BODIES, *_AROUND, *_DRIPS)]
