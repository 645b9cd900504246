"""The settings in force, and the one way to change them while the till runs: on the disk first, then here.

What another program has put into the file meanwhile (``setup``) stays in it. The till works with it once it is started again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from pos_app.settings import Settings


class SettingsKeeper:
    """Thread-safe. Changes come one after another, so that none writes over another."""

    def __init__(self, settings: Settings, write: Callable[[Callable[[Settings | None], Settings]], Settings]) -> None:
        """``write``: as :func:`pos_app.settings_change.change`, for this till's folder."""
        self._settings = settings
        self._write = write
        self._lock = threading.Lock()

    @property
    def settings(self) -> Settings:
        """As they were on the disk when this till last read or changed them."""
        return self._settings

    def change(self, make: Callable[[Settings], Settings]) -> Settings:
        """Replace the settings by what ``make`` makes of them. Blocks on the disk; if it raises, nothing has changed."""
        with self._lock:
            before = self._settings
            self._settings = self._write(lambda newest: make(newest or before))
            return self._settings
