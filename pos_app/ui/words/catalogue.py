"""``python -m pos_app.ui.words.catalogue``: bring the translation files in step with the words in the code.

Collects the words (``pyside6-lupdate``) into ``resources/translations/*.ts`` and compiles them (``pyside6-lrelease``)
to ``*.qm``. New words come out as "unfinished": translate them in the ``.ts`` (any editor, or Qt Linguist), run again.
A test fails while a file is behind the code or a word is not translated.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QLocale

from pos_app import resources
from pos_app.ui.words import LANGUAGES

__all__ = ["collect", "compile_all", "main"]

_HERE = Path(__file__).parent
_SOURCES = sorted(_HERE.glob("*_words.py"))


def _tool(name: str, *arguments: str) -> None:
    script = Path(sys.executable).with_name(f"pyside6-{name}")
    # Our own tools of the same environment, with our own paths.
    subprocess.run([str(script), *arguments], check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def collect(folder: Path) -> None:
    """Update ``pos_app_en.ts`` (plurals only) and the whole ``.ts`` of each other language in ``folder``; what is translated stays.

    Raises CalledProcessError if the tool fails, FileNotFoundError outside a development environment.
    """
    common = ("-locations", "none", "-no-obsolete", "-silent")
    sources = [str(path) for path in _SOURCES]
    _tool("lupdate", *sources, *common, "-target-language", "en_GB", "-pluralonly", "-ts", str(folder / "pos_app_en.ts"))
    for language in LANGUAGES:
        if language != "en":
            name = QLocale(language).name()
            _tool("lupdate", *sources, *common, "-target-language", name, "-ts", str(folder / f"pos_app_{language}.ts"))


def compile_all(folder: Path) -> None:
    """Make the ``.qm`` beside each ``.ts``. Raises like ``collect``."""
    for path in sorted(folder.glob("*.ts")):
        _tool("lrelease", "-silent", str(path), "-qm", str(path.with_suffix(".qm")))


def main() -> None:
    """Collect and compile in the source tree."""
    folder = resources.path("translations")
    collect(folder)
    compile_all(folder)


if __name__ == "__main__":
    main()
