"""``training``: a till like the shop's own, against a make-believe server, in a folder that is gone afterwards."""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path

from pos_app.cli.practice import practise
from pos_app.cli.screen import check_screen
from pos_app.data_dir import DataDir, data_dir
from pos_app.loyalty.errors import NotSetUp
from pos_app.paper.printer import Printer
from pos_app.settings import Settings, load


def open_training(arguments: argparse.Namespace) -> int:
    """Open it, beside the real till if that is open; answers the exit code. Raises BadInput, DiskTrouble."""
    check_screen()
    with tempfile.TemporaryDirectory(prefix="pos-app-training-") as folder:
        return practise(DataDir(Path(folder)), _like(data_dir(arguments.data_dir)))


def _like(place: DataDir) -> Settings:
    """The shop's own, but for its printer: no paper of a training may be taken for a receipt."""
    try:
        return replace(load(place), printer=Printer())
    except NotSetUp:
        return Settings()
