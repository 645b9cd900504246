"""What the tests of the Sale screen start from: a pretend till, answers delivered by hand, a clock that tests move."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QApplication

from pos_app.loyalty.errors import PosError
from pos_app.loyalty.sale import SaleState
from pos_app.till.events import Connection, Status
from pos_app.ui import theme, words
from pos_app.ui.bridge import Pending
from pos_app.ui.printing.compose import Composer
from pos_app.ui.sale.done import DoneSale
from pos_app.ui.sale.number_text import NumberForm
from pos_app.ui.sale.presenter import SalePresenter
from pos_app.ui.sale.states import Doubt, Face, Field
from tests.ui.sale.gallery import Clock, Stage
from tests.ui.sale.pretend import PretendTill, now

T = TypeVar("T")


class Desk:
    """A ``Runner`` without Qt: what is answered waits until ``deliver``."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Pending, Future[Any]]] = []

    def run(self, future: Future[T], then: Callable[[T], None], failed: Callable[[PosError], None]) -> Pending:
        pending = Pending(then, failed)
        self._waiting.append((pending, future))
        return pending

    def deliver(self) -> None:
        """Bring everything that is answered, and what comes of it, until nothing more comes."""
        while ready := [each for each in self._waiting if each[1].done()]:
            for each in ready:
                self._waiting.remove(each)
                each[0].deliver(each[1])


@dataclass
class Counter:
    """A presenter with nobody watching but the test."""

    till: PretendTill = field(default_factory=PretendTill)
    numbers: NumberForm = field(default_factory=NumberForm)
    delivered: bool = True
    """Whether the answers to what a new screen asks have come already."""

    def __post_init__(self) -> None:
        self.desk, self.clock, self.shown = Desk(), Clock(), 0
        self.sale = SalePresenter(
            self.till,
            self.desk,
            programme=self.till.programme,
            numbers=self.numbers,
            clock=self.clock,
            changed=self._changed,
            status=Status(connection=Connection.ONLINE),
            now=now,
            composer=Composer(shop="Riverside Café", till="Till 2", formats=words.Formats()),
        )
        if self.delivered:
            self.desk.deliver()

    def _changed(self) -> None:
        self.shown += 1

    def face(self) -> Face:
        return self.sale.face

    def active(self) -> Field:
        return self.sale.active

    def done(self) -> DoneSale | None:
        return self.sale.done

    def finished(self) -> DoneSale:
        """The finished sale, which must be there."""
        assert self.sale.done is not None
        return self.sale.done

    def asks(self) -> bool:
        return self.sale.doubt is Doubt.BIG

    def state(self) -> SaleState:
        """How far the finished sale has got."""
        return self.finished().state

    def swipe(self, card: str) -> None:
        self.sale.read((card,))
        self.desk.deliver()

    def type(self, text: str) -> None:
        """Into the customer input, key by key."""
        for end in range(1, len(text) + 1):
            self.sale.search(text[:end])
            self.desk.deliver()

    def enter(self) -> None:
        self.sale.enter()
        self.desk.deliver()

    def wait(self, seconds: float) -> None:
        self.clock.at += seconds
        self.sale.wake()
        self.desk.deliver()


@pytest.fixture
def counter() -> Counter:
    return Counter()


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Callable[..., Stage]]:
    """Opens a window on a pretend till; it is closed after the test."""
    qapp.setCursorFlashTime(0)
    theme.install()
    opened: list[Stage] = []

    def open_stage(**wishes: Any) -> Stage:
        opened.append(Stage(**wishes).open())
        return opened[-1]

    yield open_stage
    for each in opened:
        each.close()
