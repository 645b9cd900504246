"""How long "Saved" takes when everything else is stuck: from Enter to the painted panel, beside an idle till.

The stuck till has a server that takes connections and never answers, a keyring that asks for its password in a dialog nobody
answers, and 10,000 sales waiting. The idle one has nothing waiting, a keyring that is open, and a sandbox that answers. Both
are real windows (offscreen) on real files on the disk; they take turns, and a second idle till in each round says how much the
machine itself wavers. The longest gap of a 5 ms heartbeat in the window's thread is told beside it.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from pos_app.sandbox.server import Sandbox
from tests.bench.measure import AGAIN, FLOOR, OURS, Goal, Row, Size, row
from tests.bench.places import folder
from tests.bench.shop import TILL_ID
from tests.keys.desktop import Desktop, desktop_with_keyring

if TYPE_CHECKING:
    from collections.abc import Iterator

WAITING = 10_000
SALES = 12
TIMEOUT_S = 300


def put(app_key: str, crm_key: str) -> str:
    """A program that puts a till's keys into the keyring."""
    return f"""
from pos_app.keys import KeyName, system_keys
from pos_app.loyalty.secret import Secret
keys = system_keys({TILL_ID!r})
keys.put(KeyName.APP_KEY, Secret({app_key!r}))
keys.put(KeyName.CRM_KEY, Secret({crm_key!r}))
"""


def counter(desktop: Desktop, url: str, waiting: int, size: Size) -> dict[str, Any]:
    """What a counter measured."""
    with folder() as path:
        command = [sys.executable, "-m", "tests.bench.stuck_counter", str(path), url, str(waiting), str(size.of(SALES, 2))]
        done = subprocess.run(command, env=desktop.environment, capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def rounds(size: Size) -> Iterator[tuple[str, dict[str, Any]]]:
    with ExitStack() as stack:
        hole = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=1000))
        black = f"http://127.0.0.1:{hole.getsockname()[1]}"
        sandbox = stack.enter_context(Sandbox())
        white = sandbox.core_url.removesuffix("/api/v2")
        for _ in range(size.of(5, 1)):
            for name in (FLOOR, OURS, AGAIN):
                with desktop_with_keyring() as desktop:
                    desktop.python(put(sandbox.app_key, sandbox.crm_key))
                    if name == OURS:
                        desktop.lock()
                        with desktop.unanswered_dialog():
                            yield name, counter(desktop, black, size.of(WAITING, 20), size)
                    else:
                        yield name, counter(desktop, white, 0, size)


def rows(size: Size) -> Iterator[Row]:
    """ "Saved", and the longest gap of the window's heartbeat."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name, measured in rounds(size):
        found.setdefault(name, []).append(measured)
    saved = {name: [ms / 1e3 for each in all_ for ms in each["saved_ms"]] for name, all_ in found.items()}
    yield row(
        saved,
        what=f"Enter → painted Saved, {size.of(WAITING, 20):,} waiting, all stuck",
        against="an idle till",
        goal=Goal(2),
        unit="ms",
    )
    gaps = {name: [max(each["gaps_ms"]) / 1e3 for each in all_] for name, all_ in found.items()}
    yield row(gaps, what="  longest gap of the window's heartbeat", against="an idle till", unit="ms")
