"""Why a till could not be opened, and the ways out under the till's own name: a screen knows the till, never the store."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from pos_app.loyalty.errors import BadInput, DiskBusy, DiskTrouble, KeyringTrouble, NotSetUp, PosError
from pos_app.store.progress import Progress, Stage, Told
from pos_app.store.recovery import Recovered
from pos_app.store.start_empty import StartedEmpty
from pos_app.store.trouble import Behind, Damaged, Full, Newer, NothingLeft

__all__ = ["Progress", "Reason", "Recovered", "Recovery", "Stage", "StartEmpty", "StartedEmpty", "Told", "reason_of", "waiting_in"]

Recovery = Callable[[Told], Recovered]
"""Rebuilds the data of one till, in the thread that calls it. Raises DiskTrouble."""
StartEmpty = Callable[[str, str], StartedEmpty]
"""Puts data that cannot be read aside and begins without any; takes who decides and why. Raises BadInput and DiskTrouble."""


class Reason(Enum):
    """What a person is told about it."""

    DAMAGED = "damaged"
    BEHIND = "behind"
    NOTHING_LEFT = "nothing_left"
    NEWER = "newer"
    BUSY = "busy"
    FULL = "full"
    DISK = "disk"
    NOT_SET_UP = "not_set_up"
    SETTINGS = "settings"
    KEYS = "keys"
    OTHER = "other"

    @property
    def recoverable(self) -> bool:
        """Whether rebuilding from the roll is the way out."""
        return self in (Reason.DAMAGED, Reason.BEHIND)


_REASONS: tuple[tuple[type[PosError], Reason], ...] = (
    (Behind, Reason.BEHIND),
    (NothingLeft, Reason.NOTHING_LEFT),
    (Damaged, Reason.DAMAGED),
    (Newer, Reason.NEWER),
    (DiskBusy, Reason.BUSY),
    (Full, Reason.FULL),
    (DiskTrouble, Reason.DISK),
    (NotSetUp, Reason.NOT_SET_UP),
    (BadInput, Reason.SETTINGS),
    (KeyringTrouble, Reason.KEYS),
)


def waiting_in(error: PosError) -> int | None:
    """How many postings wait in data that must not be touched; None: nobody knows, or the question does not arise."""
    if not isinstance(error, Newer) or error.waiting is None:
        return None
    return error.waiting + error.needs_person


def reason_of(error: PosError) -> Reason:
    """The reason behind what opening a till raised."""
    return next((reason for kind, reason in _REASONS if isinstance(error, kind)), Reason.OTHER)
