"""The quick form of ``python -m tests.faults.kills --window``."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.faults.window_kills import WindowKills

if TYPE_CHECKING:
    from pathlib import Path

    from tests.window.screen import Screen


@pytest.mark.timeout(300)
def test_a_window_killed_around_enter_loses_no_sale_it_showed_and_books_none_twice(screen: Screen, tmp_path: Path) -> None:
    loop = WindowKills(screen, tmp_path, seed=1, say=print)
    tally = asyncio.run(loop.run(kills=4, check_each=4))
    assert tally.kills.total() == 4
    assert tally.verdict.sentences == ()
    assert tally.sales["promised"] >= 1
