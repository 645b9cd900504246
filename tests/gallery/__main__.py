"""``python -m tests.gallery FOLDER [NAME…]``: every screen as pictures; ``--approve [NAME…]`` makes them the approved ones."""

from __future__ import annotations

import argparse
import re
import sys
from itertools import product
from pathlib import Path

from pos_app.ui import words
from tests.gallery.approved import approve
from tests.gallery.draw import application, drawn
from tests.gallery.scenes import named
from tests.gallery.view import SIZES, THEMES, View

__all__ = ["main"]


def main(arguments: list[str]) -> int:
    """Answers the exit code."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if not asked.words and not asked.approve:
        parser.error("name the folder for the pictures")
    application()
    try:
        scenes = named(tuple(asked.words if asked.approve else asked.words[1:]))
    except LookupError as error:
        parser.error(error.args[0])
    if asked.approve:
        print(*approve(scenes), sep="\n")
        return 0
    folder = Path(asked.words[0])
    folder.mkdir(parents=True, exist_ok=True)
    views = [
        View(theme=theme, language=language, screen=screen, text_percent=asked.text)
        for language, theme, screen in product(asked.language or words.LANGUAGES, asked.theme or THEMES, asked.size or SIZES)
    ]
    for scene in scenes:
        for view, picture in drawn(scene, views):
            picture.save(str(folder / f"{scene.name}-{view}.png"))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    parser.add_argument("words", nargs="*", metavar="FOLDER NAME", help="where to; beginnings of the names of scenes (first: all)")
    parser.add_argument("--theme", action="append", choices=THEMES, help="first: all; may be given more than once, as the next two")
    parser.add_argument("--language", action="append", choices=words.LANGUAGES)
    parser.add_argument("--size", action="append", type=_size, metavar="WIDTHxHEIGHT", help="the monitor's pixels")
    parser.add_argument("--text", type=int, default=100, metavar="PERCENT", help="the size that the shop chose, 90 to 140")
    parser.add_argument("--approve", action="store_true", help="the pictures are good as they are now: no FOLDER, only NAMEs")
    return parser


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d+)[x×](\d+)", text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no size: write 1280x800")
    return int(found[1]), int(found[2])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
