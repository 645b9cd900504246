"""``queue`` and ``sync``."""

from __future__ import annotations

import argparse

from pos_app.cli import show
from pos_app.cli.opened import opened
from pos_app.loyalty.sale import Posting, PostingState

WAITING = 3
NEEDS_PERSON = 4
ONE_PASS_S = 60.0


def show_queue(arguments: argparse.Namespace) -> int:
    """Print all that is neither applied nor cancelled, oldest first. Asks no server."""
    with opened(arguments, asks_servers=False) as till:
        postings = till.queue()
    _print(arguments, postings)
    return 0


def sync(arguments: argparse.Namespace) -> int:
    """Deliver what is due. With ``--timeout`` keeps trying so long; without, ends once the server does not answer."""
    patient = arguments.timeout is not None
    with opened(arguments) as till:
        till.start_messenger()
        till.deliver(timeout_s=arguments.timeout if patient else ONE_PASS_S, patient=patient)
        postings = till.queue()
    _print(arguments, postings)
    states = {each.state for each in postings}
    if states - {PostingState.NEEDS_PERSON}:
        return WAITING
    return NEEDS_PERSON if states else 0


def _print(arguments: argparse.Namespace, postings: list[Posting]) -> None:
    if arguments.json:
        show.answer({"waiting": [show.queued(each) for each in postings]})
    else:
        show.queue_lines(postings)
