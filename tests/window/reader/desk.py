"""A screen of its own with one keyboard layout, the bench's window on it, and a keyboard that keeps time."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tests.window.program import Launcher
from tests.window.screen import ROOT, Screen, running_screen

if TYPE_CHECKING:
    from tests.window.program import Program
    from tests.window.reader.melody import Melody

SIZE = (900, 700)
LAYOUTS = ("us", "cz", "de", "fr", "ru")
ANSWER_S = 20
PUNCTUAL_MS = 12
"""A key that came later than this was held up by a busy machine, and its rhythm is no longer the reader's."""
TRIES_FOR_S = 20
FORGOTTEN_MS = 1700
"""After this the same card is no longer the card of a moment ago."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of some keys: the reads, what they did to the window, and whether they were pressed in time."""

    scans: tuple[dict[str, Any], ...]
    happened: tuple[str, ...]
    before: dict[str, Any]
    after: dict[str, Any]
    dialog: bool = False
    late_ms: float = 0
    latencies_ms: tuple[float, ...] = field(default=(), repr=False)

    @property
    def traces(self) -> dict[str, Any]:
        """What the keys changed: nothing, if the reader worked."""
        changed = {name: after for name, after in self.after.items() if after != self.before.get(name)}
        return changed | ({"happened": self.happened} if self.happened else {})

    @property
    def clean(self) -> bool:
        return not self.traces

    @property
    def read(self) -> list[tuple[str, str]]:
        return [(scan["kind"], scan["value"]) for scan in self.scans]


class Keys(Protocol):
    """Something that presses keys in time."""

    def play(self, melody: Melody) -> float:
        """Presses them and returns the worst lateness in ms."""
        ...


class Pressing:
    """The process of ``presser.py``."""

    def __init__(self, screen: Screen) -> None:
        self._process = subprocess.Popen(
            (sys.executable, "-m", "tests.window.reader.presser"),
            cwd=ROOT,
            env={"DISPLAY": screen.display, "PATH": "/usr/bin", "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._ask("")

    def play(self, melody: Melody) -> float:
        """Presses the keys and returns the worst lateness in ms, when the X server has them all."""
        return float(self._ask(json.dumps(melody) + "\n"))

    def stop(self) -> None:
        self._process.communicate(timeout=ANSWER_S)

    def _ask(self, line: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line)
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "the keyboard's process ended"
        return answer


class Desk:
    """The other end of ``bench.py``. One thread at a time."""

    def __init__(self, layout: str, launcher: Launcher, keyboard: Keys, line: socket.socket, bench: Program) -> None:
        self.layout = layout
        self.launcher = launcher
        self.screen = launcher.screen
        self.bench = bench
        self.keyboard = keyboard
        self._line = line
        self._answers = line.makefile("r", encoding="utf-8")
        self._before: dict[str, Any] = {}
        self.set_layout(layout)

    def set_layout(self, layout: str) -> None:
        """Under the same window: as a user who switches the layout of the system."""
        self.screen.layout(layout)
        self.keyboard.play([(0, 42, True), (1, 42, False)])  # the X server brings the change about with the next key
        self.layout = layout

    def order(self, what: str, /, **words: Any) -> dict[str, Any]:
        """One order to the bench, and its answer. Raises AssertionError with the bench's words when none comes."""
        self._line.sendall(json.dumps({"do": what, **words}).encode() + b"\n")
        try:
            line = self._answers.readline()
        except TimeoutError:
            line = ""
        assert line, f"the bench did not answer {what} {words}:\n{self.bench.output()}"
        answer: dict[str, Any] = json.loads(line)
        if "state" in answer and what != "settle":
            self._before = answer["state"]
        return answer

    def tap(self, *, on: bool = True) -> None:
        """A tap that has not seen any reader yet, or none."""
        self.order("tap", on=on)

    def at(self, focus: str) -> Desk:
        """Everything as at first, with the keyboard at this widget."""
        self.order("fresh", focus=focus)
        return self

    def press(self, melody: Melody) -> Outcome:
        """Presses the keys and waits for all that comes of them."""
        late_ms = self.keyboard.play(melody)
        told = self.order("settle", events=len(melody))
        return Outcome(
            tuple(told["scans"]),
            tuple(told["happened"]),
            self._before,
            told["state"],
            told["dialog"],
            late_ms,
            tuple(told["latencies_ms"]),
        )

    def punctually(self, attempt: Callable[[], Outcome]) -> Outcome:
        """What came of an attempt in which every key was in time, or of the last one: other work may hold up the machine."""
        give_up_s = time.monotonic() + TRIES_FOR_S
        outcome = attempt()
        while outcome.late_ms > PUNCTUAL_MS and time.monotonic() < give_up_s:
            self.order("settle", quiet_ms=FORGOTTEN_MS)
            outcome = attempt()
        return outcome


@contextmanager
def desk(layout: str, folder: Path, environment: Mapping[str, str] | None = None) -> Iterator[Desk]:
    """Starts a screen, the bench and a keyboard; stops them at the end. The bench gets ``environment`` besides."""
    folder.mkdir()
    with ExitStack() as stack:
        screen = stack.enter_context(running_screen(SIZE, folder))
        screen.layout("us")
        launcher = Launcher(screen, folder)
        stack.callback(launcher.stop_all)
        waiting = stack.enter_context(socket.socket(socket.AF_UNIX))
        path = folder / "bench"
        waiting.bind(str(path))
        waiting.listen()
        waiting.settimeout(ANSWER_S)
        bench = launcher.python("-m", "tests.window.reader.bench", str(path), title="^Bench$", env=environment)
        line = stack.enter_context(waiting.accept()[0])
        line.settimeout(ANSWER_S)
        keyboard = Pressing(screen)
        stack.callback(keyboard.stop)
        yield Desk(layout, launcher, keyboard, line, bench)
        assert "Traceback" not in bench.output(), bench.output()


@contextmanager
def desks(layouts: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Iterator[list[Desk]]:
    """Several at once: they rest most of the time."""
    with ExitStack() as stack:
        folders = [folder / f"{place}-{layout}" for place, layout in enumerate(layouts)]
        yield [stack.enter_context(desk(layout, each, environment)) for layout, each in zip(layouts, folders, strict=True)]


def at_every(desks_: Sequence[Desk], work: Callable[[Desk], Result]) -> dict[Desk, Result]:
    """Does the same at all desks at the same time. Raises what the first of them raised."""
    with ThreadPoolExecutor(len(desks_)) as pool:
        return dict(zip(desks_, pool.map(work, desks_), strict=True))
