"""The listed sales as a file, written where people look for files."""

from __future__ import annotations

import csv
from pathlib import Path

from pos_app.ui.journal.states import Tab
from tests.ui.journal.conftest import OpenStage
from tests.ui.journal.gallery import Stage, day
from tests.ui.journal.shop import JournalShop


def table(stage: Stage, name: str, *, separator: str = ",") -> list[list[str]]:
    with (stage.folder / "Documents" / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=separator))


def test_all_rows_of_the_day_are_in_the_file_also_those_not_read_yet(stage: OpenStage) -> None:
    shown = stage(fill=day)
    shown.page.head.export.click()
    shown.settle()
    rows = table(shown, "journal 2026-03-14.csv")
    assert len(rows) == 1 + 42
    lucie = next(row for row in rows if row[3] == "Lucie Horáková")
    assert lucie[:12] == [
        *("2026-03-14", "14:26:03", "20417", "Lucie Horáková", "'+420605111222", "'200044715583"),
        *("8.90", "0.00", "0.00", "44.50", "8.90", "Waiting"),
    ]
    assert shown.page.toast.words == "journal 2026-03-14.csv is in Documents"


def test_czech_spreadsheets_get_their_own_signs(stage: OpenStage) -> None:
    shown = stage(fill=lambda shop: shop.sell("=HYPERLINK()", discount="5"), language="cs")
    shown.page.head.export.click()
    shown.settle()
    header, row = table(shown, "denik 2026-03-14.csv", separator=";")
    assert header[0] == "Datum"
    assert row[3] == "'=HYPERLINK()"
    assert row[6:8] == ["8,90", "-0,45"]


def test_a_tab_is_exported_as_it_is_listed(stage: OpenStage) -> None:
    def fill(shop: JournalShop) -> None:
        shop.sent(shop.sell())
        shop.sell("Petr", phone="+420603000009")

    shown = stage(fill=fill)
    shown.page.presenter.go_to_tab(Tab.WAITING)
    shown.settle()
    shown.page.head.export.click()
    shown.settle()
    assert [row[3] for row in table(shown, "journal Waiting.csv")] == ["Customer", "Petr"]


def test_a_disk_that_does_not_take_the_file_is_said(stage: OpenStage, tmp_path: Path) -> None:
    shown = stage(fill=day)
    (tmp_path / "Documents").write_text("in the way")
    shown.page.head.export.click()
    shown.settle()
    assert shown.page.toast.words == "The file could not be written. Nothing else changed."
