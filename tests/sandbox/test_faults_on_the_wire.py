"""Each fault as a client meets it over a real socket, and whether the request was applied behind its back."""

from __future__ import annotations

import json
import socket
import time
from urllib.parse import urlsplit

import httpx
import pytest

from pos_app.sandbox.faults import FaultKind
from pos_app.sandbox.server import Sandbox
from tests.sandbox.caller import Caller


def added(sandbox: Sandbox) -> list[str]:
    return [entry.transaction_id for entry in sandbox.ledger()]


def raw_answer(sandbox: Sandbox, body: bytes) -> bytes:
    """All bytes that come back for one ``addBalance``, until the end of the connection."""
    url = urlsplit(sandbox.crm_url)
    assert url.hostname is not None
    head = f"POST {url.path} HTTP/1.1\r\nHost: {url.netloc}\r\nContent-Length: {len(body)}\r\n\r\n"
    with socket.create_connection((url.hostname, url.port or 0), timeout=5) as connection:
        connection.sendall(head.encode() + body)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def add_body(sandbox: Sandbox, transaction_id: str) -> bytes:
    customer = {"phone": "+420603551482", "sum": 1, "transactionId": transaction_id}
    return json.dumps({"crm_key": sandbox.crm_key, "method": "addBalance", "customer": customer}).encode()


@pytest.mark.parametrize(("kind", "applied"), [("drop_before", False), ("drop_after", True)])
def test_a_dropped_connection_ends_without_a_byte(sandbox: Sandbox, caller: Caller, kind: str, applied: bool) -> None:
    sandbox.add_fault(kind, "addBalance", count=1)
    assert raw_answer(sandbox, add_body(sandbox, "a")) == b""
    assert added(sandbox) == (["a"] if applied else [])
    assert caller.add("a").json() == {"success": True}
    assert added(sandbox) == ["a"]


def test_a_client_library_sees_a_drop_as_a_broken_protocol(sandbox: Sandbox, caller: Caller) -> None:
    sandbox.add_fault("drop_after", "addBalance", count=1)
    with pytest.raises(httpx.RemoteProtocolError):
        caller.add("a")


@pytest.mark.parametrize("method", ["addBalance", "read_customer"])
def test_a_method_that_refuses_resets_the_connection(sandbox: Sandbox, caller: Caller, method: str) -> None:
    sandbox.add_fault("refuse", method, count=1)
    # Which of its errors it is depends on whether the reset meets the client's body or its wait for the answer.
    with pytest.raises((httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError)):
        _ = caller.add("a") if method == "addBalance" else caller.core("crm/read_customer", phone="+420603551482")
    assert added(sandbox) == []
    assert caller.core("status").status_code == 200


def test_a_core_method_is_refused_before_its_body_is_read(sandbox: Sandbox) -> None:
    sandbox.add_fault("refuse", "status", count=1)
    url = urlsplit(sandbox.core_url)
    with socket.create_connection((url.hostname or "", url.port or 0), timeout=5) as connection:
        connection.sendall(f"POST {url.path}/status HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n".encode())
        with pytest.raises(ConnectionResetError):
            connection.recv(1)


def test_a_slow_answer_comes_in_its_time(sandbox: Sandbox, caller: Caller) -> None:
    sandbox.add_fault("slow", "addBalance", count=1, seconds=0.3)
    begun = time.monotonic()
    assert caller.add("a").json() == {"success": True}
    assert time.monotonic() - begun >= 0.3


def test_a_slow_request_is_applied_even_when_nobody_waits_any_more(sandbox: Sandbox, caller: Caller) -> None:
    sandbox.add_fault("slow", "addBalance", count=1, seconds=0.4)
    with pytest.raises(httpx.ReadTimeout):
        caller.http.post(sandbox.crm_url, content=add_body(sandbox, "a"), timeout=0.1)
    assert added(sandbox) == []
    # The second of this customer is answered after the first was applied.
    sandbox.add_fault("slow", "addBalance", count=1, seconds=0.6)
    caller.add("b")
    assert added(sandbox) == ["a", "b"]


@pytest.mark.parametrize("status", [500, 502, 503, 429, 401])
@pytest.mark.parametrize("applied", [False, True])
def test_a_failing_status_says_nothing_about_what_was_done(sandbox: Sandbox, caller: Caller, status: int, applied: bool) -> None:
    sandbox.add_fault(str(status), "addBalance", count=1, applied=applied)
    answer = caller.add("a")
    assert answer.status_code == status
    assert "retry-after" not in answer.headers
    assert added(sandbox) == (["a"] if applied else [])


@pytest.mark.parametrize("status", ["503", "429"])
def test_a_pause_is_asked_for(sandbox: Sandbox, caller: Caller, status: str) -> None:
    sandbox.add_fault(status, "status", count=1, retry_after_s=7)
    assert caller.core("status").headers["retry-after"] == "7"


def test_the_words_of_a_500_lie(sandbox: Sandbox, caller: Caller) -> None:
    sandbox.add_fault("500", "addBalance", count=1)
    assert caller.add("a").json() == {"success": True}


def test_a_portal_answers_200_in_html(sandbox: Sandbox, caller: Caller) -> None:
    sandbox.add_fault("portal", count=1)
    answer = caller.add("a")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "<html" in answer.text
    assert added(sandbox) == []


def test_whoever_follows_a_redirect_finds_a_success_that_is_none(sandbox: Sandbox, caller: Caller) -> None:
    sandbox.add_fault("redirect", "addBalance")
    assert caller.add("a").status_code == 302
    followed = caller.http.post(sandbox.crm_url, content=add_body(sandbox, "a"), follow_redirects=True)
    assert (followed.status_code, followed.json()["success"]) == (200, True)
    assert added(sandbox) == []


def test_garbage_is_200_and_no_json(sandbox: Sandbox, caller: Caller) -> None:
    sandbox.add_fault("garbage", "addBalance", count=1)
    answer = caller.add("a")
    assert answer.status_code == 200
    with pytest.raises(json.JSONDecodeError):
        answer.json()
    assert added(sandbox) == []


def test_an_error_may_come_with_200(sandbox: Sandbox, caller: Caller) -> None:
    sandbox.add_fault("error200", "addBalance", count=1)
    answer = caller.add("a")
    assert (answer.status_code, list(answer.json())) == (200, ["error"])
    assert added(sandbox) == []


def test_a_dripping_answer_comes_byte_by_byte_and_whole(sandbox: Sandbox) -> None:
    sandbox.add_fault("drip", "addBalance", count=1, seconds=0.001)
    url = urlsplit(sandbox.crm_url)
    body = add_body(sandbox, "a")
    with socket.create_connection((url.hostname or "", url.port or 0), timeout=5) as connection:
        connection.sendall(f"POST {url.path} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        pieces = list(iter(lambda: connection.recv(65536), b""))
    whole = b"".join(pieces)
    assert whole.startswith(b"HTTP/1.1 200 ")
    assert whole.endswith(b'{"success": true}')
    assert len(pieces) > len(whole) // 2
    assert added(sandbox) == ["a"]


def test_a_client_that_leaves_a_dripping_answer_does_no_harm(sandbox: Sandbox, caller: Caller) -> None:
    sandbox.add_fault("drip", "addBalance", count=1, seconds=0.05)
    with pytest.raises(httpx.TimeoutException):
        caller.http.post(sandbox.crm_url, content=add_body(sandbox, "a"), timeout=0.04)
    assert caller.add("a").json() == {"success": True}


def test_a_truncated_answer_looks_whole_to_http(sandbox: Sandbox, caller: Caller) -> None:
    sandbox.add_fault("truncate", "addBalance", count=1)
    answer = caller.add("a")
    assert answer.status_code == 200
    assert "content-length" not in answer.headers
    assert '{"success": true}'.startswith(answer.text)
    assert 0 < len(answer.text) < len('{"success": true}')
    assert added(sandbox) == ["a"]


@pytest.mark.parametrize("kind", [kind for kind in FaultKind if kind is not FaultKind.REFUSE])
def test_other_methods_are_spared_and_one_strike_is_one(sandbox: Sandbox, caller: Caller, kind: FaultKind) -> None:
    sandbox.add_fault(kind, "status", count=1)
    assert caller.add("a").json() == {"success": True}
    try:
        caller.core("status")
    except httpx.TransportError:
        assert kind in (FaultKind.DROP_BEFORE, FaultKind.DROP_AFTER)
    assert caller.core("status").json()["app"] == sandbox.account


def test_a_request_that_cannot_be_read_is_struck_by_faults_for_everything(sandbox: Sandbox, caller: Caller) -> None:
    sandbox.add_fault("503", count=1)
    assert caller.http.post(sandbox.crm_url, content=b"not json").status_code == 503
    assert caller.http.post(sandbox.crm_url, content=b"not json").status_code == 400
