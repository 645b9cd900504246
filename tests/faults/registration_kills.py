"""kill -9 of registrations: each customer whom the till promised is made once, however often it dies and answers are lost.

    .venv/bin/python -m tests.faults.registration_kills --trials 300 --seed 1

Each trial is a real ``register`` on one data folder, killed at a random moment, against a CRM that would make another customer each
time it is told to, and a PassQuare; both lose about 30 % of their answers. A command that was killed is given again with its id.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import tempfile
import uuid
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, ClassVar

from pos_app.crm.ledger import Customer
from pos_app.crm.memory import MemoryLedger
from pos_app.data_dir import DataDir
from pos_app.sandbox.server import Sandbox
from pos_app.settings import load, save
from tests.faults.commands import Commands
from tests.faults.lossy_server import KEYS

LOST = 0.10
"""Of each kind of fault, for each kind of request."""
QUARANTINE_S = 1
"""Nothing of a lost request arrives later on this server."""
SYNCS = 8
_FAULTS: tuple[dict[str, Any], ...] = (
    {"kind": "drop_before"},
    {"kind": "drop_after"},
    {"kind": "500", "applied": True},
)
_METHODS = ("createCustomer", "user_create_or_update", "read_customer", "readBalance", "status")


class Naive(MemoryLedger):
    """Makes a customer each time it is told to; who was made how often is counted."""

    made: ClassVar[Counter[str]] = Counter()

    def enrol(self, customer: Customer) -> Customer:
        self.made[customer.phone] += 1
        return super().enrol(customer)


@dataclass
class Tally:
    """What the loop did and found."""

    killed: int = 0
    answered: int = 0
    customers: int = 0
    wrong: list[str] = field(default_factory=list)


class RegistrationKills:
    """One till, one lossy sandbox, one seed."""

    def __init__(self, folder: Path, *, seed: int, environment: dict[str, str]) -> None:
        self._rng = random.Random(seed)
        self._data_dir = folder / "till"
        self._environment = environment
        self._seed = seed
        self._longest_s = 1.0
        self._orders: dict[str, tuple[str, ...]] = {}
        """Phone → the command that registers it."""
        self._open: list[str] = []
        self.tally = Tally()

    async def run(self, *, kills: int) -> Tally:
        """Kill so many, then let all of them be answered and delivered, and compare."""
        self._data_dir.mkdir(parents=True)
        with (
            Sandbox(ledger=Naive, fault_seed=self._seed) as sandbox,
            Commands(self._data_dir, keys=KEYS, environment=self._environment) as self._commands,
        ):
            servers = ("--core-url", sandbox.core_url, "--crm-url", sandbox.crm_url)
            names = ("--currency", "CZK", "--region", "CZ", "--language", "cs", "--shop", "Letná", "--till", "2")
            await self._done("setup", *servers, *names, "--session-keys")
            place = DataDir(self._data_dir)
            settings = load(place)
            save(place, replace(settings, server=replace(settings.server, quarantine_s=QUARANTINE_S)))
            Naive.made.clear()
            for method in _METHODS:
                for fault in _FAULTS:
                    sandbox.add_fault(method=method, probability=LOST, **fault)
            while self.tally.killed < kills:
                await self._trial(kill=True)
            while self._open:
                await self._trial(kill=False)
            sandbox.clear_faults()
            left: list[Any] = []
            for _ in range(SYNCS):
                left = json.loads(await self._done("sync", "--timeout", "30", "--session-keys", "--json"))["waiting"]
                if not left:
                    break
            self._compare(sandbox, left, json.loads(await self._done("verify", "--json"))["findings"])
        return self.tally

    async def _trial(self, *, kill: bool) -> None:
        if self._open and (not kill or self._rng.random() < 0.4):
            phone = self._open.pop(self._rng.randrange(len(self._open)))
        else:
            phone = f"+4207750{len(self._orders):05}"
            named = ("--name", f"Name{len(self._orders)}", "--agreed")
            made_up = str(uuid.UUID(int=self._rng.getrandbits(128), version=4))
            self._orders[phone] = ("register", phone, *named, "--registration-id", made_up, "--session-keys", "--json")
        running = self._commands.start(*self._orders[phone])
        if kill:
            asyncio.get_running_loop().call_later(self._rng.uniform(0, self._longest_s), running.kill)
        code = await running.end()
        if running.killed:
            self.tally.killed += 1
            self._open.append(phone)
        elif code == 0:
            self.tally.answered += 1
            self._longest_s = max(self._longest_s, min(running.took_s, 3.0))
        else:
            self.tally.wrong.append(f"{phone}: {running.errors.strip()}")

    def _compare(self, sandbox: Sandbox, left: list[Any], findings: list[str]) -> None:
        wrong = self.tally.wrong
        wrong += [f"still waiting: {each}" for each in left] + findings
        self.tally.customers = len(self._orders)
        for phone, order in self._orders.items():
            there = sandbox.core_customer(phone)
            if there is None:
                wrong.append(f"{phone} was lost")
            elif there.name != order[3] or not there.cards:
                wrong.append(f"{phone} is {there.name} with {there.cards}")
            if Naive.made[phone] > 1:
                wrong.append(f"{phone} was made {Naive.made[phone]} times")
        wrong += [f"{phone} was never ordered" for phone in Naive.made if phone not in self._orders]

    async def _done(self, *words: str) -> bytes:
        running = self._commands.start(*words)
        code = await running.end()
        if code not in (0, 3, 4):
            raise AssertionError(f"{words}: {running.errors}")
        return running.output


def main() -> int:
    """Run the long form."""
    # The command line of the other proof knows what a process may see of this computer.
    from tests.faults.kills import environment  # noqa: PLC0415

    parser = argparse.ArgumentParser(prog="python -m tests.faults.registration_kills")
    parser.add_argument("--trials", type=int, default=300, metavar="KILLS")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pos-app-registrations-") as folder:
        proof = RegistrationKills(Path(folder), seed=arguments.seed, environment=environment(Path(folder) / "home"))
        tally = asyncio.run(proof.run(kills=arguments.trials))
    print(f"{tally.killed} killed, {tally.answered} answered, {tally.customers} customers")
    print("\n".join(tally.wrong) or "Each of them was made once.")
    return bool(tally.wrong)


if __name__ == "__main__":
    sys.exit(main())
