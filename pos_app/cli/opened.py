"""A till opened for one command: settings loaded, keys at hand, the messenger running, everything taken apart afterwards."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from pos_app.assemble import open_till
from pos_app.cli.given_keys import keys_of
from pos_app.settings import data_dir, load
from pos_app.till.till import Till


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Till]:
    """The till of ``--data-dir``, not delivering yet. Raises NotSetUp, BadInput, KeyringTrouble, DiskTrouble."""
    place = data_dir(arguments.data_dir)
    settings = load(place)
    with open_till(settings, place, keys_of(arguments, settings)) as till:
        yield till
