"""``UnknownPanel``: a sale for a card or phone whose customer is not known (picture 09)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui import words
from pos_app.ui.sale.name_header import NameHeader
from pos_app.ui.sale.phrases import Phrases, number_of, spoken_number
from pos_app.ui.theme import Ink, Metrics, Type, theme
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import painting
from pos_app.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from pos_app.till.views import Nobody
    from pos_app.ui.sale.screen_state import ScreenState

_ROOM_FOR_LIST_PX = 760


class _Dashed(QWidget):
    """One thing that cannot be done now."""

    def __init__(self, text: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 0, 0)
        row.addWidget(PlainLabel(text, Type.BODY, Ink.TEXT2, elide=True, shrink_to_px=12))
        self.setFixedHeight(24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dash."""
        painting(self).fillRect(QRectF(4, 11, 13, 1.8), theme().tokens.text2)


class UnknownPanel(QWidget):
    """The number, that the sale can be made all the same, and an optional phone. ``closed``: the cross was pressed."""

    closed = Signal()

    def __init__(self, calling_code: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = words.sale
        self.header = NameHeader()
        self.header.closed.connect(self.closed)
        self.banner = Banner(said.can_record(), said.points_added_later(), BannerTone.WARN, "wifi-off")
        self._label = QWidget()
        label = QHBoxLayout(self._label)
        label.setContentsMargins(0, 4, 0, 0)
        label.setSpacing(8)
        label.addWidget(PlainLabel(said.phone(), Type.HINT_MEDIUM, Ink.TEXT2))
        label.addWidget(PlainLabel(said.optional(), Type.HINT, Ink.TEXT3))
        label.addStretch(1)
        self.phone = TextField("", icon="phone", name=f"{said.phone()}, {said.optional()}", limit=24)
        self.help = PlainLabel(said.phone_helps(), Type.HINT, Ink.TEXT3, wrap=True)
        self._offline_box = QWidget()
        offline = QVBoxLayout(self._offline_box)
        offline.setContentsMargins(0, 0, 0, 0)
        offline.setSpacing(10)
        offline.addWidget(PlainLabel(said.not_possible_offline(), Type.SMALL_MEDIUM, Ink.TEXT3))
        offline.addWidget(_Dashed(said.no_redeem_offline()))
        offline.addWidget(_Dashed(said.no_discount_offline()))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(22)
        self._padded = QVBoxLayout()
        self._padded.setSpacing(0)
        self._padded.addWidget(self.banner)
        self._padded.addSpacing(16)
        for part in (self._label, self.phone, self.help):
            self._padded.addWidget(part)
            self._padded.addSpacing(8)
        self._padded.addStretch(1)
        self._padded.addWidget(self._offline_box)
        self._column.addWidget(self.header)
        self._column.addLayout(self._padded, 1)
        self._roomy, self._calling_code = True, calling_code

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        pad = metrics.panel_pad
        self._column.setContentsMargins(pad, pad, 0, pad)
        self._padded.setContentsMargins(0, 0, pad, 0)
        self._roomy = metrics.height >= _ROOM_FOR_LIST_PX
        self.header.apply_metrics(metrics)

    def show_nobody(self, nobody: Nobody, state: ScreenState, phrases: Phrases) -> None:
        """Show the number and what can be done with it."""
        said = words.sale
        title = words.moments.unknown_number() if nobody.phone else said.unknown_card()
        self.header.show_unknown(title, number_of(nobody), spoken=spoken_number(nobody.phone, nobody.card))
        if nobody.checked_online:
            self.banner.set_words(said.can_record(), words.moments.points_once_registered(), icon="user-plus")
        else:
            self.banner.set_words(said.can_record(), said.points_added_later(), icon="wifi-off")
        asks = not nobody.phone and state.done is None
        for part in (self._label, self.phone, self.help):
            part.setVisible(asks)
        if asks and not self.phone.edit.placeholderText():
            self.phone.edit.setPlaceholderText(self._calling_code())
        self._offline_box.setVisible(not nobody.checked_online and self._roomy and state.done is None)
        wrong = phrases.problem(state.serving.phone_problem)
        self.phone.set_error(wrong)
        self.help.setText(wrong or said.phone_helps())
        self.help.set_look(ink=Ink.BAD if wrong else Ink.TEXT3)
        if self.phone.text() != state.serving.phone_text:
            self.phone.setText(state.serving.phone_text)
