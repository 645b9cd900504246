"""``TroubleWindow``: a title, a sentence, some points, a detail, perhaps two fields, and buttons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QIcon
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app import resources
from pos_app.ui import words
from pos_app.ui.theme import Ink, Type, theme
from pos_app.ui.trouble.view import Choice, TroubleView
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.facts import IconTile, TileTone
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import painting
from pos_app.ui.widgets.panel import Block
from pos_app.ui.widgets.progress import Spinner
from pos_app.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["TroubleWindow"]

_WIDTH, _PAD, _HEARD_MS = 660, 32, 500
_BULLET = "•"
_LONGEST = 600
"""Letters of one text: a path may be long."""


class TroubleWindow(QWidget):
    """``chosen`` tells a button that was pressed; closing the window is ``Choice.CLOSE``.

    No button has the keyboard until Tab gives it: what a scanner types, Enter and all, presses nothing.
    """

    chosen = Signal(object)
    accessible_role = QAccessible.Role.AlertMessage

    def __init__(self, view: TroubleView, *, title: str = "pos-app") -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.setWindowIcon(QIcon(str(resources.path("icons", "app-icon.svg"))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._view = view
        self._bad = IconTile("triangle-alert", 56, TileTone.BAD)
        self._well = IconTile("circle-check", 56, TileTone.ACCENT)
        self._spinner = Spinner(24, self)
        self.title = PlainLabel("", Type.TITLE_PAGE, wrap=True)
        self.sentence = PlainLabel("", Type.LEAD.bold(400), Ink.TEXT2, wrap=True, limit=_LONGEST)
        self._points, self._buttons = QWidget(), QWidget()
        self._detail = Block()
        self.detail = PlainLabel("", Type.HINT, Ink.TEXT2, wrap=True, limit=_LONGEST)
        inside = QVBoxLayout(self._detail)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(self.detail)
        self._asked = QWidget()
        said = words.issues
        self.fields = TextField(said.who(), icon="user", limit=60), TextField(said.why(), icon="pencil", limit=200)
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(12)
        for field in self.fields:
            asked.addWidget(field)
            field.textEdited.connect(self._allow)
        self._lines = QVBoxLayout(self._points)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(10)
        self._row = QHBoxLayout(self._buttons)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        # Some desktops give every window the whole screen: what is said stays together in its middle.
        self._sheet = QWidget()
        self._sheet.setFixedWidth(_WIDTH)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._sheet, 0, Qt.AlignmentFlag.AlignCenter)
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        self._column.setSpacing(20)
        for part in (self._bad, self._well, self._spinner, self.title, self.sentence, self._points, self._asked, self._detail):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._column.addWidget(self._buttons)
        # Python hears of Ctrl+C and of a shutdown only while it is given the word now and then.
        self._heard = QTimer(self, interval=_HEARD_MS)
        self._heard.timeout.connect(lambda: None)
        self._heard.start()
        self.show_view(view)

    @property
    def view(self) -> TroubleView:
        return self._view

    @property
    def who(self) -> str:
        """The name that was typed."""
        return self.fields[0].text().strip()

    @property
    def why(self) -> str:
        """The reason that was typed."""
        return self.fields[1].text().strip()

    @property
    def points(self) -> list[str]:
        """The points as they are shown."""
        return [each.text() for each in self._points.findChildren(PlainLabel) if each.text() != _BULLET]

    def button(self, choice: Choice) -> Button:
        """The button of a choice that is offered. Raises StopIteration."""
        return next(each for each in self._buttons.findChildren(Button) if each.property("choice") == choice.value)

    def show_view(self, view: TroubleView) -> None:
        """Say this from now on."""
        self._view = view
        working = not view.choices
        self._bad.setVisible(not view.well and not working)
        self._well.setVisible(view.well)
        self._spinner.start() if working else self._spinner.stop()
        self.title.setText(view.title)
        self.sentence.setText(view.sentence)
        self.detail.setText(view.detail)
        for part, there in ((self.sentence, view.sentence), (self._points, view.points), (self._detail, view.detail)):
            part.setVisible(bool(there))
        self._fill(self._lines, [_point(text) for text in view.points])
        self._fill(self._row, [self._new_button(choice, words) for choice, words in view.choices])
        self._row.insertStretch(0, 1)
        self._asked.setVisible(view.asks_who)
        self._allow()
        self.setAccessibleName(" ".join((view.title, view.sentence, *view.points)))
        self.setFocus()
        self._column.invalidate()
        needed = self._column.heightForWidth(_WIDTH)
        # While it works it does not jump.
        self._sheet.setFixedHeight(max(needed, self._sheet.height()) if working else needed)
        self.setMinimumSize(self._sheet.size())
        if not self.isMaximized():
            self.resize(self._sheet.size())

    def _new_button(self, choice: Choice, text: str) -> Button:
        main = choice is self._view.choices[-1][0]
        button = Button(text, ButtonKind.PRIMARY if main else ButtonKind.SECONDARY)
        button.setProperty("choice", choice.value)
        button.clicked.connect(partial(self._choose, choice))
        return button

    def _choose(self, choice: Choice, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.chosen.emit(choice)

    def _allow(self) -> None:
        if self._view.asks_who:
            self.button(self._view.choices[0][0]).setEnabled(bool(self.who and self.why))

    @staticmethod
    def _fill(layout: QVBoxLayout | QHBoxLayout, parts: list[QWidget] | list[Button]) -> None:
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
        for part in parts:
            layout.addWidget(part)
            # Qt would show it a moment later, and until then it has no height.
            part.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not while it works: what is under way ends by itself, and says so."""
        if not self._view.choices:
            event.ignore()
            return
        self.chosen.emit(Choice.CLOSE)
        super().closeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One calm surface."""
        painting(self).fillRect(self.rect(), theme().tokens.surface)


def _point(text: str) -> QWidget:
    """A line of the list; what does not fit goes on below its own beginning."""
    point = QWidget()
    row = QHBoxLayout(point)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(PlainLabel(_BULLET), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(PlainLabel(text, wrap=True, limit=_LONGEST), 1)
    return point
