"""The till's keys while it runs: one is replaced once its server has accepted it, and used from the next request on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass

from pos_app.keys import KeyName, RememberedKeys
from pos_app.loyalty.account import Account
from pos_app.loyalty.secret import Secret
from pos_app.settings import Mode
from pos_app.till.setting_up import SettingUp, wanted_keys
from pos_app.till.settings_keeper import SettingsKeeper

__all__ = ["KeyName", "Line", "Mode", "Rekeying"]

_TOGETHER = ((KeyName.APP_KEY,), (KeyName.CRM_KEY,), (KeyName.CRM_USER, KeyName.CRM_PASSWORD))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Where the till's sales go, and what it is known by. Never a key."""

    core_url: str
    crm_url: str
    account: str
    """Empty: not known yet."""
    mode: Mode
    replaceable: tuple[tuple[KeyName, ...], ...]
    """The keys that can be replaced here: those of one server together."""
    in_memory: bool
    """Whether the keys are gone with the program; else the system keyring keeps them."""


class Rekeying:
    """Thread-safe; a key is in no answer and no error."""

    def __init__(
        self,
        *,
        keeper: SettingsKeeper,
        keys: RememberedKeys,
        trial: SettingUp,
        taken_over: Callable[[], None],
        reads: Executor,
    ) -> None:
        """``trial`` asks the servers about a key. ``taken_over``: a new one is in use; blocks until it was tried."""
        self._keeper, self._keys, self._trial = keeper, keys, trial
        self._taken_over, self._reads = taken_over, reads

    def line(self) -> Line:
        """How it is now. Does not block."""
        settings = self._keeper.settings
        return Line(
            core_url=settings.server.core_url,
            crm_url=settings.server.crm_url,
            account=settings.server.account,
            mode=settings.server.mode,
            replaceable=tuple(names for names in _TOGETHER if set(names) <= set(wanted_keys(settings))),
            in_memory=self._keys.in_memory,
        )

    def replace(self, given: Mapping[KeyName, Secret]) -> Future[Account | None]:
        """Try the keys of one server, keep them, use them; whose they are, or None for the CRM's.

        The Future raises BadInput for another account's key, KeyringTrouble, and the transport's errors: then the old one stays.
        """

        def replace() -> Account | None:
            settings = self._keeper.settings
            account = None
            if KeyName.APP_KEY in given:
                account = self._trial.account(settings, given)
            else:
                self._trial.ask_crm(settings, given)
            for name, secret in given.items():
                self._keys.put(name, secret)
            self._taken_over()
            return account

        return self._reads.submit(replace)
