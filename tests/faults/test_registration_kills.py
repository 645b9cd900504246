"""The short form of the kill loop of registrations."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from tests.faults.kills import environment
from tests.faults.registration_kills import RegistrationKills

KILLS = 12
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="pidfd and memfd are Linux's")


@pytest.mark.timeout(300)
def test_customers_survive_kill_9_and_lost_answers_and_are_made_once(tmp_path: Path) -> None:
    proof = RegistrationKills(tmp_path, seed=7, environment=environment(tmp_path / "home"))
    tally = asyncio.run(proof.run(kills=KILLS))
    assert tally.wrong == []
    assert tally.killed == KILLS
    assert tally.customers > 1
