"""Putting a text editor back as it was before a reader's first characters leaked into it. GUI thread only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtGui import QTextCursor, QTextDocumentFragment
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

HOLD_PROPERTY = "wedgePolicy"
"""Set to "hold" on a widget where not even one character of a reader may flicker: its keys wait some milliseconds."""


Editor = QLineEdit | QTextEdit | QPlainTextEdit


class Remembered(Protocol):
    """An editor's content at one moment."""

    @property
    def widget(self) -> QWidget: ...

    def put_back(self) -> bool:
        """Restore it, leaving nothing in the undo history. False when the editor is gone."""
        ...


@dataclass(slots=True, eq=False)  # made for every key typed into a field, and freezing would take as long as all else
class _Line:
    widget: QLineEdit
    text: str = field(repr=False)
    cursor: int
    selection: tuple[int, int]

    def put_back(self) -> bool:
        if not isValid(self.widget):
            return False
        if self.widget.text() != self.text:
            self.widget.setText(self.text)
            # The key that is taken back was heard as an edit by a person; so is its going.
            self.widget.textEdited.emit(self.text)
        start, length = self.selection
        if start < 0:
            self.widget.setCursorPosition(self.cursor)
        elif start == self.cursor:
            self.widget.setSelection(start + length, -length)
        else:
            self.widget.setSelection(start, length)
        return True


@dataclass(frozen=True, slots=True)
class _Page:
    widget: QTextEdit | QPlainTextEdit
    length: int
    start: int
    anchor: int
    cursor: int
    selected: QTextDocumentFragment = field(repr=False)

    def put_back(self) -> bool:
        if not isValid(self.widget):
            return False
        document = self.widget.document()
        selected_length = abs(self.cursor - self.anchor)
        typed = document.characterCount() - self.length + selected_length
        if typed != selected_length or selected_length:
            cursor = QTextCursor(document)
            cursor.setPosition(self.start)
            cursor.setPosition(self.start + max(0, typed), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            cursor.insertFragment(self.selected)
            document.clearUndoRedoStacks()
        cursor = self.widget.textCursor()
        cursor.setPosition(self.anchor)
        cursor.setPosition(self.cursor, QTextCursor.MoveMode.KeepAnchor)
        self.widget.setTextCursor(cursor)
        return True


def remember(editor: Editor) -> Remembered:
    """The content of an editor as it is now."""
    if isinstance(editor, QLineEdit):
        start = editor.selectionStart()
        return _Line(editor, editor.text(), editor.cursorPosition(), (start, 0 if start < 0 else editor.selectionLength()))
    cursor = editor.textCursor()
    length = editor.document().characterCount()
    return _Page(editor, length, cursor.selectionStart(), cursor.anchor(), cursor.position(), cursor.selection())


def editor_of(widget: QWidget | None) -> Editor | None:
    """The editor that typing at this focus would change; None where a key could press, move or start something."""
    if widget is None or widget.property(HOLD_PROPERTY) == "hold":
        return None
    popup = QApplication.activePopupWidget()
    # A completer's list leaves the typing to its editor; a menu or an open combo box does not.
    if popup is not None and popup.focusProxy() is not widget:
        return None
    if isinstance(widget, QComboBox | QAbstractSpinBox):
        widget = widget.findChild(QLineEdit)
    if not isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
        return None
    return widget if widget.isEnabled() and not widget.isReadOnly() else None
