"""What a sale from the command line takes as a whole process: through the open window, and with a till of its own.

    .venv/bin/python -m tests.bench.two_fronts [rounds]

Not a test: on a busy machine the numbers mean little. The window runs offscreen, the servers in this process; both ways take
turns in batches. ``--no-wait`` saves only; without it the sale is delivered, and its answer waited for. ``--version`` is what
starting Python and this program takes at least.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from pos_app.fronts import sockets
from pos_app.sandbox.server import Sandbox

JANA = "+420603551482"
BATCH = 5
START_S = 30.0


def main(rounds: int) -> None:
    """Print the medians and 95th percentiles, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder, Sandbox() as sandbox:
        data = Path(folder, "data")
        keys = f"app_key={sandbox.app_key}\ncrm_key={sandbox.crm_key}\n"
        names = ("--currency", "CZK", "--region", "CZ", "--language", "cs", "--shop", "Bench", "--till", "1")
        servers = ("--core-url", sandbox.core_url, "--crm-url", sandbox.crm_url)
        ran(data, keys, "setup", *servers, *names, "--session-keys")
        took: dict[str, list[float]] = {}
        ways = {"sell --no-wait": ("--no-wait",), "sell, delivered": ()}
        for _ in range(rounds):
            for place in ("own till", "open window"):
                window = open_window(data, keys) if place == "open window" else None
                for name, more in ways.items():
                    sold = [ran(data, keys, "sell", JANA, "--amount", "100", "--json", *more) for _ in range(BATCH)]
                    took.setdefault(f"{name}, {place}", []).extend(sold)
                took.setdefault("--version", []).extend(ran(data, "", "--version") for _ in range(BATCH))
                if window is not None:
                    window.terminate()
                    window.wait()
        for name, times in sorted(took.items()):
            print(f"{name:30} {median(times):6.0f} ms   95 %: {quantiles(times, n=20)[-1]:6.0f} ms   ({len(times)})")


def ran(data: Path, keys: str, *words: str) -> float:
    """Milliseconds from starting the process to its end."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "pos_app", "--data-dir", str(data), *words]
    subprocess.run(command, input=keys, text=True, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


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


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4)
