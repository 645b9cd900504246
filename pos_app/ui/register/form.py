"""``RegisterForm``: the fields, the card that was swiped, the consents and the two ways on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.ui import words
from pos_app.ui.register.states import EDITABLE, Field, Step
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.check_row import CheckRow
from pos_app.ui.widgets.facts import Divider
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Panel
from pos_app.ui.widgets.scroll_bar import BAR_PX
from pos_app.ui.widgets.scroll_column import ScrollColumn
from pos_app.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from pos_app.ui.register.presenter import RegisterPresenter

_ROOM = 6
"""For what is drawn around fields and buttons."""
_BAR = BAR_PX
"""Beside the fields, for the scroll bar."""


class LabelledField(QWidget):
    """A field with its label above; what is wrong with it, or a hint, stands beside the label."""

    def __init__(self, label: str, hint: str = "", *, placeholder: str = "", icon: str = "", large: bool = False) -> None:
        super().__init__()
        self._hint = hint
        self.label = PlainLabel(label, Type.HINT_MEDIUM, Ink.TEXT2)
        self.note = PlainLabel(hint, Type.HINT, Ink.TEXT3, elide=True)
        style = Type.TITLE_NAME if large else Type.LEAD
        self.field = TextField(
            placeholder, icon=icon, name=label, height=64 if large else 48, style=style, limit=254 if not large else 40
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.label)
        head.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(self.field)

    def show_text(self, text: str) -> None:
        """Without moving the caret of who types."""
        if self.field.text() != text:
            self.field.setText(text)

    def show_note(self, wrong: str, warning: str = "") -> None:
        """What is wrong, else what may be, else the hint."""
        self.field.set_error(wrong)
        self.note.setText(wrong or warning or self._hint)
        self.note.set_look(
            Type.HINT_MEDIUM if wrong or warning else Type.HINT, Ink.BAD if wrong else Ink.WARN if warning else Ink.TEXT3
        )


class RegisterForm(Panel):
    """``typed`` gives a field and its text, ``left`` a field that lost the focus."""

    typed = Signal(object, str)
    left = Signal(object)
    card_answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        said = words.register
        optional = said.optional()
        self.rows: dict[Field, LabelledField] = {
            Field.PHONE: LabelledField(said.phone(), icon="phone", large=True),
            Field.NAME: LabelledField(said.name(), optional),
            Field.SURNAME: LabelledField(said.surname(), optional),
            Field.BIRTHDAY: LabelledField(said.birthday(), optional, placeholder=said.birthday_form(), icon="cake"),
            Field.EMAIL: LabelledField(said.email(), optional),
            Field.PROMO: LabelledField(said.promo(), optional),
            Field.REFERRER: LabelledField(said.referrer(), optional, icon="phone"),
        }
        self.card = Banner("", "", BannerTone.NEUTRAL, "credit-card")
        self.card_yes = Button(said.use_card(), ButtonKind.SECONDARY, icon="credit-card", height=48)
        self.card_no = Button(said.not_this_card(), ButtonKind.QUIET, key="Esc", height=48)
        self.trouble = Banner("", "", BannerTone.BAD, "circle-alert")
        self.agrees = CheckRow(said.agrees(), said.agrees_why())
        self.news = CheckRow(said.news(), said.news_why())
        self.cancel = Button(said.cancel(), ButtonKind.SECONDARY, key="Esc", height=64)
        self.save = Button("", ButtonKind.PRIMARY, icon="check", key="↵", height=64)
        self.area = ScrollColumn(room=_ROOM)
        self._lay_out()
        for which, row in self.rows.items():
            row.field.textEdited.connect(lambda text, which=which: self.typed.emit(which, text))
            row.field.edit.editingFinished.connect(lambda which=which: self.left.emit(which))
        self.card_yes.clicked.connect(lambda: self.card_answered.emit(True))  # noqa: FBT003 - a signal of a bool
        self.card_no.clicked.connect(lambda: self.card_answered.emit(False))  # noqa: FBT003

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.rows[Field.PHONE], 0, 0, 1, 2)
        pairs = ((Field.NAME, Field.SURNAME), (Field.BIRTHDAY, Field.EMAIL), (Field.PROMO, Field.REFERRER))
        for line, pair in enumerate(pairs, start=1):
            for place, which in enumerate(pair):
                self._grid.addWidget(self.rows[which], line, place)
        answers = QHBoxLayout()
        answers.setSpacing(12)
        answers.addWidget(self.card_yes)
        answers.addWidget(self.card_no)
        answers.addStretch(1)
        self._line = Divider()
        ticks = QHBoxLayout()
        ticks.setSpacing(16)
        ticks.addWidget(self.agrees, 1)
        ticks.addWidget(self.news, 1)
        column = self.area.column
        column.setSpacing(12)
        column.addLayout(self._grid)
        column.addWidget(self.card)
        column.addLayout(answers)
        column.addWidget(self._line)
        column.addLayout(ticks)
        column.addWidget(self.trouble)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(_ROOM, 0, _ROOM + _BAR, 0)
        buttons.setSpacing(12)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.area, 1)
        self._column.addLayout(buttons)
        fields = [row.field.edit for row in self.rows.values()]
        order = [*fields, self.card_yes, self.card_no, self.agrees, self.news, self.save, self.cancel]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        pad = metrics.panel_pad
        self._column.setContentsMargins(pad - _ROOM, pad - _ROOM, pad - _ROOM - _BAR, pad)
        self._column.setSpacing(8)

    def show_state(self, state: RegisterPresenter) -> None:
        """Show everything anew."""
        editing = state.editing is not None
        for which, row in self.rows.items():
            row.setVisible(not editing or which is Field.PHONE or which in EDITABLE)
            row.show_text(state.texts[which])
            row.show_note(_sentence(state.errors.get(which)))
            row.field.setEnabled(state.step is not Step.SAVED and not (editing and which is Field.PHONE))
        phone = self.rows[Field.PHONE]
        if not state.errors.get(Field.PHONE) and state.alike is not None:
            name = state.alike.full_name or words.mask_phone(state.alike.phone)
            phone.show_note("", words.register.one_digit(name))
        phone.field.set_done(bool(state.phone) and not state.errors.get(Field.PHONE))
        self._show_card(state)
        for part in (self.agrees, self.news):
            part.setVisible(not editing)
        self._line.setVisible(not editing and state.swiped is None)
        self.agrees.setChecked(state.agreed)
        self.agrees.set_wrong(words.problems.sentence(Problem.CONSENT_MISSING) if state.consent_missing else "")
        self.news.setChecked(state.wants_news)
        for tick in (self.agrees, self.news):
            tick.setEnabled(state.step is not Step.SAVED)
        self._show_trouble(state)
        self._show_buttons(state)

    def _show_card(self, state: RegisterPresenter) -> None:
        said, swiped = words.register, state.swiped
        self.card.setVisible(swiped is not None)
        self.card_yes.setVisible(swiped is not None and swiped.owner is None and not swiped.accepted)
        self.card_no.setVisible(swiped is not None and state.step is Step.TYPING)
        if swiped is None:
            return
        card = words.mask_card(swiped.track)
        if swiped.owner is not None:
            name = swiped.owner.full_name or words.mask_phone(swiped.owner.phone)
            self.card.set_words(said.card_of(name), said.card_stays_theirs(), BannerTone.WARN, "credit-card-x")
            self.card_no.setText(said.take_card_away())
            return
        overwrites = state.editing is not None
        what = said.card_overwrites() if overwrites else said.card_becomes_theirs()
        title = said.card_chosen(card) if swiped.accepted else said.card_read(card)
        # Once it was said, its line is enough.
        what = "" if swiped.accepted and not overwrites else what
        self.card.set_words(title, what, BannerTone.WARN if overwrites else BannerTone.NEUTRAL, "credit-card")
        self.card_no.setText(said.take_card_away() if swiped.accepted else said.not_this_card())

    def _show_trouble(self, state: RegisterPresenter) -> None:
        self.trouble.setVisible(state.not_saved or state.nothing_changed)
        if state.not_saved:
            self.trouble.set_words(words.register.not_saved(), "", BannerTone.BAD, "circle-alert")
        elif state.nothing_changed:
            self.trouble.set_words(words.problems.sentence(Problem.NOTHING_CHANGED), "", BannerTone.NEUTRAL, "info")

    def _show_buttons(self, state: RegisterPresenter) -> None:
        said = words.register
        if state.step is Step.SAVED or state.known is not None:
            self.save.setText(said.start_sale())
            self.save.set_icon_name("shopping-bag")
        else:
            self.save.setText(said.save_changes() if state.editing is not None else said.save_and_start())
            self.save.set_icon_name("check")
        self.save.setEnabled(state.step is not Step.SAVING)
        saved = state.step is Step.SAVED
        self.cancel.setText(said.one_more() if saved else said.cancel())
        self.cancel.set_key("F8" if saved else "Esc")


def _sentence(problem: BadInput | None) -> str:
    if problem is None:
        return ""
    return words.problems.sentence(problem.problem, count=problem.count or 0, detail=problem.detail)
