"""A vendor with keys of its own: feeds to any wish, and their signatures."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from pos_app.updates.feed import Kind
from pos_app.updates.offer import Offer
from pos_app.updates.seal import new_key, public_key, sealed

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
ARCH = "x86_64"


def stamp(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def artefact(content: bytes, url: str, *, kind: str = "run", arch: str = ARCH) -> dict[str, Any]:
    return {"kind": kind, "arch": arch, "url": url, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def release(version: str = "0.2.0", *artefacts: dict[str, Any], data: int = 6, **wishes: Any) -> dict[str, Any]:
    files = list(artefacts) or [artefact(b"installer", "https://vendor.example/pos-app.run")]
    notes = {"en": "Slips come out quicker.", "cs": "Účtenky vyjedou rychleji."}
    return {"version": version, "published": stamp(NOON), "data": data, "notes": notes, "artefacts": files, **wishes}


def feed(*releases: dict[str, Any], sequence: int = 7, now: datetime = NOON, days: int = 60, **wishes: Any) -> bytes:
    said = {
        "schema": 1,
        "sequence": sequence,
        "published": stamp(now),
        "expires": stamp(now + timedelta(days=days)),
        "releases": list(releases) or [release()],
        **wishes,
    }
    return json.dumps(said, ensure_ascii=False).encode()


@dataclass
class Vendor:
    """``keys``: private ones, of which builds know the first ``known``."""

    keys: list[bytes] = field(default_factory=lambda: [new_key(), new_key()])

    def offer(self, url: str = "https://vendor.example/feed.json", *, known: int = 1, kind: Kind = Kind.RUN) -> Offer:
        return Offer(feed_url=url, keys=tuple(public_key(each) for each in self.keys[:known]), kind=kind)

    def seal(self, data: bytes, *which: int) -> bytes:
        return sealed(data, [self.keys[each] for each in which or (0,)])
