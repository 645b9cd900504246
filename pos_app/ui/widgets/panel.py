"""``Panel``: the white frame that holds a part of a screen."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from pos_app.ui.theme import theme

from .paint import box, painting, soft_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["Block", "BlockTone", "Panel", "PanelEdge"]

PANEL_RADIUS = 16
BLOCK_RADIUS = 14


class PanelEdge(Enum):
    """The border of a panel: quiet, or red when what it holds was refused."""

    LINE = "line"
    BAD = "bad"


class Panel(QWidget):
    """Surface, radius 16, 1-px line (high contrast 2). Put a layout into it with margins of ``Metrics.panel_pad``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edge = PanelEdge.LINE

    @property
    def edge(self) -> PanelEdge:
        return self._edge

    def set_edge(self, edge: PanelEdge) -> None:
        """Change the border."""
        self._edge = edge
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill and border."""
        tokens = theme().tokens
        bad = self._edge is PanelEdge.BAD
        box(
            painting(self),
            QRectF(self.rect()),
            PANEL_RADIUS,
            fill=tokens.surface,
            edge=tokens.bad_l if bad else tokens.line,
            edge_px=2 if bad else tokens.line_px,
        )


class BlockTone(Enum):
    """The fill of a block inside a panel."""

    SUNKEN = "sunken"
    ACCENT = "accent_t"
    OK = "ok_t"


class Block(QWidget):
    """A filled area inside a panel (balance, strip, success): radius 12, no border except in high contrast."""

    def __init__(self, tone: BlockTone = BlockTone.SUNKEN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone

    @property
    def tone(self) -> BlockTone:
        return self._tone

    def set_tone(self, tone: BlockTone) -> None:
        """Change the fill, e.g. ACCENT for a live balance and SUNKEN for an old one."""
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The fill."""
        tokens = theme().tokens
        fill, edge = {
            BlockTone.SUNKEN: (tokens.sunken, tokens.line),
            BlockTone.ACCENT: (tokens.accent_t, tokens.accent_l),
            BlockTone.OK: (tokens.ok_t, tokens.ok_l),
        }[self._tone]
        soft_box(painting(self), QRectF(self.rect()), BLOCK_RADIUS, fill, tokens, edge)
