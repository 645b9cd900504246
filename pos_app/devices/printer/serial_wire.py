"""A printer on a serial line, or on a USB cable that pretends to be one."""

from __future__ import annotations

import time

import serial  # type: ignore[import-untyped]

_PIECE = 256
"""Bytes at a time: a quarter of a second at 9600 baud, so that a printer that stops is noticed."""
_LOOK_S = 0.02


class SerialWire:
    """See Wire."""

    def __init__(self, device: str, baud: int) -> None:
        """Raises OSError: SerialException is one."""
        try:
            # A printer holds the line back by DTR while its memory is full.
            self._line = serial.Serial(device, baud, dsrdtr=True)
        except ValueError:
            raise OSError(f"{device} takes no {baud} baud") from None

    def write(self, data: bytes, timeout_s: float) -> int:
        """See Wire."""
        self._line.write_timeout = timeout_s
        piece = data[:_PIECE]
        try:
            self._line.write(piece)
        except serial.SerialTimeoutException:
            return 0
        return len(piece)

    def read(self, timeout_s: float) -> bytes:
        """See Wire."""
        self._line.timeout = timeout_s
        said: bytes = self._line.read(1)
        return said

    def drain(self, timeout_s: float) -> bool:
        """See Wire."""
        until = time.monotonic() + timeout_s
        while self._line.out_waiting:
            if time.monotonic() > until:
                return False
            time.sleep(_LOOK_S)
        return True

    def close(self) -> None:
        """See Wire."""
        self._line.reset_output_buffer()
        self._line.close()
