"""Setting up a printer: it is tried before it is saved, and nothing that makes no sense can be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pos_app.paper.printer import Cut, Printer, PrinterKind
from pos_app.ui import words
from pos_app.ui.printing.page import system_printers
from pos_app.ui.settings.nav import Section
from pos_app.ui.settings.printer_presenter import Outcome
from tests.devices.paper_roll import NO_PAPER, PaperRoll
from tests.devices.stand_in import NetworkPrinter
from tests.ui.settings.pretend import PretendTill, Stage

OpenStage = Callable[..., Stage]


def opened(stage: OpenStage, **wishes: object) -> Stage:
    shown = stage(**wishes)
    shown.page.choose(Section.PRINTER)
    shown.settle()
    return shown


def press(shown: Stage, button: object) -> None:
    button.click()  # type: ignore[attr-defined]
    shown.settle()


def at_network(shown: Stage, address: str) -> None:
    press(shown, shown.page.printer.kinds.buttons[tuple(PrinterKind).index(PrinterKind.NETWORK)])
    shown.page.printer.address.edit.setText("")
    shown.page.printer.address.insert(address)
    shown.settle()


def banner(shown: Stage) -> tuple[str, str]:
    assert shown.page.printer.banner.isVisible()
    return shown.page.printer.banner.title, shown.page.printer.banner.sentence


def test_a_till_without_a_printer_says_what_that_means_and_offers_no_test(stage: OpenStage) -> None:
    shown = opened(stage)
    section = shown.page.printer
    assert banner(shown)[1] == "Slips are not printed. They can be kept as PDF in the Journal."
    assert not section.test.isVisible()
    assert not section.address.isVisible()
    assert not section.save.isEnabled()


def test_a_printer_is_tried_before_it_is_saved(stage: OpenStage) -> None:
    shown = opened(stage)
    section = shown.page.printer
    with NetworkPrinter() as there:
        at_network(shown, there.address)
        press(shown, section.papers.buttons[0])
        press(shown, section.when.buttons[1])
        press(shown, section.cuts.buttons[1])
        press(shown, section.test)
        assert banner(shown)[0] == "The test page is printed"
        assert shown.till.slips == Printer(), "not saved yet"
        there.wait_for_jobs(1)
        assert there.roll.cuts == [b"\1"]
        assert max(band.width for band in there.roll.bands) == 384
        press(shown, section.save)
    assert banner(shown) == ("Saved", "The next slip comes out of this printer.")
    assert shown.till.slips == Printer(kind=PrinterKind.NETWORK, address=there.address, paper_mm=58, auto_print=True, cut=Cut.PART)
    assert not section.save.isEnabled()


def test_a_printer_that_does_not_print_says_why(stage: OpenStage) -> None:
    shown = opened(stage)
    with NetworkPrinter(PaperRoll(state=NO_PAPER)) as there:
        at_network(shown, there.address)
        press(shown, shown.page.printer.test)
        assert banner(shown)[0] == "Printer has no paper"
    press(shown, shown.page.printer.test)
    assert banner(shown)[0] == "Printer does not answer"


def test_an_address_that_makes_no_sense_is_said_at_the_field_and_not_saved(stage: OpenStage) -> None:
    shown = opened(stage)
    section = shown.page.printer
    at_network(shown, "no such host!/")
    assert section.error.isVisible()
    assert not section.test.isEnabled()
    assert not section.save.isEnabled()
    at_network(shown, "printer.shop:9100")
    assert not section.error.isVisible()
    assert section.save.isEnabled()


def test_each_kind_keeps_the_address_that_was_typed_for_it(stage: OpenStage) -> None:
    shown = opened(stage)
    at_network(shown, "10.0.0.5")
    section = shown.page.printer
    press(shown, section.kinds.buttons[tuple(PrinterKind).index(PrinterKind.USB)])
    assert section.address.text() == ""
    assert section.save.isEnabled(), "the first printer on USB"
    press(shown, section.kinds.buttons[tuple(PrinterKind).index(PrinterKind.NETWORK)])
    assert section.address.text() == "10.0.0.5"


def test_a_printer_of_the_computers_own_is_chosen_by_name_and_cuts_by_itself(stage: OpenStage) -> None:
    shown = opened(stage)
    section = shown.page.printer
    press(shown, section.kinds.buttons[tuple(PrinterKind).index(PrinterKind.SYSTEM)])
    known = system_printers()
    assert section.known.text() == (f"This computer knows: {', '.join(known)}" if known else "This computer knows no printer.")
    assert not section.cuts.isVisible()
    assert section.save.isEnabled(), "the computer's own choice"


def test_a_disk_that_does_not_take_it_is_said(stage: OpenStage) -> None:
    shown = opened(stage, till=PretendTill(disk_is_full=True))
    at_network(shown, "10.0.0.5")
    press(shown, shown.page.printer.save)
    assert shown.page.printer.presenter.outcome is Outcome.NOT_SAVED
    assert banner(shown)[0]
    assert shown.page.printer.save.isEnabled()


def test_the_test_page_is_seen_on_the_paper_that_was_chosen(stage: OpenStage) -> None:
    shown = opened(stage)
    at_network(shown, "10.0.0.5")
    for at, width in ((0, 384), (1, 576)):
        press(shown, shown.page.printer.papers.buttons[at])
        picture = shown.page.printer.presenter.picture
        assert picture is not None
        assert picture.width == width
    assert shown.page.printer.picture.isVisible()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 720)])
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_nothing_is_cut_off(stage: OpenStage, size: tuple[int, int], language: str, tmp_path: Path) -> None:
    till = PretendTill(slips=Printer(kind=PrinterKind.FILE, address=str(tmp_path / "printer")))
    shown = opened(stage, size=size, language=language, till=till)
    section = shown.page.printer
    press(shown, section.test)
    assert section.rect().contains(section.save.geometry())
    for row in (section.kinds, section.papers, section.when, section.cuts):
        for button in row.buttons:
            assert button.width() >= button.needed_width(), button.text()
            assert button.height() >= 48, "a finger misses it"
    for button in (section.test, section.save):
        assert button.width() >= button.needed_width()
