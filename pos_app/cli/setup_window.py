"""The set-up on the screen, with a first sale for practice against a make-believe server."""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

from pos_app import resources
from pos_app.cli.practice import practise
from pos_app.cli.setup import new_set_up
from pos_app.data_dir import DataDir
from pos_app.sandbox.demo_cards import DEMO_CARDS
from pos_app.till.press import Press
from pos_app.till.setup_desk import Finished, SetupDesk
from pos_app.till.setup_draft import Drafts
from pos_app.till.updating.build import this_build
from pos_app.ui.setup.start import Outcome, set_up
from pos_app.updates.offer import FILE as OFFER


def set_up_on_screen(place: DataDir) -> Finished | None:
    """Set the till in ``place`` up; None: it was left, and goes on where it was left the next time."""
    people = [(each.name, each.card) for each in DEMO_CARDS]
    offers = this_build(resources.path(OFFER)).offer is not None
    with ExitStack() as stack:
        pool = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="test-page"))
        press, desk = (
            stack.enter_context(closing(Press(pool=pool))),
            stack.enter_context(closing(SetupDesk(new_set_up(place), offers_updates=offers))),
        )
        while True:
            outcome, finished = set_up(desk, people, press, argv=sys.argv[:1])
            if outcome is not Outcome.PRACTISE:
                return finished
            draft = Drafts(place).load()
            with tempfile.TemporaryDirectory(prefix="pos-app-practice-") as folder:
                practise(DataDir(Path(folder)), None if draft is None else draft.settings)
