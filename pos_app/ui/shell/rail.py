"""The rail: logo and one tile per page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.theme import Metrics, Type, draw_icon, theme
from pos_app.ui.widgets.button import FocusRinged
from pos_app.ui.widgets.paint import box, painting
from pos_app.ui.widgets.text import advance, plain, put_in

from .pages import PageKey, RailItem

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent

__all__ = ["Rail", "RailTile"]

_LOGO = 40
_BADGE = Type.NAV_S.bold(600)
_MANY = 100
_DOT = 8.0


class RailTile(FocusRinged):
    """Icon over a word; tinted when its page is shown."""

    def __init__(self, item: RailItem) -> None:
        super().__init__(12)
        self.item = item
        self._style = Type.NAV
        self._count, self._hint = 0, ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(plain(item.words, 24).replace("&", "&&"))
        self.setAccessibleName(plain(item.words))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(72, 68)

    @property
    def count(self) -> int:
        """What the badge says; 0: there is none."""
        return self._count

    def show_count(self, count: int, spoken: str = "") -> None:
        """How many things need a person there; ``spoken`` is said after the tile's name."""
        self._count = count
        self._name(spoken if count else "")

    @property
    def hint(self) -> str:
        """What the dot says; empty: there is none."""
        return self._hint

    def show_hint(self, spoken: str) -> None:
        """A small dot: there is something to look at there when there is time; empty: take it away."""
        self._hint = spoken
        self._name(spoken)

    def _name(self, spoken: str) -> None:
        name = plain(self.item.words)
        self.setAccessibleName(f"{name}, {spoken}" if spoken else name)
        self.update()

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        self._style = Type.NAV if metrics.nav_px == 13 else Type.NAV_S
        self.setFixedSize(QSize(metrics.tile_width, metrics.tile_height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tile."""
        tokens, painter = theme().tokens, painting(self)
        rect = QRectF(self.rect())
        chosen, pressed = self.isChecked(), self.isDown()
        ink = tokens.text2
        if chosen:
            box(painter, rect, 12, fill=tokens.accentfill if tokens.high_contrast else tokens.accent_t)
            ink = tokens.onaccent if tokens.high_contrast else tokens.accent
        elif pressed:
            box(painter, rect, 12, fill=tokens.key, edge=tokens.line if tokens.high_contrast else None, edge_px=2)
        top = (rect.height() - 46) / 2
        draw_icon(painter, self.item.icon, (rect.width() - 24) / 2, top, 24, ink)
        style = self._style.bold(600) if chosen else self._style
        put_in(painter, QRectF(0, top + 28, rect.width(), 18), self.text().replace("&&", "&"), style, ink)
        if self._count:
            self._draw_badge(painter, rect.width() / 2 + 4, top - 5)
        elif self._hint:
            box(painter, QRectF(rect.width() / 2 + 10, top - 2, _DOT, _DOT), _DOT / 2, fill=tokens.accentfill)

    def _draw_badge(self, painter: QPainter, left: float, top: float) -> None:
        tokens, words = theme().tokens, str(self._count) if self._count < _MANY else f"{_MANY - 1}+"
        badge = QRectF(left, top, max(20.0, advance(words, _BADGE) + 10), 20)
        box(painter, badge, 10, fill=tokens.badfill)
        put_in(painter, badge, words, _BADGE, tokens.onaccent)


class Rail(QWidget):
    """88 px wide (S: 72). ``requested`` gives the page of the tile that was pressed."""

    requested = Signal(PageKey)

    def __init__(self, items: Sequence[RailItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._metrics = Metrics.for_window(1280, 800)
        self._tiles: dict[PageKey, RailTile] = {}
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        for item in items:
            tile = RailTile(item)
            tile.clicked.connect(partial(self._pressed, item.key))
            self._tiles[item.key] = tile
            self._column.addWidget(tile, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self.apply_metrics(self._metrics)

    def _pressed(self, key: PageKey) -> None:
        self.requested.emit(key)

    def tile(self, key: PageKey) -> RailTile:
        """The tile of a page."""
        return self._tiles[key]

    @property
    def tiles(self) -> tuple[RailTile, ...]:
        """All, from the top: for the focus order."""
        return tuple(self._tiles.values())

    def show_chosen(self, key: PageKey) -> None:
        """Tint the tile of the page that is shown."""
        self._tiles[key].setChecked(True)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        self._metrics = metrics
        self.setFixedWidth(metrics.rail)
        self._column.setContentsMargins(0, 64 if metrics.rail < 88 else 68, 0, 12)
        for tile in self._tiles.values():
            tile.apply_metrics(metrics)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface, line, logo."""
        tokens, painter = theme().tokens, painting(self)
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(QRectF(self.width() - tokens.line_px, 0, tokens.line_px, self.height()), tokens.line)
        small = self._metrics.rail < 88
        logo = QRectF((self._metrics.rail - _LOGO) / 2, 10 if small else 12, _LOGO, _LOGO)
        box(painter, logo, 12, fill=tokens.accentfill)
        draw_icon(painter, "logo", logo.left(), logo.top(), _LOGO, tokens.onaccent)
