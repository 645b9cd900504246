"""``setup``: keys into the keyring, the rest into ``settings.toml``, and one question to PassQuare to see that all is right."""

from __future__ import annotations

import argparse
import sys
import time
import uuid
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from pos_app.assemble import open_servers, open_till
from pos_app.cli import show
from pos_app.cli.given_keys import ask_for_keys, wanted_keys
from pos_app.keys import KeyName, Keys, RememberedKeys, SessionKeys, system_keys
from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import BadInput, DiskBusy, KeyRefused, NotSetUp, PosError, Problem, Refused
from pos_app.loyalty.phone import calling_code
from pos_app.loyalty.programme import Programme
from pos_app.loyalty.secret import Secret
from pos_app.settings import CrmAuth, DataDir, KeyPlace, Server, Settings, Shop, data_dir, load, save

FILL_S = 5.0
"""How long the set-up fills the search cache for; an open till goes on with it."""


def set_up(arguments: argparse.Namespace) -> int:
    """Set the till up, or change its set-up. Nothing is kept if the server refuses the key."""
    place = data_dir(arguments.data_dir)
    settings = _settings(arguments, _previous(place)).check()
    if not calling_code(settings.shop.region):
        raise BadInput(Problem.SETTING, detail=f"There is no country {settings.shop.region!r}: give two letters such as CZ.")
    if not (arguments.keys_from_stdin or arguments.session_keys or sys.stdin.isatty()):
        raise BadInput(Problem.SETTING, detail="Give the keys on a terminal, or as lines of standard input with --keys-from-stdin.")
    wanted = wanted_keys(settings)
    given = ask_for_keys(wanted)
    missing = [name.value for name in wanted if not given.get(name)]
    if missing:
        raise BadInput(Problem.SETTING, detail=f"These keys are missing: {', '.join(missing)}.")
    account = _ask_status(settings, given)
    if account is not None:
        _check_account(settings, account)
        settings = replace(settings, server=replace(settings.server, account=account.name))
    keys = _keep(settings, given)
    save(place, settings)
    show.line(f"The till is set up in {place.path}. Keys: {keys.place}.", sys.stdout)
    if account is not None:
        balance = "" if account.balance is None else f", prepaid balance {account.balance} {settings.shop.currency}"
        show.line(f"PassQuare account {account.name}{balance}.", sys.stdout)
        _fill(settings, place, keys)
    if not settings.server.crm_url:
        show.line(
            "No CRM is set up (--crm-url): sales are saved, but this version has no other way to deliver their points yet.",
            sys.stdout,
        )
    return 0


def _previous(place: DataDir) -> Settings | None:
    try:
        return load(place)
    except NotSetUp:
        return None


def _settings(arguments: argparse.Namespace, previous: Settings | None) -> Settings:
    before = previous or Settings(till_id=str(uuid.uuid4()))
    return replace(
        before,
        shop=Shop(
            name=arguments.shop,
            till=arguments.till,
            currency=arguments.currency,
            region=arguments.region,
            language=arguments.language,
        ),
        server=Server(
            core_url=arguments.core_url,
            crm_url=arguments.crm_url,
            crm_auth=CrmAuth(arguments.crm_auth),
            organization_id=arguments.organization_id,
            program_id=arguments.program_id,
            wallet_id=arguments.wallet_id,
            proxy=arguments.proxy,
            account=before.server.account,
        ),
        programme=_programme(arguments, before.programme),
        keys=KeyPlace.SESSION if arguments.session_keys else KeyPlace.KEYRING,
    )


def _programme(arguments: argparse.Namespace, before: Programme) -> Programme:
    return replace(
        before,
        point_value=_number(arguments.point_value, "point value"),
        max_redeem_percent=_number(arguments.max_redeem_percent, "redeem share"),
        offline_redeem=arguments.offline_redeem == "on",
    )


def _number(text: str, name: str) -> Decimal:
    try:
        number = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise BadInput(Problem.SETTING, detail=f"The {name} {text!r} is not a number.")
    return number


def _ask_status(settings: Settings, given: dict[KeyName, Secret]) -> Account | None:
    """PassQuare's account, or None if it does not answer now. Raises KeyRefused and Refused."""
    with open_servers(settings, RememberedKeys(SessionKeys(given))) as servers:
        try:
            return servers.core.status()
        except (KeyRefused, Refused):
            raise
        except PosError as error:
            print(f"PassQuare could not be asked now: {error} The account is checked once it answers.", file=sys.stderr)
            return None


def _check_account(settings: Settings, account: Account) -> None:
    if settings.server.account and settings.server.account != account.name:
        raise BadInput(
            Problem.SETTING,
            detail=f"This key is of the account {account.name}, but the till's sales belong to {settings.server.account}. "
            "Use another data folder for another account.",
        )


def _keep(settings: Settings, given: dict[KeyName, Secret]) -> Keys:
    if settings.keys is KeyPlace.SESSION:
        return SessionKeys(given)
    keys = system_keys(settings.till_id)
    for name, secret in given.items():
        keys.put(name, secret)
    return keys


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
