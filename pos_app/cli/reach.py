"""Where a command is done: by the program that has the till open, or else here.

Here is only what calling takes: a register that sells through the open window does not wait until a till of its own is loaded.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import uuid

from pos_app import __version__
from pos_app.cli.registry import TillCommand
from pos_app.data_dir import data_dir
from pos_app.fronts.caller import call
from pos_app.fronts.messages import Answer, Request

_NOT_SENT = frozenset({"command", "data_dir", "session_keys", "wait", "call_id"})
"""What the caller's own process needs of the arguments; no key is ever among them."""


def on_the_till(command: TillCommand, arguments: argparse.Namespace) -> int:
    """Have the command done, and tell what came of it; the exit code. Raises NotSetUp, DiskBusy, OtherVersion and others."""
    request = request_of(command, arguments)
    got = call(data_dir(arguments.data_dir).path, request, version=__version__)
    if isinstance(got, Answer):
        return tell(got)
    code: int = importlib.import_module("pos_app.cli.here").on_the_till(command, arguments, request)
    return code


def request_of(command: TillCommand, arguments: argparse.Namespace) -> Request:
    """The command as it goes to another program."""
    call_id = getattr(arguments, "call_id", None) or str(uuid.uuid4())
    sent = {name: value for name, value in vars(arguments).items() if name not in _NOT_SENT}
    return Request(command=command.name, call_id=call_id, arguments=sent)


def tell(answer: Answer) -> int:
    """Write what the other program answered; the exit code."""
    sys.stdout.write(answer.out)
    sys.stderr.write(answer.err)
    return answer.code
