"""``DonePanel``: the sale is on the disk (picture 10)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.loyalty.sale import SaleState
from pos_app.ui import words
from pos_app.ui.printing.slips import SlipState
from pos_app.ui.sale.done import CLOSES_AFTER_S
from pos_app.ui.theme import Ink, Metrics, Type, draw_icon, theme
from pos_app.ui.widgets.action_card import ActionCard
from pos_app.ui.widgets.facts import StatTile
from pos_app.ui.widgets.fading import Run
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import disc, painting
from pos_app.ui.widgets.panel import Block, BlockTone
from pos_app.ui.widgets.progress import ProgressLine
from pos_app.ui.widgets.text import advance, elided, fitting, plain, put

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from pos_app.loyalty.errors import NotPrinted
    from pos_app.ui.sale.done import DoneSale
    from pos_app.ui.sale.phrases import Phrases

_LEAST_PX = 16
_STROKE_MS = 200
"""How long the tick takes to be drawn."""
_STATES = {
    SaleState.APPLIED: ("check-check", Ink.OK),
    SaleState.SAVED: ("clock-arrow-up", Ink.WARN),
    SaleState.NEEDS_PERSON: ("circle-alert", Ink.BAD),
}


_SLIPS = {
    SlipState.NONE: words.checkout.points_and_balance,
    SlipState.PRINTING: words.slip.printing,
    SlipState.PRINTED: words.slip.printed,
    SlipState.FAILED: words.slip.may_be_in_part,
}


def drawn(points: Sequence[QPointF], part: float) -> list[QPointF]:
    """The beginning of a line through ``points``, as far as ``part`` (0…1) of its length."""
    legs = [QLineF(a, b) for a, b in pairwise(points)]
    left, so_far = part * sum(leg.length() for leg in legs), [points[0]]
    for leg in legs:
        length = leg.length()
        so_far.append(leg.pointAt(min(1.0, left / length)))
        if left <= length:
            break
        left -= length
    return so_far


class DoneHead(Block):
    """A tick, "Sale recorded", when, and how far its points have got."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(BlockTone.OK, parent)
        self._title = self._time = self._state = self._receipt = ""
        self._icon, self._ink = "", Ink.OK
        self._undone = False
        self._sale_id = ""
        self._stroke = Run(self, self.update, duration_ms=_STROKE_MS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """120 px high."""
        return QSize(500, 120)

    def show_sale(self, done: DoneSale, phrases: Phrases) -> None:
        """Show where the sale stands."""
        self._undone = done.undone
        if done.sale.sale_id != self._sale_id:
            self._sale_id = done.sale.sale_id
            self._stroke.begin()
        self._title = words.checkout.sale_undone() if done.undone else words.checkout.sale_recorded()
        self._time = phrases.formats.time_with_seconds(phrases.local(done.sale.made_at))
        self._icon, self._ink = _STATES[done.state]
        said = {
            SaleState.APPLIED: words.checkout.sent,
            SaleState.SAVED: words.checkout.saved_will_be_sent,
            SaleState.NEEDS_PERSON: words.sync.attention,
        }
        self._state = "" if done.undone else said[done.state]()
        self._receipt = plain(done.sale.receipt, 24)
        self.set_tone(BlockTone.SUNKEN if done.undone else BlockTone.OK)
        self.setAccessibleName(f"{self._title} {self._state}".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Block, disc, words."""
        super().paintEvent(event)
        tokens, painter = theme().tokens, painting(self)
        round_ = QRectF(24, (self.height() - 72) / 2, 72, 72)
        if self._undone:
            disc(painter, round_, tokens.raised, tokens.line if tokens.high_contrast else None)
            draw_icon(painter, "undo-2", round_.left() + 18, round_.top() + 18, 36, tokens.text2)
        else:
            disc(painter, round_, tokens.okfill)
            pen = QPen(tokens.surface, 5)
            pen.setCapStyle(pen.capStyle().RoundCap)
            pen.setJoinStyle(pen.joinStyle().RoundJoin)
            painter.setPen(pen)
            tick = drawn([round_.center() + QPointF(x, y) for x, y in ((-14, 1), (-4.5, 10), (14, -9))], 1 - self._stroke.left)
            painter.drawPolyline(QPolygonF(tick))
        right = self.width() - 25.0
        if self._receipt:
            right -= advance(self._receipt, Type.BODY_MEDIUM)
            put(painter, right, self.height() / 2 - 12, self._receipt, Type.BODY_MEDIUM, tokens.text2)
            right -= 28
            draw_icon(painter, "receipt-text", right, self.height() / 2 - 10, 20, tokens.text2)
        left, top = 116, self.height() / 2 - 32
        title = Type.NUMBER_M if not self._undone else Type.TITLE_PANEL
        title = fitting(self._title, title, right - left - 12, _LEAST_PX)
        put(painter, left, top + (40 - title.line_px) / 2, elided(self._title, title, right - left - 12), title, tokens.text)
        line = top + 42
        x = left + put(painter, left, line, self._time, Type.BODY_MEDIUM, tokens.text2)
        if self._state:
            disc(painter, QRectF(x + 10, line + 10, 4, 4), tokens.text2)
            draw_icon(painter, self._icon, x + 23, line + 2, 20, tokens[self._ink])
            put(painter, x + 50, line, self._state, Type.BODY_BOLD, tokens[self._ink])


class DonePanel(QWidget):
    """Replaces the fields while a finished sale is shown. ``undo``, ``slip``: the card was pressed."""

    undo, slip = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = words.checkout
        self.head = DoneHead()
        self.earned, self.used, self.balance = (StatTile(title) for title in (
            said.points_earned(), said.points_used(), said.new_balance()))  # fmt: skip
        self.undo_card = ActionCard("undo-2", said.undo(), "", "F9")
        self.undo_card.clicked.connect(self.undo)
        self.slip_card = ActionCard("printer", words.slip.print_slip(), "", "F10")
        self.slip_card.clicked.connect(self.slip)
        self.ready = PlainLabel(said.ready_for_next(), Type.SMALL, Ink.TEXT2, elide=True, shrink_to_px=12)
        self.closes = PlainLabel("", Type.SMALL_MEDIUM, Ink.TEXT3)
        self.bar = ProgressLine()
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in (self.earned, self.used, self.balance):
            tile.setMinimumHeight(96)
            tiles.addWidget(tile, 1)
        # They keep their places when two minutes are over, or where nothing closes by itself: nothing moves.
        for passing in (self.undo_card, self.slip_card, self.closes, self.bar):
            policy = passing.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            passing.setSizePolicy(policy)
        # Below the first tile, and below the other two: it may have to say why nothing was printed.
        cards = QGridLayout()
        cards.addWidget(self.undo_card, 0, 0)
        cards.addWidget(self.slip_card, 0, 1, 1, 2)
        for place in range(3):
            cards.setColumnStretch(place, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.ready, 1)
        foot.addWidget(self.closes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addSpacing(20)
        column.addLayout(tiles)
        column.addStretch(1)
        column.addLayout(cards)
        column.addStretch(1)
        column.addLayout(foot)
        column.addSpacing(10)
        column.addWidget(self.bar)
        self._rows = (tiles, cards)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        for row in self._rows:
            row.setSpacing(8 if metrics.page_pad == 16 else 12)

    def show_slip(self, state: SlipState, why: NotPrinted | None, *, shown: bool) -> None:
        """Show what became of the slip; not at all where nothing prints."""
        said = words.slip
        failed = state is SlipState.FAILED and why is not None
        self.slip_card.setVisible(shown)
        self.slip_card.set_words(
            said.try_again() if failed else said.print_slip(),
            said.problem(why.why) if failed and why is not None else _SLIPS[state](),
        )

    def show_done(self, done: DoneSale, phrases: Phrases) -> None:
        """Show the sale and how much time is left."""
        formats, said = phrases.formats, words.checkout
        self.head.show_sale(done, phrases)
        if done.earned is None:
            self.earned.set_words(said.points_earned(), said.later(), Ink.TEXT2)
        else:
            self.earned.set_words(
                said.points_earned(), formats.points(done.earned, signed=True), Ink.OK if done.earned else Ink.TEXT
            )
        self.used.set_words(said.points_used(), formats.points(-done.used))
        if done.new_balance is None:
            self.balance.set_words(said.new_balance(), said.later(), Ink.TEXT2)
        else:
            self.balance.set_words(said.new_balance(), phrases.balance(done.new_balance))
        left = formats.countdown(done.undo_left_s)
        self.undo_card.setVisible(done.undo_left_s > 0)
        self.undo_card.set_words(said.undo(), said.left(left))
        self.undo_card.setAccessibleName(said.undo_spoken(left))
        self.undo_card.set_ring(done.undo_fraction)
        closes_in_s = done.closes_in_s
        for part in (self.closes, self.bar):
            part.setVisible(closes_in_s is not None)
        if closes_in_s is not None:
            self.closes.setText(said.closes_in(math.ceil(closes_in_s)))
            self.bar.set_fraction(closes_in_s / CLOSES_AFTER_S)
