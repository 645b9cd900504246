"""The demo: the till's window against a server inside the same program, with made-up customers and keys."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from pos_app import __version__
from pos_app.cli import show
from pos_app.cli.practice import practise
from pos_app.cli.screen import check_screen
from pos_app.cli.window import ALREADY_OPEN, raise_window
from pos_app.data_dir import DataDir, data_dir
from pos_app.fronts.caller import call
from pos_app.fronts.messages import Answer
from pos_app.loyalty.errors import PosError
from pos_app.settings import Settings, Shop, load

_SHOPS = {
    "en": Shop(name="Riverside Café", till="Till 2", currency="CZK", region="CZ", language="en"),
    "cs": Shop(name="Kavárna Letná", till="Pokladna 2", currency="CZK", region="CZ", language="cs"),
    "de": Shop(name="Café am Markt", till="Kasse 2", currency="EUR", region="CZ", language="de"),
    "ru": Shop(name="Кафе у моста", till="Касса 2", currency="RUB", region="CZ", language="ru"),
}


def open_demo(arguments: argparse.Namespace) -> int:
    """Open it. What is sold stays, with the sandbox's ledger, in a folder of its own inside the data folder."""
    check_screen()
    place = DataDir(data_dir(arguments.data_dir).path / "demo").make()
    # Asked before the sandbox is made: it has a file of its own that only one may write.
    if isinstance(call(place.path, raise_window(), version=__version__), Answer):
        show.line(ALREADY_OPEN, sys.stdout)
        return 0
    chosen = _chosen(place)
    return practise(place, replace(chosen, shop=_SHOPS[arguments.language]))


def _chosen(place: DataDir) -> Settings:
    """What somebody chose in an earlier demo is among these."""
    try:
        return load(place)
    except PosError:
        return Settings()
