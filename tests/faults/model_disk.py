"""A disk in memory that keeps what was flushed apart from what was only written, so that its power can be cut.

At a cut, of every sector that was written since the last flush either the old or one of the newer contents is left, each by itself:
writes are torn, reordered and lost. File sizes, and files made or deleted since the folder was last flushed, may or may not have
changed. What was flushed stays. This is harder than a journaling file system, and everything follows from a seed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from random import Random

SECTOR = 512
"""Bytes that a disk writes whole or not at all."""


class Mood(Enum):
    """How a cut treats what was not flushed."""

    NOTHING = "nothing of it is left"
    ALL = "all of it is left"
    FIRST = "what was written first is left"
    ANY = "any of it is left"


@dataclass(slots=True)
class File:
    """One file: ``flushed`` survives everything; ``now`` is what programs see; ``unflushed`` leads from one to the other."""

    flushed: bytearray = field(default_factory=bytearray)
    now: bytearray = field(default_factory=bytearray)
    unflushed: list[tuple[int, bytes | None]] = field(default_factory=list)
    """(offset, bytes) for a write; (size, None) for a change of the size."""

    def write(self, offset: int, data: bytes) -> None:
        """Until the next flush this may or may not be on the disk."""
        _apply(self.now, offset, data)
        self.unflushed.append((offset, data))

    def truncate(self, size: int) -> None:
        """To ``size`` bytes, shorter or longer."""
        _apply(self.now, size, None)
        self.unflushed.append((size, None))

    def flush(self) -> None:
        """All that was written is on the disk from now on."""
        for step in self.unflushed:
            _apply(self.flushed, *step)
        self.unflushed.clear()

    def fail_to_flush(self, random: Random) -> None:
        """As Linux does it: an error is told once, and what was written is no longer tried, though programs still see it."""
        self.flushed = self.survivor(random, Mood.ANY)
        self.unflushed.clear()

    def survivor(self, random: Random, mood: Mood) -> bytearray:
        """What a cut leaves of it."""
        if mood is Mood.NOTHING or not self.unflushed:
            return bytearray(self.flushed)
        if mood is Mood.ALL:
            return bytearray(self.now)
        if mood is Mood.FIRST:
            return self._first(random)
        return self._any(random)

    def _first(self, random: Random) -> bytearray:
        """The writes reached the disk in their order; the last one of them may be torn."""
        left = bytearray(self.flushed)
        *whole, (offset, data) = self.unflushed[: random.randint(1, len(self.unflushed))]
        for step in whole:
            _apply(left, *step)
        if data is not None:
            # Up to the boundary of a sector.
            end = (offset + random.randrange(len(data) + SECTOR)) // SECTOR * SECTOR
            data = data[: max(0, end - offset)]
        if data != b"":
            _apply(left, offset, data)
        return left

    def _any(self, random: Random) -> bytearray:
        seen = bytearray(self.flushed)
        sizes = [len(seen)]
        contents: dict[int, list[bytes]] = {}
        for offset, data in self.unflushed:
            before = len(seen)
            _apply(seen, offset, data)
            sizes.append(len(seen))
            first, end = (offset, offset + len(data)) if data is not None else (min(before, offset), max(before, offset))
            for sector in range(min(first, before) // SECTOR, -(-end // SECTOR)):
                contents.setdefault(sector, [_sector(self.flushed, sector)]).append(_sector(seen, sector))
        likely_new = random.choice((0.1, 0.5, 0.9))
        never_written = random.choice((bytes(SECTOR), random.randbytes(SECTOR)))
        left = bytearray(self.flushed)
        _apply(left, max(sizes), None)
        for sector, (old, *newer) in contents.items():
            if random.random() < likely_new:
                chosen = newer[-1] if random.random() < 0.7 else random.choice(newer)
            else:
                chosen = old if sector * SECTOR < len(self.flushed) else never_written
            left[sector * SECTOR : (sector + 1) * SECTOR] = chosen
        size = sizes[-1] if random.random() < likely_new else random.choice(sizes)
        del left[size:]
        return left


@dataclass(slots=True)
class Folder:
    """The one folder of this disk."""

    flushed: dict[str, File] = field(default_factory=dict)
    now: dict[str, File] = field(default_factory=dict)
    unflushed: list[tuple[str, File | None]] = field(default_factory=list)
    """Files made, and deleted (None), since the folder was last flushed."""

    def enter(self, name: str, file: File | None) -> None:
        """A file is made, or deleted (None)."""
        if file is None:
            del self.now[name]
        else:
            self.now[name] = file
        self.unflushed.append((name, file))

    def flush(self) -> None:
        """The names are on the disk from now on; not what the files hold."""
        self.flushed = dict(self.now)
        self.unflushed.clear()

    def after_a_cut(self, random: Random) -> Folder:
        """The folder, and each file, as the next start finds them."""
        mood = random.choice((Mood.NOTHING, Mood.ALL, Mood.FIRST, Mood.ANY, Mood.ANY, Mood.ANY))
        choices: dict[str, list[File | None]] = {}
        for name, file in self.unflushed:
            choices.setdefault(name, [self.flushed.get(name)]).append(file)
        names: dict[str, File | None] = dict(self.flushed)
        for name, versions in choices.items():
            if mood is not Mood.NOTHING:
                names[name] = versions[-1] if mood is Mood.ALL else random.choice(versions)
        survivors = {name: file.survivor(random, mood) for name, file in names.items() if file is not None}
        return Folder.holding(survivors)

    @classmethod
    def holding(cls, contents: dict[str, bytearray]) -> Folder:
        """A folder with these files, all flushed."""
        files = {name: File(flushed=bytearray(data), now=bytearray(data)) for name, data in contents.items()}
        return cls(flushed=dict(files), now=files)


def _apply(image: bytearray, offset: int, data: bytes | None) -> None:
    end = offset if data is None else offset + len(data)
    if end > len(image):
        image.extend(bytes(end - len(image)))
    if data is None:
        del image[offset:]
    else:
        image[offset:end] = data


def _sector(image: bytearray, sector: int) -> bytes:
    return bytes(image[sector * SECTOR : (sector + 1) * SECTOR]).ljust(SECTOR, b"\0")
