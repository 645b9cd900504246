from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.theme import Ink
from pos_app.ui.widgets.action_card import ActionCard
from pos_app.ui.widgets.avatar import initials
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind, IconButton
from pos_app.ui.widgets.chip import Chip, SaleState, StateChip
from pos_app.ui.widgets.outline import Outline
from pos_app.ui.widgets.pill import Pill, PillTone
from pos_app.ui.widgets.progress import CountdownRing, ProgressLine, Spinner
from pos_app.ui.widgets.suggestions import Suggestion, SuggestionList
from pos_app.ui.widgets.sum_strip import SumCell, SumStrip

LEFT = Qt.MouseButton.LeftButton


def spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def role(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


def test_a_button_is_a_button_named_by_its_words(qtbot: QtBot) -> None:
    for button, name in (
        (Button("Save & go", icon="check", key="F8"), "Save & go"),
        (Button("", icon="printer", name="Print"), "Print"),
        (IconButton("x", "Close"), "Close"),
        (ActionCard("undo-2", "Undo", "1:52 left", "F9"), "Undo, 1:52 left"),
    ):
        qtbot.addWidget(button)
        assert spoken(button) == name
        assert role(button) is QAccessible.Role.Button
        assert not button.autoDefault()


@pytest.mark.parametrize("height", [48, 56, 64])
def test_a_button_has_the_height_it_was_made_with(qtbot: QtBot, height: int) -> None:
    button = Button("Print", ButtonKind.PRIMARY, height=height)
    qtbot.addWidget(button)
    assert button.sizeHint().height() == height


def test_an_icon_button_can_be_hit_with_a_finger(qtbot: QtBot) -> None:
    button = IconButton("x", "Close", 36)
    qtbot.addWidget(button)
    assert min(button.sizeHint().toTuple()) >= 48


def test_the_focus_ring_shows_for_keys_and_not_for_fingers(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    other, button = QLineEdit(window), Button("Print", parent=window)
    button.move(20, 20)
    other.setFocus()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=2000)
    QTest.mouseClick(button, LEFT)
    assert not [ring for ring in window.findChildren(Outline) if ring.isVisible()]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = window.findChildren(Outline)
    assert ring.isVisible()
    assert ring.geometry() == button.geometry().adjusted(-5, -5, 5, 5)
    button.move(40, 30)
    assert ring.geometry() == button.geometry().adjusted(-5, -5, 5, 5)
    button.hide()
    assert not ring.isVisible()


def test_a_pill_is_seen_36_and_hit_56_px_high(qtbot: QtBot) -> None:
    pill = Pill()
    qtbot.addWidget(pill)
    pill.show_status("2 waiting", PillTone.WARN, icon="clock-arrow-up", name="2 sales waiting, open sync centre")
    assert pill.sizeHint().height() == 56
    assert spoken(pill) == "2 sales waiting, open sync centre"
    pill.resize(pill.sizeHint())
    with qtbot.waitSignal(pill.clicked, timeout=1000):
        QTest.mouseClick(pill, LEFT, pos=pill.rect().topLeft())


def test_a_pill_of_only_an_icon_keeps_its_name_and_can_be_hit(qtbot: QtBot) -> None:
    pill = Pill()
    qtbot.addWidget(pill)
    pill.show_status("Account €980.00", PillTone.BARE, icon="shield-check", icon_only=True)
    assert pill.sizeHint().width() == 48
    assert spoken(pill) == "Account €980.00"


def test_chips_are_named(qtbot: QtBot) -> None:
    chip, state = Chip("Card in phone", "smartphone"), StateChip(SaleState.SENT, "Sent")
    for widget, name in ((chip, "Card in phone"), (state, "Sent")):
        qtbot.addWidget(widget)
        assert spoken(widget) == name
    state.set_state(SaleState.WAITING, "Waiting")
    assert (state.state, spoken(state)) == (SaleState.WAITING, "Waiting")


def test_initials_are_first_and_last() -> None:
    assert [initials(name) for name in ("Jana Nováková", "Petr", "Eva Marie K.", "", "  ", "• žofie")] == [
        "JN",
        "P",
        "EK",
        "",
        "",
        "Ž",
    ]


def test_a_banner_grows_with_its_sentence(qtbot: QtBot) -> None:
    banner = Banner("You are offline", "Sales are saved and sent later.", BannerTone.WARN, "wifi-off")
    qtbot.addWidget(banner)
    short = banner.heightForWidth(360)
    banner.set_words("You are offline", "Sales are saved and sent later. " * 4)
    assert banner.heightForWidth(360) > short
    assert spoken(banner).startswith("You are offline Sales")
    banner.set_words("", "Only a sentence.")
    assert banner.heightForWidth(360) <= short


def test_the_strip_has_four_cells_and_draws_a_dash_for_nothing(qtbot: QtBot) -> None:
    strip = SumStrip()
    qtbot.addWidget(strip)
    strip.resize(664, 84)
    cells = [SumCell("Discount"), SumCell("Points used", "−480"), SumCell("Points earned", "+284", Ink.OK), SumCell("New balance")]
    strip.show_cells(cells)
    assert strip.cells == tuple(cells)
    with pytest.raises(ValueError, match="4 cells"):
        strip.show_cells(cells[:3])


def test_a_long_value_in_the_strip_shrinks_instead_of_being_cut(qtbot: QtBot) -> None:
    strip = SumStrip()
    qtbot.addWidget(strip)
    strip.resize(552, 84)
    strip.show_cells([SumCell("Uplatněné body", "−1\u00a0234\u00a0567,00\u00a0Kč")] * 4)
    for label in strip._values:
        assert label.drawn_style.size_px < 22


def suggestions(count: int) -> list[Suggestion]:
    return [Suggestion(name=f"Jana {n}", initials="J", value=str(n), unit="points", spoken=f"Jana {n}") for n in range(count)]


def test_the_first_suggestion_is_always_chosen(qtbot: QtBot) -> None:
    rows = SuggestionList()
    qtbot.addWidget(rows)
    assert rows.chosen == -1
    rows.show_rows(suggestions(4))
    assert rows.chosen == 0
    rows.move_choice(2)
    rows.show_rows(suggestions(3))
    assert rows.chosen == 0
    rows.show_rows([])
    assert rows.chosen == -1


def test_late_rows_do_not_change_the_choice(qtbot: QtBot) -> None:
    rows = SuggestionList()
    qtbot.addWidget(rows)
    rows.show_rows(suggestions(2))
    rows.move_choice(1)
    rows.show_rows(suggestions(6), keep_choice=True)
    assert rows.chosen == 1
    assert [row.isChecked() for row in rows.rows] == [False, True, False, False, False, False]


def test_the_choice_stops_at_the_ends_and_is_in_view(qtbot: QtBot) -> None:
    rows = SuggestionList()
    qtbot.addWidget(rows)
    rows.resize(392, 200)
    rows.show()
    rows.show_rows(suggestions(10))
    rows.move_choice(-5)
    assert rows.chosen == 0
    rows.move_choice(50)
    assert rows.chosen == 9
    last = rows.rows[9]
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty(), timeout=2000)


def test_a_tap_on_a_row_picks_it(qtbot: QtBot) -> None:
    rows = SuggestionList()
    qtbot.addWidget(rows)
    rows.resize(392, 400)
    rows.show_rows(suggestions(3))
    rows.show()
    with qtbot.waitSignal(rows.picked, timeout=1000) as told:
        QTest.mouseClick(rows.rows[2], LEFT)
    assert told.args == [2]
    assert rows.chosen == 2
    assert rows.rows[2].isChecked()


def test_a_row_says_what_it_is(qtbot: QtBot) -> None:
    rows = SuggestionList()
    qtbot.addWidget(rows)
    rows.show_rows(suggestions(1))
    assert spoken(rows.rows[0]) == "Jana 0"


def test_a_spinner_is_seen_only_when_the_wait_is_long(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    spinner = Spinner(parent=window)
    window.show()
    spinner.start()
    assert not spinner.isVisible()
    spinner.stop()
    spinner.start()
    qtbot.waitUntil(spinner.isVisible, timeout=3000)
    spinner.stop()
    assert not spinner.isVisible()


@pytest.mark.parametrize(("given", "kept"), [(-1.0, 0.0), (0.25, 0.25), (7.0, 1.0)])
def test_a_fraction_stays_between_nothing_and_all(qtbot: QtBot, given: float, kept: float) -> None:
    for widget in (CountdownRing("undo-2"), ProgressLine()):
        qtbot.addWidget(widget)
        widget.set_fraction(given)
        assert widget.fraction == kept
        widget.grab()
