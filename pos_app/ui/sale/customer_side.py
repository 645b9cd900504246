"""``CustomerSide``: the left column. One input, one frame; states swap what is inside the frame, nothing moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.till.views import CustomerView, Nobody
from pos_app.ui import words
from pos_app.ui.sale.customer_panel import CustomerPanel
from pos_app.ui.sale.idle_panel import IdlePanel
from pos_app.ui.sale.list_panel import ListPanel
from pos_app.ui.sale.not_found_panel import NotFoundPanel
from pos_app.ui.sale.refused_panel import RefusedPanel
from pos_app.ui.sale.states import ROUND, Doubt, Face, Notice
from pos_app.ui.sale.unknown_panel import UnknownPanel
from pos_app.ui.theme import Metrics
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.fading import FadingStack
from pos_app.ui.widgets.panel import Panel, PanelEdge
from pos_app.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from pos_app.ui.sale.phrases import Phrases
    from pos_app.ui.sale.screen_state import ScreenState

_MAY_HOLD = frozenset({Face.IDLE, Face.CUSTOMER, Face.UNKNOWN})


class QuestionBox(QWidget):
    """ "Change to Petr Svoboda?" at the foot of the panel; the sale goes on beside it. ``answered`` gives yes or no."""

    answered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner("", "", BannerTone.NEUTRAL, "users")
        self.yes = Button(words.moments.change(), ButtonKind.PRIMARY, key="↵", height=56)
        self.no = Button(words.moments.keep(), ButtonKind.SECONDARY, key="Esc", height=56)
        self.yes.clicked.connect(lambda: self.answered.emit(True))  # noqa: FBT003 - a signal of a bool
        self.no.clicked.connect(lambda: self.answered.emit(False))  # noqa: FBT003
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.yes, 1)
        row.addWidget(self.no, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(ROUND, ROUND, ROUND, ROUND)
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addLayout(row)

    def ask(self, name: str) -> None:
        """Ask about a customer."""
        self.banner.set_words(words.sale.change_customer(name), "")


class CustomerSide(QWidget):
    """Search input and customer panel."""

    def __init__(self, calling_code: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = words.sale
        self.search = SearchField(said.search_hint(), name=said.search_name(), clear_name=said.clear_search())
        self.idle, self.list, self.customer = IdlePanel(), ListPanel(), CustomerPanel()
        self.unknown, self.not_found, self.refused = UnknownPanel(calling_code), NotFoundPanel(), RefusedPanel()
        self._faces: dict[Face, QWidget] = {
            Face.IDLE: self.idle,
            Face.LIST: self.list,
            Face.CUSTOMER: self.customer,
            Face.UNKNOWN: self.unknown,
            Face.NOT_FOUND: self.not_found,
            Face.REFUSED: self.refused,
        }
        self.panel = Panel()
        self._stack = FadingStack()
        # The faces make do with what a question at the foot leaves them.
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._stack.setMinimumHeight(1)
        for page in self._faces.values():
            self._stack.addWidget(page)
        self.question = QuestionBox()
        self.notice = Banner("", "", BannerTone.NEUTRAL, "info")
        self._foot = QVBoxLayout()
        self._foot.setSpacing(12)
        noted = QVBoxLayout()
        noted.setContentsMargins(ROUND, 0, ROUND, 0)
        noted.addWidget(self.notice)
        self._foot.addLayout(noted)
        self._foot.addWidget(self.question)
        self.hold = Button(words.checkout.hold_sale(), ButtonKind.SECONDARY, icon="pause", key="Ins", height=48)
        holding = QVBoxLayout()
        holding.setContentsMargins(ROUND, 0, ROUND, 0)
        holding.addWidget(self.hold)
        self._foot.addLayout(holding)
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._stack, 1)
        inside.addLayout(self._foot)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(ROUND, ROUND, ROUND, ROUND)
        self._column.addWidget(self.search)
        self._column.addWidget(self.panel, 1)
        self._pad = 24

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        self._pad = metrics.panel_pad
        self._column.setSpacing(metrics.gap)
        small = metrics.page_pad == 16
        self.search.set_placeholder(words.sale.search_hint_short() if small else words.sale.search_hint())
        self.search.apply_metrics(metrics)
        for page in (self.idle, self.list, self.customer, self.unknown, self.not_found, self.refused):
            page.apply_metrics(metrics)

    def show_state(self, state: ScreenState, phrases: Phrases) -> None:
        """Show what the presenter says."""
        face, buyer = state.face, state.buyer
        if face is Face.IDLE:
            self.idle.make_room(wanted=_notice(state, phrases) is not None)
            self.idle.show_held([phrases.held(sale) for sale in state.held])
            self.idle.show_served(state.checkout.recent, phrases)
        elif face is Face.LIST:
            self.list.show_finder(state, phrases)
        elif face is Face.CUSTOMER and isinstance(buyer, CustomerView):
            self.customer.show_customer(buyer, state, phrases)
        elif face is Face.UNKNOWN and isinstance(buyer, Nobody):
            self.unknown.show_nobody(buyer, state, phrases)
        elif face is Face.NOT_FOUND and state.nobody is not None:
            self.not_found.show_nobody(state.nobody, state)
        elif face is Face.REFUSED and state.refusal is not None:
            self.refused.show_refusal(state.refusal)
        self._stack.setCurrentWidget(self._faces[face])
        self.panel.set_edge(PanelEdge.BAD if face is Face.REFUSED else PanelEdge.LINE)
        self._show_search(state, phrases)
        self._show_foot(state, phrases)

    def _show_search(self, state: ScreenState, phrases: Phrases) -> None:
        finder = state.finder
        if self.search.text() != finder.text:
            self.search.setText(finder.text)
        self.search.set_busy(finder.looking and bool(finder.text))
        problem = phrases.problem(finder.problem)
        if self.search.error != (problem or ""):
            self.search.set_error(problem)

    def _show_foot(self, state: ScreenState, phrases: Phrases) -> None:
        question = state.serving.question
        self.question.setVisible(question is not None)
        if question is not None:
            self.question.ask(phrases.name(question))
        notice = _notice(state, phrases)
        self.notice.setVisible(notice is not None)
        if notice is not None:
            title, sentence, tone, icon = notice
            self.notice.set_words(title, sentence, tone, icon)
        holds = question is None and state.can_hold and state.face in _MAY_HOLD
        self.hold.setVisible(holds)
        shown = question is not None or notice is not None or holds
        pad = self._pad - ROUND if shown else 0
        self._foot.setContentsMargins(pad, 0, pad, pad + (ROUND if shown and question is None else 0))


def _notice(state: ScreenState, phrases: Phrases) -> tuple[str, str, BannerTone, str] | None:
    said = words.moments
    money = phrases.formats.money(state.form.gross)
    if state.doubt is Doubt.BIG:
        return words.checkout.big_amount(money), "", BannerTone.WARN, "circle-alert"
    if state.doubt is Doubt.AGAIN:
        return words.checkout.same_again(money), words.checkout.same_again_why(), BannerTone.WARN, "circle-alert"
    if state.stopped:
        return said.sending_stopped(), said.sending_stopped_why(), BannerTone.BAD, "circle-alert"
    match state.notice:
        case Notice.UNDONE:
            return "", words.checkout.sale_undone(), BannerTone.NEUTRAL, "undo-2"
        case Notice.NOT_SAVED:
            return said.not_saved(), said.not_saved_why(), BannerTone.BAD, "circle-alert"
        case Notice.FAULT:
            return said.fault(), said.sending_stopped_why(), BannerTone.BAD, "circle-alert"
        case Notice.PRINTER if state.slips.why is not None:
            why = state.slips.why
            saved = words.slip.sale_is_saved()
            sentence = f"{words.slip.may_be_in_part()} {saved}" if why.in_part else saved
            return words.slip.problem(why.why), sentence, BannerTone.WARN, "printer"
        case Notice.NO_PRINTER:
            return words.slip.none_set_up(), words.slip.where_to_set_up(), BannerTone.NEUTRAL, "printer"
        case Notice.TROUBLE:
            return said.did_not_work(), said.nothing_changed(), BannerTone.BAD, "circle-alert"
        case _:
            # The border of the input says that something is wrong; what it is stands here.
            wrong = phrases.problem(state.finder.problem)
            return None if wrong is None else (wrong, "", BannerTone.BAD, "circle-alert")
