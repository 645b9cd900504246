"""``StoppedCard``: the till stopped writing balances by itself; a person may let it go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from pos_app.ui import words
from pos_app.ui.sync.issue_card import Card
from pos_app.ui.widgets.button import Button

if TYPE_CHECKING:
    from pos_app.ui.sync.presenter import SyncPresenter

__all__ = ["StoppedCard"]


class StoppedCard(Card):
    """``allow_asked``: writing is to be allowed again."""

    allow_asked = Signal()

    def __init__(self, key: str) -> None:
        super().__init__("shield-alert")
        self.key = key
        self.allow = Button(words.issues.allow_again())
        self.allow.clicked.connect(self.allow_asked)
        self.row.addWidget(self.allow)
        self.title.setText(words.line.writes_stopped())
        self.facts.hide()
        self.setAccessibleName(self.title.text())

    def show_reason(self, reason: str, state: SyncPresenter) -> None:
        """Why: outside text, shown as plain letters and cut."""
        self.meaning.setText(f"{words.line.writes_stopped_why()} {reason}")
        step = state.steps.get(self.key)
        opened = step is not None and self.form.isHidden()
        self.buttons.setVisible(step is None)
        self.form.setVisible(step is not None)
        if step is not None:
            self.form.show_step(
                step,
                who=state.who,
                needs_why=True,
                does=words.issues.allow_does(),
                confirm=words.issues.allow_again(),
                rows=(),
                whom="",
                number="",
                problem="",
            )
        if opened:
            self.form.focus_first()

    def focus_ways(self) -> None:
        """After the step was left."""
        self.allow.setFocus()
