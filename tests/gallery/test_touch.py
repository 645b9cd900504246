"""Whatever a finger may press is large enough for it, and nothing else is in its way: every page, in every state."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QWidget

from pos_app.ui.shell.keys_overlay import KeysOverlay
from pos_app.ui.widgets.field_base import FieldBase
from pos_app.ui.widgets.month_grid import MonthGrid
from pos_app.ui.widgets.toast import Toast
from tests.gallery.draw import opened
from tests.gallery.scenes import SCENES
from tests.gallery.view import View

FINGER_PX = 48
VIEWS = (View(language="cs"), View(language="cs", screen=(1024, 720)))
"""The longer words, on the design's window and on the smallest."""


def controls(window: QWidget) -> dict[QWidget, QRect]:
    """What can be pressed, and the part of the window where it can be seen: what has scrolled away has none."""
    on_top = [each for kind in (MonthGrid, Toast, KeysOverlay) for each in window.findChildren(kind) if each.isVisible()]
    found: dict[QWidget, QRect] = {}
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled() or not isinstance(widget, QAbstractButton | FieldBase):
            continue
        seen = widget.visibleRegion().boundingRect().translated(widget.mapTo(window, QPoint()))
        covered = any(
            not top.isAncestorOf(widget) and seen.intersects(QRect(top.mapTo(window, QPoint()), top.size())) for top in on_top
        )
        if not seen.isEmpty() and not covered:
            found[widget] = seen
    return found


def named(widget: QWidget) -> str:
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return f"{type(widget).__name__} {words!r} {widget.width()}×{widget.height()}"


def too_small(window: QWidget) -> list[str]:
    small = [each for each in controls(window) if min(each.width(), each.height()) < FINGER_PX]
    rows = [
        f"row of {type(view).__name__}, {view.sizeHintForRow(0)} px high"
        for view in window.findChildren(QAbstractItemView)
        if view.isVisible() and view.model() is not None and view.model().rowCount() and view.sizeHintForRow(0) < FINGER_PX
    ]
    return [named(each) for each in small] + rows


def overlapping(window: QWidget) -> list[str]:
    places = list(controls(window).items())
    return [
        f"{named(first)} and {named(second)}"
        for at, (first, here) in enumerate(places)
        for second, there in places[at + 1 :]
        if here.intersects(there) and not first.isAncestorOf(second) and not second.isAncestorOf(first)
    ]


@pytest.mark.parametrize("name", SCENES)
def test_a_finger_hits_what_it_means(name: str) -> None:
    for view, shown in opened(SCENES[name], VIEWS):
        assert too_small(shown.shell) == [], view
        assert overlapping(shown.shell) == [], view
