"""``Banner``: what is wrong and what it means, inside the panel that it concerns."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme import Ink, Type, draw_icon, theme

from .label import PlainLabel
from .paint import box, painting

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

__all__ = ["Banner", "BannerTone"]

_LEFT, _TEXT, _RIGHT, _ICON = 16, 54, 16, 24
_WIDTH = 360


class BannerTone(Enum):
    """WARN takes care of itself, BAD needs a person, NEUTRAL only informs, GOOD tells what was done."""

    WARN = "warn"
    BAD = "bad"
    NEUTRAL = "neutral"
    GOOD = "good"


class Banner(QWidget):
    """Icon, bold title and one sentence that wraps; the height follows the width. Either text may be empty."""

    def __init__(
        self, title: str, sentence: str, tone: BannerTone, icon: str = "circle-alert", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone, self._icon = tone, icon
        self._laid_out_px = _WIDTH
        self._title = PlainLabel(title, Type.BODY_BOLD, wrap=True, parent=self)
        self._sentence = PlainLabel(sentence, Type.SMALL, Ink.TEXT2, wrap=True, limit=300, parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(title, sentence)

    def set_words(self, title: str, sentence: str, tone: BannerTone | None = None, icon: str | None = None) -> None:
        """Change what it says, and how if given."""
        self._tone, self._icon = tone or self._tone, icon or self._icon
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(f"{self._title.text()} {self._sentence.text()}".strip())
        self.updateGeometry()
        self._arrange()
        self.update()

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    @property
    def tone(self) -> BannerTone:
        return self._tone

    def hasHeightForWidth(self) -> bool:
        """Its sentence wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Padding 15, title, sentence, padding 15."""
        room = width - _TEXT - _RIGHT
        height = 30
        for label in (self._title, self._sentence):
            if label.text():
                height += label.heightForWidth(room)
        if self._title.text() and self._sentence.text():
            height += 2
        return max(height, 56)

    def sizeHint(self) -> QSize:
        """A panel's width, at the height that the present one asks for: a layout gives no more than this."""
        return QSize(_WIDTH, self.heightForWidth(self._laid_out_px))

    def minimumSizeHint(self) -> QSize:
        """Narrow, at the height that the present width asks for."""
        return QSize(160, self.heightForWidth(max(160, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the texts."""
        super().resizeEvent(event)
        if self.width() != self._laid_out_px:
            self._laid_out_px = self.width()
            self.updateGeometry()
        self._arrange()

    def _arrange(self) -> None:
        room = max(1, self.width() - _TEXT - _RIGHT)
        top = 15
        for label in (self._title, self._sentence):
            label.setVisible(bool(label.text()))
            if label.text():
                height = label.heightForWidth(room)
                label.setGeometry(_TEXT, top, room, height)
                top += height + 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill, border, icon."""
        tokens = theme().tokens
        fill, edge, ink = {
            BannerTone.WARN: (tokens.warn_t, tokens.warn_l, tokens.warn),
            BannerTone.BAD: (tokens.bad_t, tokens.bad_l, tokens.bad),
            BannerTone.GOOD: (tokens.ok_t, tokens.ok_l, tokens.ok),
            BannerTone.NEUTRAL: (tokens.sunken, tokens.line if tokens.high_contrast else tokens.sunken, tokens.text2),
        }[self._tone]
        painter = painting(self)
        box(painter, QRectF(self.rect()), 12, fill=fill, edge=edge, edge_px=tokens.line_px)
        draw_icon(painter, self._icon, _LEFT, 15, _ICON, ink)
