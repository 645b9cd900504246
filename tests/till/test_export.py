"""A file for a spreadsheet: whole or not there, and no cell of it a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.loyalty.errors import DiskTrouble
from pos_app.till.export import as_text, cell, write_table


@pytest.mark.parametrize("text", ["=1+1", "+420 777", "-x", "@SUM(A1)", "\tx", "\rx", "-1-1", "=cmd|' /C calc'!A0"])
def test_what_would_be_a_formula_is_text(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-4.80", "-4,80", "12", "Jana", "", "a=b", "'x"])
def test_numbers_and_words_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


def test_digits_that_are_no_number_keep_their_zeros() -> None:
    assert as_text("0777123482") == "'0777123482"
    assert as_text("") == ""


def test_a_spreadsheet_knows_its_letters(tmp_path: Path) -> None:
    file = write_table(tmp_path / "new", "journal 2026-03-14", [("Jméno", "Částka"), ("Nováková; Jana", "8,90")], separator=";")
    assert file == tmp_path / "new" / "journal 2026-03-14.csv"
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        assert list(csv.reader(opened, delimiter=";")) == [["Jméno", "Částka"], ["Nováková; Jana", "8,90"]]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    names = [write_table(tmp_path, "a", [("x",)]).name for _ in range(3)]
    assert names == ["a.csv", "a (2).csv", "a (3).csv"]


def test_a_name_cannot_leave_its_folder(tmp_path: Path) -> None:
    file = write_table(tmp_path, "../../etc/pass:wd*", [("x",)])
    assert file.parent == tmp_path


def test_a_file_that_fails_is_not_there(tmp_path: Path) -> None:
    def rows() -> Iterator[tuple[str]]:
        yield ("x",)
        raise DiskTrouble("The till's disk does not answer.")

    with pytest.raises(DiskTrouble):
        write_table(tmp_path, "a", rows())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DiskTrouble, match="could not be written"):
        write_table(tmp_path / "file" / "folder", "a", [("x",)])
