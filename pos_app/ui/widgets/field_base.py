"""``FieldBase``: the frame of everything one types into, and its states."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme import theme

from .line_edit import BareEdit, Checker
from .outline import Outline, OutlineShape
from .paint import box, painting
from .text import plain

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent

__all__ = ["FIELD_RADIUS", "FieldBase", "FieldState"]

FIELD_RADIUS = 14


class FieldState(Enum):
    """REST; ACTIVE: the keypad types here; ERROR: red border and words; LOCKED: says why it cannot be used."""

    REST = "rest"
    ACTIVE = "active"
    ERROR = "error"
    LOCKED = "locked"


class FieldBase(QWidget):
    """A frame around a ``BareEdit``. The field is active while its edit has the focus (also while another window has it).

    ``edit`` is the real line edit, for focus order and event filters; Enter is not taken by it. ``textChanged`` tells
    every change, ``textEdited`` only those made by a person (keyboard or keypad), ``activated`` that it got the focus.
    """

    textChanged = Signal(str)  # noqa: N815 - Qt's name for it
    textEdited = Signal(str)  # noqa: N815
    activated = Signal()

    def __init__(self, edit: BareEdit, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = edit
        self._active = self._locked = False
        self._error = ""
        self._outline: Outline | None = None
        edit.setParent(self)
        edit.setAccessibleName(plain(name))
        edit.installEventFilter(self)
        edit.textChanged.connect(self.textChanged)
        edit.textEdited.connect(self.textEdited)
        self.setFocusProxy(edit)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def state(self) -> FieldState:
        """What the frame shows."""
        if self._locked:
            return FieldState.LOCKED
        if self._error:
            return FieldState.ERROR
        return FieldState.ACTIVE if self._active else FieldState.REST

    def text(self) -> str:
        """What stands in it."""
        return self.edit.text()

    def setText(self, text: str) -> None:
        """Replace what stands in it; the caret goes to the end."""
        self.edit.setText(text)

    def insert(self, text: str) -> None:
        """Type ``text`` as the keypad does; the checker is asked."""
        self.edit.insert(text)

    def backspace(self) -> None:
        """Remove the selection or the character before the caret."""
        self.edit.backspace()

    def clear(self) -> None:
        """Empty it, as a person would."""
        if self.text():
            self.edit.clear()
            # The only change that Qt does not report as made by a person.
            self.textEdited.emit("")

    def activate(self, *, select: bool = False) -> None:
        """Take the focus; with ``select`` the next digit replaces what stands there. Does nothing while locked."""
        if self._locked:
            return
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if select:
            self.edit.selectAll()
        else:
            self.edit.setCursorPosition(len(self.text()))
        if not self.edit.hasFocus():
            # Behind another window the focus moves without telling the field that had it.
            for field in self.window().findChildren(FieldBase):
                field._follow_focus()

    def _follow_focus(self) -> None:
        self._active = self.window().focusWidget() is self.edit
        self._refresh()

    def set_checker(self, checker: Checker | None) -> None:
        """See ``Checker``: asked about every change that a person makes."""
        self.edit.set_checker(checker)

    @property
    def error(self) -> str:
        return self._error

    def set_error(self, words: str | None) -> None:
        """Show what is wrong (None or "" takes it away). The screen reader gets it as the field's description."""
        self._error = plain(words or "", 120)
        self.edit.setAccessibleDescription(self._error)
        self._refresh()

    def _set_locked(self, *, locked: bool) -> None:
        self._locked = locked
        self.edit.setVisible(not locked)
        self.setCursor(Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.IBeamCursor)
        self._refresh()

    def _refresh(self) -> None:
        """Repaint after a change of state; fields with labels recolour them here."""
        if self._outline is None and self._active:
            self._outline = Outline(self, OutlineShape.HALO, FIELD_RADIUS)
        if self._outline is not None:
            self._outline.set_on(self.state is FieldState.ACTIVE)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus of the edit. A menu or another window on top does not end being active."""
        if watched is self.edit and event.type() in (event.Type.FocusIn, event.Type.FocusOut):
            gained = event.type() is event.Type.FocusIn
            lasting = event.reason() not in (  # type: ignore[attr-defined]
                Qt.FocusReason.ActiveWindowFocusReason,
                Qt.FocusReason.PopupFocusReason,
            )
            if gained or lasting:
                changed, self._active = self._active is not gained, gained
                self._refresh()
                if gained and changed:
                    self.activated.emit()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap anywhere on the frame activates the field."""
        self.activate()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, then whatever the field adds."""
        painter = painting(self)
        tokens = theme().tokens
        state = self.state
        edge, px = tokens.line2, tokens.line_px
        if state is FieldState.LOCKED:
            edge = tokens.line
        elif state is FieldState.ERROR:
            edge, px = tokens.bad, 2
        elif state is FieldState.ACTIVE:
            edge, px = tokens.accent, 4 if tokens.high_contrast else 2
        box(painter, QRectF(self.rect()), FIELD_RADIUS, fill=tokens.surface, edge=edge, edge_px=px)
        self._paint_inside(painter)

    def _paint_inside(self, painter: QPainter) -> None:
        """Icons, labels and caps of the particular field."""
