"""``doctor``: what the till runs on, and whether it is well. The first thing to ask for when a shop calls."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TextIO

from pos_app import __version__
from pos_app.cli import show
from pos_app.cli.call import Call
from pos_app.cli.endings import TROUBLE
from pos_app.cli.reach import on_the_till
from pos_app.cli.registry import ON_THE_TILL
from pos_app.data_dir import DataDir, data_dir
from pos_app.keys import ReadableKeys, RememberedKeys, SessionKeys, system_keys
from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import BadInput, NotSetUp, PosError
from pos_app.loyalty.secret import Secret
from pos_app.passquare.transport.clock import wrong_clock
from pos_app.settings import KeyPlace, Mode, Settings, load
from pos_app.store.trouble import Newer
from pos_app.till.holding import SENTENCES, Held
from pos_app.till.servers import open_servers
from pos_app.till.sync.endpoint import address, endpoint
from pos_app.till.till import Till

OLDEST_SANE = datetime(2026, 1, 1, tzinfo=UTC)


def doctor(arguments: argparse.Namespace) -> int:
    """Examine the till, in the program that has it open; where no till can be opened, what can be seen without one."""
    command = ON_THE_TILL["doctor"]
    try:
        return on_the_till(command, arguments)
    except BadInput:
        raise
    except NotSetUp:
        disk: dict[str, object] = {"ok": True, "answer": "no sales yet"}
        settings = None
    except PosError as error:
        disk = {"ok": False, "answer": str(error)}
        if isinstance(error, Newer):
            disk |= {"waiting": error.waiting, "needs_person": error.needs_person}
        settings = _settings(arguments)
    # Without the till no server is asked: the keys may have been taken from standard input already.
    server: dict[str, object] = {"ok": True, "answer": "not asked" if settings else "not set up"}
    data: dict[str, object] = {"disk": disk}
    findings = _findings(data_dir(arguments.data_dir), data, lambda: _keyring(settings, None), server, skew_s=0.0)
    return _tell(findings, arguments, sys.stdout, set_up=settings is not None)


def examine(call: Call) -> int:
    """Tell every finding; exit 1 if anything is wrong."""
    settings = call.till.settings
    with open_servers(settings, RememberedKeys(call.keys)) as servers:
        server = _tried(lambda: _server(settings, servers.core.status()))
        skew_s = servers.skew_s()
        delivery = _tried(lambda: _delivery(call.till, servers.app_key()))
    data: dict[str, object] = {"disk": _tried(lambda: _disk(call.till)), "backups": _backups(call.till), "delivery": delivery}
    findings = _findings(call.place, data, lambda: _keyring(settings, call.keys), server, skew_s=skew_s)
    return _tell(findings, call.arguments, call.out, set_up=True)


def _findings(
    place: DataDir, data: dict[str, object], keyring: Callable[[], dict[str, object]], server: dict[str, object], *, skew_s: float
) -> dict[str, object]:
    """``data``: what is found of the till's own."""
    return {
        "version": __version__,
        "python": platform.python_version(),
        "qt": importlib.metadata.version("PySide6-Essentials"),
        "system": platform.platform(),
        "data_dir": _data_dir(place),
        **data,
        "keyring": _tried(keyring),
        "server": server,
        "clock": _clock(skew_s),
    }


def _tell(findings: dict[str, object], arguments: argparse.Namespace, out: TextIO, *, set_up: bool) -> int:
    well = all(not (isinstance(each, dict) and each.get("ok") is False) for each in findings.values())
    findings |= {"set_up": set_up, "ok": well and set_up}
    if arguments.json:
        show.answer(findings, out)
    else:
        for name, finding in findings.items():
            text = ", ".join(f"{key} {value}" for key, value in finding.items()) if isinstance(finding, dict) else str(finding)
            show.line(f"{name}: {text}", out)
    return 0 if findings["ok"] else TROUBLE


def _settings(arguments: argparse.Namespace) -> Settings | None:
    try:
        return load(data_dir(arguments.data_dir))
    except PosError:
        return None


def _tried(look: Callable[[], dict[str, object]]) -> dict[str, object]:
    try:
        return look()
    except PosError as error:
        return {"ok": False, "answer": str(error)}


def _data_dir(place: DataDir) -> dict[str, object]:
    exists = place.path.is_dir()
    return {"path": str(place.path), "exists": exists, "ok": not exists or os.access(place.path, os.W_OK)}


def _disk(till: Till) -> dict[str, object]:
    """The settings in force in the till's own database."""
    disk, counts = till.data.disk()
    found, trouble, reserve = till.data.roll()
    stopped, held = till.holding.writes_stopped(), till.holding.held()
    return {
        "ok": not stopped and not trouble and held is Held.NO,
        **({"held": held.value, "answer": SENTENCES[held]} if held is not Held.NO else {}),
        **({"writes_stopped": stopped} if stopped else {}),
        "roll": found,
        "roll_trouble": trouble,
        "reserve": reserve,
        "free_bytes": shutil.disk_usage(disk.path.parent).free,
        "sqlite": disk.sqlite_version,
        "journal_mode": disk.journal_mode,
        "synchronous": disk.synchronous,
        "locking_mode": disk.locking_mode,
        "foreign_keys": disk.foreign_keys,
        "waiting": counts.waiting,
        "needs_person": counts.needs_person,
    }


def _backups(till: Till) -> dict[str, object]:
    """The copies that the till makes by itself."""
    state = till.data.backups()
    last = show.moment(state.last)
    return {
        "ok": not state.trouble,
        "answer": f"Last backup: {last}, {state.kept} kept" if last else "none yet",
        "last": last,
        "kept": state.kept,
        **({"trouble": state.trouble} if state.trouble else {}),
    }


def _delivery(till: Till, key: Secret) -> dict[str, object]:
    """Which way points go, and what that way is known to do."""
    server = till.settings.server
    if server.mode is Mode.CRM:
        known: dict[str, object] = {"dedupe": server.dedupe.value, "dedupe_hours": server.dedupe_hours}
    else:
        known = {"quarantine_s": server.quarantine_s}
    return {
        "ok": True,
        "mode": server.mode.value,
        **known,
        "address": address(server),
        "endpoint": endpoint(server),
        "key_proved": till.data.key_proved(key, server.account),
    }


def _keyring(settings: Settings | None, keys: ReadableKeys | None) -> dict[str, object]:
    if isinstance(keys, SessionKeys) or (settings is not None and settings.keys is KeyPlace.SESSION):
        return {"ok": True, "backend": "memory of this session (--session-keys)"}
    return {"ok": True, "backend": system_keys(settings.till_id if settings else "").place}


def _server(settings: Settings, account: Account) -> dict[str, object]:
    ours = not settings.server.account or account.name == settings.server.account
    return {
        "ok": ours,
        "core_url": settings.server.core_url,
        "crm_url": settings.server.crm_url,
        "account": account.name,
        "balance": show.amount(account.balance),
        "answer": "online" if ours else f"the key is of another account than {settings.server.account}",
    }


def _clock(skew_s: float) -> dict[str, object]:
    """``skew_s``: see Servers; 0 where no server told the time."""
    now = datetime.now(UTC)
    wrong = wrong_clock(skew_s)
    return {
        "utc": show.moment(now),
        "zone": str(datetime.now().astimezone().tzinfo),
        **({"answer": wrong} if wrong else {}),
        "ok": now >= OLDEST_SANE and not wrong,
    }
