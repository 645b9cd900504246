"""The settings in force, and the one way to change them while the till runs: on the disk first, then here."""

from __future__ import annotations

import threading
from collections.abc import Callable

from pos_app.settings import Settings


class SettingsKeeper:
    """Thread-safe. Changes come one after another, so that none writes over another."""

    def __init__(self, settings: Settings, write: Callable[[Settings], None]) -> None:
        """``write`` puts settings on the disk whole or not at all; it raises BadInput or DiskTrouble."""
        self._settings = settings
        self._write = write
        self._lock = threading.Lock()

    @property
    def settings(self) -> Settings:
        """As they are on the disk now."""
        return self._settings

    def change(self, make: Callable[[Settings], Settings]) -> Settings:
        """Replace the settings by what ``make`` makes of them. Blocks on the disk; if it raises, nothing has changed."""
        with self._lock:
            settings = make(self._settings)
            self._write(settings)
            self._settings = settings
            return settings
