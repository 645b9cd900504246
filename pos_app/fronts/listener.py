"""Takes the calls of other programs for the one that has the till open: one thread at the door, one for each call."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from pos_app.fronts.line import Broken, Door, Line
from pos_app.fronts.messages import LARGEST_ANSWER, LARGEST_REQUEST, Answer, Greeting, Request, read, write

if sys.platform == "win32":
    from pos_app.fronts.pipes import PipeDoor as LocalDoor
else:
    from pos_app.fronts.sockets import SocketDoor as LocalDoor

MOST_AT_ONCE = 32
"""Calls. The next is turned away at the door, and comes again."""
REQUEST_S = 5.0
"""How long a caller may take to say what it wants."""
ANSWER_S = 30.0
"""How long a caller may take to listen to the answer."""
JOIN_S = 5.0
_BUG = "Something in the program that has the till open went wrong. What was saved is safe.\n"
_TOO_LARGE = "The answer is too large to be handed over: close the program that has the till open, and ask again.\n"
_log = logging.getLogger(__name__)


def open_door(folder: Path) -> Door:
    """The door of this data folder, for who holds the till's data in it. Raises OSError."""
    return LocalDoor(folder)


class Listener:
    """Listens from its making until :meth:`close`. ``answer`` is called in threads of its own, for several calls at once.

    It may raise Broken: then the caller is cut off, and takes it that what it asked for may have been done.
    """

    def __init__(self, door: Door, greeting: Greeting, answer: Callable[[Request], Answer]) -> None:
        self._door = door
        self._greeting = write(greeting)
        self._answer = answer
        self._changed = threading.Condition()
        self._lines: dict[Line, bool] = {}
        """Every line, and whether what it asked for is being done."""
        self._closing = False
        self._thread = threading.Thread(target=self._listen, name="fronts", daemon=True)
        self._thread.start()

    def close(self, *, grace_s: float) -> None:
        """Take no more calls, give those in progress ``grace_s`` to end, and cut off the rest: they call again elsewhere."""
        self._door.close()
        with self._changed:
            self._closing = True
            for line in [line for line, works in self._lines.items() if not works]:
                line.cut()
            self._changed.wait_for(lambda: not any(self._lines.values()), grace_s)
            for line in self._lines:
                line.cut()
        self._thread.join(JOIN_S)

    def _listen(self) -> None:
        while (line := self._door.accept()) is not None:
            with self._changed:
                taken = not self._closing and len(self._lines) < MOST_AT_ONCE
                if taken:
                    self._lines[line] = False
            if taken:
                # Daemons: a caller's command that does not end must not keep this program from ending.
                threading.Thread(target=self._serve, args=(line,), name="fronts-call", daemon=True).start()
            else:
                line.close()

    def _serve(self, line: Line) -> None:
        try:
            line.check_peer()
            line.send(self._greeting, timeout_s=REQUEST_S)
            request = read(Request, line.receive(limit=LARGEST_REQUEST, timeout_s=REQUEST_S))
            if self._begin(line):
                line.send(self._answered(request), timeout_s=ANSWER_S)
        except Broken:
            # Whoever it was has gone or makes no sense. One who wants an answer calls again.
            pass
        finally:
            with self._changed:
                self._lines.pop(line, None)
                self._changed.notify_all()
            line.close()

    def _begin(self, line: Line) -> bool:
        with self._changed:
            if not self._closing:
                self._lines[line] = True
            return not self._closing

    def _answered(self, request: Request) -> bytes:
        try:
            message = write(self._answer(request))
        except Broken:
            raise
        except Exception:  # noqa: BLE001 - a bug costs this one call, and is told to both ends
            if self._closing:
                # The till was closed under it: the caller is cut off already, and calls again.
                raise Broken("closing") from None
            _log.critical("a bug in the command %s", request.command, exc_info=True)
            return write(Answer(code=1, err=_BUG))
        return message if len(message) <= LARGEST_ANSWER else write(Answer(code=1, err=_TOO_LARGE))
