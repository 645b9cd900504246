"""The top bar: where we are, and how things stand with the account, the queue and the connection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from pos_app.ui.theme import Ink, Metrics, Type, theme
from pos_app.ui.widgets.avatar import Avatar, AvatarTone, initials
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import painting
from pos_app.ui.widgets.pill import Pill, PillTone

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["PillView", "TopBar", "TopBarState"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PillView:
    """What one pill says. ``name`` is for a screen reader; the words if empty."""

    words: str
    tone: PillTone = PillTone.QUIET
    icon: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopBarState:
    """Everything the bar shows but the clock. A pill that is None is not there; nor is an empty cashier."""

    shop: str = ""
    till: str = ""
    account: PillView | None = None
    queue: PillView | None = None
    connection: PillView | None = None
    cashier: str = ""


class _Separator(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(theme().tokens.line_px, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painting(self).fillRect(QRectF(0, (self.height() - 24) / 2, tokens.line_px, 24), tokens.line)


class TopBar(QWidget):
    """56 px high. ``clock`` answers the time as words; it is asked every second. ``queue_clicked``: open the Sync centre."""

    queue_clicked = Signal()

    def __init__(self, clock: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._clock, self._icon_only = TopBarState(), clock, False
        self._shop = PlainLabel("", Type.BODY_BOLD, elide=True, limit=80)
        # As wide as its words, but the first to give way.
        self._shop.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._till = PlainLabel("", Type.BODY, Ink.TEXT3, elide=True, limit=80)
        self._account, self._queue, self._connection = Pill(), Pill(), Pill()
        for pill in (self._account, self._queue, self._connection):
            pill.clicked.connect(self.queue_clicked)
        self._before_cashier, self._before_clock = _Separator(), _Separator()
        self._face = Avatar("", 32, AvatarTone.GREY)
        self._cashier = PlainLabel("", Type.SMALL_MEDIUM, limit=40)
        self._time = PlainLabel(clock(), Type.LEAD_L, align=Qt.AlignmentFlag.AlignRight)
        where, self._who = QWidget(), QWidget()
        for holder, gap, parts in ((where, 11, (self._shop, self._till)), (self._who, 8, (self._face, self._cashier))):
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(gap)
            for part in parts:
                row.addWidget(part, 1 if part is self._till else 0)
        self._row = QHBoxLayout(self)
        self._row.addWidget(where, 1)
        pills = (self._account, self._queue, self._connection)
        for widget in (*pills, self._before_cashier, self._who, self._before_clock):
            self._row.addWidget(widget)
        self._row.addWidget(self._time)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_time)
        self._tick.start()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.apply_metrics(Metrics.for_window(1280, 800))
        self.show_state(self._state)

    def _show_time(self) -> None:
        self._time.setText(self._clock())

    @property
    def state(self) -> TopBarState:
        return self._state

    @property
    def pills(self) -> tuple[Pill, Pill, Pill]:
        """Account, queue, connection: for the focus order."""
        return self._account, self._queue, self._connection

    def show_state(self, state: TopBarState) -> None:
        """Show it all. Cheap when nothing changed."""
        self._state = state
        self._shop.setText(state.shop)
        self._till.setText(state.till)
        self._show_pill(self._account, self._account_shown(), icon_only=self._icon_only)
        self._show_pill(self._queue, state.queue)
        self._show_pill(self._connection, state.connection)
        self._cashier.setText(state.cashier)
        self._face.show_initials(initials(state.cashier), AvatarTone.GREY)
        for part in (self._before_cashier, self._who):
            part.setVisible(bool(state.cashier))

    def _account_shown(self) -> PillView | None:
        """In the narrow window an account that is well makes room for the sentence about a line that is not."""
        account, line = self._state.account, self._state.connection
        spared = self._icon_only and line is not None and line.tone is PillTone.BAD
        return None if spared and account is not None and account.tone is PillTone.BARE else account

    @staticmethod
    def _show_pill(pill: Pill, view: PillView | None, *, icon_only: bool = False) -> None:
        pill.setVisible(view is not None)
        if view is not None:
            # A warning is never reduced to its icon.
            bare = icon_only and view.tone is PillTone.BARE
            pill.show_status(view.words, view.tone, icon=view.icon, name=view.name or None, icon_only=bare)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        self._icon_only = metrics.account_icon_only
        self.setFixedHeight(metrics.top_bar)
        self._row.setSpacing(8 if metrics.account_icon_only else 10)
        self._row.setContentsMargins(metrics.page_pad, 0, metrics.page_pad, 0)
        self.show_state(self._state)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface and the line below."""
        tokens, painter = theme().tokens, painting(self)
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(QRectF(0, self.height() - tokens.line_px, self.width(), tokens.line_px), tokens.line)
