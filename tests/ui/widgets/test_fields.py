from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.theme import DARK, LIGHT, Metrics, ThemeKind, install
from pos_app.ui.widgets.amount_field import AmountField
from pos_app.ui.widgets.button import Button
from pos_app.ui.widgets.field_base import FieldBase, FieldState
from pos_app.ui.widgets.outline import Outline
from pos_app.ui.widgets.redeem_field import QuickAmount, RedeemField
from pos_app.ui.widgets.search_field import SearchField
from pos_app.ui.widgets.text_field import TextField


def state_of(field: FieldBase) -> FieldState:
    return field.state


class Form(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.search = SearchField("Swipe, scan, phone or name", clear_name="Clear")
        self.amount = AmountField("Purchase", unit="€", placeholder="0.00")
        self.redeem = RedeemField("Redeem points")
        self.receipt = TextField("Receipt no. (optional)", key="F6")
        self.all: tuple[FieldBase, ...] = (self.search, self.amount, self.redeem, self.receipt)
        for field in self.all:
            column.addWidget(field)
        self.resize(408, 640)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow, timeout=2000)
    return form


def test_one_field_is_active_at_a_time(form: Form) -> None:
    for field in form.all:
        field.activate()
        assert [one for one in form.all if one.state is FieldState.ACTIVE] == [field]


def test_one_field_is_active_at_a_time_behind_another_window(qtbot: QtBot) -> None:
    form, other = Form(), QWidget()
    for window in (form, other):
        qtbot.addWidget(window)
        window.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow, timeout=2000)
    form.search.activate()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow, timeout=2000)
    assert state_of(form.search) is FieldState.ACTIVE
    form.amount.activate()
    assert [one for one in form.all if one.state is FieldState.ACTIVE] == [form.amount]


def test_a_tap_on_the_frame_activates_and_says_so_once(form: Form, qtbot: QtBot) -> None:
    told: list[int] = []
    form.amount.activated.connect(lambda: told.append(1))
    QTest.mouseClick(form.amount, Qt.MouseButton.LeftButton, pos=form.amount.rect().bottomRight() / 2)
    QTest.mouseClick(form.amount, Qt.MouseButton.LeftButton, pos=form.amount.rect().bottomRight() / 2)
    assert state_of(form.amount) is FieldState.ACTIVE
    assert told == [1]


def test_typing_by_keyboard_and_by_keypad_are_told_alike(form: Form, qtbot: QtBot) -> None:
    edited: list[str] = []
    form.amount.textEdited.connect(edited.append)
    form.amount.activate()
    QTest.keyClicks(form.amount.edit, "64")
    form.amount.insert(".")
    form.amount.insert("9")
    form.amount.backspace()
    form.amount.clear()
    form.amount.clear()
    form.amount.setText("1.00")
    assert edited == ["6", "64", "64.", "64.9", "64.", ""]
    assert form.amount.text() == "1.00"


def test_the_checker_tidies_and_refuses(form: Form, qtbot: QtBot) -> None:
    def digits(text: str) -> str | None:
        bare = text.replace(" ", "")
        return f"{int(bare):,}".replace(",", " ") if bare.isdigit() else "" if not bare else None

    form.amount.set_checker(digits)
    form.amount.activate()
    QTest.keyClicks(form.amount.edit, "12a50")
    assert form.amount.text() == "1 250"
    assert form.amount.edit.cursorPosition() == 5
    form.amount.insert("x")
    assert form.amount.text() == "1 250"
    form.amount.backspace()
    assert form.amount.text() == "125"


def test_selecting_lets_the_next_digit_replace(form: Form) -> None:
    form.amount.setText("64.90")
    form.amount.activate(select=True)
    form.amount.insert("7")
    assert form.amount.text() == "7"


def test_an_error_is_said_in_words_and_goes_away(form: Form) -> None:
    form.amount.set_error("Enter the amount first")
    assert state_of(form.amount) is FieldState.ERROR
    assert form.amount.edit.accessibleDescription() == "Enter the amount first"
    form.amount.set_error(None)
    assert state_of(form.amount) is FieldState.REST


def test_nothing_moves_when_an_error_appears(form: Form) -> None:
    before = [field.geometry() for field in form.all]
    for field in form.all:
        field.set_error("Something is wrong with this, and the sentence is much longer than the field is wide, honestly")
    form.grab()
    assert [field.geometry() for field in form.all] == before


def test_a_locked_redeem_field_says_why_and_takes_nothing(form: Form, qtbot: QtBot) -> None:
    form.redeem.set_quick([QuickAmount(words="0"), QuickAmount(words="Max 480", main=True)])
    form.redeem.lock("Find the customer first.")
    assert state_of(form.redeem) is FieldState.LOCKED
    assert form.redeem.accessibleDescription() == "Find the customer first."
    assert not form.redeem.edit.isVisible()
    assert not any(button.isVisible() for button in form.redeem.quick_buttons)
    form.amount.activate()
    form.redeem.activate()
    assert state_of(form.amount) is FieldState.ACTIVE
    form.redeem.unlock()
    form.redeem.activate()
    assert state_of(form.redeem) is FieldState.ACTIVE
    assert all(button.isVisible() for button in form.redeem.quick_buttons)


def test_quick_amounts_tell_their_place_and_keep_the_focus_where_it_is(form: Form, qtbot: QtBot) -> None:
    form.redeem.set_quick([QuickAmount(words=text, main=text == "Max") for text in ("0", "200", "500", "Max")])
    form.amount.activate()
    chosen: list[int] = []
    form.redeem.quick_chosen.connect(chosen.append)
    for button in form.redeem.quick_buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen == [0, 1, 2, 3]
    assert state_of(form.amount) is FieldState.ACTIVE
    form.redeem.set_quick([QuickAmount(words="0"), QuickAmount(words="Max", main=True)])
    assert [button.words for button in form.redeem.quick_buttons] == ["0", "Max"]


def test_quick_amounts_have_the_widths_of_the_design(qtbot: QtBot) -> None:
    field = RedeemField("Redeem points")
    qtbot.addWidget(field)
    field.set_quick([QuickAmount(words=text, main=text == "Max") for text in ("0", "200", "500", "Max")])
    field.resize(360, 208)
    field.grab()
    assert [button.width() for button in field.quick_buttons] == [64, 64, 64, 122]
    assert all(button.height() == 48 for button in field.quick_buttons)


def test_the_clear_button_empties_and_tells(form: Form, qtbot: QtBot) -> None:
    cross = next(button for button in form.search.findChildren(QWidget) if button.accessibleName() == "Clear")
    assert not cross.isVisible()
    form.search.activate()
    QTest.keyClicks(form.search.edit, "nov")
    assert cross.isVisible()
    with qtbot.waitSignals([form.search.cleared, form.search.textEdited], timeout=1000):
        QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert form.search.text() == ""
    assert state_of(form.search) is FieldState.ACTIVE
    assert not cross.isVisible()


def test_enter_is_left_to_the_screen(form: Form, qtbot: QtBot) -> None:
    heard: list[int] = []

    class Screen(Form):
        def keyPressEvent(self, event: object) -> None:
            heard.append(1)

    screen = Screen()
    qtbot.addWidget(screen)
    screen.show()
    for field in screen.all:
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert len(heard) == len(screen.all)


def test_the_active_border_is_the_accent(form: Form, picture: Callable[[QWidget, str], QImage]) -> None:
    form.amount.activate()
    image = picture(form, "fields")
    left, middle = form.amount.x(), form.amount.geometry().center().y()
    assert image.pixelColor(left, middle) == LIGHT.accent
    assert image.pixelColor(left + 1, middle) == LIGHT.accent
    assert image.pixelColor(form.receipt.x(), form.receipt.geometry().center().y()) == LIGHT.line2


def test_a_field_changes_its_look_with_the_theme(form: Form, picture: Callable[[QWidget, str], QImage]) -> None:
    install(ThemeKind.DARK)
    image = picture(form, "fields-dark")
    assert image.pixelColor(form.receipt.geometry().center() + QPoint(0, 18)) == DARK.surface
    assert form.receipt.edit.palette().text().color() == DARK.text


def test_a_scaled_screen_shows_our_caret_and_not_that_of_qt_beside_it(form: Form) -> None:
    form.amount.activate()
    form.amount.insert("1")
    edit = form.amount.edit
    image = QImage(edit.size() * 1.2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(1.2)
    image.fill(LIGHT.surface)
    edit.render(image, QPoint(), QRegion(), QWidget.RenderFlag(0))
    drawn = [sum(image.pixelColor(x, y) != LIGHT.surface for y in range(image.height())) for x in range(image.width())]
    # Ours is as high as the digits, Qt's as the whole line.
    assert max(drawn) == pytest.approx(1.2 * 0.95 * edit.font().pixelSize(), abs=2)


def test_the_halo_of_the_active_field_comes_and_goes_with_the_look(form: Form) -> None:
    form.amount.activate()
    halos, seen = form.findChildren(Outline), []
    for kind in (ThemeKind.LIGHT, ThemeKind.HIGH_CONTRAST, ThemeKind.DARK):
        install(kind)
        QApplication.processEvents()
        seen.append(sum(halo.isVisible() for halo in halos))
    assert seen == [1, 0, 1]


def test_heights_follow_the_size_of_the_window(form: Form) -> None:
    large = Metrics.for_window(1600, 900)
    form.amount.apply_metrics(large)
    form.search.apply_metrics(large)
    assert form.amount.sizeHint().height() == 120
    assert form.search.sizeHint().height() == 72
    assert form.amount.edit.font().pixelSize() == 52


def test_buttons_take_no_focus_from_a_tap(form: Form, qtbot: QtBot) -> None:
    button = Button("History", parent=form)
    button.show()
    form.amount.activate()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert state_of(form.amount) is FieldState.ACTIVE


@pytest.mark.parametrize("width_px", [280, 360])
@pytest.mark.parametrize("most", ["Max 3", "Max 1 187,50", "Max 1,234,567.89"])
def test_the_words_of_a_quick_button_are_never_cut(qtbot: QtBot, width_px: int, most: str) -> None:
    field = RedeemField("Redeem points")
    qtbot.addWidget(field)
    field.resize(width_px, 208)
    field.set_quick([*(QuickAmount(words=words) for words in ("0", "200", "500")), QuickAmount(words=most, main=True)])
    field.show()
    shown = [button for button in field.quick_buttons if button.isVisible()]
    assert shown[-1].words == most
    assert shown[0].words == "0"
    assert all(button.width() >= button.needed_width() for button in shown)
