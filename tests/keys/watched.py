"""``pos-app`` as a program of a desktop session, looked at from outside while it waits for a server."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.keys.desktop import Desktop

TIMEOUT_S = 60


class Watched:
    """Runs commands one after the other; :meth:`look` may be called by another thread meanwhile."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self.folder = desktop.folder / "here"
        for folder in (self.folder, desktop.folder / "tmp"):
            folder.mkdir(exist_ok=True)
        self.running: subprocess.Popen[bytes] | None = None
        self.said: list[tuple[str, bytes]] = []
        """What each command wrote."""
        self.seen: dict[str, bytes] = {}
        """What the system tells everybody about the running processes."""
        self.core_limits: set[str] = set()

    def run(self, *words: str, stdin: str = "", **more_environment: str) -> tuple[int, str]:
        """The exit code, and all that was written. Core dumps are allowed as far as the system lets them."""
        temporary = {"TMPDIR": str(self._desktop.folder / "tmp"), "QT_QPA_PLATFORM": "offscreen"}
        environment = {**self._desktop.environment, **temporary, **more_environment}
        shell = ["sh", "-c", 'ulimit -S -c "$(ulimit -H -c)"; exec "$@"', "sh"]
        with subprocess.Popen(
            [*shell, sys.executable, "-m", "pos_app", *words],
            env=environment,
            cwd=self.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as process:
            self.running = process
            try:
                output, _none = process.communicate(stdin.encode(), timeout=TIMEOUT_S)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
            finally:
                self.running = None
        self.said.append((f"the output of {' '.join(words[:2])}", output))
        return process.returncode, output.decode(errors="replace")

    def look(self) -> None:
        """Take down what /proc tells of the running command and all that it started."""
        process = self.running
        # One that was killed may have left a request behind, and any may end while it is looked at.
        for pid in _family(process.pid) if process is not None else ():
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                self._look_at(Path(f"/proc/{pid}"))

    def end(self) -> None:
        """Ask the running command to end."""
        if self.running is not None:
            self.running.terminate()

    def places(self) -> Iterator[tuple[str, bytes]]:
        """Everything that anybody could read afterwards."""
        yield from self.said
        yield from self.seen.items()
        for path, content in self._desktop.files().items():
            yield str(path), content

    def _look_at(self, process: Path) -> None:
        for name in ("cmdline", "environ"):
            self.seen[f"{name} of {process}"] = (process / name).read_bytes()
        limits = (process / "limits").read_text().splitlines()
        self.core_limits |= {line.split()[4] for line in limits if line.startswith("Max core file size")}
        for open_file in (process / "fd").iterdir():
            # Files without a name any more are read through here as well.
            if open_file.is_file():
                self.seen[f"{open_file.readlink()}, open in {process}"] = open_file.read_bytes()


def _family(pid: int) -> Iterator[int]:
    yield pid
    children = ""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    for child in children.split():
        yield from _family(int(child))
