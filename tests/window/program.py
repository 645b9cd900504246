"""The real program as a process of its own: started in a home of its own, watched, and killed at the end."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.window.screen import ROOT
from tests.window.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.window.screen import Screen

POS_APP = ("-m", "pos_app")


class Program:
    """One started process and all that it starts. Thread-safe only in its output."""

    def __init__(self, words: tuple[str, ...], *, environment: Mapping[str, str], stdin: str, folder: Path) -> None:
        leash = ("setpriv", "--pdeathsig", "KILL") if shutil.which("setpriv") else ()
        self.words = words
        self.process = subprocess.Popen(
            (*leash, sys.executable, *words),
            env=dict(environment),
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        self.window = ""
        """The X window id, once :meth:`wait_for_window` found it."""
        self._said: list[str] = []
        self._more = threading.Condition()
        self._reader = threading.Thread(target=self._read, name=f"output of {self.process.pid}")
        self._reader.start()
        assert self.process.stdin is not None
        with self.process.stdin as pipe:
            try:
                pipe.write(stdin)
            except BrokenPipeError:
                self.process.wait(timeout=5)  # it ended without reading; its output tells why

    def output(self) -> str:
        """All that it wrote to stdout and stderr so far."""
        with self._more:
            return "".join(self._said)

    def wait_for_output(self, pattern: str, *, timeout_s: float = 15) -> re.Match[str]:
        """The first match of ``pattern`` in what it writes, past output included."""
        end = time.monotonic() + timeout_s
        with self._more:
            while (found := re.search(pattern, "".join(self._said))) is None:
                left_s = end - time.monotonic()
                if left_s <= 0 or not self._reader.is_alive():
                    raise AssertionError(f"{pattern!r} was not written within {timeout_s:g} s. It wrote:\n{''.join(self._said)}")
                self._more.wait(min(left_s, 0.5))
        return found

    def wait_for_window(self, screen: Screen, *, title: str = ".", timeout_s: float = 30) -> str:
        """Waits for a visible window of this process whose title matches, gives it the keyboard, and returns its id."""
        search = ("search", "--all", "--onlyvisible", "--pid", str(self.process.pid), "--name", title)

        def look() -> str:
            assert self.process.poll() is None, f"the program ended with {self.process.returncode}:\n{self.output()}"
            try:
                return screen.xdotool(*search, timeout_s=timeout_s).splitlines()[-1]
            except AssertionError:  # xdotool's way to say "none yet"
                return ""

        self.window = wait_until(look, timeout_s=timeout_s, every_s=0.05, what=f"a window titled {title!r}")
        screen.xdotool("windowactivate", "--sync", self.window, timeout_s=timeout_s)
        return self.window

    def wait_for_end(self, *, timeout_s: float = 15) -> int:
        """Its exit code. Raises subprocess.TimeoutExpired."""
        code = self.process.wait(timeout=timeout_s)
        self._reader.join(timeout=5)
        return code

    def kill(self) -> None:
        """Ends it as a power cut would: at once, with everything that it started."""
        self._signal(signal.SIGKILL)
        self.process.wait()

    def stop(self, *, timeout_s: float = 5) -> None:
        """Asks it to end, then kills it. Safe to call again."""
        if self.process.poll() is None:
            self._signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=timeout_s)
        self._signal(signal.SIGKILL)  # what it started may have outlived it
        self.process.wait()
        self._reader.join(timeout=5)
        assert not self._reader.is_alive(), f"something that {self.words} started left its session and still runs"
        assert self.process.stdout is not None
        self.process.stdout.close()

    def _signal(self, number: signal.Signals) -> None:
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            return

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._more:
                self._said.append(line)
                self._more.notify_all()


class Launcher:
    """Starts programs that share one home folder, as one person's programs do, and one screen."""

    def __init__(self, screen: Screen, home: Path) -> None:
        self.screen = screen
        self.home = home
        self.data_dir = home / "till"
        self._started: list[Program] = []

    def __call__(
        self, *arguments: str, window: bool = True, stdin: str = "", env: Mapping[str, str] | None = None, title: str = "."
    ) -> Program:
        """Starts ``pos-app`` with ``arguments`` and, unless ``window`` is False, waits until its window has the keyboard."""
        return self.python(*POS_APP, *arguments, window=window, stdin=stdin, env=env, title=title)

    def python(
        self, *words: str, window: bool = True, stdin: str = "", env: Mapping[str, str] | None = None, title: str = "."
    ) -> Program:
        """The same for any Python program: ``python("script.py", "--option")``."""
        program = Program(words, environment={**self.environment(), **(env or {})}, stdin=stdin, folder=self.home)
        self._started.append(program)
        if window:
            program.wait_for_window(self.screen, title=title)
        return program

    def environment(self) -> dict[str, str]:
        """Nothing of the developer's but PATH: a private home, no session bus, this screen, the data in :attr:`data_dir`."""
        runtime = self.home / "run"
        runtime.mkdir(mode=0o700, exist_ok=True)
        return {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(runtime),
            "POS_APP_DATA_DIR": str(self.data_dir),
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "1",
            "PYTHONFAULTHANDLER": "1",
            "QT_LOGGING_RULES": "qt.text.font.db=false",
            **self.screen.environment(),
        }

    def stop_all(self) -> None:
        """Stops the latest first, and prints what each wrote, which pytest shows with a failed test."""
        for program in reversed(self._started):
            program.stop()
            print(f"--- python {' '.join(program.words)}\n{program.output()}")
