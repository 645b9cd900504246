"""Lines over a socket file (Linux, macOS): it lies in the data folder, where everybody looks who was given the same folder."""

from __future__ import annotations

import contextlib
import os
import selectors
import socket
import struct
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pos_app.fronts.line import Broken, Line

NAME = "till.sock"
LONGEST_PATH = 100
"""Bytes of a path that every system takes: Linux has room for 107, macOS for 103."""
BACKLOG = 128
CONNECT_S = 2.0
NO_DESCRIPTOR_REST_S = 0.2
_LENGTH = struct.Struct(">I")
_CREDENTIALS = struct.Struct("3i")


class SocketLine:
    """A length in four bytes, then so many bytes: one message."""

    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected

    def check_peer(self) -> None:
        """See Line. Where the system does not tell who it is, the mode of the socket file has to do."""
        if not hasattr(socket, "SO_PEERCRED"):
            return
        try:
            told = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
        except OSError as error:
            raise Broken("nobody there") from error
        _pid, user, _group = _CREDENTIALS.unpack(told)
        if user != os.geteuid():
            raise Broken("another user's program")

    def send(self, message: bytes, *, timeout_s: float) -> None:
        """See Line."""
        try:
            self._socket.settimeout(timeout_s)
            # Its timeout is for all of the message.
            self._socket.sendall(_LENGTH.pack(len(message)) + message)
        except OSError as error:
            raise Broken("not taken") from error

    def receive(self, *, limit: int, timeout_s: float | None) -> bytes:
        """See Line."""
        end = None if timeout_s is None else time.monotonic() + timeout_s
        (length,) = _LENGTH.unpack(self._exactly(_LENGTH.size, end))
        if length > limit:
            raise Broken(f"{length} bytes are too many")
        return self._exactly(length, end)

    def cut(self) -> None:
        """See Line."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """See Line."""
        self._socket.close()

    def _exactly(self, count: int, end: float | None) -> bytes:
        came = bytearray()
        while len(came) < count:
            left_s = None if end is None else end - time.monotonic()
            if left_s is not None and left_s <= 0:
                raise Broken("too slow")
            try:
                self._socket.settimeout(left_s)
                more = self._socket.recv(min(count - len(came), 65_536))
            except OSError as error:
                raise Broken("too slow or gone") from error
            if not more:
                raise Broken("gone")
            came += more
        return bytes(came)


class SocketDoor:
    """The socket file of one data folder, made anew. Only for who holds the till's data there. Raises OSError."""

    def __init__(self, folder: Path) -> None:
        self._sign = folder / NAME
        self._lock = threading.Lock()
        self._socket = socket.socket(socket.AF_UNIX)
        try:
            # One of a program that was killed: whoever lives would hold the data.
            self._sign.unlink(missing_ok=True)
            with _short(folder) as path:
                self._socket.bind(path)
            # Nobody can connect before it listens, so nobody ever meets it with another mode.
            self._sign.chmod(0o600)
            self._socket.listen(BACKLOG)
            self._socket.settimeout(0)
        except BaseException:
            self._socket.close()
            raise
        self._closing, self._closed = socket.socketpair()
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._socket, selectors.EVENT_READ)
        self._selector.register(self._closing, selectors.EVENT_READ)

    def accept(self) -> Line | None:
        """See Door. One thread."""
        while True:
            ready = [key.fileobj for key, _events in self._selector.select()]
            if self._closing in ready:
                self._selector.close()
                self._closing.close()
                return None
            try:
                connected, _address = self._socket.accept()
            except BlockingIOError:
                continue
            except OSError:
                # Whoever called is gone again, or this program has no descriptor left: it may have one in a moment.
                self._closing.settimeout(NO_DESCRIPTOR_REST_S)
                with contextlib.suppress(TimeoutError):
                    self._closing.recv(1, socket.MSG_PEEK)
                continue
            return SocketLine(connected)

    def close(self) -> None:
        """See Door."""
        with self._lock:
            if self._closed.fileno() < 0:
                return
            # The file first: a caller who finds none knows at once that nobody is here.
            with contextlib.suppress(OSError):
                self._sign.unlink(missing_ok=True)
            self._socket.close()
            self._closed.close()


def connect(folder: Path) -> Line | None:
    """A line to the program that has the till of this folder open; None if none takes it now."""
    connecting = socket.socket(socket.AF_UNIX)
    try:
        # The usual answer first, without a link made for a long path.
        (folder / NAME).lstat()
        connecting.settimeout(CONNECT_S)
        with _short(folder) as path:
            connecting.connect(path)
    except OSError:
        connecting.close()
        return None
    return SocketLine(connecting)


@contextmanager
def _short(folder: Path) -> Iterator[str]:
    """A path to the socket file that a system takes however deep the folder lies: if need be through a link, for a moment."""
    path = str((folder / NAME).absolute())
    if len(os.fsencode(path)) <= LONGEST_PATH:
        yield path
        return
    near = tempfile.gettempdir()
    if len(os.fsencode(near)) > LONGEST_PATH // 2:
        near = "/tmp"  # noqa: S108 - what is made in it has a random name and is its owner's alone
    with tempfile.TemporaryDirectory(prefix="pos-app-", dir=near) as between:
        link = Path(between, "d")
        link.symlink_to(Path(path).parent, target_is_directory=True)
        yield str(link / NAME)
