"""Answers whose frame is odd or broken: lengths that lie, chunks, hints, ends of connections, other protocols."""

from __future__ import annotations

import gzip

from pos_app.loyalty.errors import Trouble
from tests.passquare.outcomes.case import Behaviour, Case, Outcome, after_the_request, says
from tests.passquare.raw_server import Talk, answer

APPLIED, REJECTED, UNKNOWN = Outcome.APPLIED, Outcome.REJECTED, Outcome.UNKNOWN
OFFLINE, PORTAL, SERVER = Trouble.OFFLINE, Trouble.PORTAL, Trouble.SERVER
YES = b'{"success": true}'
NO = b'{"error": "Card is blocked"}'
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
HINT = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"
GO_ON = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"
FRAMES = b"\x00\x00\x12\x04\x00\x00\x00\x00\x00" + b"\x00\x03\x00\x00\x00\x64" * 3
"""HTTP/2's first words."""
SHORT_S = 0.5


def waits_after(*parts: bytes) -> Behaviour:
    """Says the parts, and then nothing more, without hanging up."""

    def behave(talk: Talk) -> None:
        talk.request()
        for part in parts:
            talk.send(part)
        talk.hold()

    return behave


def resets_after(*parts: bytes) -> Behaviour:
    """Says the parts, and ends the connection rudely once they are on their way."""

    def behave(talk: Talk) -> None:
        talk.request()
        for part in parts:
            talk.send(part)
        talk.reset()

    return behave


def half_closes(*parts: bytes) -> Behaviour:
    """Says the parts and that no more will come, and keeps listening."""

    def behave(talk: Talk) -> None:
        talk.request()
        for part in parts:
            talk.send(part)
        talk.say_no_more()
        talk.hold()

    return behave


def reads_only_the_head(data: bytes) -> Behaviour:
    """Answers before it has read what the request is about."""

    def behave(talk: Talk) -> None:
        talk.head()
        talk.send(data)
        talk.hold()

    return behave


def lies(length: int | str, body: bytes = YES) -> bytes:
    return OK + f"Content-Length: {length}\r\n\r\n".encode() + body


_LENGTHS = [
    ("a length that is too long, then silence", UNKNOWN, says(waits_after(lies(500)), deadline_s=SHORT_S), OFFLINE),
    ("a length that is too long, then the end", UNKNOWN, says(after_the_request(lies(500))), OFFLINE),
    ("a length that is too long, then a reset", UNKNOWN, says(resets_after(lies(500))), OFFLINE),
    ("a length that is too short", UNKNOWN, says(lies(16)), SERVER),
    ("a length of nothing", UNKNOWN, says(lies(0)), SERVER),
    ("a length that ends before a warning", APPLIED, says(after_the_request(lies(17) + b"<br />Warning: x")), None),
    ("a negative length", UNKNOWN, says(lies(-17)), SERVER),
    ("a length in words", UNKNOWN, says(lies("seventeen")), SERVER),
    ("a length in hexadecimal", UNKNOWN, says(lies("0x11")), SERVER),
    ("a length of another world", UNKNOWN, says(after_the_request(lies("9" * 30))), SERVER),
    ("two lengths", UNKNOWN, says(OK + b"Content-Length: 17\r\nContent-Length: 16\r\n\r\n" + YES), SERVER),
    ("no length, whole", APPLIED, says(after_the_request(OK + b"\r\n" + YES)), None),
    ("no length, whole, of HTTP/1.0", APPLIED, says(after_the_request(b"HTTP/1.0 200 OK\r\n\r\n" + YES)), None),
    ("no length, cut short", UNKNOWN, says(after_the_request(OK + b"\r\n" + YES[:-1])), SERVER),
    ("no length, and a reset instead of an end", UNKNOWN, says(resets_after(OK + b"\r\n" + YES[:-1])), OFFLINE),
    ("no length and no end", UNKNOWN, says(waits_after(OK + b"\r\n" + YES), deadline_s=SHORT_S), OFFLINE),
    ("no length, a refusal", REJECTED, says(after_the_request(OK + b"\r\n" + NO)), None),
    ("a PHP warning behind success", UNKNOWN, says(after_the_request(OK + b"\r\n" + YES + b"\n<b>Warning</b>: x")), SERVER),
    ("a PHP warning before success", UNKNOWN, says(after_the_request(OK + b"\r\n<br />\n<b>Warning</b>: x\n" + YES)), PORTAL),
]  # fmt: skip

_CHUNKS = [
    ("chunks", APPLIED, says(CHUNKED + b'7\r\n{"succe\r\na\r\nss": true}\r\n0\r\n\r\n'), None),
    ("chunks with extensions", APPLIED, says(CHUNKED + b"11;name=value\r\n" + YES + b"\r\n0\r\n\r\n"), None),
    ("chunks with trailers", APPLIED, says(CHUNKED + b"11\r\n" + YES + b"\r\n0\r\nX-Checksum: 1\r\n\r\n"), None),
    ("chunks of single bytes", APPLIED, says(CHUNKED + b"".join(b"1\r\n%c\r\n" % byte for byte in YES) + b"0\r\n\r\n"), None),
    ("chunks without the last", UNKNOWN, says(after_the_request(CHUNKED + b"11\r\n" + YES + b"\r\n")), OFFLINE),
    ("chunks without the last, and silence", UNKNOWN, says(waits_after(CHUNKED + b"11\r\n" + YES), deadline_s=SHORT_S), OFFLINE),
    ("a chunk that is cut short", UNKNOWN, says(after_the_request(CHUNKED + b"ff\r\n" + YES)), OFFLINE),
    ("a chunk that is longer than it says", UNKNOWN, says(CHUNKED + b"10\r\n" + YES + b"\r\n0\r\n\r\n"), SERVER),
    ("a chunk of no number", UNKNOWN, says(CHUNKED + b"yes\r\n" + YES + b"\r\n0\r\n\r\n"), SERVER),
    ("a chunk of a negative number", UNKNOWN, says(CHUNKED + b"-11\r\n" + YES + b"\r\n0\r\n\r\n"), SERVER),
    ("a chunk of 16 EB", UNKNOWN, says(waits_after(CHUNKED + b"FFFFFFFFFFFFFFFF\r\n" + YES), deadline_s=SHORT_S), OFFLINE),
    ("a chunk size of 30 digits", UNKNOWN, says(CHUNKED + b"0" * 28 + b"11\r\n" + YES + b"\r\n0\r\n\r\n"), SERVER),
    ("chunks and a length", APPLIED, says(CHUNKED[:-2] + b"Content-Length: 3\r\n\r\n11\r\n" + YES + b"\r\n0\r\n\r\n"), None),
    ("chunks that are compressed", UNKNOWN, says(CHUNKED.replace(b"chunked", b"gzip, chunked") + gzip.compress(YES)), SERVER),
]  # fmt: skip

_ORDER = [
    ("an early hint", APPLIED, says(HINT + answer(YES)), None),
    ("100, 102 and hints", APPLIED, says(GO_ON + HINT * 3 + answer(YES)), None),
    ("a hint and nothing more", UNKNOWN, says(after_the_request(HINT)), OFFLINE),
    ("a hint with a body", UNKNOWN, says(b"HTTP/1.1 103 Early Hints\r\nContent-Length: 17\r\n\r\n" + YES + answer(YES)), SERVER),
    ("two answers at once", APPLIED, says(answer(YES) + answer(NO)), None),
    ("an answer before the request is read, yes", APPLIED, says(reads_only_the_head(answer(YES))), None),
    ("an answer before the request is read, no", REJECTED, says(reads_only_the_head(answer(NO, status="413 Too Large"))), None),
    ("a half-closed answer", APPLIED, says(half_closes(OK + b"\r\n" + YES)), None),
    ("a half-close without an answer", UNKNOWN, says(half_closes()), OFFLINE),
    ("the end without an answer", UNKNOWN, says(after_the_request()), OFFLINE),
    ("a reset without an answer", UNKNOWN, says(resets_after()), OFFLINE),
    ("the end within the status line", UNKNOWN, says(after_the_request(b"HTTP/1.1 20")), OFFLINE),
    ("the end within the headers", UNKNOWN, says(after_the_request(OK + b"Content-Le")), OFFLINE),
    ("silence", UNKNOWN, says(waits_after(), deadline_s=SHORT_S), OFFLINE),
    ("silence after the headers", UNKNOWN, says(waits_after(lies(17, b"")), deadline_s=SHORT_S), OFFLINE),
]  # fmt: skip

_OTHER_PROTOCOLS = [
    ("HTTP/0.9", UNKNOWN, says(after_the_request(YES + b"\r\n")), OFFLINE),
    ("a version that HTTP never had", APPLIED, says(after_the_request(b"HTTP/7.7 200 OK\r\n\r\n" + YES)), None),
    ("HTTP/2, as a preface", UNKNOWN, says(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), SERVER),
    ("HTTP/2, as frames", UNKNOWN, says(after_the_request(FRAMES)), SERVER),
    ("HTTP/3 in words", UNKNOWN, says(b"HTTP/3 200 OK\r\nContent-Length: 17\r\n\r\n" + YES), SERVER),
    ("an SSH server", UNKNOWN, says(waits_after(b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"), deadline_s=SHORT_S), OFFLINE),
    ("a mail server", UNKNOWN, says(after_the_request(b"220 mail.example ESMTP\r\n501 Bad\r\n")), OFFLINE),
    ("a TLS alert on a plain port", UNKNOWN, says(after_the_request(b"\x15\x03\x01\x00\x02\x02\x0a")), SERVER),
    ("null bytes", UNKNOWN, says(after_the_request(b"\x00" * 50_000)), SERVER),
    ("a status of no number", UNKNOWN, says(b"HTTP/1.1 OK 200\r\nContent-Length: 17\r\n\r\n" + YES), SERVER),
    ("a status of four digits", UNKNOWN, says(b"HTTP/1.1 2000 OK\r\nContent-Length: 17\r\n\r\n" + YES), SERVER),
    ("a status of 0", UNKNOWN, says(b"HTTP/1.1 000 OK\r\nContent-Length: 17\r\n\r\n" + YES), SERVER),
    ("a null byte in a header", UNKNOWN, says(OK + b"X-x: a\x00b\r\nContent-Length: 17\r\n\r\n" + YES), SERVER),
    ("a header without a colon", UNKNOWN, says(OK + b"X-x\r\nContent-Length: 17\r\n\r\n" + YES), SERVER),
    ("headers with bare line feeds", APPLIED, says(b"HTTP/1.1 200 OK\nContent-Length: 17\n\n" + YES), None),
    ("a status without a reason", APPLIED, says(b"HTTP/1.1 200\r\nContent-Length: 17\r\n\r\n" + YES), None),
]  # fmt: skip

FRAMED = [Case(*each) for each in (*_LENGTHS, *_CHUNKS, *_ORDER, *_OTHER_PROTOCOLS)]
