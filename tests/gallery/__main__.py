"""``python -m tests.gallery [NAME…]``: every screen as pictures, in each language, look and size; all of it, or what is asked for.

``--approve [NAME…]`` makes the pictures of today the approved ones, ``--readme`` draws those of README.md anew, and ``--flows``
counts the keys and clicks of a cashier's ways through the real window. The clocks of the pictures stand and nothing blinks: they
are the same each time.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from pos_app.ui import words
from tests.gallery.approved import approve
from tests.gallery.draw import application, drawn
from tests.gallery.flows import table
from tests.gallery.scenes import named
from tests.gallery.shown_off import save_shown_off
from tests.gallery.view import SIZES, THEMES, Scene, View

__all__ = ["main"]

FOLDER = Path("artefacts") / "gallery" / "all"


def main(arguments: list[str]) -> int:
    """Answers the exit code."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    application()
    try:
        scenes = named(tuple(asked.names))
    except LookupError as error:
        parser.error(error.args[0])
    if asked.flows:
        print(table())
    elif asked.readme:
        print(*save_shown_off(), sep="\n")
    elif asked.approve:
        print(*approve(scenes), sep="\n")
    else:
        views = [
            View(theme=theme, language=language, screen=screen, text_percent=asked.text)
            for language, theme, screen in product(asked.language or words.LANGUAGES, asked.theme or THEMES, asked.size or SIZES)
        ]
        print(_save(scenes, views, asked.into), "pictures are in", asked.into)
    return 0


def _save(scenes: Iterable[Scene], views: Iterable[View], folder: Path) -> int:
    """Answers how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for scene in scenes:
        for view, picture in drawn(scene, views):
            picture.save(str(folder / f"{scene.name}-{view}.png"))
            count += 1
    return count


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.gallery", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="beginnings of the names of scenes (all of them without)")
    parser.add_argument("--into", type=Path, default=FOLDER, metavar="FOLDER", help=f"where to; {FOLDER} without")
    parser.add_argument("--theme", action="append", choices=THEMES, help="all of them without; may be given again, as the next two")
    parser.add_argument("--language", action="append", choices=words.LANGUAGES)
    parser.add_argument("--size", action="append", type=_size, metavar="WIDTHxHEIGHT", help="the monitor's pixels")
    parser.add_argument("--text", type=int, default=100, metavar="PERCENT", help="the size that the shop chose, 90 to 140")
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--approve", action="store_true", help="the pictures are good as they are now")
    other.add_argument("--readme", action="store_true", help="draw the pictures of README.md")
    other.add_argument("--flows", action="store_true", help="count the keys and clicks of a sale, an undo, a refund and the others")
    return parser


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d+)[x×](\d+)", text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no size: write 1280x800")
    return int(found[1]), int(found[2])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
