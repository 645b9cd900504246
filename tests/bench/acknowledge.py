"""A delivered posting's last commit, beside the two that a raw queue makes to claim and to acknowledge."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from functools import partial

from tests.bench.measure import AGAIN, FLOOR, OURS, Goal, Row, Size, Way, in_turns, row, timed
from tests.bench.our_queue import OurQueue
from tests.bench.peers import Raw
from tests.bench.places import discs, folder


def rows(size: Size) -> Iterator[Row]:
    """On the disk, and in memory."""
    for place, in_memory in discs().items():
        rounds, warm_up = size.of(3000, 30), size.of(100, 3)
        with folder(in_memory=in_memory) as path, ExitStack() as stack:
            there = rounds + warm_up
            raw, again = (stack.enter_context(closing(Raw(path / name, waiting=there))) for name in ("raw.db", "again.db"))
            ours = stack.enter_context(closing(OurQueue(path / "till.db", size, waiting=there)))

            def acknowledge(ours: OurQueue = ours) -> float:
                posting = ours.claim()
                return timed(lambda: ours.acknowledge(posting))

            ways: dict[str, Way] = {
                OURS: acknowledge,
                FLOOR: partial(timed, raw.claim_and_acknowledge),
                AGAIN: partial(timed, again.claim_and_acknowledge),
            }
            taken = in_turns(ways, rounds=rounds, warm_up=warm_up)
        goal = None if in_memory else Goal(0.75)
        yield row(taken, what=f"acknowledge, {place}", against="raw claim and acknowledge", goal=goal)
