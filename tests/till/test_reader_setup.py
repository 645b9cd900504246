"""The reader's profile goes to the disk first, whole or not at all, and nothing else in the settings is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from pos_app.loyalty.errors import BadInput, DiskTrouble
from pos_app.reader.profile import ReaderProfile, Terminator, Tracks
from pos_app.settings import DataDir, Reader, Settings, Shop, load, save, with_account
from pos_app.settings_change import change
from pos_app.till.reader_setup import ReaderSetup
from pos_app.till.settings_keeper import SettingsKeeper

BEFORE = Settings(shop=Shop(name="Riverside Café"), till_id="test")
FOUND = ReaderProfile(terminator=Terminator.ENTER, tracks=Tracks.TWO, loyalty_prefixes=("2000",))


@pytest.fixture
def place(tmp_path: Path) -> DataDir:
    made = DataDir(tmp_path)
    save(made, BEFORE)
    return made


def keeper(place: DataDir) -> SettingsKeeper:
    return SettingsKeeper(load(place), partial(change, place))


def test_a_saved_profile_is_there_at_the_next_start(place: DataDir) -> None:
    setup = ReaderSetup(keeper(place))
    assert setup.profile == ReaderProfile()
    assert setup.save(FOUND) == FOUND
    assert setup.profile == FOUND
    assert ReaderSetup(keeper(place)).profile == FOUND
    assert replace(load(place), reader=Reader()) == BEFORE


def test_what_the_disk_refuses_does_not_come_into_force(place: DataDir) -> None:
    def full(_make: Callable[[Settings | None], Settings]) -> Settings:
        raise DiskTrouble("the disk is full")

    setup = ReaderSetup(SettingsKeeper(load(place), full))
    with pytest.raises(DiskTrouble):
        setup.save(FOUND)
    assert setup.profile == ReaderProfile()
    assert load(place) == BEFORE


def test_what_another_program_has_set_up_meanwhile_stays(place: DataDir) -> None:
    setup = ReaderSetup(keeper(place))
    change(place, lambda newest: with_account(newest or BEFORE, "riverside"))
    setup.save(FOUND)
    assert load(place).server.account == "riverside"
    assert ReaderSetup(keeper(place)).profile == FOUND


def test_settings_that_somebody_is_just_breaking_by_hand_are_not_written_over(place: DataDir) -> None:
    setup = ReaderSetup(keeper(place))
    place.settings.write_text("[server", encoding="utf-8")
    with pytest.raises(BadInput, match="not readable"):
        setup.save(FOUND)
    assert place.settings.read_text(encoding="utf-8") == "[server"
    assert setup.profile == ReaderProfile()


def test_nonsense_in_the_file_is_said_in_a_sentence(place: DataDir) -> None:
    nonsense = SettingsKeeper(replace(BEFORE, reader=Reader(terminator="return")), partial(change, place))
    with pytest.raises(BadInput, match="terminator"):
        ReaderSetup(nonsense)


def test_changes_from_two_threads_do_not_write_over_each_other(place: DataDir) -> None:
    kept = keeper(place)
    setup = ReaderSetup(kept)
    first_writes, second_asks = threading.Event(), threading.Event()

    def name_account(settings: Settings) -> Settings:
        first_writes.set()
        second_asks.wait(10)
        return with_account(settings, "riverside")

    account = threading.Thread(target=kept.change, args=(name_account,))
    account.start()
    first_writes.wait(10)
    reader = threading.Thread(target=setup.save, args=(FOUND,))
    reader.start()
    second_asks.set()
    for thread in (account, reader):
        thread.join(10)
    assert load(place).server.account == "riverside"
    assert setup.profile == FOUND
    assert ReaderSetup(keeper(place)).profile == FOUND
