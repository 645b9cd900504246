"""Looking at a slip and printing it again, against a printer on a real socket."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pos_app.paper.printer import Printer, PrinterKind
from pos_app.ui import words
from pos_app.ui.journal.states import Doing
from tests.devices.paper_roll import NO_PAPER, PaperRoll
from tests.devices.stand_in import NetworkPrinter
from tests.ui.journal.conftest import Hands, OpenStage
from tests.ui.journal.gallery import Stage
from tests.ui.journal.shop import JournalShop

WAIT_MS = 20_000


def sold(shop: JournalShop) -> None:
    shop.sent(shop.sell(receipt="20418", paid="64.90"))


def use(stage: Stage, printer: NetworkPrinter) -> None:
    there = Printer(kind=PrinterKind.NETWORK, address=printer.address)
    stage.shop.keeper.change(lambda settings: replace(settings, printer=there))


def toast(stage: Stage) -> str:
    return stage.page.toast.words


def opened(stage: Stage) -> Stage:
    stage.page.detail.slip.click()
    stage.settle()
    assert stage.page.acting.doing is Doing.SLIP
    return stage


def test_the_slip_is_seen_as_the_printer_would_print_it(stage: OpenStage) -> None:
    shown = opened(stage(fill=sold))
    slip = shown.page.slip
    assert slip.isVisible()
    assert slip.picture.height() > 200
    assert slip.picture.width() > 300
    picture = slip.picture.grab().toImage()
    assert picture.pixelColor(3, picture.height() // 2).name() == "#ffffff"
    assert shown.page.acting.slip is not None
    assert shown.page.acting.slip.picture is not None


def test_without_a_printer_it_says_where_one_is_set_up_and_prints_nothing(stage: OpenStage) -> None:
    shown = opened(stage(fill=sold))
    assert not shown.page.slip.main.isEnabled()
    assert shown.page.slip.note.text() == "No printer is set up: Settings, Printer"
    Hands(shown).key(Qt.Key.Key_Return)
    assert shown.page.acting.slip is not None
    assert not shown.page.acting.slip.busy


def test_it_is_printed_again_with_the_keyboard_and_says_that_it_is_a_copy(stage: OpenStage, qtbot: QtBot) -> None:
    shown = stage(fill=sold)
    with NetworkPrinter() as there:
        use(shown, there)
        hands = Hands(shown)
        hands.key(Qt.Key.Key_F10)
        hands.key(Qt.Key.Key_Return)
        assert shown.page.slip.main.text() == "Printing…"
        qtbot.waitUntil(lambda: toast(shown) == "Slip printed", timeout=WAIT_MS)
        there.wait_for_jobs(1)
        picture = shown.page.acting.slip.picture if shown.page.acting.slip else None
        assert picture is not None
        assert there.roll.paper().height == picture.height, "what was seen is what was printed"
        hands.key(Qt.Key.Key_Escape)
        assert shown.page.acting.doing is Doing.NOTHING


def test_a_printer_without_paper_is_said_and_can_be_tried_again(stage: OpenStage, qtbot: QtBot) -> None:
    shown = stage(fill=sold)
    with NetworkPrinter(PaperRoll(state=NO_PAPER)) as there:
        use(shown, there)
        opened(shown)
        shown.page.slip.main.click()
        qtbot.waitUntil(lambda: toast(shown) == "Printer has no paper", timeout=WAIT_MS)
        assert shown.page.slip.main.text() == "Try again"
        assert shown.page.slip.note.text() == "Printer has no paper."
        there.roll.state = 0
        shown.page.slip.main.click()
        qtbot.waitUntil(lambda: toast(shown) == "Slip printed", timeout=WAIT_MS)


def test_a_slip_that_broke_off_is_told_as_such(stage: OpenStage, qtbot: QtBot) -> None:
    shown = stage(fill=sold)
    with NetworkPrinter(dies_after=9_000) as there:
        use(shown, there)
        opened(shown)
        shown.page.slip.main.click()
        qtbot.waitUntil(lambda: toast(shown) == "Printer does not answer", timeout=WAIT_MS)
        assert shown.page.slip.note.text() == "Printer does not answer. The slip may be printed in part."


def test_it_is_kept_as_a_pdf_under_a_name_that_nobody_has(stage: OpenStage) -> None:
    shown = opened(stage(fill=sold))
    for name in ("Points slip 20418.pdf", "Points slip 20418 (2).pdf"):
        shown.page.slip.pdf.click()
        shown.settle()
        assert toast(shown) == f"{name} is in Documents"
        assert (shown.folder / "Documents" / name).read_bytes().startswith(b"%PDF")


def test_a_disk_that_does_not_take_the_pdf_is_said(stage: OpenStage) -> None:
    shown = opened(stage(fill=sold))
    (shown.folder / "Documents").write_text("in the way")
    shown.page.slip.pdf.click()
    shown.settle()
    assert toast(shown) == "The file was not saved: the disk did not take it."


@pytest.mark.parametrize("size", [(1280, 800), (1024, 720)])
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_nothing_of_the_sheet_is_cut_off(stage: OpenStage, size: tuple[int, int], language: str) -> None:
    shown = opened(stage(fill=sold, size=size, language=language))
    for button in (shown.page.slip.pdf, shown.page.slip.main, shown.page.slip.back):
        assert button.width() >= button.needed_width()
    assert shown.page.slip.scroller.height() > 200
