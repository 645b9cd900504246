"""``SetupWindow``: the steps on the left, the page of one on the right, and three buttons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pos_app import resources
from pos_app.till.setup_desk import KeyName, Settings
from pos_app.till.setup_draft import SetupStep
from pos_app.ui import words
from pos_app.ui.printing.seam import TrialPrinter
from pos_app.ui.sale.announcer import announce
from pos_app.ui.sale.states import Runner
from pos_app.ui.setup.balances_form import BalancesForm
from pos_app.ui.setup.connection_form import ConnectionForm
from pos_app.ui.setup.course import Answer, Course
from pos_app.ui.setup.form import Form
from pos_app.ui.setup.practice_form import PracticeForm
from pos_app.ui.setup.printer_form import PrinterForm
from pos_app.ui.setup.programme_form import ProgrammeForm
from pos_app.ui.setup.reader_form import ReaderForm
from pos_app.ui.setup.shop_form import ShopForm
from pos_app.ui.setup.step_list import StepList
from pos_app.ui.theme import Ink, Type, theme
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import painting

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

__all__ = ["SetupWindow"]

_TITLE = Type.TITLE_PAGE.sized(32)
_NARROW, _LOW = 1200, 760


class SetupWindow(QWidget):
    """``left``: closed by its cross. ``language_chosen``: build another one that speaks it. ``practise``: see PracticeForm."""

    left = Signal()
    language_chosen = Signal(str)
    practise = Signal()

    def __init__(self, runner: Runner, settings: Settings, people: Sequence[tuple[str, str]], press: TrialPrinter) -> None:
        super().__init__()
        said = words.setup
        self.setWindowTitle("pos-app")
        self.setWindowIcon(QIcon(str(resources.path("icons", "app-icon.svg"))))
        self.setMinimumSize(1024, 720)
        self.course: Course | None = None
        self._shown: SetupStep | None = None
        steps = tuple(SetupStep)
        self.steps = StepList(said.set_up(), said.can_stop(), [(said.name(each), said.about(each)) for each in steps])
        self.shop, self.connection, self.balances = ShopForm(), ConnectionForm(_money), BalancesForm()
        self.programme, self.reader, self.practice = ProgrammeForm(), ReaderForm(settings, runner), PracticeForm(people)
        self.printer = PrinterForm(settings, press, runner, now=_now)
        forms = (self.shop, self.connection, self.balances, self.programme, self.reader, self.printer, self.practice)
        self.forms: dict[SetupStep, Form] = dict(zip(steps, forms, strict=True))
        self.number = PlainLabel("", Type.SMALL, Ink.TEXT2)
        self.title = PlainLabel("", _TITLE, wrap=True)
        self.sentence = PlainLabel("", Type.LEAD.bold(400), Ink.TEXT2, wrap=True)
        self.trouble = Banner("", "", BannerTone.BAD, "circle-alert")
        self.back = Button(said.back(), ButtonKind.SECONDARY, icon="arrow-left", key="Esc", height=64)
        self.other = Button("", ButtonKind.QUIET, height=64)
        self.go_on = Button(said.go_on(), ButtonKind.PRIMARY, key="Enter", height=64)
        self.go_on.setMinimumWidth(232)
        self._lay_out()
        self.shop.language_chosen.connect(self._choose_language)
        self.connection.ask_now.connect(self._ask)
        self.connection.changed_key.connect(lambda typed: self._key(KeyName.APP_KEY, typed))
        self.balances.changed_key.connect(self._key)
        self.balances.try_now.connect(self._try)
        self.practice.practise.connect(self.practise)
        self.back.clicked.connect(self._go_back)
        self.go_on.clicked.connect(self._go_on)
        self.other.clicked.connect(self._go_on_anyway)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for form in self.forms.values():
            self._stack.addWidget(form)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.other)
        foot.addWidget(self.go_on)
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addWidget(self.number)
        self._right.addSpacing(2)
        self._right.addWidget(self.title)
        self._right.addSpacing(2)
        self._right.addWidget(self.sentence)
        self._right.addSpacing(20)
        self._right.addWidget(self._stack, 1)
        self._right.addWidget(self.trouble)
        self._right.addSpacing(16)
        self._right.addLayout(foot)
        outside = QHBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(self.steps)
        outside.addLayout(self._right, 1)

    # Showing

    def show_course(self, course: Course) -> None:
        """Show everything anew; a step that is new gets its answers and the keyboard."""
        self.course = course
        step, form = course.step, self.forms[course.step]
        new = step is not self._shown
        self.go_on.setEnabled(not course.busy)
        self.back.setEnabled(not course.busy)
        if new:
            self._show_step(course, step, form)
        form.show_course(course)
        self.trouble.setVisible(course.trouble is not None)
        if course.trouble is not None:
            self.trouble.set_words(words.setup.try_later(), words.setup.why(course.trouble))
        offline = step is SetupStep.CONNECTION and course.connection is Answer.FAILED and KeyName.APP_KEY in course.keys
        self.other.setVisible(offline and course.refusal is not None and words.setup.nothing_answers(course.refusal))

    def _show_step(self, course: Course, step: SetupStep, form: Form) -> None:
        said = words.setup
        self._shown = step
        self.reader.listen(on=False)
        self.steps.show_step(step.number - 1)
        self.number.setText(said.step_of(step.number, len(SetupStep)))
        self.title.setText(said.title(step))
        self.sentence.setText(said.sentence(step))
        # The pages of the devices say themselves what is to be done, and need the room.
        self.sentence.setVisible(step not in (SetupStep.READER, SetupStep.PRINTER))
        self.back.setVisible(step is not SetupStep.SHOP)
        self.other.setText(said.offline_for_now())
        self.go_on.setText(said.open_till() if step is SetupStep.PRACTICE else said.go_on())
        form.fill(course.settings)
        self._stack.setCurrentWidget(form)
        # Where a page takes no keys of its own, Enter goes on.
        self.go_on.setFocus()
        form.begin()
        announce(self, f"{self.number.text()}. {self.title.text()}", False)  # noqa: FBT003 - politely

    # Going on and back

    def _go_on(self) -> None:
        course = self.course
        if course is None or course.busy:
            return
        if course.step is SetupStep.PRACTICE:
            course.finish()
            return
        settings = self.forms[course.step].read(course.settings)
        if settings is None:
            return
        if course.step is SetupStep.CONNECTION:
            self._leave_connection(course, settings)
        elif course.step is SetupStep.BALANCES and not course.has_keys_for(settings):
            self._ask_for_key(course)
        else:
            course.go_on(settings)

    def _leave_connection(self, course: Course, settings: Settings) -> None:
        if KeyName.APP_KEY not in course.keys:
            self.connection.needs_key()
        elif course.connection is Answer.WELL:
            course.go_on(settings)
        elif course.connection is not Answer.ASKING:
            course.connect(settings, then=self._go_on)

    def _ask_for_key(self, course: Course) -> None:
        """At the field that lacks it: where no keyring keeps the till's, taking the set-up up again begins with it."""
        if KeyName.APP_KEY in course.keys:
            self.balances.needs_key()
        else:
            course.go_back()
            self.connection.needs_key()

    def _go_on_anyway(self) -> None:
        course = self.course
        settings = None if course is None else self.forms[course.step].read(course.settings)
        if course is not None and settings is not None:
            course.go_on(settings)

    def _go_back(self) -> None:
        if self.course is not None and self.course.step is not SetupStep.SHOP:
            self.course.go_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc back; what a card reader types has been taken before it comes here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            focused = self.focusWidget()
            if isinstance(focused, Button) and focused is not self.go_on:
                focused.click()
            elif self._shown is not SetupStep.READER or focused is self.go_on:
                self._go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    # Answers that are used at once

    def _choose_language(self, language: str) -> None:
        if self.course is not None:
            self.course.settings = self.shop.unfinished(self.course.settings)
        self.language_chosen.emit(language)

    def _key(self, name: KeyName, typed: str) -> None:
        if self.course is not None:
            self.course.give_key(name, typed)
            if name is KeyName.APP_KEY:
                self.course.disconnect()

    def _ask(self) -> None:
        course = self.course
        if course is not None and course.step is SetupStep.CONNECTION:
            settings = self.connection.read(course.settings)
            if settings is not None:
                course.connect(settings)

    def _try(self, phone: str) -> None:
        course = self.course
        settings = None if course is None else self.balances.read(course.settings)
        if course is None or settings is None:
            return
        if not course.has_keys_for(settings):
            self._ask_for_key(course)
            return
        course.settings = settings
        course.examine(settings, phone)

    # The window

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window's size."""
        super().resizeEvent(event)
        narrow, low = self.width() < _NARROW, self.height() < _LOW
        self.steps.set_narrow(narrow)
        side, top = (32, 24) if narrow or low else (56, 40)
        self._right.setContentsMargins(side, top, side, top)
        self.balances.set_low(low)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was answered is kept."""
        self.reader.listen(on=False)
        self.left.emit()
        super().closeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The canvas."""
        painting(self).fillRect(self.rect(), theme().tokens.canvas)


def _now() -> datetime:
    return datetime.now().astimezone()


def _money(settings: Settings, amount: object) -> str:
    assert isinstance(amount, Decimal)  # noqa: S101 - an account's balance
    return words.Formats(settings.shop.language, settings.shop.currency).money(amount)
