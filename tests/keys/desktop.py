"""A desktop session for keyrings: a D-Bus of its own and a real gnome-keyring, in a home of their own, without a screen.

The bus starts nothing by itself (no service folders), so what is on it is what a test put there.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

from tests.window.waiting import wait_until

ROOT = Path(__file__).parents[2]
PASSWORD = b"password of the keyring"
SECRETS = "org.freedesktop.secrets"
PATIENCE_S = 20
"""For programs to start and to end."""

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>
"""

# Takes the place of the dialog: somebody went away and left it open.
_UNANSWERED = """
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
bus = open_dbus_connection()
bus.send_and_get_reply(message_bus.RequestName("org.gnome.keyring.SystemPrompter"))
print("open", flush=True)
while True:
    bus.receive()
"""

_LOCK = """
import contextlib, secretstorage
with contextlib.closing(secretstorage.dbus_init()) as bus:
    collection = secretstorage.get_default_collection(bus)
    collection.lock()
    assert collection.is_locked()
"""

# The call that gnome-keyring keeps for the log-in: it takes the password itself instead of a dialog.
_UNLOCK = """
import contextlib, sys, secretstorage
from secretstorage.util import DBusAddressWrapper, format_secret, open_session
with contextlib.closing(secretstorage.dbus_init()) as bus:
    service = DBusAddressWrapper("/org/freedesktop/secrets", "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface", bus)
    password = format_secret(open_session(bus), sys.stdin.buffer.read(), "text/plain")
    service.call("UnlockWithMasterPassword", "o(oayays)", "/org/freedesktop/secrets/collection/login", password)
    assert not secretstorage.get_default_collection(bus).is_locked()
"""


@dataclass(frozen=True)
class Desktop:
    """One session. ``address`` is its bus's, empty where there is none."""

    folder: Path
    address: str

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def run(self) -> Path:
        return self.folder / "run"

    @property
    def environment(self) -> dict[str, str]:
        """For programs of this session; nothing of the person who runs the tests is in it."""
        own = {
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.run),
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "LC_ALL": "C.UTF-8",
        }
        if self.address:
            own["DBUS_SESSION_BUS_ADDRESS"] = self.address
        return own

    def python(self, code: str, *, stdin: bytes = b"", **more_environment: str) -> str:
        """Runs ``code`` in this session to its end; what it printed. It can import pos_app."""
        environment = {**self.environment, **more_environment}
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, input=stdin, env=environment, capture_output=True, timeout=PATIENCE_S, check=False)
        if done.returncode or done.stderr:
            raise AssertionError(f"ended with {done.returncode} and said:\n{done.stderr.decode()}")
        return done.stdout.decode()

    def lock(self) -> None:
        """As the screen lock or the user does."""
        self.python(_LOCK)

    def unlock(self) -> None:
        """As the right password in a dialog elsewhere does."""
        self.python(_UNLOCK, stdin=PASSWORD)

    @contextmanager
    def unanswered_dialog(self) -> Iterator[None]:
        """Whoever asks for a locked keyring meanwhile gets a dialog that nobody answers."""
        with running([sys.executable, "-c", _UNANSWERED], self) as dialog:
            assert dialog.stdout is not None
            assert dialog.stdout.readline() == b"open\n"
            yield

    def files(self) -> dict[Path, bytes]:
        """Every file under this session's folder, and what is in it."""
        return {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}


@contextmanager
def running(command: list[str], desktop: Desktop, *, stdin: bytes = b"") -> Iterator[subprocess.Popen[bytes]]:
    """A program of the session, told to end when the block ends."""
    log = desktop.folder / f"{Path(command[0]).name}.log"
    pipe = subprocess.PIPE
    with (
        log.open("ab") as errors,
        subprocess.Popen(command, env=desktop.environment, stdin=pipe, stdout=pipe, stderr=errors) as process,
    ):
        try:
            assert process.stdin is not None
            process.stdin.write(stdin)
            process.stdin.close()
            yield process
        finally:
            process.terminate()
            try:
                process.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def empty_desktop() -> Iterator[Desktop]:
    """A session without even a bus. Its folder is not pytest's: the paths of its sockets may have about a hundred characters."""
    with TemporaryDirectory(prefix="pos-app-desktop-") as name:
        desktop = Desktop(Path(name), "")
        for folder in (desktop.home, desktop.run):
            folder.mkdir(mode=0o700)
        yield desktop


@contextmanager
def desktop_without_keyring() -> Iterator[Desktop]:
    """A session with a bus and nothing on it."""
    with empty_desktop() as empty:
        config = empty.folder / "bus.conf"
        config.write_text(_BUS.format(folder=empty.run))
        with running(["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"], empty) as bus:
            assert bus.stdout is not None
            yield replace(empty, address=bus.stdout.readline().decode().strip())


@contextmanager
def desktop_with_keyring(*, unlocked: bool = True) -> Iterator[Desktop]:
    """A session with gnome-keyring. Not ``unlocked``: as after a log-in without a password, with no keyring made yet."""
    with desktop_without_keyring() as desktop:
        keyring = ["gnome-keyring-daemon", "--foreground", "--components=secrets", *(["--unlock"] if unlocked else [])]
        with running(keyring, desktop, stdin=PASSWORD if unlocked else b""):
            wait_until(lambda: _is_on_bus(desktop), what="gnome-keyring", timeout_s=PATIENCE_S)
            yield desktop


def _is_on_bus(desktop: Desktop) -> bool:
    with open_dbus_connection(desktop.address) as connection:
        return bool(connection.send_and_get_reply(message_bus.NameHasOwner(SECRETS)).body[0])
