"""``LastSales``: the third column of a wide window (picture 05)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from pos_app.loyalty.sale import SaleState
from pos_app.ui import words
from pos_app.ui.theme import Ink, Metrics, Type, draw_icon, theme
from pos_app.ui.widgets.button import Button
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import painting
from pos_app.ui.widgets.panel import Panel
from pos_app.ui.widgets.text import advance, elided, plain, put

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from pos_app.till.records import SaleRecord
    from pos_app.ui.sale.phrases import Phrases

_ROW_PX, _PAD, _FOOT_PX = 65, 20, 56 + 12
_ICONS = {
    SaleState.APPLIED: ("check", Ink.OK),
    SaleState.SAVED: ("clock-arrow-up", Ink.WARN),
    SaleState.NEEDS_PERSON: ("circle-alert", Ink.BAD),
}


class _Row(QWidget):
    """Name over time, money over points, and how far it has got."""

    def __init__(self) -> None:
        super().__init__()
        self._texts = ("", "", "", "")
        self._icon, self._ink = "check", Ink.OK
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sale(self, record: SaleRecord, phrases: Phrases) -> None:
        """Show one sale."""
        sale = record.sale
        quote, formats = sale.quote, phrases.formats
        points = None if quote.earned is None else quote.earned - quote.redeemed
        change = words.checkout.later() if points is None else formats.points(points, signed=True)
        time = formats.time(phrases.local(sale.made_at))
        self._texts = (plain(phrases.short_name(sale.buyer), 60), time, formats.money(quote.to_pay), change)
        self._icon, self._ink = ("undo-2", Ink.TEXT2) if record.taken_back else _ICONS[record.state]
        self.setAccessibleName(" ".join(self._texts))
        self.update()

    def sizeHint(self) -> QSize:
        """A row."""
        return QSize(220, _ROW_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line above, four texts, an icon."""
        tokens, painter = theme().tokens, painting(self)
        name, time, money, points = self._texts
        painter.fillRect(QRectF(0, 0, self.width(), tokens.line_px), tokens.line)
        draw_icon(painter, self._icon, self.width() - 20, 22, 20, tokens[self._ink])
        right = self.width() - 32.0
        wide = advance(money, Type.BODY_MEDIUM)
        put(painter, right - wide, 10, money, Type.BODY_MEDIUM, tokens.text)
        put(painter, right - advance(points, Type.HINT), 33, points, Type.HINT, tokens.text2)
        put(painter, 0, 10, elided(name, Type.BODY_MEDIUM, right - wide - 12), Type.BODY_MEDIUM, tokens.text)
        put(painter, 0, 33, time, Type.HINT, tokens.text2)


class LastSales(Panel):
    """The newest sales first, as many as fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._none = PlainLabel(words.moments.nothing_sold(), Type.SMALL, Ink.TEXT3)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(PlainLabel(words.moments.last_sales(), Type.LEAD.bold(600)))
        self._column.addSpacing(16)
        self._column.addWidget(self._none)
        self._column.addStretch(1)
        self.journal = Button(words.moments.open_journal(), icon="receipt-text", height=56)
        self._column.addWidget(self.journal)
        self._room = 0

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        self._column.setContentsMargins(_PAD, _PAD + 6, _PAD, _PAD)
        self._room = max(0, (metrics.height - metrics.top_bar - 2 * metrics.page_pad - 2 * _PAD - 48 - _FOOT_PX) // _ROW_PX)

    def show_sales(self, records: Sequence[SaleRecord], phrases: Phrases) -> None:
        """Show as many as there is room for."""
        shown = records[: self._room]
        while len(self._rows) < len(shown):
            row = _Row()
            self._column.insertWidget(2 + len(self._rows), row)
            self._rows.append(row)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(shown))
            if index < len(shown):
                row.show_sale(shown[index], phrases)
        self._none.setVisible(not shown)
