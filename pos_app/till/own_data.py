"""The till's own data on this disk, for whoever looks after the machine: copies of it, its roll, and whether it is whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from pos_app.data_dir import DataDir
from pos_app.files import write_whole
from pos_app.loyalty.errors import DiskTrouble
from pos_app.loyalty.secret import Secret
from pos_app.settings import Settings
from pos_app.store.backup import Backup
from pos_app.store.customer_cache import CustomerCache
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import DiskSettings, QueueCount, TillStore
from pos_app.store.verification import Verification
from pos_app.till.daily_backup import BackupState, DailyBackup
from pos_app.till.diagnostics import diagnostics
from pos_app.till.events import Status
from pos_app.till.sync.guard import PROVED_KEY, is_proved


class OwnData:
    """Thread-safe; everything blocks on the disk and raises DiskTrouble."""

    def __init__(
        self,
        *,
        store: DatabaseThread[TillStore],
        daily: DailyBackup,
        cache: DatabaseThread[CustomerCache],
        place: DataDir,
        settings: Callable[[], Settings],
        status: Callable[[], Status],
        now: Callable[[], datetime],
    ) -> None:
        """``cache``: what the till remembers of customers. ``settings`` and ``status``: as they are now."""
        self._store = store
        self._daily = daily
        self._cache, self._settings, self._status, self._now = cache, settings, status, now
        self._place = place

    @property
    def folder(self) -> Path:
        """Where all of it lies."""
        return self._place.path

    def start(self) -> None:
        """Begin to make the copy of each day."""
        self._daily.start()

    def stop(self) -> None:
        """End that; one that is being made is given up."""
        self._daily.stop()

    def back_up(self, file: Path) -> Backup:
        """Copy it to ``file`` while sales go on; returns once it is written."""
        return self._store.call(lambda store: store.copy(file, between=self._store.give_way)).keep()

    def back_up_before(self, version: str) -> Path:
        """Copy the data and the settings for who wants to go back from this version of the program; where they are."""
        folder = self._place.backups
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            write_whole(folder / f"before-{version}-{self._place.settings.name}", self._place.settings.read_bytes())
        except OSError as error:
            raise DiskTrouble(f"The settings cannot be copied to {folder}: {error.strerror}.") from error
        return self.back_up(folder / f"before-{version}-{self._place.till.name}").file

    def backups(self) -> BackupState:
        """How the copies stand that the till makes by itself."""
        return self._daily.state()

    def size_bytes(self) -> int:
        """How much room all of it takes."""
        try:
            return sum(each.stat().st_size for each in self.folder.rglob("*") if each.is_file())
        except OSError as error:
            raise DiskTrouble(f"The data folder cannot be read: {error.strerror}.") from error

    def forget_customer(self, phone: str) -> bool:
        """Erase what the till remembers of somebody (E.164); False: nobody has this phone. Sales stay as they are."""
        return self._cache.call(lambda cache: cache.forget(phone))

    def save_diagnostics(self, file: Path, versions: Mapping[str, str]) -> None:
        """Write what whoever helps needs to know: see :mod:`pos_app.till.diagnostics`."""
        disk, counts = self.disk()
        packed = diagnostics(
            versions=versions,
            settings=self._settings(),
            status=self._status(),
            disk=disk,
            counts=counts,
            roll=self.roll(),
            backups=self.backups(),
            now=self._now(),
        )
        try:
            write_whole(file, packed)
        except OSError as error:
            raise DiskTrouble(f"The file cannot be written: {error.strerror}.") from error

    def verify(self) -> Verification:
        """Compare everything on the disk with the roll while sales go on."""
        return self._store.call(lambda store: store.snapshot(between=self._store.give_way)).verify()

    def roll(self) -> tuple[str, str, bool]:
        """How the roll was found, why the disk does not take it (empty: it does), and whether the reserve is there."""
        return self._store.call(lambda store: store.roll_state())

    def disk(self) -> tuple[DiskSettings, QueueCount]:
        """The settings in force in the till's own database, and what waits in it."""
        return self._store.call(lambda store: (store.disk(), store.counts()))

    def key_proved(self, key: Secret, account: str) -> bool:
        """Whether ``key`` was seen to be the account's: nothing is sent with any other."""
        return is_proved(self._store.call(lambda store: store.fact(PROVED_KEY)), key, account)
