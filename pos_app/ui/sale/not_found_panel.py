"""``NotFoundPanel``: nobody has this number (picture 13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.ui import words
from pos_app.ui.sale.phrases import number_of, spoken_number
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.avatar import Avatar, AvatarTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.label import PlainLabel

if TYPE_CHECKING:
    from pos_app.till.views import Nobody
    from pos_app.ui.sale.screen_state import ScreenState


class NotFoundPanel(QWidget):
    """What was looked for, where, and the ways on. ``register``, ``sell`` and ``fix``: a button was pressed."""

    register = Signal()
    sell = Signal()
    fix = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.title = PlainLabel("", Type.TITLE_NAME, wrap=True, align=middle)
        self.number = PlainLabel("", Type.TITLE_NAME.bold(400), Ink.TEXT2, shrink_to_px=16, align=middle)
        self.checked = PlainLabel("", Type.SMALL, Ink.TEXT3, wrap=True, align=middle)
        self.sell_button = Button(words.sale.sale_on_phone_only(), ButtonKind.SECONDARY, icon="phone", key="F7", parent=self)
        self.register_button = Button(
            words.sale.register_this_number(), ButtonKind.PRIMARY, icon="user-plus", key="F8", height=64, parent=self
        )
        self.register_button.clicked.connect(self.register)
        self.fix_button = Button(words.sale.fix_number(), ButtonKind.QUIET, icon="pencil", key="F2", parent=self)
        self.sell_button.clicked.connect(self.sell)
        self.fix_button.clicked.connect(self.fix)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addSpacing(32)
        self._column.addWidget(Avatar("", 80, AvatarTone.GREY, icon="search-x"), 0, middle)
        self._column.addSpacing(25)
        self._column.addWidget(self.title)
        self._column.addSpacing(8)
        self._column.addWidget(self.number)
        self._column.addSpacing(7)
        self._column.addWidget(self.checked)
        self._column.addStretch(1)
        self._column.addWidget(self.register_button)
        self._column.addSpacing(12)
        self._column.addWidget(self.sell_button)
        self._column.addSpacing(12)
        self._column.addWidget(self.fix_button)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        pad = metrics.panel_pad
        self._column.setContentsMargins(pad, pad, pad, pad - 4)
        self.title.set_look(Type.TITLE_PANEL.sized(20) if metrics.page_pad == 16 else Type.TITLE_NAME)

    def show_nobody(self, nobody: Nobody, state: ScreenState) -> None:
        """Say it in words."""
        online = nobody.checked_online
        self.title.setText(words.sale.nobody_has_number() if online else words.sale.not_on_this_till())
        self.number.setText(number_of(nobody))
        self.number.setAccessibleName(spoken_number(nobody.phone, nobody.card))
        self.checked.setText(words.sale.checked_both() if online else "")
        phone = bool(nobody.phone)
        self.register_button.setText(words.sale.register_this_number() if phone else words.sale.register_a_new())
        self.sell_button.setText(words.sale.sale_on_phone_only() if phone else words.moments.sale_on_card_only())
        self.sell_button.set_icon_name("phone" if phone else "credit-card")
        self.sell_button.setVisible(state.can_sell_to_nobody)
        # A card that was read is not mistyped: there the other way is the phone.
        typed = bool(state.finder.text)
        self.fix_button.setText(words.sale.fix_number() if typed else words.sale.find_by_phone())
        self.fix_button.set_icon_name("pencil" if typed else "phone")
