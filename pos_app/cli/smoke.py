"""``--smoke OUT.png``: whether this installation has all that a till needs, tried on the computer that it was installed on.

One line for each step on standard output; the exit code is 0 only if every step went well. A packed program loses keyrings,
translations or certificates without a word until somebody needs them: this asks for them at once.
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from pos_app import __version__
from pos_app.assemble import open_till
from pos_app.cli.endings import TROUBLE
from pos_app.cli.screen import check_screen
from pos_app.data_dir import DataDir, data_dir
from pos_app.keys import KeyName, SessionKeys, system_keys
from pos_app.loyalty.errors import KeyringTrouble, NotSetUp, PosError
from pos_app.loyalty.secret import Secret
from pos_app.passquare.transport import authorities
from pos_app.settings import Settings, load
from pos_app.till.till import Till
from pos_app.ui import words
from pos_app.ui.picture import take_picture


class Incomplete(PosError):
    """This installation lacks something."""


def smoke(arguments: argparse.Namespace) -> int:
    """Try everything; 1 if a step failed. ``--data-dir`` names the data to open, of which nothing is sent or changed but what
    any start changes; without it the till is a new one in a folder that is gone afterwards. ``--session-keys``: without a keyring.
    """
    with ExitStack() as stack:
        place, settings, state = stack.enter_context(_data(arguments.data_dir))
        steps: list[tuple[str, Callable[[], str]]] = [
            ("program", _program),
            ("certificates", _certificates),
            ("keyring", _no_keyring if arguments.session_keys else _keyring),
        ]
        well = False not in {_well(name, step) for name, step in steps}
        try:
            till = stack.enter_context(open_till(settings, place, SessionKeys(), state=state))
        except PosError as error:
            _say("store", f"FAILED: {error}")
            return TROUBLE
        well &= _well("store", partial(_store, till))
        well &= _well("window", partial(_window, till, place, Path(arguments.smoke)))
    _say("result", "all is well" if well else "NOT WELL: see above")
    return 0 if well else TROUBLE


@contextmanager
def _data(given: str | None) -> Iterator[tuple[DataDir, Settings, Path | None]]:
    """What to open, and where to note how far it came; None: where any till's is noted."""
    if given is not None:
        place = data_dir(given)
        try:
            settings = load(place)
        except NotSetUp:
            settings = Settings()
        yield place, settings, None
        return
    with tempfile.TemporaryDirectory(prefix="pos-app-smoke-") as folder:
        yield DataDir(Path(folder)), Settings(), Path(folder)


def _well(name: str, step: Callable[[], str]) -> bool:
    try:
        found = step()
    except PosError as error:
        _say(name, f"FAILED: {error}")
        return False
    _say(name, found)
    return True


def _say(step: str, found: str) -> None:
    print(f"{step}: {found}", flush=True)


def _program() -> str:
    packed = "packed" if getattr(sys, "frozen", False) else "from source"
    return f"pos-app {__version__}, {packed}, Python {platform.python_version()}, {platform.platform()}"


def _certificates() -> str:
    if not (count := authorities.how_many()):
        raise Incomplete("This computer trusts no authority, or they are not where they are looked for: no server can be asked.")
    return f"{count} authorities are trusted"


def _keyring() -> str:
    """A secret of no till is written, read back and deleted."""
    keys = system_keys(f"smoke-{uuid.uuid4()}")
    keys.put(KeyName.APP_KEY, Secret(uuid.uuid4().hex))
    keys.forget(KeyName.APP_KEY)
    if keys.get(KeyName.APP_KEY) is not None:
        raise KeyringTrouble("The system keyring did not delete what it was told to.")
    return f"{keys.place}: written, read back, deleted"


def _no_keyring() -> str:
    return "not tried (--session-keys)"


def _store(till: Till) -> str:
    """The database is read whole, and written whole to another file."""
    disk, counts = till.data.disk()
    found = till.data.verify()
    if not found.whole:
        raise Incomplete(f"The data is not whole: {found.findings[0]}")
    with tempfile.TemporaryDirectory(prefix="pos-app-smoke-") as folder:
        copy = Path(folder) / "copy.db"
        till.data.back_up(copy)
        size = copy.stat().st_size
    modes = f"{disk.journal_mode}, synchronous {disk.synchronous}, locking {disk.locking_mode}"
    return f"SQLite {disk.sqlite_version}, {modes}; {counts.waiting} waiting; whole; copied, {size} bytes"


def _window(till: Till, place: DataDir, out: Path) -> str:
    check_screen()
    shown = take_picture(till, out, argv=sys.argv[:1], screen_memory=place.screen)
    if lacking := words.lacking_qts_words():
        raise Incomplete(f"Qt's own words are missing in {', '.join(lacking)}.")
    return f"{shown}, in {', '.join(words.LANGUAGES)}: {out}"
