"""The sandbox as a process of its own that loses a third of its answers, and can itself be killed in the middle of its work."""

from __future__ import annotations

import asyncio
import json
import random
import re
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.faults.commands import ROOT
from tests.faults.relay import HOST

KEYS = "app_key=demo-app-key\ncrm_key=demo-crm-key\n"
ANSWER_S = 20
LOST = 0.30
"""Of all requests, about."""
_MIX: tuple[dict[str, Any], ...] = (
    {"kind": "drop_before"},
    {"kind": "drop_after"},
    {"kind": "drop_after"},
    {"kind": "truncate"},
    {"kind": "truncate"},
    {"kind": "500"},
    {"kind": "500", "applied": True},
    {"kind": "502"},
    {"kind": "502", "applied": True},
    {"kind": "garbage"},
    {"kind": "garbage", "applied": True},
    {"kind": "slow", "seconds": 0.1},
    {"kind": "slow", "seconds": 0.4},
    {"kind": "refuse", "method": "crm"},
    {"kind": "refuse", "method": "core"},
    {"kind": "portal"},
    {"kind": "redirect"},
    {"kind": "503", "retry_after_s": 1},
    {"kind": "429", "retry_after_s": 1},
    {"kind": "401"},
    {"kind": "drip", "seconds": 0.001},
)
"""All that a network and a server do to an answer, but a refusal."""
_REFUSAL = {"kind": "error200", "method": "addBalance"}
"""A person has to settle what comes of it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger."""

    phone: str
    sum: Decimal
    transaction_id: str
    balance: Decimal
    """After it."""


class LossyServer:
    """Start it, order the faults, kill it, start it again: the ledger goes on. Waits for its answers block."""

    def __init__(self, state: Path, *, rng: random.Random, environment: Mapping[str, str], refuses: bool = False) -> None:
        self._mix = (*_MIX, _REFUSAL) if refuses else _MIX
        self._state, self._rng, self._environment = state, rng, dict(environment)
        self._process: asyncio.subprocess.Process | None = None
        self._control_url = ""
        self._lossy = False
        self.port = 0
        self.starts = 0

    async def start(self) -> None:
        """Serve what the state file tells, with the faults of before. Another port each time."""
        words = (sys.executable, "-m", "pos_app", "sandbox", "--port", "0", "--state", str(self._state))
        self._process = await asyncio.create_subprocess_exec(
            *words, cwd=ROOT, env=self._environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        )
        assert self._process.stdout is not None
        greeting = (await asyncio.wait_for(self._process.stdout.readuntil(b"Ctrl-C ends it"), ANSWER_S)).decode()
        (port,) = re.findall(r"core URL +http://[\d.]+:(\d+)/", greeting)
        (self._control_url,) = re.findall(r"switchboard +(http://\S+)", greeting)
        self.port = int(port)
        self.starts += 1
        if self._lossy:
            self.lose()

    async def kill(self) -> None:
        """kill -9."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()

    def lose(self) -> None:
        """Lose about :data:`LOST` of the answers from now on, each kind of loss as likely as the next."""
        self._lossy = True
        share = 1 - (1 - LOST) ** (1 / len(self._mix))
        self._ask("DELETE", "faults")
        self._ask("POST", "faults", [{**each, "probability": share} for each in self._rng.sample(self._mix, len(self._mix))])

    def behave(self) -> None:
        """Answer everything."""
        self._lossy = False
        self._ask("DELETE", "faults")

    def entries(self) -> list[Entry]:
        """The whole ledger, in its order."""
        told = self._ask("GET", "ledger")["entries"]
        return [Entry(each["phone"], Decimal(each["sum"]), each["transactionId"], Decimal(each["balance"])) for each in told]

    def balances(self) -> dict[str, Decimal]:
        """Phone → points, as the CRM has them."""
        return {each["phone"]: Decimal(each["balance"]) for each in self._ask("GET", "customers")["customers"]}

    def add_by_hand(self, phone: str, points: Decimal, transaction_id: str) -> None:
        """Somebody else than the till changes a balance. Only while it behaves."""
        customer = {"phone": phone, "sum": float(points), "transactionId": transaction_id}
        body = json.dumps({"crm_key": "demo-crm-key", "method": "addBalance", "customer": customer}).encode()
        request = urllib.request.Request(f"http://{HOST}:{self.port}/crm", data=body, method="POST")
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=ANSWER_S) as answer:  # noqa: S310 - as above
            if not json.load(answer).get("success"):
                raise RuntimeError("the sandbox did not add by hand")

    def _ask(self, verb: str, path: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self._control_url}/{path}", data=data, method=verb)  # noqa: S310 - http, ours
        with urllib.request.urlopen(request, timeout=ANSWER_S) as answer:  # noqa: S310 - as above
            return json.load(answer)
