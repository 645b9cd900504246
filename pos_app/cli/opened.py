"""A till opened for one command: settings loaded, keys at hand, the messenger running, everything taken apart afterwards."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from pos_app.assemble import open_till
from pos_app.cli.given_keys import keys_of
from pos_app.keys import SessionKeys
from pos_app.settings import data_dir, load
from pos_app.till.till import Till


@contextmanager
def opened(arguments: argparse.Namespace, *, asks_servers: bool = True) -> Iterator[Till]:
    """The till of ``--data-dir``, not delivering yet; without ``asks_servers`` no key is taken.

    Raises NotSetUp, BadInput, DiskTrouble.
    """
    place = data_dir(arguments.data_dir)
    settings = load(place)
    keys = keys_of(arguments, settings) if asks_servers else SessionKeys()
    with open_till(settings, place, keys) as till:
        yield till
