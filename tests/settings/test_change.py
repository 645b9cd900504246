"""Programs that change the settings at the same time: each changes the newest, and none is lost."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.data_dir import DataDir
from pos_app.loyalty.errors import DiskTrouble
from pos_app.settings import Settings, load
from pos_app.settings_change import LOCK, change, locked

PROGRAM = """
import sys
from dataclasses import replace
from pathlib import Path
from pos_app.data_dir import DataDir
from pos_app.settings_change import change

for _ in range(int(sys.argv[2])):
    def one_more(newest):
        server = replace(newest.server, quarantine_s=newest.server.quarantine_s + 1)
        return replace(newest, server=server)

    change(DataDir(Path(sys.argv[1])), one_more)
"""
PROGRAMS, CHANGES = 3, 20


@pytest.fixture
def place(tmp_path: Path) -> DataDir:
    made = DataDir(tmp_path / "data")
    change(made, lambda newest: newest or Settings(till_id="test", server=replace(Settings().server, quarantine_s=0)))
    return made


def test_no_change_of_any_of_several_programs_is_lost(place: DataDir) -> None:
    words = (sys.executable, "-c", PROGRAM, str(place.path), str(CHANGES))
    running = [subprocess.Popen(words) for _ in range(PROGRAMS)]
    assert [each.wait(60) for each in running] == [0] * PROGRAMS
    assert load(place).server.quarantine_s == PROGRAMS * CHANGES


def test_what_changes_nothing_writes_nothing(place: DataDir) -> None:
    before = place.settings.stat().st_ino
    assert change(place, lambda newest: newest or Settings()) == load(place)
    assert place.settings.stat().st_ino == before


def test_a_change_that_is_refused_leaves_the_settings_and_lets_go(place: DataDir) -> None:
    before = load(place)

    def refuse(_newest: Settings | None) -> Settings:
        raise DiskTrouble("no")

    with pytest.raises(DiskTrouble):
        change(place, refuse)
    with locked(place.path / LOCK):
        assert load(place) == before


def test_a_lock_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble, match="cannot be opened"), locked(tmp_path / "nowhere" / LOCK):
        pass
