"""The bench runs, in so small a form that its figures mean nothing; and it would notice if something of ours became slow."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import dev
from tests.bench.__main__ import SUBJECTS
from tests.bench.measure import AGAIN, FLOOR, OURS, Goal, Row, Spread, in_turns, row

DRAG_S = {"acknowledge": 0.05, "fill": 1.0, "reader": 0.002, "saved": 0.05, "search": 0.01}
"""Subject → what is wasted beside each thing of ours: more than anybody's noise. Those that need no program of their own."""


def measured(name: str, folder: Path, *more: str) -> list[dict[str, Any]]:
    file = folder / "bench.json"
    words = [sys.executable, "-m", "tests.bench", name, "--quick", "--json", str(file), *more]
    done = subprocess.run(words, cwd=dev.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows: list[dict[str, Any]] = json.loads(file.read_text())["subjects"][name]
    for each in rows:
        assert each["what"] in done.stdout
    return rows


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", SUBJECTS)
def test_each_subject_is_measured_in_its_quick_form(name: str, tmp_path: Path) -> None:
    for each in measured(name, tmp_path):
        ratio = each["ratio"]
        figures = (ratio["low"], ratio["median"], ratio["high"], each["again"], each["figure"])
        assert all(math.isfinite(figure) for figure in figures), each
        assert 0 < ratio["low"] <= ratio["median"] <= ratio["high"], each
        assert each["again"] > 0, each
        assert each["pairs"] >= 1, each
        assert each["against"], each


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", DRAG_S)
def test_what_became_slow_is_seen_in_its_ratio(name: str, tmp_path: Path) -> None:
    light, heavy = (measured(name, tmp_path, "--drag", str(drag_s))[0] for drag_s in (0.0, DRAG_S[name]))
    if "speed" in heavy["what"]:
        assert heavy["ratio"]["median"] < light["ratio"]["median"]
    else:
        assert heavy["ratio"]["median"] > light["ratio"]["median"]


def test_an_unknown_subject_is_refused(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "tests.bench", "nothing", "--json", str(tmp_path / "bench.json")]
    done = subprocess.run(words, cwd=dev.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no such NAME: nothing" in done.stderr


def test_ways_take_turns_one_by_one() -> None:
    order: list[str] = []

    def way(name: str) -> float:
        order.append(name)
        return 1.0

    in_turns({"a": lambda: way("a"), "b": lambda: way("b")}, rounds=20)
    assert [set(order[turn : turn + 2]) for turn in range(0, 40, 2)] == [{"a", "b"}] * 20
    assert order[::2] != ["a"] * 20, "the order is another one now and then"


def test_a_ratio_is_of_pairs_of_the_same_moment() -> None:
    # The machine becomes ten times slower on the way: ours takes twice as long all the time.
    floor = [1.0, 1.0, 10.0, 10.0]
    found = row({OURS: [2.0, 2.0, 20.0, 20.0], FLOOR: floor, AGAIN: floor}, what="it", against="the floor", unit="s")
    assert found.ratio == Spread(2.0, 2.0, 2.0)
    assert found.again == 1.0


@pytest.mark.parametrize(("again", "said"), [(1.0, "missed"), (1.2, "missed?")])
def test_a_noisy_row_is_not_judged_for_certain(again: float, said: str) -> None:
    found = Row(what="it", against="the floor", ratio=Spread(2, 2, 2), again=again, pairs=3, figure=1, unit="s", goal=Goal(1.5))
    assert found.verdict == said
