"""``TrainingDock``: three cards to swipe, the plug, and the server's ledger with every sale once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.loyalty.errors import PosError
from pos_app.ui import words
from pos_app.ui.sale.states import Runner
from pos_app.ui.theme import Ink, Type, theme
from pos_app.ui.training.ground import Ground, TrainingCard, TrainingEntry
from pos_app.ui.training.swiping import swipe
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.facts import Divider
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import painting
from pos_app.ui.widgets.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["TrainingDock"]

WIDTH = 256
_LOOK_MS = 700
_MOST = 40


class _Row(QWidget):
    def __init__(self, entry: TrainingEntry, formats: words.Formats, *, number: int) -> None:
        super().__init__()
        self.entry = entry
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(8)
        row.addWidget(PlainLabel(str(number), Type.HINT, Ink.TEXT3))
        row.addWidget(PlainLabel(words.mask_phone(entry.phone), Type.SMALL, Ink.TEXT2, elide=True), 1)
        points = PlainLabel(formats.points(entry.points, signed=True), Type.SMALL_MEDIUM, Ink.OK if entry.points > 0 else Ink.TEXT)
        row.addWidget(points)


class TrainingDock(QWidget):
    """``runner`` brings the ground's answers into this thread; ``key_clock`` is the time on the clock of the key events, ms."""

    def __init__(self, ground: Ground, runner: Runner, formats: words.Formats, *, key_clock: Callable[[], int]) -> None:
        super().__init__()
        said = words.training
        self._ground, self._runner, self._formats, self._key_clock = ground, runner, formats, key_clock
        self._connected, self._asking = True, False
        self.entries: tuple[TrainingEntry, ...] = ()
        self.setFixedWidth(WIDTH)
        self.cards = {each.number: Button(each.name, ButtonKind.TINT, icon="credit-card") for each in ground.cards}
        self.plug = Button(said.pull_plug(), ButtonKind.SECONDARY, icon="wifi-off")
        self.state = PlainLabel(said.plugged(), Type.SMALL, Ink.TEXT2, wrap=True)
        self.count = PlainLabel(said.entries(0), Type.SMALL, Ink.TEXT2)
        self._rows = ScrollColumn()
        self._rows.column.setSpacing(0)
        self._rows.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(said.swipe_a_card(), Type.BODY_BOLD))
        for card, button in zip(ground.cards, self.cards.values(), strict=True):
            button.setAccessibleName(said.swipe_card_of(card.name))
            button.clicked.connect(partial(self._swipe, card))
            column.addWidget(button)
        column.addWidget(PlainLabel(said.real_keys(), Type.HINT, Ink.TEXT3, wrap=True))
        column.addSpacing(6)
        column.addWidget(Divider())
        column.addSpacing(6)
        column.addWidget(PlainLabel(said.internet(), Type.BODY_BOLD))
        column.addWidget(self.plug)
        column.addWidget(self.state)
        column.addSpacing(6)
        column.addWidget(Divider())
        column.addSpacing(6)
        column.addWidget(PlainLabel(said.ledger(), Type.BODY_BOLD))
        column.addWidget(self.count)
        column.addWidget(self._rows, 1)
        self.plug.clicked.connect(self._turn)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _swipe(self, card: TrainingCard, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        window = self.window().windowHandle()
        if window is not None:
            swipe(window, card.swipe, now_ms=self._key_clock())

    def _turn(self) -> None:
        connected = not self._connected
        self.plug.setEnabled(False)
        self._runner.run(self._ground.plug(connected=connected), partial(self._turned, connected), self._failed)

    def _turned(self, connected: bool, _done: None) -> None:  # noqa: FBT001 - what was asked for
        said = words.training
        self._connected = connected
        self.plug.setEnabled(True)
        self.plug.setText(said.pull_plug() if connected else said.put_plug())
        self.plug.set_icon_name("wifi-off" if connected else "wifi-high")
        self.state.setText(said.plugged() if connected else said.unplugged())

    def _look(self) -> None:
        if not self._asking:
            self._asking = True
            self._runner.run(self._ground.ledger(), self._show, self._failed)

    def _show(self, entries: tuple[TrainingEntry, ...]) -> None:
        self._asking = False
        if len(entries) == len(self.entries):
            return
        for number, entry in list(enumerate(entries, 1))[len(self.entries) :][-_MOST:]:
            self._rows.column.insertWidget(0, _Row(entry, self._formats, number=number))
        self.entries = entries
        while self._rows.column.count() > _MOST + 1:
            item = self._rows.column.takeAt(self._rows.column.count() - 2)
            old = None if item is None else item.widget()
            if old is not None:
                old.deleteLater()
        self.count.setText(words.training.entries(len(entries)))

    def _failed(self, _error: PosError) -> None:
        self._asking = False
        self.plug.setEnabled(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A surface of its own beside the page."""
        tokens, painter = theme().tokens, painting(self)
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(0, 0, tokens.line_px, self.height(), tokens.line)
