"""``audit`` and ``allow-writes``: for a till whose PassQuare only takes whole balances."""

from __future__ import annotations

from pos_app.cli import show
from pos_app.cli.call import Call
from pos_app.till.sync.audit import Audited, Finding

NOT_ALL_READ = 3
NEEDS_PERSON = 4


def audit(call: Call) -> int:
    """Read again everybody whose balance was written, and compare. Exit 0: all agree, 3: some not read, 4: a difference."""
    audited = call.till.audit()
    if call.arguments.json:
        call.answer(
            {
                "looked_at": audited.looked_at,
                "findings": [_finding(each) for each in audited.findings],
                "not_read": audited.not_read,
                "on_the_way": audited.on_the_way,
            }
        )
    else:
        _tell(call, audited)
    if audited.findings:
        return NEEDS_PERSON
    return NOT_ALL_READ if audited.not_read else 0


def allow_writes(call: Call) -> int:
    """Let balances be written again after the till stopped by itself. Who said so, and why, stays on the disk."""
    was = call.till.holding.allow_writes(who=call.arguments.who, reason=call.arguments.reason)
    call.line("Balances are written again." if was else "Nothing had been stopped.")
    return 0


def _finding(each: Finding) -> dict[str, object]:
    return {
        "phone": each.phone,
        "left": show.amount(each.left),
        "found": show.amount(each.found),
        "transaction_id": each.transaction_id,
    }


def _tell(call: Call, audited: Audited) -> None:
    for each in audited.findings:
        found = "no such customer, or no balance" if each.found is None else f"{each.found} points"
        call.line(f"{each.phone}: this till left {each.left} points, PassQuare has {found}.")
    if not audited.findings:
        call.line(f"Customers compared: {audited.looked_at}. All balances are as this till left them.")
    if audited.not_read:
        call.line(f"Customers who could not be read: {audited.not_read}.")
