"""The section "Printer": how it is reached, its paper, a test page. Nothing is in force before it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.paper.printer import PAPERS_MM, Cut, PrinterKind
from pos_app.ui import words
from pos_app.ui.printing.page import system_printers
from pos_app.ui.printing.preview import SlipPicture
from pos_app.ui.settings.appearance_section import ChoiceRow
from pos_app.ui.settings.parts import section_head
from pos_app.ui.settings.printer_presenter import Outcome, PrinterPresenter
from pos_app.ui.theme import Ink, Metrics, SizeClass, Type
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.facts import Divider, ErrorLine
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Panel
from pos_app.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QShowEvent

    from pos_app.ui.printing.compose import Composer
    from pos_app.ui.printing.seam import TrialPrinter
    from pos_app.ui.sale.states import Runner
    from pos_app.ui.settings.printer_presenter import PrinterTill

__all__ = ["PrinterSection"]

_LONGEST = 200
_PICTURE_PX = 216


class PrinterSection(Panel):
    """Shows what its presenter says."""

    def __init__(
        self, till: PrinterTill, printing: TrialPrinter, runner: Runner, composer: Composer, *, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        said = words.printer
        self.presenter = presenter = PrinterPresenter(
            till, printing, runner, composer, now=now, names=system_printers, changed=self.show_state
        )
        self.kinds = ChoiceRow(said.connection(), "", said.kinds())
        self.address = TextField("", icon="printer", height=48, limit=_LONGEST)
        self.error = ErrorLine()
        self.known = PlainLabel("", Type.HINT, Ink.TEXT2, elide=True)
        self.papers = ChoiceRow(said.paper(), "", tuple(said.millimetres(width) for width in PAPERS_MM))
        self.when = ChoiceRow(said.when(), "", (said.on_demand(), said.after_each_sale()))
        self.cuts = ChoiceRow(said.cut(), "", said.cuts())
        self.banner = Banner("", "", BannerTone.NEUTRAL, "printer")
        self.test = Button(said.test(), ButtonKind.SECONDARY, icon="printer", height=48)
        self.save = Button(said.save(), ButtonKind.PRIMARY, icon="check", height=48)
        self.save.setMinimumWidth(160)
        self.picture = SlipPicture(width_px=_PICTURE_PX)
        self._lay_out()
        self.kinds.chosen.connect(lambda at: presenter.choose_kind(tuple(PrinterKind)[at]))
        self.address.textEdited.connect(presenter.type_address)
        self.papers.chosen.connect(lambda at: presenter.choose_paper(tuple(PAPERS_MM)[at]))
        self.when.chosen.connect(lambda at: presenter.choose_auto(auto_print=bool(at)))
        self.cuts.chosen.connect(lambda at: presenter.choose_cut(tuple(Cut)[at]))
        self.test.clicked.connect(presenter.test)
        self.save.clicked.connect(presenter.save)
        self.apply_metrics(Metrics.for_window(1280, 800))
        self.show_state()

    def _lay_out(self) -> None:
        said = words.printer
        address = QVBoxLayout()
        address.setSpacing(2)
        address.addWidget(self.address)
        address.addWidget(self.error)
        address.addWidget(self.known)
        self._details = QWidget()
        self._details_column = details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 0, 0, 0)
        details.addLayout(address)
        pair = QHBoxLayout()
        pair.setSpacing(32)
        pair.addWidget(self.papers)
        pair.addWidget(self.cuts)
        pair.addStretch(1)
        details.addLayout(pair)
        details.addWidget(self.when)
        left = QVBoxLayout()
        left.addWidget(self._details)
        left.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addLayout(left, 1)
        middle.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self.test)
        foot.addWidget(self.save)
        self._column = QVBoxLayout(self)
        self._column.addLayout(section_head(said.printer(), said.why()))
        self._column.addWidget(Divider())
        self._column.addWidget(self.kinds)
        self._column.addLayout(middle, 1)
        self._column.addWidget(self.banner)
        self._column.addLayout(foot)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size; where it is narrow there is no room for a picture."""
        pad = metrics.panel_pad
        low = metrics.height < 760
        self._column.setContentsMargins(pad, pad, pad, pad)
        for column in (self._column, self._details_column):
            column.setSpacing(9 if low else 16)
        self.picture.setVisible(metrics.size_class is not SizeClass.S)

    def showEvent(self, event: QShowEvent) -> None:
        """The test page is drawn when somebody looks at it."""
        super().showEvent(event)
        if self.presenter.picture is None:
            self.presenter.draw()

    def show_state(self) -> None:
        """Show everything anew."""
        state, said = self.presenter, words.printer
        draft = state.draft
        self.kinds.show_chosen(tuple(PrinterKind).index(draft.kind))
        self.papers.show_chosen(tuple(PAPERS_MM).index(draft.paper_mm))
        self.cuts.show_chosen(tuple(Cut).index(draft.cut))
        self.when.show_chosen(int(draft.auto_print))
        prints = draft.kind is not PrinterKind.NONE
        self._details.setVisible(prints)
        hint = _HINTS.get(draft.kind)
        self.address.edit.setPlaceholderText("" if hint is None else hint())
        self.address.edit.setAccessibleName("" if hint is None else hint())
        if self.address.text().strip() != draft.address:
            self.address.setText(draft.address)
        wrong = said.address_makes_no_sense() if state.address_wrong else ""
        if self.address.error != wrong:
            self.address.set_error(wrong or None)
        self.error.set_words(wrong)
        self.error.setVisible(bool(wrong))
        self.known.setVisible(draft.kind is PrinterKind.SYSTEM and state.known is not None)
        self.known.setText(said.known(state.known) if state.known else said.none_known())
        # Where a text or a page from the computer comes out is not ours to cut.
        self.cuts.setVisible(draft.kind is not PrinterKind.SYSTEM)
        self.picture.show_picture(state.picture)
        self.test.setVisible(prints)
        self.test.setEnabled(state.can_test)
        self.test.setText(words.slip.printing() if state.outcome is Outcome.PRINTING else said.test())
        self.save.setEnabled(state.can_save)
        self._show_banner()

    def _show_banner(self) -> None:
        state, said = self.presenter, words.printer
        none = state.draft.kind is PrinterKind.NONE
        shown: tuple[str, str, BannerTone, str] | None = None
        match state.outcome:
            case Outcome.PRINTED:
                shown = said.test_printed(), said.test_printed_why(), BannerTone.GOOD, "circle-check"
            case Outcome.NOT_PRINTED if state.why is not None:
                part = words.slip.may_be_in_part() if state.why.in_part else ""
                shown = words.slip.problem(state.why.why), part, BannerTone.BAD, "circle-alert"
            case Outcome.SAVED:
                shown = said.saved(), "" if none else said.saved_why(), BannerTone.GOOD, "circle-check"
            case Outcome.NOT_SAVED:
                shown = words.reader.not_saved(), words.reader.disk_did_not_take_it(), BannerTone.BAD, "circle-alert"
            case _ if none:
                shown = "", said.none_why(), BannerTone.NEUTRAL, "printer"
        self.banner.setVisible(shown is not None)
        if shown is not None:
            self.banner.set_words(*shown)


_HINTS = {
    PrinterKind.NETWORK: words.printer.network_address,
    PrinterKind.USB: words.printer.usb_address,
    PrinterKind.SERIAL: words.printer.serial_address,
    PrinterKind.FILE: words.printer.file_address,
    PrinterKind.SYSTEM: words.printer.system_address,
}
"""What belongs into the field."""
