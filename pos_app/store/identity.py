"""Which till a database is, and where it is at home: one fact, as safe as the sales. Pure."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace

from pos_app.store.here import Here

MOST_LIVES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A till. Of the computer and of the path only hashes are kept, salted with the till's id."""

    till: str
    """Made up at random at its first start."""
    lives: tuple[str, ...]
    """Its histories, the present one last: what is numbered begins again with each."""
    machine: str
    path: str
    folder: str

    @classmethod
    def of(cls, till: str, *, life: str, at: Here) -> Identity:
        """A new one."""
        return cls(till=till, lives=(life,), machine="", path="", folder="").at_home(at)

    def at_home(self, at: Here) -> Identity:
        """The same till, at home there."""
        return replace(self, machine=self._hashed(at.machine), path=self._hashed(at.path), folder=at.folder)

    def reborn(self, life: str) -> Identity:
        """The same till with a new history."""
        return replace(self, lives=(*self.lives, life)[-MOST_LIVES:])

    def on_this_machine(self, at: Here) -> bool:
        """Whether it may be: where neither says which computer it is, it is believed."""
        return not self.machine or not at.machine or self.machine == self._hashed(at.machine)

    def at_this_place(self, at: Here) -> bool:
        """The same computer, and the same name or the same folder."""
        same = self.path == self._hashed(at.path) or bool(at.folder and at.folder == self.folder)
        return same and self.on_this_machine(at)

    def _hashed(self, text: str) -> str:
        return hashlib.sha256(f"{self.till} {text}".encode()).hexdigest()[:32] if text else ""


def to_text(identity: Identity) -> str:
    """As it is kept."""
    return json.dumps(asdict(identity))


def from_text(text: str) -> Identity | None:
    """As it was kept; None: there is none, or it makes no sense."""
    try:
        found = json.loads(text)
        return Identity(**{**found, "lives": tuple(found["lives"])}) if found["lives"] else None
    except (ValueError, TypeError, KeyError):
        return None
