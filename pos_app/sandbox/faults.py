"""Faults on order: what goes wrong, with which method, how often and how many times. Chance is seeded, so a run repeats.

Methods are called as the vendor calls them: ``status``, ``user_create_or_update``, ``read_customer``, ``read_customers``,
``push/create``, ``push/send``; ``createCustomer``, ``readBalance``, ``addBalance``. ``core`` and ``crm`` mean all of one side,
``*`` means every request.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final, Self

CORE_METHODS: Final = ("status", "user_create_or_update", "read_customer", "read_customers", "push/create", "push/send")
CRM_METHODS: Final = ("createCustomer", "readBalance", "addBalance")
EVERY: Final = "*"
_GROUPS: Final = {**dict.fromkeys(CORE_METHODS, "core"), **dict.fromkeys(CRM_METHODS, "crm")}
_NAMES: Final = {*_GROUPS, "core", "crm", EVERY}


class FaultKind(Enum):
    """What goes wrong. "Applied" means that the request did its work although the client cannot know."""

    REFUSE = "refuse"
    """For every method: the port is closed for ``seconds``, or until plugged in again if 0.

    For one method: the connection is reset, not applied; a core method's before its body is read.
    """
    DROP_BEFORE = "drop_before"
    """The connection ends without an answer; not applied."""
    DROP_AFTER = "drop_after"
    """Applied, then the connection ends without an answer."""
    SLOW = "slow"
    """Waits ``seconds``, then is applied and answered, even if the client gave up: the late arrival."""
    HTTP_500 = "500"
    HTTP_502 = "502"
    """With a proxy's HTML page."""
    HTTP_503 = "503"
    HTTP_429 = "429"
    HTTP_401 = "401"
    PORTAL = "portal"
    """200 with a log-in page in HTML."""
    REDIRECT = "redirect"
    """302 to a page that answers like a success: whoever follows it believes a lie."""
    GARBAGE = "garbage"
    """200 with broken JSON."""
    ERROR_200 = "error200"
    """``{"error": …}`` with status 200."""
    DRIP = "drip"
    """Applied; the answer comes one byte each ``seconds``, from the first byte of the status line on."""
    TRUNCATE = "truncate"
    """Applied; half of the answer without a content-length, then a clean end: looks like a whole answer."""


_ALWAYS_APPLIED: Final = {FaultKind.DROP_AFTER, FaultKind.SLOW, FaultKind.DRIP, FaultKind.TRUNCATE}
_NEVER_APPLIED: Final = {FaultKind.REFUSE, FaultKind.DROP_BEFORE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault on order. Raises ValueError with a sentence if it makes no sense."""

    kind: FaultKind
    method: str = EVERY
    count: int | None = None
    """How many more times it strikes; None: until it is taken away."""
    probability: float = 1.0
    """Of striking a request that it could strike, above 0 and at most 1."""
    seconds: float = 0.0
    """For ``slow``, ``drip`` and ``refuse``."""
    retry_after_s: int | None = None
    """The Retry-After header of 429 and 503; None: without."""
    applied: bool | None = None
    """Whether the request does its work before it goes wrong. None: no, except for the kinds that say so."""

    def __post_init__(self) -> None:
        if self.method not in _NAMES:
            raise ValueError(f"There is no method {self.method!r}; one of {', '.join(sorted(_NAMES))}.")
        if self.count is not None and self.count < 1:
            raise ValueError("A fault must strike at least once.")
        if not 0 < self.probability <= 1:
            raise ValueError("The probability must be above 0 and at most 1.")
        if not 0 <= self.seconds <= 3600:
            raise ValueError("The seconds must be between 0 and 3600.")
        if (self.applied is False and self.kind in _ALWAYS_APPLIED) or (self.applied and self.kind in _NEVER_APPLIED):
            raise ValueError(f"A {self.kind.value} fault cannot be told whether it is applied.")

    @property
    def applies(self) -> bool:
        """Whether a request that is struck does its work."""
        return self.kind in _ALWAYS_APPLIED if self.applied is None else self.applied

    def strikes(self, method: str) -> bool:
        """Whether ``method`` is among those it is meant for. A request of no known method is struck by ``*`` only."""
        return self.method in (method, _GROUPS.get(method), EVERY)

    @classmethod
    def from_json(cls, given: object) -> Self:
        """The fault that the control endpoint was asked for. Raises ValueError with a sentence."""
        if not isinstance(given, Mapping):
            raise ValueError("A fault must be a JSON object.")  # noqa: TRY004 - one kind of error for whoever asks
        wrong = [name for name, kinds in _JSON.items() if name in given and not _is(given[name], kinds)]
        if wrong or "kind" not in given:
            raise ValueError(f"The field {(wrong or ['kind'])[0]!r} is missing or of the wrong kind.")
        if unknown := sorted(str(name) for name in given if name not in _JSON):
            raise ValueError(f"The field {unknown[0]!r} is not known; one of {', '.join(_JSON)}.")
        kinds = {each.value: each for each in FaultKind}
        if given["kind"] not in kinds:
            raise ValueError(f"There is no fault {given['kind']!r}; one of {', '.join(kinds)}.")
        return cls(**{**given, "kind": kinds[given["kind"]]})

    def to_json(self) -> dict[str, Any]:
        """As :meth:`from_json` reads it."""
        return {name: getattr(self, name) for name in _JSON} | {"kind": self.kind.value}


_JSON: Final[dict[str, tuple[type, ...]]] = {
    "kind": (str,),
    "method": (str,),
    "count": (int, type(None)),
    "probability": (float, int),
    "seconds": (float, int),
    "retry_after_s": (int, type(None)),
    "applied": (bool, type(None)),
}


def _is(value: object, kinds: tuple[type, ...]) -> bool:
    return isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool))


class FaultBox:
    """The faults on order, in the order given; the first that strikes a request is the one it gets. Any thread."""

    def __init__(self, *, seed: int = 0) -> None:
        self._seed = seed
        self._chance = random.Random(seed)  # noqa: S311 - chance that can be repeated is the point
        self._faults: list[Fault] = []
        self._lock = threading.Lock()

    def add(self, fault: Fault) -> None:
        """From the next request on."""
        with self._lock:
            self._faults.append(fault)

    def clear(self) -> None:
        """Take all faults away, and begin the stream of chance anew."""
        with self._lock:
            self._faults.clear()
            self._chance = random.Random(self._seed)  # noqa: S311 - as above

    def on_order(self) -> tuple[Fault, ...]:
        """What is still to come, with the counts that are left."""
        with self._lock:
            return tuple(self._faults)

    def draw(self, method: str) -> Fault | None:
        """The fault for one request of ``method``, used up once more; None: all goes well."""
        with self._lock:
            for index, fault in enumerate(self._faults):
                if fault.strikes(method) and self._chance.random() < fault.probability:
                    if fault.count == 1:
                        del self._faults[index]
                    elif fault.count is not None:
                        self._faults[index] = replace(fault, count=fault.count - 1)
                    return fault
        return None
