"""The quick form of ``python -m tests.faults.kills``, which says what is done here."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from tests.faults.kill_loop import KillLoop
from tests.faults.kills import environment, table

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="pidfd, memfd and inotify are Linux's")


@pytest.mark.timeout(300)
def test_killed_again_and_again_on_a_lossy_network_a_till_loses_no_sale_and_books_none_twice(tmp_path: Path) -> None:
    loop = KillLoop(tmp_path, seed=1, environment=environment(tmp_path / "home"), say=print)
    tally = asyncio.run(loop.run(kills=50, check_each=25, blackout_each=20))
    print(table(tally))
    assert tally.kills.total() == 50
    assert tally.blackouts >= 1
    assert tally.verdict.sentences == ()
    assert tally.sales["promised"] >= 5
