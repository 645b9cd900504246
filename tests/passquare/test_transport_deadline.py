"""A request is over at its deadline, whatever the server does to draw it out."""

from __future__ import annotations

import time

import pytest

from pos_app.loyalty.errors import Trouble, Unknown
from tests.passquare.conftest import MakeTransport, Serve
from tests.passquare.posting import YES, post, trouble_of
from tests.passquare.raw_server import Talk, answer


def silence(talk: Talk) -> None:
    talk.request()
    talk.hold()


def dripping_headers(talk: Talk) -> None:
    talk.request()
    talk.drip(b"HTTP/1.1 200 OK\r\n" + b"X-more: and more\r\n" * 500)


def dripping_hints(talk: Talk) -> None:
    talk.request()
    talk.drip(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 500)


def dripping_body(talk: Talk) -> None:
    talk.request()
    talk.send(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
    talk.drip(b" " * 5000)


@pytest.mark.parametrize("behave", [silence, dripping_headers, dripping_hints, dripping_body])
def test_a_dripping_server_is_cut_off_at_the_total_deadline(make_transport: MakeTransport, serve: Serve, behave: object) -> None:
    server = serve(behave)
    began = time.monotonic()
    with pytest.raises(Unknown, match="in time") as caught:
        post(make_transport(deadline_s=0.4), server.url)
    assert caught.value.trouble is Trouble.OFFLINE
    assert 0.35 < time.monotonic() - began < 3


def test_a_deadline_on_a_kept_connection_is_the_new_requests_own(make_transport: MakeTransport, serve: Serve) -> None:
    def behave(talk: Talk) -> None:
        talk.request()
        talk.send(answer(YES))
        dripping_headers(talk)

    transport, server = make_transport(deadline_s=0.4), serve(behave)
    post(transport, server.url)
    began = time.monotonic()
    assert trouble_of(transport, server.url, Unknown) is Trouble.OFFLINE
    assert time.monotonic() - began < 3
    assert server.connections == 1


def slow_reader(talk: Talk) -> None:
    while not talk.stopping.wait(0.005) and talk.sock.recv(65536):
        pass


@pytest.mark.parametrize("behave", [Talk.hold, slow_reader])
def test_a_body_that_a_server_does_not_read_is_cut_off_too(make_transport: MakeTransport, serve: Serve, behave: object) -> None:
    server = serve(behave)
    began = time.monotonic()
    with pytest.raises(Unknown):
        make_transport(deadline_s=0.4).post(server.url, b" " * 60_000_000)
    assert time.monotonic() - began < 2.5
