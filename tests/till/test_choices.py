"""What is chosen at the till (reader, appearance) is on the disk first, and nothing else in the settings is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from pos_app.appearance import Appearance, KeypadOrder, ThemeChoice
from pos_app.data_dir import DataDir
from pos_app.loyalty.errors import BadInput, DiskTrouble
from pos_app.reader.profile import ReaderProfile, Terminator, Tracks
from pos_app.settings import Reader, Settings, Shop, load, save, with_account
from pos_app.settings_change import change
from pos_app.till.choices import Choices
from pos_app.till.settings_keeper import SettingsKeeper

BEFORE = Settings(shop=Shop(name="Riverside Café"), till_id="test")
FOUND = ReaderProfile(terminator=Terminator.ENTER, tracks=Tracks.TWO, loyalty_prefixes=("2000",))


@pytest.fixture
def desk() -> Iterator[Executor]:
    with ThreadPoolExecutor(2) as pool:
        yield pool


@pytest.fixture
def place(tmp_path: Path) -> DataDir:
    made = DataDir(tmp_path)
    save(made, BEFORE)
    return made


def keeper(place: DataDir) -> SettingsKeeper:
    return SettingsKeeper(load(place), partial(change, place))


def test_a_saved_profile_is_there_at_the_next_start(place: DataDir, desk: Executor) -> None:
    choices = Choices(keeper(place), desk)
    assert choices.reader_profile() == ReaderProfile()
    assert choices.save_reader_profile(FOUND).result(10) == FOUND
    assert choices.reader_profile() == FOUND
    assert Choices(keeper(place), desk).reader_profile() == FOUND
    assert replace(load(place), reader=Reader()) == BEFORE


def test_a_saved_appearance_is_there_at_the_next_start(place: DataDir, desk: Executor) -> None:
    look = Appearance(theme=ThemeChoice.DARK, text_percent=120, keypad=KeypadOrder.ONE_ON_TOP, left_handed=True, sale_closes=False)
    choices = Choices(keeper(place), desk)
    assert choices.appearance() == Appearance()
    assert choices.save_appearance(look).result(10) == look
    assert Choices(keeper(place), desk).appearance() == look
    assert replace(load(place), appearance=Appearance()) == BEFORE


@pytest.mark.parametrize("percent", [89, 141, 0, -100])
def test_a_size_out_of_bounds_is_refused_in_a_sentence(place: DataDir, desk: Executor, percent: int) -> None:
    with pytest.raises(BadInput, match="from 90 to 140"):
        Choices(keeper(place), desk).save_appearance(Appearance(text_percent=percent)).result(10)
    assert load(place) == BEFORE


def test_what_the_disk_refuses_does_not_come_into_force(place: DataDir, desk: Executor) -> None:
    def full(_make: Callable[[Settings | None], Settings]) -> Settings:
        raise DiskTrouble("the disk is full")

    choices = Choices(SettingsKeeper(load(place), full), desk)
    with pytest.raises(DiskTrouble):
        choices.save_reader_profile(FOUND).result(10)
    with pytest.raises(DiskTrouble):
        choices.save_appearance(Appearance(left_handed=True)).result(10)
    assert (choices.reader_profile(), choices.appearance()) == (ReaderProfile(), Appearance())
    assert load(place) == BEFORE


def test_what_another_program_has_set_up_meanwhile_stays(place: DataDir, desk: Executor) -> None:
    choices = Choices(keeper(place), desk)
    change(place, lambda newest: with_account(newest or BEFORE, "riverside"))
    choices.save_reader_profile(FOUND).result(10)
    assert load(place).server.account == "riverside"
    assert Choices(keeper(place), desk).reader_profile() == FOUND


def test_settings_that_somebody_is_just_breaking_by_hand_are_not_written_over(place: DataDir, desk: Executor) -> None:
    choices = Choices(keeper(place), desk)
    place.settings.write_text("[server", encoding="utf-8")
    with pytest.raises(BadInput, match="not readable"):
        choices.save_reader_profile(FOUND).result(10)
    assert place.settings.read_text(encoding="utf-8") == "[server"
    assert choices.reader_profile() == ReaderProfile()


def test_nonsense_in_the_file_is_said_in_a_sentence(place: DataDir, desk: Executor) -> None:
    nonsense = SettingsKeeper(replace(BEFORE, reader=Reader(terminator="return")), partial(change, place))
    with pytest.raises(BadInput, match="terminator"):
        Choices(nonsense, desk)


def test_changes_from_two_threads_do_not_write_over_each_other(place: DataDir, desk: Executor) -> None:
    kept = keeper(place)
    choices = Choices(kept, desk)
    first_writes, second_asks = threading.Event(), threading.Event()

    def name_account(settings: Settings) -> Settings:
        first_writes.set()
        second_asks.wait(10)
        return with_account(settings, "riverside")

    account = threading.Thread(target=kept.change, args=(name_account,))
    account.start()
    first_writes.wait(10)
    saved = choices.save_reader_profile(FOUND)
    second_asks.set()
    account.join(10)
    saved.result(10)
    assert load(place).server.account == "riverside"
    assert choices.reader_profile() == FOUND
    assert Choices(keeper(place), desk).reader_profile() == FOUND
