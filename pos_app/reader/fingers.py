"""Which keys are down, since when, and what became of their presses: a release follows the fate of its press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pos_app.reader.verdict import Fate

if TYPE_CHECKING:
    from pos_app.reader.keys import Keystroke
    from pos_app.reader.run import RunKey

_REPEATS_AFTER_MS = 150
_REPEATS_WITHIN_MS = 700
_MOST_KEYS = 256


@dataclass(slots=True, eq=False)
class Finger:
    """One key that is or was down."""

    first_ms: int
    last_ms: int
    fate: Fate
    key: RunKey | None = None


class Fingers:
    """The keys of the keyboard, by identity."""

    def __init__(self) -> None:
        self._down: dict[int | str, Finger] = {}
        self._lifted: dict[int | str, Finger] = {}
        self._of_run: list[Finger] = []

    def repeat(self, stroke: Keystroke) -> Finger | None:
        """The finger that this press only repeats, or None for a press of its own.

        The toolkit's own mark is a race: false in real repeats and true for fast double digits. X11 sends a release and a
        press of the same millisecond; Windows and Wayland send presses without a release. A press without a release is also
        what a key leaves behind that was let go in another window, hence the upper limit.
        """
        ident = stroke.ident
        finger = self._down.get(ident)
        if finger is not None:
            if stroke.t_ms - finger.first_ms < _REPEATS_AFTER_MS or stroke.t_ms - finger.last_ms > _REPEATS_WITHIN_MS:
                return None
        else:
            finger = self._lifted.get(ident)
            if finger is None or not 0 <= stroke.t_ms - finger.last_ms <= 1:
                return None
            if stroke.t_ms - finger.first_ms < _REPEATS_AFTER_MS:
                return None
            self._down[stroke.ident] = finger
        finger.last_ms = stroke.t_ms
        return finger

    def press(self, stroke: Keystroke, fate: Fate, key: RunKey | None) -> None:
        """Note a press of its own."""
        if len(self._down) + len(self._lifted) > _MOST_KEYS:
            self._lifted.clear()
        finger = self._down[stroke.ident] = Finger(stroke.t_ms, stroke.t_ms, fate, key)
        if key is not None:
            self._of_run.append(finger)

    def release(self, stroke: Keystroke) -> Finger | None:
        """Note a release; None when its press was never seen."""
        ident = stroke.ident
        finger = self._down.pop(ident, None)
        if finger is not None:
            finger.last_ms = stroke.t_ms
            self._lifted[ident] = finger
        return finger

    def settle(self, fate: Fate, *, but_pass: frozenset[int] = frozenset()) -> None:
        """What was held is now decided. The presses with tickets in `but_pass` were let through all the same."""
        for finger in self._of_run:
            if finger.fate is Fate.HOLD:
                passes = finger.key is not None and finger.key.ticket in but_pass
                finger.fate = Fate.PASS if passes else fate

    def forget_keys(self) -> None:
        """The run is over; its keys are nobody's business any more."""
        for finger in self._of_run:
            finger.key = None
        self._of_run.clear()

    def take_back(self, keys: list[RunKey]) -> None:
        """These keys were let through and are held now."""
        taken = {id(key) for key in keys}
        for finger in self._down.values():
            if finger.key is not None and id(finger.key) in taken:
                finger.fate = Fate.HOLD
