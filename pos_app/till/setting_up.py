"""Setting a till up: keys into the keyring, the rest into ``settings.toml``, and one question to PassQuare to see that all is well.

The command line and the set-up on the screen are two fronts of this. All of it blocks (network, keyring, disk): never call it in
the window's thread. Nothing is kept if the server refuses the key.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from typing import Protocol

from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, Keys, RememberedKeys, SessionKeys
from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import BadInput, NoSuchCustomer, NotSetUp, Problem, Refused
from pos_app.loyalty.phone import parse_phone
from pos_app.loyalty.secret import Secret
from pos_app.settings import CrmAuth, KeyPlace, Mode, Server, Settings, load, with_account
from pos_app.till.probing import Adding, Probe, Replacing, probe_adding, probe_replacing
from pos_app.till.sync.endpoint import endpoint

GivenKeys = Mapping[KeyName, Secret]
NOBODY = "+00000000000"
"""No country's numbers begin so."""


class Core(Replacing, Protocol):
    """PassQuare."""

    def status(self) -> Account: ...


class Asked(Protocol):
    """The servers of a set-up. ``crm`` is None where the settings have no CRM."""

    @property
    def core(self) -> Core: ...
    @property
    def crm(self) -> Adding | None: ...


class SettingUp:
    """One till's set-up. ``servers``: clients for settings and keys. ``keyring``: the system keyring for a till's id; raises
    KeyringTrouble. ``claim``: notes the till as one of its account's; raises BadInput where another till is in the way.
    ``change``: as :func:`pos_app.settings_change.change`.
    """

    def __init__(
        self,
        place: DataDir,
        *,
        servers: Callable[[Settings, RememberedKeys], AbstractContextManager[Asked]],
        keyring: Callable[[str], Keys],
        claim: Callable[[Server, DataDir], None],
        change: Callable[[DataDir, Callable[[Settings | None], Settings]], Settings],
    ) -> None:
        self.place = place
        self._servers, self._keyring, self._claim, self._change = servers, keyring, claim, change

    def before(self) -> Settings | None:
        """What the till is set up with now; None: it is not. Raises BadInput, DiskTrouble."""
        try:
            return load(self.place)
        except NotSetUp:
            return None

    def kept_keys(self, settings: Settings) -> dict[KeyName, Secret]:
        """The keys that the keyring has already of those that are wanted. Raises KeyringTrouble."""
        if settings.keys is not KeyPlace.KEYRING:
            return {}
        keyring = self._keyring(settings.till_id)
        return {name: secret for name in wanted_keys(settings) if (secret := keyring.get(name))}

    def account(self, settings: Settings, given: GivenKeys) -> Account:
        """PassQuare's account for the key. Raises BadInput for another account than the till's sales belong to, and the
        transport's errors: KeyRefused and Refused mean that nothing may be kept.
        """
        with self._open(settings, given) as servers:
            account = servers.core.status()
        bound(settings, account)
        return account

    def ask_crm(self, settings: Settings, given: GivenKeys) -> None:
        """Ask the CRM for somebody who does not exist: whatever it says of that, it has accepted the key.

        Raises the transport's errors; KeyRefused means that nothing may be kept.
        """
        with self._open(settings, given) as servers:
            if servers.crm is not None:
                with suppress(Refused):
                    servers.crm.read_balance(phone=NOBODY)

    def examine(self, settings: Settings, given: GivenKeys, typed: str) -> Probe:
        """What the server does with a test customer's points; nothing is kept of it. Raises BadInput, PosError."""
        phone = parse_phone(typed, region=settings.shop.region)
        with self._open(settings, given) as servers:
            try:
                return probe_replacing(servers.core, phone) if servers.crm is None else probe_adding(servers.crm, phone)
            except NoSuchCustomer:
                detail = f"Nobody has the phone {phone} there: give one of a test customer. Nothing was changed."
                raise BadInput(Problem.SETTING, detail=detail) from None

    def keep(self, make: Callable[[Settings | None], Settings], given: GivenKeys) -> Settings:
        """The keys into their place first, then the settings: what ``make`` makes of the newest on the disk.

        Raises BadInput, KeyringTrouble, DiskTrouble.
        """
        settings = make(self.before())
        self._claim(settings.server, self.place)
        self.keep_keys(settings, given)
        return self._change(self.place, make)

    def keep_keys(self, settings: Settings, given: GivenKeys) -> Keys:
        """Where the keys are now; those of a session are nowhere else. Raises KeyringTrouble."""
        if settings.keys is KeyPlace.SESSION:
            return SessionKeys(given)
        keys = self._keyring(settings.till_id)
        for name, secret in given.items():
            keys.put(name, secret)
        return keys

    def keep_probe(self, examined: Settings, found: Probe) -> Settings:
        """Remember what was found, unless the till goes elsewhere by now. Raises DiskTrouble."""
        return self._change(self.place, lambda newest: _with_probe(examined, found, newest))

    def _open(self, settings: Settings, given: GivenKeys) -> AbstractContextManager[Asked]:
        return self._servers(settings, RememberedKeys(SessionKeys(given)))


def wanted_keys(settings: Settings) -> tuple[KeyName, ...]:
    """The keys a till with these settings works with."""
    if settings.server.mode is not Mode.CRM:
        return (KeyName.APP_KEY,)
    if settings.server.crm_auth is CrmAuth.BASIC:
        return (KeyName.APP_KEY, KeyName.CRM_USER, KeyName.CRM_PASSWORD)
    return (KeyName.APP_KEY, KeyName.CRM_KEY)


def bound(settings: Settings, account: Account | None) -> Settings:
    """The settings of a till of this account; None: not known yet. Raises BadInput for another's."""
    if account is None:
        return settings
    if settings.server.account and settings.server.account != account.name:
        raise BadInput(
            Problem.SETTING,
            detail=f"This key is of the account {account.name}, but the till's sales belong to {settings.server.account}. "
            "Use another data folder for another account.",
        )
    return with_account(settings, account.name)


def _with_probe(examined: Settings, found: Probe, newest: Settings | None) -> Settings:
    current = newest or examined
    if endpoint(current.server) != endpoint(examined.server):
        return current
    return replace(current, server=replace(current.server, dedupe=found.dedupe))
