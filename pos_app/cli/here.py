"""A command where nobody has the till open: it is opened here, unless another program does so at the same moment.

Two commands that start together both succeed: one opens the till, the other calls it, or waits until it is free.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from pos_app import __version__
from pos_app.cli.call import Call, CallIds, perform
from pos_app.cli.given_keys import keys_of
from pos_app.cli.opened import OpenTill, opened
from pos_app.cli.reach import tell
from pos_app.cli.registry import TillCommand
from pos_app.data_dir import DataDir, data_dir
from pos_app.fronts.caller import Nothing, call
from pos_app.fronts.messages import Answer, Request
from pos_app.keys import ReplaceableKeys, SessionKeys
from pos_app.loyalty.errors import DiskBusy
from pos_app.settings import Settings, load
from pos_app.store.trouble import Newer

REST_S = 0.05
MOST_CUTS = 5
"""How often patience begins anew because a call was cut off."""


def on_the_till(command: TillCommand, arguments: argparse.Namespace, request: Request) -> int:
    """See :func:`pos_app.cli.reach.on_the_till`; ``request`` is what it asked for."""

    def keys(settings: Settings) -> ReplaceableKeys:
        return keys_of(arguments, settings) if command.asks_servers else SessionKeys()

    place = data_dir(arguments.data_dir)
    try:
        return _done_here(command, arguments, request, place, keys)
    except Newer as newer:
        if not command.of_newer:
            raise
        answer: Callable[[argparse.Namespace, Newer], int] = getattr(
            importlib.import_module(f"pos_app.cli.{command.module}"), command.of_newer
        )
        return answer(arguments, newer)


def _done_here(
    command: TillCommand,
    arguments: argparse.Namespace,
    request: Request,
    place: DataDir,
    keys: Callable[[Settings], ReplaceableKeys],
) -> int:
    with reached(place, request, keys, wait_s=arguments.wait, has_keys=command.asks_servers) as there:
        if isinstance(there, Answer):
            return tell(there)
        done = perform(
            command,
            Call(
                arguments=arguments,
                till=there.till,
                keys=there.keys,
                place=place,
                new_uuid=CallIds(uuid.UUID(request.call_id)),
                out=sys.stdout,
                err=sys.stderr,
            ),
        )
        # Whoever reads it need not wait until the calls of others are over.
        sys.stdout.flush()
        return done


@contextmanager
def reached(
    place: DataDir,
    request: Request,
    keys: Callable[[Settings], ReplaceableKeys],
    *,
    wait_s: float,
    has_keys: bool = True,
    window: bool = False,
) -> Iterator[Answer | OpenTill]:
    """What the program that has the till open answered; else the till, opened here, with ``keys``, which are asked for once.

    Raises DiskBusy when neither came about within ``wait_s``, and what opening a till raises.
    """
    with ExitStack() as stack:
        end, cuts = time.monotonic() + wait_s, 0
        given: ReplaceableKeys | None = None
        found: Answer | OpenTill | None = None
        while found is None:
            got = call(place.path, request, version=__version__)
            if isinstance(got, Answer):
                found = got
                break
            if got is Nothing.CUT_OFF and cuts < MOST_CUTS:
                # It may have been done. The same request is repeated with the same ids, and patience begins anew.
                end, cuts = time.monotonic() + wait_s, cuts + 1
            settings = load(place)
            given = given or keys(settings)
            try:
                found = stack.enter_context(opened(settings, place, given, has_keys=has_keys, window=window))
            except DiskBusy:
                if time.monotonic() >= end:
                    raise
                threading.Event().wait(REST_S)
        yield found
