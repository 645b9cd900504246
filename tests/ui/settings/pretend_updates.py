"""New versions as a till would tell of them: found, downloaded and installed at once, and nothing of it happens."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from pos_app.loyalty.errors import PosError, UpdateTrouble
from pos_app.till.updating.installing import Launch
from pos_app.till.updating.state import UpdateState
from pos_app.updates.feed import read_feed
from tests.updates import vendor

R = TypeVar("R")


class PretendUpdating:
    """``refuses``: what whatever is asked for ends with."""

    def __init__(self) -> None:
        self.offered = True
        self.state = UpdateState()
        self.asked: list[str] = []
        self.refuses: PosError | None = None
        self.launch = Launch(words=("sh", "/home/till/pos-app-0.2.0.run"), log=Path("/home/till/installer.log"))

    def later(self, work: Callable[[], R]) -> Future[R]:
        done: Future[R] = Future()
        try:
            done.set_result(work())
        except PosError as error:
            done.set_exception(error)
        return done

    def look_here(self) -> UpdateState:
        return self.state

    def check(self) -> UpdateState:
        self._do("check")
        return self.find()

    def download(self) -> None:
        self._do("download")
        self.state = UpdateState(
            release=self.state.release, artefact=self.state.artefact, checked_at=self.state.checked_at, downloaded=True
        )

    def install(self) -> Launch:
        self._do("install")
        return self.launch

    def find(self) -> UpdateState:
        """There is a newer version."""
        (release,) = read_feed(vendor.feed()).releases
        looked = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
        self.state = UpdateState(release=release, artefact=release.artefacts[0], checked_at=looked)
        return self.state

    def _do(self, what: str) -> None:
        self.asked.append(what)
        if self.refuses is not None:
            if isinstance(self.refuses, UpdateTrouble):
                self.state = UpdateState(release=self.state.release, artefact=self.state.artefact, trouble=self.refuses)
            raise self.refuses


class PretendSwitch:
    """Whether new versions are looked for; ``disk_is_full`` keeps it as it is."""

    def __init__(self) -> None:
        self.on, self.disk_is_full = False, False

    def updates(self) -> bool:
        return self.on

    def save_updates(self, *, check: bool) -> Future[bool]:
        done: Future[bool] = Future()
        if self.disk_is_full:
            done.set_exception(PosError("full"))
        else:
            self.on = check
            done.set_result(check)
        return done
