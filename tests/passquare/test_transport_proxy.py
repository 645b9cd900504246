"""A proxy is used when the settings name one, and what it refuses was not sent."""

from __future__ import annotations

import pytest

from pos_app.loyalty.errors import BadInput, NotSent, Trouble
from pos_app.passquare.transport import Transport
from tests.passquare.conftest import MakeTransport, Serve
from tests.passquare.posting import BODY, YES, post, trouble_of
from tests.passquare.raw_server import Talk, answer


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
    transport = make_transport(proxy=serve(Talk.hold).url, deadline_s=0.4)
    assert trouble_of(transport, "https://core.example/", NotSent) is Trouble.OFFLINE


@pytest.mark.parametrize("proxy", ["proxy.example:3128", "socks5://127.0.0.1:1080", "http://", "http://[::1", "http://a:b"])
def test_a_proxy_that_is_no_address_is_said_at_once(proxy: str) -> None:
    with pytest.raises(BadInput, match="proxy"):
        Transport(proxy=proxy)
