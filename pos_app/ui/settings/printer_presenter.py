"""The printer as somebody sets it up: a draft that is tried before it is saved. No Qt; GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from pos_app.loyalty.errors import NotPrinted, PosError
from pos_app.paper.printer import Cut, Printer, PrinterKind

if TYPE_CHECKING:
    from pos_app.paper.slip import Picture
    from pos_app.ui.printing.compose import Composer
    from pos_app.ui.printing.seam import TrialPrinter
    from pos_app.ui.sale.states import Errand, Runner

__all__ = ["Outcome", "PrinterPresenter", "PrinterTill"]


class PrinterTill(Protocol):
    """What the section needs of the till's choices."""

    def printer(self) -> Printer: ...
    def save_printer(self, printer: Printer) -> Future[Printer]: ...


class Outcome(Enum):
    """What became of what was pressed last."""

    NOTHING = auto()
    PRINTING = auto()
    PRINTED = auto()
    NOT_PRINTED = auto()
    SAVED = auto()
    NOT_SAVED = auto()


class PrinterPresenter:
    """``draft`` is what the section shows; ``changed`` is called after every change.

    ``names``: the printers that the computer knows; asked in another thread, for it may take a while.
    """

    def __init__(
        self,
        till: PrinterTill,
        printing: TrialPrinter,
        runner: Runner,
        composer: Composer,
        *,
        now: Callable[[], datetime],
        names: Callable[[], list[str]],
        changed: Callable[[], None],
    ) -> None:
        self._till, self._printing, self._runner, self._composer = till, printing, runner, composer
        self._now, self._names, self._changed = now, names, changed
        self._drawing: Errand | None = None
        self._addresses: dict[PrinterKind, str] = {}
        self.saved = self.draft = till.printer()
        self.outcome = Outcome.NOTHING
        self.why: NotPrinted | None = None
        self.picture: Picture | None = None
        """The test page on the chosen paper; None: not drawn yet."""
        self.known: tuple[str, ...] | None = None
        """The computer's own printers; None: not asked yet."""

    @property
    def sensible(self) -> bool:
        return not self.draft.fault

    @property
    def address_wrong(self) -> bool:
        """Something is entered that is no address; an empty field is only not filled in yet."""
        return bool(self.draft.address) and not self.sensible

    @property
    def can_test(self) -> bool:
        return self.sensible and self.draft.kind is not PrinterKind.NONE and self.outcome is not Outcome.PRINTING

    @property
    def can_save(self) -> bool:
        return self.sensible and self.draft != self.saved

    def choose_kind(self, kind: PrinterKind) -> None:
        """Each kind keeps the address that was typed for it."""
        if kind is not self.draft.kind:
            self._addresses[self.draft.kind] = self.draft.address
            known = self.saved.address if kind is self.saved.kind else ""
            self._edit(replace(self.draft, kind=kind, address=self._addresses.get(kind, known)))
            if kind is PrinterKind.SYSTEM:
                self._runner.run(self._printing.run(self._names), self._named, self._not_drawn)

    def type_address(self, text: str) -> None:
        self._edit(replace(self.draft, address=text.strip()))

    def choose_paper(self, paper_mm: int) -> None:
        self._edit(replace(self.draft, paper_mm=paper_mm))
        self.draw()

    def choose_cut(self, cut: Cut) -> None:
        self._edit(replace(self.draft, cut=cut))

    def choose_auto(self, *, auto_print: bool) -> None:
        self._edit(replace(self.draft, auto_print=auto_print))

    def draw(self) -> None:
        """Show the test page as it would come out."""
        if self._drawing is not None:
            self._drawing.cancel()
        picture = self._printing.picture(self._composer.test_page(self._now()), self.draft.width)
        self._drawing = self._runner.run(picture, self._drawn, self._not_drawn)

    def test(self) -> None:
        """Print the test page on the printer as it is entered, saved or not."""
        if self.can_test:
            self.outcome = Outcome.PRINTING
            job = self._printing.print(self._composer.test_page(self._now()), self.draft)
            self._runner.run(job, self._printed, self._not_printed)
            self._changed()

    def save(self) -> None:
        """Print on this one from now on."""
        if self.can_save:
            self._runner.run(self._till.save_printer(self.draft), self._on_disk, self._not_on_disk)

    def _edit(self, draft: Printer) -> None:
        self.draft = draft
        if self.outcome is not Outcome.PRINTING:
            self.outcome = Outcome.NOTHING
        self._changed()

    def _drawn(self, picture: Picture) -> None:
        self._drawing, self.picture = None, picture
        self._changed()

    def _named(self, names: list[str]) -> None:
        self.known = tuple(names)
        self._changed()

    def _not_drawn(self, _error: PosError) -> None:
        self._drawing = None

    def _printed(self, _none: None) -> None:
        self._end(Outcome.PRINTED)

    def _not_printed(self, error: PosError) -> None:
        self.why = error if isinstance(error, NotPrinted) else None
        self._end(Outcome.NOT_PRINTED)

    def _on_disk(self, printer: Printer) -> None:
        self.saved = printer
        self._end(Outcome.SAVED)

    def _not_on_disk(self, _error: PosError) -> None:
        self._end(Outcome.NOT_SAVED)

    def _end(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self._changed()
