"""``home``: whether this is the till's own place; and what somebody says where its data was moved, copied or put back."""

from __future__ import annotations

from pos_app.cli.call import Call
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.till.holding import SENTENCES, Held, Word


def home(call: Call) -> int:
    """Tell, or do what was said. Who said so, and why, stays on the disk."""
    wanted = call.arguments
    if wanted.word is None:
        held = call.till.holding.held()
        if wanted.json:
            call.answer({"held": held.value})
        else:
            call.line(SENTENCES.get(held, "This is the till's own place, and its newest data."))
        return 0
    if not (wanted.who.strip() and wanted.reason.strip()):
        raise BadInput(Problem.SETTING, detail="Say who decides (--who) and why (--reason).")
    done = call.till.holding.settle(Word(wanted.word), who=wanted.who.strip(), reason=wanted.reason.strip())
    if wanted.json:
        call.answer({"held": "", "was": done.was.value, "in_doubt": done.in_doubt, "left": done.left})
        return 0
    if done.was is Held.NO:
        call.line("Nothing was held up.")
        return 0
    call.line("Sales are sent again.")
    if done.in_doubt:
        call.line(f"{done.in_doubt} entries are in doubt: none is sent before it was compared, or a person decided.")
    if done.left:
        call.line(f"{done.left} entries are left to the other till.")
    return 0
