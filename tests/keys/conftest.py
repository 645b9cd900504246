"""Fixtures with a real Secret Service: gnome-keyring on a D-Bus of its own (see ``desktop.py``).

Without dbus-daemon or gnome-keyring these tests are skipped, but fail where the environment has ``CI``.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.keys.desktop import Desktop, desktop_with_keyring, desktop_without_keyring, empty_desktop

TOOLS = ("dbus-daemon", "gnome-keyring-daemon")


@pytest.fixture(scope="session")
def desktops() -> None:
    """Asked for by whatever starts a desktop."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the Secret Service is the keyring of Linux")
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        give_up = pytest.fail if os.environ.get("CI") else pytest.skip
        give_up(f"the keyring tests need {', '.join(missing)}: python3 dev.py test says how to get them")


@pytest.fixture(scope="session")
def shared_desktop(desktops: None) -> Iterator[Desktop]:
    """An unlocked keyring for tests that leave it so. Each test uses till ids of its own."""
    with desktop_with_keyring() as desktop:
        yield desktop


@pytest.fixture
def here(shared_desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """The test itself is a program of the shared session."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", shared_desktop.address)
    return shared_desktop


@pytest.fixture
def new_desktop(desktops: None) -> Iterator[Callable[..., Desktop]]:
    """``new_desktop(unlocked=True)``: one that the test may lock and break."""
    with ExitStack() as stack:
        yield lambda **how: stack.enter_context(desktop_with_keyring(**how))


@pytest.fixture
def bare_desktop(desktops: None) -> Iterator[Desktop]:
    """A bus without a keyring."""
    with desktop_without_keyring() as desktop:
        yield desktop


@pytest.fixture
def no_bus(desktops: None) -> Iterator[Desktop]:
    """Not even a D-Bus, as over ssh or in a container."""
    with empty_desktop() as desktop:
        yield desktop
