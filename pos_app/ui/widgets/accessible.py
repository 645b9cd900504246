"""What a screen reader is told a painted widget *is*, where Qt would guess wrongly from its class.

A widget says it with a class attribute ``accessible_role``; one that can be chosen in a list also with ``accessible_selected``.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

__all__ = ["install_roles", "tell_selection"]


class _Told(QAccessibleWidget):
    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)

    def state(self) -> QAccessible.State:
        """Qt's own, and whether it is the chosen one."""
        state = super().state()
        selected = getattr(self.widget(), "accessible_selected", None)
        if selected is not None:
            state.selectable, state.selected = True, selected
        return state


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(thing, "accessible_role", None)
    return _Told(thing, role) if isinstance(thing, QWidget) and role is not None else None


@cache
def install_roles() -> None:
    """Let Qt ask the widgets. Once is enough."""
    QAccessible.installFactory(_interface)


def tell_selection(widget: QWidget, *, selected: bool) -> None:
    """Tell a screen reader, if there is one, that a row is now chosen or no longer."""
    if QAccessible.isActive():
        kind = QAccessible.Event.SelectionAdd if selected else QAccessible.Event.SelectionRemove
        QAccessible.updateAccessibility(QAccessibleEvent(widget, kind))
