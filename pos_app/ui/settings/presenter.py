"""The state of the reader's set-up: what was swiped, what was found, what is saved. No widgets."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from enum import Enum, auto
from typing import Protocol

from pos_app.loyalty.errors import PosError
from pos_app.reader import Keystroke
from pos_app.reader.payment import matches_own
from pos_app.reader.profile import ReaderProfile
from pos_app.reader.survey import Survey, refuses_bank_cards
from pos_app.reader.swipe import REFUSED, Swipe, SwipeRecorder
from pos_app.ui.sale.states import Runner

__all__ = ["NumberFault", "ReaderPresenter", "ReaderTill", "Saving", "fault_of", "with_numbers"]

MOST_NUMBERS = 8
"""As many as fit on the page; the settings file takes more."""


class ReaderTill(Protocol):
    """What the set-up needs of the till."""

    def reader_profile(self) -> ReaderProfile: ...
    def save_reader_profile(self, profile: ReaderProfile) -> Future[ReaderProfile]: ...


class Saving(Enum):
    """What became of the last wish to save."""

    NOTHING = auto()
    UNDER_WAY = auto()
    SAVED = auto()
    DEFAULT = auto()
    """Saved, and it was the default."""
    FAILED = auto()


class NumberFault(Enum):
    """What is wrong with an entry among the shop's own numbers."""

    BAD = auto()
    SLOW = auto()
    LONG = auto()
    TWICE = auto()


class ReaderPresenter:
    """Hears keys and wishes, tells by ``changed`` that there is something new to show.

    ``saved`` gets each profile that is on the disk now: the running tap is to use it.
    """

    def __init__(
        self, till: ReaderTill, runner: Runner, *, changed: Callable[[], None], saved: Callable[[ReaderProfile], None]
    ) -> None:
        self._till, self._runner, self._changed, self._saved = till, runner, changed, saved
        self.profile = till.reader_profile()
        self.survey = Survey()
        self.saving = Saving.NOTHING
        self.card: Swipe | None = None
        """The last thing swiped that could be a customer's card: what the numbers are tried on."""
        self._recorder = SwipeRecorder(loyalty_patterns=self.profile.own_numbers)

    # Swipes

    def key(self, stroke: Keystroke) -> None:
        """A key, of whatever hand or reader."""
        self._take(self._recorder.feed(stroke))

    def silence(self) -> None:
        """No key for a while."""
        self._take(self._recorder.close())

    def _take(self, swipe: Swipe | None) -> None:
        if swipe is None:
            return
        if self.saving in (Saving.SAVED, Saving.DEFAULT) and self.survey.complete:
            self.survey = Survey()
        self.survey = self.survey.with_swipe(swipe)
        self.saving = self.saving if self.saving is Saving.UNDER_WAY else Saving.NOTHING
        if swipe.kind in REFUSED:
            self.card = None
        elif swipe.scan.value:
            self.card = swipe
        self._changed()

    def start_over(self) -> None:
        """Forget the swipes."""
        self.leave()
        self._changed()

    def leave(self) -> None:
        """Nobody looks any more: nothing of any card is kept."""
        self._recorder.forget()
        self.survey, self.card = Survey(), None
        if self.saving is not Saving.UNDER_WAY:
            self.saving = Saving.NOTHING

    # Saving

    @property
    def can_save(self) -> bool:
        return self.survey.complete and self.saving in (Saving.NOTHING, Saving.FAILED)

    @property
    def can_reset(self) -> bool:
        """Whether the profile in force is another one than the default (the shop's numbers do not count)."""
        return self.saving is not Saving.UNDER_WAY and self.profile != _with_numbers_of(ReaderProfile(), self.profile)

    @property
    def refuses_bank_cards(self) -> bool:
        return refuses_bank_cards(self.profile.own_numbers)

    def save(self) -> None:
        """Keep what the swipes found. Does nothing before there are three."""
        if self.can_save:
            self._save(_with_numbers_of(self.survey.profile(), self.profile), Saving.SAVED)

    def use_default(self) -> None:
        """Keep the default instead; the shop's numbers stay."""
        if self.can_reset:
            self.survey = Survey()
            self._save(_with_numbers_of(ReaderProfile(), self.profile), Saving.DEFAULT)

    def save_numbers(self, numbers: Sequence[str]) -> None:
        """Keep these as the shop's own numbers; each must be without fault."""
        if self.saving is not Saving.UNDER_WAY:
            self._save(with_numbers(self.profile, numbers), Saving.SAVED)

    def _save(self, profile: ReaderProfile, then: Saving) -> None:
        self.saving = Saving.UNDER_WAY
        self._runner.run(self._till.save_reader_profile(profile), lambda kept: self._on_disk(kept, then), self._not_on_disk)
        self._changed()

    def _on_disk(self, profile: ReaderProfile, now: Saving) -> None:
        self.profile, self.saving = profile, now
        self._recorder = SwipeRecorder(loyalty_patterns=profile.own_numbers)
        self._saved(profile)
        self._changed()

    def _not_on_disk(self, _error: PosError) -> None:
        self.saving = Saving.FAILED
        self._changed()

    # The shop's own numbers

    @property
    def numbers(self) -> tuple[str, ...]:
        """As they are entered: beginnings first, then expressions."""
        return self.profile.loyalty_prefixes + self.profile.loyalty_patterns

    def matches(self, number: str) -> bool:
        """Whether the last card is one of the shop's by this entry, which must be without fault."""
        if self.card is None:
            return False
        names = self.card.scan.candidates or (self.card.scan.value,)
        return any(matches_own(name, [re.compile(number)]) for name in names)


def fault_of(number: str, others: Sequence[str] = ()) -> NumberFault | None:
    """What is wrong with an entry; None if nothing is. An empty one is merely not there."""
    if number in others:
        return NumberFault.TWICE
    if len(number) > (64 if number.isalnum() else 120):
        return NumberFault.LONG
    try:
        re.compile(number)
    except (re.error, OverflowError, RecursionError):
        return NumberFault.BAD
    try:
        with_numbers(ReaderProfile(), [number])
    except ValueError:
        return NumberFault.SLOW
    return None


def with_numbers(profile: ReaderProfile, numbers: Sequence[str]) -> ReaderProfile:
    """The profile with these own numbers. Plain letters and digits are a beginning. Raises ValueError for a faulty one."""
    entered = [number for number in numbers if number]
    return replace(
        profile,
        loyalty_prefixes=tuple(number for number in entered if number.isalnum()),
        loyalty_patterns=tuple(number for number in entered if not number.isalnum()),
    )


def _with_numbers_of(profile: ReaderProfile, other: ReaderProfile) -> ReaderProfile:
    return replace(profile, loyalty_prefixes=other.loyalty_prefixes, loyalty_patterns=other.loyalty_patterns)
