"""When a process is killed: at any moment of its life, or by something that can be seen from outside."""

from __future__ import annotations

import random
from collections import defaultdict, deque
from dataclasses import dataclass
from enum import Enum

from tests.faults.relay import Step


class Sign(Enum):
    """What the kill waits for; the words of the table."""

    TIME = "any moment of its life"
    DISK = "as till.db was written"
    ROLL = "as the roll was written"
    ASKED = f"request: {Step.ASKED.value}"
    PASSED_ON = f"request: {Step.PASSED_ON.value}"
    ANSWERING = f"request: {Step.ANSWERING.value}"
    TOLD = f"request: {Step.TOLD.value}"
    OUTPUT = "its answer's first byte was out"


STEPS = {Step.ASKED: Sign.ASKED, Step.PASSED_ON: Sign.PASSED_ON, Step.ANSWERING: Sign.ANSWERING, Step.TOLD: Sign.TOLD}
_CHANCES = {
    Sign.TIME: 40, Sign.DISK: 20, Sign.ROLL: 5,
    Sign.ASKED: 7, Sign.PASSED_ON: 7, Sign.ANSWERING: 7, Sign.TOLD: 7, Sign.OUTPUT: 7,
}  # fmt: skip
_MOST_WRITES = 8
_FIRST_GUESS_S = 0.4


@dataclass(frozen=True, slots=True)
class Moment:
    """Kill ``after_s`` after the ``nth`` ``sign``."""

    sign: Sign
    nth: int = 1
    after_s: float = 0.0


class Moments:
    """Draws moments by seed, and learns how long each kind of command lives."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._lives: defaultdict[str, deque[float]] = defaultdict(lambda: deque([_FIRST_GUESS_S], maxlen=15))

    def next(self, kind: str) -> Moment:
        """The moment to kill a command of this kind."""
        (sign,) = self._rng.choices(list(_CHANCES), list(_CHANCES.values()))
        match sign:
            case Sign.TIME:
                # Most live as long as most; a few much longer, when answers are slow.
                life = sorted(self._lives[kind])[len(self._lives[kind]) * 3 // 4]
                return Moment(sign, after_s=self._rng.uniform(0, life))
            case Sign.DISK | Sign.ROLL:
                nth = self._rng.randint(1, _MOST_WRITES)
            case Sign.OUTPUT:
                nth = 1
            case _:
                nth = self._rng.choice((1, 1, 1, 2, 3))
        return Moment(sign, nth, after_s=self._rng.choice((0.0, 0.0, self._rng.uniform(0, 0.004))))

    def lived(self, kind: str, took_s: float) -> None:
        """A command of this kind ended by itself after ``took_s``."""
        self._lives[kind].append(took_s)


class Trigger:
    """Counts signs and acts once the moment has come."""

    def __init__(self, moment: Moment) -> None:
        self._moment = moment
        self._seen = 0

    def sees(self, sign: Sign) -> bool:
        """Whether this sign is the one that was waited for."""
        if sign is not self._moment.sign:
            return False
        self._seen += 1
        return self._seen == self._moment.nth
