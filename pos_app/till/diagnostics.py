"""What whoever helps a shop needs to know of its till, as a zip that anybody may see.

Only what is named here goes in: no customer, no sale, no key, no name. Numbers as long as a phone's or a card's are masked in
every text all the same, for a text may quote what somebody typed.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from urllib.parse import urlsplit

from pos_app.settings import Settings
from pos_app.store.till_store import DiskSettings, QueueCount
from pos_app.till.daily_backup import BackupState
from pos_app.till.events import Status

_LONG = re.compile(r"\d(?:[ .\-]?\d){4,}")


def diagnostics(
    *,
    versions: Mapping[str, str],
    settings: Settings,
    status: Status,
    disk: DiskSettings,
    counts: QueueCount,
    roll: tuple[str, str, bool],
    backups: BackupState,
    now: datetime,
) -> bytes:
    """The zip. ``roll``: as :meth:`OwnData.roll`."""
    found, trouble, reserve = roll
    till = {
        "at": now,
        "versions": {**versions, "sqlite": disk.sqlite_version},
        "connection": status.connection,
        "held": status.held,
        "writes_stopped": bool(status.writes_stopped),
        "clock_behind_min": status.clock_behind_min,
        "queue": {"waiting": counts.waiting, "needs_person": counts.needs_person, "oldest": counts.oldest_waiting_at},
        "disk": {
            "journal_mode": disk.journal_mode,
            "synchronous": disk.synchronous,
            "locking_mode": disk.locking_mode,
            "foreign_keys": disk.foreign_keys,
            "roll": found,
            "roll_trouble": trouble,
            "reserve": reserve,
        },
        "backups": {"last": backups.last, "kept": backups.kept, "trouble": backups.trouble},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        for name, document in (("till.json", till), ("settings.json", _settings(settings))):
            into.writestr(name, json.dumps(_plain(document), indent=2, ensure_ascii=False))
    return packed.getvalue()


def _settings(settings: Settings) -> dict[str, object]:
    server, shop = settings.server, settings.shop
    reader = asdict(settings.reader)
    # Somebody may have typed a whole card there.
    for typed in ("prefix", "suffix", "loyalty_prefixes", "loyalty_patterns", "error_strings"):
        reader[typed] = len(reader[typed])
    return {
        "shop": {"language": shop.language, "currency": shop.currency, "region": shop.region},
        "server": {
            # An address may hold a name and a password.
            "core_host": urlsplit(server.core_url).hostname,
            "crm_host": urlsplit(server.crm_url).hostname,
            "proxy": bool(server.proxy),
            "mode": server.mode,
            "dedupe": server.dedupe,
            "dedupe_hours": server.dedupe_hours,
            "quarantine_s": server.quarantine_s,
            "account_known": bool(server.account),
        },
        "programme": asdict(settings.programme),
        "reader": reader,
        "appearance": asdict(settings.appearance),
        "printer": {"kind": settings.printer.kind, "paper_mm": settings.printer.paper_mm},
        "keys": settings.keys,
    }


def _plain(value: object) -> object:
    match value:
        case Mapping():
            return {str(name): _plain(each) for name, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
        case bool() | int() | float() | None:
            return value
        case Enum():
            return value.value
        case datetime():
            return value.isoformat(timespec="seconds")
        case Decimal():
            return str(value)
        case Path():
            return value.name
        case _:
            return _LONG.sub("•••", str(value))
