"""Step 6: what slips are printed on, with the same test page as in Settings."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime

from pos_app.paper.printer import Printer
from pos_app.till.setup_desk import Settings
from pos_app.ui import words
from pos_app.ui.printing.compose import Composer
from pos_app.ui.printing.seam import TrialPrinter
from pos_app.ui.sale.states import Runner
from pos_app.ui.settings.printer_section import PrinterSection
from pos_app.ui.setup.form import Form
from pos_app.ui.theme import Metrics

__all__ = ["PrinterForm"]


class PrinterForm(Form):
    """``press``: prints the test page."""

    def __init__(self, settings: Settings, press: TrialPrinter, runner: Runner, *, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._printer = settings.printer
        self._press, self._runner, self._now = press, runner, now
        self.section = self._new_section(settings)

    # What the section takes for the till's choices

    def printer(self) -> Printer:
        """As answered so far."""
        return self._printer

    def save_printer(self, printer: Printer) -> Future[Printer]:
        """With the other answers of the set-up."""
        self._printer = printer
        done: Future[Printer] = Future()
        done.set_result(printer)
        return done

    # A form

    def fill(self, settings: Settings) -> None:
        """The test page has the names that were given to shop and till meanwhile."""
        old, self.section = self.section, self._new_section(settings)
        self.column.removeWidget(old)
        old.hide()
        old.deleteLater()

    def read(self, settings: Settings) -> Settings | None:
        """What is entered must be an address, or "none"."""
        draft = self.section.presenter.draft
        if draft.fault:
            self.section.address.set_error(words.printer.address_makes_no_sense())
            self.section.address.activate()
            return None
        self._printer = draft
        return replace(settings, printer=draft)

    def _new_section(self, settings: Settings) -> PrinterSection:
        shop = settings.shop
        composer = Composer(shop=shop.name, till=shop.till, formats=words.Formats(shop.language, shop.currency))
        section = PrinterSection(self, self._press, self._runner, composer, now=self._now)
        # Continue saves.
        section.save.hide()
        section.apply_metrics(Metrics.for_window(1024, 720))
        self.column.addWidget(section, 1)
        return section
