"""The rows as people read them."""

from __future__ import annotations

from collections.abc import Sequence

from tests.bench.measure import Goal, Row

WIDTH = 72
WIDTHS = (9, 15, 6, 10, 9, 17, 7)


def table(name: str, rows: Sequence[Row], *, seconds: float) -> str:
    """The lines of one subject."""
    head = _columns(f"{name} ({seconds:.0f} s)", "ratio", "middle half", "A/A", "goal", "", "ours", "pairs")
    return "\n".join([head, *map(line, rows), ""])


def line(row: Row) -> str:
    """One row, and its note below."""
    ratio = row.ratio
    columns = _columns(
        f"{row.what} ÷ {row.against}",
        f"{ratio.median:,.2f}",
        f"{ratio.low:,.2f}–{ratio.high:,.2f}",
        f"{row.again:.2f}",
        goal(row.goal, row.unit),
        row.verdict,
        f"{row.figure:,.4g} {row.unit}" if row.figure < 1000 else f"{row.figure:,.0f} {row.unit}",
        f"{row.pairs}",
    )
    return "\n".join([columns, *(f"    {each}" for each in row.note.splitlines())])


def _columns(what: str, *cells: str) -> str:
    return what.ljust(WIDTH) + "".join(cell.rjust(width) for cell, width in zip(cells, WIDTHS, strict=True))


def goal(wanted: Goal | None, unit: str) -> str:
    """As in the issue."""
    if wanted is None:
        return ""
    return f"{'≥' if wanted.at_least else '≤'} {wanted.limit:g}{f' {unit}' if wanted.of_figure else '×'}"
