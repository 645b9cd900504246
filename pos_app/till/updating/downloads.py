"""Installers on this till's disk: whole and proved, or not there. What broke off is gone on with."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from pos_app.files import sync_folder
from pos_app.loyalty.errors import UpdateFault, UpdateTrouble
from pos_app.updates.feed import Artefact, Release
from pos_app.updates.version import Version

STAYS_FREE_BYTES = 256 * 1024**2
"""So much of the disk is left to the sales."""
LOOK_EVERY_BYTES = 4 * 1024**2
_BLOCK = 1024**2


class Source(Protocol):
    """:class:`pos_app.passquare.transport.Fetcher`."""

    def large(self, url: str, *, start: int, size: int, begin: Callable[[int], None], take: Callable[[bytes], None]) -> None: ...


def _free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


class Downloads:
    """One folder, one thread at a time. Everything blocks."""

    def __init__(
        self,
        folder: Path,
        source: Source,
        *,
        free_bytes: Callable[[Path], int] = _free_bytes,
        look_every_bytes: int = LOOK_EVERY_BYTES,
    ) -> None:
        """``folder`` is made when there is something to put there. ``look_every_bytes``: how often the disk's room is looked at."""
        self._folder, self._source, self._free_bytes = folder, source, free_bytes
        self._look_every_bytes = look_every_bytes

    def file(self, release: Release, artefact: Artefact) -> Path:
        """Where it lies, or would: no part of the name comes from outside."""
        return self._folder / f"pos-app-{release.version}.{artefact.kind.value}"

    def has(self, release: Release, artefact: Artefact) -> bool:
        """Whether it is there, byte for byte as the feed promised: all of it is read."""
        return _is(self.file(release, artefact), artefact)

    def fetch(self, release: Release, artefact: Artefact, told: Callable[[int], None]) -> Path:
        """Have it there; ``told`` hears how many bytes are. Raises UpdateTrouble.

        Of other versions only those named in :meth:`thin` stay.
        """
        file = self.file(release, artefact)
        part = file.with_name(file.name + ".part")
        try:
            if _is(file, artefact):
                return file
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            went_on = part.exists()
            self._fill(part, artefact, told)
            if went_on and not _is(part, artefact):
                # It may have been the beginning of another file.
                part.unlink()
                self._fill(part, artefact, told)
            if not _is(part, artefact):
                part.unlink()
                sentence = "What was downloaded is not what the vendor signed: it was thrown away."
                raise UpdateTrouble(sentence, fault=UpdateFault.WRONG_FILE)
            part.replace(file)
            sync_folder(self._folder)
        except OSError as error:
            if error.errno == errno.ENOSPC:
                with suppress(OSError):
                    part.unlink(missing_ok=True)
                raise _no_room() from error
            raise UpdateTrouble(f"The download cannot be written: {error.strerror}.", fault=UpdateFault.DISK) from error
        return file

    def thin(self, *versions: Version) -> None:
        """Delete the installers of all other versions, and what is left of their downloads."""
        staying = tuple(f"pos-app-{each}." for each in versions)
        with suppress(OSError):
            for each in self._folder.glob("pos-app-*"):
                if not each.name.startswith(staying):
                    each.unlink(missing_ok=True)

    def _fill(self, part: Path, artefact: Artefact, told: Callable[[int], None]) -> None:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_RDWR, 0o600), "rb+") as target:
            start = target.seek(0, os.SEEK_END)
            if start > artefact.size:
                start = target.truncate(0)
            place = looked_at = start

            def begin(at: int) -> None:
                nonlocal place, looked_at
                place = looked_at = target.seek(at)
                target.truncate()

            def take(data: bytes) -> None:
                nonlocal place, looked_at
                if place >= looked_at:
                    looked_at = place + self._look_every_bytes
                    self._refuse_narrow(artefact.size - place)
                target.write(data)
                place += len(data)
                told(place)

            if start < artefact.size:
                self._refuse_narrow(artefact.size - start)
                self._source.large(artefact.url, start=start, size=artefact.size, begin=begin, take=take)
            target.flush()
            os.fsync(target.fileno())

    def _refuse_narrow(self, wanted: int) -> None:
        if self._free_bytes(self._folder) < wanted + STAYS_FREE_BYTES:
            raise OSError(errno.ENOSPC, "the sales need the rest")


def _no_room() -> UpdateTrouble:
    return UpdateTrouble("The disk has no room for the new version: make some.", fault=UpdateFault.NO_ROOM)


def _is(file: Path, artefact: Artefact) -> bool:
    digest = hashlib.sha256()
    try:
        with file.open("rb") as source:
            if os.fstat(source.fileno()).st_size != artefact.size:
                return False
            while block := source.read(_BLOCK):
                digest.update(block)
    except FileNotFoundError:
        return False
    return digest.hexdigest() == artefact.sha256
