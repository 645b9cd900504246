"""``doctor``: what the till runs on, and whether it is well. The first thing to ask for when a shop calls."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
from collections.abc import Callable
from datetime import UTC, datetime

from pos_app import __version__
from pos_app.assemble import open_servers
from pos_app.cli import show
from pos_app.cli.given_keys import keys_of
from pos_app.keys import RememberedKeys, system_keys
from pos_app.loyalty.errors import NotSetUp, PosError
from pos_app.settings import DataDir, Settings, data_dir, load
from pos_app.store.till_store import TillStore

OLDEST_SANE = datetime(2026, 1, 1, tzinfo=UTC)
TROUBLE = 1


def examine(arguments: argparse.Namespace) -> int:
    """Print every finding; exit 1 if anything is wrong."""
    place = data_dir(arguments.data_dir)
    try:
        settings: Settings | None = load(place)
    except NotSetUp:
        settings = None
    findings: dict[str, object] = {
        "version": __version__,
        "python": platform.python_version(),
        "qt": importlib.metadata.version("PySide6-Essentials"),
        "system": platform.platform(),
        "data_dir": _data_dir(place),
        "disk": _tried(lambda: _disk(place)),
        "keyring": _tried(lambda: _keyring(arguments, settings)),
        "server": _tried(lambda: _server(arguments, settings)),
        "clock": _clock(),
        "set_up": settings is not None,
    }
    well = all(not (isinstance(each, dict) and each.get("ok") is False) for each in findings.values())
    findings["ok"] = well and settings is not None
    if arguments.json:
        show.answer(findings)
    else:
        for name, finding in findings.items():
            text = ", ".join(f"{key} {value}" for key, value in finding.items()) if isinstance(finding, dict) else str(finding)
            show.line(f"{name}: {text}")
    return 0 if findings["ok"] else TROUBLE


def _tried(look: Callable[[], dict[str, object]]) -> dict[str, object]:
    try:
        return look()
    except PosError as error:
        return {"ok": False, "answer": str(error)}


def _data_dir(place: DataDir) -> dict[str, object]:
    exists = place.path.is_dir()
    return {"path": str(place.path), "exists": exists, "ok": not exists or os.access(place.path, os.W_OK)}


def _disk(place: DataDir) -> dict[str, object]:
    """The settings in force in the till's own database."""
    if not place.till.exists():
        return {"ok": True, "answer": "no sales yet"}
    store = TillStore.open(place.till)
    try:
        disk = store.disk()
        counts = store.counts()
    finally:
        store.close()
    return {
        "ok": True,
        "sqlite": disk.sqlite_version,
        "journal_mode": disk.journal_mode,
        "synchronous": disk.synchronous,
        "locking_mode": disk.locking_mode,
        "foreign_keys": disk.foreign_keys,
        "waiting": counts.waiting,
        "needs_person": counts.needs_person,
    }


def _keyring(arguments: argparse.Namespace, settings: Settings | None) -> dict[str, object]:
    if settings is not None and (arguments.session_keys or settings.keys.value == "session"):
        return {"ok": True, "backend": "memory of this session (--session-keys)"}
    return {"ok": True, "backend": system_keys(settings.till_id if settings else "").place}


def _server(arguments: argparse.Namespace, settings: Settings | None) -> dict[str, object]:
    if settings is None:
        return {"ok": True, "answer": "not set up"}
    with open_servers(settings, RememberedKeys(keys_of(arguments, settings))) as servers:
        account = servers.core.status()
    ours = not settings.server.account or account.name == settings.server.account
    return {
        "ok": ours,
        "core_url": settings.server.core_url,
        "crm_url": settings.server.crm_url,
        "account": account.name,
        "balance": show.amount(account.balance),
        "answer": "online" if ours else f"the key is of another account than {settings.server.account}",
    }


def _clock() -> dict[str, object]:
    now = datetime.now(UTC)
    return {"utc": show.moment(now), "zone": str(datetime.now().astimezone().tzinfo), "ok": now >= OLDEST_SANE}
