"""One line of a sale's story: a disc, what happened, when, and what was said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from pos_app.ui import words
from pos_app.ui.journal.story_words import StoryLine, Tone
from pos_app.ui.theme import Type, draw_icon, theme
from pos_app.ui.widgets.button import FocusRinged
from pos_app.ui.widgets.paint import box, disc, painting
from pos_app.ui.widgets.text import advance, plain, put, wrapped_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

_DISC, _GAP, _ROW, _PRESSED_ROW = 28, 12, 40, 48
_TITLE, _TIME, _SENTENCE = Type.SMALL_MEDIUM, Type.HINT, Type.HINT


class StoryRow(FocusRinged):
    """A button only where it leads somewhere; else it takes no input. Its height follows its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(10, parent)
        self.line = StoryLine("", Tone.GREY, "check")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_line(self, line: StoryLine) -> None:
        """Show it; cheap when it is the same."""
        if line == self.line:
            return
        self.line = line
        leads = bool(line.leads_to)
        self.setEnabled(leads)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus)
        parts = (line.title, line.time, line.sentence, words.journal.open_that() if leads else "")
        self.setAccessibleName(plain(". ".join(part for part in parts if part), 400))
        self.updateGeometry()
        self.update()

    def _room(self, width: int) -> float:
        right = advance(self.line.time, _TIME) if self.line.time else 26 if self.line.leads_to else 0
        return width - _DISC - _GAP - (right + 10 if right else 0)

    def _lines(self, width: int) -> tuple[list[str], list[str]]:
        """Title and sentence, broken so that they fit."""
        title = wrapped_lines(plain(self.line.title, 200), _TITLE, max(60.0, self._room(width)))
        sentence = plain(self.line.sentence, 400)
        below = wrapped_lines(sentence, _SENTENCE, max(60.0, width - _DISC - _GAP)) if sentence else []
        return title, below

    def heightForWidth(self, width: int) -> int:
        """A row, and more for a sentence."""
        title, below = self._lines(width)
        needed = max(_ROW, 9 + len(title) * _TITLE.line_px + len(below) * _SENTENCE.line_px + 9)
        return needed + 2 * self._inset

    @property
    def _inset(self) -> int:
        """What is to be pressed has room for a finger."""
        return (_PRESSED_ROW - _ROW) // 2 if self.line.leads_to else 0

    def hasHeightForWidth(self) -> bool:
        """Sentences wrap."""
        return True

    def sizeHint(self) -> QSize:
        """At the width of the panel."""
        width = self.width() if self.width() > 100 else 328
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Disc, title, time, sentence."""
        tokens, painter, line = theme().tokens, painting(self), self.line
        if self.isDown():
            box(painter, QRectF(self.rect()).adjusted(-6, 0, 6, 0), 10, fill=tokens.sunken)
        painter.translate(0, self._inset)
        fill, ink, edge = {
            Tone.OK: (tokens.ok_t, tokens.ok, tokens.ok_l),
            Tone.WARN: (tokens.warn_t, tokens.warn, tokens.warn_l),
            Tone.BAD: (tokens.bad_t, tokens.bad, tokens.bad_l),
            Tone.GREY: (tokens.key, tokens.text2, tokens.line),
        }[line.tone]
        disc(painter, QRectF(0, 6, _DISC, _DISC), fill, edge if tokens.high_contrast else None)
        draw_icon(painter, line.icon, 5, 11, 18, ink)
        title, below = self._lines(self.width())
        top = 9.0
        for words_ in title:
            put(painter, _DISC + _GAP, top, words_, _TITLE, tokens.accent if line.leads_to else tokens.text)
            top += _TITLE.line_px
        for words_ in below:
            put(painter, _DISC + _GAP, top, words_, _SENTENCE, tokens.text2)
            top += _SENTENCE.line_px
        if line.time:
            put(painter, self.width() - advance(line.time, _TIME), 10, line.time, _TIME, tokens.text2)
        elif line.leads_to:
            draw_icon(painter, "chevron-right", self.width() - 20, 10, 20, tokens.text3)
