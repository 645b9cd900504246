#!/usr/bin/env python3
"""The workshop's one door: prepares this checkout by itself, then starts the till, the tests or the checks.

    python3 dev.py demo              the till with a make-believe server: sell at once, nothing to set up
    python3 dev.py till [arguments]  the till, or any of its commands: "till find +420 601…", "till --help"
    python3 dev.py test [arguments]  the whole test suite; arguments go to pytest
    python3 dev.py check             lint, format and types
    python3 dev.py lock [--upgrade]  writes the lock files from pyproject.toml
    python3 dev.py translate         gathers the words of the window and compiles the translations
    python3 dev.py licences          gathers the licences of the packages that the shop gets

Needs Python 3.11 or later and nothing else. It makes ``.venv`` beside this file, exactly as requirements.lock says, by hash. As
root on Debian or Ubuntu it installs the system libraries that Qt lacks; otherwise it names them. Later runs start at once.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "dev-stamp"
BOOTSTRAP_LOCK = ROOT / "requirements-bootstrap.lock"
DEV_LOCK = ROOT / "requirements.lock"
RUNTIME_LOCK = ROOT / "requirements-runtime.lock"

# Library or program → the Debian package that brings it; of several names, the first one that this release knows.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0 libglib2.0-0t64",  # renamed in Debian 13 and Ubuntu 24.04
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WINDOW_TEST_PROGRAMS = {"Xvfb": "xvfb", "xauth": "xauth", "xdotool": "xdotool", "openbox": "openbox", "setxkbmap": "x11-xkb-utils"}
OTHER_PROGRAMS = {"faketime": "faketime", "pulseaudio": "pulseaudio", "parec": "pulseaudio-utils"}
KEYRING_TEST_PROGRAMS = {"dbus-run-session": "dbus-daemon dbus", "gnome-keyring-daemon": "gnome-keyring"}
ACCESS_TEST_PROGRAMS = {"/usr/libexec/at-spi-bus-launcher": "at-spi2-core", "dbus-daemon": "dbus-daemon dbus"}


class Stop(Exception):
    """Nothing more can be done here; ``str()`` is the one sentence to show."""


def missing_libraries(libraries: Mapping[str, str]) -> dict[str, str]:
    """Those of ``libraries`` that the dynamic loader does not find. Empty outside Linux, where Qt's wheels are complete."""
    if not sys.platform.startswith("linux"):
        return {}
    missing = {}
    for name, packages in libraries.items():
        try:
            ctypes.CDLL(name)
        except OSError:
            missing[name] = packages
    return missing


def missing_programs(programs: Mapping[str, str]) -> dict[str, str]:
    return {name: packages for name, packages in programs.items() if shutil.which(name) is None}


def missing_venv_maker() -> dict[str, str]:
    """Debian keeps the part of Python that makes virtual environments in a package of its own."""
    if PYTHON.exists() or importlib.util.find_spec("ensurepip") is not None:
        return {}
    return {"ensurepip": f"python{sys.version_info.major}.{sys.version_info.minor}-venv python3-venv"}


def apt_names(missing: Mapping[str, str]) -> list[str]:
    """One Debian package for each missing thing; of several names, the one this release uses."""
    return sorted({next(filter(is_known_to_apt, names.split()), names.split()[0]) for names in missing.values()})


def is_known_to_apt(package: str) -> bool:
    shown = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
    return shown.returncode == 0 and bool(shown.stdout.strip())


def how_to_get(missing: Mapping[str, str]) -> str:
    if shutil.which("apt-get") is None:
        return f"Please install {', '.join(missing)} with this system's package manager."
    return f"Please run:\n  sudo apt-get install -y --no-install-recommends {' '.join(apt_names(missing))}"


def may_use_apt() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(missing: Mapping[str, str]) -> None:
    """Installs what is missing, as root on Debian or Ubuntu. Raises Stop when apt cannot."""
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    say(f"Installing system packages for: {', '.join(missing)}")
    update = subprocess.run(["apt-get", "update", "-qq"], env=env, check=False)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *apt_names(missing)]
    done = subprocess.run(install, env=env, stdout=subprocess.DEVNULL, check=False)
    if done.returncode:
        hint = " (its lists could not be refreshed either)" if update.returncode else ""
        raise Stop(f"apt-get could not install {' '.join(apt_names(missing))}{hint}; the lines above say why.")


def require(missing: Mapping[str, str], *, purpose: str) -> None:
    """Installs ``missing`` if that is allowed; raises Stop with the line to type if not."""
    if missing and may_use_apt():
        apt_install(missing)
    elif missing:
        raise Stop(f"This machine lacks {', '.join(missing)}, needed {purpose}. {how_to_get(missing)}")


# --- the virtual environment --------------------------------------------------------------------------------------------


def stamp() -> str:
    """Changes with anything that decides what the virtual environment holds."""
    return hashlib.sha256(BOOTSTRAP_LOCK.read_bytes() + DEV_LOCK.read_bytes()).hexdigest()


def prepare() -> None:
    """Makes ``.venv`` hold exactly what requirements.lock names. Raises Stop.

    A ``.venv`` that works is kept, whichever Python runs this file: other windows may be using it.
    """
    if STAMP.exists() and STAMP.read_text() == stamp() and PYTHON.exists():
        return
    require(missing_venv_maker(), purpose="to make a virtual environment")
    if not runs(PYTHON, "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"):
        say("Making .venv")
        if not runs(sys.executable, "-m", "venv", "--clear", VENV, quiet=False):
            raise Stop(f"Python could not make a virtual environment in {VENV}; the lines above say why.")
    STAMP.unlink(missing_ok=True)
    say("Installing the locked packages (once, about 90 MB)")
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps", "--require-hashes")
    if not runs(*pip, "-r", BOOTSTRAP_LOCK, quiet=False):
        raise Stop("The installer (uv) could not be fetched; the lines above say why. Is this machine online?")
    if not runs(*uv("pip", "sync", "--quiet", "--python", PYTHON, "--require-hashes", DEV_LOCK), quiet=False):
        raise Stop("The locked packages could not be installed; the lines above say why.")
    STAMP.write_text(stamp())


def uv(*arguments: str | Path) -> tuple[str | Path, ...]:
    return (PYTHON, "-m", "uv", "--no-progress", *arguments)


def runs(*command: str | Path, quiet: bool = True) -> bool:
    """Whether the command ends well. What it says is only shown when not ``quiet``."""
    sink = subprocess.DEVNULL if quiet else None
    env = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    try:
        return subprocess.run(command, stdout=sink, stderr=sink, cwd=ROOT, env=env, check=False).returncode == 0
    except OSError:
        return False


def patiently(*command: str | Path, env: Mapping[str, str]) -> int:
    """Runs the command to its end; Ctrl+C is its to handle, for it has things to put away first."""
    with subprocess.Popen(command, cwd=ROOT, env=env) as process:
        while True:
            with contextlib.suppress(KeyboardInterrupt):
                return process.wait()


def become(command: Sequence[str | Path], **extra_env: str) -> NoReturn:
    """Ends this program in another: its exit code, its signals, its terminal."""
    env = {**os.environ, **extra_env}
    words = [str(word) for word in command]
    if os.name == "nt":
        sys.exit(subprocess.run(words, env=env, check=False).returncode)
    os.execve(words[0], words, env)  # noqa: S606 - no shell is what we want


def say(sentence: str) -> None:
    print(f"dev.py: {sentence}", file=sys.stderr, flush=True)


# --- the commands -------------------------------------------------------------------------------------------------------


def has_screen() -> bool:
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def opens_a_window(arguments: Sequence[str]) -> bool:
    """Whether these pos-app arguments open the till's window: no command at all, or the demo."""
    words = list(arguments)
    if words[:1] == ["--data-dir"]:
        words = words[2:]
    elif words and words[0].startswith("--data-dir="):
        words = words[1:]
    return not words or (words[0] == "demo" and not {"-h", "--help"} & set(words))


def till(arguments: Sequence[str]) -> NoReturn:
    """Runs pos-app where the caller stands, so that relative paths in its arguments mean what they say."""
    env = {"PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))}
    needed = missing_libraries(QT_LIBRARIES)
    if has_screen():
        needed |= missing_libraries(WINDOW_LIBRARIES)
    elif "QT_QPA_PLATFORM" not in os.environ and opens_a_window(arguments):
        raise Stop(
            "There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set. Start this on a desktop, or on a virtual"
            " screen (apt packages xvfb and xauth) with\n  xvfb-run -a python3 dev.py demo\n"
            "or set QT_QPA_PLATFORM=offscreen to run it unseen."
        )
    else:
        env["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    require(needed | missing_venv_maker(), purpose="by the till's window")
    prepare()
    # -P: a file named like a library in the caller's folder must not be taken for that library.
    become([PYTHON, "-P", "-m", "pos_app", *arguments], **env)


def test(arguments: Sequence[str]) -> int:
    """pytest, with whatever the real-window and real-keyring tests need; says what had to be left out."""
    optional = {
        "the tests in a real window": missing_programs(WINDOW_TEST_PROGRAMS) | missing_libraries(WINDOW_LIBRARIES),
        "the tests with a screen reader": missing_programs(ACCESS_TEST_PROGRAMS),
        "the tests with a real keyring": missing_programs(KEYRING_TEST_PROGRAMS),
        "the tests of sound and clock": missing_programs(OTHER_PROGRAMS),
    }
    if not sys.platform.startswith("linux"):
        optional = {}
        say("Left out: the tests in a real window, with a real keyring, of sounds and of a wrong clock run on Linux only.")
    lacking = {name: names for missing in optional.values() for name, names in missing.items()}
    needed = missing_libraries(QT_LIBRARIES) | missing_venv_maker()
    if may_use_apt():
        needed, lacking = needed | lacking, {}
    require(needed, purpose="by the tests")
    prepare()
    code = patiently(PYTHON, "-m", "pytest", *arguments, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    if lacking:
        names = " and ".join(what for what, missing in optional.items() if missing)
        say(f"Left out: {names}, for want of {', '.join(lacking)}. {how_to_get(lacking)}")
    return code


def check(_arguments: Sequence[str]) -> int:
    """ruff and mypy over everything; all three run, so that one round shows all there is to mend."""
    prepare()
    bad = [words for words in ("ruff check", "ruff format --check", "mypy") if not runs(PYTHON, "-m", *words.split(), quiet=False)]
    if bad:
        say(f"Not in order: {', '.join(bad)}. ('.venv/bin/ruff check --fix' and 'ruff format' mend much of it.)")
    return 1 if bad else 0


def lock(arguments: Sequence[str]) -> int:
    """Writes the lock files: pinned, hashed, for every platform, and without any address to fetch from."""
    prepare()
    common = ("--quiet", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url")
    command = ("--custom-compile-command", "python3 dev.py lock")
    beside = ("--constraint", DEV_LOCK.name, "--group")
    for target, sources in {
        BOOTSTRAP_LOCK: ("--group", "bootstrap"),
        DEV_LOCK: ("pyproject.toml", "--group", "dev"),
        RUNTIME_LOCK: ("pyproject.toml",),
        **{ROOT / f"requirements-{of}.lock": (*beside, of) for of in ("installer", "mutation", "bench")},
    }.items():
        draft = target.with_suffix(".draft")
        draft.write_bytes(target.read_bytes() if target.exists() else b"")  # uv keeps the pins there, unless --upgrade is given
        try:
            if not runs(*uv("pip", "compile", *common, *command, *sources, *arguments, "-o", draft), quiet=False):
                raise Stop(f"{target.name} could not be resolved; the lines above say why. Nothing was changed in it.")
            if b"://" in draft.read_bytes():
                raise Stop(f"{target.name} would hold an address (://), so it was left as it was: locks name no host.")
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
        say(f"Wrote {target.name}")
    return 0


def translate(_arguments: Sequence[str]) -> int:
    """Brings every resources/translations/*.ts up to date with the sources and compiles it to .qm."""
    require(missing_libraries(QT_LIBRARIES) | missing_venv_maker(), purpose="by Qt's translation tools")
    prepare()
    if not (catalogues := sorted((ROOT / "resources" / "translations").glob("*.ts"))):
        raise Stop("There is no .ts file in resources/translations.")
    sources = sorted((ROOT / "pos_app" / "ui").rglob("*.py"))
    for catalogue in catalogues:
        # No line numbers: they would change with every edit. English is what the sources say but for its plurals.
        options = ("-silent", "-locations", "none", "-no-obsolete", *(("-pluralonly",) if catalogue.stem.endswith("_en") else ()))
        gather: list[str | Path] = [PYTHON.parent / "pyside6-lupdate", *options, *sources, "-ts", catalogue]
        compiled = catalogue.with_suffix(".qm")
        compile_it = (PYTHON.parent / "pyside6-lrelease", "-silent", catalogue, "-qm", compiled)
        if not (runs(*gather, quiet=False) and runs(*compile_it, quiet=False)):
            raise Stop(f"Qt's translation tools failed for {catalogue.name}; the lines above say why.")
        say(f"Wrote {compiled.relative_to(ROOT)}")
    return 0


def licences(_arguments: Sequence[str]) -> int:
    """Writes what licences.py gathers into resources/licences."""
    prepare()
    return patiently(PYTHON, ROOT / "licences.py", env=os.environ)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "demo": lambda arguments: till(["demo", *arguments]),
    "till": till,
    "run": till,
    "test": test,
    "check": check,
    "lock": lock,
    "translate": translate,
    "licences": licences,
}


def main(arguments: Sequence[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - run by whatever python3 is there
        raise Stop(f"Python 3.11 or later is needed; this is {sys.version.split()[0]}.")
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(__doc__)
        return 0
    if (command := COMMANDS.get(arguments[0])) is None:
        say(f'There is no command "{arguments[0]}"; there are {", ".join(COMMANDS)}. See: python3 dev.py --help')
        return 2
    return command(arguments[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        say(str(stop))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
