"""What a card, a waiting sale and a step are in words. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from pos_app.loyalty.programme import Programme
from pos_app.loyalty.sale import Attention, Buyer, Posting, PostingKind, Sale
from pos_app.till.overview import Stuck, Turn, Waits
from pos_app.till.views import CustomerView
from pos_app.ui import words
from pos_app.ui.sale.phrases import NBSP, Phrases, spaced_card, spaced_phone
from pos_app.ui.sync.issues import Issue, Look, Way, issue, looked, used
from pos_app.ui.sync.presenter import Done
from pos_app.ui.sync.step import Step
from pos_app.ui.sync.watching import Balance
from pos_app.ui.widgets.suggestions import Suggestion

_ICONS = {
    Issue.FEWER_POINTS: "coins",
    Issue.POINTS_REFUSED: "coins",
    Issue.REFUSED: "circle-alert",
    Issue.CARD_OF_NOBODY: "credit-card",
    Issue.PHONE_OF_NOBODY: "phone",
    Issue.UNKNOWN: "circle-question-mark",
    Issue.MOVED: "scale",
    Issue.DIFFERS: "scale",
    Issue.NOT_REGISTERED: "user-plus",
    Issue.NOT_CHANGED: "users",
    Issue.REGISTERED: "users",
    Issue.TOLD_UNKNOWN: "circle-question-mark",
    Issue.OTHER_ACCOUNT: "shield-alert",
    Issue.DAMAGED: "hard-drive",
}
_HELD_UP_S = 60
_LONG_S = 90
_ENDS = (".", "?", "…")


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of what happened so far."""

    time: str
    title: str
    sentence: str


class SyncPhrases:
    """``now`` is the wall clock in the zone of the shop."""

    def __init__(self, formats: words.Formats, programme: Programme, now: Callable[[], datetime]) -> None:
        self.formats = formats
        self._now = now
        self._sale = Phrases(formats, programme, now)

    def local(self, moment: datetime) -> datetime:
        """A moment in the shop's zone."""
        return self._sale.local(moment)

    def moment(self, moment: datetime) -> str:
        """The time if it is of today, else day and time."""
        return self.formats.moment(self._sale.local(moment), today=self._now().date())

    def moment_with_seconds(self, moment: datetime) -> str:
        """ "14:32:07" if it is of today, else day and time."""
        local = self._sale.local(moment)
        return self.formats.time_with_seconds(local) if local.date() == self._now().date() else self.moment(moment)

    @staticmethod
    def took(seconds: float) -> str:
        """ "38 ms"; from a second on "1.2 s"."""
        return f"{round(seconds * 1000)}{NBSP}ms" if seconds < 1 else f"{seconds:.1f}{NBSP}s"

    def points(self, points: Decimal) -> str:
        """ "80 points"."""
        return self._sale.points_words(points)

    def problem(self, step: Step) -> str:
        """Why a step could not be done."""
        return self._sale.problem(step.problem) or ""

    # A card

    @staticmethod
    def icon(kind: Issue) -> str:
        return _ICONS[kind]

    def title(self, kind: Issue, posting: Posting) -> str:
        """The card's heading."""
        said = words.issues
        match kind:
            case Issue.FEWER_POINTS:
                return words.sync.not_enough_points()
            case Issue.POINTS_REFUSED:
                return said.points_refused()
            case Issue.CARD_OF_NOBODY:
                return words.sync.card_of_nobody()
            case Issue.PHONE_OF_NOBODY:
                return said.phone_of_nobody()
            case Issue.DIFFERS:
                return said.balance_differs()
            case Issue.NOT_REGISTERED:
                return words.told.not_registered()
            case Issue.NOT_CHANGED:
                return words.told.not_changed()
            case _:
                return words.attempts.attention(posting.attention or Attention.REFUSED)

    def line(self, stuck: Stuck) -> str:
        """Whose sale, the sum, when: "Ondřej Malý · €41.00 · 9:18"."""
        sale, posting = stuck.record.sale, stuck.matter.posting
        money = [self.worth(sale, posting)] if sale.quote.gross or not posting.kind.of_points else []
        return " · ".join([self.whose(sale.buyer, posting), *money, self.moment(sale.made_at)])

    def worth(self, sale: Sale, posting: Posting) -> str:
        """The sum; what it is instead of that, for what carries none."""
        match posting.kind:
            case PostingKind.REGISTER:
                return words.told.new_customer()
            case PostingKind.EDIT:
                return words.told.changed_data()
            case _:
                return self.formats.money(sale.quote.to_pay)

    def whose(self, buyer: Buyer, posting: Posting) -> str:
        """The name; the whole card or phone where that is what somebody has to look at."""
        if buyer.name and (posting.phone, posting.card) in ((buyer.phone, ""), (buyer.phone, buyer.card), ("", buyer.card)):
            return buyer.name
        return self._number(posting.phone, posting.card)

    @staticmethod
    def _number(phone: str, card: str) -> str:
        return spaced_phone(phone) if phone else words.issues.card(spaced_card(card))

    def meaning(self, stuck: Stuck, balance: Balance | None) -> str:
        """What it means, in a sentence or two."""
        posting, said = stuck.matter.posting, words.issues
        points = balance.points if balance is not None else None
        kind = issue(stuck, points)
        parts = [self._why(kind, stuck, points)]
        if balance is not None and kind in (Issue.UNKNOWN, Issue.MOVED, Issue.POINTS_REFUSED):
            parts.append(self._seen(stuck, balance))
        if posting.attention is Attention.REFUSED and kind is not Issue.FEWER_POINTS:
            parts.append(said.nothing_lost())
        if stuck.behind:
            parts.append(said.behind(stuck.behind))
        return " ".join(part if part.endswith(_ENDS) else f"{part}." for part in parts if part)

    def _why(self, kind: Issue, stuck: Stuck, points: Decimal | None) -> str:
        said, posting = words.issues, stuck.matter.posting
        match kind:
            case Issue.FEWER_POINTS:
                return self._fewer(stuck, points or Decimal(0))
            case Issue.CARD_OF_NOBODY:
                return said.card_unknown()
            case Issue.PHONE_OF_NOBODY:
                return said.phone_unknown()
            case Issue.UNKNOWN:
                return said.look_first()
            case Issue.MOVED:
                return said.by_others()
            case Issue.REGISTERED:
                return words.told.registered_otherwise()
            case Issue.TOLD_UNKNOWN:
                return words.told.may_have_arrived()
            case Issue.OTHER_ACCOUNT:
                return f"{words.answers.sentence(posting.last_answer)} {said.key_of_others()}"
            case Issue.DAMAGED:
                return said.not_as_written()
            case _:
                return words.answers.sentence(posting.last_answer)

    def _fewer(self, stuck: Stuck, left: Decimal) -> str:
        taken = used(stuck)
        left = max(left, Decimal(0))
        sold = stuck.record.sale.made_at
        refused = stuck.matter.attempts[-1].started_at if stuck.matter.attempts else sold
        held_up = (refused - sold).total_seconds() > _HELD_UP_S
        if held_up and taken == int(taken) and left == int(left):
            return words.sync.not_enough_points_why(used=int(taken), left=int(left))
        missing = self.formats.points(taken - left)
        return words.issues.fewer_left(used=self.formats.points(taken), left=self.formats.points(left), missing=missing)

    def _seen(self, stuck: Stuck, balance: Balance) -> str:
        said = words.issues
        if balance.asked:
            return said.looking()
        if balance.points is None:
            return said.cannot_look()
        parts = [said.has_now(self.points(balance.points))]
        compared = stuck.matter.posting.compared
        if compared is not None:
            parts.append(
                said.before_and_right(before=self.formats.points(compared.read), right=self.formats.points(compared.target))
            )
        match looked(stuck, balance.points):
            case Look.THERE:
                parts.append(said.seems_there())
            case Look.ABSENT:
                parts.append(said.seems_absent())
        return " ".join(parts)

    # A way out

    def way(self, way: Way, stuck: Stuck, points: Decimal | None) -> str:
        """What its button says."""
        said, takes = words.issues, bool(used(stuck))
        if issue(stuck, points) is Issue.REGISTERED and way in (Way.ADD_NOW, Way.ALREADY_THERE):
            return words.told.take_typed() if way is Way.ADD_NOW else words.told.keep_theirs()
        if issue(stuck, points) is Issue.TOLD_UNKNOWN and way is Way.ADD_NOW:
            return words.sync.try_again()
        match way:
            case Way.RETRY:
                return words.sync.try_again()
            case Way.REGISTER:
                return words.sync.register()
            case Way.FIX_PHONE:
                return said.correct_phone()
            case Way.CHOOSE:
                nobody = stuck.matter.posting.attention is Attention.NO_CUSTOMER
                return words.sync.choose_customer() if nobody else said.other_customer()
            case Way.ADD_NOW:
                return said.take_now() if takes else said.add_now()
            case Way.ALREADY_THERE:
                return said.already_taken() if takes else said.already_there()
            case Way.FORGIVE:
                return said.forgive(self.points(used(stuck)))
            case Way.TAKE_ONLY:
                return said.forgive(self.points(used(stuck) - (points or Decimal(0))))
            case Way.VOID:
                return words.sync.void_sale()
            case Way.WRITE_OFF:
                by_card = issue(stuck, points) is Issue.CARD_OF_NOBODY
                return words.sync.keep_without_card() if by_card else said.write_off()

    def does(self, step: Step, stuck: Stuck) -> str:
        """What it does, before it is done."""
        said, taken = words.issues, used(stuck)
        if not stuck.matter.posting.kind.of_points and step.way is not Way.RETRY:
            return self._does_to_a_person(step.way)
        match step.way:
            case Way.RETRY:
                return said.retry_does()
            case Way.ADD_NOW:
                return said.add_now_does()
            case Way.ALREADY_THERE:
                return said.already_there_does()
            case Way.FORGIVE:
                return said.forgive_does(self.points(taken))
            case Way.TAKE_ONLY:
                left = step.points or Decimal(0)
                return said.take_only_does(left=self.points(left), missing=self.points(taken - left))
            case Way.VOID:
                return said.void_does(self.formats.money(stuck.record.sale.quote.to_pay))
            case Way.WRITE_OFF:
                refused = stuck.matter.posting.attention in (Attention.REFUSED, Attention.NO_CUSTOMER)
                return said.give_up_does() if refused and not taken else said.leave_does()
            case _:
                whom = self.whom(step)
                return said.moves_to(whom) if whom else said.move_does()

    @staticmethod
    def _does_to_a_person(way: Way) -> str:
        match way:
            case Way.ADD_NOW:
                return words.told.take_typed_does()
            case Way.ALREADY_THERE:
                return words.told.keep_theirs_does()
            case _:
                return words.told.give_up_does()

    def done(self, done: Done) -> tuple[str, str]:
        """What was decided last: a heading, and what is still to be done by hand."""
        said = words.issues
        if done.way is None or done.stuck is None:
            return said.done(said.allow_again()), ""
        title = said.done(self.way(done.way, done.stuck, done.points))
        if done.hand_back is not None:
            return f"{title} · {said.hand_back(self.formats.money(done.hand_back))}", self.line(done.stuck)
        return title, self.line(done.stuck)

    def whom(self, step: Step) -> str:
        """Whom the points go to; empty: nobody is chosen yet."""
        if step.picked is not None:
            return self._sale.name(step.picked)
        return self._number(*step.number) if step.number else ""

    def number(self, step: Step) -> str:
        """The number of nobody that was typed."""
        return self._number(*step.bare_number) if step.bare_number else ""

    def suggestion(self, view: CustomerView, typed: str) -> Suggestion:
        """A row under the search."""
        return self._sale.suggestion(view, typed)

    # What happened so far

    def happened(self, stuck: Stuck) -> tuple[Happening, ...]:
        """The sale, each attempt, each decision, in order."""
        matter = stuck.matter
        decided = {each.made_at for each in matter.decisions}
        found = [(stuck.record.sale.made_at, words.issues.was_made(), "")]
        found += [
            (attempt.started_at, words.attempts.attempt(attempt), words.answers.sentence(attempt.answer))
            for attempt in matter.attempts
            if attempt.started_at not in decided
        ]
        found += [
            (each.made_at, words.attempts.decided(each.decision.action, each.decision.who), each.decision.reason)
            for each in matter.decisions
        ]
        return tuple(
            Happening(self.moment_with_seconds(at), title, sentence)
            for at, title, sentence in sorted(found, key=lambda each: each[0])
        )

    # What waits

    def turn(self, waits: Waits, since_s: float) -> str:
        """What it waits for, ``since_s`` seconds after it was asked."""
        said = words.line
        match waits.turn:
            case Turn.SENDING:
                return said.on_its_way()
            case Turn.BEHIND:
                return said.after_decision()
            case Turn.STOPPED:
                return said.paused()
        left = round((waits.in_s or 0.0) - since_s)
        if left <= 0:
            return said.in_queue()
        return words.sync.next_try(left) if left <= _LONG_S else said.next_try(self.formats.countdown(left))
