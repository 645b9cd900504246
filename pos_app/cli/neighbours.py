"""The other tills of this user on this computer: an account whose balances are replaced has one till.

Two writers that replace a balance cannot be made correct (``delivery.md`` §5), and nothing at PassQuare tells one of the other. So
each till is noted in a file of the user's, when it is set up and when it is opened. A folder that is gone, or belongs to another
account by now, does not count.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from urllib.parse import urlsplit

from pos_app.data_dir import DataDir, user_state
from pos_app.loyalty.errors import BadInput, DiskTrouble, PosError, Problem
from pos_app.settings import Mode, Server, load
from pos_app.settings_change import locked

FILE = "tills.json"


def claim(server: Server, place: DataDir) -> None:
    """Note the till in ``place`` as one of its account's. Nothing is noted while the account is not known.

    Raises BadInput if another till's balances would be replaced by this one's, or the other way round; DiskTrouble.
    """
    if not server.account:
        return
    file = user_state() / FILE
    folder = str(place.path.resolve())
    _make_folder(file.parent)
    with locked(file.with_suffix(".lock")):
        known = _read(file)
        for other in known:
            theirs = None if _is(other, folder) else _server_of(other)
            if theirs is None or _account(theirs) != _account(server):
                continue
            if theirs.mode is not Mode.CRM or server.mode is not Mode.CRM:
                raise _refusal(server, other, theirs)
        if folder not in known:
            _write(file, [*known, folder])


def _refusal(server: Server, other: str, theirs: Server) -> BadInput:
    if server.mode is Mode.CRM:
        detail = f"The till in {other} replaces the balances of the account {server.account}: set that one up with --crm-url first."
    else:
        detail = (
            f"The till in {other} already writes the balances of the account {server.account} (mode {theirs.mode.value}). "
            "Two tills that replace balances overwrite each other's points. "
            "Let a store CRM add them instead, and give both tills its --crm-url."
        )
    return BadInput(Problem.SETTING, detail=detail)


def _account(server: Server) -> tuple[str, str]:
    return urlsplit(server.core_url).netloc.lower(), server.account


def _server_of(folder: str) -> Server | None:
    """What the till in ``folder`` is set up for; None if there is none that could write anything."""
    try:
        return load(DataDir(Path(folder))).server
    except PosError:
        return None


def _is(one: str, other: str) -> bool:
    """Whether both are the same folder: it may be mounted twice."""
    try:
        return one == other or Path(one).samefile(other)
    except OSError:
        return False


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise DiskTrouble(f"{folder} cannot be made: {error.strerror}.") from error


def _read(file: Path) -> list[str]:
    try:
        folders = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise DiskTrouble(f"{file} cannot be read: {error.strerror}.") from error
    except ValueError:
        # Broken by hand or by the disk: the tills note themselves again as they are set up.
        return []
    return [each for each in folders if isinstance(each, str)] if isinstance(folders, list) else []


def _write(file: Path, folders: list[str]) -> None:
    fresh = file.with_suffix(f".{os.getpid()}")
    try:
        fresh.write_text(json.dumps(folders, ensure_ascii=False, indent=1), encoding="utf-8")
        fresh.replace(file)
    except OSError as error:
        raise DiskTrouble(f"{file} cannot be written: {error.strerror}.") from error
