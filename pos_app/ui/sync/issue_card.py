"""``IssueCard``: one thing that needs a person: what it is, what it means, and exactly what can be done."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui import words
from pos_app.ui.sync.happenings import Happenings
from pos_app.ui.sync.issues import Shown, Way, issue, ways
from pos_app.ui.sync.step_form import StepForm
from pos_app.ui.theme import Ink, Type, theme
from pos_app.ui.widgets.avatar import Avatar, AvatarTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.flow import FlowLayout
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import box, painting

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from pos_app.till.overview import Stuck
    from pos_app.ui.sync.phrases import SyncPhrases
    from pos_app.ui.sync.presenter import SyncPresenter

__all__ = ["Card", "IssueCard"]

_QUIET = frozenset({Way.VOID, Way.WRITE_OFF})
_WAY_ICONS = {Way.CHOOSE: "search", Way.FIX_PHONE: "phone", Way.REGISTER: "user-plus", Way.RETRY: "refresh-cw"}


class Card(QWidget):
    """A panel with a red line: icon, heading, a line of facts, what it means, and room for buttons or a step."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._disc = Avatar("", 48, AvatarTone.BAD, icon=icon)
        self.title = PlainLabel("", Type.LEAD_BOLD, wrap=True)
        self.facts = PlainLabel("", Type.SMALL, Ink.TEXT2, elide=True)
        self.meaning = PlainLabel("", Type.BODY, Ink.TEXT2, wrap=True, limit=500)
        self.form = StepForm()
        self.form.hide()
        heading = QVBoxLayout()
        heading.setSpacing(1)
        heading.addStretch(1)
        heading.addWidget(self.title)
        heading.addWidget(self.facts)
        heading.addStretch(1)
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.addWidget(self._disc)
        self.head.addLayout(heading, 1)
        self.buttons = QWidget()
        self.row = FlowLayout(12, self.buttons)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 20, 20, 20)
        self.column.setSpacing(14)
        self.column.addLayout(self.head)
        self.column.addWidget(self.meaning)
        self.column.addWidget(self.buttons)
        self.column.addWidget(self.form)

    def show_icon(self, icon: str) -> None:
        """Another icon."""
        if icon != self._icon:
            self._icon = icon
            self._disc.show_icon(icon, AvatarTone.BAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface and a red line."""
        tokens = theme().tokens
        box(painting(self), QRectF(self.rect()), 16, fill=tokens.surface, edge=tokens.bad_l, edge_px=tokens.line_px)


class IssueCard(Card):
    """Of one posting. ``way_chosen`` gives a ``Way``, ``folded`` that its history is wanted or not."""

    way_chosen = Signal(object)
    folded = Signal()

    def __init__(self, key: str) -> None:
        super().__init__("circle-alert")
        self.key = key
        self.fold = Button("", ButtonKind.QUIET, icon="chevron-down", height=48)
        self.fold.clicked.connect(self.folded)
        self.history = Happenings()
        self.history.hide()
        self._ways: dict[Way, Button] = {}
        self._order: tuple[Shown, ...] = ()
        self._roomy = True
        self.head.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignTop)
        self.column.insertWidget(2, self.history)

    def set_roomy(self, roomy: bool) -> None:  # noqa: FBT001 - a switch
        """Whether there is room for words beside the heading; told before it is shown."""
        self._roomy = roomy

    def button(self, way: Way) -> Button:
        """The button of a way out that is offered."""
        return self._ways[way]

    @property
    def offered(self) -> tuple[Way, ...]:
        """The ways out, in their order."""
        return tuple(each.way for each in self._order)

    def show_stuck(self, stuck: Stuck, state: SyncPresenter, phrases: SyncPhrases) -> None:
        """Show everything anew."""
        posting, balance = stuck.matter.posting, state.balance(stuck)
        points = state.points(stuck)
        kind = issue(stuck, points)
        self.show_icon(phrases.icon(kind))
        self.title.setText(phrases.title(kind, posting))
        self.facts.setText(phrases.line(stuck))
        self.meaning.setText(phrases.meaning(stuck, balance))
        self.setAccessibleName(f"{self.title.text()}, {self.facts.text()}")
        self._show_ways(ways(stuck, points), stuck, state, phrases)
        happened = phrases.happened(stuck)
        unfolded = self.key in state.unfolded
        said = words.issues.hide() if unfolded else words.issues.so_far(str(len(happened)))
        self.fold.setText(said if self._roomy else "" if unfolded else str(len(happened)))
        self.fold.setAccessibleName(said)
        self.fold.set_icon_name("chevron-up" if unfolded else "chevron-down")
        if unfolded:
            self.history.show_all(happened)
        self.history.setVisible(unfolded)
        self._show_step(stuck, state, phrases)

    def _show_ways(self, order: tuple[Shown, ...], stuck: Stuck, state: SyncPresenter, phrases: SyncPhrases) -> None:
        if order != self._order:
            self._order = order
            self._arrange()
        for each in order:
            self._ways[each.way].setText(phrases.way(each.way, stuck, state.points(stuck)))

    def _arrange(self) -> None:
        """Buttons that stay keep their focus: only places and looks change."""
        while self.row.takeAt(0) is not None:
            pass
        for way in self._ways.keys() - {each.way for each in self._order}:
            gone = self._ways.pop(way)
            gone.hide()
            gone.deleteLater()
        for each in self._order:
            button = self._ways.get(each.way)
            if button is None:
                button = self._ways[each.way] = Button("", icon=_WAY_ICONS.get(each.way), parent=self.buttons)
                button.clicked.connect(lambda _checked=False, way=each.way: self.way_chosen.emit(way))
                button.show()
            plain = ButtonKind.QUIET if each.way in _QUIET and len(self._order) > 1 else ButtonKind.SECONDARY
            button.set_kind(ButtonKind.PRIMARY if each.main else plain)
            self.row.addWidget(button)
        for before, after in pairwise(self._ways[each.way] for each in self._order):
            QWidget.setTabOrder(before, after)

    def _show_step(self, stuck: Stuck, state: SyncPresenter, phrases: SyncPhrases) -> None:
        step = state.steps.get(self.key)
        opened = step is not None and self.form.isHidden()
        self.buttons.setVisible(step is None)
        self.form.setVisible(step is not None)
        if step is None:
            return
        finder = step.finder
        found = finder.answer.customers if finder is not None and finder.answer is not None else ()
        self.form.show_step(
            step,
            who=state.who,
            needs_why=step.way.needs_reason,
            does=phrases.does(step, stuck),
            confirm=phrases.way(step.way, stuck, step.points),
            rows=[phrases.suggestion(view, finder.text) for view in found] if finder is not None else (),
            whom=phrases.whom(step),
            number=phrases.number(step),
            problem=phrases.problem(step),
        )
        if opened:
            self.form.focus_first()

    def focus_ways(self) -> None:
        """After a step was left: the first way out."""
        if self._order:
            self._ways[self._order[0].way].setFocus()
