"""``ClaimSheet``: whose purchase it was, when the card was forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_app.ui import words
from pos_app.ui.journal.sheet import Sheet
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.facts import ErrorLine
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.search_field import SearchField
from pos_app.ui.widgets.suggestions import SuggestionList

if TYPE_CHECKING:
    from pos_app.ui.journal.claim import Claim
    from pos_app.ui.journal.row_words import RowWords

__all__ = ["ClaimSheet"]


class ClaimSheet(Sheet):
    """``typed``: what is looked for; ``picked``: the row that was tapped."""

    typed = Signal(str)
    picked = Signal(int)

    def __init__(self, row_words: RowWords, parent: QWidget | None = None) -> None:
        super().__init__(words.journal.whose_sale(), row_words, parent)
        said = words.sale
        self.why = PlainLabel(words.journal.claim_why(), Type.BODY, Ink.TEXT2, wrap=True)
        self.field = SearchField(words.sale.type_any(), key="F2", name=words.sale.type_any(), clear_name=said.clear_search())
        self.error = ErrorLine()
        self.list = SuggestionList()
        self.body.setSpacing(10)
        self.body.addWidget(self.why)
        self.body.addWidget(self.field)
        self.body.addWidget(self.error)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.main)
        self.field.textEdited.connect(self.typed)
        self.list.picked.connect(self.picked)
        self.setFocusProxy(self.field)
        self.apply_metrics(Metrics.for_window(1280, 800))

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        super().apply_metrics(metrics)
        self.field.apply_metrics(metrics)

    def show_claim(self, claim: Claim, *, tight: bool) -> None:
        """Show it as it stands; ``tight``: half of its room is taken by letters."""
        self.why.setVisible(not tight)
        self.body.setSpacing(4 if tight else 10)
        self.show_sale(claim.story)
        phrases = self.row_words.phrases
        if self.field.text() != claim.text:
            self.field.setText(claim.text)
        self.field.set_busy(claim.looking)
        self.list.show_rows([phrases.suggestion(view, claim.text) for view in claim.found])
        self.list.choose(claim.chosen)
        wrong = phrases.problem(claim.problem)
        if claim.failure is not None:
            wrong = words.moments.nothing_changed()
        elif claim.nobody:
            wrong = words.moments.nobody_fits()
        self.error.set_words(wrong)
        self.error.setVisible(bool(wrong) or not tight)
        customer = claim.customer
        said = words.journal
        self.main.setText(said.give_points() if customer is None else said.give_points_to(phrases.name(customer)))
        self.main.setEnabled(customer is not None and not claim.saving)
