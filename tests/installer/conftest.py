"""Installers are tried where one was built: ``POS_APP_INSTALLERS=dist python3 dev.py test tests/installer``.

``python3 -m installer linux`` builds them. Debian's are tried in a chroot, which takes root, debootstrap, Debian's mirror and some
minutes; Windows's under wine.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installer import chroot as chroots
from tests.installer.chroot import Chroot
from tests.keys.desktop import Desktop, desktop_with_keyring
from tests.window.screen import Screen, running_screen

FOLDER = "POS_APP_INSTALLERS"
"""The variable that names where the installers lie."""


def built(pattern: str) -> Path:
    """The installer to try. Skips where none is named; one that is named and not there is a fault."""
    folder = os.environ.get(FOLDER)
    if not folder:
        pytest.skip(f"no built installers are named (set {FOLDER}; see tests/installer/conftest.py)")
    found = sorted(Path(folder).resolve().glob(pattern))
    assert len(found) == 1, f"there should be one {pattern} in {folder}"
    return found[0]


@pytest.fixture(scope="session")
def deb() -> Path:
    return built("pos-app_*_amd64.deb")


@pytest.fixture(scope="session")
def run_file() -> Path:
    return built("pos-app-*-x86_64.run")


@pytest.fixture(scope="module")
def debian() -> Iterator[Chroot]:
    """A clean Debian of this module's own."""
    if reason := chroots.why_not():
        pytest.skip(reason)
    with tempfile.TemporaryDirectory(prefix="pos-app-debian-") as folder:
        made = Chroot.make(Path(folder) / "root")
        try:
            yield made
        finally:
            made.remove()


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """A keyring of this machine, lent to what is installed."""
    with desktop_with_keyring() as running:
        yield running


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A screen of this machine, lent too."""
    with running_screen((1280, 800), tmp_path) as running:
        yield running
