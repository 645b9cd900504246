"""What is between a till and its servers on a simulated day: loss on both ways, late arrival, trouble for minutes or a day.

It stands where the production transport does and raises what that would; answers are judged by the production ``judge``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from random import Random
from urllib.parse import urlsplit

from pos_app.loyalty.errors import NotSent, Trouble, Unknown
from pos_app.loyalty.secret import Secret
from pos_app.passquare.transport import CAP_BYTES, Transport
from pos_app.passquare.transport.channel import Answer
from pos_app.passquare.transport.verdict import judge
from pos_app.passquare.wire.strict_json import JsonObject
from tests.faults.sim_clock import SimClock
from tests.faults.sim_server import SimCore, SimLedger, read

LATEST_S = 90.0
"""A request that the till gave up may still be carried out so many seconds later."""
DEADLINE_S = 15.0


class Fate(Enum):
    """What becomes of one request."""

    WELL = "well"
    REFUSED_CONNECTION = "not sent"
    LOST_BEFORE = "lost before the server"
    LOST_AFTER = "lost after the server"
    LATE = "carried out late"
    BROKEN_DID = "5xx, but done"
    BROKEN_DID_NOT = "5xx, not done"
    BUSY = "429"
    BUSY_DID = "503, but done"
    CUT = "half an answer"
    KEY = "401"
    PORTAL = "portal"


_WEIGHTS = {
    Fate.WELL: 70, Fate.REFUSED_CONNECTION: 4, Fate.LOST_BEFORE: 4, Fate.LOST_AFTER: 6, Fate.LATE: 4, Fate.BROKEN_DID: 3,
    Fate.BROKEN_DID_NOT: 3, Fate.BUSY: 2, Fate.BUSY_DID: 2, Fate.CUT: 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spell:
    """From when until when every request meets this fate."""

    start_s: float
    end_s: float
    fate: Fate


class Weather:
    """What the fate of a request is at a moment. ``end_s``: from then on all is well."""

    def __init__(self, rng: Random, *, end_s: float, spells: Sequence[Spell] = ()) -> None:
        """``spells``: these instead of drawn ones."""
        self._rng = rng
        self._end_s = end_s
        self._bad = rng.choice((0.2, 1.0, 1.0, 2.5))
        self._spells = list(spells) or [self._spell(end_s) for _each in range(rng.randint(0, 4))]

    def fate(self, now_s: float) -> Fate:
        """Draw one."""
        if now_s >= self._end_s:
            return Fate.WELL
        for spell in self._spells:
            if spell.start_s <= now_s < spell.end_s:
                return spell.fate
        weights = [weight * (1 if fate is Fate.WELL else self._bad) for fate, weight in _WEIGHTS.items()]
        return self._rng.choices(list(_WEIGHTS), weights)[0]

    def _spell(self, end_s: float) -> Spell:
        fate = self._rng.choice((Fate.REFUSED_CONNECTION, Fate.LOST_BEFORE, Fate.LOST_AFTER, Fate.LATE, Fate.KEY, Fate.PORTAL))
        start_s = self._rng.uniform(0, end_s)
        return Spell(start_s, start_s + self._rng.choice((120.0, 600.0, 3600.0, 3600.0 * 4, 3600.0 * 24)), fate)


class SimTransport(Transport):
    """``post`` takes virtual time. ``step`` is called at every step of a request: a crash comes from there."""

    def __init__(
        self,
        clock: SimClock,
        rng: Random,
        weather: Weather,
        *,
        core: SimCore,
        ledger: SimLedger | None,
        step: Callable[[], None],
    ) -> None:
        super().__init__()
        self._clock = clock
        self._rng = rng
        self._weather = weather
        self._core = core
        self._ledger = ledger
        self._step = step

    def post(
        self,
        url: str,
        body: bytes,
        headers: Mapping[str, str] | None = None,
        *,
        cap_bytes: int = CAP_BYTES,
        lookup: bool = False,
        secrets: Sequence[Secret] = (),
    ) -> JsonObject:
        """See Transport."""
        self._step()
        fate = self._weather.fate(self._clock.now_s)
        self._pass(self._rng.uniform(0.02, 0.4))
        if fate is Fate.REFUSED_CONNECTION:
            raise NotSent("The server does not accept connections.")
        answer = self._carry(urlsplit(url).path, body, fate)
        if answer is None:
            self._pass(self._rng.choice((0.1, DEADLINE_S)))
            raise Unknown("The connection was lost before the answer; it may have arrived.", trouble=Trouble.OFFLINE)
        self._pass(self._rng.uniform(0.02, 2.0))
        return judge(answer, host="sim", lookup=lookup, secrets=secrets)

    def _pass(self, wait_s: float) -> None:
        self._clock.wait(wait_s)
        self._step()

    def _carry(self, path: str, body: bytes, fate: Fate) -> Answer | None:
        match fate:
            case Fate.LOST_BEFORE:
                return None
            case Fate.LATE:
                self._clock.after(self._rng.uniform(0, LATEST_S), lambda: self._ignored(path, body))
                return None
            case Fate.BROKEN_DID_NOT:
                return _answer(500, {"error": "Internal error"})
            case Fate.BUSY:
                return _answer(429, {"error": "Slow down"}, retry_after=self._rng.choice((1, 20, 300)))
            case Fate.KEY:
                return _answer(401, {"error": "Unauthorized"})
            case Fate.PORTAL:
                return Answer(200, [(b"content-type", b"text/html")], b"<html>Log in</html>")
        said = self._serve(path, body)
        match fate:
            case Fate.LOST_AFTER:
                return None
            case Fate.BROKEN_DID:
                return _answer(502, said)
            case Fate.BUSY_DID:
                return _answer(503, said, retry_after=self._rng.choice((1, 20, 300)))
            case Fate.CUT:
                return Answer(200, [], json.dumps(said).encode()[:-1])
        return _answer(200, said)

    def _ignored(self, path: str, body: bytes) -> None:
        self._serve(path, body)

    def _serve(self, path: str, body: bytes) -> dict[str, object]:
        request = read(body)
        if self._ledger is not None and path == "/crm":
            return self._ledger.answer(request)
        return self._core.answer(path, request)


def _answer(status: int, document: dict[str, object], *, retry_after: int = 0) -> Answer:
    headers = [(b"retry-after", str(retry_after).encode())] if retry_after else []
    return Answer(status, headers, json.dumps(document).encode())
