"""``IdlePanel``: nobody is served yet (picture 01)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui import words
from pos_app.ui.theme import Ink, Metrics, Type, draw_icon, theme
from pos_app.ui.widgets.avatar import AvatarTone, draw_avatar, initials
from pos_app.ui.widgets.button import Button, ButtonKind, FocusRinged
from pos_app.ui.widgets.facts import Divider, Dot, IconTile
from pos_app.ui.widgets.keycap import KeyCap
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import box, painting
from pos_app.ui.widgets.text import advance, elided, plain, put

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from pos_app.till.records import SaleRecord
    from pos_app.ui.sale.phrases import Phrases

SERVED_ROWS = 3
_ROW_PX = 56
_AROUND_ROWS_PX, _NOTICE_PX = 676, 96


class ServedRow(FocusRinged):
    """A customer of a moment ago, shortened: other customers can see it. A tap serves them again."""

    def __init__(self, icon: str = "", parent: QWidget | None = None) -> None:
        """``icon`` stands in place of the initials."""
        super().__init__(12, parent)
        self._icon = icon
        self._name = self._money = self._time = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sale(self, name: str, money: str, time: str, *, spoken: str = "") -> None:
        """Three texts; ``spoken``: what a screen reader says instead."""
        self._name, self._money, self._time = plain(name, 60), money, time
        self.setAccessibleName(plain(spoken, 120) or f"{self._name} {money} {time}")
        self.update()

    def sizeHint(self) -> QSize:
        """A row for a thumb."""
        return QSize(280, _ROW_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Disc, name, money, time, chevron."""
        tokens, painter = theme().tokens, painting(self)
        if self.isDown():
            box(painter, QRectF(self.rect()).adjusted(-8, 0, 8, 0), 12, fill=tokens.sunken)
        middle = self.height() / 2
        letters = "" if self._icon else initials(self._name.rstrip("."))
        icon = None if letters else self._icon or "user"
        draw_avatar(painter, QRectF(0, middle - 20, 40, 40), letters, AvatarTone.GREY, icon)
        right = float(self.width())
        draw_icon(painter, "chevron-right", right - 20, middle - 10, 20, tokens.text3)
        right -= 32
        money, time = advance(self._money, Type.BODY_MEDIUM), 14 + advance(self._time, Type.SMALL)
        # A name is read to its end: where all three have no room, the time is left out.
        if advance(self._name, Type.BODY_MEDIUM) <= right - time - money - 64:
            put(painter, right - time + 14, middle - 11, self._time, Type.SMALL, tokens.text3)
            right -= time
        right -= money
        put(painter, right, middle - 12, self._money, Type.BODY_MEDIUM, tokens.text2)
        put(painter, 52, middle - 12, elided(self._name, Type.BODY_MEDIUM, right - 64), Type.BODY_MEDIUM, tokens.text)


class _Way(QWidget):
    """One way to begin: a tile, what to do, and whether the device is ready (with a dot) or a hint."""

    def __init__(self, icon: str, title: str, line: str, *, dot: bool) -> None:
        super().__init__()
        below = QHBoxLayout()
        below.setSpacing(8)
        if dot:
            below.addWidget(Dot(), 0, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(PlainLabel(line, Type.SMALL, Ink.TEXT2, elide=True, shrink_to_px=12), 1)
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addStretch(1)
        text.addWidget(PlainLabel(title, Type.LEAD.bold(600), elide=True, shrink_to_px=14))
        text.addLayout(below)
        text.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(IconTile(icon))
        row.addLayout(text, 1)


class IdlePanel(QWidget):
    """Three ways to begin, sales that were put aside, and who was just served. ``served_again`` gives a phone or card."""

    served_again = Signal(str)
    taken_up = Signal(int)
    """A sale that was put aside is wanted: its place in the list."""
    register = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = words.sale
        self._title = PlainLabel(said.who_is_shopping(), Type.TITLE_PAGE, shrink_to_px=20)
        self._sentence = PlainLabel(said.start_any_way(), Type.BODY, Ink.TEXT2, wrap=True)
        self._ways = (
            _Way("credit-card", said.swipe_card(), said.reader_ready(), dot=True),
            _Way("scan-qr-code", said.scan_code(), said.scanner_ready(), dot=True),
            _Way("keyboard", said.type_any(), said.any_format(), dot=False),
        )
        self._held_line, self._held_title = Divider(), PlainLabel(words.checkout.held_sales(), Type.SMALL_MEDIUM, Ink.TEXT3)
        self._held_key = KeyCap("Ins")
        self.held_rows = tuple(ServedRow("pause") for _ in range(SERVED_ROWS))
        self._held = 0
        self._line, self._served = Divider(), PlainLabel(said.just_served(), Type.SMALL_MEDIUM, Ink.TEXT3)
        self.rows = tuple(ServedRow() for _ in range(SERVED_ROWS))
        self._keys: list[str] = []
        self._height, self._tight = 800, False
        for index, row in enumerate(self.rows):
            row.clicked.connect(partial(self._pressed, index))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)
        self._column.addSpacing(4)
        self._column.addWidget(self._sentence)
        for way in self._ways:
            self._column.addSpacing(20)
            self._column.addWidget(way)
        self._column.addStretch(1)
        self._column.addWidget(self._held_line)
        self._column.addSpacing(12)
        title = QHBoxLayout()
        title.addWidget(self._held_title, 1)
        title.addWidget(self._held_key)
        self._column.addLayout(title)
        for index, row in enumerate(self.held_rows):
            row.clicked.connect(partial(self.taken_up.emit, index))
            self._column.addWidget(row)
        self._column.addWidget(self._line)
        self._column.addSpacing(20)
        self._column.addWidget(self._served)
        self._column.addSpacing(1)
        for row in self.rows:
            self._column.addWidget(row)
        self.register_button = Button(said.register_new(), ButtonKind.SECONDARY, icon="user-plus", key="F8", height=56)
        self.register_button.clicked.connect(self.register)
        self._column.addSpacing(12)
        self._column.addWidget(self.register_button)
        self.show_served((), None)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size; a low window has fewer of the last customers."""
        pad = metrics.panel_pad
        self._column.setContentsMargins(pad, pad, pad, pad - 8)
        self._height = metrics.height
        self._show_rows()

    def make_room(self, *, wanted: bool) -> None:
        """Something has to be said below the panel: fewer of the last customers."""
        if wanted is not self._tight:
            self._tight = wanted
            self._show_rows()

    @property
    def _room_px(self) -> int:
        """What is left for rows of sales; below 0 there is none for the button either."""
        return self._height - _AROUND_ROWS_PX - (_NOTICE_PX if self._tight else 0)

    @property
    def _room(self) -> int:
        """For how many rows of sales there is."""
        return min(SERVED_ROWS, max(0, self._room_px // _ROW_PX))

    def show_served(self, records: Sequence[SaleRecord], phrases: Phrases | None) -> None:
        """The newest sales that were not taken back, newest first."""
        if phrases is not None:
            kept = [record for record in records if not record.taken_back][:SERVED_ROWS]
            self._keys = [record.sale.buyer.phone or record.sale.buyer.card for record in kept]
            for row, record in zip(self.rows, kept, strict=False):
                sale = record.sale
                money = phrases.formats.money(sale.quote.to_pay)
                row.show_sale(phrases.short_name(sale.buyer), money, phrases.formats.time(phrases.local(sale.made_at)))
        self._show_rows()

    def show_held(self, held: Sequence[tuple[str, str, str]]) -> None:
        """Name, money and time of each sale that was put aside, the newest first; there is room for some."""
        self._held = len(held)
        for row, (name, money, time) in zip(self.held_rows, held, strict=False):
            row.show_sale(name, money, time, spoken=words.checkout.held_spoken(name, money, time))
        self._show_rows()

    def _show_rows(self) -> None:
        held = min(self._held, max(1, self._room), SERVED_ROWS)
        for index, row in enumerate(self.held_rows):
            row.setVisible(index < held)
        for part in (self._held_line, self._held_title, self._held_key):
            part.setVisible(held > 0)
        # Title and line of a second list take the room of one row.
        shown = max(0, min(len(self._keys), self._room - held - (1 if held else 0)))
        for index, row in enumerate(self.rows):
            row.setVisible(index < shown)
        self.register_button.setVisible(self._room_px >= 0 and held <= self._room)
        self._line.setVisible(shown > 0)
        self._served.setVisible(shown > 0)

    def _pressed(self, index: int) -> None:
        if index < len(self._keys):
            self.served_again.emit(self._keys[index])
