"""What ``setup`` makes of a till's settings: what is given on the command line, over what was there before."""

from __future__ import annotations

import argparse
import uuid
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.phone import calling_code
from pos_app.loyalty.programme import Programme
from pos_app.settings import CrmAuth, Dedupe, KeyPlace, Mode, Server, Settings, Shop, Updates
from pos_app.till.sync.endpoint import endpoint

_ASKED_FIRST = ("currency", "region", "language", "shop", "till")


def new_settings(arguments: argparse.Namespace, before: Settings | None) -> Settings:
    """The settings, checked. ``before``: those of a till that is set up already; None: all must be said that nobody can guess.

    Raises BadInput.
    """
    if before is None:
        missing = [f"--{name}" for name in _ASKED_FIRST if getattr(arguments, name) is None]
        if missing:
            raise BadInput(Problem.SETTING, detail=f"The first set-up needs {', '.join(missing)}.")
    old = before or Settings(till_id=str(uuid.uuid4()))
    settings = replace(
        old,
        shop=_shop(arguments, old.shop),
        server=_server(arguments, old.server),
        programme=_programme(arguments, old.programme),
        updates=old.updates if arguments.updates is None else Updates(check=arguments.updates == "on"),
        data=replace(old.data, **_given(customer_days=arguments.customer_days)),  # type: ignore[arg-type] # a whole number
        keys=_keys(arguments, old.keys),
    ).check()
    if not calling_code(settings.shop.region):
        raise BadInput(Problem.SETTING, detail=f"There is no country {settings.shop.region!r}: give two letters such as CZ.")
    return settings


def _given(**values: object) -> Mapping[str, object]:
    return {name: value for name, value in values.items() if value is not None}


def _shop(arguments: argparse.Namespace, old: Shop) -> Shop:
    given = _given(
        name=arguments.shop,
        till=arguments.till,
        currency=arguments.currency,
        region=arguments.region,
        language=arguments.language,
    )
    return replace(old, **given)  # type: ignore[arg-type] # texts, each of them


def _server(arguments: argparse.Namespace, old: Server) -> Server:
    mode, crm_url = _way(arguments, old)
    given = _given(
        core_url=arguments.core_url,
        crm_auth=None if arguments.crm_auth is None else CrmAuth(arguments.crm_auth),
        organization_id=arguments.organization_id,
        program_id=arguments.program_id,
        wallet_id=arguments.wallet_id,
        proxy=arguments.proxy,
    )
    fresh = replace(old, mode=mode, crm_url=crm_url, **given)  # type: ignore[arg-type] # texts, and a CrmAuth
    if endpoint(fresh) != endpoint(old):
        # What was proved of one server says nothing about another.
        return replace(fresh, dedupe=Dedupe.UNPROVED)
    return fresh


def _way(arguments: argparse.Namespace, old: Server) -> tuple[Mode, str]:
    """The mode and the CRM's address: either of them, said alone, tells the other."""
    if arguments.mode is not None:
        mode = Mode(arguments.mode)
        kept = old.crm_url if mode is Mode.CRM else ""
        return mode, kept if arguments.crm_url is None else arguments.crm_url
    if arguments.crm_url is None:
        return old.mode, old.crm_url
    if arguments.crm_url:
        return Mode.CRM, arguments.crm_url
    return (Mode.SOLE if old.mode is Mode.CRM else old.mode), ""


def _programme(arguments: argparse.Namespace, old: Programme) -> Programme:
    given = _given(
        point_value=_number(arguments.point_value, "point value"),
        max_redeem_percent=_number(arguments.max_redeem_percent, "redeem share"),
        offline_redeem=None if arguments.offline_redeem is None else arguments.offline_redeem == "on",
    )
    return replace(old, **given)  # type: ignore[arg-type] # numbers, and a bool


def _keys(arguments: argparse.Namespace, old: KeyPlace) -> KeyPlace:
    if arguments.session_keys:
        return KeyPlace.SESSION
    return KeyPlace.KEYRING if arguments.keys_from_stdin else old


def _number(text: str | None, name: str) -> Decimal | None:
    if text is None:
        return None
    try:
        number = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise BadInput(Problem.SETTING, detail=f"The {name} {text!r} is not a number.")
    return number
