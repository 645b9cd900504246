"""Step 7: a first sale that counts for nothing, and the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from pos_app.ui import words
from pos_app.ui.setup.course import Answer, Course
from pos_app.ui.setup.form import Form
from pos_app.ui.theme import Ink, Type
from pos_app.ui.widgets.avatar import AvatarTone
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.facts import FactRow
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Panel

__all__ = ["PracticeForm"]


class PracticeForm(Form):
    """``practise``: open the till against the make-believe server. ``people``: name and number of who can be tried there."""

    practise = Signal()

    def __init__(self, people: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        said = words.setup
        panel = Panel()
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.setSpacing(12)
        inside.addWidget(PlainLabel(said.practice_cards(), Type.BODY_BOLD))
        for name, number in people:
            inside.addWidget(FactRow("credit-card", name, number, AvatarTone.GREY))
        inside.addWidget(PlainLabel(said.practice_how(), Type.SMALL, Ink.TEXT2, wrap=True))
        self.start = Button(said.practise(), ButtonKind.TINT, icon="shopping-bag")
        inside.addWidget(self.start)
        self.ready = Banner("", "", BannerTone.GOOD, "circle-check")
        self.column.addWidget(panel)
        self.column.addWidget(self.ready)
        self.column.addStretch(1)
        self.start.clicked.connect(self.practise)

    def show_course(self, course: Course) -> None:
        """How it is with the real till."""
        said = words.setup
        if course.connection is Answer.WELL:
            self.ready.set_words(said.ready(), said.ready_why(), BannerTone.GOOD, "circle-check")
        else:
            self.ready.set_words(said.ready(), said.ready_unasked(), BannerTone.NEUTRAL, "info")

    def begin(self) -> None:
        """What most people do first."""
        self.start.setFocus()
