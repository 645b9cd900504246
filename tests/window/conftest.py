"""Fixtures for driving the real program on a real X server. Everything started here is killed with its test or its run.

``screen``: a screen with keyboard and mouse (see ``screen.py``), 1280 × 800 unless parametrised indirectly with another
size. ``program``: starts pos-app in a home of its own and waits for its window (see ``program.py``). ``server``: a sandbox in a
process (see ``server.py``). ``till``: the window, set up to sell there.

Without Xvfb, openbox, xdotool or Qt's libraries for X these tests are skipped, but fail where the environment has ``CI``.
"""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import dev
from tests.window.program import Launcher
from tests.window.screen import Screen, running_screen
from tests.window.server import KEYS, Server, free_ports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.window.program import Program

HERE = Path(__file__).parent
TOOLS = ("Xvfb", "openbox", "xdotool", "setxkbmap")
DEFAULT_SIZE = (1280, 800)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.window)


@pytest.fixture(scope="session")
def screens(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[tuple[int, int]], Screen]]:
    """One X server for each size asked for, started when first asked for."""
    missing = [*(tool for tool in TOOLS if shutil.which(tool) is None), *dev.missing_libraries(dev.WINDOW_LIBRARIES)]
    if missing:
        give_up = pytest.fail if os.environ.get("CI") else pytest.skip
        give_up(f"the window tests need {', '.join(missing)}: python3 dev.py test says how to get them")
    running: dict[tuple[int, int], Screen] = {}
    with ExitStack() as stack:

        def screen_of(size: tuple[int, int]) -> Screen:
            if size not in running:
                running[size] = stack.enter_context(running_screen(size, tmp_path_factory.mktemp("screen")))
            return running[size]

        yield screen_of


@pytest.fixture
def screen(request: pytest.FixtureRequest, screens: Callable[[tuple[int, int]], Screen]) -> Screen:
    """A screen with a US keyboard. Another size: ``@pytest.mark.parametrize("screen", [(1024, 768)], indirect=True)``."""
    chosen = screens(getattr(request, "param", DEFAULT_SIZE))
    chosen.layout("us")
    return chosen


@pytest.fixture
def program(screen: Screen, tmp_path: Path) -> Iterator[Launcher]:
    """``program("demo")`` starts pos-app and waits for its window; ``program("sandbox", …, window=False)`` does not wait."""
    home = tmp_path / "home"
    home.mkdir()
    launcher = Launcher(screen, home)
    yield launcher
    launcher.stop_all()


@pytest.fixture
def server(program: Launcher, tmp_path: Path) -> Server:
    port, control_port = free_ports()
    made = Server(program, port, control_port, tmp_path / "ledger.jsonl")
    made.start()
    return made


@pytest.fixture
def desktop() -> str:
    """Which desktop the till believes to be on: ``GNOME``, ``KDE``…, by direct parametrisation; empty: none."""
    return ""


@pytest.fixture
def till(program: Launcher, server: Server, request: pytest.FixtureRequest, desktop: str) -> Program:
    """The till's window, set up as the README says."""
    language = getattr(request, "param", "en")
    set_up = program(
        "setup",
        *("--core-url", f"http://127.0.0.1:{server.port}/api/v2", "--crm-url", f"http://127.0.0.1:{server.port}/crm"),
        *("--currency", "CZK", "--region", "CZ", "--language", language, "--shop", "Kavárna Letná", "--till", "Pokladna 2"),
        "--session-keys",
        window=False,
        stdin=KEYS,
    )
    assert set_up.wait_for_end(timeout_s=30) == 0, set_up.output()
    no_bus = {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    return program(stdin=KEYS, title="pos-app", env={"XDG_CURRENT_DESKTOP": desktop, **no_bus} if desktop else None)
