"""The disk image: packed, signed and notarised where there is a certificate. Never run yet (see ``__init__``).

MAC_SIGN_IDENTITY names a "Developer ID Application" certificate of the key chain, MAC_NOTARY_PROFILE what ``notarytool
store-credentials`` has kept. Without the first the image is not signed, without both macOS refuses to open it at a double click.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from installer.notices import write_notices
from installer.offer import put_offer
from installer.packages import environment, freeze
from installer.product import HERE, NAME, TITLE, VERSION
from installer.tools import run, say


def build(*, work: Path, out: Path) -> list[Path]:
    """The ``.dmg``, in ``out``. Raises dev.Stop."""
    python = environment(work / "environment")
    frozen = freeze(python, HERE / "macos" / "pos-app.spec", work=work / "freeze", out=work / "frozen")
    image = work / "image"
    shutil.rmtree(image, ignore_errors=True)
    image.mkdir(parents=True)
    application = image / f"{NAME}.app"
    shutil.copytree(frozen.with_suffix(".app"), application, symlinks=True)
    put_offer(application / "Contents" / "Resources" / "pos_app" / "_resources", "dmg")
    (image / "Applications").symlink_to("/Applications")
    write_notices(image / "Licences")
    identity = os.environ.get("MAC_SIGN_IDENTITY")
    if identity:
        _sign(application, identity)
    else:
        say("Not signed: MAC_SIGN_IDENTITY is not set")
    file = out / f"{NAME}-{VERSION}-{os.uname().machine}.dmg"
    file.unlink(missing_ok=True)
    run("hdiutil", "create", "-volname", TITLE, "-srcfolder", image, "-format", "UDZO", "-ov", file)
    if identity:
        run("codesign", "--force", "--timestamp", "--sign", identity, file)
        _notarise(file)
    shutil.rmtree(work)
    return [file]


def _sign(application: Path, identity: str) -> None:
    say("Signing")
    ours = ("codesign", "--force", "--timestamp", "--options", "runtime", "--sign", identity)
    inside = application / "Contents"
    # From the inside out: what holds others is signed after them.
    for library in [each for each in inside.rglob("*") if each.suffix in (".so", ".dylib") and not each.is_symlink()]:
        run(*ours, library)
    for framework in inside.rglob("*.framework"):
        run(*ours, framework)
    run(*ours, "--entitlements", HERE / "macos" / "entitlements.plist", application)
    run("codesign", "--verify", "--deep", "--strict", application)


def _notarise(file: Path) -> None:
    profile = os.environ.get("MAC_NOTARY_PROFILE")
    if not profile:
        say("Not notarised: MAC_NOTARY_PROFILE is not set")
        return
    run("xcrun", "notarytool", "submit", "--keychain-profile", profile, "--wait", file)
    run("xcrun", "stapler", "staple", file)
