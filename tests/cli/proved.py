"""A till that knows what a probe of the sandbox would find: it knows an id again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from pos_app.data_dir import DataDir
from pos_app.settings import Dedupe, load, save


def prove_dedupe(data_dir: Path) -> None:
    """Write it into the settings of a till that is not open."""
    _change(data_dir, dedupe=Dedupe.PROVED)


def doubt_dedupe(data_dir: Path, *, quarantine_s: int) -> None:
    """Nobody has proved anything, and this till is less patient than others."""
    _change(data_dir, dedupe=Dedupe.UNPROVED, quarantine_s=quarantine_s)


def _change(data_dir: Path, **server: Any) -> None:
    place = DataDir(data_dir)
    settings = load(place)
    save(place, replace(settings, server=replace(settings.server, **server)))
