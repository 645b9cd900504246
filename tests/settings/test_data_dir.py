"""Where a till's data is, and who may read it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from pos_app.data_dir import DATA_DIR_VARIABLE, DataDir, data_dir
from pos_app.loyalty.errors import BadInput, DiskTrouble
from pos_app.settings import Settings, load, save


def test_the_command_line_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(tmp_path / "environment"))
    assert data_dir(str(tmp_path / "given")).path == tmp_path / "given"
    assert data_dir(None).path == tmp_path / "environment"
    assert data_dir("").path == tmp_path / "environment"


def test_with_nothing_said_it_is_the_systems_place_for_a_users_data(monkeypatch: pytest.MonkeyPatch) -> None:
    for unset in (None, ""):
        if unset is None:
            monkeypatch.delenv(DATA_DIR_VARIABLE, raising=False)
        else:
            monkeypatch.setenv(DATA_DIR_VARIABLE, unset)
        assert data_dir(None).path.name == "pos-app"
        assert Path.home() in data_dir(None).path.parents


def test_a_tilde_is_the_users_home() -> None:
    assert data_dir("~/till").path == Path.home() / "till"


def test_somebody_elses_home_that_there_is_not_is_refused_in_a_sentence() -> None:
    with pytest.raises(BadInput, match="names a user that this computer does not know"):
        data_dir("~nobody-has-this-name/till")


def test_the_files_of_a_till_lie_side_by_side(tmp_path: Path) -> None:
    place = DataDir(tmp_path)
    assert (place.settings, place.till, place.customers) == (
        tmp_path / "settings.toml",
        tmp_path / "till.db",
        tmp_path / "customers.db",
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_a_new_folder_can_be_read_by_its_owner_only(tmp_path: Path) -> None:
    place = DataDir(tmp_path / "deep" / "till")
    save(place, Settings())
    assert stat.S_IMODE(place.path.stat().st_mode) == 0o700
    assert load(place) == Settings()


def test_making_a_folder_twice_is_making_it_once(tmp_path: Path) -> None:
    place = DataDir(tmp_path / "till")
    assert place.make() == place.make() == place


def test_a_file_in_place_of_the_folder_is_trouble_with_the_disk(tmp_path: Path) -> None:
    (tmp_path / "till").write_text("")
    with pytest.raises(DiskTrouble, match="cannot be made"):
        DataDir(tmp_path / "till").make()
    with pytest.raises(DiskTrouble, match="cannot be made"):
        save(DataDir(tmp_path / "till"), Settings())
    with pytest.raises(DiskTrouble, match="cannot be made"):
        DataDir(tmp_path / "till" / "deeper").make()
