"""``setup --probe PHONE``: what the server does with a test customer's points, kept in the settings."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial

from pos_app.assemble import open_servers
from pos_app.cli import show
from pos_app.cli.endings import TROUBLE
from pos_app.data_dir import DataDir
from pos_app.keys import ReadableKeys, RememberedKeys
from pos_app.loyalty.errors import BadInput, NoSuchCustomer, Problem
from pos_app.loyalty.phone import parse_phone
from pos_app.settings import Settings
from pos_app.settings_change import change
from pos_app.till.probing import Probe, probe_adding, probe_replacing
from pos_app.till.sync.endpoint import endpoint


def probe(settings: Settings, place: DataDir, keys: ReadableKeys, typed: str) -> int:
    """Examine, tell, and keep what was found; exit 1 if the server did not do as it must. Raises BadInput, PosError."""
    found = _examined(settings, keys, parse_phone(typed, region=settings.shop.region))
    change(place, partial(_with, settings, found))
    show.line(found.sentence, sys.stdout)
    if settings.server.crm_url:
        show.line(f"Dedupe: {found.dedupe.value}. A till that is open takes it over when it is started again.", sys.stdout)
    return 0 if found.well else TROUBLE


def _with(examined: Settings, found: Probe, newest: Settings | None) -> Settings:
    """What was found, unless the till goes elsewhere by now."""
    current = newest or examined
    if endpoint(current.server) != endpoint(examined.server):
        return current
    return replace(current, server=replace(current.server, dedupe=found.dedupe))


def _examined(settings: Settings, keys: ReadableKeys, phone: str) -> Probe:
    with open_servers(settings, RememberedKeys(keys)) as servers:
        try:
            return probe_replacing(servers.core, phone) if servers.crm is None else probe_adding(servers.crm, phone)
        except NoSuchCustomer:
            detail = f"Nobody has the phone {phone} there: give one of a test customer. Nothing was changed."
            raise BadInput(Problem.SETTING, detail=detail) from None
