"""Calls the program that has the till open."""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path

from pos_app.fronts.line import Broken, Line
from pos_app.fronts.messages import LARGEST_ANSWER, LARGEST_GREETING, PROTOCOL, Answer, Greeting, Request, read, write
from pos_app.loyalty.errors import PosError

if sys.platform == "win32":
    from pos_app.fronts.pipes import connect
else:
    from pos_app.fronts.sockets import connect

GREETING_S = 5.0
REQUEST_S = 5.0


class Nothing(Enum):
    """Why there is no answer."""

    NOT_TAKEN = "not_taken"
    """Nobody has the till open, or whoever has does not take the call now: nothing was begun."""
    CUT_OFF = "cut_off"
    """The request was handed over and no answer came: it may have been done. The same request is safe to repeat."""


class OtherVersion(PosError):
    """The program that has the till open is not of this version."""


def call(folder: Path, request: Request, *, version: str) -> Answer | Nothing:
    """Have it done by the program that has the till of this folder open. Waits for the answer as long as that program lives.

    Raises OtherVersion: nothing was begun. An answer that says ``elsewhere`` comes back as NOT_TAKEN.
    """
    line = connect(folder)
    if line is None:
        return Nothing.NOT_TAKEN
    try:
        return _on(line, request, version)
    finally:
        line.close()


def _on(line: Line, request: Request, version: str) -> Answer | Nothing:
    message = write(request)
    try:
        line.check_peer()
        greeting = read(Greeting, line.receive(limit=LARGEST_GREETING, timeout_s=GREETING_S))
    except Broken:
        return Nothing.NOT_TAKEN
    if (greeting.version, greeting.protocol) != (version, PROTOCOL):
        if not greeting.window:
            return Nothing.NOT_TAKEN
        raise OtherVersion(
            f"The till's window is pos-app {greeting.version}, this is {version}: close the till's window and start it again."
        )
    try:
        line.send(message, timeout_s=REQUEST_S)
        answer = read(Answer, line.receive(limit=LARGEST_ANSWER, timeout_s=None))
    except Broken:
        return Nothing.CUT_OFF
    return Nothing.NOT_TAKEN if answer.elsewhere else answer
