"""The make-believe PassQuare and CRM of the tests, in a process of its own, and what they say of themselves."""

from __future__ import annotations

import json
import socket
import urllib.request
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from tests.window.program import Launcher, Program

JANA_TRACK = ";7819283746=25121010000?\n"
JOE_TRACK = ";7862374687=25121010000?\n"
KEYS = "app_key=demo-app-key\ncrm_key=demo-crm-key\n"
SOON_S = 20


@dataclass
class Server:
    """The sandbox as a process that can be stopped and started, and its control endpoint."""

    program: Launcher
    port: int
    control_port: int
    state: Path
    running: Program | None = None

    def start(self) -> None:
        ports = ("--port", str(self.port), "--control-port", str(self.control_port))
        self.running = self.program("sandbox", *ports, "--state", str(self.state), window=False)
        self.running.wait_for_output("Ctrl-C ends it")

    def stop(self) -> None:
        assert self.running is not None
        self.running.stop()

    def ask(self, path: str) -> Any:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.control_port}/{path}", timeout=5) as answer:
            return json.load(answer)

    def add_fault(self, **fault: object) -> None:
        """Put a fault on order (``pos_app.sandbox.faults.Fault``)."""
        said = json.dumps(fault).encode()
        with urllib.request.urlopen(f"http://127.0.0.1:{self.control_port}/faults", data=said, timeout=5):
            pass

    def sums(self) -> list[Decimal]:
        """What the CRM's ledger holds, in its order."""
        return [Decimal(entry["sum"]) for entry in self.ask("ledger")["entries"]]

    def balance_reads(self) -> int:
        return int(self.ask("requests")["requests"].get("readBalance", 0))


def free_ports() -> tuple[int, int]:
    """Two ports that nobody uses now."""
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1]), int(other.getsockname()[1])
