"""The keys as a person gives them: lines of standard input, or asked for hidden on a terminal. Never as arguments."""

from __future__ import annotations

import argparse
import getpass
import sys

from pos_app.keys import FoundLater, KeyName, ReplaceableKeys, SessionKeys
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.secret import Secret
from pos_app.settings import KeyPlace, Settings
from pos_app.till.setting_up import wanted_keys

LONGEST_LINE = 4096
_ASKED = {
    KeyName.APP_KEY: "PassQuare app_key: ",
    KeyName.CRM_KEY: "CRM crm_key: ",
    KeyName.CRM_USER: "CRM user: ",
    KeyName.CRM_PASSWORD: "CRM password: ",
}


def keys_of(arguments: argparse.Namespace, settings: Settings) -> ReplaceableKeys:
    """Where a command's keys come from: the system keyring, or this call's standard input. Raises BadInput."""
    if arguments.session_keys or settings.keys is KeyPlace.SESSION:
        return SessionKeys(ask_for_keys(wanted_keys(settings)))
    return FoundLater(settings.till_id)


def ask_for_keys(wanted: tuple[KeyName, ...]) -> dict[KeyName, Secret]:
    """Read ``name=value`` lines until all that is wanted came or the input ends; on a terminal ask, hidden.

    Raises BadInput for a line that is not one of these; the sentence never holds the line.
    """
    if sys.stdin is None:
        return {}
    if sys.stdin.isatty():
        return {name: Secret(getpass.getpass(_ASKED[name]).strip()) for name in wanted}
    given: dict[KeyName, Secret] = {}
    names = {name.value: name for name in KeyName}
    while not set(wanted) <= set(given):
        line = sys.stdin.readline(LONGEST_LINE)
        if not line:
            break
        name, equals, value = line.strip().partition("=")
        if not name:
            continue
        if not equals or name.strip() not in names:
            known = ", ".join(f"{each}=" for each in names)
            raise BadInput(Problem.SETTING, detail=f"A line of standard input is not a key: each begins with one of {known}.")
        given[names[name.strip()]] = Secret(value.strip())
    return given
