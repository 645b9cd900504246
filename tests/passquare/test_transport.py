"""One POST over real sockets: to whom it goes, and what an answer that is broken in some way comes to."""

from __future__ import annotations

import gzip
import logging
import socket
import time
from contextlib import closing
from typing import Any

import pytest

from pos_app.loyalty.errors import NotSent, Trouble, Unknown
from pos_app.passquare.transport import Transport
from pos_app.passquare.transport.names import Names
from tests.passquare.conftest import MakeTransport, Serve
from tests.passquare.posting import BODY, YES, post, trouble_of
from tests.passquare.raw_server import Talk, answer


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
