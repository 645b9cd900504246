"""The three manifests by which winget finds the installer for Windows, to be handed in once a release is public."""

from __future__ import annotations

import hashlib
from pathlib import Path

from installer.product import DESCRIPTION, NAME, PUBLISHER, SUMMARY, TITLE, VERSION

IDENTIFIER = "pos-app.LoyaltyTill"
_FORM = "1.6.0"


def manifests(setup: Path, url: str) -> dict[str, str]:
    """File name → text. ``url``: the folder under which ``setup`` will be downloaded."""
    digest = hashlib.sha256(setup.read_bytes()).hexdigest().upper()
    return {
        f"{IDENTIFIER}.yaml": _lines("version", DefaultLocale="en-US"),
        f"{IDENTIFIER}.locale.en-US.yaml": _lines(
            "defaultLocale",
            PackageLocale="en-US",
            Publisher=PUBLISHER,
            PackageName=TITLE,
            License="MIT",
            ShortDescription=SUMMARY,
            Description=DESCRIPTION,
            Moniker=NAME,
        ),
        f"{IDENTIFIER}.installer.yaml": _lines(
            "installer",
            MinimumOSVersion="10.0.15063.0",
            InstallerType="nullsoft",
            Scope="user",
            UpgradeBehavior="install",
        ).replace(
            "ManifestType",
            f"Installers:\n- Architecture: x64\n  InstallerUrl: {url.rstrip('/')}/{setup.name}\n"
            f"  InstallerSha256: {digest}\nManifestType",
        ),
    }


def _lines(kind: str, **values: str) -> str:
    whole = {"PackageIdentifier": IDENTIFIER, "PackageVersion": VERSION, **values, "ManifestType": kind, "ManifestVersion": _FORM}
    return "".join(f"{name}: {_quoted(value)}\n" for name, value in whole.items())


def _quoted(value: str) -> str:
    return f'"{value}"' if ": " in value or value[:1].isdigit() else value
