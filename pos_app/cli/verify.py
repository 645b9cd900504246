"""``verify``: do the till's database and its roll agree, row by row, and is the roll's chain whole?"""

from __future__ import annotations

from pos_app.cli.call import Call
from pos_app.cli.endings import TROUBLE


def verify(call: Call) -> int:
    """Compare; exit 1 if anything does not agree."""
    found = call.till.data.verify()
    if call.arguments.json:
        call.answer(
            {
                "ok": found.whole,
                "lines": found.lines,
                "rows": found.rows,
                "sales": found.sales,
                "findings": list(found.findings),
            }
        )
    else:
        call.line(f"{found.sales} sales, {found.rows} rows, {found.lines} lines of the roll.")
        for each in found.findings:
            call.line(each)
        call.line("All agree." if found.whole else "Not everything agrees. Run: pos-app recover")
    return 0 if found.whole else TROUBLE
