"""Connections kept for the next request: never a lost sale, never an answer taken for another's."""

from __future__ import annotations

import threading
from contextlib import closing
from typing import Any

import pytest

from pos_app.loyalty.errors import NotSent, PosError, Trouble, Unknown
from pos_app.passquare.transport import Transport
from pos_app.passquare.transport.attempt import Attempt
from pos_app.passquare.transport.channel import FAILURES, Channel, Server
from pos_app.passquare.transport.names import Names
from tests.passquare.conftest import MakeTransport, Serve
from tests.passquare.posting import YES, post, trouble_of
from tests.passquare.raw_server import Talk, answer


def test_a_connection_is_kept_for_the_next_request(transport: Transport, serve: Serve) -> None:
    server = serve(answer(YES))
    for _ in range(3):
        post(transport, server.url)
    assert server.connections == 1


@pytest.mark.parametrize("hang_up", [Talk.hang_up, Talk.reset])
def test_a_kept_connection_that_was_closed_meanwhile_costs_nothing(transport: Transport, serve: Serve, hang_up: object) -> None:
    """The end of the connection is seen before it is used again: the request goes out once, on a new one."""
    closed = threading.Event()

    def behave(talk: Talk) -> None:
        talk.request()
        talk.send(answer(YES))
        hang_up(talk)  # type: ignore[operator]
        closed.set()

    server = serve(behave)
    for count in (1, 2, 3):
        assert post(transport, server.url) == {"success": True}
        assert closed.wait(5)
        closed.clear()
        assert len(server.requests) == count
        assert server.connections == count


def test_a_kept_connection_that_closes_as_the_request_arrives_is_unknown(transport: Transport, serve: Serve) -> None:
    """The bytes had left: nothing proves that the server did not act on them."""

    def behave(talk: Talk) -> None:
        talk.request()
        talk.send(answer(YES))
        talk.request()

    server = serve(behave)
    post(transport, server.url)
    assert trouble_of(transport, server.url, Unknown) is Trouble.OFFLINE
    assert len(server.requests) == 2


CHUNKED = b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n11\r\n{"success": true}\r\n0\r\n\r\n'


@pytest.mark.parametrize("first", [answer(YES), CHUNKED], ids=["length", "chunked"])
@pytest.mark.parametrize(
    "extra", [answer(YES), answer(YES)[:3], b"\r\n", b"}"], ids=["twice", "once and a bit", "a blank line", "a bracket"]
)
def test_what_comes_behind_an_answer_is_never_taken_for_the_next_one(
    transport: Transport, serve: Serve, first: bytes, extra: bytes
) -> None:
    """Otherwise the second sale would count as applied, though the server never answered it."""

    def behave(talk: Talk) -> None:
        talk.request()
        talk.send(first + extra)
        talk.request()
        # The rest of the extra answer would come now, before anything that the second request is answered with.
        talk.send(answer(YES)[3:])

    server = serve(behave)
    assert post(transport, server.url) == {"success": True}
    post(transport, server.url)
    assert server.connections == 2


def test_each_server_is_asked_over_its_own_connection(transport: Transport, serve: Serve) -> None:
    servers = [serve(answer('{"success": true, "i": 0}')), serve(answer('{"success": true, "i": 1}'))]
    for number, server in [*enumerate(servers)] * 2:
        assert post(transport, server.url)["i"] == number
    assert [each.connections for each in servers] == [1, 1]


class Delayed(Attempt):
    """An attempt that waits between connecting and sending."""

    def __init__(self, until: threading.Event) -> None:
        super().__init__(10.0)
        self._until = until

    def trace(self, step: str, info: dict[str, Any]) -> None:
        if step == "connection.connect_tcp.complete":
            assert self._until.wait(10)
        super().trace(step, info)


@pytest.mark.parametrize("said", [answer(YES), answer('{"error": "Timeout"}', status="400 Bad Request")], ids=["yes", "no"])
def test_an_answer_before_the_question_proves_nothing(serve: Serve, said: bytes) -> None:
    """The system takes no byte for a connection that is dead already: what can be read there answers something else."""
    gone = threading.Event()

    def behave(talk: Talk) -> None:
        talk.send(said)
        talk.reset()
        gone.set()

    server = serve(behave)
    attempt = Delayed(gone)
    channel = Channel(Server("http", "127.0.0.1", server.port), tls=None, proxy=None, names=Names())
    with closing(channel), pytest.raises(FAILURES):
        channel.post("/", b"{}", [(b"Host", b"x")], attempt=attempt, connect_s=5.0, cap_bytes=1000)
    assert not attempt.sent


def test_an_answer_before_the_whole_question_is_unknown(transport: Transport, serve: Serve) -> None:
    def behave(talk: Talk) -> None:
        talk.sock.recv(100)
        talk.send(answer(YES))
        talk.reset()

    with pytest.raises(Unknown):
        transport.post(serve(behave).url, b" " * 20_000_000)


def test_threads_do_not_wait_for_each_other(transport: Transport, serve: Serve) -> None:
    together = threading.Barrier(4, timeout=10)

    def behave(talk: Talk) -> None:
        while talk.request() is not None:
            together.wait()
            talk.send(answer(YES))

    server = serve(behave)
    results: list[object] = []
    threads = [threading.Thread(target=lambda: results.append(post(transport, server.url))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert results == [{"success": True}] * 4


def test_closing_ends_a_request_that_is_on_its_way(make_transport: MakeTransport, serve: Serve) -> None:
    arrived = threading.Event()

    def behave(talk: Talk) -> None:
        talk.request()
        arrived.set()
        talk.hold()

    transport, server = make_transport(deadline_s=60.0), serve(behave)
    errors: list[PosError] = []

    def ask() -> None:
        try:
            post(transport, server.url)
        except PosError as error:
            errors.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    assert arrived.wait(10)
    transport.close()
    thread.join(10)
    assert [type(each) for each in errors] == [Unknown]
    with pytest.raises(NotSent):
        post(transport, server.url)
