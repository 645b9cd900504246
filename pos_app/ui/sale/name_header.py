"""Who it is: disc, name, a line below, and the way to close it. Shared by the known and the unknown customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui import words
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.avatar import Avatar, AvatarTone
from pos_app.ui.widgets.button import IconButton
from pos_app.ui.widgets.keycap import KeyCap
from pos_app.ui.widgets.label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class NameHeader(QWidget):
    """Lies in the panel with the padding on its left only, so that the cross can reach over it. ``closed``: the cross."""

    closed = Signal()
    edit = Signal()
    """The pencil: what is known of the customer is to be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._small, self._pad = False, 24
        self.avatar = Avatar("", 56, parent=self)
        self.title = PlainLabel("", Type.TITLE_NAME, shrink_to_px=16, limit=80, parent=self)
        self.line = PlainLabel("", Type.BODY, Ink.TEXT2, elide=True, limit=60, parent=self)
        self._cap = KeyCap("Esc", parent=self)
        self.cross = IconButton("x", words.sale.close_customer(), 40, filled=False, parent=self)
        self.cross.clicked.connect(self.closed)
        self.pencil = IconButton("pencil", words.register.edit_customer(), 40, filled=False, parent=self)
        self.pencil.clicked.connect(self.edit)
        self.pencil.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_person(self, title: str, line: str, letters: str, *, spoken: str) -> None:
        """A customer; without letters an outline of a person. ``spoken``: the line for a screen reader."""
        if letters:
            self.avatar.show_initials(letters, AvatarTone.ACCENT)
        else:
            self.avatar.show_icon("user", AvatarTone.ACCENT)
        self.pencil.show()
        self._show_lines(title, line, spoken)

    def show_unknown(self, title: str, line: str, *, spoken: str) -> None:
        """Somebody nobody knows yet; the number is there to be compared, and not spoken for all to hear."""
        self.avatar.show_icon("user", AvatarTone.GREY)
        self.line.set_look(Type.LEAD)
        self._show_lines(title, line, spoken)

    def _show_lines(self, title: str, line: str, spoken: str) -> None:
        self.title.setText(title)
        self.line.setText(line)
        self.line.setAccessibleName(spoken)
        self._arrange()

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        self._small, self._pad = metrics.page_pad == 16, metrics.panel_pad
        self.avatar.set_size(48 if self._small else 56)
        self.title.set_look(Type.TITLE_PANEL if self._small else Type.TITLE_NAME)
        self._cap.setVisible(not self._small)
        self.updateGeometry()
        self._arrange()

    def sizeHint(self) -> QSize:
        """A firm height."""
        return QSize(320, 52 if self._small else 56)

    def minimumSizeHint(self) -> QSize:
        """Names are elided before the layout breaks."""
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        height, right = self.height(), self.width() - self._pad
        face = self.avatar.sizeHint().width()
        self.avatar.setGeometry(0, (height - face) // 2, face, face)
        left = face + (12 if self._small else 16)
        cap = self._cap.sizeHint()
        cross = right - 11
        self.cross.setGeometry(cross - 24, 0, 48, 48)
        end = cross - 19
        if not self._small:
            self._cap.setGeometry(end - cap.width(), 12, cap.width(), cap.height())
            end -= cap.width()
        if not self.pencil.isHidden():
            end = min(end, cross - 24) - 48
            self.pencil.setGeometry(end, 0, 48, 48)
            # Its icon is narrower than what a finger hits.
            end += 8
        title = 28 if self._small else 32
        self.title.setGeometry(left, 0 if self._small else 1, end - left - 8, title)
        # A whole number is larger than a shortened one and sits a little lower.
        below = self.line.type_style.line_px
        self.line.setGeometry(left, title + (24 - below) // 2 + (1 if below > 24 else 0), end - left - 8, below)
