"""Whatever bytes come over the socket, what comes out is an object or one of the errors that somebody expects."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pos_app.loyalty.errors import PosError
from pos_app.passquare.transport import Transport
from tests.passquare.conftest import Serve
from tests.passquare.raw_server import RawServer, Talk

HEADS = st.sampled_from(
    [
        b"",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nContent-Length: 8\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        b"HTTP/1.1 103 Early Hints\r\n\r\n",
        b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        b"HTTP/1.1 99999 OK\r\n",
        b"HTTP/1.1 204 No Content\r\n\r\n",
        b"HTTP/1.1 429 Slow\r\nRetry-After: \xff\r\n\r\n",
        b"HTTP/0.9 200 OK\r\n\r\n",
        b"HTTP/2 200\r\n\r\n",
    ]
)


class Says:
    """Answers each request with ``data`` and hangs up."""

    def __init__(self) -> None:
        self.data = b""

    def __call__(self, talk: Talk) -> None:
        talk.request()
        talk.send(self.data)


@pytest.fixture
def says() -> Says:
    return Says()


@pytest.fixture
def server(serve: Serve, says: Says) -> RawServer:
    return serve(says)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@example(data=b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\n\r\n")
@example(data=b"\x00" * 200_000)
@given(
    data=st.tuples(
        HEADS, st.binary(max_size=60) | st.sampled_from([b"7\r\n{}\r\n", b"zz\r\n", b"{}", b"9\r\n123456789\r\n0\r\n"])
    ).map(b"".join)
)
def test_any_bytes_on_the_socket_end_in_an_object_or_an_expected_error(
    transport: Transport, server: RawServer, says: Says, data: bytes
) -> None:
    says.data = data
    with contextlib.suppress(PosError):
        assert isinstance(transport.post(server.url, b"{}"), dict)
