"""The Debian package in a clean Debian: installed with nothing but its Depends, started, used, and removed."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.installer.chroot import Chroot
from tests.installer.using import sandbox_of, steps, use
from tests.keys.desktop import Desktop
from tests.window.screen import Screen

DATA = "/root/.local/share/pos-app"


@pytest.mark.timeout(1_800)
def test_the_package_is_installed_used_and_removed_and_the_data_stays(
    deb: Path, debian: Chroot, desktop: Desktop, screen: Screen
) -> None:
    before = debian.files("/usr", "/etc", "/opt")
    shutil.copy(deb, debian.path("/pos-app.deb"))
    debian.apt("update")
    debian.apt("install", "/pos-app.deb")
    assert _missing_libraries(debian) == ""
    assert debian.path("/usr/bin/pos-app").is_symlink()
    manual = debian.run("sh", "-c", "zcat /usr/share/man/man1/pos-app.1.gz")
    assert ".SH SYNOPSIS" in manual
    copyright_file = debian.path("/usr/share/doc/pos-app/copyright").read_text()
    assert "Qt-LGPL-3.0-and-GPL-3.0.txt" in copyright_file
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in debian.run("cat", "/usr/share/doc/pos-app/licences/Qt-LGPL-3.0-and-GPL-3.0.txt")

    debian.shared.append(desktop.folder)
    session = {
        "DBUS_SESSION_BUS_ADDRESS": desktop.address,
        "XDG_RUNTIME_DIR": str(desktop.run),
        **screen.environment(),
    }
    pos_app = partial(debian.run, "pos-app", environment=session)
    told = steps(pos_app("--smoke", "/root/window.png"))
    assert (told["keyring"], told["result"]) == ("system keyring (SecretService): written, read back, deleted", "all is well")
    assert "packed" in told["program"]
    assert "on xcb" in told["window"]
    assert QImage(str(debian.path("/root/window.png"))).width() >= 1024

    with sandbox_of(partial(debian.start, "pos-app")) as (address, control):
        use(pos_app, address, control, debian.path("/root"), shown="/root")
    data = debian.files(DATA)
    assert f"{DATA}/till.db" in data

    debian.apt("purge", "pos-app")
    debian.apt("autoremove", "--purge")
    assert debian.files(DATA) == data
    left = {path for path in debian.files("/usr", "/etc", "/opt") - before if "pos-app" in path}
    assert left == set()


def _missing_libraries(debian: Chroot) -> str:
    """What the loader does not find for any file of the program."""
    look = 'find /usr/lib/pos-app -name "*.so*" -type f -exec ldd {} + 2>/dev/null | grep "not found" | sort -u || true'
    # As the program itself has it: its own folder first.
    return debian.run("sh", "-c", look, environment={"LD_LIBRARY_PATH": "/usr/lib/pos-app/_internal"})
