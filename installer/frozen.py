"""What PyInstaller cannot see by itself of pos-app; both ``.spec`` files (Linux and macOS) read it."""

from __future__ import annotations

import tomllib
from pathlib import Path

from PyInstaller.utils.hooks import (  # type: ignore[import-untyped]
    collect_data_files,
    collect_entry_point,
    collect_submodules,
    copy_metadata,
)

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = str(ROOT / "installer" / "program.py")
LANGUAGES = ("cs", "de", "ru")
"""Those that Qt has words of its own for: English is what its sources say."""

EXCLUDED = [
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtPdf",
    "PySide6.QtOpenGL",
    "PySide6.QtTest",
    "pip",
    "pytest",
    "setuptools",
    "tkinter",
]
"""Modules that somebody's import statement names and no till needs."""

_DROPPED = (
    "libQt6Pdf",
    "libQt6Qml",
    "libQt6Quick",
    "libQt6EglF",
    "libQt6VirtualKeyboard",
    "libQt6WlShellIntegration",
    "QtQml",
    "QtQuick",
    "QtPdf",
    "plugins/egldeviceintegrations",
    "plugins/generic",
    "plugins/networkinformation",
    "plugins/platforms/libqeglfs",
    "plugins/platforms/libqlinuxfb",
    "plugins/platforms/libqminimal",
    "plugins/platforms/libqvkkhrdisplay",
    "plugins/platforms/libqvnc",
    "plugins/platforminputcontexts/libqtvirtualkeyboard",
    "plugins/platformthemes/libqgtk3",
    "plugins/imageformats/libqpdf",
    "plugins/imageformats/libqtiff",
    "plugins/qmltooling",
    "plugins/sqldrivers",
    "plugins/xcbglintegrations",
    "plugins/wayland-graphics-integration",
    "plugins/wayland-shell-integration/libfullscreen",
    "plugins/wayland-shell-integration/libivi",
    "plugins/wayland-shell-integration/libqt-shell",
    "plugins/wayland-shell-integration/libwl-shell",
    "PIL/_avif",
    "libavif",
)
"""Parts of Qt and Pillow that no till needs, by a piece of their path. The libicu* stay: QtCore is linked with them."""

_BROUGHT_FROM_THE_SYSTEM = (
    "libpython",
    "libssl.",
    "libcrypto.",
    "libsqlite3.",
    "libffi.",
    "libbz2.",
    "liblzma.",
    "libz.",
    "libuuid.",
    "libmpdec.",
    "libreadline.",
    "libtinfo",
    "libusb-1.0.",
    "libncursesw.",
    "libxcb-cursor.",
    "libxcb-icccm.",
    "libxcb-image.",
    "libxcb-keysyms.",
    "libxcb-render-util.",
    "libxcb-util.",
)
"""What Python itself is linked with, and parts of X that many desktops lack. All else of a Linux must fit the rest of the computer:
its fonts, its screen, its session, its C++."""
_SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")


def hidden_imports() -> list[str]:
    """Modules that are imported by their name only."""
    _data, backends = collect_entry_point("keyring.backends")
    _data, plugins = collect_entry_point("sqlite_utils")
    named = ("pos_app", "phonenumbers.data", "uvicorn", "escpos")
    modules = [module for package in named for module in collect_submodules(package, filter=_is_not_for_shells)]
    return [*modules, *backends, *plugins]


def data_files() -> list[tuple[str, str]]:
    """Our own resources, those of libraries, and what is known of each library's version."""
    files = [(str(ROOT / "resources" / name), f"pos_app/_resources/{name}") for name in ("fonts", "icons", "licences")]
    files += [(str(each), "pos_app/_resources/translations") for each in (ROOT / "resources" / "translations").glob("*.qm")]
    files += collect_data_files("escpos", includes=["capabilities.json"])
    for project in ["PySide6-Essentials", *_projects()]:
        files += copy_metadata(project)
    files += collect_entry_point("keyring.backends")[0]
    return files


def is_wanted(target: str, source: str) -> bool:
    """Of a file that PyInstaller would pack, by where it would lie and where it comes from."""
    path, name = target.replace("\\", "/"), Path(target).name
    if any(piece in path for piece in _DROPPED):
        return False
    if ".so" in name and str(Path(source).absolute()).startswith(_SYSTEM_FOLDERS) and "dynload" not in source:
        return name.startswith(_BROUGHT_FROM_THE_SYSTEM)
    if "/translations/" in path and "/Qt/" in path:
        return name in {f"qtbase_{language}.qm" for language in LANGUAGES}
    return True


def _is_not_for_shells(module: str) -> bool:
    return not module.startswith(("escpos.cli", "uvicorn.__main__"))


def _projects() -> list[str]:
    """What pyproject.toml asks for, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = []
    for line in project["dependencies"]:
        name = line
        for end in "[<>=! ;":
            name = name.partition(end)[0]
        names.append(name)
    return names
