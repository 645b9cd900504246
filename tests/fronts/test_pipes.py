"""The way of Windows, with socket files standing in for named pipes: its key, its deadlines, its end. Its pipes need Windows."""

from __future__ import annotations

import os
import stat
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Client
from pathlib import Path

import pytest

from pos_app.fronts import pipes
from pos_app.fronts.line import Broken, Line
from pos_app.fronts.listener import Listener
from pos_app.fronts.messages import Answer, Greeting, Request, read, write

STAND_IN = "AF_UNIX"


@pytest.fixture
def folder() -> Iterator[Path]:
    """With a short name: that of a socket may have a hundred bytes."""
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


def line_to(folder: Path) -> Line:
    line = pipes.connect(folder, family=STAND_IN)
    assert line is not None
    return line


def test_a_caller_with_the_key_is_answered(folder: Path) -> None:
    door = pipes.PipeDoor(folder, family=STAND_IN)
    listener = Listener(door, Greeting(version="1"), lambda request: Answer(out=request.command))
    line = line_to(folder)
    line.check_peer()
    assert read(Greeting, line.receive(limit=1024, timeout_s=10)) == Greeting(version="1")
    line.send(write(Request(command="find", call_id="1")), timeout_s=10)
    assert read(Answer, line.receive(limit=1024, timeout_s=10)) == Answer(out="find")
    line.close()
    listener.close(grace_s=5)
    assert list(folder.iterdir()) == []
    assert pipes.connect(folder, family=STAND_IN) is None


def test_the_key_file_is_its_owners_alone_and_new_every_time(folder: Path) -> None:
    keys = set()
    for _ in range(2):
        door = pipes.PipeDoor(folder, family=STAND_IN)
        keys.add((folder / pipes.NAME).read_bytes())
        if os.name == "posix":
            assert stat.S_IMODE((folder / pipes.NAME).stat().st_mode) == 0o600
        with ThreadPoolExecutor(1) as pool:
            accepted = pool.submit(door.accept)
            door.close()
            door.close()
            assert accepted.result(10) is None
    assert len(keys) == 2


def test_a_caller_without_the_key_is_hung_up_on(folder: Path) -> None:
    door = pipes.PipeDoor(folder, family=STAND_IN)
    listener = Listener(door, Greeting(version="1"), lambda request: Answer(out=request.command))
    (address,) = [str(each) for each in folder.iterdir() if each.is_socket()]
    with Client(address, STAND_IN) as stranger:
        assert len(stranger.recv_bytes()) == pipes.KEY_BYTES
        stranger.send_bytes(bytes(pipes.KEY_BYTES))
        with pytest.raises(EOFError):
            stranger.recv_bytes()
    listener.close(grace_s=5)


def test_too_much_too_late_and_nobody_there_are_the_same_to_the_caller(folder: Path) -> None:
    door = pipes.PipeDoor(folder, family=STAND_IN)
    accepted: list[Line | None] = []
    thread = threading.Thread(target=lambda: accepted.append(door.accept()))
    thread.start()
    line = line_to(folder)
    thread.join(10)
    (other,) = accepted
    assert other is not None
    with pytest.raises(Broken, match="slow"):
        line.receive(limit=10, timeout_s=0.05)
    other.send(bytes(11), timeout_s=5)
    with pytest.raises(Broken):
        line.receive(limit=10, timeout_s=5)
    other.cut()
    with pytest.raises(Broken):
        line.receive(limit=10, timeout_s=5)
    line.close()
    with ThreadPoolExecutor(1) as pool:
        last = pool.submit(door.accept)
        door.close()
        assert last.result(10) is None
