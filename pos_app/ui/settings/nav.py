"""The list of sections on the left of the Settings page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from pos_app.ui.theme import Type, draw_icon, theme
from pos_app.ui.widgets.button import FocusRinged
from pos_app.ui.widgets.paint import box, painting
from pos_app.ui.widgets.panel import Panel
from pos_app.ui.widgets.text import plain, put_in

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["Section", "SectionRow", "SettingsNav"]

WIDTH = 264
_ROW, _PAD, _GAP = 52, 8, 2


class Section(Enum):
    """What can be set up here."""

    CONNECTION = "connection"
    PROGRAMME = "programme"
    READER = "reader"
    NUMBERS = "numbers"
    PRINTER = "printer"
    APPEARANCE = "appearance"
    KEYBOARD = "keyboard"
    DATA = "data"
    TRAINING = "training"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One row of the list."""

    section: Section
    icon: str
    words: str


class _Row(FocusRinged):
    def __init__(self, row: SectionRow) -> None:
        super().__init__(12)
        self._icon_name = row.icon
        self.setCheckable(True)
        self.setText(plain(row.words, 40).replace("&", "&&"))
        self.setAccessibleName(plain(row.words))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 2 * _PAD, _ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = theme().tokens, painting(self)
        rect = QRectF(self.rect())
        icon_ink, ink = tokens.text2, tokens.text
        if self.isChecked():
            box(painter, rect, 12, fill=tokens.accentfill if tokens.high_contrast else tokens.accent_t)
            icon_ink = ink = tokens.onaccent if tokens.high_contrast else tokens.accent
        elif self.isDown():
            box(painter, rect, 12, fill=tokens.sunken, edge=tokens.line if tokens.high_contrast else None, edge_px=2)
        draw_icon(painter, self._icon_name, 15, (rect.height() - 24) / 2, 24, icon_ink)
        style = Type.BODY_BOLD if self.isChecked() else Type.BODY_MEDIUM
        words = self.text().replace("&&", "&")
        put_in(painter, rect.adjusted(52, 0, -8, 0), words, style, ink, Qt.AlignmentFlag.AlignLeft)


class SettingsNav(Panel):
    """264 px wide, rows of 52 px. ``chosen`` gives the section of the row that was pressed."""

    chosen = Signal(Section)

    def __init__(self, rows: Sequence[SectionRow]) -> None:
        super().__init__()
        self._rows = {row.section: _Row(row) for row in rows}
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        column.setSpacing(_GAP)
        for section, row in self._rows.items():
            row.clicked.connect(partial(self.chosen.emit, section))
            column.addWidget(row)
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def row(self, section: Section) -> FocusRinged:
        """The row of a section."""
        return self._rows[section]

    def show_chosen(self, section: Section) -> None:
        """Tint its row."""
        for each, row in self._rows.items():
            row.setChecked(each is section)
