"""How long "Saved" takes when everything else is stuck: from Enter to the painted panel, beside an idle till.

    .venv/bin/python -m tests.bench.saved [rounds, 5 by default]

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
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from pos_app.sandbox.server import Sandbox
from tests.bench.saved_counter import TILL_ID
from tests.keys.desktop import ROOT, Desktop, desktop_with_keyring

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


def counter(desktop: Desktop, url: str, waiting: int) -> dict[str, Any]:
    """What a counter measured."""
    with tempfile.TemporaryDirectory(dir=ROOT) as folder:
        command = [sys.executable, "-m", "tests.bench.saved_counter", folder, url, str(waiting), str(SALES)]
        done = subprocess.run(command, env=desktop.environment, capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def rounds(count: int) -> Iterator[tuple[str, dict[str, Any]]]:
    with ExitStack() as stack:
        hole = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=1000))
        black = f"http://127.0.0.1:{hole.getsockname()[1]}"
        sandbox = stack.enter_context(Sandbox())
        white = sandbox.core_url.removesuffix("/api/v2")
        for _ in range(count):
            for name in ("idle", "stuck", "idle again"):
                with desktop_with_keyring() as desktop:
                    desktop.python(put(sandbox.app_key, sandbox.crm_key))
                    if name == "stuck":
                        desktop.lock()
                        with desktop.unanswered_dialog():
                            yield name, counter(desktop, black, WAITING)
                    else:
                        yield name, counter(desktop, white, 0)


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found: dict[str, list[dict[str, Any]]] = {}
    for name, measured in rounds(count):
        found.setdefault(name, []).append(measured)
    idle = median(ms for each in found["idle"] for ms in each["saved_ms"])
    print(f"{'till':<12}{'waiting':>9}{'Saved p50':>12}{'p95':>10}{'÷ idle':>9}{'longest gap':>14}{'gap p99':>10}")
    for name, all_measured in found.items():
        saved = [ms for each in all_measured for ms in each["saved_ms"]]
        gaps = [ms for each in all_measured for ms in each["gaps_ms"]]
        waiting = max(each["waiting"] for each in all_measured)
        p95, gap = quantiles(saved, n=20)[-1], quantiles(gaps, n=100)[-1]
        ratio = median(saved) / idle
        print(f"{name:<12}{waiting:>9}{median(saved):>9.1f} ms{p95:>7.1f} ms{ratio:>9.2f}{max(gaps):>11.1f} ms{gap:>7.1f} ms")
    Path("artefacts").mkdir(exist_ok=True)
    Path("artefacts/saved.json").write_text(json.dumps(found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
