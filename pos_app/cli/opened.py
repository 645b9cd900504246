"""A till opened by this program, and lent to every other one that calls meanwhile."""

from __future__ import annotations

import argparse
import io
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pos_app import __version__
from pos_app.assemble import open_till
from pos_app.cli.call import Call, CallIds, perform
from pos_app.cli.endings import BAD_INPUT
from pos_app.cli.neighbours import claim
from pos_app.cli.registry import ON_THE_TILL, RAISE_WINDOW
from pos_app.data_dir import DataDir
from pos_app.fronts.listener import Listener, open_door
from pos_app.fronts.messages import Answer, Greeting, Request
from pos_app.keys import ReplaceableKeys
from pos_app.settings import Settings
from pos_app.till.till import Till

LOCK_WAIT_S = 0.2
"""How long the data's lock is waited for before the socket of who has it is tried again."""
WINDOW_GRACE_S = 5.0
COMMAND_GRACE_S = 2.0
"""How long the calls of others may take when this program is done itself: they are only called again elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTill:
    """A till that this program has open."""

    till: Till
    keys: ReplaceableKeys
    place: DataDir
    has_keys: bool = True
    """False: opened for a command that asks no server."""
    has_window: bool = False

    def answer(self, request: Request) -> Answer:
        """Do what another program of this computer asks for. Any thread, several at once."""
        if request.command == RAISE_WINDOW:
            if self.has_window:
                self.till.want_window()
            return Answer(elsewhere=not self.has_window)
        command = ON_THE_TILL.get(request.command)
        call_id = _uuid(request.call_id)
        if command is None or call_id is None:
            return Answer(code=BAD_INPUT, err="The till that is open knows no such command.\n")
        if (command.asks_servers and not self.has_keys) or (command.speaks and not self.has_window):
            return Answer(elsewhere=True)
        out, err = io.StringIO(), io.StringIO()
        call = Call(
            arguments=argparse.Namespace(**request.arguments),
            till=self.till,
            keys=self.keys,
            place=self.place,
            new_uuid=CallIds(call_id),
            out=out,
            err=err,
        )
        return Answer(code=perform(command, call), out=out.getvalue(), err=err.getvalue())


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


WINDOW_KEY_PATIENCE_S = 2.0
"""How long a thread of an open window waits for a keyring that asks for its password; the question itself stays open."""


@contextmanager
def opened(
    settings: Settings, place: DataDir, keys: ReplaceableKeys, *, has_keys: bool = True, window: bool = False
) -> Iterator[OpenTill]:
    """The till of ``place``, not started yet; other programs' commands reach it as long as it is open.

    Raises DiskBusy at once if another program has it, DiskTrouble, BadInput.
    """
    key_patience_s = WINDOW_KEY_PATIENCE_S if window else None
    with open_till(
        settings,
        place,
        keys,
        lock_wait_s=LOCK_WAIT_S,
        key_patience_s=key_patience_s,
        claim=lambda server: claim(server, place),
    ) as till:
        mine = OpenTill(till=till, keys=keys, place=place, has_keys=has_keys, has_window=window)
        listener = _listener(mine)
        try:
            yield mine
        finally:
            if listener is not None:
                listener.close(grace_s=WINDOW_GRACE_S if window else COMMAND_GRACE_S)


def _listener(mine: OpenTill) -> Listener | None:
    """None on a disk that takes no sockets: the till sells all the same."""
    try:
        door = open_door(mine.place.path)
    except OSError as error:
        print(f"Other programs cannot reach this till while it is open: {error.strerror or error}.", file=sys.stderr)
        return None
    return Listener(door, Greeting(version=__version__, window=mine.has_window), mine.answer)
