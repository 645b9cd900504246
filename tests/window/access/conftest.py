"""The till with somebody who cannot see it: ``reader`` looks at the window from outside, as a screen reader does.

The fixtures of ``tests/window`` work as they do there, and what they start can be seen by ``reader``. Without at-spi2-core and
dbus-daemon these tests are skipped, but fail where the environment has ``CI``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.window.access.session import accessible_desktop, missing_tools
from tests.window.program import Launcher

if TYPE_CHECKING:
    from tests.window.access.atspi import ScreenReader
    from tests.window.program import Program
    from tests.window.screen import Screen


@pytest.fixture
def accessible() -> Iterator[tuple[dict[str, str], ScreenReader]]:
    """An accessible desktop with nobody on it: its environment, and the client that looks at it."""
    missing = missing_tools()
    if missing:
        give_up = pytest.fail if os.environ.get("CI") else pytest.skip
        give_up(f"the tests with a screen reader need {', '.join(missing)}: python3 dev.py test says how to get them")
    with accessible_desktop() as made:
        yield made


class AccessibleLauncher(Launcher):
    """Starts programs on an accessible desktop."""

    def __init__(self, screen: Screen, home: Path, more: dict[str, str]) -> None:
        super().__init__(screen, home)
        self._more = more

    def environment(self) -> dict[str, str]:
        """That of the screen, and of the desktop."""
        return {**super().environment(), **self._more}


@pytest.fixture
def program(screen: Screen, tmp_path: Path, accessible: tuple[dict[str, str], ScreenReader]) -> Iterator[Launcher]:
    """As in ``tests/window``."""
    home = tmp_path / "home"
    home.mkdir()
    accessible[1].listen()
    launcher = AccessibleLauncher(screen, home, accessible[0])
    yield launcher
    launcher.stop_all()


@pytest.fixture
def reader(till: Program, accessible: tuple[dict[str, str], ScreenReader]) -> ScreenReader:
    """Looks at ``till``."""
    reader = accessible[1]
    reader.watch(till.process.pid)
    return reader
