"""The last feed that was believed, with its signature: what there is to install is known at the next start, and no older feed is
taken. It is proved anew whenever it is read: what lies on the disk is trusted no more than what comes from the network.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from pos_app.files import write_whole
from pos_app.loyalty.errors import UpdateFault, UpdateTrouble
from pos_app.updates.feed import FEED_CAP_BYTES
from pos_app.updates.seal import SEAL_CAP_BYTES

FEED, CHECKED = "feed", "checked.txt"
_BETWEEN = b"\n\n"


class Memory:
    """One folder, which is made when there is something to put there. Blocks on the disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def last(self) -> tuple[bytes, bytes] | None:
        """Feed and signature; None: there is none that can be read."""
        try:
            with (self._folder / FEED).open("rb") as source:
                seal, found, data = source.read(FEED_CAP_BYTES + SEAL_CAP_BYTES + 2).partition(_BETWEEN)
        except OSError:
            return None
        return (data, seal) if found else None

    def keep(self, data: bytes, seal: bytes) -> None:
        """Both in one file, whole or not at all. Raises UpdateTrouble."""
        self._write(FEED, b"\n".join(seal.split()) + _BETWEEN + data)

    def checked_at(self) -> datetime | None:
        """When the feed was last asked for and believed (UTC)."""
        try:
            at = datetime.fromisoformat((self._folder / CHECKED).read_text(encoding="ascii").strip())
        except (OSError, ValueError):
            return None
        return at if at.tzinfo is not None else None

    def note_checked(self, at: datetime) -> None:
        """It was now. Raises UpdateTrouble."""
        self._write(CHECKED, at.isoformat().encode())

    def _write(self, name: str, data: bytes) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(self._folder / name, data)
        except OSError as error:
            raise UpdateTrouble(f"{self._folder} cannot be written: {error.strerror}.", fault=UpdateFault.DISK) from error
