"""``backup``: a copy of the till's data, made while the till sells."""

from __future__ import annotations

from pathlib import Path

from pos_app.cli.call import Call


def back_up(call: Call) -> int:
    """Copy to the file that was named."""
    made = call.till.data.back_up(Path(call.arguments.file))
    if call.arguments.json:
        call.answer({"file": str(made.file), "size_bytes": made.size_bytes, "sales": made.sales})
    else:
        call.line(f"{made.sales} sales are in {made.file} ({made.size_bytes} bytes).")
        call.line("To restore it: put it in the place of till.db, and run: pos-app recover")
    return 0
