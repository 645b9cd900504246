"""``queue`` and ``sync``."""

from __future__ import annotations

import argparse
import math
import sys

from pos_app.cli import show
from pos_app.cli.call import Call
from pos_app.cli.endings import TROUBLE
from pos_app.loyalty.sale import Posting, PostingState
from pos_app.passquare.transport.clock import wrong_clock
from pos_app.store.trouble import Newer
from pos_app.till.holding import SENTENCES, Held

WAITING = 3
NEEDS_PERSON = 4
ONE_PASS_S = 60.0


def show_queue(call: Call) -> int:
    """Tell all that is neither applied nor cancelled, oldest first. Asks no server."""
    postings, next_try_s = call.till.queue(), call.till.next_try_s()
    _tell(call, postings)
    if postings and next_try_s is not None and not call.arguments.json:
        call.line(f"Next try in {math.ceil(next_try_s)} s.")
    return 0


def count_queue(arguments: argparse.Namespace, newer: Newer) -> int:
    """Tell how many wait in the data of a newer program, which this one may not read any closer."""
    if arguments.json:
        show.answer({"read_only": True, "count": newer.waiting, "needs_person": newer.needs_person}, sys.stdout)
    elif newer.waiting is not None:
        show.line(
            f"{newer.waiting} wait to be sent, {newer.needs_person} need a person. Nothing is sent by this program.", sys.stdout
        )
    show.line(str(newer), sys.stderr)
    return TROUBLE


def sync(call: Call) -> int:
    """Deliver what is due. With ``--timeout`` keeps trying so long; without, ends once the server does not answer."""
    timeout_s = call.arguments.timeout
    patient = timeout_s is not None
    call.till.start_messenger()
    call.till.deliver(timeout_s=timeout_s if patient else ONE_PASS_S, patient=patient)
    postings = call.till.queue()
    _tell(call, postings)
    states = {each.state for each in postings}
    if states - {PostingState.NEEDS_PERSON}:
        return WAITING
    return NEEDS_PERSON if states else 0


def _tell(call: Call, postings: list[Posting]) -> None:
    stopped, held = call.till.holding.writes_stopped(), call.till.holding.held()
    clock_behind_min = call.till.status().clock_behind_min
    if call.arguments.json:
        told: dict[str, object] = {"waiting": [show.queued(each) for each in postings]}
        call.answer(
            told
            | ({"held": held.value} if held is not Held.NO else {})
            | ({"writes_stopped": stopped} if stopped else {})
            | ({"clock_behind_min": clock_behind_min} if clock_behind_min else {})
        )
    else:
        if held is not Held.NO:
            call.line(SENTENCES[held])
        if stopped:
            call.line(f"No balance is written until somebody allows it (allow-writes): {stopped}")
        if clock_behind_min:
            call.line(wrong_clock(clock_behind_min * 60.0))
        show.queue_lines(postings, call.out)
