"""A till against a server inside the same program, with made-up customers and keys: the demo, and a first sale for practice."""

from __future__ import annotations

import sys
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import partial

from pos_app.cli.opened import opened
from pos_app.cli.starting import opened_or_told
from pos_app.data_dir import DataDir
from pos_app.devices.motion import asks_for_less_motion
from pos_app.devices.speaker import Speaker
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.secret import Secret
from pos_app.sandbox.demo_cards import DEMO_CARDS
from pos_app.sandbox.server import Sandbox
from pos_app.settings import Dedupe, KeyPlace, Server, Settings
from pos_app.ui.app import run
from pos_app.ui.training.ground import TrainingCard, TrainingEntry


class SandboxGround:
    """The sandbox as the training till's panel sees it."""

    cards = tuple(TrainingCard(each.name, each.card, each.swipe) for each in DEMO_CARDS)

    def __init__(self, sandbox: Sandbox, worker: Executor) -> None:
        self._sandbox, self._worker = sandbox, worker

    def plug(self, *, connected: bool) -> Future[None]:
        """Put the plug in, or pull it."""
        return self._worker.submit(self._sandbox.plug if connected else self._sandbox.unplug)

    def ledger(self) -> Future[tuple[TrainingEntry, ...]]:
        """Every entry, the oldest first."""
        return self._worker.submit(
            lambda: tuple(TrainingEntry(each.transaction_id, each.phone, each.sum, each.at) for each in self._sandbox.ledger())
        )


def practise(place: DataDir, like: Settings | None) -> int:
    """Open a till on ``place``, against a server inside the same program, with the shop, rules, reader and look of ``like``."""
    with Sandbox(journal=place.path / "sandbox-ledger.jsonl") as sandbox:
        settings = replace(
            like or Settings(),
            server=Server(core_url=sandbox.core_url, crm_url=sandbox.crm_url, account=sandbox.account, dedupe=Dedupe.PROVED),
            keys=KeyPlace.SESSION,
            till_id="demo",
        )
        keys = SessionKeys({KeyName.APP_KEY: Secret(sandbox.app_key), KeyName.CRM_KEY: Secret(sandbox.crm_key)})
        with ExitStack() as stack:
            opening = partial(opened, settings, place, keys, window=True)
            mine = opened_or_told(stack, opening, place, language=settings.shop.language)
            mine.till.start()
            speaker = stack.enter_context(closing(Speaker()))
            ground = SandboxGround(sandbox, stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="training")))
            return run(
                mine.till,
                argv=sys.argv[:1],
                screen_memory=place.screen,
                play=speaker.play,
                ground=ground,
                less_motion=asks_for_less_motion,
            )
