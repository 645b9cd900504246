"""Where an installed program looks for newer ones: ``resources/updates.toml``, if whoever makes the release has put one there."""

from __future__ import annotations

import re
from pathlib import Path

from installer.product import ROOT

FILE = ROOT / "resources" / "updates.toml"


def put_offer(resources: Path, kind: str) -> None:
    """Put it into a program's resources, with the ``kind`` of installer that brings it. Without a file: nothing is offered."""
    if FILE.exists():
        text = FILE.read_text(encoding="utf-8")
        told = re.sub(r"(?m)^kind\s*=.*$", f'kind = "{kind}"', text)
        (resources / FILE.name).write_text(told, encoding="utf-8")
