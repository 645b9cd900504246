"""What wheels bring and a till on Windows does not need."""

from __future__ import annotations

import shutil
from pathlib import Path

_PACKAGES = ("pip", "bin", "Scripts", "setuptools", "_distutils_hack", "pkg_resources")
_OF_QT = (
    "*.exe",
    "*.lib",
    "*.pyi",
    "*.json",
    "doc",
    "examples",
    "glue",
    "include",
    "metatypes",
    "qml",
    "resources",
    "scripts",
    "support",
    "typesystems",
    "QtAsyncio",
    "opengl32sw.dll",
    "avcodec*",
    "pyside6qml*",
    "QtConcurrent*",
    "QtDBus*",
    "QtDesigner*",
    "QtHelp*",
    "QtNetwork*",
    "QtOpenGL*",
    "QtQml*",
    "QtQuick*",
    "QtSql*",
    "QtSvgWidgets*",
    "QtTest*",
    "QtUiTools*",
    "QtXml*",
    "Qt6Concurrent*",
    "Qt6DBus*",
    "Qt6Designer*",
    "Qt6Help*",
    "Qt6Labs*",
    "Qt6Lottie*",
    "Qt6Network*",
    "Qt6OpenGL*",
    "Qt6Qml*",
    "Qt6Quick*",
    "Qt6ShaderTools*",
    "Qt6Sql*",
    "Qt6SvgWidgets*",
    "Qt6Test*",
    "Qt6UiTools*",
    "Qt6VirtualKeyboard*",
    "Qt6Xml*",
)
_OF_THE_COMPILER = ("concrt140.dll", "vcamp140.dll", "vccorlib140.dll", "vcomp140.dll", "*.lib")
"""In the folders of Qt and of shiboken; nothing here is linked with them."""
_PLUGINS = {
    "iconengines": ("qsvgicon.dll",),
    "imageformats": ("qgif.dll", "qico.dll", "qjpeg.dll", "qsvg.dll"),
    "platforms": ("qoffscreen.dll", "qwindows.dll"),
    "styles": ("qmodernwindowsstyle.dll",),
}
_TRANSLATIONS = ("qtbase_cs.qm", "qtbase_de.qm", "qtbase_ru.qm")


def prune(packages: Path) -> None:
    """Take it out of a folder of packages."""
    for name in _PACKAGES:
        shutil.rmtree(packages / name, ignore_errors=True)
    for folder in ("tests", "test", "__pycache__"):
        for found in [each for each in packages.rglob(folder) if each.is_dir()]:
            shutil.rmtree(found)
    unused = [found for pattern in ("*.pyi", "*.pyx", "*.c", *_OF_THE_COMPILER) for found in packages.rglob(pattern)]
    for found in [*unused, *_formats(packages / "PIL")]:
        found.unlink()
    _prune_qt(packages / "PySide6")


def _formats(pillow: Path) -> list[Path]:
    """Of pictures that no slip is made of; Pillow does without them."""
    names = ("_avif", "_imagingcms", "_imagingtk", "_webp")
    return [found for name in names for found in pillow.glob(f"{name}.*.pyd")]


def _prune_qt(qt: Path) -> None:
    for pattern in _OF_QT:
        for found in list(qt.glob(pattern)):
            _remove(found)
    for plugin in [each for each in (qt / "plugins").rglob("*") if each.is_file()]:
        if plugin.name not in _PLUGINS.get(plugin.parent.name, ()):
            plugin.unlink()
    for words in [each for each in (qt / "translations").rglob("*") if each.is_file()]:
        if words.name not in _TRANSLATIONS:
            words.unlink()


def _remove(found: Path) -> None:
    if found.is_dir():
        shutil.rmtree(found)
    else:
        found.unlink()
