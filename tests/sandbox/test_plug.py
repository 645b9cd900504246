"""The plug, the thread and the ports: unplugged is refused, plugged in is the same port, and stopping leaves nothing behind."""

from __future__ import annotations

import gc
import socket
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from pos_app.crm.ledger import DiskTrouble
from pos_app.sandbox.server import Sandbox
from tests.sandbox.caller import Caller


def wait_until_answered(caller: Caller, *, within_s: float = 5.0) -> float:
    """Seconds until a connection is taken again."""
    begun = time.monotonic()
    while True:
        try:
            caller.core("status")
        except httpx.ConnectError:
            assert time.monotonic() - begun < within_s
        else:
            return time.monotonic() - begun


def test_unplugged_is_refused_and_plugged_in_is_the_same_port_and_ledger(sandbox: Sandbox, caller: Caller) -> None:
    core_url, crm_url = sandbox.core_url, sandbox.crm_url
    caller.add("a")
    for _ in range(3):
        sandbox.unplug()
        with pytest.raises(httpx.ConnectError):
            caller.add("b")
        sandbox.plug()
        assert (sandbox.core_url, sandbox.crm_url) == (core_url, crm_url)
        assert caller.add("a").json() == {"success": True}
    assert len(sandbox.ledger()) == 1


def test_pulling_or_putting_in_the_plug_twice_is_once(sandbox: Sandbox, caller: Caller) -> None:
    sandbox.plug()
    sandbox.unplug()
    sandbox.unplug()
    sandbox.plug()
    sandbox.plug()
    assert caller.core("status").status_code == 200


def test_a_connection_kept_open_does_not_outlive_the_plug(sandbox: Sandbox) -> None:
    url = f"{sandbox.core_url}/status"
    with httpx.Client(trust_env=False) as client:
        assert client.post(url, json={"app_key": sandbox.app_key}).status_code == 200
        sandbox.unplug()
        with pytest.raises(httpx.TransportError):
            client.post(url, json={"app_key": sandbox.app_key})
        sandbox.plug()
        assert client.post(url, json={"app_key": sandbox.app_key}).status_code == 200


def test_a_request_that_was_received_is_applied_although_the_plug_was_pulled(sandbox: Sandbox, caller: Caller) -> None:
    sandbox.add_fault("slow", "addBalance", count=1, seconds=0.3)
    lost: list[BaseException] = []

    def add() -> None:
        try:
            caller.add("a")
        except httpx.TransportError as error:
            lost.append(error)

    adding = threading.Thread(target=add)
    adding.start()
    sandbox.wait_for_requests("addBalance")
    sandbox.unplug()
    adding.join()
    assert len(lost) == 1
    assert sandbox.ledger() == ()
    sandbox.plug()
    sandbox.add_fault("slow", "addBalance", count=1, seconds=0.4)
    caller.add("b")
    assert [entry.transaction_id for entry in sandbox.ledger()] == ["a", "b"]


def test_refusing_everything_for_a_while_is_an_outage_that_ends(sandbox: Sandbox, caller: Caller) -> None:
    sandbox.add_fault("refuse", seconds=0.3)
    with pytest.raises(httpx.ConnectError):
        caller.core("status")
    assert wait_until_answered(caller) > 0.1


def test_an_outage_ends_early_when_it_is_plugged_in(sandbox: Sandbox, caller: Caller) -> None:
    sandbox.unplug(for_s=3600)
    sandbox.plug()
    assert caller.core("status").status_code == 200


def test_nobody_else_is_given_the_port_meanwhile(sandbox: Sandbox) -> None:
    sandbox.unplug()
    with socket.socket() as other, pytest.raises(OSError, match="in use"):
        other.bind(("127.0.0.1", urlsplit(sandbox.core_url).port or 0))
    sandbox.plug()


def test_the_switchboard_answers_while_the_main_port_is_unplugged(sandbox: Sandbox, caller: Caller) -> None:
    assert caller.control("POST", "/unplug").json() == {"plugged": False}
    with pytest.raises(httpx.ConnectError):
        caller.core("status")
    assert caller.control("POST", "/plug").json() == {"plugged": True}
    assert caller.core("status").status_code == 200


def test_it_listens_on_this_computer_only(sandbox: Sandbox) -> None:
    assert {urlsplit(url).hostname for url in (sandbox.core_url, sandbox.crm_url, sandbox.control_url)} == {"127.0.0.1"}


def test_it_starts_and_stops_in_well_under_a_second_and_leaves_no_thread() -> None:
    before = threading.active_count()
    begun = time.monotonic()
    sandbox = Sandbox()
    sandbox.start()
    assert httpx.post(f"{sandbox.core_url}/status", json={"app_key": sandbox.app_key}, trust_env=False).status_code == 200
    sandbox.stop()
    assert time.monotonic() - begun < 1
    assert threading.active_count() == before
    sandbox.stop()
    with pytest.raises(RuntimeError):
        sandbox.unplug()


def test_stopping_waits_neither_for_open_connections_nor_for_slow_answers_and_says_nothing(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    sandbox = Sandbox()
    sandbox.start()
    sandbox.add_fault("slow", "addBalance", seconds=3600)
    sandbox.add_fault("drip", "status", seconds=3600)
    calls = [Caller(sandbox) for _ in range(4)]
    ended: list[BaseException] = []

    def call(caller: Caller, number: int) -> None:
        with caller.http, pytest.raises(httpx.TransportError) as seen:
            _ = caller.add("a") if number % 2 else caller.core("status")
        ended.append(seen.value)

    threads = [threading.Thread(target=call, args=(caller, number)) for number, caller in enumerate(calls)]
    for thread in threads:
        thread.start()
    sandbox.wait_for_requests("addBalance", 2)
    sandbox.wait_for_requests("status", 2)
    begun = time.monotonic()
    with socket.create_connection(("127.0.0.1", urlsplit(sandbox.core_url).port or 0)):
        sandbox.stop()
    assert time.monotonic() - begun < 1
    for thread in threads:
        thread.join()
    assert len(ended) == 4
    assert sandbox.ledger() == ()
    # A socket or task that was left behind would warn here.
    gc.collect()
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


def test_nonsense_on_the_wire_leaves_no_noise(sandbox: Sandbox, caller: Caller, capfd: pytest.CaptureFixture[str]) -> None:
    port = urlsplit(sandbox.core_url).port or 0
    for sent in (
        b"",
        b"\x16\x03\x01 TLS",
        b"POST /crm HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf",
        b"GET / HTTP/1.1\r\n\r\n",
    ):
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(sent)
    assert caller.http.post(sandbox.crm_url, content=b"x" * 100_000).status_code == 413
    assert caller.http.get(sandbox.crm_url).status_code == 405
    assert caller.http.post(sandbox.core_url.replace("/api", "/nothing")).status_code == 404
    assert caller.core("status").status_code == 200
    assert capfd.readouterr() == ("", "")


def test_a_port_that_is_taken_is_said_at_once(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            Sandbox(port=taken)
        with pytest.raises(OSError, match="in use"):
            Sandbox(control_port=taken, journal=tmp_path / "books.jsonl")


def test_a_sandbox_that_was_never_started_gives_its_ports_back() -> None:
    sandbox = Sandbox()
    port = urlsplit(sandbox.core_url).port or 0
    sandbox.stop()
    with Sandbox(port=port) as again:
        assert urlsplit(again.core_url).port == port


def test_a_journal_that_cannot_be_kept_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble):
        Sandbox(journal=tmp_path / "no such folder" / "books.jsonl")
