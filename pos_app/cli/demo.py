"""The demo: the till's window against a server inside the same program, with made-up customers and keys."""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack, closing
from functools import partial

from pos_app import __version__
from pos_app.cli import show
from pos_app.cli.opened import opened
from pos_app.cli.screen import check_screen
from pos_app.cli.starting import opened_or_told
from pos_app.cli.window import ALREADY_OPEN, raise_window
from pos_app.data_dir import DataDir, data_dir
from pos_app.devices.speaker import Speaker
from pos_app.fronts.caller import call
from pos_app.fronts.messages import Answer
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.errors import PosError
from pos_app.loyalty.secret import Secret
from pos_app.sandbox.server import Sandbox
from pos_app.settings import Dedupe, KeyPlace, Server, Settings, Shop, load
from pos_app.ui.app import run

_SHOPS = {
    "en": Shop(name="Riverside Café", till="Till 2", currency="CZK", region="CZ", language="en"),
    "cs": Shop(name="Kavárna Letná", till="Pokladna 2", currency="CZK", region="CZ", language="cs"),
}


def open_demo(arguments: argparse.Namespace) -> int:
    """Open it. What is sold stays, with the sandbox's ledger, in a folder of its own inside the data folder."""
    check_screen()
    place = DataDir(data_dir(arguments.data_dir).path / "demo").make()
    # Asked before the sandbox is made: it has a file of its own that only one may write.
    if isinstance(call(place.path, raise_window(), version=__version__), Answer):
        show.line(ALREADY_OPEN, sys.stdout)
        return 0
    with Sandbox(journal=place.path / "sandbox-ledger.jsonl") as sandbox:
        chosen = _chosen(place)
        settings = Settings(
            shop=_SHOPS[arguments.language],
            server=Server(core_url=sandbox.core_url, crm_url=sandbox.crm_url, account=sandbox.account, dedupe=Dedupe.PROVED),
            keys=KeyPlace.SESSION,
            till_id="demo",
            appearance=chosen.appearance,
            printer=chosen.printer,
        )
        keys = SessionKeys({KeyName.APP_KEY: Secret(sandbox.app_key), KeyName.CRM_KEY: Secret(sandbox.crm_key)})
        with ExitStack() as stack:
            opening = partial(opened, settings, place, keys, window=True)
            mine = opened_or_told(stack, opening, place, language=arguments.language)
            mine.till.start()
            speaker = stack.enter_context(closing(Speaker()))
            return run(mine.till, argv=sys.argv[:1], screen_memory=place.screen, play=speaker.play)


def _chosen(place: DataDir) -> Settings:
    """What somebody chose in an earlier demo is among these."""
    try:
        return load(place)
    except PosError:
        return Settings()
