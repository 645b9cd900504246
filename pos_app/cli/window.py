"""The till's window, set up by the shop or as a demo of its own."""

from __future__ import annotations

import argparse
import sys

from pos_app.assemble import open_till
from pos_app.cli.opened import opened
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.secret import Secret
from pos_app.sandbox.server import Sandbox
from pos_app.settings import DataDir, KeyPlace, Server, Settings, Shop, data_dir
from pos_app.ui.app import run

_DEMO_SHOPS = {
    "en": Shop(name="Riverside Café", till="Till 2", currency="EUR", region="CZ", language="en"),
    "cs": Shop(name="Kavárna Letná", till="Pokladna 2", currency="CZK", region="CZ", language="cs"),
}


def open_window(arguments: argparse.Namespace) -> int:
    """The till of the shop. Without settings: says how to set it up."""
    with opened(arguments) as till:
        till.start()
        return run(till, argv=sys.argv[:1])


def open_demo(arguments: argparse.Namespace) -> int:
    """The till against a server inside this program. Keys and customers are made up; its data has a folder of its own."""
    place = _demo_place(arguments).make()
    with Sandbox(journal=place.path / "sandbox-ledger.jsonl") as sandbox:
        settings = Settings(
            shop=_DEMO_SHOPS[arguments.language],
            server=Server(core_url=sandbox.core_url, crm_url=sandbox.crm_url),
            keys=KeyPlace.SESSION,
            till_id="demo",
        )
        keys = SessionKeys({KeyName.APP_KEY: Secret(sandbox.app_key), KeyName.CRM_KEY: Secret(sandbox.crm_key)})
        with open_till(settings, place, keys) as till:
            till.start()
            return run(till, argv=sys.argv[:1])


def _demo_place(arguments: argparse.Namespace) -> DataDir:
    """The demo never touches the shop's data: it has a folder of its own inside the named or usual one."""
    return DataDir(data_dir(arguments.data_dir).path / "demo")
