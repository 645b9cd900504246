"""Callers that are not pos-app, or not this user's: they harm nobody, and learn nothing."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pos_app.fronts import listener as listening
from pos_app.fronts import sockets
from pos_app.fronts.caller import Nothing
from pos_app.fronts.messages import LARGEST_REQUEST, Answer
from tests.fronts.conftest import CALL_ID, VERSION, Holder, ask

NOBODY = 65534


@contextlib.contextmanager
def stranger(folder: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX) as connecting:
        connecting.settimeout(20)
        connecting.connect(str(folder / sockets.NAME))
        yield connecting


def framed(message: bytes) -> bytes:
    return struct.pack(">I", len(message)) + message


def everything(connected: socket.socket) -> bytes:
    came = b""
    with contextlib.suppress(ConnectionError):
        while more := connected.recv(65_536):
            came += more
    return came


def drip(connected: socket.socket, message: bytes) -> None:
    """A byte every tenth of a second: each comes in time, all of them never would."""
    connected.settimeout(0.1)
    for byte in message:
        connected.sendall(bytes([byte]))
        with contextlib.suppress(TimeoutError):
            while connected.recv(1024):
                pass


GOOD = {"command": "find", "call_id": CALL_ID, "arguments": {}}
GARBAGE = {
    "a web page": b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "zeros": bytes(100),
    "nothing in it": framed(b""),
    "not JSON": framed(b"{"),
    "not UTF-8": framed(b'{"command": "\xff"}'),
    "no object": framed(b"[1]"),
    "deep": framed(b"[" * 60_000),
    "a huge number": framed(b'{"command": ' + b"9" * 60_000 + b"}"),
    "no command": framed(json.dumps({"call_id": CALL_ID}).encode()),
    "a command that is a number": framed(json.dumps({**GOOD, "command": 7}).encode()),
    "arguments that are a list": framed(json.dumps({**GOOD, "arguments": []}).encode()),
    "too large by one": struct.pack(">I", LARGEST_REQUEST + 1),
    "as large as a length can say": b"\xff\xff\xff\xff" + bytes(1_000),
    "half a request": framed(json.dumps(GOOD).encode())[:-5],
}


@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_is_hung_up_on_and_nothing_is_done(holder: Holder, tmp_path: Path, name: str) -> None:
    with stranger(tmp_path) as connected:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            connected.sendall(GARBAGE[name])
            connected.shutdown(socket.SHUT_WR)
        (length,) = struct.unpack(">I", connected.recv(4, socket.MSG_WAITALL))
        assert json.loads(connected.recv(length, socket.MSG_WAITALL))["version"] == VERSION
        assert everything(connected) == b""
    assert holder.asked == []
    assert isinstance(ask(tmp_path), Answer)


def test_callers_that_say_nothing_keep_nobody_from_being_heard(holder: Holder, tmp_path: Path) -> None:
    with contextlib.ExitStack() as stack:
        for _ in range(listening.MOST_AT_ONCE - 1):
            stack.enter_context(stranger(tmp_path))
        assert isinstance(ask(tmp_path), Answer)


def test_a_caller_that_drips_is_cut_off_at_the_total_deadline(
    holder: Holder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "REQUEST_S", 0.5)
    message = framed(json.dumps(GOOD).encode())
    began = time.monotonic()
    with stranger(tmp_path) as connected, pytest.raises((BrokenPipeError, ConnectionResetError)):
        drip(connected, message)
    assert time.monotonic() - began < 10
    assert holder.asked == []


def test_a_caller_that_never_listens_to_the_answer_is_given_up(
    new_holder: Callable[..., Holder], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "ANSWER_S", 0.3)
    holder = new_holder(says="x" * 5_000_000)
    with stranger(tmp_path) as connected:
        connected.sendall(framed(json.dumps(GOOD).encode()))
        # The greeting, then as much of the answer as lay in the system's buffers when it was given up.
        connected.recv(4, socket.MSG_WAITALL | socket.MSG_PEEK)
        holder.close(grace_s=20.0)
        assert len(everything(connected)) < 5_000_000


def test_a_caller_that_hangs_up_before_the_answer_harms_nobody(holder: Holder, tmp_path: Path) -> None:
    with stranger(tmp_path) as connected:
        connected.sendall(framed(json.dumps({**GOOD, "command": "slow"}).encode()))
        assert holder.begun.wait(10)
    holder.going_on.set()
    assert isinstance(ask(tmp_path), Answer)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be another user for a moment")
def test_another_users_program_is_not_even_greeted() -> None:
    """Also where somebody opened the file's mode for everybody."""
    script = """
import os, socket, sys
os.setgroups([]); os.setgid(65534); os.setuid(65534)
connecting = socket.socket(socket.AF_UNIX)
try:
    connecting.connect(sys.argv[1])
except PermissionError:
    print("not let in")
else:
    print(connecting.recv(100))
"""
    # Not in pytest's own folder, where another user may not even look.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        holder = Holder(folder).open()
        try:
            tried = [sys.executable, "-c", script, str(folder / sockets.NAME)]
            assert subprocess.check_output(tried, text=True, timeout=60) == "not let in\n"
            (folder / sockets.NAME).chmod(0o666)
            assert subprocess.check_output(tried, text=True, timeout=60) == "b''\n"
            assert holder.asked == []
        finally:
            holder.close()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be another user for a moment")
def test_another_users_socket_is_told_nothing() -> None:
    script = """
import os, socket, sys
os.setgroups([]); os.setgid(65534); os.setuid(65534)
with socket.socket(socket.AF_UNIX) as door:
    door.bind(sys.argv[1]); os.chmod(sys.argv[1], 0o666); door.listen()
    print("listens", flush=True)
    connected, _ = door.accept()
    connected.sendall(b'\\0\\0\\0\\x20{"version": "1.2.3", "window": true}'[:36])
    print(connected.recv(100))
"""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        other = subprocess.Popen(
            [sys.executable, "-c", script, str(folder / sockets.NAME)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        with other:
            assert other.stdout is not None
            assert other.stdout.readline() == "listens\n"
            assert ask(folder) is Nothing.NOT_TAKEN
            assert other.stdout.read() in ("b''\n", "")
