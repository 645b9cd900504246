"""The ways to a printer: each takes a piece and says how much of it, within a time; none waits longer than it was told to."""

from __future__ import annotations

import errno
import os
import select
import socket
import stat
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from pos_app.loyalty.errors import NotPrinted, PrinterProblem
from pos_app.paper.printer import Printer, PrinterKind

_OWN_BUFFER = 8 * 1024
"""Bytes that may lie in this computer: what is called taken has left it, but for these."""


class Wire(Protocol):
    """A connection to a printer. Raises OSError when the printer is gone."""

    def write(self, data: bytes, timeout_s: float) -> int:
        """How many of the bytes, from the first, were taken; 0: none in time."""

    def read(self, timeout_s: float) -> bytes:
        """What the printer said, or nothing if it did not in time. Raises EOFError where no answer can ever come."""

    def drain(self, timeout_s: float) -> bool:
        """Wait until what was taken has left this computer, as far as that can be seen; False: it has not in time."""

    def close(self) -> None:
        """What has not left by now never does."""


def open_wire(printer: Printer, *, timeout_s: float) -> Wire:
    """Raises NotPrinted if the printer cannot be reached within ``timeout_s``."""
    try:
        return _WIRES[printer.kind](printer, timeout_s)
    except KeyError:
        raise NotPrinted(PrinterProblem.NOT_SET_UP) from None
    except OSError as error:
        # The libraries of USB and serial lines have errors of their own, with the system's number.
        forbidden = error.errno in (errno.EACCES, errno.EPERM)
        raise NotPrinted(PrinterProblem.FORBIDDEN if forbidden else PrinterProblem.NO_ANSWER) from None


class SocketWire:
    """A printer with an address of its own."""

    def __init__(self, host: str, port: int, timeout_s: float) -> None:
        self._socket = socket.create_connection((host, port), timeout_s)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _OWN_BUFFER)

    def write(self, data: bytes, timeout_s: float) -> int:
        """See Wire."""
        self._socket.settimeout(timeout_s)
        try:
            return self._socket.send(data)
        except TimeoutError:
            return 0

    def read(self, timeout_s: float) -> bytes:
        """See Wire."""
        self._socket.settimeout(timeout_s)
        try:
            said = self._socket.recv(64)
        except TimeoutError:
            return b""
        if not said:
            raise EOFError
        return said

    def drain(self, timeout_s: float) -> bool:  # noqa: ARG002 - see Wire
        """See Wire."""
        return True

    def close(self) -> None:
        """The printer is told that nothing more comes."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)
        self._socket.close()


class FileWire:
    """A device file or a plain one. A plain file is made if need be and written on at its end; a device never is made."""

    def __init__(self, path: Path) -> None:
        flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
        if Path("/dev") not in path.parents:
            flags |= os.O_CREAT
        self._handle = os.open(path, flags, 0o600)
        self._plain = stat.S_ISREG(os.fstat(self._handle).st_mode)

    def write(self, data: bytes, timeout_s: float) -> int:
        """See Wire."""
        if not self._plain and os.name == "posix" and not select.select([], [self._handle], [], timeout_s)[1]:
            return 0
        try:
            return os.write(self._handle, data)
        except BlockingIOError:
            return 0

    def read(self, timeout_s: float) -> bytes:  # noqa: ARG002 - see Wire
        """Nothing can be heard on a file."""
        raise EOFError

    def drain(self, timeout_s: float) -> bool:  # noqa: ARG002 - see Wire
        """See Wire."""
        return True

    def close(self) -> None:
        """See Wire."""
        with suppress(OSError):
            os.fsync(self._handle)
        os.close(self._handle)


def _network(printer: Printer, timeout_s: float) -> Wire:
    host, port = printer.host_and_port or ("", 0)
    return SocketWire(host, port, timeout_s)


def _file(printer: Printer, _timeout_s: float) -> Wire:
    return FileWire(Path(printer.address).expanduser())


def _serial(printer: Printer, _timeout_s: float) -> Wire:
    from pos_app.devices.printer.serial_wire import SerialWire  # noqa: PLC0415

    return SerialWire(*printer.device_and_baud)


def _usb(printer: Printer, _timeout_s: float) -> Wire:
    from pos_app.devices.printer.usb_wire import UsbWire  # noqa: PLC0415

    return UsbWire(printer.usb_ids)


_WIRES: Mapping[PrinterKind, Callable[[Printer, float], Wire]] = {
    PrinterKind.NETWORK: _network,
    PrinterKind.FILE: _file,
    PrinterKind.SERIAL: _serial,
    PrinterKind.USB: _usb,
}
