"""Looking names up within a time limit, whatever the system's resolver does."""

from __future__ import annotations

import socket
import threading
import time
from typing import Any

import pytest

from pos_app.loyalty.errors import NotSent, Trouble
from pos_app.passquare.transport.names import Names
from tests.passquare.conftest import MakeTransport

V4, V6 = socket.AF_INET, socket.AF_INET6


def entry(family: int, address: str) -> tuple[Any, ...]:
    return (family, socket.SOCK_STREAM, 6, "", (address, 0))


class Resolver:
    """Answers like ``getaddrinfo`` once it is let."""

    def __init__(self, *answer: tuple[Any, ...], error: Exception | None = None, at_once: bool = True) -> None:
        self.asked: list[str] = []
        self.begun = threading.Event()
        self.may_answer = threading.Event()
        self._answer = list(answer)
        self._error = error
        if at_once:
            self.may_answer.set()

    def __call__(self, host: str, _port: None, **_kind: object) -> list[Any]:
        self.asked.append(host)
        self.begun.set()
        assert self.may_answer.wait(30)
        if self._error is not None:
            raise self._error
        return self._answer


def test_both_families_come_by_turns_the_systems_favourite_first() -> None:
    found = [entry(V6, "::a"), entry(V6, "::b"), entry(V6, "::c"), entry(V4, "10.0.0.1")]
    assert Names(Resolver(*found)).addresses("shop.example", timeout_s=5) == (
        (V6, "::a"),
        (V4, "10.0.0.1"),
        (V6, "::b"),
        (V6, "::c"),
    )


@pytest.mark.parametrize(("host", "family"), [("192.0.2.7", V4), ("2001:db8::7", V6)])
def test_an_address_is_not_looked_up(host: str, family: int) -> None:
    resolver = Resolver()
    assert Names(resolver).addresses(host, timeout_s=5) == ((family, host),)
    assert resolver.asked == []


def test_no_name_server_says_where_localhost_is() -> None:
    resolver = Resolver(entry(V4, "203.0.113.9"))
    assert Names(resolver).addresses("localhost", timeout_s=5) == ((V4, "127.0.0.1"), (V6, "::1"))
    assert resolver.asked == []


@pytest.mark.parametrize("error", [socket.gaierror(-2, "Name or service not known"), UnicodeError("label too long")])
def test_a_name_that_is_none_is_said_in_words(make_transport: MakeTransport, error: Exception) -> None:
    transport = make_transport(names=Names(Resolver(error=error)))
    with pytest.raises(NotSent, match=r"address of shop\.example could not be found") as caught:
        transport.post("https://shop.example/", b"{}")
    assert caught.value.trouble is Trouble.OFFLINE


def test_a_name_without_addresses_is_not_sent(make_transport: MakeTransport) -> None:
    with pytest.raises(NotSent):
        make_transport(names=Names(Resolver())).post("https://shop.example/", b"{}")


def test_a_resolver_that_hangs_is_left_behind(make_transport: MakeTransport) -> None:
    resolver = Resolver(entry(V4, "127.0.0.1"), at_once=False)
    transport = make_transport(connect_s=0.1, names=Names(resolver))
    began = time.monotonic()
    for _ in range(3):
        with pytest.raises(NotSent) as caught:
            transport.post("https://shop.example/", b"{}")
        assert caught.value.trouble is Trouble.OFFLINE
    assert time.monotonic() - began < 5
    # Whoever asks meanwhile waits for the same look-up: an outage does not pile threads up.
    assert resolver.asked == ["shop.example"]
    resolver.may_answer.set()


def test_a_look_up_that_failed_is_asked_again_next_time() -> None:
    resolver = Resolver(error=socket.gaierror(-3, "Temporary failure in name resolution"))
    names = Names(resolver)
    for _ in range(2):
        with pytest.raises(socket.gaierror):
            names.addresses("shop.example", timeout_s=5)
    assert len(resolver.asked) == 2
