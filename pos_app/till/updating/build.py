"""What this very program is: its version, what it runs on, and where its vendor tells of newer ones."""

from __future__ import annotations

import platform
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pos_app import __version__
from pos_app.loyalty.errors import UpdateTrouble
from pos_app.updates.offer import Offer, read_offer
from pos_app.updates.version import Version, version

_SAME = {"amd64": "x86_64", "x64": "x86_64", "arm64": "aarch64"}
"""What Windows and macOS call them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """``offer`` is None where nobody tells of new versions; ``fault`` says why, if that was not meant."""

    offer: Offer | None
    version: Version
    arch: str
    fault: str = ""
    make_tls: Callable[[], ssl.SSLContext] | None = None
    """Who is trusted to be the vendor's server; None: whom the system trusts."""


def this_build(file: Path) -> Build:
    """``file``: ``updates.toml``, which a build has or has not."""
    machine = platform.machine().lower()
    offer, fault = None, ""
    try:
        offer = read_offer(file)
    except UpdateTrouble as error:
        fault = str(error)
    return Build(offer=offer, version=version(__version__), arch=_SAME.get(machine, machine), fault=fault)
