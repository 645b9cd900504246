"""The section "Card numbers": what the shop's own cards look like, tried on the last card that was swiped."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui import words
from pos_app.ui.settings.presenter import MOST_NUMBERS, NumberFault, ReaderPresenter, Saving, fault_of
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind, IconButton
from pos_app.ui.widgets.facts import Divider, ErrorLine
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Panel
from pos_app.ui.widgets.text_field import TextField

__all__ = ["NumbersSection"]

_LONGEST = 120


class _NumberRow(QWidget):
    """A field, what is wrong with it, and a cross."""

    edited = Signal()
    removed = Signal()

    def __init__(self, number: str = "") -> None:
        super().__init__()
        said = words.reader
        self.field = TextField(said.number_placeholder(), icon="credit-card", height=48, limit=_LONGEST + 1)
        self.field.setText(number)
        self.cross = IconButton("x", said.remove_number(number or said.number_placeholder()), filled=False)
        self.error = ErrorLine()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        line.addWidget(self.cross)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.error)
        self.error.hide()
        self.field.textChanged.connect(self.edited)
        self.cross.clicked.connect(self.removed)

    @property
    def number(self) -> str:
        return self.field.text().strip()

    def show_fault(self, sentence: str, *, matches: bool) -> None:
        """Say what is wrong, or that the last card fits."""
        self.field.set_error(sentence)
        self.error.set_words(sentence)
        self.error.setVisible(bool(sentence))
        self.field.set_done(matches)


class NumbersSection(Panel):
    """``save_asked`` gives the numbers (a tuple of str) when all of them are without fault."""

    save_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        said = words.reader
        self.rows: list[_NumberRow] = []
        self._state: ReaderPresenter | None = None
        self._shown: tuple[str, ...] | None = None
        self.banner = Banner("", "", BannerTone.NEUTRAL, "credit-card")
        self.add = Button(said.add_number(), ButtonKind.TINT, icon="plus", height=48)
        self.save = Button(said.save(), ButtonKind.PRIMARY, icon="check")
        self.save.setMinimumWidth(180)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(PlainLabel(said.numbers_title(), Type.TITLE_NAME, elide=True))
        self._column.addSpacing(2)
        self._column.addWidget(PlainLabel(said.numbers_why(), Type.BODY, Ink.TEXT2, wrap=True))
        self._column.addSpacing(4)
        self._column.addWidget(PlainLabel(said.numbers_how(), Type.HINT, Ink.TEXT3, wrap=True))
        self._column.addSpacing(16)
        self._column.addLayout(self._list)
        self._column.addSpacing(12)
        more = QHBoxLayout()
        more.addWidget(self.add)
        more.addStretch(1)
        self._column.addLayout(more)
        self._column.addStretch(1)
        self._column.addWidget(Divider())
        self._column.addSpacing(16)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.banner, 1)
        foot.addWidget(self.save)
        self._column.addLayout(foot)
        self.add.clicked.connect(self._add_empty)
        self.save.clicked.connect(self._ask_to_save)
        self.apply_metrics(Metrics.for_window(1280, 800))

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        pad = metrics.panel_pad
        self._column.setContentsMargins(pad, pad, pad, pad)

    @property
    def numbers(self) -> tuple[str, ...]:
        """What is entered now, without the empty rows."""
        return tuple(row.number for row in self.rows if row.number)

    def show_state(self, state: ReaderPresenter) -> None:
        """Show what is saved if that changed, and try the last card anew."""
        self._state = state
        if state.numbers != self._shown:
            self._shown = state.numbers
            while self.rows:
                self._drop(self.rows[0])
            for number in state.numbers or ("",):
                self._append(number)
        self._check()

    def _append(self, number: str) -> _NumberRow:
        row = _NumberRow(number)
        row.edited.connect(self._check)
        row.removed.connect(partial(self._remove, row))
        self.rows.append(row)
        self._list.addWidget(row)
        return row

    def _add_empty(self) -> None:
        self._append("").field.activate()
        self._check()

    def _remove(self, row: _NumberRow) -> None:
        self._drop(row)
        self._check()

    def _drop(self, row: _NumberRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _check(self) -> None:
        """Every row by itself, and the last card against all."""
        state = self._state
        if state is None:
            return
        faults = False
        before: list[str] = []
        fits = False
        for row in self.rows:
            fault = fault_of(row.number, before) if row.number else None
            matches = bool(row.number) and fault is None and state.matches(row.number)
            row.show_fault(_FAULTS[fault]() if fault else "", matches=matches)
            faults, fits = faults or fault is not None, fits or matches
            before.append(row.number)
        self.add.setEnabled(len(self.rows) < MOST_NUMBERS and all(row.number for row in self.rows))
        self._show_card(state, fits=fits)
        self.save.setEnabled(not faults and self.numbers != state.numbers and state.saving is not Saving.UNDER_WAY)

    def _show_card(self, state: ReaderPresenter, *, fits: bool) -> None:
        said = words.reader
        if state.saving is Saving.FAILED:
            self.banner.set_words(said.not_saved(), said.disk_did_not_take_it(), BannerTone.BAD, "circle-alert")
        elif state.survey.advice is not None and state.card is None and state.survey.last is not None:
            advice = state.survey.advice
            why = said.advice_why(advice, count=state.survey.last.chars)
            self.banner.set_words(said.advice(advice), why, BannerTone.BAD, "credit-card-x")
        elif state.card is None:
            saved = state.saving is Saving.SAVED and self.numbers == state.numbers
            self.banner.set_words(
                said.saved() if saved else said.last_card(), said.swipe_to_try(), BannerTone.NEUTRAL, "credit-card"
            )
        else:
            title = said.any_card() if not self.numbers else said.card_matches() if fits else said.card_matches_not()
            tone = BannerTone.NEUTRAL if fits or not self.numbers else BannerTone.WARN
            icon = "circle-check" if fits else "credit-card"
            self.banner.set_words(title, f"{said.last_card()}: {state.card.masked}", tone, icon)

    def _ask_to_save(self) -> None:
        self.save_asked.emit(self.numbers)


_FAULTS: dict[NumberFault, Callable[[], str]] = {
    NumberFault.BAD: words.reader.bad_number,
    NumberFault.SLOW: words.reader.slow_number,
    NumberFault.LONG: words.reader.number_too_long,
    NumberFault.TWICE: words.reader.number_twice,
}
