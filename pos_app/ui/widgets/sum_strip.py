"""``SumStrip``: discount, points used, points earned, new balance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme import Ink, Metrics, Type, theme

from .label import PlainLabel
from .paint import painting, soft_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

__all__ = ["SumCell", "SumStrip"]

_CELLS = 4
_TITLE, _VALUE = Type.HINT_MEDIUM, Type.TITLE_PANEL


@dataclass(frozen=True, slots=True)
class SumCell:
    """A title and a value that is already words; an empty value is drawn as a dash."""

    title: str
    value: str = ""
    ink: Ink = Ink.TEXT


class SumStrip(QWidget):
    """Four equal cells with a line between them. Values shrink before they are cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height, self._pad, self._gap = 84, 20, 33
        self._titles = [PlainLabel("", _TITLE, Ink.TEXT2, elide=True, parent=self) for _ in range(_CELLS)]
        self._values = [PlainLabel("", _VALUE, shrink_to_px=14, parent=self) for _ in range(_CELLS)]
        self._cells: tuple[SumCell, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_cells(self, cells: Sequence[SumCell]) -> None:
        """Show exactly four cells. Cheap when nothing changed: it is called on every key."""
        if len(cells) != _CELLS:
            raise ValueError(f"the strip has {_CELLS} cells, not {len(cells)}")
        if tuple(cells) == self._cells:
            return
        self._cells = tuple(cells)
        for cell, title, value in zip(cells, self._titles, self._values, strict=True):
            title.setText(cell.title)
            value.setText(cell.value)
            value.set_look(ink=cell.ink)
            value.setAccessibleName(f"{title.text()} {value.text() or '–'}")
        self.update()

    @property
    def cells(self) -> tuple[SumCell, ...]:
        return self._cells

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        small = metrics.panel_pad == 16
        self._height, self._pad, self._gap = metrics.strip_height, 14 if small else 20, 25 if small else 33
        style = _VALUE.sized(20) if small else _VALUE
        for value in self._values:
            value.set_look(style=style)
        self.updateGeometry()
        self._arrange()

    def sizeHint(self) -> QSize:
        """84 px high (L: 96)."""
        return QSize(552, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the labels."""
        super().resizeEvent(event)
        self._arrange()

    def _cell_left(self, index: int) -> int:
        """Where a cell's text begins."""
        pitch = (self.width() - 2 * self._pad - (_CELLS - 1) * self._gap) / _CELLS + self._gap
        return self._pad + round(index * pitch)

    def _arrange(self) -> None:
        top = (self.height() - 48) // 2
        for index, (title, value) in enumerate(zip(self._titles, self._values, strict=True)):
            left = self._cell_left(index)
            right = self._cell_left(index + 1) - self._gap if index < _CELLS - 1 else self.width() - self._pad
            title.setGeometry(left, top, right - left, 20)
            value.setGeometry(left, top + 20, right - left, 28)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sunken block, the lines, and the dashes."""
        tokens, painter = theme().tokens, painting(self)
        soft_box(painter, QRectF(self.rect()), 14, tokens.sunken, tokens)
        for index in range(1, _CELLS):
            x = self._cell_left(index) - (self._gap + 1) // 2
            painter.fillRect(QRectF(x, (self.height() - 40) / 2, tokens.line_px, 40), tokens.line)
        for index, cell in enumerate(self._cells):
            if not cell.value:
                painter.fillRect(QRectF(self._cell_left(index), self.height() / 2 + 10, 22, 2.5), tokens.text3)
