"""``SettingsPage``: the sections of the settings. While it is shown, swipes are for it and not for the sale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pos_app.reader import Keystroke
from pos_app.reader.profile import ReaderProfile
from pos_app.reader.survey import Advice
from pos_app.reader.swipe import SILENCE_MS
from pos_app.till.setup_draft import SetupStep
from pos_app.ui import words
from pos_app.ui.printing.compose import Composer
from pos_app.ui.printing.seam import TrialPrinter
from pos_app.ui.sale.announcer import announce
from pos_app.ui.sale.states import Runner
from pos_app.ui.settings.about_section import AboutSection, OwnFacts, Works
from pos_app.ui.settings.appearance_section import AppearanceSection, AppearanceTill
from pos_app.ui.settings.connection_section import ConnectionSection, RekeyingTill
from pos_app.ui.settings.data_section import DataSection, OwnFolder, RetentionTill
from pos_app.ui.settings.keyboard_section import KeyboardSection, LanguageTill
from pos_app.ui.settings.nav import WIDTH, Section, SectionRow, SettingsNav
from pos_app.ui.settings.numbers_section import NumbersSection
from pos_app.ui.settings.presenter import ReaderPresenter, ReaderTill, Saving
from pos_app.ui.settings.printer_presenter import PrinterTill
from pos_app.ui.settings.printer_section import PrinterSection
from pos_app.ui.settings.programme_section import ProgrammeSection, ProgrammeTill
from pos_app.ui.settings.reader_section import ReaderSection
from pos_app.ui.settings.steps import Steps
from pos_app.ui.settings.training_section import TrainingSection
from pos_app.ui.settings.updates_part import UpdatesPart, UpdatingTill
from pos_app.ui.theme import Metrics, Type
from pos_app.ui.widgets.label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent

__all__ = ["KeySource", "SettingsPage"]


class KeySource(Protocol):
    """Where the page sees every key: the reader's tap."""

    def observe(self, observer: Callable[[Keystroke], None] | None) -> None: ...


class SettingsTill(ReaderTill, AppearanceTill, LanguageTill, PrinterTill, ProgrammeTill, RetentionTill, Protocol):
    """What the page needs of the till."""


class _OwnData(OwnFacts, OwnFolder, Protocol):
    """:class:`pos_app.till.own_data.OwnData`."""


class UpkeepTill(UpdatingTill, Protocol):
    """What the sections for whoever looks after the till need of it."""

    @property
    def data(self) -> _OwnData: ...
    @property
    def overview(self) -> Works: ...


class SettingsPage(QWidget):
    """A page of the shell. ``profile_saved`` gives each ``ReaderProfile`` that is on the disk now."""

    profile_saved = Signal(object)

    def __init__(
        self,
        till: SettingsTill,
        runner: Runner,
        *,
        formats: words.Formats,
        keys: KeySource,
        printing: TrialPrinter,
        composer: Composer,
        now: Callable[[], datetime],
        rekeying: RekeyingTill,
        upkeep: UpkeepTill,
        training: Sequence[str] = (),
    ) -> None:
        super().__init__()
        said = words.reader
        self._keys, self._told = keys, ""
        self.presenter = ReaderPresenter(till, runner, changed=self.show_state, saved=self._hand_on)
        self.steps = Steps((said.connect_step(), said.swipe_step(), said.done_step()))
        rows = {
            Section.CONNECTION: ("globe", words.connection.title()),
            Section.PROGRAMME: ("coins", words.setup.name(SetupStep.PROGRAMME)),
            Section.READER: ("credit-card-reader", said.card_reader()),
            Section.NUMBERS: ("credit-card", said.card_numbers()),
            Section.PRINTER: ("printer", words.printer.printer()),
            Section.APPEARANCE: ("palette", words.appearance.appearance()),
            Section.KEYBOARD: ("keyboard", words.keyboard.title()),
            Section.DATA: ("hard-drive", words.upkeep.data()),
            Section.TRAINING: ("life-buoy", words.training.training()),
            Section.ABOUT: ("info", words.upkeep.about()),
        }
        self.reader, self.numbers, self.appearance = (
            ReaderSection(formats),
            NumbersSection(),
            AppearanceSection(till, runner, formats=formats),
        )
        self.keyboard = KeyboardSection(till, runner)
        self.printer = PrinterSection(till, printing, runner, composer, now=now)
        self.connection = ConnectionSection(rekeying, runner, formats=formats)
        self.programme = ProgrammeSection(till, runner)
        language = till.language()
        self.about = AboutSection(upkeep, runner, UpdatesPart(upkeep, runner, formats=formats, language=language, now=now))
        self.data = DataSection(upkeep, till, runner, formats=formats, region=till.settings().shop.region, now=now)
        self._sections: dict[Section, QWidget] = {
            Section.CONNECTION: self.connection,
            Section.PROGRAMME: self.programme,
            Section.READER: self.reader,
            Section.NUMBERS: self.numbers,
            Section.PRINTER: self.printer,
            Section.APPEARANCE: self.appearance,
            Section.KEYBOARD: self.keyboard,
            Section.DATA: self.data,
            Section.ABOUT: self.about,
        }
        if training:
            self.training = self._sections[Section.TRAINING] = TrainingSection(training)
        self.nav = SettingsNav([SectionRow(each, *row) for each, row in rows.items() if each in self._sections])
        self._title = PlainLabel(words.shell.settings(), Type.TITLE_PAGE)
        self._stack = QStackedWidget()
        self._quiet = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._lay_out()
        self._connect()
        self.choose(Section.READER)
        self.show_state()

    def _lay_out(self) -> None:
        for section in self._sections.values():
            self._stack.addWidget(section)
        self._title.setFixedWidth(WIDTH)
        self._head, self._body, self._page = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._head.addWidget(self._title)
        self._head.addWidget(self.steps, 1)
        left = QVBoxLayout()
        left.addWidget(self.nav)
        left.addStretch(1)
        self._body.addLayout(left)
        self._body.addWidget(self._stack, 1)
        self._page.addLayout(self._head)
        self._page.addLayout(self._body, 1)
        order = (
            *(self.nav.row(section) for section in Section if section in self._sections),
            self.reader.field,
            self.reader.again,
            self.reader.default,
        )
        for before, after in pairwise((*order, self.reader.save)):
            QWidget.setTabOrder(before, after)
        self.apply_metrics(Metrics.for_window(1280, 800))

    def _connect(self) -> None:
        self._quiet.timeout.connect(self.presenter.silence)
        self.nav.chosen.connect(self.choose)
        self.reader.save.clicked.connect(self.presenter.save)
        self.reader.again.clicked.connect(self._start_over)
        self.reader.default.clicked.connect(self.presenter.use_default)
        self.numbers.save_asked.connect(self.presenter.save_numbers)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        pad = metrics.page_pad
        self._page.setContentsMargins(pad, pad - 2, pad, pad)
        self._page.setSpacing(18)
        self._head.setSpacing(metrics.gutter)
        self._body.setSpacing(metrics.gutter)
        self.connection.apply_metrics(metrics)
        self.programme.apply_metrics(metrics)
        self.data.apply_metrics(metrics)
        self.about.apply_metrics(metrics)
        if Section.TRAINING in self._sections:
            self.training.apply_metrics(metrics)
        self.reader.apply_metrics(metrics)
        self.numbers.apply_metrics(metrics)
        self.printer.apply_metrics(metrics)
        self.appearance.apply_metrics(metrics)
        self.keyboard.apply_metrics(metrics)

    @property
    def section(self) -> Section:
        return next(section for section, widget in self._sections.items() if widget is self._stack.currentWidget())

    def choose(self, section: Section) -> None:
        """Show a section."""
        reader = section is Section.READER
        self._stack.setCurrentWidget(self._sections[section])
        self.nav.show_chosen(section)
        self._listen()
        self.steps.setVisible(reader)

    def replace_key(self) -> None:
        """Somebody was sent here because the key is in trouble."""
        self.choose(Section.CONNECTION)
        self.connection.begin()

    @property
    def wants_swipes(self) -> bool:
        """Whether a swipe is for this page; the other sections leave it to the sale."""
        return self.section in (Section.READER, Section.NUMBERS)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The shell gives the page the focus: it goes where a reader's keys find nothing to change."""
        super().focusInEvent(event)
        (self.reader.field if self.section is Section.READER else self.nav.row(self.section)).setFocus()

    def listen_to(self, keys: KeySource) -> None:
        """From now on keys come from another tap."""
        self._keys = keys
        self._listen()

    def show_state(self) -> None:
        """Show everything anew."""
        state = self.presenter
        self.reader.show_state(state)
        self.numbers.show_state(state)
        done = state.saving is Saving.SAVED and state.survey.complete
        self.steps.show_step(3 if done else 2 if state.survey.complete else 1 if state.survey.last else 0)
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Listen."""
        super().showEvent(event)
        self._listen()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the reader back to the sale, and forget every card."""
        super().hideEvent(event)
        self._keys.observe(None)
        self._quiet.stop()
        self.presenter.leave()
        self.show_state()

    def _listen(self) -> None:
        self._keys.observe(self._key if self.isVisible() and self.wants_swipes else None)

    def _key(self, stroke: Keystroke) -> None:
        self._quiet.start()
        self.presenter.key(stroke)

    def _start_over(self) -> None:
        self.presenter.start_over()
        self.reader.field.setFocus()

    def _hand_on(self, profile: ReaderProfile) -> None:
        self.profile_saved.emit(profile)

    def _tell(self) -> None:
        """Say to who cannot see it what the last swipe led to. Never a digit."""
        survey, section = self.presenter.survey, self.reader
        advice = survey.advice
        if section.banner.isHidden():
            said = f"{section.title.text()}. {words.reader.swiped_spoken(len(survey.swipes))}" if survey.last else ""
        else:
            said = f"{section.banner.title}. {section.banner.sentence}"
        if said and said != self._told and self.isVisible():
            announce(self, said, advice is not None and advice is not Advice.ALT_CODES)
        self._told = said
