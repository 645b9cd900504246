"""How it stands with new versions, as whoever looks after the till is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from pos_app.loyalty.errors import UpdateTrouble
from pos_app.updates.feed import Artefact, Release


class Doing(Enum):
    """What is being done."""

    NOTHING = auto()
    CHECKING = auto()
    DOWNLOADING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateState:
    """As of now."""

    doing: Doing = Doing.NOTHING
    checked_at: datetime | None = None
    """When the feed was last asked for and believed (UTC); None: never."""
    release: Release | None = None
    """What is newer than this program; None: nothing that is known of."""
    artefact: Artefact | None = None
    """The file of ``release`` for this computer."""
    got_bytes: int = 0
    """How much of the file is here."""
    downloaded: bool = False
    """All of it, and it is what the vendor signed."""
    trouble: UpdateTrouble | None = None
    """What was wrong with the last try."""

    @property
    def percent(self) -> int:
        """How much of the file is here, 0 to 100."""
        return 0 if self.artefact is None else 100 * self.got_bytes // self.artefact.size
