"""Setting up this till's card reader."""

from __future__ import annotations

from dataclasses import replace

from pos_app.reader.profile import ReaderProfile
from pos_app.till.reader_profile import profile_of, reader_of
from pos_app.till.settings_keeper import SettingsKeeper


class ReaderSetup:
    """Thread-safe."""

    def __init__(self, keeper: SettingsKeeper) -> None:
        """Raises BadInput, naming what is wrong, if the settings say nonsense about the reader."""
        self._keeper = keeper
        profile_of(keeper.settings.reader)

    @property
    def profile(self) -> ReaderProfile:
        """The profile in force."""
        return profile_of(self._keeper.settings.reader)

    def save(self, profile: ReaderProfile) -> ReaderProfile:
        """Keep the profile for this till. Blocks on the disk; raises BadInput, DiskTrouble, and then the old one stays."""
        reader = reader_of(profile)
        return profile_of(self._keeper.change(lambda settings: replace(settings, reader=reader)).reader)
