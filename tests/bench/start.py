"""From the start of the process to its painted window, from source: the till with its queue opened, beside a window with a label.

And the till with 50,000 sales waiting for a dead server, beside one with none. Offscreen. The instructions are counted by valgrind
(cachegrind), where that is installed: they are the same at each start, whatever else the machine does.
"""

from __future__ import annotations

import compileall
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import dev
from pos_app.data_dir import DataDir
from pos_app.settings import save
from pos_app.store.customer_cache import CustomerCache
from pos_app.store.till_store import TillStore
from tests.bench.first_paint import DRAG
from tests.bench.many_sales import fill
from tests.bench.measure import AGAIN, FLOOR, OURS, Goal, Row, Size, Spread, in_turns, row
from tests.bench.places import folder
from tests.bench.shop import JANA, settings_for

KEYS = "app_key=a\ncrm_key=b\n"
WAITS = "waiting"
NOTHING: Mapping[str, str] = {}
PATIENCE_S = 300.0


def prepared(path: Path, *, waiting: int = 0, url: str = "") -> Path:
    """A till's data, with so many sales of others waiting."""
    place = DataDir(path)
    place.make()
    cache = CustomerCache.open(place.customers)
    cache.put(JANA, datetime.now(UTC))
    cache.close()
    TillStore.open(place.till).close()
    if waiting:
        fill(place.till, waiting, until=datetime.now(UTC), waiting=waiting)
    save(place, settings_for(url) if url else settings_for())
    return path


def environment(home: Path, more: Mapping[str, str]) -> dict[str, str]:
    """Nothing of whoever measures; bytecode is kept, as in a shop."""
    return {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen", **more}


def child(
    home: Path, *words: str, before: tuple[str, ...] = (), keys: str = KEYS, more: Mapping[str, str] = NOTHING
) -> dict[str, int]:
    """Start a window and wait until it has ended; what it told, and when it was started."""
    command = [*before, sys.executable, "-m", "tests.bench.first_paint", *words]
    began = time.monotonic_ns()
    done = subprocess.run(
        command,
        input=keys,
        text=True,
        env=environment(home, more),
        cwd=dev.ROOT,
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    told: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    return {**told, "began_ns": began}


def rows(size: Size) -> Iterator[Row]:
    """Time, and instructions."""
    compileall.compile_dir(dev.ROOT / "pos_app", quiet=2)
    with folder() as path:
        many = size.of(50_000, 500)
        data = {name: prepared(path / name, waiting=waiting) for name, waiting in ((OURS, 0), (AGAIN, 0), (WAITS, many))}
        drag = {DRAG: str(size.drag_s)}

        def start_s(*words: str) -> float:
            told = child(path, *words, more=drag if words[0] == "till" else NOTHING)
            return (told["painted_ns"] - told["began_ns"]) / 1e9

        ways = {
            FLOOR: lambda: start_s("bare"),
            AGAIN: lambda: start_s("bare"),
            OURS: lambda: start_s("till", "--data-dir", str(data[OURS])),
            "ours again": lambda: start_s("till", "--data-dir", str(data[AGAIN])),
            WAITS: lambda: start_s("till", "--data-dir", str(data[WAITS])),
        }
        taken = in_turns(ways, rounds=size.of(21, 2), warm_up=1)
        yield row(taken, what="start to the painted window", against="a bare window", goal=Goal(1.25), unit="ms")
        yield row(
            taken,
            what=f"start with {many:,} waiting",
            against="with none",
            goal=Goal(1.2),
            ours=WAITS,
            floor=OURS,
            again=("ours again", OURS),
            unit="ms",
        )
        if size.quick:
            return
        with suppress(FileNotFoundError):
            yield _instructions(path, data[OURS])


def _instructions(path: Path, data: Path) -> Row:
    bare, again = (_counted(path, "bare") for _ in range(2))
    ours = _counted(path, "till", "--data-dir", str(data))
    return Row(
        what="start to the painted window: instructions (cachegrind)",
        against="a bare window",
        ratio=Spread.of([ours / bare]),
        again=again / bare,
        pairs=1,
        figure=ours / 1e6,
        unit="million",
        goal=Goal(1.2),
    )


def _counted(path: Path, *words: str) -> int:
    """Instructions up to the painted window. Raises FileNotFoundError where there is no valgrind."""
    if shutil.which("valgrind") is None:
        raise FileNotFoundError("valgrind")
    log = path / "valgrind.log"
    tool = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", f"--log-file={log}")
    child(path, *words, before=tool)
    found = re.search(r"I\s+refs:\s+([\d,]+)", log.read_text())
    assert found is not None, log.read_text()
    return int(found[1].replace(",", ""))
