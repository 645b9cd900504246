"""The Debian package: the program under /usr/lib, started as ``pos-app`` or from the menu. It has no scripts of its own: the shop's
data lies in home folders, which no package touches."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

from installer.linux.elf import packages_needed
from installer.offer import put_offer
from installer.product import DESCRIPTION, MAINTAINER, NAME, RESOURCES, ROOT, SUMMARY, VERSION
from installer.tools import run, say

TOOLS = {"dpkg-deb": "dpkg", "fakeroot": "fakeroot"}
_CONTROL = """Package: {name}
Version: {version}
Section: misc
Priority: optional
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {size_kb}
Depends: {depends}
Recommends: gnome-keyring | kwalletmanager, libusb-1.0-0, libasound2 | libasound2t64
Description: {summary}
 {description}
 .
 A cashier swipes a card, sees the points, types the amount and presses Enter.
 Sales are saved on this computer first, and reach the server once, also after
 a day without internet.
"""
_ALWAYS_NEEDED = ("ca-certificates", "fonts-dejavu-core")
"""Not linked with: whom to trust, and letters for what the till's own fonts lack."""


def build_deb(program: Path, notices: Path, share: Path, *, work: Path, out: Path) -> Path:
    """``program``: the packed folder. ``share``: menu entry, icons and manual page. The package, in ``out``."""
    say("Building the .deb")
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(program, root / "usr" / "lib" / NAME, symlinks=True)
    put_offer(root / "usr" / "lib" / NAME / RESOURCES, "deb")
    command = root / "usr" / "bin" / NAME
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../lib/{NAME}/{NAME}")
    shutil.copytree(share, root / "usr" / "share")
    _write_documents(root / "usr" / "share", notices)
    _set_modes(root)
    size_kb = sum(each.lstat().st_size for each in root.rglob("*")) // 1024
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(
        _CONTROL.format(
            name=NAME,
            version=VERSION,
            maintainer=MAINTAINER,
            size_kb=size_kb,
            depends=", ".join([*packages_needed(program), *_ALWAYS_NEEDED]),
            summary=SUMMARY,
            description=DESCRIPTION,
        ),
        encoding="utf-8",
    )
    file = out / f"{NAME}_{VERSION}_amd64.deb"
    run("fakeroot", "dpkg-deb", "--build", "--root-owner-group", "-Zxz", "-z6", root, file)
    shutil.rmtree(root)
    return file


def _write_documents(share: Path, notices: Path) -> None:
    documents = share / "doc" / NAME
    shutil.copytree(notices, documents / "licences")
    others = ", ".join(sorted(each.name for each in notices.iterdir()))
    where = f"The licences of all that it carries are in /usr/share/doc/{NAME}/licences: {others}."
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    (documents / "copyright").write_text(f"{licence}\n{where}\n", encoding="utf-8")
    (documents / "changelog.gz").write_bytes(gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0))


def _set_modes(root: Path) -> None:
    for each in root.rglob("*"):
        if not each.is_symlink():
            each.chmod(0o755 if each.is_dir() or (each.name == NAME and each.parent.name == NAME) else 0o644)
