"""The Sale screen for those who do not see it or have a small one: order, names, sizes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from pos_app.till.events import Connection, Status
from pos_app.ui.sale.states import Refusal
from tests.gallery.view import View
from tests.ui.sale.gallery import SCENES
from tests.ui.sale.hands import SIZES, Key, Open
from tests.ui.sale.pretend import JANA, PETR, PretendTill


def test_the_focus_goes_round_in_the_order_of_the_screen(stage: Open) -> None:
    window = stage()
    window.swipe()
    page = window.page
    page.side.search.activate()
    order: list[QWidget] = []
    for _ in range(13):
        QTest.keyClick(QApplication.focusWidget() or window.shell, Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        order.append(now)
    expected = [
        page.side.customer.header.pencil,
        page.side.customer.header.cross,
        page.side.hold,
        page.sale.purchase.edit,
        page.sale.redeem.edit,
        *page.sale.redeem.quick_buttons,
        page.sale.receipt.edit,
        page.band.button,
        window.shell.top_bar.pills[0],
    ]
    assert order[: len(expected)] == expected


def test_tab_goes_from_the_input_through_the_suggestions_and_enter_takes_the_one_that_has_the_focus(stage: Open) -> None:
    window = stage()
    window.type("482")
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget() or window.shell, Key.Key_Tab)
    rows = window.page.side.list.list.rows
    assert [row.isChecked() for row in rows] == [False, True, False]
    second = rows[1].suggestion.name
    QTest.keyClick(rows[1], Key.Key_Return)
    assert window.page.side.customer.header.title.text() == second


def test_a_finger_on_a_button_takes_no_focus_from_the_field(stage: Open) -> None:
    window = stage()
    window.swipe()
    for button in window.page.findChildren(QAbstractButton):
        assert button.focusPolicy() in (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.NoFocus)


@pytest.mark.parametrize("scene", SCENES)
def test_whatever_can_be_pressed_or_typed_into_has_a_name(stage: Open, scene: str) -> None:
    window = SCENES[scene](View())
    try:
        for widget in [*window.page.findChildren(QAbstractButton), *window.page.findChildren(QLineEdit)]:
            if widget.isVisible():
                interface = QAccessible.queryAccessibleInterface(widget)
                assert interface.text(QAccessible.Text.Name), widget
    finally:
        window.close()


def test_names_are_those_of_the_design(stage: Open) -> None:
    window = stage()
    window.swipe()
    window.amount("64.90")
    page = window.page
    assert page.side.search.edit.accessibleName() == "Find customer, swipe, scan or type"
    assert page.side.customer.block.accessibleName() == "Balance 1,240 points, live"
    assert page.band.button.accessibleName() == "Confirm sale, 61 euro 65 cents"
    assert page.band.total.accessibleName() == "To pay 61 euro 65 cents"
    assert page.sale.keypad.key("7").accessibleName() == "seven"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "scene", ["customer", "stale", "unknown", "question", "not found", "refused", "list", "done", "idle", "missing"]
)
def test_nothing_is_cut_off_or_lies_over_another_at_any_size(stage: Open, scene: str, size: tuple[int, int]) -> None:
    online = scene not in ("stale", "unknown")
    status = Status(connection=Connection.ONLINE if online else Connection.OFFLINE)
    window = stage(language="cs", size=size, status=status, till=PretendTill(online=online, pending=Decimal(38)))
    window.till.sold_earlier("Petr Svoboda", "+420605333444", "23.40", minutes=3)
    window.page.presenter.checkout.list_recent()
    window.settle()
    if scene == "list":
        window.type("482")
    elif scene == "not found":
        window.type("777 999 111")
        window.wait(1)
    elif scene == "refused":
        window.page.presenter.refuse(Refusal.BANK_CARD)
    elif scene == "missing":
        window.page.presenter.confirm_pressed()
    elif scene != "idle":
        window.swipe("200044718820" if scene == "unknown" else JANA.cards[0])
        window.amount("1250,00")
    if scene == "question":
        window.swipe(PETR.cards[0])
    if scene == "done":
        window.page.presenter.confirm_pressed()
    window.settle()
    assert (window.shell.width(), window.shell.height()) == size
    for panel in (window.page.side.panel, window.page.sale, window.page.band):
        _assert_tidy(panel)


def test_rows_fit_into_the_narrow_list(stage: Open) -> None:
    window = stage(size=(1024, 768))
    window.type("482")
    suggestions = window.page.side.list.list
    assert all(row.width() <= suggestions.viewport().width() for row in suggestions.rows)


def _assert_tidy(panel: QWidget) -> None:
    """Every visible leaf lies in the panel; no two of them overlap."""
    leaves = [
        each
        for each in panel.findChildren(QWidget)
        if each.isVisible() and each.width() > 1 and not any(child.isVisible() for child in each.findChildren(QWidget))
    ]
    leaves = [
        each
        for each in leaves
        if each.metaObject().className() not in ("Outline", "QScrollBar", "BareEdit", "KeyCap") and not _scrolled(each)
    ]
    boxes = [(each, QRect(each.mapTo(panel, QPoint(0, 0)), each.size())) for each in leaves]
    # Letters never fill the first and last pixel of their line.
    for each, box in boxes:
        assert panel.rect().contains(box), f"{each} {box} is cut off in {panel.rect()}"
        hint = max(each.minimumSizeHint().height(), each.heightForWidth(each.width()))
        assert box.height() >= hint, f"{each} is squeezed to {box.height()} of {hint}"
    for index, (one, first) in enumerate(boxes):
        for other, second in boxes[index + 1 :]:
            assert not first.intersects(second.adjusted(0, 1, 0, -1)), f"{one} {first} lies over {other} {second}"


def _scrolled(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if parent.metaObject().className() == "SuggestionList":
            return True
        parent = parent.parentWidget()
    return False
