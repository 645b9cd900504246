"""Where a till keeps its data on this computer."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from pos_app.loyalty.errors import BadInput, DiskTrouble, Problem

DATA_DIR_VARIABLE = "POS_APP_DATA_DIR"


@dataclass(frozen=True, slots=True)
class DataDir:
    """One till's folder and what lies in it."""

    path: Path

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.path / "settings.toml"

    @property
    def till(self) -> Path:
        """The precious database: sales, postings, attempts."""
        return self.path / "till.db"

    @property
    def backups(self) -> Path:
        """The folder of the copies of ``till.db`` that the till makes by itself."""
        return self.path / "backups"

    @property
    def updates(self) -> Path:
        """The folder of the vendor's last feed and of installers; may be deleted at any time, but then an old feed is believed."""
        return self.path / "updates"

    @property
    def customers(self) -> Path:
        """The search cache: may be deleted at any time."""
        return self.path / "customers.db"

    @property
    def unfinished(self) -> Path:
        """Sales that were begun and not confirmed."""
        return self.path / "unfinished.json"

    @property
    def screen(self) -> Path:
        """The size of the screen that the window was shown on last."""
        return self.path / "screen.txt"

    def make(self) -> DataDir:
        """Make the folder, readable by its owner only; one that is there keeps its permissions. Raises DiskTrouble."""
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise DiskTrouble(f"The data folder {self.path} cannot be made: {error.strerror}.") from error
        return self


def data_dir(given: str | None) -> DataDir:
    """The folder named on the command line, else by POS_APP_DATA_DIR, else the system's place for data. Raises BadInput."""
    named = given or os.environ.get(DATA_DIR_VARIABLE)
    if not named:
        return DataDir(Path(platformdirs.user_data_dir("pos-app", appauthor=False)))
    try:
        return DataDir(Path(named).expanduser())
    except RuntimeError:
        sentence = f"The data folder {named!r} names a user that this computer does not know."
        raise BadInput(Problem.SETTING, detail=sentence) from None


def user_state() -> Path:
    """The system's place for what a program remembers about this user's use of it."""
    return Path(platformdirs.user_state_dir("pos-app", appauthor=False))
