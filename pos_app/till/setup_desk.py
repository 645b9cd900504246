"""The set-up as a screen uses it: every call answers at once with a Future, and its work is done in a thread of its own.

A screen knows the till, never keys and settings themselves: it has their names from here.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TypeVar

from pos_app.keys import KeyName
from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import KeyringTrouble
from pos_app.loyalty.secret import Secret
from pos_app.settings import LANGUAGES, CrmAuth, Dedupe, KeyPlace, Mode, Server, Settings, Shop, Updates, check_url
from pos_app.till.probing import Probe
from pos_app.till.setting_up import GivenKeys, SettingUp, bound, wanted_keys
from pos_app.till.setup_draft import Draft, Drafts

__all__ = [
    "LANGUAGES",
    "Begun",
    "Connected",
    "CrmAuth",
    "Dedupe",
    "Finished",
    "GivenKeys",
    "KeyName",
    "KeyPlace",
    "Mode",
    "Probe",
    "Server",
    "Settings",
    "SetupDesk",
    "Shop",
    "Updates",
    "check_url",
    "wanted_keys",
]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Connected:
    """PassQuare has answered: whose key it is, and after how many ms."""

    account: Account
    took_ms: int


@dataclass(frozen=True, slots=True)
class Begun:
    """What a set-up begins with. ``keys``: those that the keyring has from an earlier try."""

    draft: Draft
    """``settings.keys`` says whether this computer has a keyring."""
    keys: GivenKeys
    connected: Connected | None = None
    """What PassQuare said of address and key, if it was asked before."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The till is set up. ``keys`` are to be used where the settings keep them for a session only."""

    settings: Settings
    keys: GivenKeys


class SetupDesk:
    """One worker: questions come one after another. Every Future may raise the errors of :class:`SettingUp`."""

    def __init__(
        self, setting_up: SettingUp, *, offers_updates: bool = False, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        """``offers_updates``: whether there is a feed that could be asked for new versions."""
        self._setting_up, self._monotonic = setting_up, monotonic
        self.offers_updates = offers_updates
        self._drafts = Drafts(setting_up.place)
        self._given: GivenKeys = {}
        self._answers: dict[tuple[str, Secret], Connected] = {}
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="set-up")

    def close(self) -> None:
        """Wait for nothing: what is under way answers nobody."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    def begin(self, fresh: Settings) -> Future[Begun]:
        """The draft that was left, else ``fresh``."""

        def begin() -> Begun:
            draft = self._drafts.load() or Draft(fresh)
            try:
                keys = self._setting_up.kept_keys(replace(draft.settings, keys=KeyPlace.KEYRING))
                place = KeyPlace.KEYRING
            except KeyringTrouble:
                keys, place = {}, KeyPlace.SESSION
            # Between a practice sale and the rest of the set-up they are nowhere else.
            keys = {**keys, **self._given}
            app_key = keys.get(KeyName.APP_KEY)
            connected = None if app_key is None else self._answers.get((draft.settings.server.core_url, app_key))
            return Begun(replace(draft, settings=replace(draft.settings, keys=place)), keys, connected)

        return self._do(begin)

    def save(self, draft: Draft, given: GivenKeys) -> Future[Draft]:
        """Keep the answers so far; keys only where a keyring does it."""

        def save() -> Draft:
            self._drafts.save(draft)
            self._given = dict(given)
            if draft.settings.keys is KeyPlace.KEYRING:
                self._setting_up.keep_keys(draft.settings, given)
            return draft

        return self._do(save)

    def connect(self, settings: Settings, app_key: Secret) -> Future[Connected]:
        """Ask PassQuare whose key it is."""

        def connect() -> Connected:
            began_s = self._monotonic()
            account = self._setting_up.account(settings, {KeyName.APP_KEY: app_key})
            connected = Connected(account, round((self._monotonic() - began_s) * 1000))
            self._answers[settings.server.core_url, app_key] = connected
            return connected

        return self._do(connect)

    def examine(self, settings: Settings, given: GivenKeys, phone: str) -> Future[Probe]:
        """What the server does with a test customer's points."""
        return self._do(lambda: self._setting_up.examine(settings, given, phone))

    def finish(self, settings: Settings, given: GivenKeys, account: Account | None) -> Future[Finished]:
        """Keep everything for good; the draft is forgotten."""

        def finish() -> Finished:
            wanted = {name: given[name] for name in wanted_keys(settings) if name in given}
            kept = self._setting_up.keep(lambda _newest: bound(settings, account), wanted)
            self._drafts.forget()
            return Finished(kept, wanted)

        return self._do(finish)

    def _do(self, work: Callable[[], T]) -> Future[T]:
        return self._worker.submit(work)
