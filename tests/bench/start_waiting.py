"""How long the window takes to be there, with 50,000 sales waiting for a server that is dead, beside an empty till.

    .venv/bin/python -m tests.bench.start_waiting [rounds, 5 by default] [waiting, 50000 by default]

The real program on a real X server, from the start of the process to its painted window: all of the screen is its own. Both tills
take turns; what is told is the median of each, and how they compare.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from PySide6.QtGui import QColor

from pos_app.data_dir import DataDir
from pos_app.settings import KeyPlace, Server, Settings, Shop, save
from tests.bench.saved_counter import fill
from tests.window.program import Launcher
from tests.window.screen import Screen, running_screen
from tests.window.waiting import wait_until

DEAD = "http://127.0.0.1:9"
KEYS = "app_key=a\ncrm_key=b\n"
SIZE = (1280, 800)
PLACES = ((40, 700), (640, 400), (1240, 760), (700, 30))
"""In all parts of the window; the screen behind it is black."""
START_S = 60.0
WAITING = 50_000
TARGET_S, TARGET_RATIO = 3.0, 1.2


def prepared(folder: Path, waiting: int) -> Path:
    """The data of a till with so many sales of others waiting."""
    place = DataDir(folder)
    fill(place, waiting)
    save(
        place,
        Settings(
            shop=Shop(name="Bench", till="Till 1", currency="CZK", region="CZ", language="en"),
            server=Server(core_url=f"{DEAD}/api/v2", crm_url=f"{DEAD}/crm", account="none"),
            keys=KeyPlace.SESSION,
            till_id="bench",
        ),
    )
    return folder


def painted(screen: Screen) -> bool:
    picture = screen.picture()
    return all(picture.pixelColor(*place) != QColor("black") for place in PLACES)


def start_s(launch: Launcher, data: Path) -> float:
    """Seconds from the start of the process to its painted window."""
    wait_until(lambda: not painted(launch.screen), what="an empty screen")
    began = time.perf_counter()
    program = launch("--data-dir", str(data), window=False, stdin=KEYS)
    wait_until(lambda: painted(launch.screen), timeout_s=START_S, every_s=0.01, what=f"the window: {program.output()}")
    took = time.perf_counter() - began
    program.stop(timeout_s=START_S)
    return took


def main() -> int:
    """Print the medians, the slowest and the ratio; exit 1 where the aim is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    waiting = int(sys.argv[2]) if len(sys.argv) > 2 else WAITING
    took: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        tills = {name: prepared(Path(folder, name), count) for name, count in (("empty", 0), ("waiting", waiting))}
        home = Path(folder, "home")
        home.mkdir()
        with running_screen(SIZE, Path(folder)) as screen:
            launch = Launcher(screen, home)
            # The first start of all reads the program itself from the disk.
            start_s(launch, tills["empty"])
            for _ in range(rounds):
                for name, data in tills.items():
                    took.setdefault(name, []).append(start_s(launch, data))
    for name, times in took.items():
        print(f"{name:8} {median(times):5.2f} s   slowest {max(times):5.2f} s   ({len(times)} starts)")
    ratio = median(took["waiting"]) / median(took["empty"])
    well = median(took["waiting"]) <= TARGET_S and ratio <= TARGET_RATIO
    print(f"{waiting} waiting: {ratio:.2f} of an empty till; {'within' if well else 'beyond'} {TARGET_S:g} s and {TARGET_RATIO:g}")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
