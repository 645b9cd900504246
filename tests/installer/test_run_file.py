"""The ``.run`` on another Linux: installed by a plain user, started, used, installed over itself, and removed."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.installer.chroot import Chroot
from tests.installer.using import sandbox_of, steps, use

HOME = "/home/shop"
DESKTOP = """set -e
mkdir -m 700 -p /tmp/run
export XDG_RUNTIME_DIR=/tmp/run
printf password | gnome-keyring-daemon --unlock --components=secrets > /dev/null
exec "$@"
"""
_X = ("randr0", "render0", "shape0", "shm0", "sync1", "xfixes0", "xkb1")
_DESKTOP = (
    "cups2",
    "dbus-1-3",
    "egl1",
    "fontconfig1",
    "gl1",
    "glib2.0-0",
    "gssapi-krb5-2",
    "x11-xcb1",
    "xkbcommon-x11-0",
    "brotli1",
)
LIBRARIES = (*(f"libxcb-{each}" for each in _X), *(f"lib{each}" for each in _DESKTOP), "libwayland-cursor0", "fonts-dejavu-core")
"""What a desktop of any Linux has; here it takes the place of one."""
TOOLS = ("ca-certificates", "xz-utils", "xvfb", "xauth", "dbus", "gnome-keyring")


@pytest.mark.timeout(1_800)
def test_a_plain_user_installs_uses_and_removes_it_and_keeps_the_data(run_file: Path, debian: Chroot) -> None:
    debian.apt("update")
    debian.apt("install", *LIBRARIES, *TOOLS)
    debian.run("useradd", "--create-home", "shop")
    shutil.copy(run_file, debian.path(f"{HOME}/pos-app.run"))
    before = debian.files(HOME)
    system = debian.files("/usr", "/etc", "/opt")

    def as_user(*words: str, stdin: str = "") -> str:
        own = ("env", f"HOME={HOME}", "USER=shop", "LANG=C.UTF-8", "setpriv", "--reuid=shop", "--regid=shop", "--clear-groups")
        return debian.run(*own, "sh", "-c", f'cd {HOME} && exec "$@"', "sh", *words, stdin=stdin)

    def pos_app(*arguments: str, stdin: str = "") -> str:
        # A screen of its own ends with its last window, unless told otherwise; a desktop's does not.
        on_a_desktop = (
            "xvfb-run",
            "-a",
            "-s",
            "-screen 0 1280x800x24 -noreset",
            "dbus-run-session",
            "--",
            "sh",
            "-c",
            DESKTOP,
            "sh",
        )
        return as_user(*on_a_desktop, f"{HOME}/.local/bin/pos-app", *arguments, stdin=stdin)

    for _again in range(2):
        said = as_user("sh", "pos-app.run")
        assert "Start it from the menu" in said
    menu = debian.path(f"{HOME}/.local/share/applications/pos-app.desktop").read_text()
    assert f'Exec="{HOME}/.local/bin/pos-app"' in menu

    told = steps(pos_app("--smoke", f"{HOME}/window.png"))
    assert (told["keyring"], told["result"]) == ("system keyring (SecretService): written, read back, deleted", "all is well")
    assert QImage(str(debian.path(f"{HOME}/window.png"))).width() >= 1024
    with sandbox_of(partial(debian.start, f"{HOME}/.local/bin/pos-app")) as (address, control):
        use(pos_app, address, control, debian.path(HOME), shown=HOME)

    data = debian.files(f"{HOME}/.local/share/pos-app")
    assert f"{HOME}/.local/share/pos-app/till.db" in data
    said = as_user("sh", f"{HOME}/.local/lib/pos-app/install.sh", "--uninstall")
    assert "kept" in said
    assert debian.files(f"{HOME}/.local/share/pos-app") == data
    left = {path for path in debian.files(HOME) - before - data if "pos-app" in path and "/.local/state/" not in path}
    assert left == set()
    assert debian.files("/usr", "/etc", "/opt") == system, "nothing outside of the user's home was touched"
