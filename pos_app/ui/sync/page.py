"""``SyncPage``: the Sync centre. It shows what its presenter says and tells it what was pressed; it decides nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pos_app.till.events import Event, Status
from pos_app.ui import words
from pos_app.ui.form_letters import FormLetters
from pos_app.ui.sale.announcer import announce
from pos_app.ui.sale.states import Runner
from pos_app.ui.save_dialog import ask_where
from pos_app.ui.sync.connection_panel import ConnectionPanel
from pos_app.ui.sync.facts import facts, needs_a_person, notice
from pos_app.ui.sync.filing import Filing, FilingTill
from pos_app.ui.sync.issue_card import IssueCard
from pos_app.ui.sync.issue_column import ROOM, IssueColumn
from pos_app.ui.sync.issues import Way
from pos_app.ui.sync.phrases import SyncPhrases
from pos_app.ui.sync.presenter import SyncPresenter
from pos_app.ui.sync.stopped_card import StoppedCard
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.sides import is_mirrored, mirror

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent

    from pos_app.appearance import Appearance
    from pos_app.loyalty.programme import Programme

__all__ = ["SyncPage"]

_TICK_MS = 1000
_BELOW = 24


class SyncPage(QWidget):
    """A page of the shell. ``now`` is the wall clock in the shop's zone, ``clock`` counts seconds and never goes back.

    ``register_wanted`` gives the phone (E.164) of somebody who is to become a customer.
    """

    register_wanted = Signal(str)

    def __init__(
        self,
        till: FilingTill,
        runner: Runner,
        *,
        programme: Programme,
        formats: words.Formats,
        status: Status,
        now: Callable[[], datetime],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._now, self._clock = now, clock
        self._told: dict[str, str] = {}
        self._focus_due = False
        self.phrases = SyncPhrases(formats, programme, now)
        self._timer = QTimer(self, singleShot=True)
        self._tick = QTimer(self, interval=_TICK_MS)
        self.title = PlainLabel(words.line.title(), Type.TITLE_PAGE)
        self.subtitle = PlainLabel("", Type.BODY, Ink.TEXT2, elide=True)
        self.issues, self.panel = IssueColumn(), ConnectionPanel()
        self.letters = FormLetters(self.issues, language=formats.language, clock=clock, changed=self.show_state)
        self.presenter = SyncPresenter(till, runner, clock=clock, changed=self.show_state, status=status)
        self.filing = Filing(till, runner, changed=self.show_state, today=lambda: now().date())
        self._lay_out()
        self._connect()
        self.apply_metrics(Metrics.for_window(1280, 800))
        self.show_state()

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._head = QVBoxLayout()
        self._head.setSpacing(0)
        self._head.addWidget(self.title)
        self._head.addWidget(self.subtitle)
        self._side = QVBoxLayout()
        self._side.addWidget(self.panel)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.issues, 1)
        left.addWidget(self.letters)
        self._body = QHBoxLayout()
        self._body.addLayout(left, 1)
        self._body.addLayout(self._side)
        self._page = QVBoxLayout(self)
        self._page.setSpacing(0)
        self._page.addLayout(self._head)
        self._page.addSpacing(16 - ROOM)
        self._page.addLayout(self._body, 1)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._wake)
        self._tick.timeout.connect(self._wake)
        self.issues.card_added.connect(self._listen)
        self.issues.focus_left.connect(self.panel.send.setFocus)
        self.issues.stopped.allow_asked.connect(self.presenter.begin_allowing)
        self._listen_to_form(self.issues.stopped)
        self.issues.waiting.export_asked.connect(self._export)
        self.panel.send.clicked.connect(self.presenter.send_now)
        self.panel.backup.clicked.connect(self._back_up)
        send = QShortcut(QKeySequence(Qt.Key.Key_F5), self)
        send.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        send.activated.connect(self.presenter.send_now)

    def _listen(self, card: IssueCard) -> None:
        key, state = card.key, self.presenter
        card.way_chosen.connect(partial(self._begin, card))
        card.folded.connect(partial(state.fold, key))
        self._listen_to_form(card)

    def _listen_to_form(self, card: IssueCard | StoppedCard) -> None:
        key, state, form = card.key, self.presenter, card.form
        self.letters.watch(form.fields)
        form.confirmed.connect(partial(state.confirm, key))
        form.cancelled.connect(partial(self._leave_step, card))
        form.who_edited.connect(state.type_who)
        form.why_edited.connect(partial(state.type_why, key))
        form.search_edited.connect(partial(state.search, key))
        form.row_picked.connect(partial(self._pick, card))
        form.number_used.connect(partial(self._use_number, card))
        form.chosen_again.connect(partial(self._choose_again, card))

    def _begin(self, card: IssueCard, way: Way) -> None:
        if way is Way.REGISTER:
            self.register_wanted.emit(self.presenter.phone(card.key))
            return
        self.presenter.begin(card.key, way)
        # Once it has its height, all that is asked is to be seen.
        QTimer.singleShot(0, card, lambda: self.issues.ensureWidgetVisible(card.form, 0, _BELOW))

    def _leave_step(self, card: IssueCard | StoppedCard) -> None:
        self.presenter.cancel(card.key)
        card.focus_ways()

    def _pick(self, card: IssueCard | StoppedCard, row: int) -> None:
        self.presenter.pick(card.key, row)
        card.form.focus_first()

    def _use_number(self, card: IssueCard | StoppedCard) -> None:
        self.presenter.use_number(card.key)
        card.form.focus_first()

    def _choose_again(self, card: IssueCard | StoppedCard) -> None:
        self.presenter.choose_again(card.key)
        card.form.search.activate()

    # What comes from outside

    def happened(self, event: Event) -> None:
        """The till tells."""
        self.presenter.happened(event)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        pad, bar = metrics.page_pad, self.issues.verticalScrollBar().sizeHint().width()
        self._metrics = metrics
        self._page.setContentsMargins(0, pad - 8, 0, pad - ROOM)
        self._head.setContentsMargins(pad, 0, pad, 0)
        self._side.setContentsMargins(0, ROOM, 0, ROOM)
        # The column of the issues has room of its own: for focus rings on its left, for the scroll bar on its right.
        if is_mirrored(self._body):
            self._body.setContentsMargins(pad, 0, max(0, pad - bar - ROOM), 0)
            self._body.setSpacing(metrics.gutter - ROOM)
        else:
            self._body.setContentsMargins(pad - ROOM, 0, pad, 0)
            self._body.setSpacing(max(0, metrics.gutter - ROOM - bar))
        self.panel.apply_metrics(metrics)
        self.issues.apply_metrics(metrics)
        self.show_state()

    def apply_appearance(self, appearance: Appearance) -> None:
        """The connection on the left for left-handed cashiers."""
        mirror(self._body, mirrored=appearance.left_handed)
        self.apply_metrics(self._metrics)

    # Showing

    def show_state(self) -> None:
        """Show everything anew: cheap where nothing changed."""
        state = self.presenter
        if not self.isVisible():
            return
        self.subtitle.setText(self._subtitle())
        self.issues.show_state(state, self.phrases, self._clock())
        if self._focus_due and state.outstanding is not None:
            # The first answer came after the focus did; nothing later ever moves it.
            self._focus_due = False
            if QApplication.focusWidget() is self.panel.send:
                self._focus_first()
        self.letters.show_open(wanted=bool(state.steps))
        self._show_filing()
        self.panel.show_facts(facts(state.status, state.condition, self._told_at(), self.phrases))
        self._tell()
        wakes_at = state.wakes_at
        if wakes_at is None:
            self._timer.stop()
        else:
            self._timer.start(max(0, round((wakes_at - self._clock()) * 1000)))

    def _told_at(self) -> datetime:
        """The wall clock when the condition was told: its "seconds ago" count from there."""
        ago = self._clock() - self.presenter.condition_at
        return self._now().fromtimestamp(self._now().timestamp() - ago, self._now().tzinfo)

    def _subtitle(self) -> str:
        said, state, told = words.line, self.presenter, self.presenter.outstanding
        if told is None:
            return ""
        if told.stuck_count:
            return said.need_you(told.stuck_count)
        if state.status.stopped or state.stopped or needs_a_person(state.status):
            return said.stopped()
        return said.by_itself() if told.waiting_count else said.well()

    def _show_filing(self) -> None:
        busy = self.filing.busy
        self.panel.backup.setText(words.line.saving_backup() if busy else words.line.save_backup())
        self.panel.backup.setEnabled(not busy)
        self.issues.waiting.export.setEnabled(not busy)
        self.issues.show_filed(self.filing.said)

    def _tell(self) -> None:
        """Say to who cannot see it what is new: politely what was done, at once what is wrong."""
        told = notice(self.presenter.status, stopped=bool(self.presenter.stopped))
        self._announce("banner", f"{told.title}. {told.sentence}" if told else "", at_once=True)
        done = self.issues.done
        self._announce("done", f"{done.title} {done.sentence}".strip() if not done.isHidden() else "")
        self._announce("subtitle", self.subtitle.text())

    def _announce(self, what: str, text: str, *, at_once: bool = False) -> None:
        before, self._told[what] = self._told.get(what), text
        if text and before is not None and text != before:
            announce(self, text, at_once)

    def _wake(self) -> None:
        self.presenter.wake()
        self.show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask anew, and count the seconds."""
        super().showEvent(event)
        self._told.clear()
        self._tick.start()
        self.presenter.show()
        self.show_state()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing is asked."""
        super().hideEvent(event)
        self._tick.stop()
        self._timer.stop()
        self.presenter.hide()

    # Keys

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The shell gives the page the focus: to the first way out, else to "Send now"."""
        super().focusInEvent(event)
        self._focus_first()
        self._focus_due = self.presenter.outstanding is None

    def _focus_first(self) -> None:
        card = next(iter(self.issues.cards.values()), None)
        if card is not None and not card.buttons.isHidden():
            card.focus_ways()
        else:
            self.panel.send.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the focus or goes on in a step, Esc leaves it, pages scroll."""
        focus = QApplication.focusWidget()
        card = self.issues.of(focus)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter(focus, card)
            case Qt.Key.Key_Escape if card is not None and not card.form.isHidden():
                self._leave_step(card)
            case Qt.Key.Key_Up | Qt.Key.Key_Down if card is not None and focus is card.form.search.edit:
                self.presenter.move_row(card.key, -1 if event.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                self.issues.page(-1 if event.key() == Qt.Key.Key_PageUp else 1)
            case _:
                super().keyPressEvent(event)

    def _enter(self, focus: QWidget | None, card: IssueCard | StoppedCard | None) -> None:
        if isinstance(focus, QPushButton):
            focus.click()
        elif card is not None and focus is card.form.search.edit:
            self.presenter.enter_search(card.key)
            card.form.focus_first()
        elif card is not None:
            if self.presenter.missing(card.key):
                card.form.focus_first()
            self.presenter.confirm(card.key)

    # Files

    def _export(self) -> None:
        self.filing.export(local=self.phrases.local, formats=self.phrases.formats)

    def _back_up(self) -> None:
        file = self.filing.folder / self.filing.backup_name()
        ask_where(self, words.line.save_backup(), file, words.line.backup_files(), self.filing.back_up)
