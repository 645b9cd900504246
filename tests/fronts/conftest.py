"""A listener on a real door in a real folder, and what reaches it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pos_app.fronts.caller import Nothing, call
from pos_app.fronts.listener import Listener, open_door
from pos_app.fronts.messages import Answer, Greeting, Request

VERSION = "1.2.3"
CALL_ID = "3f2b8f0e-6f0e-4a52-9d0e-8d3f0a0c7d11"


@dataclass
class Holder:
    """Whoever has the till open: answers with the command's name, holds up ``slow`` until told to go on."""

    folder: Path
    window: bool = True
    version: str = VERSION
    asked: list[Request] = field(default_factory=list)
    going_on: threading.Event = field(default_factory=threading.Event)
    begun: threading.Event = field(default_factory=threading.Event)
    listener: Listener | None = None
    says: str = "ž"

    def open(self) -> Holder:
        greeting = Greeting(version=self.version, window=self.window)
        self.listener = Listener(open_door(self.folder), greeting, self.answer)
        return self

    def answer(self, request: Request) -> Answer:
        self.asked.append(request)
        if request.command == "slow":
            self.begun.set()
            assert self.going_on.wait(60)
        if request.command == "bug":
            raise ZeroDivisionError
        return Answer(code=3, out=f"{request.command} {self.says}\n", err="", elsewhere=request.command == "elsewhere")

    def close(self, *, grace_s: float = 0.0) -> None:
        if self.listener is not None:
            self.listener.close(grace_s=grace_s)


def ask(folder: Path, command: str = "find", **arguments: object) -> Answer | Nothing:
    return call(folder, Request(command=command, call_id=CALL_ID, arguments=arguments), version=VERSION)


@pytest.fixture
def new_holder(tmp_path: Path) -> Iterator[Callable[..., Holder]]:
    made: list[Holder] = []

    def new(folder: Path = tmp_path, **options: object) -> Holder:
        holder = Holder(folder, **options)  # type: ignore[arg-type]
        made.append(holder)
        return holder.open()

    yield new
    for holder in made:
        holder.going_on.set()
        holder.close()


@pytest.fixture
def holder(new_holder: Callable[..., Holder]) -> Holder:
    return new_holder()
