"""``SumStrip``: a few sums side by side, each under its title: those of a sale, or those of a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme import Ink, Metrics, Type, theme

from .label import PlainLabel
from .paint import box, painting, soft_box
from .panel import PANEL_RADIUS

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

__all__ = ["SumCell", "SumStrip"]

_TITLE, _VALUE = Type.HINT_MEDIUM, Type.TITLE_PANEL


@dataclass(frozen=True, slots=True)
class SumCell:
    """A title and a value that is already words; an empty value is drawn as a dash."""

    title: str
    value: str = ""
    ink: Ink = Ink.TEXT


class SumStrip(QWidget):
    """Equal cells with a line between them. Values shrink before they are cut.

    Sunken inside a panel; with ``panel`` a panel of its own on the window, 80 px high.
    """

    def __init__(self, cells: int = 4, *, panel: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._panel = cells, panel
        self._height, self._pad, self._gap = 80 if panel else 84, 24 if panel else 20, 41 if panel else 33
        self._style = Type.TITLE_NAME if panel else _VALUE
        self._titles = [PlainLabel("", _TITLE, Ink.TEXT2, elide=True, parent=self) for _ in range(cells)]
        self._values = [PlainLabel("", self._style, shrink_to_px=14, parent=self) for _ in range(cells)]
        self._cells: tuple[SumCell, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_cells(self, cells: Sequence[SumCell]) -> None:
        """Show exactly as many cells as there are. Cheap when nothing changed: it is called on every key."""
        if len(cells) != self._count:
            raise ValueError(f"the strip has {self._count} cells, not {len(cells)}")
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
        if self._panel:
            self._pad, self._gap = 16 if small else 24, 25 if small else 41
        else:
            self._height, self._pad, self._gap = metrics.strip_height, 14 if small else 20, 25 if small else 33
        style = self._style.sized(20) if small else self._style
        for value in self._values:
            value.set_look(style=style)
        self.updateGeometry()
        self._arrange()

    def sizeHint(self) -> QSize:
        """84 px high (L: 96); as a panel 80."""
        return QSize(552, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the labels."""
        super().resizeEvent(event)
        self._arrange()

    def _cell_left(self, index: int) -> int:
        """Where a cell's text begins."""
        pitch = (self.width() - 2 * self._pad - (self._count - 1) * self._gap) / self._count + self._gap
        return self._pad + round(index * pitch)

    def _arrange(self) -> None:
        top = (self.height() - 48) // 2
        for index, (title, value) in enumerate(zip(self._titles, self._values, strict=True)):
            left = self._cell_left(index)
            right = self._cell_left(index + 1) - self._gap if index < self._count - 1 else self.width() - self._pad
            title.setGeometry(left, top, right - left, 20)
            value.setGeometry(left, top + 20, right - left, 28 if not self._panel else 32)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The block, the lines, and the dashes."""
        tokens, painter = theme().tokens, painting(self)
        if self._panel:
            box(painter, QRectF(self.rect()), PANEL_RADIUS, fill=tokens.surface, edge=tokens.line, edge_px=tokens.line_px)
        else:
            soft_box(painter, QRectF(self.rect()), 14, tokens.sunken, tokens)
        for index in range(1, self._count):
            x = self._cell_left(index) - (self._gap + 1) // 2
            painter.fillRect(QRectF(x, (self.height() - 40) / 2, tokens.line_px, 40), tokens.line)
        for index, cell in enumerate(self._cells):
            if not cell.value:
                painter.fillRect(QRectF(self._cell_left(index), self.height() / 2 + 10, 22, 2.5), tokens.text3)
