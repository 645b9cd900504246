"""``setup``: keys into the keyring, the rest into ``settings.toml``, and one question to PassQuare to see that all is right."""

from __future__ import annotations

import argparse
import sys
import time

from pos_app.assemble import open_till
from pos_app.cli import show
from pos_app.cli.endings import TROUBLE
from pos_app.cli.given_keys import ask_for_keys
from pos_app.cli.neighbours import claim
from pos_app.cli.new_settings import new_settings
from pos_app.data_dir import DataDir, data_dir
from pos_app.keys import KeyName, Keys, ReadableKeys, SessionKeys, system_keys
from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import BadInput, DiskBusy, KeyRefused, PosError, Problem, Refused
from pos_app.loyalty.secret import Secret
from pos_app.settings import KeyPlace, Mode, Settings
from pos_app.settings_change import change
from pos_app.till.servers import open_servers
from pos_app.till.setting_up import SettingUp, bound, wanted_keys

FILL_S = 5.0
"""How long the set-up fills the search cache for; an open till goes on with it."""


MEANING = {
    Mode.CRM: "Mode crm: points are added at the merchant's CRM. Any number of tills may do so.",
    Mode.SOLE: "Mode sole: this till replaces balances at PassQuare, and nobody else writes them.",
    Mode.SHARED: (
        "Mode shared: this till replaces balances at PassQuare, and somebody edits them by hand now and then. Such an edit is "
        "taken over and noted; one made in the very moment between this till's reading and its writing is overwritten, and "
        "nobody is told."
    ),
}
SOLE_IMPLIED = (
    "No CRM is set up (--crm-url), so nobody else may write balances: no other till, and nobody in the dashboard. Say --mode sole "
    "if that is so, and --mode shared if somebody edits balances now and then; for a second till set up a store CRM."
)


def set_up(arguments: argparse.Namespace) -> int:
    """Set the till up, or change its set-up. Nothing is kept if the server refuses the key."""
    place = data_dir(arguments.data_dir)
    setting_up = new_set_up(place)
    before = setting_up.before()
    settings = new_settings(arguments, before)
    given = _given_keys(arguments, setting_up, settings, before)
    account = _account(setting_up, settings, given)
    settings = bound(settings, account)

    def over(newest: Settings | None) -> Settings:
        # An open window may have saved something while the server was asked. A first set-up has drawn the name of its keys.
        again = before is not None and newest is not None
        return bound(new_settings(arguments, newest), account) if again else settings

    settings = setting_up.keep(over, given)
    keys = SessionKeys(given) if settings.keys is KeyPlace.SESSION else system_keys(settings.till_id)
    show.line(f"The till is set up in {place.path}. Keys: {keys.place}.", sys.stdout)
    show.line(MEANING[settings.server.mode], sys.stdout)
    if settings.server.mode is Mode.SOLE and arguments.mode is None:
        show.line(SOLE_IMPLIED, sys.stdout)
    if account is not None:
        balance = "" if account.balance is None else f", prepaid balance {account.balance} {settings.shop.currency}"
        show.line(f"PassQuare account {account.name}{balance}.", sys.stdout)
    if arguments.probe:
        return _probe(setting_up, settings, keys, arguments.probe)
    if account is not None:
        _fill(settings, place, keys)
    return 0


def new_set_up(place: DataDir) -> SettingUp:
    """The set-up of the till in ``place``, with the real servers and the system's keyring."""
    return SettingUp(place, servers=open_servers, keyring=system_keys, claim=claim, change=change)


def _given_keys(
    arguments: argparse.Namespace, setting_up: SettingUp, settings: Settings, before: Settings | None
) -> dict[KeyName, Secret]:
    """Every key the till works with: given now, or kept where the keyring has it from an earlier set-up. Raises BadInput."""
    wanted = wanted_keys(settings)
    again = before is not None and before.keys is settings.keys and not arguments.keys_from_stdin
    kept = setting_up.kept_keys(settings) if again else {}
    asked = tuple(name for name in wanted if name not in kept)
    if asked and not (arguments.keys_from_stdin or settings.keys is KeyPlace.SESSION or sys.stdin.isatty()):
        raise BadInput(Problem.SETTING, detail="Give the keys on a terminal, or as lines of standard input with --keys-from-stdin.")
    given = kept | (ask_for_keys(asked) if asked else {})
    missing = [name.value for name in wanted if not given.get(name)]
    if missing:
        raise BadInput(Problem.SETTING, detail=f"These keys are missing: {', '.join(missing)}.")
    return given


def _account(setting_up: SettingUp, settings: Settings, given: dict[KeyName, Secret]) -> Account | None:
    """PassQuare's account, or None if it does not answer now. Raises BadInput, KeyRefused and Refused."""
    try:
        return setting_up.account(settings, given)
    except (BadInput, KeyRefused, Refused):
        raise
    except PosError as error:
        print(f"PassQuare could not be asked now: {error} The account is checked once it answers.", file=sys.stderr)
        return None


def _probe(setting_up: SettingUp, settings: Settings, keys: ReadableKeys, typed: str) -> int:
    """Examine, tell, and keep what was found; exit 1 if the server did not do as it must. Raises BadInput, PosError."""
    given = {name: secret for name in wanted_keys(settings) if (secret := keys.get(name))}
    found = setting_up.examine(settings, given, typed)
    setting_up.keep_probe(settings, found)
    show.line(found.sentence, sys.stdout)
    if settings.server.crm_url:
        show.line(f"Dedupe: {found.dedupe.value}. A till that is open takes it over when it is started again.", sys.stdout)
    return 0 if found.well else TROUBLE


def _fill(settings: Settings, place: DataDir, keys: Keys) -> None:
    """Read the first customers, so that names and last digits can be searched at once."""
    end = time.monotonic() + FILL_S
    try:
        with open_till(settings, place, keys) as till:
            read = till.fill_cache(until=lambda: time.monotonic() > end)
    except DiskBusy:
        print("The till is open: close its window and start it again, so that it works with this set-up.", file=sys.stderr)
        return
    except PosError as error:
        print(f"The customers could not be read now: {error}", file=sys.stderr)
        return
    show.line(f"Customers read for searching: {read}. An open till goes on with it.", sys.stdout)
