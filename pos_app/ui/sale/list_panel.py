"""``ListPanel``: customers that fit what is typed (pictures 02 and 12), or that they are still being looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui import words
from pos_app.ui.theme import Ink, Metrics, Type, draw_icon, theme
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.facts import Divider
from pos_app.ui.widgets.keycap import KeyCap
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import painting
from pos_app.ui.widgets.progress import Spinner
from pos_app.ui.widgets.suggestions import SuggestionList

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from pos_app.ui.sale.phrases import Phrases
    from pos_app.ui.sale.screen_state import ScreenState


class _Hint(QWidget):
    """An icon and a quiet line at the foot of the panel."""

    def __init__(self, icon: str, text: str) -> None:
        super().__init__()
        self._icon = icon
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 0, 0, 0)
        row.addWidget(PlainLabel(text, Type.SMALL, Ink.TEXT3, elide=True, shrink_to_px=12))
        self.setFixedHeight(24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon."""
        draw_icon(painting(self), self._icon, 8, 2, 20, theme().tokens.text3)


class ListPanel(QWidget):
    """``picked`` gives the row that was tapped."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = PlainLabel("", Type.SMALL_MEDIUM, Ink.TEXT2)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(6)
        head.addWidget(self.count)
        head.addStretch(1)
        for key in ("↑", "↓", "↵"):
            head.addWidget(KeyCap(key))
        self._head.setFixedHeight(26)
        self.many = Banner("", "", BannerTone.WARN, "users")
        self.list = SuggestionList(by_tab=True)
        self.list.picked.connect(self.picked)
        self.waiting = PlainLabel("", Type.SMALL, Ink.TEXT2, elide=True)
        self._spinner = Spinner(20)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(16, 16, 16, 0)
        foot.setSpacing(10)
        place = QWidget()
        place.setFixedSize(20, 20)
        self._spinner.setParent(place)
        foot.addWidget(place)
        foot.addWidget(self.waiting, 1)
        self.none = PlainLabel("", Type.LEAD.bold(600), wrap=True)
        self.none_hint = PlainLabel(words.moments.try_whole_number(), Type.BODY, Ink.TEXT2, wrap=True)
        self._line, self._arrows = Divider(), _Hint("arrow-down-up", words.sale.arrows_and_enter())
        self._none_box = QWidget()
        none = QVBoxLayout(self._none_box)
        none.setContentsMargins(16, 8, 16, 0)
        none.setSpacing(6)
        none.addWidget(self.none)
        none.addWidget(self.none_hint)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(self.many)
        self._column.addSpacing(13)
        self._column.addWidget(self._none_box)
        self._column.addWidget(self.list, 1000)
        self._column.addWidget(self._foot)
        self._column.addStretch(1)
        self._column.addWidget(self._line)
        self._column.addSpacing(29)
        self._column.addWidget(self._arrows)
        self._rows_of: object = None

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        self._roomy = metrics.panel_pad == 24

    def show_finder(self, state: ScreenState, phrases: Phrases) -> None:
        """Rows at once, and below them that the servers are being asked."""
        finder = state.finder
        rows = finder.answer.customers if finder.answer is not None else ()
        digits = finder.query.digits if finder.query is not None else ""
        many = len(rows) > 1 and bool(digits) and not (finder.answer is not None and finder.answer.exact)
        self.many.setVisible(many)
        self._head.setVisible(bool(rows) and not many)
        self._line.setVisible(many)
        self._arrows.setVisible(many)
        if many:
            self.many.set_words(words.sale.many_end_in(len(rows), digits), words.sale.ask_name())
            self._column.setContentsMargins(16, 16, 16, 31)
        else:
            self.count.setText(words.sale.customers(len(rows)))
            self._column.setContentsMargins(8, 17, 8, 8)
        if self._rows_of != (rows, finder.text):
            self._rows_of = (rows, finder.text)
            self.list.show_rows([phrases.suggestion(view, finder.text) for view in rows], keep_choice=True)
            self.list.setMaximumHeight(max(1, self.list.sizeHint().height()))
        if rows:
            self.list.choose(finder.chosen)
        self.list.setVisible(bool(rows))
        nobody = finder.answer is not None and not rows and not finder.looking
        self._none_box.setVisible(nobody)
        if nobody:
            self.none.setText(words.moments.nobody_fits())
        self._show_looking(looking=finder.looking, read=finder.reading)

    def _show_looking(self, *, looking: bool, read: bool) -> None:
        self.waiting.setText(words.moments.reading_card() if read else words.sale.looking_online())
        self._foot.setVisible(looking)
        if looking:
            self._spinner.start()
        else:
            self._spinner.stop()
