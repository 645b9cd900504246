"""``pos-app sandbox`` as a process: what it says, how it ends, what it keeps."""

from __future__ import annotations

import contextlib
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

RUN = """
import sys
from pathlib import Path
from pos_app.sandbox.main import run
port, control_port, journal = sys.argv[1:]
sys.exit(run(int(port), int(control_port) if control_port else None, Path(journal) if journal else None))
"""
DEADLINE_S = 20


@dataclass
class Running:
    process: subprocess.Popen[str]
    greeting: str

    def url(self, name: str) -> str:
        (found,) = re.findall(rf"{name} +(http://\S+)", self.greeting)
        return str(found)

    def add(self, transaction_id: str) -> httpx.Response:
        customer = {"phone": "+420603551482", "sum": 1, "transactionId": transaction_id}
        body = {"crm_key": "demo-crm-key", "method": "addBalance", "customer": customer}
        return httpx.post(self.url("CRM URL"), json=body, trust_env=False)

    def ledger(self) -> list[str]:
        entries = httpx.get(f"{self.url('switchboard')}/ledger", trust_env=False).json()["entries"]
        return [entry["transactionId"] for entry in entries]

    def end(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        rest, _ = self.process.communicate(timeout=DEADLINE_S)
        assert rest == ""
        return self.process.returncode


@pytest.fixture
def sandbox_process() -> Iterator[Callable[..., Running]]:
    with ExitStack() as stack:

        def start(port: int = 0, control_port: int | None = None, journal: Path | None = None) -> Running:
            words = [str(port), "" if control_port is None else str(control_port), str(journal or "")]
            process = subprocess.Popen(
                [sys.executable, "-W", "error", "-X", "dev", "-c", RUN, *words],
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            stack.enter_context(process)
            stack.callback(process.kill)
            assert process.stdout is not None
            greeting = ""
            while "Ctrl-C ends it." not in greeting:
                line = process.stdout.readline()
                assert line, greeting
                greeting += line
            return Running(process, greeting)

        yield start


def two_free_ports() -> int:
    """The first of two that follow each other."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port: int = first.getsockname()[1]
            with contextlib.suppress(OSError, OverflowError):
                second.bind(("127.0.0.1", port + 1))
                return port


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_greets_serves_and_ends_in_order(sandbox_process: Callable[..., Running], number: signal.Signals) -> None:
    running = sandbox_process()
    for word in ("demo-app-key", "demo-crm-key", ";7862374687=", "Jana Nováková", "+420777123482"):
        assert word in running.greeting
    assert httpx.post(f"{running.url('core URL')}/status", json={"app_key": "demo-app-key"}, trust_env=False).status_code == 200
    assert running.add("a").json() == {"success": True}
    assert running.end(number) == 0


def test_the_ledger_survives_an_end_and_a_kill(sandbox_process: Callable[..., Running], tmp_path: Path) -> None:
    journal = tmp_path / "books.jsonl"
    first = sandbox_process(journal=journal)
    assert str(journal) in first.greeting
    first.add("a")
    assert first.end(signal.SIGTERM) == 0
    second = sandbox_process(journal=journal)
    assert second.ledger() == ["a"]
    second.add("a")
    second.add("b")
    second.process.kill()
    second.process.wait()
    third = sandbox_process(journal=journal)
    assert third.ledger() == ["a", "b"]
    assert third.end(signal.SIGTERM) == 0


def test_the_switchboard_is_on_the_next_port_unless_it_is_told(sandbox_process: Callable[..., Running]) -> None:
    port = two_free_ports()
    running = sandbox_process(port)
    assert running.url("core URL") == f"http://127.0.0.1:{port}/api/v2"
    assert running.url("switchboard") == f"http://127.0.0.1:{port + 1}"


def test_a_port_that_is_taken_is_one_sentence_and_1() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = str(other.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-c", RUN, taken, "", ""], capture_output=True, text=True, timeout=DEADLINE_S, check=False
        )
    assert done.returncode == 1
    assert taken in done.stderr
    assert done.stderr.count("\n") == 1
