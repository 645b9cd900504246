"""The process that sends; it lives as long as the table is gone through."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import trustme

from tests.passquare.outcomes.case import Outcome, Site
from tests.passquare.outcomes.said import SAID

ROOT = Path(__file__).parents[3]
PATIENCE_S = 60.0


@dataclass(frozen=True)
class Report:
    """What the sender says of one request.

    ``grown_kb``: the memory it took at the worst moment, beyond what was there before; ``skew_s``: how far the server's clock is
    ahead of the sender's.
    """

    outcome: Outcome
    trouble: str | None
    said: str
    seconds: float
    grown_kb: int
    skew_s: float | None


class Sender:
    """Another process; see ``sender.py``. ``under``: a command that it is started by."""

    def __init__(self, *under: str) -> None:
        command = [*under, sys.executable, "-m", "tests.passquare.outcomes.sender"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)

    def send(self, site: Site, *, ballast_kb: int = 0) -> Report:
        """Send one ``addBalance`` there; meanwhile ``ballast_kb`` more memory is in use."""
        errand: dict[str, Any] = {"url": site.url, "ca": str(site.ca), "proxy": site.proxy, "ballast_kb": ballast_kb}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({**errand, "deadline_s": site.deadline_s, "connect_s": site.connect_s}) + "\n")
        self._process.stdin.flush()
        last_resort = threading.Timer(PATIENCE_S, self._process.kill)
        last_resort.start()
        try:
            line = self._process.stdout.readline()
        finally:
            last_resort.cancel()
            last_resort.join()
        assert line, "the sender ended, or was ended for never coming back"
        told = json.loads(line)
        return Report(**{**told, "outcome": Outcome[told["outcome"]]})

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        assert self._process.wait(PATIENCE_S) == 0
        self._process.stdout.close()


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="session")
def ca(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ca") / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


@pytest.fixture(scope="session")
def sender(authority: trustme.CA, ca: Path) -> Iterator[Sender]:
    """It has sent once: what is read, made and kept at the first request is no cost of the others."""
    running = Sender()
    with SAID[0].scene(authority, ca) as site:
        assert running.send(site).outcome is Outcome.APPLIED
    yield running
    running.close()
