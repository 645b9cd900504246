"""``StoppedCard``: nothing goes out until a person says so: balances were written wrong, or the data was moved or put back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from pos_app.till.holding import Held, Word
from pos_app.ui import words
from pos_app.ui.sync.issue_card import Card
from pos_app.ui.sync.step import Fault
from pos_app.ui.widgets.button import Button

if TYPE_CHECKING:
    from pos_app.till.events import Status
    from pos_app.ui.sync.presenter import SyncPresenter

__all__ = ["StoppedCard"]

_WORDS = {Held.NO: (), Held.ELSEWHERE: (Word.MOVED, Word.COPY), Held.OLDER: (Word.RESTORED,)}
"""What may be said about what was found; where nothing was, writing may be allowed again."""


class StoppedCard(Card):
    """``allow_asked``: somebody chose a ``Word``, or (None) that balances may be written again."""

    allow_asked = Signal(object)

    def __init__(self, key: str) -> None:
        super().__init__("shield-alert")
        self.key = key
        self.facts.hide()
        said = words.issues
        labels = {
            None: (said.allow_again(), said.allow_does()),
            Word.MOVED: (said.was_moved(), said.moved_does()),
            Word.COPY: (said.is_copy(), said.copy_does()),
            Word.RESTORED: (said.was_restored(), said.restored_does()),
        }
        self._does = labels
        self.ways: dict[Word | None, Button] = {}
        for word, (label, _does) in labels.items():
            button = self.ways[word] = Button(label)
            button.clicked.connect(partial(self.allow_asked.emit, word))
            self.row.addWidget(button)

    def show_status(self, status: Status, state: SyncPresenter) -> None:
        """Why, and what may be said. The reason is outside text, shown as plain letters and cut."""
        said = words.line
        title = {Held.NO: said.writes_stopped(), Held.ELSEWHERE: said.elsewhere(), Held.OLDER: said.older()}[status.held]
        self.title.setText(title)
        self.setAccessibleName(title)
        held = status.held is not Held.NO
        self.meaning.setText(said.held_why() if held else f"{said.writes_stopped_why()} {status.writes_stopped}")
        offered: tuple[Word | None, ...] = _WORDS[status.held] or (None,)
        for word, button in self.ways.items():
            button.setVisible(word in offered)
        step = state.steps.get(self.key)
        opened = step is not None and self.form.isHidden()
        self.buttons.setVisible(step is None)
        self.form.setVisible(step is not None)
        if step is not None:
            label, does = self._does[step.word]
            refused = step.fault is Fault.GONE and step.word is Word.COPY
            self.form.show_step(
                step,
                who=state.who,
                needs_why=True,
                does=does,
                confirm=label,
                rows=(),
                whom="",
                number="",
                problem=words.issues.no_second_till() if refused else "",
            )
        if opened:
            self.form.focus_first()

    def focus_ways(self) -> None:
        """After the step was left."""
        next(button for button in self.ways.values() if not button.isHidden()).setFocus()
