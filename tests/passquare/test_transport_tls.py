"""Certificates that do not hold: nothing is sent, the sentence says which, and there is no way around it."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from pos_app.loyalty.errors import NotSent, Trouble, Unknown
from tests.passquare.conftest import MakeTransport, Serve
from tests.passquare.raw_server import Talk, answer

YES = answer('{"success": true}')
NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def server_side(authority: trustme.CA, *names: str, begins: datetime | None = None, ends: datetime | None = None) -> ssl.SSLContext:
    certificate = authority.issue_cert(*names, not_before=begins, not_after=ends)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def refusal(make_transport: MakeTransport, serve: Serve, tls: ssl.SSLContext, authority: trustme.CA) -> NotSent:
    server = serve(YES, tls=tls)
    with pytest.raises(NotSent) as caught:
        make_transport(make_tls=lambda: trusting(authority)).post(server.url, b'{"app_key": "s3cret"}')
    assert server.requests == []
    assert "127.0.0.1" in str(caught.value)
    return caught.value


def test_a_certificate_that_holds_is_talked_to_and_the_connection_kept(
    make_transport: MakeTransport, serve: Serve, authority: trustme.CA
) -> None:
    server = serve(YES, tls=server_side(authority, "127.0.0.1"))
    made = []

    def make_tls() -> ssl.SSLContext:
        made.append(trusting(authority))
        return made[-1]

    transport = make_transport(make_tls=make_tls)
    for _ in range(3):
        assert transport.post(server.url, b"{}") == {"success": True}
    assert server.connections == 1
    assert len(made) == 1


def test_an_expired_certificate_says_so(make_transport: MakeTransport, serve: Serve, authority: trustme.CA) -> None:
    tls = server_side(authority, "127.0.0.1", begins=NOW - timedelta(days=90), ends=NOW - timedelta(days=2))
    error = refusal(make_transport, serve, tls, authority)
    assert error.trouble is Trouble.TLS
    assert "expired" in str(error)


def test_a_certificate_of_the_future_means_a_wrong_clock(
    make_transport: MakeTransport, serve: Serve, authority: trustme.CA
) -> None:
    tls = server_side(authority, "127.0.0.1", begins=NOW + timedelta(days=400), ends=NOW + timedelta(days=800))
    error = refusal(make_transport, serve, tls, authority)
    assert error.trouble is Trouble.CLOCK
    assert "check this PC's date" in str(error)
    assert str(datetime.now(UTC).year) in str(error)


def test_a_certificate_for_another_host_says_so(make_transport: MakeTransport, serve: Serve, authority: trustme.CA) -> None:
    error = refusal(make_transport, serve, server_side(authority, "shop.example"), authority)
    assert error.trouble is Trouble.TLS
    assert "another host" in str(error)


def test_a_signer_nobody_knows_may_be_a_portal(make_transport: MakeTransport, serve: Serve, authority: trustme.CA) -> None:
    error = refusal(make_transport, serve, server_side(trustme.CA(), "127.0.0.1"), authority)
    assert error.trouble is Trouble.PORTAL
    assert "trusts" in str(error)


def test_the_systems_own_authorities_are_trusted_and_no_others(
    make_transport: MakeTransport, serve: Serve, authority: trustme.CA
) -> None:
    server = serve(YES, tls=server_side(authority, "127.0.0.1"))
    with pytest.raises(NotSent) as caught:
        make_transport().post(server.url, b"{}")
    assert caught.value.trouble is Trouble.PORTAL


def test_a_server_that_speaks_no_tls_is_not_sent_to(make_transport: MakeTransport, serve: Serve) -> None:
    server = serve(lambda talk: talk.send(b"HTTP/1.1 400 Bad Request\r\n\r\n"))
    with pytest.raises(NotSent) as caught:
        make_transport().post(server.url.replace("http:", "https:"), b"{}")
    assert caught.value.trouble is Trouble.TLS


@pytest.mark.parametrize("hang_up", [Talk.hang_up, Talk.reset])
def test_a_server_that_hangs_up_in_the_handshake_is_not_sent_to(
    make_transport: MakeTransport, serve: Serve, hang_up: object
) -> None:
    def behave(talk: Talk) -> None:
        talk.sock.recv(10)
        hang_up(talk)  # type: ignore[operator]

    with pytest.raises(NotSent) as caught:
        make_transport().post(serve(behave).url.replace("http:", "https:"), b"{}")
    assert caught.value.trouble is Trouble.OFFLINE


def test_a_handshake_that_drips_is_given_up(make_transport: MakeTransport, serve: Serve) -> None:
    # A record of 16,000 bytes is announced, and comes a byte at a time.
    server = serve(lambda talk: talk.drip(b"\x16\x03\x03\x3e\x80\x02" + b"\x00" * 5000))
    with pytest.raises(NotSent) as caught:
        make_transport(connect_s=0.3).post(server.url.replace("http:", "https:"), b"{}")
    assert caught.value.trouble is Trouble.OFFLINE


def test_a_host_is_reached_through_a_proxy_and_checked_itself(
    make_transport: MakeTransport, serve: Serve, authority: trustme.CA
) -> None:
    """The tunnel carries TLS to the host: the proxy sees neither key nor answer, and the host's certificate is what counts."""
    behind = server_side(authority, "core.example")

    def behave(talk: Talk) -> None:
        talk.request()
        talk.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with behind.wrap_socket(talk.sock.dup(), server_side=True) as secured:
            inner = Talk(secured, server)
            inner.request()
            inner.send(YES)
            inner.hang_up()

    server = serve(behave)
    transport = make_transport(proxy=server.url, make_tls=lambda: trusting(authority))
    assert transport.post("https://core.example/api", b'{"app_key": "s3cret"}') == {"success": True}
    tunnel, request = server.requests
    assert tunnel.line == "CONNECT core.example:443 HTTP/1.1"
    assert tunnel.body == b""
    assert request.line == "POST /api HTTP/1.1"


def test_a_tunnel_to_a_wrong_certificate_is_not_sent(make_transport: MakeTransport, serve: Serve, authority: trustme.CA) -> None:
    behind = server_side(authority, "other.example")

    def behave(talk: Talk) -> None:
        talk.request()
        talk.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
        behind.wrap_socket(talk.sock.dup(), server_side=True).close()

    server = serve(behave)
    transport = make_transport(proxy=server.url, make_tls=lambda: trusting(authority))
    with pytest.raises(NotSent) as caught:
        transport.post("https://core.example/api", b"{}")
    assert caught.value.trouble is Trouble.TLS
    assert len(server.requests) == 1


def test_a_dropped_tls_connection_after_the_request_is_unknown_not_unsent(
    make_transport: MakeTransport, serve: Serve, authority: trustme.CA
) -> None:
    server = serve(lambda talk: talk.request(), tls=server_side(authority, "127.0.0.1"))
    with pytest.raises(Unknown):
        make_transport(make_tls=lambda: trusting(authority)).post(server.url, b"{}")


def test_no_variable_of_the_environment_has_the_connection_written_down(
    make_transport: MakeTransport, serve: Serve, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    notes, ca = tmp_path / "keys.log", tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(ca))
    monkeypatch.setenv("SSLKEYLOGFILE", str(notes))
    monkeypatch.setenv("SSL_CERT_FILE", str(ca))
    server = serve(YES, tls=server_side(authority, "127.0.0.1"))
    assert make_transport().post(server.url, b"{}") == {"success": True}
    assert not notes.exists()
