"""What is being done with the chosen sale: a void that is asked about, a refund or a late claim that is filled in. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from pos_app.loyalty.errors import PosError
from pos_app.till.claiming import claimable
from pos_app.ui import words
from pos_app.ui.journal.claim import Claim
from pos_app.ui.journal.reprint import Reprint
from pos_app.ui.journal.states import Doing, JournalTill
from pos_app.ui.journal.taking_back import Refund
from pos_app.ui.sale.states import Errand, Runner

if TYPE_CHECKING:
    from pathlib import Path

    from pos_app.till.browsing import Story
    from pos_app.till.records import SaleRecord
    from pos_app.till.views import CustomerView
    from pos_app.ui.printing.compose import Composer
    from pos_app.ui.sale.number_text import NumberForm
    from pos_app.ui.sale.phrases import Phrases


class Acting:
    """``story`` answers what is chosen; ``say`` gets a sentence about what was done, ``warn`` about what was not."""

    def __init__(
        self,
        till: JournalTill,
        runner: Runner,
        *,
        story: Callable[[], Story | None],
        phrases: Phrases,
        numbers: NumberForm,
        composer: Composer,
        folder: Callable[[], Path],
        now: Callable[[], datetime],
        changed: Callable[[], None],
        say: Callable[[str], None],
        warn: Callable[[str], None],
    ) -> None:
        self._till, self._runner, self._story, self._phrases = till, runner, story, phrases
        self._numbers, self._now, self._changed, self._say, self._warn = numbers, now, changed, say, warn
        self._composer, self._folder = composer, folder
        self._voiding: Errand | None = None
        self._about = ""
        self.doing = Doing.NOTHING
        self.refund: Refund | None = None
        self.claim: Claim | None = None
        self.slip: Reprint | None = None

    def take_back(self) -> None:
        """Del: void what was never sent, refund anything else."""
        story = self._story()
        if story is None or not story.can_be_taken_back:
            return
        if can_be_voided(story):
            self.ask_void()
        else:
            self.ask_refund()

    def ask_void(self) -> None:
        """Ask whether it is meant."""
        story = self._story()
        if story is not None and can_be_voided(story):
            self._begin(Doing.VOID, story)

    def ask_refund(self) -> None:
        """Ask how much."""
        story = self._story()
        if story is not None and story.can_be_taken_back:
            self.refund = Refund(self._till, self._runner, story, self._numbers, changed=self._changed, done=self._refunded)
            self._begin(Doing.REFUND, story)

    def ask_claim(self) -> None:
        """Ask whose it was."""
        story = self._story()
        if story is not None and claimable(story.record, now=self._now()):
            self.claim = Claim(self._till, self._runner, story, changed=self._changed, done=self._claimed)
            self._begin(Doing.CLAIM, story)

    def ask_slip(self) -> None:
        """F10: show the slip, as it would be printed once more."""
        story = self._story()
        if story is not None:
            self.slip = Reprint(
                self._till.printing,
                self._runner,
                self._composer,
                story=story,
                folder=self._folder,
                changed=self._changed,
                say=self._say,
                warn=self._warn,
            )
            self._begin(Doing.SLIP, story)

    def enter(self) -> None:
        """Yes to what is asked."""
        match self.doing:
            case Doing.VOID:
                self._void()
            case Doing.REFUND if self.refund is not None:
                self.refund.confirm()
            case Doing.CLAIM if self.claim is not None:
                self.claim.confirm()
            case Doing.SLIP if self.slip is not None:
                self.slip.print()

    def leave(self) -> None:
        """No, or another sale was chosen. What was confirmed already is still done."""
        if self.doing is not Doing.NOTHING:
            self.doing, self.refund, self.claim, self.slip = Doing.NOTHING, None, None, None
            self._changed()

    def chosen(self, sale_id: str) -> None:
        """Somebody looks at this sale now: what was asked about another one is not asked any more."""
        if self.doing is not Doing.NOTHING and sale_id != self._about:
            self.leave()

    def _begin(self, doing: Doing, story: Story) -> None:
        self.doing, self._about = doing, story.record.sale.sale_id
        self._changed()

    def _void(self) -> None:
        if self._voiding is None:
            # Undoing twice is undoing once: the till sees to that.
            self._voiding = self._runner.run(self._till.undo(self._about), self._voided, self._not_voided)

    def _voided(self, _record: SaleRecord) -> None:
        self._voiding = None
        self._done(words.journal.voided_now())

    def _not_voided(self, _error: PosError) -> None:
        self._voiding = None
        self._warn(words.moments.nothing_changed())
        self.leave()

    def _refunded(self, record: SaleRecord) -> None:
        self._done(words.journal.refund_saved(self._phrases.formats.money(-record.sale.quote.to_pay)))

    def _claimed(self, customer: CustomerView) -> None:
        self._done(words.journal.claimed(self._phrases.name(customer)))

    def _done(self, sentence: str) -> None:
        self._say(sentence)
        self.leave()


def can_be_voided(story: Story) -> bool:
    """Whether all of it can be taken back as if it had never been."""
    return story.can_be_taken_back and story.unsent and not story.record.reversed_by
