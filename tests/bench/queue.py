"""The queue beside what others would use, each flushed as ours is: empty, with 100,000 waiting, with 100,000 done.

A put is a sale with its posting; claim and acknowledge are two commits (huey's one deletes: what it handed out, a crash loses).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from functools import partial
from statistics import median

from tests.bench.measure import AGAIN, FLOOR, OURS, Goal, Row, Size, Way, in_turns, row, timed
from tests.bench.our_queue import OurQueue
from tests.bench.peers import PEERS, Queue, Raw
from tests.bench.places import folder

EMPTY, WAITING, DONE = "0", "waiting", "done"


def rows(size: Size) -> Iterator[Row]:
    """For each peer and each state of the queue; and ours against itself when it was empty."""
    many = size.of(100_000, 300)
    rounds = size.of(1000, 10)
    with folder() as path, ExitStack() as stack:
        queues: dict[str, dict[str, Queue]] = {}
        for state in (EMPTY, WAITING, DONE):
            place = path / state
            place.mkdir()
            there = {} if state == EMPTY else {state: many}
            made: dict[str, Queue] = {OURS: OurQueue(place / "till.db", size, **there)}
            made |= {name: Raw(place / f"{name}.db", **there) for name in (FLOOR, AGAIN)}
            made |= {name: make(place / name, **there) for name, make in PEERS.items()}
            for each in made.values():
                stack.enter_context(closing(each))
            queues[state] = made
        # Every queue in one round, so that a full one is held against an empty one of the same moment.
        all_ = {(state, name): queue for state, made in queues.items() for name, queue in made.items()}
        puts = in_turns({f"{s} {n}": partial(_put, queue) for (s, n), queue in all_.items()}, rounds=rounds, warm_up=2)
        takes: dict[str, Way] = {f"{s} {n}": partial(timed, queue.claim_and_acknowledge) for (s, n), queue in all_.items()}
        took = in_turns(takes, rounds=rounds, warm_up=2)
    for what, taken in (("put", puts), ("claim and acknowledge", took)):
        for state in (EMPTY, WAITING, DONE):
            said = "an empty queue" if state == EMPTY else f"{many:,} {state}"
            again = (f"{state} {AGAIN}", f"{state} {FLOOR}")
            mine = f"{state} {OURS}"
            yield row(taken, what=f"{what}, {said}", against="raw", ours=mine, floor=f"{state} {FLOOR}", again=again)
            for name in PEERS:
                us = median(taken[f"{state} {name}"]) * 1e6
                theirs = f"{name} ({us:,.0f} µs)"
                yield row(
                    taken,
                    what=f"{what}, {said}",
                    against=theirs,
                    goal=Goal(1.0),
                    ours=mine,
                    floor=f"{state} {name}",
                    again=again,
                )
            if state != EMPTY:
                empty = f"{EMPTY} {OURS}"
                yield row(taken, what=f"{what}, {said}", against="ours, empty", goal=Goal(1.1), ours=mine, floor=empty, again=again)


def _put(queue: Queue) -> float:
    if isinstance(queue, OurQueue):
        return queue.put()
    return timed(queue.put)
