"""What both kinds of local sockets are to the rest: a door that lets lines in, and lines that carry whole messages."""

from __future__ import annotations

from typing import Protocol


class Broken(Exception):
    """The other end is gone, too slow, not who it should be, or does not speak as agreed. Nothing more comes of this line."""


class Line(Protocol):
    """A connection to one other program. Used by one thread; only :meth:`cut` may be called from any."""

    def check_peer(self) -> None:
        """Raise Broken unless the program at the other end is this user's own. May wait for it for some seconds."""
        ...

    def send(self, message: bytes, *, timeout_s: float) -> None:
        """Send one message whole. Raises Broken, also when that is not through after ``timeout_s`` in all."""
        ...

    def receive(self, *, limit: int, timeout_s: float | None) -> bytes:
        """One message of at most ``limit`` bytes. Raises Broken, also when it is not whole after ``timeout_s`` in all."""
        ...

    def cut(self) -> None:
        """End it at once: whoever waits at either end gets Broken."""
        ...

    def close(self) -> None:
        """Let go of it. Twice is once."""
        ...


class Door(Protocol):
    """Where lines come in."""

    def accept(self) -> Line | None:
        """The next line, not checked yet; waits for it. None once the door is closed."""
        ...

    def close(self) -> None:
        """Let nobody in any more, and take the sign down. Any thread; twice is once."""
        ...
