"""``RefusedPanel``: what was read is no loyalty card (picture 11)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.ui import words
from pos_app.ui.sale.states import Refusal
from pos_app.ui.theme import Ink, Metrics, Type, draw_icon, theme
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.facts import IconTile, TileTone
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import painting
from pos_app.ui.widgets.panel import Block

_OK = "OK"


class _Promise(Block):
    """What happened to the number of a bank card."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(50, 16, 16, 16)
        column.addWidget(PlainLabel(words.sale.bank_card_promise(), Type.SMALL, Ink.TEXT2, wrap=True))

    def paintEvent(self, event: object) -> None:
        """The block and a shield."""
        super().paintEvent(event)  # type: ignore[arg-type]
        draw_icon(painting(self), "shield-check", 16, 16, 22, theme().tokens.ok)


class RefusedPanel(QWidget):
    """Says what was read, in words without any digit of it. ``dismissed`` and ``by_phone``: a button was pressed."""

    dismissed = Signal()
    by_phone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bank = IconTile("credit-card-x", 72, TileTone.BAD)
        self._other = IconTile("credit-card", 72, TileTone.BAD)
        self.title = PlainLabel("", Type.TITLE_PAGE, wrap=True)
        self.sentence = PlainLabel("", Type.LEAD.bold(400), Ink.TEXT2, wrap=True)
        self._promise = _Promise()
        self._waiting = PlainLabel(words.sale.waiting_for_swipe(), Type.SMALL_MEDIUM, Ink.TEXT3)
        self.phone_button = Button(words.sale.find_by_phone(), icon="phone", key="F2", parent=self)
        self.ok_button = Button(_OK, ButtonKind.PRIMARY, key="Esc", height=64, parent=self)
        self.phone_button.clicked.connect(self.by_phone)
        self.ok_button.clicked.connect(self.dismissed)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._bank)
        self._column.addWidget(self._other)
        self._column.addSpacing(24)
        self._column.addWidget(self.title)
        self._column.addSpacing(9)
        self._column.addWidget(self.sentence)
        self._column.addSpacing(23)
        self._column.addWidget(self._promise)
        self._column.addStretch(1)
        self._column.addWidget(self._waiting)
        self._column.addSpacing(24)
        self._column.addWidget(self.phone_button)
        self._column.addSpacing(12)
        self._column.addWidget(self.ok_button)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        pad = metrics.panel_pad
        self._column.setContentsMargins(pad, pad, pad, pad)
        self.title.set_look(Type.TITLE_PANEL if metrics.page_pad == 16 else Type.TITLE_PAGE)

    def show_refusal(self, refusal: Refusal) -> None:
        """Say it in words."""
        bank = refusal is Refusal.BANK_CARD
        self._bank.setVisible(bank)
        self._other.setVisible(not bank)
        self._promise.setVisible(bank)
        said = words.sale
        title = {
            Refusal.BANK_CARD: said.bank_card,
            Refusal.BAD_READ: said.bad_read,
            Refusal.FOREIGN_CODE: said.foreign_code,
        }[refusal]
        self.title.setText(title())
        self.sentence.setText(said.bank_card_why() if bank else "")
