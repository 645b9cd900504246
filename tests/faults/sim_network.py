"""What is between a till and its servers on a simulated day: loss on both ways, late arrival, trouble for minutes or a day.

It stands where the production transport talks to a socket, and raises what that would; answers are judged in production.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from random import Random
from typing import Any

from pos_app.loyalty.errors import NotSent, Trouble, Unknown
from pos_app.passquare.transport import DEADLINE_S, Transport
from pos_app.passquare.transport.channel import Answer, Headers, Server
from tests.faults.sim_clock import SimClock
from tests.faults.sim_server import SimCore, SimLedger, Told, read

LATEST_S = 90.0
"""A request that the till gave up may still be carried out so many seconds later."""
OTHER_PHONE = "+420999999999"


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
    OTHER = "an answer about another phone"
    REFUSED = "no, in words"
    GARBAGE = "something else than an answer"
    FIREWALL_DID = "a firewall's 403, but done"


_WEIGHTS = {
    Fate.WELL: 70, Fate.REFUSED_CONNECTION: 4, Fate.LOST_BEFORE: 4, Fate.LOST_AFTER: 6, Fate.LATE: 4, Fate.BROKEN_DID: 3,
    Fate.BROKEN_DID_NOT: 3, Fate.BUSY: 2, Fate.BUSY_DID: 2, Fate.CUT: 2, Fate.OTHER: 2,
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

    def fate(self, now_s: float, *, changes: bool) -> Fate:
        """Draw one. ``changes``: for a request that is to change something, and not for a question."""
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
    """A network that takes virtual time. ``step`` is called at every step of a request: a crash comes from there."""

    def __init__(
        self,
        clock: SimClock,
        rng: Random,
        weather: Weather,
        *,
        core: SimCore,
        ledger: SimLedger | None,
        step: Callable[[], None],
        sending: Callable[[str], list[str]],
    ) -> None:
        """``sending``: the ids of what the till is about to send of a phone."""
        super().__init__()
        self._clock = clock
        self._rng = rng
        self._weather = weather
        self._core = core
        self._ledger = ledger
        self._step = step
        self._sending = sending

    def exchange(self, server: Server, target: str, body: bytes, headers: Headers, *, cap_bytes: int) -> Answer:
        """See Transport."""
        self._step()
        request = read(body)
        changes = request.get("method") == "addBalance" or target.endswith("user_create_or_update")
        fate = self._weather.fate(self._clock.now_s, changes=changes)
        ids = self._sending(request.get("phone", ""))
        serve = partial(self._serve, target, request, knowing=self._core.knowing(request, ids), ids=ids)
        self._pass(self._rng.uniform(0.02, 0.4))
        if fate is Fate.REFUSED_CONNECTION:
            raise NotSent("The server does not accept connections.")
        answer = self._carry(serve, fate)
        if answer is None:
            self._pass(self._rng.choice((0.1, DEADLINE_S)))
            raise Unknown("The connection was lost before the answer; it may have arrived.", trouble=Trouble.OFFLINE)
        self._pass(self._rng.uniform(0.02, 2.0))
        return answer

    def _pass(self, wait_s: float) -> None:
        self._clock.wait(wait_s)
        self._step()

    def _carry(self, serve: Callable[[], dict[str, object]], fate: Fate) -> Answer | None:
        match fate:
            case Fate.LOST_BEFORE:
                return None
            case Fate.LATE:
                self._clock.after(self._rng.uniform(0, LATEST_S), serve)
                return None
            case Fate.BROKEN_DID_NOT:
                return _answer(500, {"error": "Internal error"})
            case Fate.BUSY:
                return _answer(429, {"error": "Slow down"}, retry_after=self._rng.choice((1, 20, 300)))
            case Fate.KEY:
                return _answer(401, {"error": "Unauthorized"})
            case Fate.REFUSED:
                return _answer(422, {"error": "Not now"})
            case Fate.GARBAGE:
                return Answer(200, [], b'{"success": "true", "customer": [NaN]}')
            case Fate.PORTAL:
                return Answer(200, [(b"content-type", b"text/html")], b"<html>Log in</html>")
        said = serve()
        match fate:
            case Fate.LOST_AFTER:
                return None
            case Fate.BROKEN_DID:
                return _answer(502, said)
            case Fate.FIREWALL_DID:
                return Answer(403, [], b"Forbidden")
            case Fate.BUSY_DID:
                return _answer(503, said, retry_after=self._rng.choice((1, 20, 300)))
            case Fate.OTHER if (customer := said.get("customer")) is not None:
                assert isinstance(customer, dict)
                customer |= {"phone": OTHER_PHONE, "balance": "77777"}
            case Fate.CUT:
                return Answer(200, [], json.dumps(said).encode()[:-1])
        return _answer(200, said)

    def _serve(self, path: str, request: Mapping[str, Any], *, knowing: Told | None, ids: Sequence[str]) -> dict[str, object]:
        if self._ledger is not None and path == "/crm":
            return self._ledger.answer(request)
        return self._core.answer(path, request, knowing=knowing, ids=ids)


def _answer(status: int, document: dict[str, object], *, retry_after: int = 0) -> Answer:
    headers = [(b"retry-after", str(retry_after).encode())] if retry_after else []
    return Answer(status, headers, json.dumps(document).encode())
