"""Whatever a server says once it has the request: it is never taken for unsent, nor for applied without proof.

The proof is read here once more by other means: Python's own HTTP client, and plain ``json`` with nothing forgiven.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPException, HTTPResponse
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pos_app.loyalty.secret import Secret
from pos_app.passquare.crm import CrmClient, CrmKey
from pos_app.passquare.transport import Transport
from tests.passquare.outcomes.case import Outcome
from tests.passquare.outcomes.sender import outcome_of
from tests.passquare.raw_server import RawServer, Talk, answer

YES = b'{"success": true}'
OK = b"HTTP/1.1 200 OK\r\n"

BODIES = st.sampled_from(
    [
        YES,
        b'\xef\xbb\xbf {"success": true, "balance": "300.00"}\n',
        b'{"success": true, "error": null}',
        b'{"success": true, "error": "no"}',
        b'{"success": "true"}',
        b'{"success": 1}',
        b'{"success": false}',
        b'{"success": true, "success": true}',
        b'{"success": true, "x": NaN}',
        YES + YES,
        YES + b"<br />",
        b"<html>" + YES,
        b"[" + YES + b"]",
        b"",
    ]
)
STATUSES = st.sampled_from(
    [b"200 OK", b"200", b"201 Created", b"204 No", b"302 Found", b"400 Bad", b"409 No", b"500 Oh", b"103 Hint"]
)
FRAMES = st.sampled_from([b"Content-Length: %d\r\n\r\n%b", b"\r\n%b", b"Content-Length: %d\r\nX-x: y\r\n\r\n%b\r\n", b"C: d\n\n%b"])
WHOLE = st.builds(
    lambda status, frame, body: b"HTTP/1.1 " + status + b"\r\n" + (frame % ((len(body), body) if b"%d" in frame else (body,))),
    STATUSES,
    FRAMES,
    BODIES,
)
CHUNKED = st.builds(
    lambda body, size: (
        OK
        + b"Transfer-Encoding: chunked\r\n\r\n"
        + b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (body[at : at + size] for at in range(0, len(body), size)))
        + b"0\r\n\r\n"
    ),
    BODIES,
    st.integers(1, 20),
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A good answer, with a few bytes of it changed, lost, doubled or added."""
    data = bytearray(draw(WHOLE | CHUNKED))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(data)))
        match draw(st.sampled_from(["change", "lose", "add", "cut", "double"])):
            case "change":
                data[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
            case "lose":
                del data[at : at + draw(st.integers(1, 9))]
            case "add":
                data[at:at] = draw(st.binary(max_size=9) | st.sampled_from([b"\r\n", b"}", b"0\r\n\r\n", b'"', b"\x00"]))
            case "cut":
                del data[at:]
            case "double":
                data += data[at:]
    return bytes(data)


ANYTHING = st.one_of(damaged(), WHOLE, CHUNKED, st.lists(WHOLE, min_size=2, max_size=3).map(b"".join), st.binary(max_size=300))


class _Bytes(io.BytesIO):
    """What ``http.client`` takes for a socket."""

    def makefile(self, *_how: object) -> _Bytes:
        return self


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len({name for name, _ in pairs}) == len(pairs), "a field twice"
    return dict(pairs)


def _no_number(literal: str) -> None:
    raise AssertionError(literal)


def proves(data: bytes) -> bool:
    """Whether ``data`` is a 200 that holds one JSON object with success true and no error, as others read it."""
    # http.client passes over 100 only.
    while hint := re.match(rb"HTTP/\d\.\d 1\d\d[^\n]*\n(?:[^\r\n][^\n]*\n)*\r?\n", data):
        data = data[hint.end() :]
    try:
        response = HTTPResponse(_Bytes(data), method="POST")  # type: ignore[arg-type]
        response.begin()
        body = response.read()
        document = json.loads(body.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_number)
    except (HTTPException, ValueError, AssertionError):
        return False
    return response.status == 200 and isinstance(document, dict) and document.get("success") is True and not document.get("error")


class Says:
    """Answers each request with ``data`` and hangs up."""

    data = b""

    def __call__(self, talk: Talk) -> None:
        talk.request()
        talk.send(self.data)


@pytest.fixture
def says() -> Says:
    return Says()


@pytest.fixture
def crm(says: Says) -> Iterator[CrmClient]:
    server = RawServer(says)
    with closing(Transport(deadline_s=10.0)) as transport:
        yield CrmClient(transport, url=server.url, auth=CrmKey(lambda: Secret("f3a1-the-key-itself")))
    server.stop()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(answer(YES))
@example(OK + b"Content-Length: 17\r\nContent-Length: 18\r\n\r\n" + YES)
@example(OK + b"Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n11\r\n" + YES + b"\r\n0\r\n\r\n")
@given(ANYTHING)
def test_what_a_server_got_is_never_unsent_and_applied_only_with_proof(crm: CrmClient, says: Says, data: bytes) -> None:
    says.data = data
    outcome, _error = outcome_of(crm)
    assert outcome is not Outcome.NOT_SENT
    if outcome is Outcome.APPLIED:
        assert proves(data)


def test_the_proof_itself_can_fail() -> None:
    assert proves(answer(YES))
    assert proves(b"HTTP/1.1 103 Hint\r\nLink: x\r\n\r\n" + answer(YES))
    assert not proves(answer(YES, status="201 Created"))
    assert not proves(answer(YES[:-1]))
    assert not proves(answer(b'{"success": true, "success": true}'))
