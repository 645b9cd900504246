"""A till of version 0.1.0 beside its vendor's server, and a clock that tests turn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from pos_app.till.events import Events
from pos_app.till.updating.build import Build
from pos_app.till.updating.installing import Readiness
from pos_app.till.updating.updating import Updating
from pos_app.updates.feed import Kind
from pos_app.updates.version import Version
from tests.updates import vendor
from tests.updates.shelf import Shelf
from tests.updates.vendor import ARCH, NOON, Vendor

FEED = "/feed.json"
INSTALLER = "/pos-app.run"
HERE = Version(0, 1, 0)
CONTENT = b'#!/bin/sh\necho installed > "$(dirname "$0")/ran"\n'


class NoChance:
    """Adds nothing to a day."""

    def random(self) -> float:
        return 0.0


@dataclass
class Stand:
    """``publish`` puts a feed on the vendor's server; ``open`` is the till's part in updates, on ``folder``."""

    folder: Path
    shelf: Shelf
    vendor: Vendor = field(default_factory=Vendor)
    now: datetime = NOON
    wanted: bool = True
    readiness: Readiness = field(default_factory=Readiness)
    backups: list[str] = field(default_factory=list)
    events: Events = field(default_factory=Events)

    def publish(self, *versions: str, content: bytes = CONTENT, data: int = 6, seal: bytes | None = None, **wishes: Any) -> None:
        self.shelf.files[INSTALLER] = content
        file = vendor.artefact(content, self.shelf.url(INSTALLER))
        said = vendor.feed(*(vendor.release(each, file, data=data) for each in versions), **{"now": self.now, **wishes})
        self.shelf.files[FEED] = said
        self.shelf.files[f"{FEED}.sig"] = self.vendor.seal(said) if seal is None else seal

    @contextmanager
    def open(self, *, version: Version = HERE, data: int = 6) -> Iterator[Updating]:
        updating = Updating(
            build=self.build(version),
            folder=self.folder,
            proxy="",
            data=data,
            wanted=lambda: self.wanted,
            readiness=lambda: self.readiness,
            back_up=self.backups.append,
            events=self.events,
            now=lambda: self.now,
            chance=NoChance(),
        )
        try:
            yield updating
        finally:
            updating.stop()

    def build(self, version: Version = HERE, kind: Kind = Kind.RUN) -> Build:
        offer = self.vendor.offer(self.shelf.url(FEED), kind=kind)
        return Build(offer=offer, version=version, arch=ARCH, make_tls=self.shelf.trusting)
