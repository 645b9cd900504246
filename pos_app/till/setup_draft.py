"""A set-up that was begun on the screen: what was answered so far, so that it can be left and taken up again. Never a key."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from enum import Enum

from pos_app.data_dir import DataDir
from pos_app.files import write_whole
from pos_app.loyalty.errors import DiskTrouble, PosError
from pos_app.settings import Settings, load, save

FOLDER, STEP_FILE = "setup", "step.txt"


class SetupStep(Enum):
    """The steps, in their order."""

    SHOP = "shop"
    CONNECTION = "connection"
    BALANCES = "balances"
    PROGRAMME = "programme"
    READER = "reader"
    PRINTER = "printer"
    PRACTICE = "practice"

    @property
    def number(self) -> int:
        """Counted from 1."""
        return tuple(SetupStep).index(self) + 1

    @property
    def next(self) -> SetupStep:
        """The one after it; the last stays."""
        return tuple(SetupStep)[min(self.number, len(SetupStep) - 1)]

    @property
    def previous(self) -> SetupStep:
        """The one before it; the first stays."""
        return tuple(SetupStep)[max(self.number - 2, 0)]


@dataclass(frozen=True, slots=True)
class Draft:
    """The answers so far (every step that was left is in order), and the step to go on with."""

    settings: Settings
    step: SetupStep = SetupStep.SHOP


class Drafts:
    """The draft of the till in ``place``. Blocks on the disk."""

    def __init__(self, place: DataDir) -> None:
        self._place = DataDir(place.path / FOLDER)

    def load(self) -> Draft | None:
        """What was begun; None: nothing, or nothing that can be read."""
        try:
            settings = load(self._place)
            step = SetupStep((self._place.path / STEP_FILE).read_text(encoding="utf-8").strip())
        except (PosError, OSError, ValueError):
            return None
        return Draft(settings, step)

    def save(self, draft: Draft) -> None:
        """Keep it. Raises BadInput, DiskTrouble."""
        save(self._place, draft.settings)
        try:
            write_whole(self._place.path / STEP_FILE, draft.step.value.encode())
        except OSError as error:
            raise DiskTrouble(f"{self._place.path} cannot be written: {error.strerror}.") from error

    def forget(self) -> None:
        """The set-up is finished."""
        shutil.rmtree(self._place.path, ignore_errors=True)
