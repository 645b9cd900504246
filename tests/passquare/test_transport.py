"""One POST over real sockets to servers that do everything wrong that a server and a network can do."""

from __future__ import annotations

import gzip
import logging
import socket
import threading
import time
from contextlib import closing
from typing import Any

import pytest

from pos_app.loyalty.errors import BadInput, NotSent, PosError, Trouble, Unknown
from pos_app.passquare.transport import Transport
from pos_app.passquare.transport.attempt import Attempt
from pos_app.passquare.transport.channel import FAILURES, Channel, Server
from pos_app.passquare.transport.names import Names
from tests.passquare.conftest import MakeTransport, Serve
from tests.passquare.raw_server import Talk, answer

YES = '{"success": true}'
BODY = b'{"crm_key": "s3cret-key"}'


def post(transport: Transport, url: str) -> dict[str, object]:
    return transport.post(url, BODY)


def trouble_of(transport: Transport, url: str, kind: type[NotSent] | type[Unknown]) -> Trouble:
    with pytest.raises(kind) as caught:
        post(transport, url)
    error = caught.value
    assert isinstance(error, (NotSent, Unknown))
    assert "s3cret" not in str(error)
    return error.trouble


def test_a_request_says_what_it_is_and_asks_for_no_encoding(transport: Transport, serve: Serve) -> None:
    server = serve(answer(YES))

    assert transport.post(f"{server.url}hook?till=1", BODY, {"X-wallet-id": "7"}) == {"success": True}

    (request,) = server.requests
    assert request.line == "POST /hook?till=1 HTTP/1.1"
    assert request.body == BODY
    assert request.headers["content-type"] == "application/json"
    assert request.headers["accept-encoding"] == "identity"
    assert request.headers["content-length"] == str(len(BODY))
    assert request.headers["host"] == f"127.0.0.1:{server.port}"
    assert request.headers["x-wallet-id"] == "7"
    assert "cookie" not in request.headers


def test_an_ipv6_host_is_written_in_brackets(transport: Transport, serve: Serve) -> None:
    server = serve(answer(YES), host="::1")
    post(transport, f"http://[::1]:{server.port}/")
    assert server.requests[0].headers["host"] == f"[::1]:{server.port}"


def test_a_name_of_this_computer_is_tried_at_each_of_its_addresses(transport: Transport, serve: Serve) -> None:
    server = serve(answer(YES), host="::1")
    assert post(transport, f"http://localhost:{server.port}/") == {"success": True}


def test_cookies_are_not_kept(transport: Transport, serve: Serve) -> None:
    server = serve(answer(YES, headers="Set-Cookie: portal=1\r\n"))
    post(transport, server.url)
    post(transport, server.url)
    assert "cookie" not in server.requests[1].headers


def test_nothing_of_a_request_is_logged(transport: Transport, serve: Serve, caplog: pytest.LogCaptureFixture) -> None:
    server = serve(answer(YES))
    with caplog.at_level(logging.DEBUG):
        transport.post(f"{server.url}hook/s3cret-path", BODY, {"Authorization": "Basic s3cret"})
    assert "s3cret" not in caplog.text


def test_nobody_listening_is_not_sent(transport: Transport) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    assert trouble_of(transport, url, NotSent) is Trouble.OFFLINE


@pytest.mark.parametrize("limits", [{"connect_s": 0.3}, {"connect_s": 60.0, "deadline_s": 0.3}])
def test_a_server_that_never_accepts_is_given_up_at_the_first_limit(
    make_transport: MakeTransport, limits: dict[str, float]
) -> None:
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        # The kernel takes as many connections as its queue holds; the next one gets no answer at all.
        queue = [socket.socket() for _ in range(4)]
        try:
            for each in queue:
                each.setblocking(False)
                each.connect_ex(listener.getsockname())
            began = time.monotonic()
            url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
            with pytest.raises(NotSent, match="in time") as caught:
                post(make_transport(**limits), url)
            assert caught.value.trouble is Trouble.OFFLINE
            assert time.monotonic() - began < 5
        finally:
            for each in queue:
                each.close()


@pytest.mark.parametrize(
    "url",
    ["http://example.com/", "ftp://127.0.0.1/", "127.0.0.1", "", "http://u:p@127.0.0.1/", "http://127.0.0.1:99999/", "http://[::1/",
     "https://" + "a" * 70 + ".example/"],
)  # fmt: skip
def test_an_address_that_keys_must_not_go_to_is_not_asked(transport: Transport, url: str) -> None:
    with pytest.raises(NotSent):
        post(transport, url)


def test_a_header_that_cannot_be_sent_is_not_sent_and_not_quoted(transport: Transport, serve: Serve) -> None:
    server = serve(answer(YES))
    with pytest.raises(NotSent) as caught:
        transport.post(server.url, BODY, {"X-program-id": "s3cret\r\nX-more: 1"})
    assert "s3cret" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert server.requests == []


def test_a_server_that_hangs_up_after_reading_is_unknown(transport: Transport, serve: Serve) -> None:
    server = serve(lambda talk: talk.request())
    assert trouble_of(transport, server.url, Unknown) is Trouble.OFFLINE


def test_a_reset_after_reading_is_unknown(transport: Transport, serve: Serve) -> None:
    def behave(talk: Talk) -> None:
        talk.request()
        talk.reset()

    assert trouble_of(transport, serve(behave).url, Unknown) is Trouble.OFFLINE


def test_an_answer_cut_short_is_unknown(transport: Transport, serve: Serve) -> None:
    def behave(talk: Talk) -> None:
        talk.request()
        talk.send(answer(YES)[:-5])

    assert trouble_of(transport, serve(behave).url, Unknown) is Trouble.OFFLINE


def test_an_answer_without_length_that_was_cut_short_is_unknown(transport: Transport, serve: Serve) -> None:
    def behave(talk: Talk) -> None:
        talk.request()
        talk.send(b'HTTP/1.1 200 OK\r\n\r\n{"success": true')

    assert trouble_of(transport, serve(behave).url, Unknown) is Trouble.SERVER


def test_an_answer_without_length_that_is_whole_counts(transport: Transport, serve: Serve) -> None:
    def behave(talk: Talk) -> None:
        talk.request()
        talk.send(b"HTTP/1.0 200 OK\r\n\r\n" + YES.encode())

    assert post(transport, serve(behave).url) == {"success": True}


def test_a_chunked_answer_counts_and_its_connection_is_kept(transport: Transport, serve: Serve) -> None:
    server = serve(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{"succe\r\na\r\nss": true}\r\n0\r\n\r\n')
    assert post(transport, server.url) == {"success": True}
    assert post(transport, server.url) == {"success": True}
    assert server.connections == 1


def test_early_hints_are_passed_over(transport: Transport, serve: Serve) -> None:
    hints = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
    assert post(transport, serve(hints + answer(YES)).url) == {"success": True}


def test_a_redirect_is_a_portal_and_not_followed(transport: Transport, serve: Serve) -> None:
    elsewhere = serve(answer(YES))
    for status in ("301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"):
        server = serve(answer(status=status, headers=f"Location: {elsewhere.url}\r\n"))
        assert trouble_of(transport, server.url, Unknown) is Trouble.PORTAL
    assert elsewhere.requests == []


def test_an_encoded_answer_is_unknown_even_if_it_would_say_yes(transport: Transport, serve: Serve) -> None:
    server = serve(answer(gzip.compress(YES.encode()), headers="Content-Encoding: gzip\r\n"))
    assert trouble_of(transport, server.url, Unknown) is Trouble.SERVER


def test_an_endless_answer_is_cut_off_at_the_cap(transport: Transport, serve: Serve) -> None:
    server = serve(answer(b'{"success": true, "x": "' + b"x" * 5_000_000 + b'"}'))
    assert trouble_of(transport, server.url, Unknown) is Trouble.SERVER


def test_an_answer_just_under_the_cap_counts_and_a_caller_may_raise_it(transport: Transport, serve: Serve) -> None:
    document = b'{"success": true, "x": "%s"}'
    fits = document % (b"x" * (64 * 1024 - len(document) + 2))
    assert len(fits) == 64 * 1024
    assert post(transport, serve(answer(fits)).url)["success"] is True

    longer = serve(answer(document % (b"x" * 100_000)))
    assert transport.post(longer.url, BODY, cap_bytes=200_000)["success"] is True


def test_garbage_instead_of_http_is_unknown(transport: Transport, serve: Serve) -> None:
    assert trouble_of(transport, serve(b"SSH-2.0-OpenSSH_9.2\r\n\r\n").url, Unknown) is Trouble.SERVER


def test_headers_without_end_are_unknown(make_transport: MakeTransport, serve: Serve) -> None:
    server = serve(b"HTTP/1.1 200 OK\r\n" + b"X-more: and more\r\n" * 20_000)
    assert trouble_of(make_transport(deadline_s=5.0), server.url, Unknown) is Trouble.SERVER


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


def test_plain_http_to_anywhere_else_is_not_even_looked_up(make_transport: MakeTransport) -> None:
    looked_up: list[str] = []

    def lookup(host: str, *_port: object, **_kind: object) -> list[Any]:
        looked_up.append(host)
        return []

    transport = make_transport(names=Names(lookup))
    with pytest.raises(NotSent, match="plain http") as caught:
        post(transport, "http://shop.example/")
    assert caught.value.trouble is Trouble.TLS
    assert looked_up == []


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


def test_a_proxy_in_the_environment_is_not_obeyed(
    make_transport: MakeTransport, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy, server = serve(answer(YES)), serve(answer(YES))
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, proxy.url)
    post(make_transport(), server.url)
    assert proxy.requests == []
    assert len(server.requests) == 1


def test_this_computer_itself_is_never_asked_through_a_proxy(make_transport: MakeTransport, serve: Serve) -> None:
    proxy, server = serve(answer(YES)), serve(answer(YES))
    post(make_transport(proxy=proxy.url), server.url)
    assert proxy.requests == []


@pytest.mark.parametrize(
    "refusal", [answer(status="407 Proxy Authentication Required"), answer(status="403 Forbidden"), b"junk\r\n\r\n"]
)
def test_a_proxy_that_refuses_is_not_sent(make_transport: MakeTransport, serve: Serve, refusal: bytes) -> None:
    proxy = serve(refusal)
    transport = make_transport(proxy=proxy.url.replace("http://", "http://me:s3cret@"))
    with pytest.raises(NotSent) as caught:
        post(transport, "https://core.example/")
    assert "s3cret" not in str(caught.value)
    (request,) = proxy.requests
    assert request.line == "CONNECT core.example:443 HTTP/1.1"
    assert request.headers["proxy-authorization"] == "Basic bWU6czNjcmV0"
    assert BODY not in request.body


def test_a_proxy_that_is_silent_is_not_sent(make_transport: MakeTransport, serve: Serve) -> None:
    transport = make_transport(proxy=serve(silence).url, deadline_s=0.4)
    assert trouble_of(transport, "https://core.example/", NotSent) is Trouble.OFFLINE


@pytest.mark.parametrize("proxy", ["proxy.example:3128", "socks5://127.0.0.1:1080", "http://", "http://[::1", "http://a:b"])
def test_a_proxy_that_is_no_address_is_said_at_once(proxy: str) -> None:
    with pytest.raises(BadInput, match="proxy"):
        Transport(proxy=proxy)
