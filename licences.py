"""Gathers the licences of the packages that the shop gets into one file: ``python3 dev.py licences``.

Each package brings its own texts. One that brings none (or is for another system and is not installed here) keeps what the file
has of it already: put its text there once, by hand, from the package's own source.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements-runtime.lock"
FILE = ROOT / "resources" / "licences" / "Python-packages.txt"
RULE = "=" * 80
HEAD = """The till is made with these packages, each under its own licence.
Qt and PySide have a text of their own."""
OF_QT = frozenset({"pyside6-essentials", "shiboken6"})
"""Their licence has a file of its own; their packages hold no text."""


def packages(lock: str) -> dict[str, str]:
    """Package → version, of a lock file's text."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", lock, flags=re.MULTILINE))


def texts(file: str) -> dict[str, str]:
    """Package → its licences, as an earlier run wrote them."""
    found: dict[str, str] = {}
    for part in file.split(f"\n{RULE}\n")[1:]:
        title, _, text = part.partition(f"\n{RULE[:20]}\n")
        found |= dict.fromkeys((line.split()[0] for line in title.splitlines()), text.strip("\n"))
    return found


def own(package: Distribution) -> str:
    """The texts that the package brings, the first of them its own; empty: none."""
    named = re.compile(r"(licen[cs]e|copying|notice|copyright|authors)[^/]*$", re.IGNORECASE)
    files = [file for file in package.files or () if file.suffix not in {".py", ".pyc"} and named.search(str(file))]
    files.sort(key=lambda file: (len(file.parts), str(file)))
    return "\n\n".join(dict.fromkeys(_read(package, str(file)) for file in files))


def _read(package: Distribution, file: str) -> str:
    text = Path(str(package.locate_file(file))).read_text(encoding="utf-8", errors="replace")
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


def gathered(lock: str, before: str) -> str:
    """The file's text. Raises KeyError naming a package that nobody has a text of."""
    kept, groups = texts(before), dict[str, list[str]]()
    for name, version in packages(lock).items():
        if name in OF_QT:
            continue
        try:
            text = own(distribution(name))
        except PackageNotFoundError:
            text = ""
        groups.setdefault(text or kept[name], []).append(f"{name} {version}")
    parts = ["\n".join((*titles, RULE[:20], text)) for text, titles in groups.items()]
    return f"\n{RULE}\n".join((HEAD, *parts)) + "\n"


def main() -> int:
    before = FILE.read_text(encoding="utf-8") if FILE.exists() else ""
    try:
        text = gathered(LOCK.read_text(encoding="utf-8"), before)
    except KeyError as error:
        print(f"licences.py: {error.args[0]} brings no text of its licence: put it into {FILE.name} by hand.", file=sys.stderr)
        return 1
    FILE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
