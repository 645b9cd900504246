"""What the sections of the settings have in common: a head, and facts two beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from pos_app.ui.theme import Ink, Type
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.status_row import StatusRow

__all__ = ["fact_grid", "section_head"]


def section_head(title: str, why: str) -> QVBoxLayout:
    """The title of a section over a line of what it is for."""
    head = QVBoxLayout()
    head.setSpacing(2)
    head.addWidget(PlainLabel(title, Type.TITLE_NAME, elide=True))
    head.addWidget(PlainLabel(why, Type.BODY, Ink.TEXT2, wrap=True))
    return head


def fact_grid(facts: Sequence[StatusRow]) -> QGridLayout:
    """Facts, an even number of them, in two columns; only the last two have no line below."""
    rows = QGridLayout()
    rows.setHorizontalSpacing(24)
    rows.setVerticalSpacing(0)
    for at, each in enumerate(facts):
        each.set_last(at >= len(facts) - 2)
        rows.addWidget(each, *divmod(at, 2))
        rows.setColumnStretch(at % 2, 1)
    return rows
