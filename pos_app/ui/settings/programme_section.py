"""The section "Programme": the numbers that the set-up asked for. They are in force from the next sale on."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from pos_app.loyalty.errors import PosError
from pos_app.loyalty.programme import Programme
from pos_app.till.setup_desk import Settings
from pos_app.till.setup_draft import SetupStep
from pos_app.ui import words
from pos_app.ui.sale.states import Runner
from pos_app.ui.setup.programme_form import ProgrammeForm
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.facts import Divider
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Panel

__all__ = ["ProgrammeSection", "ProgrammeTill"]


class ProgrammeTill(Protocol):
    """What the section needs of the till."""

    def settings(self) -> Settings: ...
    def save_programme(self, programme: Programme) -> Future[Programme]: ...


class ProgrammeSection(Panel):
    """``form`` says itself which number makes no sense. ``saved`` gives the ``Programme`` that is in force now."""

    saved = Signal(object)

    def __init__(self, till: ProgrammeTill, runner: Runner) -> None:
        super().__init__()
        self._till, self._runner = till, runner
        self.form = ProgrammeForm()
        self.form.fill(till.settings())
        self.banner = Banner("", "", BannerTone.NEUTRAL)
        self.save = Button(words.printer.save(), ButtonKind.PRIMARY, icon="check", height=48)
        self.save.setMinimumWidth(160)
        self.save.setEnabled(False)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(PlainLabel(words.setup.title(SetupStep.PROGRAMME), Type.TITLE_NAME, elide=True))
        self._sentence = PlainLabel(words.setup.sentence(SetupStep.PROGRAMME), Type.BODY, Ink.TEXT2, wrap=True)
        head.addWidget(self._sentence)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(Divider())
        self._column.addWidget(self.form, 1)
        self._column.addWidget(self.banner)
        self._column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignRight)
        self.banner.hide()
        self.form.edited.connect(self._edited)
        self.save.clicked.connect(self._save)
        self.apply_metrics(Metrics.for_window(1280, 800))

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        pad, low = metrics.panel_pad, metrics.height < 760
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(9 if low else 16)
        self.form.column.setSpacing(9 if low else 16)
        self._sentence.setVisible(not low)
        self.form.set_low(low)

    def _edited(self) -> None:
        self.banner.hide()
        self.save.setEnabled(True)

    def _save(self) -> None:
        answered = self.form.read(self._till.settings())
        if answered is None:
            return
        self.save.setEnabled(False)
        self._runner.run(self._till.save_programme(answered.programme), self._on_disk, self._not_on_disk)

    def _on_disk(self, programme: Programme) -> None:
        self.banner.set_words(words.printer.saved(), words.upkeep.next_sale(), BannerTone.GOOD, "circle-check")
        self.banner.show()
        self.saved.emit(programme)

    def _not_on_disk(self, _error: PosError) -> None:
        self.save.setEnabled(True)
        self.banner.set_words(words.reader.not_saved(), words.reader.disk_did_not_take_it(), BannerTone.BAD, "circle-alert")
        self.banner.show()
