"""Single commands of the real till as real processes, to be watched and killed: forked ones for the mass, fresh ones for truth."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.faults.fork_server import STATUS

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 60.0
"""No command of the till takes so long: past it something hangs."""


class Running:
    """One command from its start to its end. Belongs to the event loop it was started in."""

    def __init__(self, words: Sequence[str], *, handle: int, output: int, errors: int, status: Callable[[], int]) -> None:
        self.words = tuple(words)
        self.killed = False
        self.output = b""
        self.first_output: Callable[[], None] = _nothing
        self._handle, self._output_fd, self._errors, self._status = handle, output, errors, status
        self._began_s = time.monotonic()
        self._loop = asyncio.get_running_loop()
        self._ended: asyncio.Future[None] = self._loop.create_future()
        self._loop.add_reader(handle, self._has_ended)
        self._loop.add_reader(output, self._has_written)

    def kill(self) -> None:
        """SIGKILL, unless it has ended."""
        if not self.killed and not self._ended.done():
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)
                self.killed = True

    async def end(self) -> int:
        """Wait for the end and put everything away: the exit code, ``-9`` if it was killed. Raises TimeoutError if it hangs."""
        try:
            await asyncio.wait_for(self._ended, LONGEST_S)
        except TimeoutError:
            self.kill()
            raise TimeoutError(f"{' '.join(self.words)} took more than {LONGEST_S:g} s") from None
        finally:
            self._loop.remove_reader(self._handle)
            self._loop.remove_reader(self._output_fd)
        code = os.waitstatus_to_exitcode(self._status())
        self.killed = code == -signal.SIGKILL
        self.took_s = time.monotonic() - self._began_s
        while more := os.read(self._output_fd, 65_536):
            self.output += more
        self.errors = os.pread(self._errors, 1_000_000, 0).decode()
        for each in (self._handle, self._output_fd, self._errors):
            os.close(each)
        return code

    def _has_ended(self) -> None:
        self._loop.remove_reader(self._handle)
        if not self._ended.done():
            self._ended.set_result(None)

    def _has_written(self) -> None:
        first, more = not self.output, os.read(self._output_fd, 65_536)
        self.output += more
        if not more:
            self._loop.remove_reader(self._output_fd)
        elif first:
            self.first_output()


class Commands:
    """Starts commands on one data folder, one at a time. A context manager."""

    def __init__(self, data_dir: Path, *, keys: str, environment: Mapping[str, str]) -> None:
        """``keys``: what stands on each command's standard input."""
        self._data_dir, self._keys, self._environment = data_dir, keys, dict(environment)
        self._orders, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        words = (sys.executable, "-m", "tests.faults.fork_server", str(theirs.fileno()))
        self._server = subprocess.Popen(words, cwd=ROOT, env=self._environment, pass_fds=(theirs.fileno(),))
        theirs.close()

    def start(self, *words: str, fresh: bool = False) -> Running:
        """``pos-app --data-dir … words``, forked, or ``fresh`` from an interpreter of its own."""
        whole = ["--data-dir", str(self._data_dir), *words]
        their_in, our_in = os.pipe()
        our_out, their_out = os.pipe()
        errors = os.memfd_create("errors")
        # Small enough to wait in the pipe until the command reads it.
        os.write(our_in, self._keys.encode())
        os.close(our_in)
        files = (their_in, their_out, errors)
        begin = self._fresh if fresh else self._fork
        handle, status = begin(whole, files)
        for each in (their_in, their_out):
            os.close(each)
        return Running(words, handle=handle, output=our_out, errors=errors, status=status)

    def _fork(self, words: list[str], files: tuple[int, int, int]) -> tuple[int, Callable[[], int]]:
        socket.send_fds(self._orders, [json.dumps(words).encode()], files)
        _said, (handle,), _flags, _address = socket.recv_fds(self._orders, 16, 1)

        def status() -> int:
            (told,) = STATUS.unpack(self._orders.recv(STATUS.size))
            return int(told)

        return handle, status

    def _fresh(self, words: list[str], files: tuple[int, int, int]) -> tuple[int, Callable[[], int]]:
        stdin, stdout, stderr = files
        whole = (sys.executable, "-m", "pos_app", *words)
        process = subprocess.Popen(whole, cwd=ROOT, env=self._environment, stdin=stdin, stdout=stdout, stderr=stderr)

        def status() -> int:
            code = process.wait()
            return -code if code < 0 else code << 8

        return os.pidfd_open(process.pid), status

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._orders.close()
        self._server.wait(timeout=LONGEST_S)


def _nothing() -> None:
    """Nobody waits for the first output."""
