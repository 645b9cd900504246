"""The real program in processes of its own, against a real sandbox in this one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from pos_app.sandbox.server import Sandbox
from tests.cli.proved import prove_dedupe

TIMEOUT_S = 60
JANA = "+420603551482"


@dataclass
class PosApp:
    """``pos-app --data-dir DIR``, with the keys on standard input as ``--session-keys`` has it."""

    data_dir: Path
    keys: str = ""
    clock: tuple[str, ...] = ()
    """What is put before the command to turn its clock."""
    ran: list[subprocess.CompletedProcess[str]] = field(default_factory=list)

    def __call__(self, *arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        command = [*self.clock, sys.executable, "-m", "pos_app", "--data-dir", str(self.data_dir), *arguments]
        done = subprocess.run(
            command, input=self.keys if stdin is None else stdin, capture_output=True, text=True, timeout=TIMEOUT_S, check=False
        )
        assert "Traceback" not in done.stderr, done.stderr
        self.ran.append(done)
        return done

    def json(self, *arguments: str, code: int = 0) -> Any:
        """The answer of a command with ``--json``."""
        done = self(*arguments, "--json")
        assert done.returncode == code, done.stderr
        return json.loads(done.stdout)

    def set_up(self, sandbox: Sandbox, *more: str, crm: bool = True) -> subprocess.CompletedProcess[str]:
        """Set up for the sandbox, keys for the session; without ``crm`` for its PassQuare alone."""
        self.keys = f"app_key={sandbox.app_key}\n" + (f"crm_key={sandbox.crm_key}\n" if crm else "")
        names = ("--currency", "CZK", "--region", "CZ", "--language", "cs", "--shop", "Kavárna Letná", "--till", "Pokladna 2")
        servers = ("--core-url", sandbox.core_url, *(("--crm-url", sandbox.crm_url) if crm else ()))
        return self("setup", *servers, *names, "--session-keys", *more)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def fresh(tmp_path: Path) -> PosApp:
    """A data folder with nothing in it."""
    return PosApp(tmp_path / "data")


@pytest.fixture
def till(fresh: PosApp, sandbox: Sandbox) -> PosApp:
    """A till that is set up for the sandbox, and knows that it dedupes."""
    done = fresh.set_up(sandbox)
    assert done.returncode == 0, done.stderr
    prove_dedupe(fresh.data_dir)
    return fresh
