"""Parts of the kit that came with the journal: segments, a month, a slim scroll bar, a toast."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.theme import ThemeKind, install
from pos_app.ui.widgets.month_grid import MonthGrid, MonthWords
from pos_app.ui.widgets.scroll_bar import SlimBar
from pos_app.ui.widgets.segments import Segment, Segments, SegmentTone
from pos_app.ui.widgets.toast import Toast
from pos_app.ui.words import Formats

FORMATS = Formats("cs", "CZK")
K = Qt.Key


def month(qtbot: QtBot, at: date, *, first: date = date(2020, 1, 1), today: date = date(2026, 3, 14)) -> MonthGrid:
    grid = MonthGrid(MonthWords(FORMATS.months, FORMATS.weekdays, "dřív", "později"))
    qtbot.addWidget(grid)
    grid.show_from(at, first=first, today=today)
    grid.show()
    return grid


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ((K.Key_Left,), date(2026, 3, 13)),
        ((K.Key_Up, K.Key_Up, K.Key_Up), date(2026, 2, 21)),
        ((K.Key_PageUp,), date(2026, 2, 14)),
        ((K.Key_Right,), date(2026, 3, 14)),
        ((K.Key_PageUp, K.Key_PageDown), date(2026, 3, 14)),
    ],
)
def test_keys_move_through_the_days_and_never_past_today(qtbot: QtBot, keys: tuple[Qt.Key, ...], day: date) -> None:
    grid = month(qtbot, date(2026, 3, 14))
    for key in keys:
        QTest.keyClick(grid, key)
    assert grid.at == day


def test_the_last_of_a_long_month_becomes_the_last_of_a_short_one(qtbot: QtBot) -> None:
    grid = month(qtbot, date(2026, 3, 31), today=date(2026, 3, 31))
    QTest.keyClick(grid, K.Key_PageUp)
    assert grid.at == date(2026, 2, 28)


def test_a_day_that_is_tapped_is_picked_and_days_to_come_cannot_be(qtbot: QtBot) -> None:
    grid = month(qtbot, date(2026, 3, 14))
    days = {cell.day: cell for cell in grid.days if cell.isVisible()}
    assert len(days) == 31
    assert not days[date(2026, 3, 15)].isEnabled()
    with qtbot.waitSignal(grid.picked) as picked:
        QTest.mouseClick(days[date(2026, 3, 2)], Qt.MouseButton.LeftButton)
    assert picked.args == [date(2026, 3, 2)]


def test_a_week_begins_on_monday(qtbot: QtBot) -> None:
    grid = month(qtbot, date(2026, 3, 14))
    columns = {cell.day.day: cell.x() for cell in grid.days if cell.day is not None and cell.isVisible()}
    assert columns[2] < columns[3] < columns[8]
    assert columns[1] == columns[8]


def test_before_the_first_day_there_is_nothing(qtbot: QtBot) -> None:
    grid = month(qtbot, date(2026, 3, 3), first=date(2026, 3, 2))
    for _ in range(3):
        QTest.keyClick(grid, K.Key_Left)
    assert grid.at == date(2026, 3, 2)
    assert not grid.earlier.isEnabled()


def test_segments_tell_which_one_was_tapped(qtbot: QtBot) -> None:
    bar = Segments(2, "Which")
    qtbot.addWidget(bar)
    bar.show_segments([Segment("All", "42"), Segment("Waiting", "2", SegmentTone.WARN)], chosen=0)
    bar.show()
    assert [key.accessibleName() for key in bar.keys] == ["All 42", "Waiting 2"]
    with qtbot.waitSignal(bar.chosen) as chosen:
        bar.keys[1].click()
    assert chosen.args == [1]


@pytest.mark.parametrize("kind", list(ThemeKind))
def test_segments_do_not_move_when_another_is_chosen(qtbot: QtBot, kind: ThemeKind) -> None:
    install(kind)
    bar = Segments(2, "Which")
    qtbot.addWidget(bar)
    segments = [Segment("All", "42"), Segment("Waiting", "2", SegmentTone.WARN)]
    bar.show_segments(segments, chosen=0)
    bar.show()
    before = [key.geometry() for key in bar.keys]
    bar.show_segments(segments, chosen=1)
    assert [key.geometry() for key in bar.keys] == before
    assert not bar.grab().isNull()


def test_the_slim_bar_is_seen_only_when_there_is_something_to_scroll(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    bar = SlimBar.put_into(area)
    content = QLabel("x")
    area.setWidget(content)
    area.resize(200, 200)
    area.show()
    assert bar.width() == 8
    blank = bar.grab().toImage()
    content.setFixedHeight(2_000)
    assert bar.maximum() > 0
    assert bar.grab().toImage() != blank
    top = bar.grab().toImage()
    bar.setValue(bar.maximum())
    assert bar.grab().toImage() != top


def test_a_toast_stays_at_the_bottom_of_its_page(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    toast = Toast(page)
    toast.say("Done <b>it</b>")
    assert toast.accessibleName() == "Done <b>it</b>"
    page.resize(1000, 700)
    assert toast.geometry().bottom() < 700
    assert abs(toast.geometry().center().x() - QPoint(500, 0).x()) <= 1
    toast.say("w" * 500, bad=True)
    assert toast.width() <= 1000 - 48
