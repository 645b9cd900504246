"""A private X server with a window manager: a screen to look at, a keyboard and a mouse to drive it with.

The window manager gives every main window the whole screen without a frame, so window and screen coordinates are the same,
and leaves every key but Alt+F4 to the program. Keys come through XTEST: to a program they are a keyboard.
"""

from __future__ import annotations

import os
import select
import shutil
import struct
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from tests.window.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parents[2]
ARTEFACTS = ROOT / "artefacts"
START_S = 20.0
XWD_HEADER = struct.Struct(">25I")  # X11/XWDFile.h
OPENBOX_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <applications>
    <application type="normal"><decor>no</decor><focus>yes</focus><maximized>yes</maximized></application>
  </applications>
</openbox_config>
"""


def physical_keys() -> dict[str, str]:
    """Character → key of a US keyboard as xdotool takes it: an X key code, with Shift where it is needed."""
    keys = {" ": "65", "\n": "36", "\t": "23"}
    rows = (
        (10, "1234567890-=", "!@#$%^&*()_+"),
        (24, "qwertyuiop[]", "QWERTYUIOP{}"),
        (38, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
        (51, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    )
    for first, plain, shifted in rows:
        for code, (low, high) in enumerate(zip(plain, shifted, strict=True), start=first):
            keys |= {low: f"{code}", high: f"shift+{code}"}
    return keys


PHYSICAL_KEYS = physical_keys()


@dataclass(frozen=True, slots=True)
class Screen:
    """One X display. Coordinates are pixels from the top left corner."""

    display: str
    width: int
    height: int
    framebuffer: Path

    def environment(self) -> dict[str, str]:
        return {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def layout(self, name: str) -> None:
        """Sets the keyboard layout of the system: ``us``, ``cz``, ``de``…"""
        run_tool(("setxkbmap", "-layout", name), self.environment())

    def type_text(self, text: str, *, gap_ms: int = 12) -> None:
        """Types ``text`` as a person would under the layout in force."""
        self.xdotool("type", "--delay", str(gap_ms), "--", text)

    def key(self, *names: str) -> None:
        """Presses and lets go each key in turn, by X name: ``Return``, ``F2``, ``ctrl+a``."""
        self.xdotool("key", "--", *names)

    def swipe(self, text: str, *, gap_ms: int = 4) -> None:
        """Sends ``text`` as a reader that takes every keyboard for a US one: fast, by physical key, ``"\\n"`` is Enter."""
        self.xdotool("key", "--delay", str(gap_ms), "--", *(PHYSICAL_KEYS[character] for character in text))

    def click(self, x: int, y: int, *, button: int = 1) -> None:
        self.xdotool("mousemove", str(x), str(y), "click", str(button))

    def xdotool(self, *arguments: str, timeout_s: float = 30) -> str:
        return run_tool(("xdotool", *arguments), self.environment(), timeout_s=timeout_s)

    def picture(self) -> QImage:
        """What the screen shows now, read from the X server's own frame buffer."""
        dump = self.framebuffer.read_bytes()
        header = XWD_HEADER.unpack_from(dump)
        header_size, width, height, bytes_per_line, colours = header[0], header[4], header[5], header[12], header[19]
        pixels = dump[header_size + 12 * colours :]
        return QImage(pixels, width, height, bytes_per_line, QImage.Format.Format_RGB32).copy()

    def screenshot(self, name: str, *, patience_s: float = 5) -> Path:
        """Saves what the screen shows as ``artefacts/<name>.png``, once it has held still for a moment."""
        self.wait_until_still(timeout_s=patience_s)
        path = ARTEFACTS / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not self.picture().save(str(path)):
            raise OSError(f"{path} could not be written")
        return path

    def wait_until_still(self, *, still_s: float = 0.15, timeout_s: float = 5) -> None:
        """Returns when the picture has not changed for ``still_s``; gives up silently on a screen that never rests."""
        frames: list[QImage] = []

        def same_as_before() -> bool:
            frames.append(self.picture())
            return len(frames) > 1 and frames[-1] == frames[-2]

        try:
            wait_until(same_as_before, timeout_s=timeout_s, every_s=still_s, what="a screen at rest")
        except TimeoutError:
            return


@contextmanager
def running_screen(size: tuple[int, int], folder: Path) -> Iterator[Screen]:
    """Starts Xvfb and openbox on a free display, ready to take windows; stops both at the end."""
    width, height = size
    ready, tell = os.pipe()
    server_words = ("Xvfb", "-displayfd", str(tell), "-screen", "0", f"{width}x{height}x24", "-fbdir", str(folder))
    with (folder / "screen.log").open("wb") as log:
        server = start((*server_words, "-noreset", "-nolisten", "tcp"), {}, log.fileno(), pass_fds=(tell,))
        os.close(tell)
        try:
            display = f":{read_line(ready, timeout_s=START_S, what='the display number of Xvfb')}"
            screen = Screen(display=display, width=width, height=height, framebuffer=folder / "Xvfb_screen0")
            manager = start_manager(screen, folder, log.fileno())
            try:
                yield screen
            finally:
                stop(manager)
        finally:
            os.close(ready)
            stop(server)


def start_manager(screen: Screen, folder: Path, log: int) -> subprocess.Popen[bytes]:
    """Starts openbox and returns once it manages the screen: it then runs its start-up command, which writes to a pipe."""
    settings, pipe = folder / "openbox.xml", folder / "openbox-ready"
    settings.write_text(OPENBOX_SETTINGS)
    os.mkfifo(pipe)
    ready = os.open(pipe, os.O_RDWR)  # for writing too, so that nobody waits for the other end
    environment = {**screen.environment(), "HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    words = ("openbox", "--config-file", str(settings), "--startup", f"sh -c 'echo ready > {pipe}'")
    manager = start(words, environment, log)
    try:
        read_line(ready, timeout_s=START_S, what="the window manager")
    except BaseException:
        stop(manager)
        raise
    finally:
        os.close(ready)
    return manager


def start(
    words: Sequence[str], environment: Mapping[str, str], log: int, *, pass_fds: tuple[int, ...] = ()
) -> subprocess.Popen[bytes]:
    """Starts a program that ends with this one, even if this one is killed (where util-linux is there to arrange it)."""
    leash = ("setpriv", "--pdeathsig", "KILL") if shutil.which("setpriv") else ()
    whole = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **environment}
    return subprocess.Popen(
        (*leash, *words), env=whole, stdin=subprocess.DEVNULL, stdout=log, stderr=log, pass_fds=pass_fds, start_new_session=True
    )


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def read_line(descriptor: int, *, timeout_s: float, what: str) -> str:
    """The first line that comes through a pipe. Raises TimeoutError, or EOFError when the other side closes it."""
    line = b""
    while not line.endswith(b"\n"):
        if not select.select([descriptor], [], [], timeout_s)[0]:
            raise TimeoutError(f"{what} did not come within {timeout_s:g} s")
        more = os.read(descriptor, 64)
        if not more:
            raise EOFError(f"{what} did not come: the other side ended")
        line += more
    return line.decode().strip()


def run_tool(words: Sequence[str], environment: Mapping[str, str], *, timeout_s: float = 30) -> str:
    """Runs one small X tool to its end and returns what it printed. Raises AssertionError with its words if it fails."""
    whole = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **environment}
    done = subprocess.run(words, env=whole, capture_output=True, text=True, timeout=timeout_s, check=False)
    assert done.returncode == 0, f"{' '.join(words)} failed: {done.stderr.strip() or done.stdout.strip()}"
    return done.stdout.strip()
