"""What became of one sale, line after line in plain words, in the order in which it happened. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from pos_app.loyalty.sale import PostingKind, PostingState
from pos_app.till.records import Stand
from pos_app.ui import words
from pos_app.ui.words.formats import NBSP

if TYPE_CHECKING:
    from pos_app.till.browsing import Part, Story
    from pos_app.till.records import Attempt, SaleRecord
    from pos_app.ui.sale.phrases import Phrases

_At = Callable[[datetime], str]
TRIES_SHOWN = 4
"""The newest attempts of one posting; of those before them only their number is told."""
_DONE = "Done."


class Tone(Enum):
    """How a line looks: well, on its way, needing a person, or only told."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line. ``leads_to``: the ``sale_id`` that a tap opens."""

    title: str
    tone: Tone
    icon: str
    time: str = ""
    sentence: str = ""
    leads_to: str = ""


_ATTEMPT_LOOKS = {
    PostingState.APPLIED: (Tone.OK, "check-check"),
    PostingState.NEEDS_PERSON: (Tone.BAD, "circle-alert"),
    PostingState.CANCELLED: (Tone.GREY, "ban"),
}


def story_lines(story: Story, phrases: Phrases, next_tries_s: Sequence[int | None]) -> list[StoryLine]:
    """The whole story. ``next_tries_s``: for each part, the seconds until its next try."""
    day = phrases.local(story.record.sale.made_at).date()

    def at(moment: datetime) -> str:
        there = phrases.local(moment)
        time = phrases.formats.time_with_seconds(there)
        return time if there.date() == day else f"{phrases.formats.short_day(there.date())}{NBSP}{time}"

    timed = [
        (story.record.sale.made_at, _saved(story, at)),
        *_attempts(story, at),
        *_decisions(story, at),
        *_taken_back(story, phrases, at),
    ]
    lines = [line for _moment, line in sorted(timed, key=lambda each: each[0])]
    if story.original is not None:
        original = story.original.sale
        title = words.journal.takes_back(at(original.made_at))
        lines.insert(0, StoryLine(title, Tone.GREY, "undo-2", leads_to=original.sale_id))
    return lines + list(_now(story, next_tries_s))


def _saved(story: Story, at: _At) -> StoryLine:
    said = words.journal
    title = said.refund_saved_here() if story.record.sale.reverses else said.saved_here()
    return StoryLine(title, Tone.OK, "check", at(story.record.sale.made_at))


def _attempts(story: Story, at: _At) -> Iterator[tuple[datetime, StoryLine]]:
    several = len({part.posting.kind for part in story.parts}) > 1
    for part in story.parts:
        shown = [each for each in part.attempts if not _is_echo(each, story, part)]
        if part.posting.attention is not None and shown and shown[-1].outcome is PostingState.NEEDS_PERSON:
            # It is told at the end, with what has to be done.
            shown.pop()
        hidden = len(shown) - TRIES_SHOWN
        if hidden > 0:
            first = shown[hidden]
            yield first.started_at - timedelta(microseconds=1), StoryLine(words.journal.earlier_tries(hidden), Tone.GREY, "history")
        for attempt in shown[max(0, hidden) :]:
            yield attempt.ended_at or attempt.started_at, _attempt(attempt, part, at, several=several)


def _attempt(attempt: Attempt, part: Part, at: _At, *, several: bool) -> StoryLine:
    tone, icon = _ATTEMPT_LOOKS.get(attempt.outcome, (Tone.WARN, "clock-arrow-up"))
    title = words.attempts.attempt(attempt)
    if several:
        used = part.posting.kind is PostingKind.REDEEM
        title = words.journal.of_points_used(title) if used else words.journal.of_points_earned(title)
    # "The server has it" says no more than "Sent".
    sentence = "" if attempt.answer == _DONE else words.answers.sentence(attempt.answer)
    return StoryLine(title, tone, icon, at(attempt.ended_at or attempt.started_at), sentence)


def _is_echo(attempt: Attempt, story: Story, part: Part) -> bool:
    """What a decision or a refund did is told by itself."""
    if attempt.sent:
        return False
    if any(attempt.answer == each.decision.sentence for each in part.decisions):
        return True
    return attempt.outcome is PostingState.CANCELLED and bool(story.reversals)


def _decisions(story: Story, at: _At) -> Iterator[tuple[datetime, StoryLine]]:
    for part in story.parts:
        for each in part.decisions:
            title = words.attempts.decided(each.decision.action, each.decision.who)
            yield each.made_at, StoryLine(title, Tone.GREY, "user", at(each.made_at), each.decision.reason)


def _taken_back(story: Story, phrases: Phrases, at: _At) -> Iterator[tuple[datetime, StoryLine]]:
    for reversal in story.reversals:
        yield reversal.sale.made_at, _reversal(story, reversal, phrases, at)


def _reversal(story: Story, reversal: SaleRecord, phrases: Phrases, at: _At) -> StoryLine:
    time = at(reversal.sale.made_at)
    if story.row.stand is Stand.VOIDED and len(story.reversals) == 1:
        return StoryLine(words.journal.voided(), Tone.GREY, "ban", time)
    title = words.journal.refunded(phrases.formats.money(-reversal.sale.quote.to_pay))
    return StoryLine(title, Tone.GREY, "undo-2", time, leads_to=reversal.sale.sale_id)


def _now(story: Story, next_tries_s: Sequence[int | None]) -> Iterator[StoryLine]:
    """Where what is still open stands at this moment; postings that wait alike are one line."""
    told: set[str] = set()
    for part, wait in zip(story.parts, next_tries_s, strict=False):
        posting = part.posting
        if not posting.state.open:
            continue
        if posting.attention is not None:
            sentence = words.answers.sentence(posting.last_answer)
            line = StoryLine(words.attempts.attention(posting.attention), Tone.BAD, "circle-alert", sentence=sentence)
        elif posting.state is PostingState.SENDING or wait is None:
            line = StoryLine(words.attempts.posting(PostingState.SENDING), Tone.WARN, "clock-arrow-up")
        else:
            soon = words.sync.next_try(wait) if wait else words.journal.next_try_soon()
            line = StoryLine(words.attempts.posting(posting.state), Tone.WARN, "clock-arrow-up", soon)
        if line.title not in told:
            told.add(line.title)
            yield line
