"""The list of the Journal: which sales, their words, their sums, and what changes while one looks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from pos_app.loyalty.sale import new_sale_ids
from pos_app.till.events import PostingChanged, SalesChanged
from pos_app.ui import words
from pos_app.ui.journal.states import Tab
from pos_app.ui.widgets.chip import SaleState
from tests.ui.journal.conftest import OpenStage
from tests.ui.journal.gallery import Stage, day
from tests.ui.journal.shop import JournalShop


def names(stage: Stage) -> list[str]:
    model, row_words = stage.page.model, stage.page.row_words
    return [row_words.name(model.row_at(place)) for place in range(model.rowCount())]


def texts(stage: Stage, place: int) -> tuple[str, ...]:
    text = stage.page.row_words.of(stage.page.model.row_at(place), stage.page.presenter.dated)
    return (text.time, text.name, text.below, text.paid, *(words for words, _ink in text.points), text.state)


def place(stage: Stage) -> str:
    return stage.page.head.below.text().replace("\u00a0", " ")


def sums(stage: Stage) -> list[str]:
    return [cell.value for cell in stage.page.strip.cells]


def test_the_day_of_the_picture(stage: OpenStage) -> None:
    shown = stage(fill=day)
    assert names(shown)[:8] == [
        "Jana Nováková",
        "Petr Svoboda",
        "Lucie Horáková",
        "Tomáš Dvořák",
        "Unknown card",
        "Marie Kučerová",
        "Ondřej Procházka",
        "Eliška Veselá",
    ]
    assert texts(shown, 1) == ("14:29", "Petr Svoboda", "••••\u00a00140", "€23.40", "+117", "Waiting")
    assert texts(shown, 3) == ("14:18", "Tomáš Dvořák", "••••\u00a02261", "€41.00", "+205", "−200", "Sent")
    assert texts(shown, 4)[3:] == ("€12.50", "later", "Attention")
    assert texts(shown, 6)[3:] == ("€5.40", "0", "Voided")
    assert sums(shown)[0] == "41"
    assert place(shown) == "Saturday 14 March"


def test_no_phone_or_card_is_shown_whole(stage: OpenStage) -> None:
    shown = stage(fill=lambda shop: shop.sell(card=""))

    assert texts(shown, 0)[2] == "+420\u00a0•••\u00a0•••\u00a0482"
    spoken = shown.page.model.data(shown.page.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "777123" not in spoken
    assert "Waiting" in spoken


def test_the_model_keeps_qts_rules(stage: OpenStage) -> None:
    shown = stage(fill=day)
    tester = QAbstractItemModelTester(shown.page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    shown.shop.tell(SalesChanged(frozenset({shown.shop.sell()})))
    shown.settle()
    shown.page.presenter.go_to_tab(Tab.WAITING)
    shown.settle()
    assert tester.model() is shown.page.model


def test_a_new_sale_comes_on_top_and_the_chosen_one_stays_chosen(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Lucie Horáková")
    before = names(shown)
    shown.shop.tell(SalesChanged(frozenset({shown.shop.sell("Nový Zákazník", at="14:32:05")})))
    shown.settle()
    assert names(shown) == ["Nový Zákazník", *before]
    assert shown.page.detail.title.text() == "Lucie Horáková"
    row = shown.page.list.view.currentIndex().row()
    assert names(shown)[row] == "Lucie Horáková"
    assert sums(shown)[0] == "42"


def test_a_posting_that_arrives_changes_its_row_and_no_other(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Lucie Horáková")
    changed: list[int] = []
    reset: list[bool] = []
    shown.page.model.dataChanged.connect(lambda first, _last, _roles: changed.append(first.row()))
    shown.page.model.modelReset.connect(lambda: reset.append(True))
    sale_id = shown.page.presenter.chosen
    shown.shop.sent(sale_id)
    posting = shown.shop.store.postings_of_sale(sale_id)[0]
    shown.shop.tell(PostingChanged(posting))
    shown.settle()
    assert (changed, reset) == ([2], [])
    assert texts(shown, 2)[-1] == "Sent"
    assert shown.page.detail.chip.state is SaleState.SENT
    assert shown.page.head.tabs.keys[1].accessibleName() == "Waiting 1"


def test_what_is_looked_at_is_not_pushed_down(stage: OpenStage) -> None:
    shown = stage(fill=day)
    bar = shown.page.list.view.verticalScrollBar()
    bar.setValue(10 * 56 + 20)
    first = shown.page.list.view.indexAt(shown.page.list.view.rect().topLeft()).row()
    name = shown.page.model.row_at(first).sale_id
    shown.shop.tell(SalesChanged(frozenset({shown.shop.sell(at="14:32:05")})))
    shown.settle()
    now = shown.page.list.view.indexAt(shown.page.list.view.rect().topLeft()).row()
    assert shown.page.model.row_at(now).sale_id == name


def test_a_burst_of_changes_is_read_in_two_rounds(stage: OpenStage) -> None:
    shown = stage(fill=day)
    ids = [shown.shop.sell(at="14:32:06") for _ in range(50)]
    before = shown.shop.pool.count
    shown.shop.pool.holding = True
    for each in ids:
        shown.shop.tell(PostingChanged(shown.shop.store.postings_of_sale(each)[0]))
        shown.settle()
    shown.shop.pool.release()
    shown.settle()
    assert shown.shop.pool.count - before == 6
    assert sums(shown)[0] == str(41 + 50)
    assert len(names(shown)) == 40 + 50


def test_a_void_greys_its_line_and_adds_none(stage: OpenStage) -> None:
    shown = stage(fill=day).choose("Petr Svoboda")
    count = len(names(shown))
    shown.shop.undo(shown.page.presenter.chosen)
    shown.settle()
    assert len(names(shown)) == count
    assert texts(shown, 1)[-1] == "Voided"
    assert sums(shown)[0] == "40"


def test_the_tabs_hold_what_waits_of_every_day(stage: OpenStage) -> None:
    def fill(shop: JournalShop) -> None:
        shop.sell("Jan Starý", phone="+420603000001", days_ago=3, at="10:00:00")
        shop.sent(shop.sell("Petr Dnes"))

    shown = stage(fill=fill)
    assert names(shown) == ["Petr Dnes"]
    shown.page.head.tabs.keys[1].click()
    shown.settle()
    assert names(shown) == ["Jan Starý"]
    text = shown.page.row_words.of(shown.page.model.row_at(0), shown.page.presenter.dated)
    assert (text.time, text.day) == ("10:00", "11\u00a0Mar")
    assert shown.page.head.below.text() == "All that waits, of every day"
    assert not shown.page.head.earlier.isEnabled()
    shown.page.head.tabs.keys[2].click()
    shown.settle()
    assert shown.page.list.empty_words == "Nothing needs attention."


def test_what_is_no_longer_stuck_leaves_its_tab(stage: OpenStage) -> None:
    shown = stage(fill=lambda shop: shop.sell())
    shown.page.presenter.go_to_tab(Tab.WAITING)
    shown.settle()
    sale_id = shown.page.model.row_at(0).sale_id
    shown.shop.sent(sale_id)
    shown.shop.tell(PostingChanged(shown.shop.store.postings_of_sale(sale_id)[0]))
    shown.settle()
    assert shown.page.model.rowCount() == 0
    assert shown.page.list.empty_words == "Nothing waits. All is sent."


def test_other_days_are_a_key_away(stage: OpenStage) -> None:
    def fill(shop: JournalShop) -> None:
        shop.sell("Včera", days_ago=1)
        shop.sell("Dnes")

    shown = stage(fill=fill)
    head = shown.page.head
    assert not head.later.isEnabled()
    QTest.mouseClick(head.earlier, Qt.MouseButton.LeftButton)
    shown.settle()
    assert (names(shown), place(shown)) == (["Včera"], "Friday 13 March")
    head.earlier.click()
    shown.settle()
    assert shown.page.list.empty_words == "No sales on this day"
    head.later.click()
    head.later.click()
    shown.settle()
    assert names(shown) == ["Dnes"]


def test_a_day_is_chosen_in_the_calendar_with_keys(stage: OpenStage) -> None:
    shown = stage(fill=lambda shop: shop.sell("Týden", days_ago=8))
    month = shown.page.month
    shown.page.head.calendar.click()
    assert month.isVisible()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(month, key)
    shown.settle()
    assert not month.isVisible()
    assert shown.page.presenter.day == date(2026, 3, 6)
    assert names(shown) == ["Týden"]


def test_the_calendar_closes_without_a_choice(stage: OpenStage) -> None:
    shown = stage()
    shown.page.head.calendar.click()
    QTest.keyClick(shown.page.month, Qt.Key.Key_Escape)
    assert not shown.page.month.isVisible()
    assert shown.page.presenter.day == shown.shop.now.date()


def test_after_midnight_today_is_today_again(stage: OpenStage) -> None:
    shown = stage(fill=day)
    shown.page.hide()
    shown.shop.now = shown.shop.now.replace(day=15)
    shown.page.show()
    shown.settle()
    assert place(shown) == "Sunday 15 March"
    assert shown.page.list.empty_words == "No sales yet today"


def test_the_first_sale_after_midnight_begins_the_new_day(stage: OpenStage) -> None:
    shown = stage(fill=day)
    shown.shop.now = shown.shop.now.replace(day=15, hour=0, minute=5)
    shown.shop.tell(SalesChanged(frozenset({shown.shop.sell("Noční", at="00:05:00")})))
    shown.settle()
    assert (names(shown), place(shown)) == (["Noční"], "Sunday 15 March")


def test_more_rows_are_read_when_they_are_scrolled_to(stage: OpenStage) -> None:
    def fill(shop: JournalShop) -> None:
        for number in range(90):
            shop.sell(f"Osoba {number}")

    shown = stage(fill=fill)
    assert shown.page.model.rowCount() == 40
    shown.page.list.view.scrollToBottom()
    shown.settle()
    assert shown.page.model.rowCount() == 90
    assert names(shown) == [f"Osoba {number}" for number in range(89, -1, -1)]


def test_nothing_is_read_while_another_page_is_shown(stage: OpenStage) -> None:
    shown = stage(fill=day)
    shown.page.hide()
    before = shown.shop.pool.count
    shown.shop.tell(SalesChanged(frozenset({shown.shop.sell()})))
    shown.settle()
    assert shown.shop.pool.count == before
    shown.page.show()
    shown.settle()
    assert (names(shown)[0], sums(shown)[0]) == ("Jana Nováková", "42")


def test_a_refund_is_a_line_below_zero_and_says_of_what(stage: OpenStage) -> None:
    def fill(shop: JournalShop) -> None:
        sold = shop.sent(shop.sell(paid="10"))
        shop.store.refund_sale(sold, ids=new_sale_ids(), at=shop.utc(), amount=Decimal(4))

    shown = stage(fill=fill)
    assert texts(shown, 0)[1:] == ("Jana Nováková", "Refund ••••\u00a07712", "−€4.00", "−20", "Waiting")
    assert shown.page.row_words.of(shown.page.model.row_at(1), None).paid_below == "€4.00 refunded"
    assert sums(shown) == ["1", "€6.00", "", "+30", ""]


@pytest.mark.parametrize("size", [(1024, 720), (1024, 768), (1280, 800), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_nothing_is_cut_or_covered_at_any_size(stage: OpenStage, size: tuple[int, int], language: str) -> None:
    shown = stage(fill=day, size=size, language=language)
    detail = shown.page.detail
    for button in (detail.refund, detail.void):
        assert button.isHidden() or button.width() >= button.needed_width() - 16
    assert shown.page.list.view.viewport().height() >= 5 * 56
    assert detail.paid.height() >= detail.paid.type_style.line_px
    assert detail.scroller.height() >= 56
    assert shown.page.minimumSizeHint().width() <= shown.page.width()
