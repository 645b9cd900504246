"""``StepForm``: what a way out does, whom it is for, who decides and why; in the card, never a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from pos_app.ui import words
from pos_app.ui.sync.step import Ask, Fault, Step
from pos_app.ui.theme import Type
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.facts import ErrorLine
from pos_app.ui.widgets.flow import FlowLayout
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Block
from pos_app.ui.widgets.suggestions import SuggestionList
from pos_app.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pos_app.ui.widgets.suggestions import Suggestion

__all__ = ["StepForm"]

_ROWS = 4
"""Suggestions seen at once; the others are scrolled to."""


class StepForm(Block):
    """Tells what was typed and pressed; shows what its presenter says."""

    confirmed = Signal()
    cancelled = Signal()
    who_edited = Signal(str)
    why_edited = Signal(str)
    search_edited = Signal(str)
    row_picked = Signal(int)
    number_used = Signal()
    chosen_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        said = words.issues
        self._needs_why = False
        self.sentence = PlainLabel("", Type.BODY, wrap=True, limit=300)
        self.search = TextField(said.phone_card_or_name(), icon="search", limit=120)
        self.list = SuggestionList()
        self.number = Button("", ButtonKind.TINT, icon="user", height=48)
        self.chosen = Button("", ButtonKind.SECONDARY, icon="user", height=48)
        self.who = TextField(said.who(), icon="user", limit=60)
        self.why = TextField(said.why_if_you_like(), icon="pencil", limit=200)
        self.error = ErrorLine()
        self.confirm = Button("", ButtonKind.PRIMARY)
        self.back = Button(said.back(), ButtonKind.QUIET)
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.search.textEdited.connect(self.search_edited)
        self.who.textEdited.connect(self.who_edited)
        self.why.textEdited.connect(self.why_edited)
        self.list.picked.connect(self.row_picked)
        self.number.clicked.connect(self.number_used)
        self.chosen.clicked.connect(self.chosen_again)
        self.confirm.clicked.connect(self.confirmed)
        self.back.clicked.connect(self.cancelled)

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(self.who, 2)
        fields.addWidget(self.why, 3)
        buttons = FlowLayout(12)
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        for part in (self.sentence, self.search, self.list, self.number, self.chosen):
            column.addWidget(part)
        column.addLayout(fields)
        column.addWidget(self.error)
        column.addLayout(buttons)

    @property
    def fields(self) -> tuple[TextField, TextField, TextField]:
        """What can be typed into."""
        return self.search, self.who, self.why

    def focus_first(self) -> None:
        """Where somebody goes on: whom it is for while nobody is chosen, then the first field that is empty, else the button."""
        if not self.search.isHidden():
            self.search.activate(select=True)
        elif not self.who.text():
            self.who.activate()
        elif self._needs_why:
            self.why.activate()
        else:
            # As if a key had brought it: the ring shows what Enter does.
            self.confirm.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_step(
        self,
        step: Step,
        *,
        who: str,
        needs_why: bool,
        does: str,
        confirm: str,
        rows: Sequence[Suggestion],
        whom: str,
        number: str,
        problem: str,
    ) -> None:
        """Show everything anew; what somebody is typing into is left alone."""
        self._needs_why = needs_why
        said = words.issues
        self.sentence.setText(does)
        searching = step.finder is not None and step.target is None
        self.search.setVisible(searching)
        if step.finder is not None:
            _fill(self.search, step.finder.text)
        self._show_rows(step, rows if searching else ())
        self.number.setVisible(searching and bool(number))
        self.number.setText(said.use_number(number))
        self.chosen.setVisible(bool(whom))
        self.chosen.setText(whom)
        self.chosen.set_icon_name("user")
        self.chosen.setAccessibleDescription(said.other_customer())
        _fill(self.who, who)
        _fill(self.why, step.why)
        self.why.edit.setPlaceholderText(said.why() if needs_why else said.why_if_you_like())
        self.confirm.setText(confirm)
        self._show_errors(step, problem)

    def _show_rows(self, step: Step, rows: Sequence[Suggestion]) -> None:
        chosen = step.finder.chosen if step.finder is not None else 0
        self.list.setVisible(bool(rows))
        shown = tuple(row.suggestion for row in self.list.rows)
        if rows and shown != tuple(rows):
            self.list.show_rows(rows, keep_choice=True)
            self.list.setFixedHeight(min(self.list.sizeHint().height(), _ROWS * 80 - 4))
        if rows:
            self.list.choose(chosen)

    def _show_errors(self, step: Step, problem: str) -> None:
        said = words.issues
        for ask, field, text in (
            (Ask.WHOM, self.search, said.choose_first()),
            (Ask.WHO, self.who, said.say_who()),
            (Ask.WHY, self.why, said.say_why()),
        ):
            field.set_error(text if ask in step.missing else None)
        first = next((field.error for field in self.fields if field.error and not field.isHidden()), "")
        fault = {Fault.DISK: said.not_kept(), Fault.GONE: problem or said.settled_elsewhere()}
        shown = first or (fault[step.fault] if step.fault is not None else "")
        self.error.set_words(shown)
        self.error.setVisible(bool(shown))


def _fill(field: TextField, text: str) -> None:
    if field.text() != text:
        field.setText(text)
