"""``IssueColumn``: the banner, a card for each thing that needs a person, what waits, or that all is sent; it scrolls.

A card stays the same widget as long as its matter is there: what is typed, the focus and the place of all the others stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.ui import words
from pos_app.ui.sync.facts import notice
from pos_app.ui.sync.filing import Filed
from pos_app.ui.sync.issue_card import Card, IssueCard
from pos_app.ui.sync.presenter import ALLOW
from pos_app.ui.sync.stopped_card import StoppedCard
from pos_app.ui.sync.waiting_panel import WaitingPanel
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.avatar import Avatar, AvatarTone
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Panel
from pos_app.ui.widgets.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from pos_app.ui.sync.phrases import SyncPhrases
    from pos_app.ui.sync.presenter import SyncPresenter

__all__ = ["IssueColumn"]

ROOM = 6
_TIGHT = 16
_ALL = 1000
"""The stretch of what takes all the room there is."""


class _AllSent(Panel):
    def __init__(self) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        self.last = PlainLabel("", Type.SMALL, Ink.TEXT3, align=middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 48, 24, 48)
        column.addStretch(2)
        column.addWidget(Avatar("", 80, AvatarTone.OK, icon="check-check"), 0, middle)
        column.addSpacing(20)
        column.addWidget(PlainLabel(words.line.all_sent(), Type.TITLE_NAME, align=middle))
        column.addSpacing(6)
        column.addWidget(PlainLabel(words.line.all_sent_why(), Type.LEAD.bold(400), Ink.TEXT2, wrap=True, align=middle))
        column.addSpacing(14)
        column.addWidget(self.last)
        column.addStretch(3)


class IssueColumn(ScrollColumn):
    """``card_added`` gives each new card, for whoever listens to it; ``focus_left``: the last card went, and had the focus;
    ``key_wanted``: the key is in trouble, and somebody wants to replace it.
    """

    card_added = Signal(object)
    focus_left = Signal()
    key_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(room=ROOM)
        self.banner = Banner("", "", BannerTone.WARN)
        self.to_keys = Button(words.connection.to_keys(), ButtonKind.SECONDARY, icon="key-round", height=48)
        self.to_keys.clicked.connect(self.key_wanted)
        self.done = Banner("", "", BannerTone.GOOD, "circle-check")
        self.filed = Banner("", "", BannerTone.NEUTRAL)
        self.stopped = StoppedCard(ALLOW)
        self.waiting = WaitingPanel()
        self.all_sent = _AllSent()
        self.cards: dict[str, IssueCard] = {}
        self._roomy = True
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        column = self.column
        column.setSpacing(16)
        for part in (self.banner, self.to_keys, self.done, self.filed, self.stopped):
            column.addWidget(part)
            part.hide()
        column.setAlignment(self.to_keys, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._cards)
        column.addWidget(self.waiting)
        column.addWidget(self.all_sent, _ALL)
        column.addStretch(1)
        self.waiting.hide()
        self.all_sent.hide()
        self.waiting.list.looked_at.connect(self._follow)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        self._roomy = metrics.page_pad > _TIGHT

    def show_state(self, state: SyncPresenter, phrases: SyncPhrases, now_s: float) -> None:
        """Show everything anew; ``now_s`` on the presenter's clock."""
        self._show_banners(state, phrases)
        self.stopped.setVisible(state.status.stopped)
        if state.status.stopped:
            self.stopped.show_status(state.status, state)
        told = state.outstanding
        if told is None:
            return
        self._show_cards(state, phrases)
        waits = bool(told.waiting)
        self.waiting.setVisible(waits)
        if waits:
            self.waiting.show_waiting(told, now_s - state.told_at, phrases)
        empty = not waits and not told.stuck and not state.status.stopped
        self.all_sent.setVisible(empty)
        sent = state.condition.sent_at if state.condition is not None else None
        self.all_sent.last.setText(f"{words.line.last_sent()}: {phrases.moment_with_seconds(sent)}" if sent is not None else "")

    def _show_banners(self, state: SyncPresenter, phrases: SyncPhrases) -> None:
        told = notice(state.status, stopped=bool(state.stopped))
        self.banner.setVisible(told is not None)
        if told is not None and (self.banner.title, self.banner.sentence) != (told.title, told.sentence):
            self.banner.set_words(told.title, told.sentence, told.tone, told.icon)
        self.to_keys.setVisible(state.status.connection.asks_for_key)
        said = phrases.done(state.done) if state.done is not None else None
        self.done.setVisible(said is not None)
        if said is not None and (self.done.title, self.done.sentence) != said:
            self.done.set_words(*said)

    def show_filed(self, filed: Filed | None) -> None:
        """What became of the last file."""
        self.filed.setVisible(filed is not None)
        if filed is None:
            return
        said = words.line
        if filed.trouble:
            self.filed.set_words(said.not_written(), str(filed.file), BannerTone.WARN, "circle-alert")
        else:
            title = said.backup_saved() if filed.backup else said.export_saved()
            self.filed.set_words(title, str(filed.file), BannerTone.GOOD, "circle-check")

    def _show_cards(self, state: SyncPresenter, phrases: SyncPhrases) -> None:
        told = state.outstanding.stuck if state.outstanding is not None else ()
        wanted = {each.matter.posting.transaction_id: each for each in told}
        for key in self.cards.keys() - wanted.keys():
            self._take_away(self.cards.pop(key))
        for at, (key, stuck) in enumerate(wanted.items()):
            card = self.cards.get(key)
            if card is None:
                card = self.cards[key] = IssueCard(key)
                self._cards.insertWidget(at, card)
                self.card_added.emit(card)
            card.set_roomy(self._roomy)
            card.show_stuck(stuck, state, phrases)

    def _take_away(self, card: Card) -> None:
        """Its focus goes to the next card, else to the one before."""
        held = card.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() is not None else False
        at = self._cards.indexOf(card)
        self._cards.removeWidget(card)
        card.hide()
        card.deleteLater()
        item = self._cards.itemAt(min(at, self._cards.count() - 1)) if self._cards.count() else None
        heir = item.widget() if item is not None else None
        if held and isinstance(heir, IssueCard):
            heir.focus_ways()
        elif held:
            self.focus_left.emit()

    def _follow(self, at: QPoint) -> None:
        place = self.waiting.mapToParent(self.waiting.list.mapTo(self.waiting, at))
        self.ensureVisible(place.x(), place.y(), 0, 60)

    def of(self, widget: QWidget | None) -> IssueCard | StoppedCard | None:
        """The card that ``widget`` is in."""
        if widget is None:
            return None
        cards: tuple[IssueCard | StoppedCard, ...] = (self.stopped, *self.cards.values())
        return next((each for each in cards if each.isAncestorOf(widget)), None)
