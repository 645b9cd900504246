"""The disk of ``model_disk.py`` below a real SQLite: an apsw VFS that behaves as SQLite's own does on Linux.

Every step that SQLite takes on the disk goes through :meth:`Power.step`, which may cut the power or let the step fail.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import PurePath
from random import Random

import apsw

from tests.faults.model_disk import File, Folder

VFS_NAME = "power-cut"
_MAKES_FOLDER_FLUSH = apsw.SQLITE_OPEN_MAIN_JOURNAL | apsw.SQLITE_OPEN_SUPER_JOURNAL | apsw.SQLITE_OPEN_WAL


class Io(Enum):
    """A kind of step; the value is SQLite's code for its failure."""

    OPEN = apsw.SQLITE_CANTOPEN
    READ = apsw.SQLITE_IOERR_READ
    WRITE = apsw.SQLITE_IOERR_WRITE
    TRUNCATE = apsw.SQLITE_IOERR_TRUNCATE
    SYNC = apsw.SQLITE_IOERR_FSYNC
    SIZE = apsw.SQLITE_IOERR_FSTAT
    DELETE = apsw.SQLITE_IOERR_DELETE
    LOCK = apsw.SQLITE_IOERR_LOCK
    ACCESS = apsw.SQLITE_IOERR_ACCESS

    @property
    def changes(self) -> bool:
        """Whether it can change what is on the disk."""
        return self in (Io.OPEN, Io.WRITE, Io.TRUNCATE, Io.SYNC, Io.DELETE)


class PowerCut(Exception):
    """From here on nothing reaches the disk any more."""


class Power:
    """Decides the fate of each step. The plain one lets everything pass."""

    def __init__(self, random: Random, fate: Callable[[Io], Fate] | None = None) -> None:
        self.random = random
        self.on = True
        self._fate = fate or (lambda _io: Fate.PASSES)

    def must_be_on(self) -> None:
        """SQLite does not tell of every step that fails: what returned with the power off came too late. Raises PowerCut."""
        if not self.on:
            raise PowerCut

    def step(self, io: Io, work: Callable[[], None], part: Callable[[], None] = lambda: None) -> None:
        """Do ``work``, or ``part`` of it and fail. Raises PowerCut and apsw's errors."""
        if not self.on:
            if io.changes:
                raise PowerCut
            return
        fate = self._fate(io)
        if fate in (Fate.PASSES, Fate.CUT_AFTER):
            work()
        elif fate is not Fate.CUT_BEFORE:
            part()
            raise apsw.exception_for(apsw.SQLITE_FULL if fate is Fate.FULL else io.value)
        if fate.cuts:
            self.on = False
            raise PowerCut


class Fate(Enum):
    """What becomes of one step."""

    PASSES = "passes"
    CUT_BEFORE = "the power goes just before it"
    CUT_AFTER = "the power goes just after it"
    FAILS = "the disk reports an error"
    FULL = "the disk is full"

    @property
    def cuts(self) -> bool:
        """Whether the power goes."""
        return self in (Fate.CUT_BEFORE, Fate.CUT_AFTER)


class ModelVfs(apsw.VFS):
    """Registered once; which folder and which power it works on is set for each life of a till."""

    def __init__(self) -> None:
        self.folder = Folder()
        self.power = Power(Random(0))
        self.lies_about_flushing = False
        self.open_files = 0
        super().__init__(VFS_NAME, "", makedefault=True)

    def start(self, folder: Folder, power: Power, *, lies_about_flushing: bool = False) -> None:
        """A new life, on an honest disk unless told otherwise: SQLite's own randomness begins again as well.

        A till of an earlier life that is still open would delete files of this one when it is closed: RuntimeError.
        """
        if self.open_files:
            raise RuntimeError("a till of an earlier life is still open")
        self.folder, self.power, self.lies_about_flushing = folder, power, lies_about_flushing
        apsw.randomness(0)

    def xRandomness(self, numbytes: int) -> bytes:  # noqa: N802 - SQLite's names
        return self.power.random.randbytes(numbytes)

    def xFullPathname(self, name: str) -> str:  # noqa: N802
        return name

    def xAccess(self, pathname: str, flags: int) -> bool:  # noqa: N802
        self.power.step(Io.ACCESS, lambda: None)
        file = self.folder.now.get(PurePath(pathname).name)
        # A file without anything in it does not exist to SQLite's own VFS either.
        return file is not None and (flags != apsw.SQLITE_ACCESS_EXISTS or bool(file.now))

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        name = PurePath(filename).name
        if name not in self.folder.now:
            raise apsw.exception_for(apsw.SQLITE_IOERR_DELETE_NOENT)
        self.power.step(Io.DELETE, lambda: self.folder.enter(name, None))
        if syncdir:
            self.flush_folder()

    def flush_folder(self) -> None:
        """The names of all files are on the disk."""
        if not self.lies_about_flushing:
            self.folder.flush()

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> ModelFile:  # type: ignore[override]  # noqa: N802
        """An object with the methods of a VFSFile: there is no other VFS to inherit from."""
        flags[1] = flags[0]
        if name is None:
            return ModelFile(self, File(), flushes_folder=False)
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        short = PurePath(path).name
        makes = flags[0] & apsw.SQLITE_OPEN_CREATE and short not in self.folder.now

        def make() -> None:
            if makes:
                self.folder.enter(short, File())

        self.power.step(Io.OPEN, make)
        if short not in self.folder.now:
            raise apsw.exception_for(apsw.SQLITE_CANTOPEN)
        flushes = bool(flags[0] & apsw.SQLITE_OPEN_CREATE and flags[0] & _MAKES_FOLDER_FLUSH)
        return ModelFile(self, self.folder.now[short], flushes_folder=flushes)


class ModelFile:
    """One open file."""

    def __init__(self, vfs: ModelVfs, file: File, *, flushes_folder: bool) -> None:
        self._vfs = vfs
        self._file = file
        self._power = vfs.power
        self._flushes_folder = flushes_folder
        vfs.open_files += 1

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        self._power.step(Io.READ, lambda: None)
        return bytes(self._file.now[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        whole = bytes(data)
        half = whole[: len(whole) // 2]
        self._power.step(Io.WRITE, lambda: self._file.write(offset, whole), lambda: self._file.write(offset, half))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self._power.step(Io.TRUNCATE, lambda: self._file.truncate(newsize))

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._power.step(Io.SYNC, self._flush, lambda: self._file.fail_to_flush(self._power.random))

    def xFileSize(self) -> int:  # noqa: N802
        self._power.step(Io.SIZE, lambda: None)
        return len(self._file.now)

    def xLock(self, level: int) -> None:  # noqa: N802
        self._power.step(Io.LOCK, lambda: None)

    def xUnlock(self, level: int) -> None:  # noqa: N802
        pass

    def xCheckReservedLock(self) -> bool:  # noqa: N802
        return False

    def xFileControl(self, op: int, ptr: int) -> bool:  # noqa: N802
        return False

    def xSectorSize(self) -> int:  # noqa: N802
        return 4096

    def xDeviceCharacteristics(self) -> int:  # noqa: N802
        """What SQLite's own VFS says on Linux: bytes beside those that are written are never touched."""
        return apsw.SQLITE_IOCAP_POWERSAFE_OVERWRITE

    def xClose(self) -> None:  # noqa: N802
        self._vfs.open_files -= 1

    def _flush(self) -> None:
        if self._vfs.lies_about_flushing:
            return
        self._file.flush()
        # The first flush of a new journal takes the folder with it, as SQLite's own VFS does.
        if self._flushes_folder:
            self._vfs.flush_folder()
            self._flushes_folder = False
