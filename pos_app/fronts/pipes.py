"""Lines over a named pipe (Windows), which keeps messages whole. A key file in the data folder names it and opens it.

Windows lets only the pipe's owner (and administrators) write to it; the key proves besides that the caller may read the till's
data folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
import threading
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path

from pos_app.fronts.line import Broken, Line

NAME = "till.key"
KEY_BYTES = 32
PROOF_S = 5.0
FAMILY = "AF_PIPE"


class PipeLine:
    """A connection of the standard library's, with deadlines. ``asks``: this end wants a proof of the key; the other gives it."""

    def __init__(self, connection: Connection, key: bytes, *, asks: bool) -> None:
        self._connection = connection
        self._key = key
        self._asks = asks

    def check_peer(self) -> None:
        """See Line: whoever has the key can name the digest of a number just made up."""
        if self._asks:
            question = secrets.token_bytes(KEY_BYTES)
            self.send(question, timeout_s=PROOF_S)
            if not hmac.compare_digest(self.receive(limit=KEY_BYTES, timeout_s=PROOF_S), self._proof(question)):
                raise Broken("the key is another")
        else:
            question = self.receive(limit=KEY_BYTES, timeout_s=PROOF_S)
            self.send(self._proof(question), timeout_s=PROOF_S)

    def send(self, message: bytes, *, timeout_s: float) -> None:  # noqa: ARG002 - a reader that hangs holds up its own line only
        """See Line; the system's buffers decide how long it waits."""
        try:
            self._connection.send_bytes(message)
        except (OSError, ValueError) as error:
            raise Broken("not taken") from error

    def receive(self, *, limit: int, timeout_s: float | None) -> bytes:
        """See Line."""
        try:
            if not self._connection.poll(timeout_s):
                raise Broken("too slow")
            return self._connection.recv_bytes(limit)
        except (EOFError, OSError) as error:
            raise Broken("gone, or too much at once") from error

    def cut(self) -> None:
        """See Line."""
        self.close()

    def close(self) -> None:
        """See Line."""
        with contextlib.suppress(OSError):
            self._connection.close()

    def _proof(self, question: bytes) -> bytes:
        return hmac.digest(self._key, question, "sha256")


class PipeDoor:
    """The pipe of one data folder, with a new key. Only for who holds the till's data there. Raises OSError."""

    def __init__(self, folder: Path, *, family: str = FAMILY) -> None:
        self._file = folder / NAME
        self._family = family
        self._lock = threading.Lock()
        self._is_closed = False
        self._key = secrets.token_bytes(KEY_BYTES)
        self._address = _address(self._key, folder, family)
        self._listener = Listener(self._address, family)
        self._file.unlink(missing_ok=True)
        with os.fdopen(os.open(self._file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(self._key)

    def accept(self) -> Line | None:
        """See Door. One thread."""
        while True:
            try:
                connection = self._listener.accept()
            except OSError:
                if self._is_closed:
                    return None
                continue
            if self._is_closed:
                connection.close()
                self._listener.close()
                return None
            return PipeLine(connection, self._key, asks=True)

    def close(self) -> None:
        """See Door."""
        with self._lock:
            if self._is_closed:
                return
            self._is_closed = True
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)
        # Nothing else wakes who waits for a caller.
        with contextlib.suppress(OSError):
            Client(self._address, self._family).close()


def connect(folder: Path, *, family: str = FAMILY) -> Line | None:
    """A line to the program that has the till of this folder open; None if none takes it now."""
    try:
        key = (folder / NAME).read_bytes()
        connection = Client(_address(key, folder, family), family)
    except OSError:
        return None
    return PipeLine(connection, key, asks=False)


def _address(key: bytes, folder: Path, family: str) -> str:
    """The pipe's name tells nothing of the key. Where there are no named pipes (tests), a socket file stands in for it."""
    name = f"pos-app-{hashlib.sha256(key).hexdigest()[:32]}"
    return rf"\\.\pipe\{name}" if family == FAMILY else str(folder / name)
