"""What a sale from the command line takes as a whole process: through the open window, and with a till of its own.

The window runs offscreen, the servers in this process; both ways take turns in batches.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from pos_app.fronts import sockets
from pos_app.sandbox.server import Sandbox
from tests.bench.measure import AGAIN, FLOOR, OURS, Row, Size, row
from tests.bench.places import folder

JANA = "+420603551482"
START_S = 30.0


def rows(size: Size) -> Iterator[Row]:
    """Saved only (``--no-wait``), and delivered."""
    ways = {"saved": ("--no-wait",), "delivered": ()}
    taken: dict[str, list[float]] = {}
    with folder() as path, Sandbox() as sandbox:
        data = path / "data"
        keys = f"app_key={sandbox.app_key}\ncrm_key={sandbox.crm_key}\n"
        names = ("--currency", "CZK", "--region", "CZ", "--language", "cs", "--shop", "Bench", "--till", "1")
        servers = ("--core-url", sandbox.core_url, "--crm-url", sandbox.crm_url)
        ran(data, keys, "setup", *servers, *names, "--session-keys")
        for _ in range(size.of(4, 1)):
            for place in (FLOOR, OURS, AGAIN):
                window = open_window(data, keys) if place == OURS else None
                for name, more in ways.items():
                    sold = [ran(data, keys, "sell", JANA, "--amount", "100", "--json", *more) for _ in range(size.of(5, 2))]
                    taken.setdefault(f"{name} {place}", []).extend(sold)
                if window is not None:
                    window.terminate()
                    window.wait()
    for name in ways:
        ours, floor, again = (f"{name} {place}" for place in (OURS, FLOOR, AGAIN))
        what, against = f"a sale from the command line, {name}, by the open window", "by itself"
        yield row(taken, what=what, against=against, ours=ours, floor=floor, again=(again, floor), unit="ms")


def ran(data: Path, keys: str, *words: str) -> float:
    """Seconds from starting the process to its end."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "pos_app", "--data-dir", str(data), *words]
    subprocess.run(command, input=keys, text=True, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def open_window(data: Path, keys: str) -> subprocess.Popen[str]:
    """The till's window, unseen; returns once it takes calls, and has rested for a moment."""
    words = ["env", "QT_QPA_PLATFORM=offscreen", sys.executable, "-m", "pos_app", "--data-dir", str(data)]
    window = subprocess.Popen(words, stdin=subprocess.PIPE, text=True)
    assert window.stdin is not None
    with window.stdin as pipe:
        pipe.write(keys)
    end = time.monotonic() + START_S
    while not (data / sockets.NAME).exists():
        assert time.monotonic() < end, "the window did not open"
        time.sleep(0.05)
    time.sleep(2)
    return window
