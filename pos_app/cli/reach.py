"""Where a command is done: by the program that has the till open, or else here.

Two commands that start together both succeed: one opens the till, the other calls it, or waits until it is free.
"""

from __future__ import annotations

import argparse
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager

from pos_app import __version__
from pos_app.cli.call import Call, CallIds, perform
from pos_app.cli.given_keys import keys_of
from pos_app.cli.opened import OpenTill, opened
from pos_app.cli.registry import TillCommand
from pos_app.fronts.caller import Nothing, call
from pos_app.fronts.messages import Answer, Request
from pos_app.keys import ReadableKeys, SessionKeys
from pos_app.loyalty.errors import DiskBusy
from pos_app.settings import DataDir, Settings, data_dir, load

REST_S = 0.05
_NOT_SENT = frozenset({"command", "data_dir", "session_keys", "wait", "call_id"})
"""What the caller's own process needs of the arguments; no key is ever among them."""


def on_the_till(command: TillCommand, arguments: argparse.Namespace) -> int:
    """Have the command done, and tell what came of it; the exit code. Raises NotSetUp, DiskBusy, OtherVersion and others."""
    call_id = uuid.UUID(getattr(arguments, "call_id", None) or str(uuid.uuid4()))
    request = Request(command=command.name, call_id=str(call_id), arguments=_sent(arguments))

    def keys(settings: Settings) -> ReadableKeys:
        return keys_of(arguments, settings) if command.asks_servers else SessionKeys()

    place = data_dir(arguments.data_dir)
    with reached(place, request, keys, wait_s=arguments.wait, has_keys=command.asks_servers) as there:
        if isinstance(there, Answer):
            sys.stdout.write(there.out)
            sys.stderr.write(there.err)
            return there.code
        done = perform(
            command,
            Call(
                arguments=arguments,
                till=there.till,
                keys=there.keys,
                place=place,
                new_uuid=CallIds(call_id),
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
    keys: Callable[[Settings], ReadableKeys],
    *,
    wait_s: float,
    has_keys: bool = True,
    window: bool = False,
) -> Iterator[Answer | OpenTill]:
    """What the program that has the till open answered; else the till, opened here, with ``keys``, which are asked for once.

    Raises DiskBusy when neither came about within ``wait_s``, and what opening a till raises.
    """
    with ExitStack() as stack:
        yield _found(stack, place, request, keys, wait_s=wait_s, has_keys=has_keys, window=window)


def _found(
    stack: ExitStack,
    place: DataDir,
    request: Request,
    keys: Callable[[Settings], ReadableKeys],
    *,
    wait_s: float,
    has_keys: bool,
    window: bool,
) -> Answer | OpenTill:
    end = time.monotonic() + wait_s
    given: ReadableKeys | None = None
    while True:
        got = call(place.path, request, version=__version__)
        if isinstance(got, Answer):
            return got
        if got is Nothing.CUT_OFF:
            # It may have been done. The same request is repeated with the same ids, and patience begins anew.
            end = time.monotonic() + wait_s
        settings = load(place)
        given = given or keys(settings)
        try:
            return stack.enter_context(opened(settings, place, given, has_keys=has_keys, window=window))
        except DiskBusy:
            if time.monotonic() >= end:
                raise
        threading.Event().wait(REST_S)


def _sent(arguments: argparse.Namespace) -> Mapping[str, object]:
    return {name: value for name, value in vars(arguments).items() if name not in _NOT_SENT}
