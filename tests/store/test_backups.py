"""Which of the till's own copies stay, and that nothing else in their folder is touched."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.backups import Backups

MORNING = datetime(2026, 11, 26, 7, 30, tzinfo=UTC)
MUCH = 1 << 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def backups(folder: Path) -> Backups:
    return Backups(folder, free_bytes=lambda _folder: MUCH)


def make(backups: Backups, at: datetime) -> Path:
    """A copy as far as its folder is concerned."""
    file = backups.place_for(at, data_bytes=1)
    file.touch()
    backups.thin(keep=file)
    return file


def days_kept(backups: Backups) -> list[str]:
    return [each.made_at.date().isoformat() for each in backups.kept()]


def test_after_many_days_seven_days_and_four_weeks_before_them_are_kept(backups: Backups) -> None:
    for day in range(100):
        make(backups, MORNING + timedelta(days=day))
    assert days_kept(backups) == [
        *("2027-03-05", "2027-03-04", "2027-03-03", "2027-03-02", "2027-03-01", "2027-02-28", "2027-02-27"),
        *("2027-02-26", "2027-02-21", "2027-02-14", "2027-02-07"),
    ]


def test_several_copies_of_a_day_count_as_one_day(backups: Backups) -> None:
    for hour in range(12):
        make(backups, MORNING + timedelta(hours=hour))
    make(backups, MORNING - timedelta(days=1))
    assert days_kept(backups).count("2026-11-26") == 2, "the day's newest, and the newest of the week before it"
    assert "2026-11-25" in days_kept(backups)


def test_a_till_that_was_closed_for_a_year_loses_no_copy_by_that(backups: Backups) -> None:
    first = [make(backups, MORNING + timedelta(days=day)) for day in range(5)]
    make(backups, MORNING + timedelta(days=365))
    assert all(each.exists() for each in first)


def test_a_wrong_clock_puts_no_copy_off_and_the_one_just_made_stays(backups: Backups) -> None:
    for day in range(60):
        make(backups, MORNING.replace(year=2040) + timedelta(days=day))
    assert backups.is_due(MORNING)
    made = make(backups, MORNING)
    assert made.exists()
    assert not backups.is_due(MORNING)


def test_a_copy_is_due_when_there_is_none_and_twenty_hours_after_the_last(backups: Backups) -> None:
    assert backups.is_due(MORNING)
    make(backups, MORNING)
    assert [backups.is_due(MORNING + timedelta(hours=hours)) for hours in (0, 19, 20, 48)] == [False, False, True, True]


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators only")
def test_what_the_till_did_not_make_is_neither_counted_nor_deleted(backups: Backups, folder: Path, tmp_path: Path) -> None:
    make(backups, MORNING)
    elsewhere = tmp_path / "elsewhere.db"
    elsewhere.touch()
    link = folder / "till-20200101T000000Z.db"
    link.symlink_to(elsewhere)
    others = [folder / name for name in ("till.db", "till-20200101.db", "till-20209999T000000Z.db", "my till-20200101T000000Z.db")]
    for each in others:
        each.touch()
    (folder / "till-20200102T000000Z.db").mkdir()
    for day in range(60):
        make(backups, MORNING + timedelta(days=day))
    assert all(each.exists() for each in (*others, link, elsewhere, folder / "till-20200102T000000Z.db"))
    assert len(backups.kept()) == 11


def test_what_a_copy_that_was_cut_off_left_is_taken_away_before_the_next(backups: Backups, folder: Path) -> None:
    make(backups, MORNING)
    left = [folder / f"till-20261125T070000Z.db.part{end}" for end in ("", "-journal")]
    others = folder / "film.part"
    for each in (*left, others):
        each.touch()
    make(backups, MORNING + timedelta(days=1))
    assert [each.exists() for each in (*left, others)] == [False, False, True]


def test_no_copy_takes_the_room_that_sales_need(folder: Path) -> None:
    tight = Backups(folder, free_bytes=lambda _folder: 32 << 20)
    tight.place_for(MORNING, data_bytes=9 << 20)
    with pytest.raises(DiskTrouble, match="the disk has only 32 MB left"):
        tight.place_for(MORNING, data_bytes=10 << 20)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits: the folder's rules hold there")
def test_the_folder_is_its_owners_only(backups: Backups, folder: Path) -> None:
    make(backups, MORNING)
    assert folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_is_a_file_is_trouble_in_words(folder: Path) -> None:
    folder.touch()
    with pytest.raises(DiskTrouble, match="cannot be"):
        Backups(folder).place_for(MORNING, data_bytes=1)
    with pytest.raises(DiskTrouble, match="cannot be"):
        Backups(folder).kept()
