"""What the till takes, beside the least that it could take and beside what others would use: one table, and JSON.

    .venv/bin/python -m tests.bench                    all of it, on a machine that has nothing else to do
    .venv/bin/python -m tests.bench saved search       some of it
    .venv/bin/python -m tests.bench --quick            so little that only its working is proved: two minutes
    .venv/bin/python -m tests.bench --json FILE        where the figures go (artefacts/bench.json)

Never a test: nothing here fails for being slow. Read the A/A first: beyond 0.97–1.03 the machine wavers too much and the verdict
gets a question mark. The peers (requirements-bench.lock) are put into an environment of their own, .venv-bench. Linux only.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import dev
from tests.bench.measure import Goal, Row, Size, Spread
from tests.bench.table import table

SUBJECTS = {
    "start": "the start, beside a bare window; with 50,000 waiting",
    "memory": "memory at rest, beside a bare window",
    "saved": "Enter to the sale on the disk",
    "acknowledge": "a delivered posting's last commit",
    "queue": "the queue beside persist-queue, litequeue and huey",
    "drain": "delivering what waits, beside pycurl and bare httpx",
    "search": "a search as somebody types, among a million customers",
    "counter": "a swipe until its customer is painted, among a million customers",
    "fill": "the first fill of the search cache",
    "journal": "opening the journal of 100,000 sales",
    "reader": "what the reader's tap costs a key event",
    "stuck": "Saved while everything else is stuck",
    "fronts": "a sale from the command line, through the open window",
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=(__doc__ or "").partition("\n")[0])
    listed = "; ".join(f"{name}: {about}" for name, about in SUBJECTS.items())
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"none: all. {listed}")
    parser.add_argument("--quick", action="store_true", help="prove that it works, in two minutes")
    parser.add_argument("--drag", type=float, default=0.0, metavar="SECONDS", help="waste so much beside each thing of ours")
    parser.add_argument("--json", type=Path, metavar="FILE", default=dev.ROOT / "artefacts" / "bench.json")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    unknown = [name for name in args.names if name not in SUBJECTS]
    if unknown:
        parser.error(f"no such NAME: {', '.join(unknown)}")
    size = Size(quick=args.quick, drag_s=args.drag)
    if args.alone:
        found = [asdict(each) for name in args.names for each in importlib.import_module(f"tests.bench.{name}").rows(size)]
        args.json.write_text(json.dumps(found), encoding="utf-8")
        return 0
    return measure(args.names or list(SUBJECTS), size, args.json)


def measure(names: list[str], size: Size, file: Path) -> int:
    """Each subject in a process of its own, so that none is measured in what another one left; 1 if one did not get through."""
    file.parent.mkdir(parents=True, exist_ok=True)
    found: dict[str, Any] = {"machine": machine(), "quick": size.quick, "subjects": {}}
    failed = []
    for name in names:
        part, began = file.with_name(f"{file.stem}-{name}.part"), time.monotonic()
        words = [sys.executable, "-m", "tests.bench", name, "--alone", "--json", str(part), "--drag", str(size.drag_s)]
        done = subprocess.run([*words, *(["--quick"] if size.quick else [])], cwd=dev.ROOT, check=False)
        if done.returncode:
            failed.append(name)
            continue
        raw = json.loads(part.read_text(encoding="utf-8"))
        part.unlink()
        rows = [row_from(each) for each in raw]
        print(table(name, rows, seconds=time.monotonic() - began), flush=True)
        found["subjects"][name] = [{**each, "verdict": row.verdict} for each, row in zip(raw, rows, strict=True)]
    found["load_at_the_end"] = os.getloadavg()
    file.write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")
    if failed:
        print(f"Did not get through: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def row_from(raw: dict[str, Any]) -> Row:
    """A row as another process told it."""
    goal = None if raw["goal"] is None else Goal(**raw["goal"])
    return Row(**{**raw, "ratio": Spread(**raw["ratio"]), "goal": goal})


def machine() -> dict[str, object]:
    """What the figures were found on."""
    return {
        "processors": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "load_at_the_beginning": os.getloadavg(),
    }


if __name__ == "__main__":
    sys.exit(main())
