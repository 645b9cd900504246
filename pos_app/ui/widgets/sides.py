"""Left-handed cashiers have a page's columns the other way round."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout

__all__ = ["is_mirrored", "mirror"]

_Direction = QBoxLayout.Direction


def mirror(row: QBoxLayout, *, mirrored: bool) -> None:
    """Lay out what stands in ``row`` from the right, or from the left again."""
    row.setDirection(_Direction.RightToLeft if mirrored else _Direction.LeftToRight)


def is_mirrored(row: QBoxLayout) -> bool:
    """Whether ``mirror`` turned it."""
    return row.direction() is _Direction.RightToLeft
