"""Memory at rest (PSS), beside a bare window: before the till has used the network, and after.

Before: its servers refuse every connection. After: it has asked for its account and read the sandbox's first customers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pos_app.sandbox.server import Sandbox
from tests.bench import start
from tests.bench.first_paint import REST
from tests.bench.measure import AGAIN, FLOOR, OURS, Goal, Row, Size, in_turns, row
from tests.bench.places import folder

AFTER = "after"


def rows(size: Size) -> Iterator[Row]:
    """Two goals."""
    rest = {REST: str(size.of(5, 2))}
    with folder() as path, Sandbox() as sandbox:
        offline = start.prepared(path / "offline")
        online = start.prepared(path / "online", url=sandbox.core_url.removesuffix("/api/v2"))
        keys = f"app_key={sandbox.app_key}\ncrm_key={sandbox.crm_key}\n"

        def mib(*words: str, keys: str = start.KEYS) -> float:
            return start.child(path, *words, keys=keys, more=rest)["pss_kib"] / 1024

        ways = {
            FLOOR: lambda: mib("bare"),
            AGAIN: lambda: mib("bare"),
            OURS: lambda: mib("till", "--data-dir", str(offline)),
            AFTER: lambda: mib("till", "--data-dir", str(online), keys=keys),
        }
        taken = in_turns(ways, rounds=size.of(7, 1))
    before = row(taken, what="memory at rest, before any network", against="a bare window", goal=Goal(1.15), unit="s")
    after = row(taken, what="memory at rest, after", against="a bare window", goal=Goal(1.5), ours=AFTER, unit="s")
    yield from (replace(each, unit="MiB") for each in (before, after))
