"""What the people at this till choose while it runs: its reader, its printer, its rules, and how it looks. Kept in its settings."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from dataclasses import replace

from pos_app.appearance import Appearance
from pos_app.loyalty.programme import Programme
from pos_app.paper.printer import Printer
from pos_app.reader.profile import ReaderProfile
from pos_app.settings import Settings, Updates
from pos_app.till.reader_profile import profile_of, reader_of
from pos_app.till.settings_keeper import SettingsKeeper


class Choices:
    """Thread-safe. What is saved is on the disk when its Future is done; on BadInput or DiskTrouble the old choice stays."""

    def __init__(self, keeper: SettingsKeeper, desk: Executor) -> None:
        """Raises BadInput, naming what is wrong, if the settings say nonsense about the reader."""
        self._keeper, self._desk = keeper, desk
        profile_of(keeper.settings.reader)
        self._programme, self._language = keeper.settings.programme, keeper.settings.shop.language

    def reader_profile(self) -> ReaderProfile:
        """What this till's reader is like."""
        return profile_of(self._keeper.settings.reader)

    def save_reader_profile(self, profile: ReaderProfile) -> Future[ReaderProfile]:
        """Know the reader by this profile."""

        def save() -> ReaderProfile:
            reader = reader_of(profile)
            return profile_of(self._keeper.change(lambda settings: replace(settings, reader=reader)).reader)

        return self._desk.submit(save)

    def settings(self) -> Settings:
        """As they are on the disk; what the till does not take over while it runs is in force from its next start."""
        return self._keeper.settings

    def language(self) -> str:
        """What the till speaks now: one of ``LANGUAGES``."""
        return self._language

    def save_language(self, language: str) -> Future[str]:
        """Speak another one, from the next window or slip on."""

        def save() -> str:
            changed = self._keeper.change(lambda it: replace(it, shop=replace(it.shop, language=language)).check())
            self._language = changed.shop.language
            return self._language

        return self._desk.submit(save)

    def programme(self) -> Programme:
        """The rules that a sale is begun under now. What another program put into the file is not among them yet."""
        return self._programme

    def save_programme(self, programme: Programme) -> Future[Programme]:
        """Other rules for points, from the next sale on: one that was begun keeps the price that the customer was told."""

        def save() -> Programme:
            self._programme = self._keeper.change(lambda settings: replace(settings, programme=programme).check()).programme
            return self._programme

        return self._desk.submit(save)

    def customer_days(self) -> int:
        """How long customers are remembered whom the server does not tell of any more; 0: for ever."""
        return self._keeper.settings.data.customer_days

    def save_customer_days(self, days: int) -> Future[int]:
        """Remember them for so long, from the next look at everybody on."""

        def save() -> int:
            return self._keeper.change(lambda it: replace(it, data=replace(it.data, customer_days=days)).check()).data.customer_days

        return self._desk.submit(save)

    def appearance(self) -> Appearance:
        """How this till is to look."""
        return self._keeper.settings.appearance

    def save_appearance(self, appearance: Appearance) -> Future[Appearance]:
        """Look like this."""

        def save() -> Appearance:
            return self._keeper.change(lambda settings: replace(settings, appearance=appearance)).appearance

        return self._desk.submit(save)

    def printer(self) -> Printer:
        """What slips are printed on."""
        return self._keeper.settings.printer

    def save_printer(self, printer: Printer) -> Future[Printer]:
        """Print on this one from now on."""

        def save() -> Printer:
            return self._keeper.change(lambda settings: replace(settings, printer=printer)).printer

        return self._desk.submit(save)

    def updates(self) -> bool:
        """Whether new versions are looked for once a day."""
        return self._keeper.settings.updates.check

    def save_updates(self, *, check: bool) -> Future[bool]:
        """Look for them from now on, or not any more."""

        def save() -> bool:
            return self._keeper.change(lambda settings: replace(settings, updates=Updates(check=check))).updates.check

        return self._desk.submit(save)
