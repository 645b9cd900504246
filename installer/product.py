"""What every installer says of the program."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "installer"
NAME = "pos-app"
TITLE = "pos-app Loyalty Till"
PUBLISHER = "pos-app contributors"
MAINTAINER = "pos-app contributors <pos-app@localhost>"
"""Who made this build and answers for it; whoever publishes builds puts themselves here."""
_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
VERSION: str = _PROJECT["version"]
SUMMARY = "Loyalty till that works without the internet"
DESCRIPTION: str = _PROJECT["description"]
RESOURCES = "_internal/pos_app/_resources"
"""Where they lie in a packed folder."""
ICON = ROOT / "resources" / "icons" / "app-icon.svg"
