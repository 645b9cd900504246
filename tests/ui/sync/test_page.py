"""The page: what waits, the line, the banners, keys, sizes, files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from pos_app.loyalty.errors import BadInput, DiskTrouble, Problem
from pos_app.till.events import Connection, PostingChanged, Status, StatusChanged
from pos_app.till.holding import Held, Word
from pos_app.till.overview import Turn
from pos_app.ui import words
from pos_app.ui.shell import PageKey
from pos_app.ui.sync.issues import Way
from pos_app.ui.theme import ThemeKind, install
from pos_app.ui.widgets.button import Button
from pos_app.ui.widgets.status_row import RowMark
from tests.gallery.view import View
from tests.ui.sync import gallery, pretend
from tests.ui.sync.gallery import ALL_REASONS, Stage
from tests.ui.sync.pretend import GOOD, PretendSync, told, two_waiting

OpenStage = Callable[..., Stage]


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def key(which: Qt.Key) -> None:
    QTest.keyClick(focus(), which)


def turns(window: Stage) -> list[str]:
    return [row.turn for row in window.page.issues.waiting.list.rows]


def test_what_waits_says_when_it_is_tried_next_and_counts_down(stage: OpenStage) -> None:
    window = stage(till=PretendSync(told((), two_waiting())))
    assert turns(window) == ["next try in 20 s", "in the queue"]
    window.wait(5)
    assert turns(window) == ["next try in 15 s", "in the queue"]
    window.wait(16)
    assert turns(window) == ["in the queue", "in the queue"]


def test_every_turn_has_its_words(stage: OpenStage) -> None:
    waiting = tuple(
        pretend.waits("1.00", turn.name, f"+42060511{turn.value:04}", pretend.at(9, turn.value), turn, 200.0) for turn in Turn
    )
    window = stage(till=PretendSync(told((), waiting)))
    assert turns(window) == [
        "being sent",
        "next try in 3:20",
        "next try in 3:20",
        "next try in 3:20",
        "waits for your decision",
        "paused",
    ]


def test_a_sale_with_used_and_earned_points_is_one_line(stage: OpenStage) -> None:
    first = pretend.waits("8.90", "Lucie Horáková", "+420605111222", pretend.at(9, 0))
    second = replace(first, posting=replace(first.posting, transaction_id="other"))
    window = stage(till=PretendSync(told((), (first, second))))
    assert [row.name for row in window.page.issues.waiting.list.rows] == ["Lucie Horáková"]
    assert window.page.issues.waiting.count.words == "1"


def test_fifty_thousand_that_wait_are_a_page_and_a_number(stage: OpenStage) -> None:
    waiting = tuple(pretend.waits("8.90", f"Customer {number}", f"+42060511{number:04}", pretend.at(9, 0)) for number in range(500))
    window = stage(till=PretendSync(told((), waiting, more=49_500)))
    panel = window.page.issues.waiting
    assert (panel.count.words, panel.more.text(), len(panel.list.rows)) == ("50,000", "and 49,500 more", 500)


def test_a_queue_that_drains_asks_the_till_once_a_second_at_most(stage: OpenStage) -> None:
    window = stage(till=PretendSync(told((), two_waiting())))
    before = window.till.asked
    posting = window.till.outstanding_is.waiting[0].posting
    for _ in range(100):
        window.till.tell(PostingChanged(posting))
    window.settle()
    assert window.till.asked == before
    window.wait(1.1)
    assert window.till.asked == before + 1


def test_a_hidden_page_asks_nothing(stage: OpenStage) -> None:
    window = stage(till=PretendSync(told((), two_waiting())))
    window.shell.request_page(PageKey.SETTINGS)
    before = window.till.asked
    window.till.now_is(told())
    window.wait(5)
    assert window.till.asked == before
    window.shell.request_page(PageKey.SYNC)
    window.settle()
    assert window.till.asked == before + 1
    assert not window.page.issues.all_sent.isHidden()


@pytest.mark.parametrize(
    ("connection", "title"),
    [
        (Connection.OFFLINE, "You are offline"),
        (Connection.PORTAL, "Network wants a log-in"),
        (Connection.KEY_REFUSED, "The till key no longer works. Enter a new one in Settings."),
        (Connection.NO_KEY, "No key"),
        (Connection.CLOCK, "Clock is wrong"),
        (Connection.SERVER, "Server has trouble"),
        (Connection.SLOW, "The server asked for a pause"),
        (Connection.WRONG_ACCOUNT, "Other account"),
    ],
)
def test_each_trouble_is_said_once_over_the_cards_and_goes_with_it(stage: OpenStage, connection: Connection, title: str) -> None:
    window = stage(status=Status(connection=connection))
    banner = window.page.issues.banner
    assert (banner.isHidden(), banner.title, bool(banner.sentence)) == (False, title, True)
    window.till.tell(StatusChanged(Status(connection=Connection.ONLINE)))
    window.settle()
    assert banner.isHidden()


def test_the_line_and_the_computer_are_told_with_marks(stage: OpenStage) -> None:
    panel = stage().page.panel
    assert [(panel.row(each).words, panel.row(each).mark) for each in ("internet", "core", "customers", "sent", "disk")] == [
        ("Good, 38\u00a0ms", RowMark.OK),
        ("Answered at 14:32", RowMark.OK),
        ("8,214 · updated 14:30", RowMark.OK),
        ("14:32:07", RowMark.OK),
        ("The disk takes everything", RowMark.OK),
    ]
    assert panel.row("internet").accessibleName() == "Internet, Good, 38\u00a0ms, all right"


def test_a_full_disk_and_a_roll_that_is_not_written_are_red(stage: OpenStage) -> None:
    full = stage(till=PretendSync(condition_is=replace(GOOD, free_bytes=120_000_000))).page.panel.row("disk")
    assert (full.words, full.mark) == ("Only 120 MB free", RowMark.BAD)
    roll = stage(till=PretendSync(condition_is=replace(GOOD, roll_trouble="No space."))).page.panel.row("disk")
    assert (roll.words, roll.mark) == ("The second copy cannot be written", RowMark.BAD)


def test_writing_is_allowed_again_with_who_and_why(stage: OpenStage) -> None:
    status = Status(connection=Connection.ONLINE, writes_stopped="The discount went from 5 to 0.")
    window = stage(till=PretendSync(told((), two_waiting())), status=status)
    card = window.page.issues.stopped
    assert "The discount went from 5 to 0." in card.meaning.text()
    card.ways[None].click()
    card.form.who.insert("Eva")
    card.form.confirm.click()
    window.settle()
    assert window.till.allowed == []
    card.form.why.insert("looked at it")
    card.form.confirm.click()
    window.settle()
    assert window.till.allowed == [("Eva", "looked at it")]


@pytest.mark.parametrize(
    ("held", "offered"), [(Held.ELSEWHERE, [Word.MOVED, Word.COPY]), (Held.OLDER, [Word.RESTORED])], ids=["elsewhere", "older"]
)
def test_data_that_was_moved_or_put_back_holds_everything_until_somebody_says_how_it_is(
    stage: OpenStage, held: Held, offered: list[Word]
) -> None:
    window = stage(till=PretendSync(told((), two_waiting())), status=Status(connection=Connection.ONLINE, held=held))
    card = window.page.issues.stopped
    assert [word for word, button in card.ways.items() if not button.isHidden()] == offered
    card.ways[offered[0]].click()
    card.form.who.insert("Eva")
    card.form.why.insert("a new computer")
    card.form.confirm.click()
    window.settle()
    assert window.till.words == [(offered[0], "Eva", "a new computer")]


def test_a_second_till_that_would_overwrite_balances_is_refused_in_words(stage: OpenStage) -> None:
    window = stage(status=Status(connection=Connection.ONLINE, held=Held.ELSEWHERE))
    window.till.trouble = BadInput(Problem.SETTING, detail="Two tills …")
    card = window.page.issues.stopped
    card.ways[Word.COPY].click()
    card.form.who.insert("Eva")
    card.form.why.insert("a second till")
    card.form.confirm.click()
    window.settle()
    assert window.till.words == []
    assert not card.form.error.isHidden()


def test_all_is_sent_and_quiet(stage: OpenStage) -> None:
    window = stage()
    issues = window.page.issues
    assert [issues.all_sent.isHidden(), issues.waiting.isHidden(), issues.banner.isHidden()] == [False, True, True]
    assert window.page.subtitle.text() == "Nothing for you to do."


def test_f5_sends_now(stage: OpenStage) -> None:
    window = stage(till=PretendSync(told((), two_waiting())))
    QTest.keyClick(window.page, Qt.Key.Key_F5)
    assert window.till.sent_now == 1


def test_a_card_is_settled_by_keys_alone(stage: OpenStage) -> None:
    window = gallery.picture(View())
    try:
        QTest.qWaitForWindowActive(window.shell)
        # The balance came after the focus: what it makes the best way out is before it now.
        assert focus() is window.card().button(Way.RETRY)
        for _ in range(2):
            QTest.keyClick(focus(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        assert focus() is window.card().button(Way.TAKE_ONLY)
        key(Qt.Key.Key_Return)
        window.settle()
        QTest.keyClicks(focus(), "Eva")
        key(Qt.Key.Key_Return)
        window.settle()
        QTest.keyClicks(focus(), "offline")
        key(Qt.Key.Key_Return)
        window.settle()
        assert [(each[1].who, each[1].reason) for each in window.till.decided] == [("Eva", "offline")]
        assert focus() is window.card().button(Way.CHOOSE)
        key(Qt.Key.Key_Return)
        window.settle()
        QTest.keyClicks(focus(), "ho")
        window.settle()
        key(Qt.Key.Key_Return)
        window.settle()
        assert window.card().form.chosen.words == "Lucie Horáková"
        key(Qt.Key.Key_Escape)
        window.settle()
        assert window.card().form.isHidden()
    finally:
        window.close()


def test_a_backup_is_saved_where_somebody_wants_it_and_says_where(stage: OpenStage, tmp_path: Path) -> None:
    window = stage()
    window.page.filing.back_up(tmp_path / "copy.db")
    window.settle()
    filed = window.page.issues.filed
    assert (window.till.saved, filed.title, filed.sentence) == ([tmp_path / "copy.db"], "Backup saved", str(tmp_path / "copy.db"))
    window.till.backup_trouble = DiskTrouble("No room.")
    window.page.filing.back_up(tmp_path / "again.db")
    window.settle()
    assert filed.title == "The file could not be written. Choose another place."


@pytest.mark.parametrize(("language", "separator", "sum_of"), [("en", ",", "12.50"), ("cs", ";", "12,50")])
def test_what_waits_is_saved_as_a_table_that_runs_nothing(
    stage: OpenStage, tmp_path: Path, language: str, separator: str, sum_of: str
) -> None:
    nasty = replace(pretend.nobodys_card().record.sale.buyer, name="=cmd|calc")
    card = pretend.nobodys_card()
    card = replace(card, record=replace(card.record, sale=replace(card.record.sale, buyer=nasty)))
    window = stage(till=PretendSync(told((card,), two_waiting())), language=language)
    window.page.filing.folder = tmp_path
    window.page.issues.waiting.export.click()
    window.settle()
    said = window.page.filing.said
    assert said is not None
    assert window.page.issues.filed.sentence == str(said.file)
    header, first, *others = said.file.read_text("utf-8-sig").splitlines()
    assert (len(header.split(separator)), len(others)) == (14, 2)
    cells = first.split(separator)
    assert (cells[3], cells[5], cells[6].strip('"')) == ("'=cmd|calc", "'200044718820", sum_of)
    window.page.issues.waiting.export.click()
    window.settle()
    assert len(list(tmp_path.glob("*.csv"))) == 2


def test_the_tile_in_the_rail_counts_what_needs_a_person(stage: OpenStage) -> None:
    window = stage(till=PretendSync(told((pretend.refused(), pretend.damaged()))))
    tile = window.shell.rail.tile(PageKey.SYNC)
    assert (tile.count, tile.accessibleName()) == (2, "Sync, 2 need attention")


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("size", [(1024, 720), (1024, 768), (1280, 800), (1366, 768), (1920, 1080)])
def test_every_reason_fits_at_every_size_and_nothing_is_cut(stage: OpenStage, size: tuple[int, int], language: str) -> None:
    till = PretendSync(told(tuple(make() for make in ALL_REASONS), two_waiting()))
    window = stage(till=till, size=size, language=language)
    assert (window.shell.width(), window.shell.height()) == size
    body = window.page.issues.widget()
    assert body is not None
    assert body.width() <= window.page.issues.viewport().width()
    for card in window.cards:
        for button in card.findChildren(Button):
            if button.isVisible():
                assert button.width() >= button.needed_width(), button.words
        assert card.meaning.height() >= card.meaning.heightForWidth(card.meaning.width())


@pytest.mark.parametrize("theme", list(ThemeKind))
def test_every_button_has_a_name_and_a_size_for_a_finger(stage: OpenStage, theme: ThemeKind) -> None:
    till = PretendSync(told(tuple(make() for make in ALL_REASONS), two_waiting()))
    install(theme)
    window = stage(till=till)
    window.choose(Way.CHOOSE, 1)
    for button in window.page.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()
            assert min(button.width(), button.height()) >= 48
    assert window.page.panel.row("account").words == f"riverside · €{Decimal(980)}.00"


def test_a_long_list_is_scrolled_by_the_keyboard_alone(stage: OpenStage) -> None:
    waiting = tuple(pretend.waits("8.90", f"Customer {number}", f"+42060511{number:04}", pretend.at(9, 0)) for number in range(60))
    window = stage(till=PretendSync(told((), waiting)))
    column = window.page.issues
    column.waiting.list.setFocus()
    for _ in range(40):
        key(Qt.Key.Key_Down)
    window.settle()
    at = column.verticalScrollBar().value()
    assert at > 0
    key(Qt.Key.Key_PageUp)
    assert column.verticalScrollBar().value() < at


def test_a_card_is_settled_by_touch_alone(stage: OpenStage) -> None:
    window = stage(till=PretendSync(told((pretend.damaged(),))))
    letters, form = window.page.letters, window.choose(Way.WRITE_OFF).form
    assert letters.isHidden()
    for field, word in ((form.who, "eva"), (form.why, "disk")):
        QTest.mouseClick(field.edit, Qt.MouseButton.LeftButton)
        window.settle()
        assert not letters.isHidden()
        for sign in word:
            QTest.mouseClick(letters.letters.key(sign), Qt.MouseButton.LeftButton)
    QTest.mouseClick(form.confirm, Qt.MouseButton.LeftButton)
    window.settle()
    assert [(each[1].who, each[1].reason) for each in window.till.decided] == [("eva", "disk")]
    assert letters.isHidden()


def test_where_a_keyboard_is_used_no_letters_come(stage: OpenStage) -> None:
    window = stage(till=PretendSync(told((pretend.damaged(),))))
    form = window.choose(Way.WRITE_OFF).form
    QTest.keyClicks(form.who.edit, "Eva")
    QTest.mouseClick(form.why.edit, Qt.MouseButton.LeftButton)
    window.settle()
    assert window.page.letters.isHidden()
