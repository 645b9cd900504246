"""Whether now is the moment to replace the program, and the command that does it.

The shift is closed when no sale is begun or put aside, nothing waits to be sent, and nothing needs a person: then whatever a new
version does to the data, nobody's points are on their way through it.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pos_app.loyalty.errors import UpdateFault, UpdateTrouble
from pos_app.updates.feed import Kind

LOG = "installer.log"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """What is in the way of an installation."""

    waiting: int = 0
    """Postings that are on their way."""
    needs_person: int = 0
    begun: int = 0
    """Sales that are begun or put aside."""

    @property
    def ready(self) -> bool:
        """Nothing is: the shift is closed."""
        return not (self.waiting or self.needs_person or self.begun)

    def refuse(self) -> None:
        """Raise UpdateTrouble (NOT_NOW) unless the shift is closed."""
        if not self.ready:
            counts = ((self.begun, "begun or put aside"), (self.waiting, "waiting to be sent"), (self.needs_person, "for a person"))
            found = ", ".join(f"{count} {what}" for count, what in counts if count)
            sentence = f"Not now: there are sales or entries {found}. Install once nothing is open any more."
            raise UpdateTrouble(sentence, fault=UpdateFault.NOT_NOW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """An installer that is to be run. ``words``: the command; ``by_hand``: somebody has to type it; ``waits``: it begins once this
    program has ended.
    """

    words: tuple[str, ...]
    log: Path
    by_hand: bool = False
    waits: bool = False

    @property
    def line(self) -> str:
        """As one types it."""
        return " ".join(f"'{each}'" if " " in each else each for each in self.words)

    def start(self) -> None:
        """Run it beside this program, which is about to end. Raises UpdateTrouble."""
        with self._opened() as log:
            # Nobody waits for it, on purpose: this program ends first.
            self._begun(log).returncode = 0

    def run(self) -> int:
        """Run it to its end; its exit code. Raises UpdateTrouble."""
        with self._opened() as log:
            return self._begun(log).wait()

    def _opened(self) -> IO[bytes]:
        try:
            return self.log.open("wb")
        except OSError as error:
            raise _not_started(error) from error

    def _begun(self, log: IO[bytes]) -> subprocess.Popen[bytes]:
        try:
            # A session of its own: what ends this program does not end the installer.
            return subprocess.Popen(  # noqa: S603 - no shell, and a file that was proved a moment ago
                self.words, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True, close_fds=True
            )
        except OSError as error:
            raise _not_started(error) from error


def launch(kind: Kind, file: Path, *, back: bool = False) -> Launch:
    """What installs ``file``. ``back``: it is older than what is there."""
    name, log = str(file), file.with_name(LOG)
    match kind:
        case Kind.EXE:
            return Launch(words=(name, "/S"), log=log, waits=True)
        case Kind.MSI:
            return Launch(words=("msiexec", "/i", name, "/passive"), log=log, waits=True)
        case Kind.RUN:
            return Launch(words=("sh", name), log=log)
        case Kind.DMG:
            return Launch(words=("open", name), log=log)
        case Kind.DEB:
            agent = shutil.which("pkexec")
            downgrade = ("--allow-downgrades",) if back else ()
            words = (agent or "sudo", "apt-get", "install", "--yes", *downgrade, name)
            return Launch(words=words, log=log, by_hand=agent is None)


def _not_started(error: OSError) -> UpdateTrouble:
    return UpdateTrouble(f"The installer could not be started: {error.strerror}.", fault=UpdateFault.NOT_STARTED)
