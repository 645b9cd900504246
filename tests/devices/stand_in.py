"""A network printer on a real socket: prints what comes on a paper roll, answers what it is asked, or dies as it is told."""

from __future__ import annotations

import socket
import struct
import threading
from types import TracebackType
from typing import Self

from tests.devices.paper_roll import PaperRoll

WAIT_S = 20.0


class NetworkPrinter:
    """``dies_after``: bytes of a job after which it pulls its plug. ``mute``: answers nothing. ``deaf``: never reads."""

    def __init__(
        self, roll: PaperRoll | None = None, *, dies_after: int | None = None, mute: bool = False, deaf: bool = False
    ) -> None:
        self.roll = roll or PaperRoll()
        self.dies_after, self.mute, self.deaf = dies_after, mute, deaf
        self.got = 0
        self.jobs = 0
        self._over = threading.Event()
        self._idle = threading.Condition()
        self._door = socket.create_server(("127.0.0.1", 0))
        # A printer's memory is small: with a large one here, all of a job would be taken by a printer that does nothing.
        self._door.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.address = f"127.0.0.1:{self._door.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, name="stand-in printer")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._over.set()
        with socket.create_connection(self._door.getsockname()):
            pass
        self._thread.join(WAIT_S)
        self._door.close()
        assert not self._thread.is_alive()

    def wait_for_jobs(self, count: int) -> None:
        """Until so many connections were served and closed."""
        with self._idle:
            assert self._idle.wait_for(lambda: self.jobs >= count, WAIT_S)

    def _serve(self) -> None:
        while True:
            line, _from = self._door.accept()
            with line:
                if self._over.is_set():
                    return
                line.settimeout(WAIT_S)
                if self.deaf:
                    self._over.wait(WAIT_S)
                else:
                    self._print(line)
            with self._idle:
                self.jobs += 1
                self._idle.notify_all()

    def _print(self, line: socket.socket) -> None:
        taken = 0
        while True:
            most = 4096 if self.dies_after is None else max(1, self.dies_after - taken)
            try:
                data = line.recv(most)
            except OSError:
                return
            if not data:
                return
            taken += len(data)
            self.got += len(data)
            self.roll.feed(data)
            if self.dies_after is not None and taken >= self.dies_after:
                self.dies_after = None
                # At once and without a word, as when somebody trips over the cable of its power.
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return
            if self.roll.said and not self.mute:
                line.sendall(self.roll.said)
            self.roll.said = b""
