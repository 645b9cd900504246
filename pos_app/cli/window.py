"""The till's window. Started again, it comes to the front instead."""

from __future__ import annotations

import argparse
import sys
import uuid
from collections.abc import Callable
from contextlib import ExitStack, closing
from functools import cache, partial

from pos_app.cli import show
from pos_app.cli.given_keys import keys_of
from pos_app.cli.here import reached
from pos_app.cli.itself import itself
from pos_app.cli.registry import RAISE_WINDOW
from pos_app.cli.screen import check_screen
from pos_app.cli.starting import opened_or_told
from pos_app.data_dir import data_dir
from pos_app.devices.motion import asks_for_less_motion
from pos_app.devices.speaker import Speaker
from pos_app.fronts.messages import Answer, Request
from pos_app.keys import ReplaceableKeys, SessionKeys
from pos_app.settings import KeyPlace, Settings
from pos_app.ui.app import run

KeysOf = Callable[[Settings], ReplaceableKeys]

ALREADY_OPEN = "The till's window is open already: it comes to the front."


def open_window(arguments: argparse.Namespace) -> int:
    """Open the till of the shop, or bring the window that shows it to the front. Without settings: set it up first."""
    check_screen()
    place = data_dir(arguments.data_dir)
    # Standard input is read once, however often opening is tried.
    keys: KeysOf = cache(partial(keys_of, arguments))
    if not place.settings.exists():
        print(f"No till is set up in {place.path}: it is set up on the screen now.", file=sys.stderr, flush=True)
        # A till that is set up starts without the make-believe server and its libraries.
        from pos_app.cli.setup_window import set_up_on_screen  # noqa: PLC0415

        finished = set_up_on_screen(place)
        if finished is None:
            return 0
        if finished.settings.keys is KeyPlace.SESSION:
            # Nobody else has them.
            keys = partial(_these, SessionKeys(finished.keys))
    opening = partial(reached, place, raise_window(), keys, wait_s=arguments.wait, window=True)
    with ExitStack() as stack:
        there = opened_or_told(stack, opening, place)
        if isinstance(there, Answer):
            show.line(ALREADY_OPEN, sys.stdout)
            return there.code
        there.till.start()
        speaker = stack.enter_context(closing(Speaker()))
        training = (*itself(), "--data-dir", str(place.path), "training")
        code = run(
            there.till,
            argv=sys.argv[:1],
            screen_memory=place.screen,
            play=speaker.play,
            training=training,
            less_motion=asks_for_less_motion,
        )
        # Asked while the till is still open: a sale of another program may have come since the window was closed.
        launch = there.till.updating.to_run()
    if launch is not None:
        launch.start()
    return code


def _these(keys: ReplaceableKeys, _settings: Settings) -> ReplaceableKeys:
    return keys


def raise_window() -> Request:
    """Asks whoever has the till open to show its window."""
    return Request(command=RAISE_WINDOW, call_id=str(uuid.uuid4()))
